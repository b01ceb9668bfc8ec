"""A text that stands on no page, read as one statement."""

from __future__ import annotations

from onrecord.data import (
    FACTUAL_KINDS,
    Block,
    BlockKind,
    Moment,
    Restoration,
    Span,
    Statement,
    StatementKind,
    day_of,
    document,
)
from onrecord.errors import InputEmpty
from onrecord.extract.statements import extract

_READ = 4_000
"""Characters of a text that is read: one with more is not checked, whatever it says."""


def statement_of(text: str, *, said: Moment | None = None) -> Statement:
    """Read a text that stands on no page as one statement, whatever number of sentences it has.

    ``said`` is when it was, on a day from which its "this week" is counted; without it that stays open.

    Raises:
        InputEmpty: there is no text.
    """
    if not text.strip():
        raise InputEmpty("the statement is empty", why="there are no words in it", fix="give it some text")
    alone = document(text.strip(), published_at=said and day_of(said))
    whole = Span(start=0, end=len(alone.text))
    body = Block(span=whole, kind=BlockKind.BODY)
    page = Restoration(document=alone, blocks=(body,), kept=(whole,), removals=())
    parts = extract(page, whole=True) if len(whole) <= _READ else ()
    if len(parts) == 1 and parts[0].span == whole:
        return parts[0]
    first = next((part for part in parts if part.kind in FACTUAL_KINDS), parts[0] if parts else None)
    return Statement(
        id=alone.id,
        document_id=alone.id,
        span=whole,
        text=alone.text,
        kind=first.kind if first else StatementKind.EVENT,
        attribution=first.attribution if first and len(parts) == 1 else None,
        time=first.time if first else None,
        figures=tuple(figure for part in parts for figure in part.figures),
    )
