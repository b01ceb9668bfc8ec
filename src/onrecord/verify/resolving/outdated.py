"""Verdicts on statements that speak from the past of an office: the record has had it otherwise since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import (
    Evidence,
    Label,
    Moment,
    OfficeMention,
    Origins,
    Reason,
    ReasonCode,
    Span,
    Stance,
    Verdict,
    day_of,
)
from onrecord.text.origins import count_origins
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.claims import Claim
from onrecord.verify.comparing.findings import clash, clip, day_words
from onrecord.verify.comparing.quotes import LONGEST
from onrecord.verify.resolving.resolve import REPLACEABLE
from onrecord.verify.weighing.places import place
from onrecord.verify.weighing.tenures import Outdated, find_outdated

_SHOWN = 3
"""Texts shown of those that have it otherwise."""


def hold_to_offices(verdict: Verdict, claim: Claim, mentions: Sequence[OfficeMention], *, as_of: Moment) -> Verdict:
    """Return the verdict on a statement, changed where the statement speaks from the past of an office.

    What is on record otherwise, or disputed, stays as it is; so does what a report bears out since the office changed.
    """
    if verdict.label not in (Label.NOT_ENOUGH_EVIDENCE, Label.SUPPORTED) or not mentions:
        return verdict
    statement = claim.statement
    outdated = find_outdated(claim.gist, mentions, time=statement.time, as_of=day_of(as_of))
    if outdated is None:
        return _with_doubt(verdict, claim, mentions, as_of=as_of)
    against = tuple(_evidence(one, claim, outdated) for one in outdated.since[:_SHOWN])
    reasons = (*against[0].reasons, *_until(outdated))
    if verdict.label is Label.NOT_ENOUGH_EVIDENCE:
        before = (_cut(outdated.before, Stance.NEUTRAL, 0.0),) if outdated.before else ()
        return _instead(verdict, Label.REFUTED, (*against, *before), reasons, outdated)
    held = tuple(one for one in verdict.evidence if one.stance is Stance.SUPPORTS)
    stale = all(one.memento.at and day_of(one.memento.at) < outdated.changed for one in held)
    if not stale or statement.kind not in REPLACEABLE or statement.time is not None:
        return verdict
    return _instead(verdict, Label.SUPERSEDED, (*held, *against), (*reversed(reasons),), outdated)


def _with_doubt(verdict: Verdict, claim: Claim, mentions: Sequence[OfficeMention], *, as_of: Moment) -> Verdict:
    """Return a verdict of not enough evidence with what one origin alone has otherwise of an office: it may err."""
    if verdict.label is not Label.NOT_ENOUGH_EVIDENCE:
        return verdict
    told = find_outdated(claim.gist, mentions, time=claim.statement.time, as_of=day_of(as_of), origins=1)
    if told is None:
        return verdict
    doubt = replace(_evidence(told.since[0], claim, told), stance=Stance.NEUTRAL)
    reasons = (*verdict.reasons, *doubt.reasons, *_until(told))
    return replace(verdict, evidence=(replace(doubt, reasons=()), *verdict.evidence), reasons=reasons)


def _instead(
    verdict: Verdict, label: Label, evidence: tuple[Evidence, ...], reasons: tuple[Reason, ...], outdated: Outdated
) -> Verdict:
    supporting = (one.memento for one in evidence if one.stance is Stance.SUPPORTS)
    refuting = (one.memento for one in evidence if one.stance is Stance.REFUTES)
    place_told = tuple(reason for reason in verdict.reasons if reason.code is ReasonCode.IN_REMOVED_PASSAGE)
    return replace(
        verdict,
        label=label,
        evidence=evidence,
        origins=Origins(supporting=count_origins(supporting), refuting=count_origins(refuting)),
        reasons=(*reasons, *place_told),
        score=outdated.share,
    )


def _evidence(mention: OfficeMention, claim: Claim, outdated: Outdated) -> Evidence:
    document = mention.memento.document
    record = f"the record of {day_words(mention.at)}"
    differs = clash(
        ReasonCode.ROLE_DIFFERS, (claim.gist.text, outdated.here), (document.text, mention.span), record=record
    )
    differs = replace(differs, here=place(claim.statement, outdated.here))
    return replace(_cut(mention, Stance.REFUTES, outdated.share), reasons=(differs,))


def _cut(mention: OfficeMention, stance: Stance, score: float) -> Evidence:
    """Quote the sentence that a mention stands in."""
    document, span = mention.memento.document, mention.span
    start, end = max(0, span.start - LONGEST), min(len(document.text), span.end + LONGEST)
    around = sentences(document.text[start:end], document.language)
    spans = (Span(start=start + one.start, end=start + one.end) for one in around)
    whole = next((one for one in spans if one.covers(span)), span)
    return Evidence(memento=mention.memento, span=whole, quote=whole.cut(document.text), stance=stance, score=score)


def _until(outdated: Outdated) -> tuple[Reason, ...]:
    if outdated.before is None:
        return ()
    words = f"“{clip(outdated.before.quote)}” is on record of {day_words(outdated.before.at)}, otherwise since"
    return (Reason(code=ReasonCode.LATER_REPORT, words=words, there=outdated.before.span),)
