"""Whether the documents that a page cites carry the sentences that cite them."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.data import (
    Evidence,
    Found,
    Label,
    Reason,
    ReasonCode,
    Reference,
    ReferenceStatus,
    Stance,
    Statement,
    Verdict,
)

_STATUS = {
    Label.SUPPORTED: ReferenceStatus.CARRIED,
    Label.REFUTED: ReferenceStatus.CONTRADICTED,
    Label.CONFLICTING: ReferenceStatus.CONTRADICTED,
    Label.SUPERSEDED: ReferenceStatus.CONTRADICTED,
    Label.NOT_ENOUGH_EVIDENCE: ReferenceStatus.NOT_CARRIED,
}


_CITING = re.compile(
    r"\]\(https?://[^)\s]*\)|\s*\(?https?://[^\s<>)]+\)?|\s*\[\^?\d[\d,;–\s^-]*\]|\s*【[^】]*】|[⁰¹²³⁴-⁹]+|\["
)


def uncited(statement: Statement) -> Statement:
    """Return a statement without the marks and addresses by which it cites: they are no figures of it."""
    return replace(statement, text=_CITING.sub("", statement.text).strip() or statement.text)


def told_of(reference: Reference, statement: Statement, found: Found, verdict: Verdict) -> Reference:
    """Return a reference with what the verdict on its sentence, from the cited document alone, says of it."""
    status = _STATUS.get(verdict.label)
    if status is None:
        return replace(reference, reasons=verdict.reasons)
    if status is ReferenceStatus.NOT_CARRIED:
        evidence = _nearest(found)
        words = "nothing was found in it that bears this out"
        code = ReasonCode.CITED_SILENT
    else:
        evidence = verdict.evidence
        words = "it says so" if status is ReferenceStatus.CARRIED else verdict.reasons[0].words
        code = ReasonCode.CITED_CARRIES if status is ReferenceStatus.CARRIED else verdict.reasons[0].code
    there = evidence[0].span if evidence else None
    reason = Reason(code=code, words=words, here=statement.span, there=there)
    return replace(reference, status=status, reasons=(reason,), evidence=evidence)


def _nearest(found: Found) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            memento=one.memento,
            span=one.span,
            quote=one.span.cut(one.memento.document.text),
            stance=Stance.NEUTRAL,
            score=one.score,
        )
        for one in found.candidates[:1]
    )
