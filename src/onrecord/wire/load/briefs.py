"""Briefs, changes and stories from JSON."""

from __future__ import annotations

from functools import partial

from onrecord.data import (
    Bound,
    Brief,
    Changes,
    Citation,
    CitedSentence,
    Dispute,
    FigurePoint,
    Replacement,
    Section,
    TimelineEntry,
    Update,
    Voice,
)
from onrecord.wire.load.documents import interval_from, reason_from
from onrecord.wire.load.findings import coverage_from, memento_from
from onrecord.wire.load.verdicts import evidence_from, run_from
from onrecord.wire.view import Documents, View


def sentence_from(view: View) -> CitedSentence:
    """Read a sentence."""
    return CitedSentence(
        text=view["text"].words(),
        citations=view["citations"].each(View.count),
        reworded=view.later("reworded", None).maybe(View.words),
        kept=view.later("kept", None).maybe(reason_from),
    )


def section_from(view: View) -> Section:
    """Read a section."""
    return Section(title=view["title"].words(), sentences=view["sentences"].each(sentence_from))


def entry_from(view: View) -> TimelineEntry:
    """Read an entry."""
    return TimelineEntry(time=interval_from(view["time"]), sentence=sentence_from(view["sentence"]))


def point_from(view: View) -> FigurePoint:
    """Read a point."""
    return FigurePoint(
        counted=view["counted"].words(),
        value=view["value"].number(),
        unit=view["unit"].words(),
        bound=view["bound"].among(Bound),
        reported_at=view["reported_at"].moment(),
        source=view["source"].maybe(View.words),
        counted_by=view.later("counted_by", None).maybe(View.words),
        sentence=sentence_from(view["sentence"]),
    )


def voice_from(view: View) -> Voice:
    """Read a voice."""
    return Voice(speaker=view["speaker"].words(), sentences=view["sentences"].each(sentence_from))


def dispute_from(view: View) -> Dispute:
    """Read a dispute."""
    return Dispute(about=view["about"].words(), sides=view["sides"].each(sentence_from))


def replacement_from(view: View) -> Replacement:
    """Read a replacement."""
    return Replacement(
        about=view["about"].words(),
        before=sentence_from(view["before"]),
        after=sentence_from(view["after"]),
        replaced_at=view["replaced_at"].moment(),
    )


def citation_from(documents: Documents, view: View) -> Citation:
    """Read a citation."""
    return Citation(number=view["number"].count(), evidence=evidence_from(documents, view["evidence"]))


def brief_from(documents: Documents, view: View) -> Brief:
    """Read a brief."""
    return Brief(
        topic=view["topic"].words(),
        as_of=view["as_of"].moment(),
        since=view.later("since", None).maybe(View.moment),
        takeaways=view["takeaways"].each(sentence_from),
        sections=view["sections"].each(section_from),
        timeline=view["timeline"].each(entry_from),
        figures=view["figures"].each(point_from),
        voices=view.later("voices", []).each(voice_from),
        disputes=view["disputes"].each(dispute_from),
        replacements=view.later("replacements", []).each(replacement_from),
        gaps=view["gaps"].each(reason_from),
        related=view.later("related", []).each(partial(memento_from, documents)),
        citations=view["citations"].each(partial(citation_from, documents)),
        coverage=coverage_from(view["coverage"]),
        run=run_from(view["run"]),
    )


def update_from(documents: Documents, view: View) -> Update:
    """Read an update."""
    return Update(
        topic=view["topic"].words(),
        as_of=view["as_of"].moment(),
        new=view["new"].each(sentence_from),
        citations=view["citations"].each(partial(citation_from, documents)),
    )


def changes_from(documents: Documents, view: View) -> Changes:
    """Read changes."""
    return Changes(
        topic=view["topic"].words(),
        since=view["since"].moment(),
        as_of=view["as_of"].moment(),
        new=view["new"].each(sentence_from),
        replacements=view["replacements"].each(replacement_from),
        disputes=view["disputes"].each(dispute_from),
        gaps=view["gaps"].each(reason_from),
        citations=view["citations"].each(partial(citation_from, documents)),
        coverage=coverage_from(view["coverage"]),
        run=run_from(view["run"]),
    )
