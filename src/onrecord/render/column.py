"""The text of a page set as a column: rows of runs and cuts that together are the text, character for character.

A row is a paragraph as a reader sees it. A passage removed from the middle of a paragraph stands as a cut inside the
row, so that what it broke reads on; one that stood between paragraphs is a row of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from onrecord.data import Block, BlockKind, Removal, RemovalStatus, Restoration, Span, Statement
from onrecord.text.spans import lines, trim

LINED_KINDS = (BlockKind.LIST, BlockKind.TABLE, BlockKind.LIVE_ENTRY)
"""Blocks whose line breaks mean something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of which all the same is said."""

    span: Span
    within: int | None = None
    """Index of the outermost statement that covers it."""
    opens: tuple[int, ...] = ()
    """Indices of the statements whose first run this is."""
    closes: tuple[int, ...] = ()
    """Indices of the statements whose last run this is; every statement closes once."""
    removal: Removal | None = None
    """The passage it stands in, removed or suspected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A removed passage."""

    number: int
    """Counted from 1 over the page."""
    removal: Removal
    runs: tuple[Run, ...]

    @property
    def span(self) -> Span:
        """The characters of it that stand in the row."""
        return Span(start=self.runs[0].span.start, end=self.runs[-1].span.end)

    @property
    def closes(self) -> tuple[int, ...]:
        """Indices of the statements that end in it."""
        return tuple(index for run in self.runs for index in run.closes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph; between two rows there is nothing but white space."""

    kind: BlockKind
    parts: tuple[Run | Cut, ...]

    @property
    def span(self) -> Span:
        """The characters it consists of."""
        return Span(start=self.parts[0].span.start, end=self.parts[-1].span.end)

    @property
    def cuts(self) -> tuple[Cut, ...]:
        """The removed passages in it."""
        return tuple(part for part in self.parts if isinstance(part, Cut))

    @property
    def is_cut(self) -> bool:
        """Whether it is a removed passage and nothing else."""
        return all(isinstance(part, Cut) for part in self.parts)

    @property
    def suspected(self) -> tuple[Removal, ...]:
        """The passages in it that may not belong to the page."""
        doubted = [part.removal for part in self.parts if isinstance(part, Run) and part.removal]
        return tuple(dict.fromkeys(doubted))

    @property
    def is_lined(self) -> bool:
        """Whether its line breaks mean something."""
        return self.kind in LINED_KINDS

    @property
    def is_noted(self) -> bool:
        """Whether there is something to say beside it."""
        return any(part.closes or (part.removal and not self.is_cut) for part in self.parts)


def column(page: Restoration, statements: Sequence[Statement] = ()) -> tuple[Row, ...]:
    """Set a page as rows, its statements marked by their index."""
    spans = _row_spans(page)
    runs = _closed(tuple(_runs(page, spans, statements)), len(statements))
    numbers = {removal.span: number for number, removal in enumerate(_removed(page), start=1)}
    rows = []
    for span in spans:
        first = bisect_left(runs, span.start, key=lambda run: run.span.start)
        last = bisect_left(runs, span.end, key=lambda run: run.span.start)
        parts = tuple(_parts(runs[first:last], numbers))
        rows.append(Row(kind=_kind(page.blocks, parts), parts=parts))
    return tuple(rows)


def gap_after(cut: Cut, text: str) -> str:
    """Return the space a mark in a cut's place needs after it: one before a word, none in the middle of one."""
    before, after = text[max(cut.span.start - 1, 0) : cut.span.start], text[cut.span.end : cut.span.end + 1]
    return " " if before.isspace() and after and not after.isspace() else ""


def _removed(page: Restoration) -> tuple[Removal, ...]:
    return tuple(removal for removal in page.removals if removal.status is RemovalStatus.REMOVED)


# Rows ------------------------------------------------------------------------------------------


def _row_spans(page: Restoration) -> tuple[Span, ...]:
    text = page.document.text
    edges = sorted({0, len(text), *_breaks(page)})
    spans = (trim(text, Span(start=start, end=end)) for start, end in pairwise(edges))
    return tuple(span for span in spans if span is not None)


def _breaks(page: Restoration) -> Iterator[int]:
    """Return where a row may end: at a block's edge beside a line break, unless a removed passage runs on there."""
    text = page.document.text
    cores = [core for core in (trim(text, span) for span in page.removed) if core is not None]
    starts = [core.start for core in cores]
    for block in [block.span for block in page.blocks] or lines(text):
        for edge in (block.start, block.end):
            before = bisect_left(starts, edge) - 1
            runs_on = before >= 0 and cores[before].end > edge
            if not runs_on and _line_ends(text, edge):
                yield edge


def _line_ends(text: str, edge: int) -> bool:
    """Say whether there is a line break in the white space around ``edge``."""
    start = end = edge
    while start > 0 and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    return any(character in text[start:end] for character in "\n\r\u2028\u2029")


def _kind(blocks: Sequence[Block], parts: Sequence[Run | Cut]) -> BlockKind:
    """Return the kind of the block that most of what is kept of a row stands in."""
    shares: dict[BlockKind, int] = {}
    for run in (part for part in parts if isinstance(part, Run)):
        first = bisect_right(blocks, run.span.start, key=lambda block: block.span.end)
        last = bisect_left(blocks, run.span.end, key=lambda block: block.span.start)
        for block in blocks[first:last]:
            shared = min(run.span.end, block.span.end) - max(run.span.start, block.span.start)
            shares[block.kind] = shares.get(block.kind, 0) + shared
    return max(shares, key=lambda kind: shares[kind]) if shares else BlockKind.BODY


# Runs ------------------------------------------------------------------------------------------


def _runs(page: Restoration, rows: Sequence[Span], statements: Sequence[Statement]) -> Iterator[tuple[Run, list[int]]]:
    """Return the runs of all rows in order, each with the statements that cover it, the outermost first.

    A statement inside a removed passage covers nothing of the page, and one of the page nothing that was removed.
    """
    removed = page.removed
    homes = [_inside(removed, statement.span) for statement in statements]
    places = [removal.span for removal in page.removals]
    spans = (*rows, *places, *(statement.span for statement in statements))
    edges = sorted({edge for span in spans for edge in (span.start, span.end)})
    waiting = sorted(range(len(statements)), key=lambda index: _outermost(statements[index]), reverse=True)
    active: list[int] = []
    for start, end in pairwise(edges):
        active = [index for index in active if statements[index].span.end > start]
        while waiting and statements[waiting[-1]].span.start <= start:
            active.append(waiting.pop())
        here = Span(start=start, end=end)
        if _inside(rows, here) is None:
            continue
        place, home = _inside(places, here), _inside(removed, here)
        covering = [index for index in active if homes[index] == home]
        removal = None if place is None else page.removals[place]
        yield Run(span=here, within=covering[0] if covering else None, removal=removal), covering


def _outermost(statement: Statement) -> tuple[int, int]:
    return statement.span.start, -statement.span.end


def _inside(spans: Sequence[Span], part: Span) -> int | None:
    """Return the index of the one of ``spans``, in order and disjoint, that covers ``part``."""
    index = bisect_right(spans, part.start, key=lambda span: span.start) - 1
    return index if index >= 0 and spans[index].covers(part) else None


def _closed(runs: Sequence[tuple[Run, list[int]]], statements: int) -> list[Run]:
    """Say of every run which statements open and close with it; what covers no run closes with the last."""
    opens: dict[int, int] = {}
    closes: dict[int, int] = {}
    for place, (_, covering) in enumerate(runs):
        for index in covering:
            opens.setdefault(index, place)
            closes[index] = place
    last = len(runs) - 1
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for index in range(statements):
        opening.setdefault(opens.get(index, last), []).append(index)
        closing.setdefault(closes.get(index, last), []).append(index)
    return [
        replace(run, opens=tuple(opening.get(place, ())), closes=tuple(closing.get(place, ())))
        for place, (run, _) in enumerate(runs)
    ]


def _parts(runs: Sequence[Run], numbers: dict[Span, int]) -> Iterator[Run | Cut]:
    """Gather the runs of one row, those of one removed passage as one cut."""
    for removal, group in groupby(runs, key=lambda run: run.removal):
        if removal is not None and removal.status is RemovalStatus.REMOVED:
            yield Cut(number=numbers[removal.span], removal=removal, runs=tuple(group))
        else:
            yield from group
