"""Why there is not enough evidence: the different silences, told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.data import Coverage, Evidence, Moment, Reason, ReasonCode, latest
from onrecord.verify.comparing.findings import day_words


def why_silent(coverage: Coverage, *, only_copies: bool, as_of: Moment) -> Reason:
    """Return the reason for a verdict of not enough evidence, with how much was looked through."""
    until = day_words(as_of)
    if only_copies:
        return Reason(code=ReasonCode.ONLY_COPIES, words="only copies of the text itself are on record")
    if not coverage.documents:
        return _nothing(coverage, until)
    verb = "does" if coverage.documents == 1 else "do"
    words = f"{_documents(coverage.documents)} on the topic{_window(coverage)} {verb} not say it"
    return Reason(code=ReasonCode.TOPIC_SILENT, words=words)


def covered(coverage: Coverage, shown: Iterable[Evidence]) -> Coverage:
    """Return the coverage with what is shown in it: a document that bears on a statement is on its topic.

    The count of a search is of what stands near the statement by its words and its meaning as a whole.
    """
    documents = {one.memento.document.id: one.memento for one in shown if not one.memento.own}
    if len(documents) <= coverage.documents:
        return coverage
    told = (coverage.first, coverage.last, *(memento.at for memento in documents.values()))
    days = sorted((day for day in told if day is not None), key=latest)
    return replace(coverage, documents=len(documents), first=days[0] if days else None, last=days[-1] if days else None)


def _nothing(coverage: Coverage, until: str) -> Reason:
    """Return the reason where nothing stood on the topic, with what is there and no evidence."""
    left = (
        (coverage.changed, ReasonCode.CHANGED_LATER, "changed later"),
        (coverage.later, ReasonCode.ONLY_LATER, "later"),
        (coverage.undated, ReasonCode.UNDATED_IGNORED, "without a date"),
    )
    code = next((code for count, code, _ in left if count), ReasonCode.NOTHING_ON_TOPIC)
    there = [f"{_documents(count)} {which}" for count, _, which in left if count]
    return Reason(code=code, words=", and ".join((f"the archive has nothing on the topic up to {until}", *there)))


def _window(coverage: Coverage) -> str:
    if coverage.first is None or coverage.last is None:
        return ""
    first, last = day_words(coverage.first), day_words(coverage.last)
    return f" of {first}" if first == last else f" from {first} to {last}"


def _documents(count: int) -> str:
    return "1 document" if count == 1 else f"{count} documents"
