"""From what many passages say of a statement to one verdict: copies once, in order of time, source by source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.data import (
    Coverage,
    Evidence,
    Label,
    Moment,
    Origins,
    Reason,
    ReasonCode,
    Stance,
    Statement,
    StatementKind,
    Verdict,
)
from onrecord.verify.findings import day_words
from onrecord.verify.origins import count_origins, independent
from onrecord.verify.silence import why_silent
from onrecord.verify.weigh import Testimony

_REPLACEABLE = (StatementKind.FIGURE, StatementKind.STATE)
"""A count or a state may be replaced by a later report; what happened on a day stays as it happened."""
_NEAR_MISSES = 3
"""Passages shown beside "not on record" that come near, each saying why it does not count."""

Side = tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A label, the reasons that lead to it and the testimonies that carry it."""

    label: Label
    reasons: tuple[Reason, ...]
    carrying: Side


def resolve(
    statement: Statement, testimonies: Sequence[Testimony], coverage: Coverage, *, only_copies: bool, as_of: Moment
) -> Verdict:
    """Weigh testimonies against each other and return the verdict, whatever order they come in."""
    heard = _once(testimonies)
    supporting = tuple(one for one in heard if one.evidence.stance is Stance.SUPPORTS)
    refuting = tuple(one for one in heard if one.evidence.stance is Stance.REFUTES)
    outcome = _decide(statement, supporting, refuting)
    if outcome is None:
        silent = why_silent(coverage, only_copies=only_copies, as_of=as_of)
        outcome = _near_misses(heard, silent)
    evidence = tuple(one.evidence for one in outcome.carrying)
    return Verdict(
        statement=statement,
        label=outcome.label,
        as_of=as_of,
        evidence=evidence,
        origins=Origins(
            supporting=count_origins(piece for piece in evidence if piece.stance is Stance.SUPPORTS),
            refuting=count_origins(piece for piece in evidence if piece.stance is Stance.REFUTES),
        ),
        reasons=tuple(dict.fromkeys((*outcome.reasons, *_setting(statement, evidence)))),
        coverage=coverage,
        score=_strength(evidence),
    )


def join(whole: Verdict, parts: Sequence[Verdict]) -> Verdict:
    """Return the verdict on a statement of several clauses where only its parts are on record.

    It stands when every part does, and falls with any part that falls.
    """
    if whole.label is not Label.NOT_ENOUGH_EVIDENCE or not parts:
        return whole
    fallen = [part for part in parts if part.label not in (Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)]
    if fallen:
        return fallen[0]
    if any(part.label is not Label.SUPPORTED for part in parts):
        return whole
    evidence = tuple(dict.fromkeys(piece for part in parts for piece in part.evidence))
    return replace(
        parts[0],
        evidence=evidence,
        origins=Origins(supporting=min(part.origins.supporting for part in parts)),
        reasons=tuple(dict.fromkeys(reason for part in parts for reason in part.reasons)),
        score=min(part.score for part in parts),
    )


def _once(testimonies: Sequence[Testimony]) -> Side:
    """Hear each wording of each origin once, from whoever carried it first; strongest first."""
    first: dict[tuple[str, str], Testimony] = {}
    for one in sorted(testimonies, key=lambda one: (one.day, *_place(one))):
        first.setdefault((one.evidence.memento.origin, " ".join(one.evidence.quote.split())), one)
    return tuple(sorted(first.values(), key=lambda one: (-one.evidence.score, one.day, *_place(one))))


def _place(one: Testimony) -> tuple[str, int, int]:
    evidence = one.evidence
    return evidence.memento.document.id, evidence.span.start, evidence.span.end


def _decide(statement: Statement, supporting: Side, refuting: Side) -> _Outcome | None:
    timely = tuple(one for one in refuting if one.timely)
    if supporting:
        return (
            _replaced(statement, supporting, refuting)
            or _disputed(supporting, timely)
            or _Outcome(Label.SUPPORTED, _told(supporting), _voices(supporting))
        )
    return _Outcome(Label.REFUTED, _told(timely), _voices(timely)) if timely else None


def _replaced(statement: Statement, supporting: Side, refuting: Side) -> _Outcome | None:
    """Find a figure or state that was on record until the same source reported another."""
    last = max(one.day for one in supporting)
    later = tuple(one for one in refuting if one.day > last and any(_same_source(one, held) for held in supporting))
    if not later or statement.kind not in _REPLACEABLE or statement.time is not None:
        return None
    newest = max(later, key=lambda one: one.day)
    words = f"on record until {day_words(last)}, replaced by a report of {day_words(newest.day)}"
    reasons = (Reason(code=ReasonCode.LATER_REPORT, words=words), *newest.evidence.reasons)
    return _Outcome(Label.SUPERSEDED, reasons, (*_voices(supporting), *_voices(later)))


def _disputed(supporting: Side, timely: Side) -> _Outcome | None:
    """Find independent origins or different counters on either side; an earlier report gives way to a later one."""
    last = max(one.day for one in supporting)
    against = tuple(
        one
        for one in timely
        if any(_different_counters(one, held) or (_independent(one, held) and one.day >= last) for held in supporting)
    )
    if not against:
        return None
    words = f"{_who(supporting[0])} has it so, {_who(against[0])} otherwise"
    reasons = (Reason(code=ReasonCode.SOURCES_DIFFER, words=words), *against[0].evidence.reasons)
    return _Outcome(Label.CONFLICTING, reasons, (*_voices(supporting), *_voices(against)))


def _same_source(one: Testimony, other: Testimony) -> bool:
    return bool(one.said_by & other.said_by) or not (one.said_by or other.said_by)


def _different_counters(one: Testimony, other: Testimony) -> bool:
    return bool(one.said_by and other.said_by) and not one.said_by & other.said_by


def _independent(one: Testimony, other: Testimony) -> bool:
    return independent(one.evidence.memento, other.evidence.memento)


def _voices(side: Side) -> Side:
    """Return the strongest testimony of each origin, strongest first."""
    strongest: dict[str, Testimony] = {}
    for one in side:
        strongest.setdefault(one.evidence.memento.origin, one)
    return tuple(strongest.values())


def _told(side: Side) -> tuple[Reason, ...]:
    """Return the reasons of the strongest testimony, and how many origins stand behind them all."""
    origins = count_origins(one.evidence for one in side)
    if origins > 1:
        many = Reason(code=ReasonCode.SEVERAL_ORIGINS, words=f"{origins} independent origins say so")
    else:
        many = Reason(code=ReasonCode.SINGLE_ORIGIN, words=f"one origin says so: {_who(side[0])}")
    return (*side[0].evidence.reasons, many)


def _who(one: Testimony) -> str:
    memento = one.evidence.memento
    return "the page itself" if memento.own else memento.document.publisher or memento.origin


def _near_misses(heard: Side, silent: Reason) -> _Outcome:
    """Abstain, showing what comes near and why it does not count."""
    near = [one for one in heard if one.evidence.reasons][:_NEAR_MISSES]
    shown = tuple(replace(one, evidence=replace(one.evidence, stance=Stance.NEUTRAL)) for one in near)
    return _Outcome(Label.NOT_ENOUGH_EVIDENCE, (silent, *(one.evidence.reasons[0] for one in shown)), shown)


def _setting(statement: Statement, evidence: tuple[Evidence, ...]) -> tuple[Reason, ...]:
    """Return what a reader must know of the statement's place and of evidence from its own page."""
    found = []
    if any(piece.memento.own for piece in evidence):
        found.append(Reason(code=ReasonCode.OWN_BODY, words="compared with the page's own text"))
    if statement.foreign is not None:
        words = f"stands in a passage that does not belong to this page ({statement.foreign.replace('_', ' ')})"
        found.append(Reason(code=ReasonCode.IN_REMOVED_PASSAGE, words=words))
    return tuple(found)


def _strength(evidence: tuple[Evidence, ...]) -> float:
    """Return how strong the weaker of the sides that carry the verdict is; 0 when none does."""
    sides = (
        [piece.score for piece in evidence if piece.stance is stance] for stance in (Stance.SUPPORTS, Stance.REFUTES)
    )
    return min((max(side) for side in sides if side), default=0.0)
