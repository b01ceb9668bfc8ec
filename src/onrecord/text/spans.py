"""Cutting texts and finding the way back from what was cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from onrecord.data import Span


@dataclass(frozen=True, slots=True)
class Reading:
    """Pieces of a text read as one, with every offset traceable to where it was cut.

    A sentence broken by a pasted passage is read whole this way, and still knows its characters.
    """

    text: str
    pieces: tuple[Span, ...]
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str, pieces: Iterable[Span]) -> Reading:
        """Read ``pieces`` of ``text`` one after the other."""
        pieces = tuple(pieces)
        starts = tuple(accumulate((len(piece) for piece in pieces), initial=0))
        return cls("".join(piece.cut(text) for piece in pieces), pieces, starts)

    def original(self, span: Span) -> Span:
        """Return the span of the whole text that ``span`` of this reading stands for, gaps included."""
        return Span(start=self._place(span.start), end=self._place(span.end - 1) + 1)

    def originals(self, span: Span) -> tuple[Span, ...]:
        """Return the spans of the whole text that ``span`` of this reading was cut from, gaps left out."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        found = []
        for start, piece in zip(self._starts[first:last], self.pieces[first:last], strict=False):
            begin, end = max(span.start, start), min(span.end, start + len(piece))
            if begin < end:
                found.append(Span(start=piece.start + begin - start, end=piece.start + end - start))
        return tuple(found)

    def _place(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index].start + offset - self._starts[index]


def trim(text: str, span: Span) -> Span | None:
    """Return ``span`` without the white space at its ends, or None when nothing else is in it."""
    return trimmed(span.cut(text), span.start)


def trimmed(words: str, start: int) -> Span | None:
    """Return where words that begin at ``start`` stand without the white space at their ends; None where none are."""
    kept = len(words.strip())
    first = start if kept == len(words) else start + len(words) - len(words.lstrip())
    return Span(start=first, end=first + kept) if kept else None


def gaps(spans: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Return what ``spans``, in order and disjoint, leave uncovered of ``length`` characters."""
    found = []
    end = 0
    for span in spans:
        if span.start > end:
            found.append(Span(start=end, end=span.start))
        end = span.end
    if end < length:
        found.append(Span(start=end, end=length))
    return tuple(found)


def lines(text: str) -> tuple[Span, ...]:
    """Return the lines of ``text`` that hold more than white space, trimmed."""
    found = []
    start = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(line, start)
        if span is not None:
            found.append(span)
        start += len(line)
    return tuple(found)


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans, which are in order, those between which there is only space as one."""
    runs: list[Span] = []
    for span in spans:
        if runs and not text[runs[-1].end : span.start].strip():
            runs[-1] = Span(start=runs[-1].start, end=span.end)
        else:
            runs.append(span)
    return tuple(runs)
