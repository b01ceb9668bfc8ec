"""What one quoted passage says of one statement, before the others are heard."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from onrecord.data import (
    Evidence,
    Interval,
    Judgement,
    Memento,
    Moment,
    Pair,
    Reason,
    ReasonCode,
    Span,
    Stance,
    StatementKind,
    day_of,
)
from onrecord.text.numbers import in_ascii
from onrecord.text.sentences import sentences
from onrecord.text.taken_back import taken_back
from onrecord.verify.comparing.attribution import Voice
from onrecord.verify.comparing.claims import Claim, content_of
from onrecord.verify.comparing.compare import Comparison, Setting, compare
from onrecord.verify.comparing.figures import in_its_figures
from onrecord.verify.comparing.findings import clip, day_words
from onrecord.verify.comparing.names import without_places
from onrecord.verify.comparing.plainly import put_plainly
from onrecord.verify.comparing.quotes import LONGEST, Quoted
from onrecord.verify.comparing.times import in_its_times, meets
from onrecord.verify.reading.company import newsroom_of
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.weighing.combine import combine
from onrecord.verify.weighing.corrections import mistakes_in, takes_back
from onrecord.verify.weighing.denied import denies_another
from onrecord.verify.weighing.ended import is_over
from onrecord.verify.weighing.others import of_others
from onrecord.verify.weighing.places import place
from onrecord.verify.weighing.replacing import corrects, newer_figure, newer_holder
from onrecord.verify.weighing.reviews import no_report, passed_on
from onrecord.verify.weighing.stance import NEARLY_ALL, ON_TOPIC, ONE_THING, bears_out, may_speak, score_of, stance_of
from onrecord.verify.weighing.timing import too_early

_A_DAY = timedelta(days=1)
_CURRENT = timedelta(days=1)
"""How old a report may be to be held against a denial that names no time."""
_LEAD = 600
"""Characters of a report in which it says whom and what it is about, as the sentences behind do not."""
_BEFORE = 400
"""Characters before quoted words that are looked through even where another passage begins between."""
_SHORT = timedelta(days=7)
"""A time within which a thing that may happen again is taken to have happened once."""


_COUNTED_BACK = re.compile(r"\b(?:ago|earlier|this time last|(?:year|month|week) before)\b")
"""What is counted back from the day of a text: "a year ago" is another week in each, "two days ago" is a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A piece of evidence with what resolving needs to know of it."""

    evidence: Evidence
    day: date
    """When it was published; for the page itself without a date, the day asked for."""
    timely: bool
    """Whether it contradicts a statement and speaks of the time that this speaks of."""
    said_by: frozenset[str]
    """Words that name whom it has it from, as stems; empty for the record itself."""
    source: str
    """Whom it has it from, as it names them."""
    newer: Evidence | None
    """The same as evidence that a figure or an office is another by now, where it does not contradict a statement."""
    corrects: bool
    """Whether it has the figure of a statement as one that no longer holds: "from 63 to 61"."""
    near: bool
    """Whether it has so much of a statement, or all whom and what it names, that its document is on the topic."""
    counts_so: bool
    """Whether it has the figures of a statement as the statement has them, though it may not bear it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words of the record read beside a claim, before a model is asked about the two."""

    claim: Claim
    quoted: Quoted
    day: date
    there: Gist
    comparison: Comparison
    others: tuple[str, ...]
    """The texts of what else was found."""
    reports: tuple[Memento, ...]
    """What else was found, which may take the quoted words back."""

    @property
    def pair(self) -> Pair:
        """What a model is asked: the words under their headline, which names what they only call "it".

        It reads no digits but those of English.
        """
        memento = self.quoted.candidate.memento
        title = "" if memento.own else (memento.document.title or "")[:LONGEST]
        words = f"{title.rstrip('.')}. {self.quoted.words}" if title else self.quoted.words
        stated = in_its_figures(without_places(self._stated, gist(words), self.whole, self.others), self.there)
        asked = in_its_times(stated, self.there, reported=_reported(self.day))
        return Pair(premise=in_ascii(words), hypothesis=in_ascii(put_plainly(asked, words)))

    @property
    def whole(self) -> str:
        """The document that the quoted words are of, under its headline."""
        document = self.quoted.candidate.memento.document
        return f"{document.title or ''}\n{document.text}"

    @property
    def _stated(self) -> Gist:
        """What the model is asked about: of "Lund said that P" it is P, where the record has it as Lund's words too.

        Whose words they are the comparison has read, and a model takes what is only put otherwise ("P, Lund said")
        for something else.
        """
        claim = self.claim
        content = content_of(claim.gist, self.there)
        if content is None or not self.comparison.voice.said_by or self.comparison.voice.caveat:
            return claim.gist
        return Gist(text=content.cut(claim.gist.text), anchor=claim.gist.anchor, said_of=claim.gist.said_of)

    @property
    def may_speak(self) -> bool:
        """Whether a model can make a difference: of twenty readings one can be more than silent."""
        own = self.quoted.candidate.memento.own
        return may_speak(self.claim.statement, self.comparison, own=own)


def read_beside(claim: Claim, quoted: Quoted, reports: tuple[Memento, ...], *, as_of: Moment) -> Reading:
    """Compare a claim with words of the record; ``reports`` are all that was found."""
    memento = quoted.candidate.memento
    others = tuple(report.document.text for report in reports)
    day = day_of(memento.at or as_of)
    there = gist(quoted.words, anchor=day, language=memento.document.language)
    setting = Setting(
        sources=claim.sources,
        topic=claim.topic,
        company=claim.around.company,
        speakers=claim.around.speakers,
        beside=_beside(quoted),
        before=_before(quoted),
        reported=_reported(day),
        whole="" if memento.own else memento.document.text,
        others=() if memento.own else others,
        language=memento.document.language,
        bearers=claim.around.bearers,
        newsroom="" if memento.own else newsroom_of(memento.document.publisher or ""),
        examined=None if memento.own else _examined(claim, quoted, reports),
        early=None if memento.own else too_early(claim, there, memento, day=day),
        record=_record(memento),
    )
    return Reading(
        claim=claim,
        quoted=quoted,
        day=day,
        there=there,
        comparison=compare(claim.gist, there, setting),
        others=setting.others,
        reports=reports,
    )


def weigh(reading: Reading, judgement: Judgement, *, as_of: Moment) -> Testimony:
    """Take down what words of the record say of a claim, given what a model makes of the two."""
    claim, quoted, comparison = reading.claim, reading.quoted, reading.comparison
    memento = quoted.candidate.memento
    judged = combine(judgement, comparison)
    stance = stance_of(claim.statement, comparison, judged, read=judgement, own=memento.own)
    if stance is Stance.REFUTES and not memento.own and denies_another(claim.gist, reading.there, comparison.clashes):
        stance = Stance.NEUTRAL
    others = None
    if stance is Stance.SUPPORTS and not comparison.verbatim:
        others = of_others(claim, reading.there, quoted, beside=_beside(quoted), found=(reading.whole, *reading.others))
    if others is not None:
        stance = Stance.NEUTRAL
        judged = replace(judged, reasons=(others, *judged.reasons))
    score = score_of(stance, judged)
    reasons = (
        (*_agreement(stance, comparison), *_to_the_point(judged.reasons, comparison))
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
    timely = stance is Stance.REFUTES and (memento.own or _timely(reading, as_of))
    voice = comparison.voice
    return Testimony(
        evidence=evidence,
        day=reading.day,
        timely=timely,
        said_by=voice.said_by,
        source=voice.source,
        newer=None if memento.own or stance is not Stance.NEUTRAL else _newer(reading, evidence, judgement),
        corrects=corrects(claim.gist, reading.there),
        near=comparison.shared >= ON_TOPIC or (comparison.around and comparison.named > 0),
        counts_so=comparison.shared >= ON_TOPIC and _counts_so(claim, comparison),
    )


def _examined(claim: Claim, quoted: Quoted, reports: tuple[Memento, ...]) -> Reason | None:
    """Return why the quoted words are not simply reported."""
    document = quoted.candidate.memento.document
    told = no_report(document) or passed_on(document, quoted.span, claim.gist.text)
    told = told or _taken_back(claim, quoted, reports)
    return told or is_over(claim.gist, quoted.words, document.text[quoted.span.end :][:LONGEST])


def _taken_back(claim: Claim, quoted: Quoted, reports: tuple[Memento, ...]) -> Reason | None:
    """Return why quoted words may be those of a report that its newsroom takes back, or None where they are not.

    So are those with the one figure that a note on the same page has for a mistake, and those that their publisher
    takes back in a later report.
    """
    memento, start = quoted.candidate.memento, quoted.span.start
    text = memento.document.text
    paragraph = text[text.rfind("\n", 0, start) + 1 : quoted.span.end]
    if told := takes_back(quoted.words, paragraph, claim.gist.text, title=memento.document.title or ""):
        return told
    if mistake := next((one for one in mistakes_in(text) if _is_mistaken(claim, one)), None):
        return Reason(code=ReasonCode.SAID_NOT_SO, words=f"taken back on the same page: “{clip(mistake)}”")
    if found := taken_back(quoted.words, memento, reports):
        words, other = found
        at = f" on {day_words(day_of(other.at))}" if other.at else ""
        return Reason(code=ReasonCode.SAID_NOT_SO, words=f"taken back{at}: “{clip(words)}”")
    return None


def _is_mistaken(claim: Claim, mistake: str) -> bool:
    """Say whether a sentence that tells of a mistake has a figure of a claim, no other, and half of its words."""
    here, there = claim.gist, gist(mistake)
    values = {figure.value for figure in there.figures}
    of_it = len(values) == 1 and any(figure.value in values for figure in here.figures)
    return of_it and 2 * len(here.roots & there.roots) >= len(here.roots)


def _counts_so(claim: Claim, comparison: Comparison) -> bool:
    """Say whether words of the record have every figure of a statement."""
    unlike = (*comparison.missing, *(reason.here for reason in comparison.clashes if reason.here))
    figures = [figure.span for figure in claim.gist.figures]
    return bool(figures) and not any(figure.overlaps(span) for figure in figures for span in unlike)


def _newer(reading: Reading, evidence: Evidence, judgement: Judgement) -> Evidence | None:
    """Return what a statement's figure or holder of an office is by these words, if they are of the same matter."""
    claim, comparison, memento = reading.claim, reading.comparison, evidence.memento
    here, there, record = claim.gist, reading.there, _record(memento)
    found = None
    another = Span(start=0, end=len(here.text)) in comparison.missing  # of another matter
    if another or _taken_back(claim, reading.quoted, reading.reports):
        return None
    if claim.statement.kind is StatementKind.FIGURE:
        found = newer_figure(here, there, reading.whole, reading.others, judgement, record=record)
    elif claim.statement.kind is StatementKind.STATE and not comparison.caveat:
        found = newer_holder(here, there, comparison.clashes, reading.whole, record=record)
    if found is None:
        return None
    judged = combine(judgement, replace(comparison, clashes=(found,)))
    reasons = (_placed(found, claim, reading.quoted),)
    return replace(evidence, stance=Stance.REFUTES, score=score_of(Stance.REFUTES, judged), reasons=reasons)


def _to_the_point(reasons: tuple[Reason, ...], comparison: Comparison) -> tuple[Reason, ...]:
    """Return reasons that say whose or of when words of the record are only where these else bore a statement out.

    Of "released without charge, police said" it is no finding that two men were charged by the word of police.
    """
    whose, early = comparison.voice.caveat, comparison.doubt
    early = early if early and early.code is ReasonCode.DATE_DIFFERS else None
    doubt = None if early else comparison.doubt
    if doubt is None and bears_out(replace(comparison, voice=Voice(), doubt=None)):
        return reasons
    if whose is not None and whose.code is ReasonCode.SAID_NOT_SO:
        source = f"“{comparison.voice.source}”" if comparison.voice.source else "somebody"
        said = replace(whose, words=f"{source} is quoted on it, and not as saying so")
        reasons = tuple((doubt or said) if reason is whose else reason for reason in reasons)
    return tuple(dict.fromkeys(reason for reason in reasons if reason is not early))


def _agreement(stance: Stance, comparison: Comparison) -> tuple[Reason, ...]:
    if stance is not Stance.SUPPORTS:
        return ()
    if comparison.shared >= NEARLY_ALL:
        return (Reason(code=ReasonCode.SAME_WORDS, words="says it in nearly the same words"),)
    return (Reason(code=ReasonCode.SAME_MEANING, words="says the same in other words"),)


def _timely(reading: Reading, as_of: Moment) -> bool:
    """Say whether the record speaks of the statement's own time, so that it may contradict it.

    A statement that names no time may be older or newer than the report: a count may have grown, a state ended.
    Only one that denies what was reported that day or the day before is held against the report.
    """
    claim, day = reading.claim, reading.day
    statement = claim.statement
    said_of = statement.time
    if said_of is None:
        denying = any(
            negation.cue.overlaps(reason.here)
            for reason in reading.comparison.clashes
            if reason.here and reason.code is ReasonCode.NEGATED
            for negation in claim.gist.negations
        )
        return denying and day_of(as_of) - day <= _CURRENT
    length = said_of.end - said_of.start
    closed = statement.kind is StatementKind.FIGURE and said_of.end < day
    back = length > timedelta(0) and any(_COUNTED_BACK.search(one.text) for one in (claim.gist, reading.there))
    if back or (length > _SHORT and not closed):
        return False
    spoken_of = [time.interval for time in reading.there.times if time.interval]
    spoken_of = [time for time in spoken_of if time.end - time.start <= max(length, _SHORT)]
    return any(meets(said_of, time) for time in spoken_of or [_reported(day)])


def _reported(day: date) -> Interval:
    """Return the days that a report published on ``day`` is of where it names none."""
    return Interval(start=day - _A_DAY, end=day)


def _beside(quoted: Quoted) -> Gist:
    """Return what stands around the quoted words, where names are looked up: the title, the lead, the passage."""
    document, passage, span = quoted.candidate.memento.document, quoted.candidate.span, quoted.span
    start = max(min(passage.start, span.start - _BEFORE), span.start - LONGEST, 0)
    end = min(passage.end, span.end + LONGEST)
    lead = document.text[: min(_LEAD, start)].partition("\n\n")[0]
    return gist(f"{(document.title or '')[:LONGEST]}\n{lead}\n{document.text[start:end]}")


def _before(quoted: Quoted) -> str:
    """Return the sentence right before the quoted words in their passage; what stands before that may be pasted in."""
    document, start = quoted.candidate.memento.document, quoted.span.start
    words = document.text[max(0, quoted.candidate.span.start, start - LONGEST) : start]
    said = sentences(words, document.language)
    return said[-1].cut(words) if said else ""


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
