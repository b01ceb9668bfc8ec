"""What one quoted passage says of one statement, before the others are heard."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.data import (
    Evidence,
    Interval,
    Judgement,
    Memento,
    Moment,
    Reason,
    ReasonCode,
    Span,
    Stance,
    Statement,
    StatementKind,
    day_of,
)
from onrecord.verify.claims import Claim
from onrecord.verify.combine import combine
from onrecord.verify.compare import Comparison, compare
from onrecord.verify.findings import day_words
from onrecord.verify.gist import Gist, gist
from onrecord.verify.places import place
from onrecord.verify.quotes import Quoted
from onrecord.verify.thresholds import REFUTED, SUPPORTED
from onrecord.verify.times import meets

_ONE_THING = 0.6
"""Least share of a statement that the record must have, clashes aside, to speak of the same thing."""
_ONE_TOPIC = 0.3
"""That share where the page's own text has somebody in or out of the office a pasted passage gives them."""
_NEARLY_ALL = 0.9
_A_DAY = timedelta(days=1)
_CURRENT = timedelta(days=1)
"""How long a report stands for the present when a statement names no time."""
_SHORT = timedelta(days=7)
"""A time within which a thing that may happen again is taken to have happened once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A piece of evidence with what resolving needs to know of it."""

    evidence: Evidence
    day: date
    """When it was published; for the page itself without a date, the day asked for."""
    timely: bool
    """Whether it speaks of the time that the statement speaks of, so that it may contradict it."""
    said_by: frozenset[str]
    """Words that name whom it has it from, as stems; empty for the record itself."""


def weigh(claim: Claim, quoted: Quoted, judgement: Judgement, *, as_of: Moment) -> Testimony:
    """Take down what ``quoted`` says of ``claim``, given what a model makes of the two."""
    memento = quoted.candidate.memento
    day = day_of(memento.at or as_of)
    there = gist(quoted.words, anchor=day, language=memento.document.language)
    comparison = compare(
        claim.gist,
        there,
        sources=claim.sources,
        topic=claim.topic,
        beside=_beside(quoted),
        reported=Interval(start=day - _A_DAY, end=day),
        record=_record(memento),
    )
    judged = combine(judgement, comparison)
    stance = _stance(claim.statement, comparison, judged, own=memento.own)
    score = {Stance.SUPPORTS: judged.supports, Stance.REFUTES: judged.refutes, Stance.NEUTRAL: judged.neutral}[stance]
    reasons = (*_agreement(stance, comparison), *judged.reasons) if comparison.same >= _ONE_TOPIC else ()
    evidence = Evidence(
        memento=memento,
        span=quoted.span,
        quote=quoted.words,
        stance=stance,
        score=score,
        reasons=tuple(_placed(reason, claim, quoted) for reason in reasons),
    )
    timely = memento.own or _timely(claim.statement, there, day, as_of)
    return Testimony(evidence=evidence, day=day, timely=timely, said_by=comparison.voice.said_by)


def _stance(statement: Statement, comparison: Comparison, judged: Judgement, *, own: bool) -> Stance:
    codes = {reason.code for reason in comparison.clashes}
    in_office = ReasonCode.ROLE_DIFFERS in codes
    if own and in_office and comparison.same >= _ONE_TOPIC:
        return Stance.REFUTES
    voice = comparison.voice
    # A ministry's count is on record as the ministry's count; other words of somebody are only somebody's.
    borne = voice.caveat is None or (voice.counts and statement.kind is StatementKind.FIGURE)
    # A date alone contradicts nothing, the same may have happened on another day too; nor does a title in passing.
    grounds = codes & {ReasonCode.NUMBER_DIFFERS, ReasonCode.NEGATED} or (
        in_office and statement.kind is StatementKind.STATE
    )
    if voice.denial or (grounds and borne):
        one_thing = comparison.same >= _ONE_THING and not comparison.missing
        return Stance.REFUTES if one_thing and judged.refutes >= REFUTED else Stance.NEUTRAL
    held_back = codes or comparison.missing or comparison.doubt or not borne
    return Stance.SUPPORTS if judged.supports >= SUPPORTED and not held_back else Stance.NEUTRAL


def _agreement(stance: Stance, comparison: Comparison) -> tuple[Reason, ...]:
    if stance is not Stance.SUPPORTS:
        return ()
    if comparison.shared >= _NEARLY_ALL:
        return (Reason(code=ReasonCode.SAME_WORDS, words="says it in nearly the same words"),)
    return (Reason(code=ReasonCode.SAME_MEANING, words="says the same in other words"),)


def _timely(statement: Statement, there: Gist, day: date, as_of: Moment) -> bool:
    said_of = statement.time
    if said_of is None:
        return day_of(as_of) - day <= _CURRENT
    length = said_of.end - said_of.start
    closed = statement.kind is StatementKind.FIGURE and said_of.end < day
    if length > _SHORT and not closed:
        return False
    spoken_of = [time.interval for time in there.times if time.interval]
    spoken_of = [time for time in spoken_of if time.end - time.start <= max(length, _SHORT)]
    return any(meets(said_of, time) for time in spoken_of or [Interval(start=day - _A_DAY, end=day)])


def _beside(quoted: Quoted) -> Gist:
    document = quoted.candidate.memento.document
    return gist(f"{document.title or ''}\n{quoted.candidate.span.cut(document.text)}")


def _record(memento: Memento) -> str:
    if memento.own:
        return "the page itself"
    return f"the record of {day_words(memento.at)}" if memento.at else "the record"


def _placed(reason: Reason, claim: Claim, quoted: Quoted) -> Reason:
    """Move the spans of a reason from the texts compared to the documents they were cut from."""
    here = reason.here and place(claim.statement, _moved(reason.here, claim.start))
    there = reason.there and _moved(reason.there, quoted.span.start)
    return replace(reason, here=here, there=there)


def _moved(span: Span, by: int) -> Span:
    return Span(start=span.start + by, end=span.end + by)
