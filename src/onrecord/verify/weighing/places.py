"""Where the words of a statement stand in the document under examination."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Span, Statement
from onrecord.text.spans import gaps

_ADDED = re.compile(r" ?\[[^\[\]]*\]")


def place(statement: Statement, span: Span) -> Span:
    """Return the characters of the document that ``span`` of ``statement.text`` was cut from.

    Where they cannot be told to the character, because a passage was taken out of the statement's middle
    or the words stand in an addition, the whole statement's span is returned.
    """
    pieces = statement.pieces or (statement.span,)
    size = sum(map(len, pieces))
    added = tuple(addition.at for addition in statement.additions)
    if not statement.pieces and len(statement.text) != size:
        added = tuple(Span(start=found.start(), end=found.end()) for found in _ADDED.finditer(statement.text))
    kept = gaps(added, len(statement.text))
    if sum(map(len, kept)) != size or any(span.overlaps(addition) for addition in added):
        return statement.span
    before = sum(len(addition) for addition in added if addition.end <= span.start)
    return _original(pieces, span.start - before, span.end - before)


def _original(pieces: Sequence[Span], start: int, end: int) -> Span:
    """Return from where to where characters stand that were read from pieces of a document."""
    first = last = None
    read = 0
    for piece in pieces:
        if first is None and start < read + len(piece):
            first = piece.start + start - read
        if last is None and end <= read + len(piece):
            last = piece.start + end - read
        read += len(piece)
    assert first is not None  # the span lies inside the text
    assert last is not None
    return Span(start=first, end=last)
