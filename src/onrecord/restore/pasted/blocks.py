"""Blocks of lines on a page that parts its paragraphs by empty lines: what was pasted in keeps its own line breaks.

A reply of which a part is cut goes with the lines of its block that the judge by itself takes for foreign, whatever
speaks for each of them: what stands with them in one block was pasted in one go. Of 24 such lines on 800 pages of the
splice benchmark (train and dev) none is the page's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.data import Removal, RemovalKind, RemovalStatus, Span

_FEWEST = 6  # empty lines, from which on a page parts its paragraphs so
_BLOCKS = 3  # with several lines on such a page; with more they are the page's own: lists, verse, talk


def with_blocks(text: str, lines: Sequence[Span], found: Sequence[Removal], foreign: Collection[Span]) -> list[Removal]:
    """Take in the ``foreign`` lines of a block in which a reply begins or ends a line, doubted or not found so far."""
    if not foreign:
        return list(found)
    joined = [text.count("\n", above.end, line.start) == 1 for above, line in pairwise(lines)]
    blocks = sum(now and not before for before, now in pairwise([False, *joined]))
    if len(joined) - sum(joined) < _FEWEST or not 0 < blocks <= _BLOCKS:
        return list(found)
    known, sure = set(foreign), [one.span for one in found if one.status is RemovalStatus.REMOVED]
    free = [line in known and not any(line.overlaps(span) for span in sure) for line in lines]
    starts, ends = (
        {at: n for n, at in enumerate(edges)} for edges in zip(*((x.start, x.end) for x in lines), strict=True)
    )
    taken: list[Removal] = []
    for one in found:
        start, end = one.span.start, one.span.end
        if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED:
            n = starts.get(start, 0)
            while n and joined[n - 1] and free[n - 1]:
                n, start = n - 1, lines[n - 1].start
            n = ends.get(end, len(joined))
            while n < len(joined) and joined[n] and free[n + 1]:
                n, end = n + 1, lines[n + 1].end
        taken.append(replace(one, span=Span(start=start, end=end)))
    sure = [one.span for one in taken if one.status is RemovalStatus.REMOVED]
    return [one for one in taken if one.status is RemovalStatus.REMOVED or not any(map(one.span.overlaps, sure))]
