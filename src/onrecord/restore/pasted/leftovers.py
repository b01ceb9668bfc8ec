"""Marks that the programs around chat assistants leave, wherever they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.data import Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.evidence import Story, quoted
from onrecord.restore.words import LEFTOVER, LEFTOVERS

_MARK = Reason(code=ReasonCode.REPLY_MARKUP, words="is a mark that the programs around chat assistants leave")


def left_over(text: str, lines: tuple[Span, ...], found: Sequence[Removal]) -> list[Removal]:
    """Return the marks of programs around models that no passage found already has whole."""
    if not lines or not LEFTOVER.search(text, lines[0].start, lines[-1].end):
        return []
    told = [one.span for one in found if one.status is RemovalStatus.REMOVED]
    guarded = Story.of(text, lines).about_chatbots
    made = []
    for at in LEFTOVERS.finditer(text, lines[0].start, lines[-1].end):
        span = Span(start=at.start(), end=at.end())
        line = lines[bisect_right(lines, span.start, key=lambda line: line.start) - 1]
        if not any(one.covers(span) for one in told):
            status = RemovalStatus.SUSPECTED if guarded or quoted(text, span, line) else RemovalStatus.REMOVED
            made.append(Removal(span=span, kind=RemovalKind.CHATBOT_REPLY, status=status, score=1.0, reasons=(_MARK,)))
    return made
