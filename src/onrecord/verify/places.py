"""Where the words of a statement stand in the document under examination."""

from __future__ import annotations

import re

from onrecord.data import Span, Statement
from onrecord.text.spans import gaps

_ADDED = re.compile(r" ?\[[^\[\]]*\]")


def place(statement: Statement, span: Span) -> Span:
    """Return the characters of the document that ``span`` of ``statement.text`` was cut from.

    Where they cannot be told to the character, because a passage was taken out of the statement's middle
    or the words stand in an addition, the whole statement's span is returned.
    """
    whole = statement.span
    if len(statement.text) == len(whole):
        return Span(start=whole.start + span.start, end=whole.start + span.end)
    added = tuple(Span(start=found.start(), end=found.end()) for found in _ADDED.finditer(statement.text))
    kept = gaps(added, len(statement.text))
    if sum(map(len, kept)) != len(whole) or any(span.overlaps(addition) for addition in added):
        return whole
    before = sum(len(addition) for addition in added if addition.end <= span.start)
    return Span(start=whole.start + span.start - before, end=whole.start + span.end - before)
