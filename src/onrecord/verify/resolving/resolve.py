"""From what many passages say of a statement to one verdict: copies once, in order of time, source by source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
from onrecord.text.origins import count_origins, independent, voice_of
from onrecord.verify.comparing.findings import clip, day_words
from onrecord.verify.resolving.silence import covered, why_silent
from onrecord.verify.weighing.weigh import Testimony

REPLACEABLE = (StatementKind.FIGURE, StatementKind.STATE)
"""A count or a state may be replaced by a later report; what happened on a day stays as it happened."""
_COPIED = 8
"""Words of a quotation that two reporters do not hit on alike; word for word it is a copy, whatever its document."""
_PERIOD = timedelta(days=7)
"""How far apart two sources' counts may be and still speak of one time."""
_NEAR_MISSES = 3
"""Passages shown beside "not on record" that come near, each saying why it does not count."""

_SETTING = (ReasonCode.OWN_BODY, ReasonCode.IN_REMOVED_PASSAGE)
"""Reasons that tell where statement and evidence stand; they come last."""

Side = tuple[Testimony, ...]
Part = tuple[str, Verdict]
"""Words of a statement with the verdict on them."""


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
    newer = tuple(replace(one, evidence=one.newer) for one in heard if one.newer)
    counted = any(one.counts_so for one in heard)
    outcome = _decide(statement, supporting, refuting, newer, counted=counted)
    if outcome is None:
        near = _near_misses(heard)
        seen = covered(coverage, [one.evidence for one in heard if one.near or one in near])
        silent = why_silent(seen, only_copies=only_copies, as_of=as_of)
        outcome = _Outcome(Label.NOT_ENOUGH_EVIDENCE, (silent, *(one.evidence.reasons[0] for one in near)), near)
    evidence = tuple(one.evidence for one in outcome.carrying)
    return Verdict(
        statement=statement,
        label=outcome.label,
        as_of=as_of,
        evidence=evidence,
        origins=Origins(
            supporting=count_origins(piece.memento for piece in evidence if piece.stance is Stance.SUPPORTS),
            refuting=count_origins(piece.memento for piece in evidence if piece.stance is Stance.REFUTES),
        ),
        reasons=tuple(dict.fromkeys((*outcome.reasons, *_setting(statement, evidence)))),
        coverage=covered(coverage, evidence),
        score=_strength(evidence),
    )


def join(whole: Verdict, parts: Sequence[Part], *, heads: Sequence[Part] = ()) -> Verdict:
    """Return the verdict on a statement of several clauses, ``parts`` being their words and verdicts.

    It stands when it is on record as a whole, or clause by clause. It falls only with a clause that falls: words of
    one clause held against a record of the other contradict nothing. ``heads``, beginnings of clauses, only tell
    what of a statement is on record that is not so as a whole.
    """
    begun = [head for head in heads if head[1].label is Label.SUPPORTED]
    if whole.label is Label.NOT_ENOUGH_EVIDENCE and not parts:
        return _in_part(whole, begun)
    if whole.label is Label.SUPPORTED or not parts:
        return whole
    verdicts = [verdict for _, verdict in parts]
    silent = [verdict for verdict in verdicts if verdict.label is Label.NOT_ENOUGH_EVIDENCE]
    fallen = [verdict for verdict in verdicts if verdict.label not in (Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)]
    if fallen:
        return _together([verdict for verdict in fallen if verdict.label is fallen[0].label])
    if silent:
        return _in_part(silent[0], [part for part in parts if part[1].label is Label.SUPPORTED] or begun)
    return _together(verdicts)


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    """Return one verdict for clauses of one label: all must stand for a statement to stand, one suffices to fall."""
    whole = min if verdicts[0].label is Label.SUPPORTED else max
    reasons = dict.fromkeys(reason for verdict in verdicts for reason in verdict.reasons)
    evidence = _united(verdicts)
    return replace(
        verdicts[0],
        evidence=evidence,
        coverage=covered(verdicts[0].coverage, evidence),
        origins=Origins(
            supporting=min(verdict.origins.supporting for verdict in verdicts),
            refuting=min(verdict.origins.refuting for verdict in verdicts),
        ),
        reasons=tuple(sorted(reasons, key=lambda reason: reason.code in _SETTING)),
        score=whole(verdict.score for verdict in verdicts),
    )


def _in_part(silent: Verdict, borne_out: Sequence[Part]) -> Verdict:
    """Abstain on the whole, and show what of it is on record."""
    evidence = _united([verdict for _, verdict in borne_out])
    evidence = tuple(replace(piece, stance=Stance.NEUTRAL) for piece in evidence)
    partly = (
        Reason(code=ReasonCode.SAME_MEANING, words=f"on record only in part: “{clip(clause)}”")
        for clause, _ in borne_out
    )
    evidence = (*evidence, *silent.evidence)
    return replace(
        silent,
        evidence=evidence,
        coverage=covered(silent.coverage, evidence),
        reasons=tuple(sorted((*silent.reasons, *partly), key=lambda reason: reason.code in _SETTING)),
    )


def _united(verdicts: Sequence[Verdict]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(piece for verdict in verdicts for piece in verdict.evidence))


def _once(testimonies: Sequence[Testimony]) -> Side:
    """Hear each wording once, from whoever carried it first; a short one once of each origin. Strongest first."""
    first: dict[tuple[str, str], Testimony] = {}
    for one in sorted(testimonies, key=lambda one: (one.day, *_place(one))):
        said = one.evidence.quote.split()
        origin = "" if len(said) >= _COPIED else one.evidence.memento.origin
        first.setdefault((origin, " ".join(said)), one)
    return tuple(sorted(first.values(), key=lambda one: (-one.evidence.score, one.day, *_place(one))))


def _place(one: Testimony) -> tuple[str, int, int]:
    evidence = one.evidence
    return evidence.memento.document.id, evidence.span.start, evidence.span.end


def _decide(statement: Statement, supporting: Side, refuting: Side, newer: Side, *, counted: bool) -> _Outcome | None:
    # A figure that the record has too, in words that do not bear it out, is not denied by another one.
    timely = tuple(one for one in refuting if one.timely and not (counted and _by_figure(one)))
    if supporting:
        return (
            _replaced(statement, supporting, refuting)
            or _replaced(statement, supporting, newer)
            or _disputed(supporting, refuting)
            or _Outcome(Label.SUPPORTED, _told(supporting), _voices(supporting))
        )
    return _Outcome(Label.REFUTED, _told(timely), _voices(timely)) if timely else None


def _replaced(statement: Statement, supporting: Side, refuting: Side) -> _Outcome | None:
    """Find a figure or state that was on record until the same source reported another.

    For an office, and of a figure that it corrects, any source will do.
    """
    held = _newest_first(supporting)
    later = tuple(
        one
        for one in _newest_first(refuting)
        if one.day > held[0].day
        and (one.corrects or _of_office(one) or any(_same_source(one, other) for other in held))
    )
    if not later or statement.kind not in REPLACEABLE or statement.time is not None:
        return None
    words = f"on record until {day_words(held[0].day)}, replaced by a report of {day_words(later[0].day)}"
    reasons = (Reason(code=ReasonCode.LATER_REPORT, words=words), *later[0].evidence.reasons)
    return _Outcome(Label.SUPERSEDED, reasons, (*_voices(held), *_voices(later)))


def _disputed(supporting: Side, refuting: Side) -> _Outcome | None:
    """Find different counters, or independent origins of one day, on either side; else the later report prevails."""
    last = max(one.day for one in supporting)
    against = tuple(one for one in refuting if any(_stand_apart(one, held, last) for held in supporting))
    if not against:
        return None
    words = f"{_who(supporting[0])} has it so, {_who(against[0])} otherwise"
    reasons = (Reason(code=ReasonCode.SOURCES_DIFFER, words=words), *against[0].evidence.reasons)
    return _Outcome(Label.CONFLICTING, reasons, (*_voices(supporting), *_voices(against)))


def _stand_apart(one: Testimony, held: Testimony, last: date) -> bool:
    if one.said_by and held.said_by and not one.said_by & held.said_by:
        return abs(one.day - held.day) <= _PERIOD
    apart = independent(one.evidence.memento, held.evidence.memento)
    return apart and (one.day == held.day or (one.timely and one.day >= last))


def _same_source(one: Testimony, other: Testimony) -> bool:
    return bool(one.said_by & other.said_by) or not (one.said_by or other.said_by)


def _of_office(one: Testimony) -> bool:
    return any(reason.code is ReasonCode.ROLE_DIFFERS for reason in one.evidence.reasons)


def _by_figure(one: Testimony) -> bool:
    return any(reason.code is ReasonCode.NUMBER_DIFFERS for reason in one.evidence.reasons)


def _voices(side: Side) -> Side:
    """Return the first testimony of each origin; in the order heard, that is its strongest."""
    first: dict[str, Testimony] = {}
    for one in side:
        first.setdefault(one.evidence.memento.origin, one)
    return tuple(first.values())


def _newest_first(side: Side) -> Side:
    """Return testimonies by their day, those of one day as they were."""
    return tuple(sorted(side, key=lambda one: one.day, reverse=True))


def _told(side: Side) -> tuple[Reason, ...]:
    """Return the reasons of the strongest testimony, and how many origins stand behind them all."""
    origins = count_origins(one.evidence.memento for one in side)
    if origins > 1:
        many = Reason(code=ReasonCode.SEVERAL_ORIGINS, words=f"{origins} independent origins")
    else:
        many = Reason(code=ReasonCode.SINGLE_ORIGIN, words=f"one origin only: {_who(side[0])}")
    return (*side[0].evidence.reasons, many)


def _who(one: Testimony) -> str:
    """Name whose word a testimony is: the source it gives, else who published it."""
    memento = one.evidence.memento
    publisher = "the page itself" if memento.own else voice_of(memento)
    return f"{one.source} ({publisher})" if one.source else publisher


def _near_misses(heard: Side) -> Side:
    """Return what comes near, each saying why it does not count, or what it has instead."""
    told = (replace(one, evidence=one.newer) if one.newer else one for one in heard)
    near = [one for one in told if one.evidence.reasons][:_NEAR_MISSES]
    return tuple(replace(one, evidence=replace(one.evidence, stance=Stance.NEUTRAL)) for one in near)


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
