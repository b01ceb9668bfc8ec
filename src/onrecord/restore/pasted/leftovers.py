"""Marks that the programs around chat assistants leave, wherever they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.data import Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.evidence import Story, quoted
from onrecord.restore.pasted.register import LEAST_WORDS, likeliest
from onrecord.restore.words import COMPILED_REPLY, LEFTOVER, LEFTOVERS

_NOBODY = -2.0  # how far below the bound of the register a sentence speaks to nobody

_MARK = Reason(code=ReasonCode.REPLY_MARKUP, words="is a mark that the programs around chat assistants leave")


def beside_marks(text: str, found: Sequence[Removal]) -> list[Removal]:
    """Return what is found without the sentences that one such mark alone tells of: they speak to nobody."""
    return [one for one in found if not (one.status is RemovalStatus.REMOVED and _is_only_marked(text, one))]


def _is_only_marked(text: str, one: Removal) -> bool:
    marks = list(LEFTOVERS.finditer(text, one.span.start, one.span.end))
    if len(marks) != 1 or one.kind is not RemovalKind.CHATBOT_REPLY or "\n" in one.span.cut(text).strip():
        return False
    parts = (text[one.span.start : marks[0].start()], text[marks[0].end() : one.span.end])
    rest = [part for part in parts if len(part.split()) >= LEAST_WORDS]
    return bool(rest) and all(
        likeliest(part, Span(start=0, end=len(part))) < _NOBODY and not any(at.search(part) for _, at in COMPILED_REPLY)
        for part in rest
    )


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
