"""Lines that part a sentence, each part of which then has a line of its own: they are none of the page's."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from onrecord.data import Span
from onrecord.restore.words import ENDED

_MOST = 3  # lines
_PARTS = 0.4  # share of a page's lines that are no whole sentences, at most: on a page of short lines these break so
_FEWEST = 3  # words of a part
_GOES_ON = re.compile(r"[a-zß-öø-ÿ,]\Z")


def parting(text: str, blocks: Sequence[Span], run: tuple[Span, Span]) -> Span | None:
    """Return the whole lines around those from the first to the last of ``run`` that part a sentence, if they do.

    The line above them breaks off, and the one below goes on in a small letter.
    """
    lines = list(dict.fromkeys(blocks))
    first, last = (bisect_left(lines, one.start, key=lambda line: line.start) for one in run)
    whole = [_is_whole(line.cut(text)) for line in lines]
    above = next((at for at in range(first - 1, max(-1, first - 1 - _MOST), -1) if not whole[at]), None)
    below = next((at for at in range(last + 1, min(len(lines), last + 1 + _MOST)) if not whole[at]), None)
    if above is None or below is None or not all(whole[above + 1 : below]) or whole.count(False) > _PARTS * len(lines):
        return None
    if not _breaks_off(lines[above].cut(text)) or not _goes_on(lines[below].cut(text)):
        return None
    return Span(start=lines[above + 1].start, end=lines[below - 1].end)


def _is_whole(words: str) -> bool:
    """Say whether a line begins and ends as sentences do."""
    return not words[0].islower() and ENDED.search(words) is not None


def _breaks_off(words: str) -> bool:
    return len(words.split()) >= _FEWEST and not words[0].islower() and _GOES_ON.search(words) is not None


def _goes_on(words: str) -> bool:
    return len(words.split()) >= _FEWEST and words[0].islower() and ENDED.search(words) is not None
