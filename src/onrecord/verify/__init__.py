"""Statements and what was found for them, to verdicts.

In order: statements are taken apart (``claims``), the nearest words of each passage are quoted (``quotes``) and
compared with the statement (``compare``), a model judges at once every pair in which that leaves something to judge,
the two are joined (``weigh``), and what all passages say of one statement is resolved to a verdict (``resolve``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.data import (
    Candidate,
    Coverage,
    Found,
    Judgement,
    Label,
    Moment,
    OfficeMention,
    Origins,
    Reason,
    ReasonCode,
    Reference,
    Span,
    Statement,
    Verdict,
    Window,
    day_of,
)
from onrecord.ports import Verifier
from onrecord.verify.citing import told_of, uncited
from onrecord.verify.comparing.claims import Claim, read_claims
from onrecord.verify.comparing.quotes import quote
from onrecord.verify.fidelity import Rewording, judge_rewordings
from onrecord.verify.pairs import bear_out, judge_pairs
from onrecord.verify.planned import heard_as_planned, may_be_planned, told_as_planned
from onrecord.verify.reading.tongues import tell_tongues
from onrecord.verify.resolving.opposition import oppose
from onrecord.verify.resolving.outdated import hold_to_offices
from onrecord.verify.resolving.resolve import join, resolve
from onrecord.verify.unchecked import FORECAST, why_unchecked
from onrecord.verify.weighing.weigh import Reading, Testimony, read_beside, weigh

__all__ = [
    "Rewording",
    "bear_out",
    "judge_pairs",
    "judge_references",
    "judge_rewordings",
    "leave_unchecked",
    "oppose",
    "verify",
    "verify_in_turn",
]

Heard = tuple[Reading, Judgement]
"""Words of the record read beside a claim, with what a model makes of the two."""

_SILENT = Judgement(supports=0.0, refutes=0.0, neutral=1.0)
"""Stands where no model is asked, for nothing it could say would count."""


def verify(
    statements: Sequence[Statement],
    found: Sequence[Found],
    *,
    verifier: Verifier,
    as_of: Moment,
    told: Moment | None = None,
) -> tuple[Verdict, ...]:
    """Return what the record says of each statement as of a date, in order.

    Args:
        statements: in the order of their documents; a statement may take up the one before it.
        found: for each statement what was found, the same length.
        verifier: judges pairs of quoted words and statement, in one call; only those that may come to count.
        as_of: evidence published later is not heard, whoever found it.
        told: when the page that the statements belong to was published, where that is known.
    """
    return tuple(chain.from_iterable(verify_in_turn(statements, found, verifier=verifier, as_of=as_of, told=told)))


def verify_in_turn(
    statements: Sequence[Statement],
    found: Sequence[Found],
    *,
    verifier: Verifier,
    as_of: Moment,
    told: Moment | None = None,
    at_once: int | None = None,
) -> Iterator[tuple[Verdict, ...]]:
    """Yield the verdicts of :func:`verify`, ``at_once`` of them together, or all."""
    claims = read_claims(statements, told=told and day_of(told))
    size = at_once or max(1, len(claims))
    for start in range(0, len(claims), size):
        some, heard_of = claims[start : start + size], found[start : start + size]
        yield _verdicts(some, heard_of, verifier=verifier, as_of=as_of)


def _verdicts(
    claims: Sequence[Claim], found: Sequence[Found], *, verifier: Verifier, as_of: Moment
) -> tuple[Verdict, ...]:
    readings = [[_read(part, one, as_of) for part in claim.whole] for claim, one in zip(claims, found, strict=True)]
    asked = [one.pair for by_part in readings for some in by_part for one in some if one.may_speak]
    judged = iter(verifier.judge(asked) if asked else ())
    return tuple(
        _verdict(claim, one, [_heard(some, judged) for some in by_part], as_of)
        for claim, one, by_part in zip(claims, found, readings, strict=True)
    )


def _read(claim: Claim, found: Found, as_of: Moment) -> list[Reading]:
    if why_unchecked(claim):
        return []
    may_testify = [one for one in found.candidates if _may_testify(one, claim.statement, as_of)]
    quotes = [quoted for candidate in may_testify for quoted in quote(claim.gist, candidate, may_testify)]
    # A page's text has what was pasted into it too, and so tells nothing beside it.
    reports = {one.memento.document.id: one.memento for one in may_testify if not one.memento.own}
    return [read_beside(claim, quoted, tuple(reports.values()), as_of=as_of) for quoted in quotes]


def _heard(readings: Sequence[Reading], judged: Iterator[Judgement]) -> list[Heard]:
    return [(one, next(judged) if one.may_speak else _SILENT) for one in readings]


def _may_testify(candidate: Candidate, statement: Statement, as_of: Moment) -> bool:
    """Hold laws 3 and 4 whoever found the candidate: nothing later, and no page on its own words."""
    memento = candidate.memento
    if memento.own:
        return statement.foreign is not None
    return not _is_itself(candidate, statement) and memento.stood_in(Window(until=as_of))


def _is_itself(candidate: Candidate, statement: Statement) -> bool:
    """Say whether a candidate is the statement's own page, or a copy of it."""
    memento = candidate.memento
    return memento.document.id == statement.document_id or (memento.own and statement.foreign is None)


def _verdict(claim: Claim, found: Found, heard: Sequence[Sequence[Heard]], as_of: Moment) -> Verdict:
    unchecked = why_unchecked(claim) or _unjudged(heard)
    if unchecked:
        return _not_checked(claim.statement, unchecked, found, as_of)
    # What is on the topic and yet not handed over as a candidate copies the statement's own text.
    itself = any(_is_itself(one, claim.statement) for one in found.candidates)
    alone = itself or (not found.candidates and found.coverage.documents > 0)
    only_copies = alone and not any(_may_testify(one, claim.statement, as_of) for one in found.candidates)
    verdicts = [
        resolve(
            claim.statement,
            _weighed(part, some, as_of),
            found.coverage,
            only_copies=only_copies,
            as_of=as_of,
        )
        for part, some in zip(claim.whole, heard, strict=True)
    ]
    judged = [(part.gist.text, verdict) for part, verdict in zip(claim.whole, verdicts, strict=True)][1:]
    verdict = join(verdicts[0], judged[: len(claim.parts)], heads=judged[len(claim.parts) :])
    if verdict.label is Label.NOT_ENOUGH_EVIDENCE and (tongues := tell_tongues(claim.gist, found.candidates)):
        verdict = replace(verdict, reasons=(*verdict.reasons, tongues))
    verdict = hold_to_offices(verdict, claim, _may_be_told(found, claim.statement, as_of), as_of=as_of)
    if may_be_planned(claim):
        return told_as_planned(verdict) or _not_checked(claim.statement, FORECAST, found, as_of)
    return verdict


def _weighed(claim: Claim, heard: Sequence[Heard], as_of: Moment) -> list[Testimony]:
    testimonies = [weigh(reading, judgement, as_of=as_of) for reading, judgement in heard]
    return heard_as_planned(claim, testimonies) if may_be_planned(claim) else testimonies


def _may_be_told(found: Found, statement: Statement, as_of: Moment) -> list[OfficeMention]:
    """Hold law 3 for what is said of offices too."""
    window = Window(until=as_of)
    heard = (one for one in found.offices if one.memento.stood_in(window))
    return [one for one in heard if one.memento.document.id != statement.document_id]


def _unjudged(heard: Sequence[Sequence[Heard]]) -> Reason | None:
    """Return why a pair was left unjudged: a verdict without it might be another than with it."""
    reasons = (reason for some in heard for _, judgement in some for reason in judgement.reasons)
    return next((reason for reason in reasons if reason.code is ReasonCode.VERIFIER_SILENT), None)


def judge_references(
    references: Sequence[Reference],
    statements: Mapping[Span | None, Statement],
    found: Sequence[Found | None],
    *,
    verifier: Verifier,
    as_of: Moment,
) -> tuple[Reference, ...]:
    """Say of each reference whether the document it leads to carries its sentence; ``statements`` are by span."""
    cited = {at: (uncited(statements[references[at].sentence]), one) for at, one in enumerate(found) if one}
    asked = list(cited.values())
    verdicts = verify([one for one, _ in asked], [one for _, one in asked], verifier=verifier, as_of=as_of)
    told = {
        at: told_of(references[at], statement, one, verdict)
        for (at, (statement, one)), verdict in zip(cited.items(), verdicts, strict=True)
    }
    return tuple(told.get(at, reference) for at, reference in enumerate(references))


def leave_unchecked(statements: Sequence[Statement], *, as_of: Moment) -> tuple[Verdict, ...]:
    """Return verdicts that say that statements lay beyond the number to check."""
    beyond = Reason(code=ReasonCode.BUDGET, words="others are more worth checking, and only so many were asked for")
    nothing = Found(candidates=(), coverage=Coverage())
    return tuple(_not_checked(statement, beyond, nothing, as_of) for statement in statements)


def _not_checked(statement: Statement, reason: Reason, found: Found, as_of: Moment) -> Verdict:
    return Verdict(
        statement=statement,
        label=Label.NOT_CHECKED,
        as_of=as_of,
        evidence=(),
        origins=Origins(),
        reasons=(reason,),
        coverage=found.coverage,
        score=0.0,
    )
