"""Statements, verdicts and what the archive covers, in words."""

from __future__ import annotations

from onrecord.data import (
    Coverage,
    Evidence,
    Found,
    Label,
    Moment,
    Origins,
    ReasonCode,
    Stance,
    Verdict,
    day_of,
)
from onrecord.render.phrases import count, day, sentence, stretch
from onrecord.render.words.sources import because

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


def label(which: Label) -> str:
    """Return a label in the fewest words."""
    return SHORT_LABELS.get(which, which.words)


def ruling(verdict: Verdict) -> str:
    """Say why a statement has its verdict; where it stands is said beside it already."""
    reasons = [each for each in verdict.reasons if each.code is not ReasonCode.IN_REMOVED_PASSAGE]
    return sentence(because(reasons or verdict.reasons))


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
        return f"{counted_of(counted.supporting)} {so}, {counted.refuting:,} {otherwise}"
    if counted.supporting:
        return f"{counted_of(counted.supporting)} {so}"
    return f"{counted_of(counted.refuting)} {otherwise}" if counted.refuting else None


def _agree(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def counted_of(side: int) -> str:
    """Say how many origins there are on a side."""
    return "1 origin" if side == 1 else f"{side:,} independent origins"


def coverage(held: Coverage, as_of: Moment) -> str:
    """Say what the archive held on a topic up to a date; what is no evidence as of it is counted and not read."""
    if not held.consulted:
        return "There is no archive, so no record was consulted."
    documents = count(held.documents, "document") if held.documents else "no document"
    found = f"The archive holds {documents} on the topic"
    if held.more:
        found = f"The archive holds more on the topic than was read: the {documents} nearest to it"
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
    passages = f"{count(len(given.candidates), 'nearest passage')} of {count(documents, 'document')}"
    return sentence(f"{passages}, {stretch(min(dates), max(dates))}" if dates else passages)


def shows_coverage(verdict: Verdict) -> bool:
    """Say whether a verdict's coverage is to be printed.

    What was never looked for is not “nothing found”, and what its reasons say of the archive is not said twice. Nor is
    there “no document on the topic” beside evidence from one: it was found by other ways than those that are counted.
    """
    held = verdict.coverage
    if not held.documents and any(not each.memento.own for each in verdict.evidence):
        return False
    unread = held.later or held.changed or held.undated
    said = any(reason.code in _COVERAGE_CODES for reason in verdict.reasons) and not unread
    return verdict.label is not Label.NOT_CHECKED and not said
