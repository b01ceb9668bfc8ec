"""Lines of sites as they stand on pages: every block that is labelled as furniture, whatever tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.splices import sources

_LINE = re.compile(r"(?=.{3,300}$)(?=.*[A-Za-z]{2})[\x20-\x7e‘’“”–—…©•·»›→|]+")
_RUNNING = 90  # characters from which on a line that its element does not tell may be the article's


def labelled(fold: str) -> Iterator[tuple[str, str]]:
    """Yield kind and words of lines on the English pages of a fold's outlets."""
    for block, words in sources.furniture_blocks(fold):
        if _LINE.fullmatch(words) and (len(words) < _RUNNING or block.score > 0.9):
            yield block.kind.value, words
