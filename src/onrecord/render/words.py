"""The words of every report, brief and restored page, without layout."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from onrecord.data import (
    Attribution,
    Bound,
    Brief,
    Changes,
    CitedSentence,
    Coverage,
    Directness,
    Document,
    Evidence,
    FigurePoint,
    Found,
    History,
    Interval,
    Label,
    Memento,
    Moment,
    News,
    Offices,
    OriginRuling,
    Origins,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Section,
    Stance,
    Statement,
    StatementKind,
    Stories,
    Story,
    Tie,
    TieKind,
    Transition,
    Verdict,
    day_of,
    latest,
)
from onrecord.render.phrases import count, day, days, heading, letter, number, sentence, stretch

SHORT_LABELS = {Label.REFUTED: "Contradicted"}
"""Labels whose words are too many for a margin."""

MEANINGS = {
    Label.SUPPORTED: "a dated source says so",
    Label.REFUTED: "a dated source says otherwise",
    Label.CONFLICTING: "dated sources stand against each other",
    Label.SUPERSEDED: "it held, and a later report replaced it",
    Label.NOT_ENOUGH_EVIDENCE: "nothing found that says so, which is no denial",
    Label.NOT_CHECKED: "opinions, questions, forecasts, and what could not be checked",
}
"""What a label claims, and what it does not."""

SHORT_PASSAGE = 400
"""Characters up to which a passage of the site's own, such as a teaser, is read past without being folded."""

NOT_BELONGING = "does not belong to this page"
PERHAPS_NOT_BELONGING = "may not belong to this page"

_BOUND_WORDS = {
    Bound.EXACTLY: "",
    Bound.ABOUT: "about ",
    Bound.MORE_THAN: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.LESS_THAN: "less than ",
    Bound.AT_MOST: "at most ",
}
_DIRECTNESS_WORDS = {
    Directness.DIRECT: "quoted",
    Directness.INDIRECT: "in reported speech",
    Directness.MIXED: "partly quoted",
}
_STANCE_WORDS = {Stance.SUPPORTS: "Says so", Stance.REFUTES: "Says otherwise", Stance.NEUTRAL: "On the topic"}
_SUPERSEDED_WORDS = {Stance.SUPPORTS: "Said so", Stance.REFUTES: "Since then", Stance.NEUTRAL: "On the topic"}

_COVERAGE_CODES = (
    ReasonCode.NOTHING_ON_TOPIC,
    ReasonCode.TOPIC_SILENT,
    ReasonCode.ONLY_LATER,
    ReasonCode.ONLY_COPIES,
    ReasonCode.CHANGED_LATER,
    ReasonCode.UNDATED_IGNORED,
)
"""Reasons that say themselves what the archive held."""


# Documents and evidence ------------------------------------------------------------------------


def title(page: Document, text: str | None = None) -> str:
    """Return what a document is called: its title, or else the first line of its text, or of what is left of it."""
    lines = (page.text if text is None else text).lstrip()[:500].splitlines()
    words = page.title or (lines[0].strip() if lines else "untitled")
    return shortened(words, 120)


def imprint(page: Document) -> tuple[str, ...]:
    """Say who published a document, who wrote it and when; an unknown date is said to be unknown."""
    dated = f"published {day(page.published_at)}" if page.published_at else "publication date unknown"
    changed = f"changed {day(page.modified_at)}" if page.modified_at else None
    first, *others = (part for part in (page.publisher, page.byline, dated, changed) if part)
    return (heading(first), *others)


def credit(source: Memento) -> tuple[str, ...]:
    """Say who published a piece of evidence, when, when our copy was taken if on another day, and if it is a part."""
    if source.own:
        return ("this page itself",)
    page = source.document
    dated = day(page.published_at) if page.published_at else "date unknown"
    parts = [page.publisher or "publisher unknown", dated]
    if page.captured_at and (page.published_at is None or day_of(page.captured_at) != day_of(page.published_at)):
        parts.append(f"copy taken {day(day_of(page.captured_at))}")
    return (*parts, "a part of its text only") if page.partial else tuple(parts)


def origin(source: Memento) -> str | None:
    """Name the origin of a piece of evidence where it is not who published it, and what it is counted once with."""
    if source.own:
        return None
    credited = next((shortened(tie.quote, 60) for tie in source.ties if tie.kind is TieKind.CREDIT), None)
    named = source.origin not in (source.document.id, source.document.publisher) and not _is_id(source.origin)
    because = f", because it is credited: “{credited}”" if credited else ""
    parts = [f"origin: {source.origin}{because}"] if named else []
    others = [tie for tie in source.ties if tie.kind is not TieKind.CREDIT]
    parts += map(_once_with, others[:_TIES_SHOWN])
    if len(others) > _TIES_SHOWN:
        parts.append(f"and with {len(others) - _TIES_SHOWN} more")
    parts += map(overruled, source.rulings)
    return "; ".join(parts) or None


def overruled(given: OriginRuling) -> str:
    """Say what a person ruled on two documents, when and why."""
    said = {True: "are of one origin", False: "are of two origins", None: "are as they are found to be again"}
    one, other = (key[:12] for key in given.documents)
    return f"{one} and {other} {said[given.together]}, ruled {given.by} on {day(given.at)}: “{given.reason}”"


def _once_with(tie: Tie) -> str:
    dated = f", {day(tie.at)}" if tie.at else ""
    both = f": “{shortened(tie.quote, 90)}”" if tie.quote else ""
    return f"counted once with {tie.other}{dated}, because {_TIED[tie.kind]}{both}"


_TIES_SHOWN = 2
_TIED = {
    TieKind.SAME_WORDS: "both have the same words",
    TieKind.REWORDED: "one is reworded from the other",
    TieKind.SAME_PAGE: "both are versions of one page",
}


def _is_id(origin: str) -> bool:
    return len(origin) == 32 and set(origin) <= set("0123456789abcdef")


# What does not belong --------------------------------------------------------------------------


def kind(what: RemovalKind | StatementKind | str) -> str:
    """Return the name of a kind in words."""
    return "passage from elsewhere" if what is RemovalKind.FOREIGN else str(what).replace("_", " ")


def because(reasons: Iterable[Reason]) -> str:
    """Return reasons as one clause."""
    return "; ".join(dict.fromkeys(reason.words.strip().rstrip(".") for reason in reasons))


def removal(found: Removal) -> str:
    """Say what a passage is and why it does not belong to its page."""
    belonging = NOT_BELONGING if found.status is RemovalStatus.REMOVED else PERHAPS_NOT_BELONGING
    return f"{belonging}: {kind(found.kind)}, {count(len(found.span), 'character')} ({because(found.reasons)})"


def removed_kinds(page: Restoration) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the removed passages are, each kind with the letters of its passages."""
    letters: dict[str, list[str]] = {}
    cut = (removal for removal in page.removals if removal.status is RemovalStatus.REMOVED)
    for place, removal in enumerate(cut, start=1):
        letters.setdefault(kind(removal.kind), []).append(letter(place))
    return tuple((named, tuple(each)) for named, each in letters.items())


def unfolded(found: Removal) -> bool:
    """Say whether a removed passage is shown at once: what came from elsewhere always, a site's own when short."""
    elsewhere = (RemovalKind.CHATBOT_REPLY, RemovalKind.OTHER_ARTICLE, RemovalKind.FOREIGN)
    return found.kind in elsewhere or len(found.span) <= SHORT_PASSAGE


def removals(page: Restoration) -> str:
    """Say how much of a page does not belong to it."""
    cut = page.removed
    doubted = len(page.removals) - len(cut)
    size = count(sum(map(len, cut)), "character")
    parts = [
        f"{count(len(cut), 'passage')}, {size}, {'does' if len(cut) == 1 else 'do'} not belong to this page"
        if cut
        else "no passage was found that does not belong to this page"
    ]
    if doubted:
        parts.append(f"{count(doubted, 'passage')} may not, and {'stays' if doubted == 1 else 'stay'} in the text")
    return sentence("; ".join(parts))


# Statements and verdicts -----------------------------------------------------------------------


def label(which: Label) -> str:
    """Return a label in the fewest words."""
    return SHORT_LABELS.get(which, which.words)


def speaker(attribution: Attribution, text: str | None) -> str | None:
    """Say who is said to have said it; a name that could not be resolved stands as the text has it."""
    name = attribution.speaker
    if name is None and text is not None and attribution.source is not None:
        name = f"“{attribution.source.cut(text)}”"
    return f"{name}, {_DIRECTNESS_WORDS[attribution.directness]}" if name else None


def not_of_page(foreign: RemovalKind) -> str:
    """Name a passage from which a statement was taken."""
    return f"a passage that {NOT_BELONGING} ({kind(foreign)})"


def about(statement: Statement, text: str | None = None, place: str | None = None) -> tuple[str, ...]:
    """Say where a statement stands, who is said to have said it and what time it speaks of.

    Without the text it stands in, a source that could not be resolved to a name stays unnamed.
    """
    found = []
    if statement.foreign:
        found.append(place or f"stands in {not_of_page(statement.foreign)}")
    said = statement.attribution and speaker(statement.attribution, text)
    if said:
        found.append(f"attributed to {said}")
    if statement.time:
        found.append(f"speaks of {days(statement.time)}")
    return tuple(found)


def ruling(verdict: Verdict) -> str:
    """Say why a statement has its verdict; where it stands is said beside it already."""
    reasons = [each for each in verdict.reasons if each.code is not ReasonCode.IN_REMOVED_PASSAGE]
    return sentence(because(reasons or verdict.reasons))


def shortened(text: str, most: int = 160) -> str:
    """Return the beginning of a text that is longer than ``most`` characters."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(maxsplit=1)[0].rstrip(',;:–—-')}…"


def besides(evidence: Evidence, verdict: Verdict) -> str:
    """Say of a piece of evidence what the ruling does not say already."""
    told = {reason.words for reason in verdict.reasons}
    return sentence(because(reason for reason in evidence.reasons if reason.words not in told))


def stance(evidence: Evidence, on: Label) -> str:
    """Say how a piece of evidence stands to a statement with a verdict."""
    return (_SUPERSEDED_WORDS if on is Label.SUPERSEDED else _STANCE_WORDS)[evidence.stance]


def origins(counted: Origins, on: Label) -> str | None:
    """Say how many independent origins stand on either side; None where there are none."""
    past = on is Label.SUPERSEDED
    so = _agree(counted.supporting, *(("said so", "said so") if past else ("says so", "say so")))
    otherwise = _agree(
        counted.refuting,
        *(("has said otherwise since", "have said otherwise since") if past else ("says otherwise", "say otherwise")),
    )
    if counted.supporting and counted.refuting:
        return f"{_of(counted.supporting)} {so}, {counted.refuting:,} {otherwise}"
    if counted.supporting:
        return f"{_of(counted.supporting)} {so}"
    return f"{_of(counted.refuting)} {otherwise}" if counted.refuting else None


def _agree(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _of(side: int) -> str:
    return "1 origin" if side == 1 else f"{side:,} independent origins"


def coverage(held: Coverage, as_of: Moment) -> str:
    """Say what the archive held on a topic up to a date; what is no evidence as of it is counted and not read."""
    found = f"The archive holds {count(held.documents, 'document') if held.documents else 'no document'} on the topic"
    if held.first and held.last:
        found += f", {stretch(day_of(held.first), day_of(held.last))}"
    elif not held.documents:
        found += f" up to {day(as_of)}"
    unread = (
        (held.later, f"published after {day(as_of)}"),
        (held.changed, f"changed after {day(as_of)}"),
        (held.undated, "without a date"),
    )
    told = ", ".join(f"{number:,} {which}" for number, which in unread if number)
    were = "was" if held.later + held.changed + held.undated == 1 else "were"
    return f"{found}; {told} {were} not read." if told else f"{found}."


def found(given: Found, as_of: Moment) -> str:
    """Say how much was found for a query; how much more the archive holds was not counted."""
    if not given.candidates:
        return coverage(given.coverage, as_of)
    dates = [day_of(each.memento.at) for each in given.candidates if each.memento.at]
    documents = len({each.memento.document.id for each in given.candidates})
    passages = f"{count(len(given.candidates), 'passage')} of {count(documents, 'document')}"
    return sentence(f"{passages}, {stretch(min(dates), max(dates))}" if dates else passages)


def shows_coverage(verdict: Verdict) -> bool:
    """Say whether a verdict's coverage is to be printed.

    What was never looked for is not “nothing found”, and what its reasons say of the archive is not said twice.
    """
    held = verdict.coverage
    unread = held.later or held.changed or held.undated
    said = any(reason.code in _COVERAGE_CODES for reason in verdict.reasons) and not unread
    return verdict.label is not Label.NOT_CHECKED and not said


# Briefs ----------------------------------------------------------------------------------------


def figure(point: FigurePoint) -> str:
    """Return a figure with its bound and unit."""
    unit = {"": "", "percent": "%"}.get(point.unit, f" {point.unit}")
    return f"{_BOUND_WORDS[point.bound]}{number(point.value)}{unit}"


def figure_series(points: Iterable[FigurePoint]) -> tuple[tuple[str, tuple[FigurePoint, ...]], ...]:
    """Gather the points that count the same in the same unit, in order of time, under what they count."""
    series: dict[tuple[str, str], list[FigurePoint]] = {}
    for point in points:
        series.setdefault((point.counted, point.unit), []).append(point)
    return tuple(
        (heading(counted or unit or "number"), tuple(sorted(each, key=lambda point: latest(point.reported_at))))
        for (counted, unit), each in series.items()
    )


def dated(brief: Brief, section: Section) -> tuple[tuple[str, CitedSentence], ...]:
    """Return the sentences of a section, each with the day it was published where that is another than before."""
    told = {citation.number: citation.evidence.memento.at for citation in brief.citations}
    dates = (told[sentence.citations[0]] for sentence in section.sentences)
    days = ["", *(day(day_of(at)) if at else "" for at in dates)]
    marks = ["" if now == before else now for before, now in pairwise(days)]
    return tuple(zip(marks, section.sentences, strict=True))


def since(brief: Brief | Stories | Offices) -> str:
    """Say from when on a brief cites what was published, where that was asked for."""
    return f", and of what was published after {day(brief.since)}" if brief.since else ""


def told_on(given: Brief | Changes, sentence: CitedSentence) -> str:
    """Return the day on which the source of a sentence was published."""
    at = _source(given, sentence).at
    return day(day_of(at)) if at else ""


def attested(given: Brief | Changes, sentence: CitedSentence) -> str:
    """Say who published the source of a sentence, when, and where its words come from."""
    source = _source(given, sentence)
    parts = (source.document.publisher or "publisher unknown", told_on(given, sentence), origin(source))
    return ", ".join(part for part in parts if part)


def _source(given: Brief | Changes, sentence: CitedSentence) -> Memento:
    return given.citations[sentence.citations[0] - 1].evidence.memento


def told_by(story: Story) -> str:
    """Say when a story was told, by how many documents and how many origins."""
    return f"{days(story.days)} · {count(len(story.mementos), 'document')} · {_of(story.origins)}"


def reporter(point: FigurePoint) -> str:
    """Say who counted, where that is known, and who published it."""
    source = point.source or "source unknown"
    return f"{point.counted_by}, in {source}" if point.counted_by else source


def covered(brief: Brief | Changes) -> str:
    """Say what a brief is made from."""
    cited = len({citation.evidence.memento.origin for citation in brief.citations})
    parts = f"{count(len(brief.citations), 'citation')} from {_of(cited)}" if cited else "nothing is cited"
    return f"{coverage(brief.coverage, brief.as_of)} {sentence(parts)}"


# Histories -------------------------------------------------------------------------------------


def spells(given: History) -> tuple[tuple[Interval, Verdict], ...]:
    """Return the verdicts of a history, each with the days for which it held."""
    starts = [day_of(each.as_of) for each in given.verdicts]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), day_of(given.as_of)]
    return tuple(
        (Interval(start=start, end=max(start, end)), verdict)
        for start, end, verdict in zip(starts, ends, given.verdicts, strict=True)
    )


def turns(given: History) -> str:
    """Say how often the verdict changed, and from when to when the record was read."""
    changed = count(len(given.transitions), "change")
    days_read = stretch(day_of(given.verdicts[0].as_of), day_of(given.as_of))
    return f"{changed if given.transitions else 'no change'} of the verdict, {days_read}"


def turn(given: Transition) -> str:
    """Say which label became which."""
    return f"{given.before.label.words} → {given.after.label.words}"


def looked(given: News) -> str:
    """Say how much was looked at, and how much of it is news."""
    return f"{count(given.looked, 'statement')} looked at, {count(len(given.transitions), 'change')} of a verdict."


def gained(given: History, verdict: Verdict) -> tuple[Evidence, ...]:
    """Return the evidence on which a verdict of a history came to be, or stands where it is the first."""
    made = (each.gained for each in given.transitions if each.after is verdict)
    return next(made, verdict.evidence)
