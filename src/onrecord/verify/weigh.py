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
from onrecord.verify.compare import Comparison, Setting, compare
from onrecord.verify.findings import day_words
from onrecord.verify.gist import Gist, gist
from onrecord.verify.places import place
from onrecord.verify.quotes import Quoted
from onrecord.verify.thresholds import REFUTED, SUPPORTED
from onrecord.verify.times import meets

ONE_THING = 0.6
"""Least share of a statement that the record must have, clashes aside, to speak of the same thing."""
ENOUGH = 0.6
"""Least share of a statement that the record must have to bear it out, however alike the two are to a model."""
_NEARLY_ALL = 0.9
_A_DAY = timedelta(days=1)
_CURRENT = timedelta(days=1)
"""How old a report may be to be held against a denial that names no time."""
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
    source: str
    """Whom it has it from, as it names them."""


def weigh(claim: Claim, quoted: Quoted, judgement: Judgement, *, as_of: Moment) -> Testimony:
    """Take down what ``quoted`` says of ``claim``, given what a model makes of the two."""
    memento = quoted.candidate.memento
    day = day_of(memento.at or as_of)
    there = gist(quoted.words, anchor=day, language=memento.document.language)
    setting = Setting(
        sources=claim.sources,
        topic=claim.topic,
        speakers=claim.speakers,
        beside=_beside(quoted),
        reported=Interval(start=day - _A_DAY, end=day),
        record=_record(memento),
    )
    comparison = compare(claim.gist, there, setting)
    judged = combine(judgement, comparison)
    stance = _stance(claim.statement, comparison, judged, own=memento.own)
    score = _score(stance, judged)
    reasons = (
        (*_agreement(stance, comparison), *judged.reasons)
        if stance is not Stance.NEUTRAL or comparison.same >= ONE_THING
        else ()
    )
    evidence = Evidence(
        memento=memento,
        span=quoted.span,
        quote=quoted.words,
        stance=stance,
        score=score,
        reasons=tuple(_placed(reason, claim, quoted) for reason in reasons),
    )
    timely = memento.own or _timely(claim, comparison, there, day, as_of)
    voice = comparison.voice
    return Testimony(evidence=evidence, day=day, timely=timely, said_by=voice.said_by, source=voice.source)


def _score(stance: Stance, judged: Judgement) -> float:
    """Return how sure the stance is; a refutation given that both speak of one thing, which it takes."""
    if stance is Stance.REFUTES:
        return judged.refutes / (judged.refutes + judged.supports)
    return judged.supports if stance is Stance.SUPPORTS else judged.neutral


def _stance(statement: Statement, comparison: Comparison, judged: Judgement, *, own: bool) -> Stance:
    codes = {reason.code for reason in comparison.clashes}
    in_office = ReasonCode.ROLE_DIFFERS in codes
    if own and in_office and comparison.named:
        return Stance.REFUTES
    # A ministry's count is on record as the ministry's count; other words of somebody are only somebody's.
    counted = comparison.voice.counts and statement.kind is StatementKind.FIGURE
    of_office = in_office and statement.kind is StatementKind.STATE
    if contradicts(comparison, counted=counted, of_office=of_office):
        sure = of_office or comparison.answered or judged.refutes >= REFUTED
        return Stance.REFUTES if sure else Stance.NEUTRAL
    # What was pasted into a page speaks of what the page speaks of: there the likeliest reading will do.
    enough = judged.supports > max(judged.refutes, judged.neutral) if own else judged.supports >= SUPPORTED
    return Stance.SUPPORTS if bears_out(comparison, counted=counted) and enough else Stance.NEUTRAL


def contradicts(comparison: Comparison, *, counted: bool = False, of_office: bool = False) -> bool:
    """Say whether a named difference holds words of the record against a statement about the same thing.

    Another day or another name contradicts nothing: what happened then, or to them, is another thing. Nor does a
    title in passing, unless the statement is of the office.
    """
    codes = {reason.code for reason in comparison.clashes}
    grounds = bool(codes & {ReasonCode.NUMBER_DIFFERS, ReasonCode.NEGATED}) or of_office
    heard = comparison.voice.denial or (grounds and (counted or comparison.voice.caveat is None))
    one_thing = comparison.same >= ONE_THING and not (comparison.absent or comparison.doubt or comparison.hedged)
    another = codes & {ReasonCode.DATE_DIFFERS, ReasonCode.ENTITY_DIFFERS}
    return bool(heard) and one_thing and not another


def bears_out(comparison: Comparison, *, counted: bool = False) -> bool:
    """Say whether nothing keeps words of the record from bearing a statement out."""
    differs = comparison.clashes or comparison.missing or comparison.doubt
    own_words = counted or comparison.voice.caveat is None
    return comparison.shared >= ENOUGH and own_words and not differs


def _agreement(stance: Stance, comparison: Comparison) -> tuple[Reason, ...]:
    if stance is not Stance.SUPPORTS:
        return ()
    if comparison.shared >= _NEARLY_ALL:
        return (Reason(code=ReasonCode.SAME_WORDS, words="says it in nearly the same words"),)
    return (Reason(code=ReasonCode.SAME_MEANING, words="says the same in other words"),)


def _timely(claim: Claim, comparison: Comparison, there: Gist, day: date, as_of: Moment) -> bool:
    """Say whether the record speaks of the statement's own time, so that it may contradict it.

    A statement that names no time may be older or newer than the report: a count may have grown, a state ended.
    Only one that denies what was reported that day or the day before is held against the report.
    """
    statement = claim.statement
    said_of = statement.time
    if said_of is None:
        denying = any(
            negation.cue.overlaps(reason.here)
            for reason in comparison.clashes
            if reason.here and reason.code is ReasonCode.NEGATED
            for negation in claim.gist.negations
        )
        return denying and day_of(as_of) - day <= _CURRENT
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
