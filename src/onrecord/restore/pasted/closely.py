"""Close reading: a little around what is pointed at, more where that leaves doubt, and on to where passages end."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.restore.pasted.judge import Reader, Stretch, around
from onrecord.restore.pasted.passages import Passage, find_passages
from onrecord.restore.pasted.tokens import Tokens

_SHORTEST = 3  # tokens
_MORE, _WIDER = 100, 400
"""Tokens on either side that are read where the little that is read first leaves doubt, and where this leaves some."""
_TIMES = 3


Read = tuple[Stretch, list[Passage]]
"""What was read in one go, and the passages there, in order."""


def read_closely(text: str, tokens: Tokens, places: NDArray[np.bool_]) -> list[Read]:
    """Read around ``places`` among the tokens, and return what was read with the passages that the judge sees there."""
    if not places.any():  # as on most pages
        return []
    reader = Reader(text, tokens)
    found: list[Read] = []
    end = 0
    for first, last in around(places):
        if last > end:
            read = _read_on(reader, max(first, end), last, (end, len(tokens)))
            end = read[0].last if read else last
            found += [read] if read and read[1] else []
    return found


def _asks_for_more(little: Stretch) -> bool:
    """Say whether a passage may be here that is long enough to be told of, or runs on beyond what was read."""
    edges = (little.first, little.last - 1)
    return little.doubtful and any(
        one.last - one.first >= _SHORTEST - 1 or one.first == edges[0] or one.last == edges[1]
        for one in find_passages(little)
    )


def _read_on(reader: Reader, first: int, last: int, bounds: tuple[int, int]) -> Read | None:
    """Return what was read from ``first`` with the passages there; None where nothing is in doubt.

    A little is read first, as it is mostly the page's own; then more, and more again where passages run on.
    """
    for more in (0, _MORE):
        seen = reader.read(max(bounds[0], first - more), min(bounds[1], last + more))
        if seen is None or not _asks_for_more(seen):
            return None
        little = seen
    read: Read | None = None
    begins = runs_on = True
    for _ in range(_TIMES):
        first = max(bounds[0], first - _WIDER) if begins else first
        last = min(bounds[1], last + _WIDER) if runs_on else last
        stretch = little if (first, last) == (little.first, little.last) else reader.read(first, last)
        if stretch is None:
            break
        end, passages = stretch.last, find_passages(stretch)
        cut = [one for one in passages if one.first == first > bounds[0] or one.last == end - 1 < bounds[1] - 1]
        kept = [one for one in passages if one not in cut and one.last - one.first >= _SHORTEST - 1]
        read = stretch, kept  # nobody knows where those end that are cut off
        if not cut or end < last:
            break
        begins, runs_on = cut[0].first == first, cut[-1].last == last - 1
    return read
