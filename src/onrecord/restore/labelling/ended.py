"""How long a line is in words, and whether it ends as sentences do, in any script."""

from __future__ import annotations

import re

from onrecord.restore.words import ENDED

_STOPPED = re.compile(r"[。！？।؟۔።။។։][”\"'’»)\]」』]*$")
"""How sentences end in other scripts than Latin."""
_STOPLESS = re.compile(r"[\u0e01-\u0eff]$")
"""How they end in Thai and Lao, which have no full stops: only what is long is told to be one."""
_UNSPACED = re.compile(r"[\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3040-\u30ff\u3400-\u9fff]")
_OF_WORD = 3  # characters of a word in scripts without spaces, rather too many
_STOPLESS_SENTENCE = 16  # words


def word_count(line: str) -> int:
    """Return how many words a line has, rather too few where they are not parted by spaces."""
    return len(line.split()) if line.isascii() else max(len(line.split()), len(_UNSPACED.findall(line)) // _OF_WORD)


def is_ended(line: str) -> bool:
    """Say whether a line ends as a sentence does."""
    stopless = _STOPLESS.search(line[-2:]) is not None and word_count(line) >= _STOPLESS_SENTENCE
    return stopless or ENDED.search(line) is not None or _STOPPED.search(line) is not None
