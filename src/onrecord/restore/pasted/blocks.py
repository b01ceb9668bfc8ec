"""Blocks of lines on a page that parts its paragraphs by empty lines: what was pasted in keeps its own line breaks.

A reply of which a part is cut goes with the lines of its block that the judge by itself takes for foreign, whatever
speaks for each of them: what stands with them in one block was pasted in one go. Of 24 such lines on 800 pages of the
splice benchmark (train and dev) none is the page's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    taken = [
        replace(one, span=_with_block(one.span, lines, joined, known, sure))
        if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED
        else one
        for one in found
    ]
    sure = [one.span for one in taken if one.status is RemovalStatus.REMOVED]
    return [one for one in taken if one.status is RemovalStatus.REMOVED or not any(map(one.span.overlaps, sure))]


def _with_block(
    span: Span, lines: Sequence[Span], joined: Sequence[bool], known: Collection[Span], sure: Sequence[Span]
) -> Span:
    """Return a reply with the known lines around it; one that begins inside a line takes only a block known whole."""
    first = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    last = bisect_left(lines, span.end, key=lambda line: line.end)
    top, bottom = first, last
    while top and joined[top - 1]:
        top -= 1
    while bottom < len(joined) and joined[bottom]:
        bottom += 1
    if bottom > top and all(line in known or any(one.covers(line) for one in sure) for line in lines[top : bottom + 1]):
        return Span(start=lines[top].start, end=lines[bottom].end)
    start, end = span.start, span.end
    while first > top and start == lines[first].start and lines[first - 1] in known:
        first, start = first - 1, lines[first - 1].start
    while last < bottom and end == lines[last].end and lines[last + 1] in known:
        last, end = last + 1, lines[last + 1].end
    return Span(start=start, end=end)
