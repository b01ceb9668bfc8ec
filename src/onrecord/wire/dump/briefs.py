"""Briefs, changes and stories to JSON."""

from __future__ import annotations

from onrecord.data import Brief, Changes, Citation, CitedSentence, Dispute, FigurePoint, Replacement, Stories, Update
from onrecord.text.moments import format_moment
from onrecord.text.origins import count_origins
from onrecord.wire.dump.documents import interval_shape, moment_shape, reason_shape
from onrecord.wire.dump.findings import coverage_shape, source_shape
from onrecord.wire.dump.verdicts import evidence_shape, run_shape
from onrecord.wire.json import Json


def sentence_shape(given: CitedSentence) -> Json:
    """Return the shape of a sentence."""
    kept = given.kept and reason_shape(given.kept)
    return {"text": given.text, "citations": list(given.citations), "reworded": given.reworded, "kept": kept}


def point_shape(given: FigurePoint) -> Json:
    """Return the shape of a point."""
    return {
        "counted": given.counted,
        "value": given.value,
        "unit": given.unit,
        "bound": given.bound,
        "reported_at": format_moment(given.reported_at),
        "source": given.source,
        "counted_by": given.counted_by,
        "sentence": sentence_shape(given.sentence),
    }


def dispute_shape(given: Dispute) -> Json:
    """Return the shape of a dispute."""
    return {"about": given.about, "sides": [sentence_shape(each) for each in given.sides]}


def replacement_shape(given: Replacement) -> Json:
    """Return the shape of a replacement."""
    return {
        "about": given.about,
        "before": sentence_shape(given.before),
        "after": sentence_shape(given.after),
        "replaced_at": format_moment(given.replaced_at),
    }


def citation_shape(given: Citation) -> Json:
    """Return the shape of a citation."""
    return {"number": given.number, "evidence": evidence_shape(given.evidence)}


def brief_shape(given: Brief) -> Json:
    """Return a brief with its numbered citations."""
    return {
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "since": moment_shape(given.since),
        "takeaways": [sentence_shape(each) for each in given.takeaways],
        "sections": [
            {"title": each.title, "sentences": [sentence_shape(one) for one in each.sentences]}
            for each in given.sections
        ],
        "timeline": [
            {"time": interval_shape(each.time), "sentence": sentence_shape(each.sentence)} for each in given.timeline
        ],
        "figures": [point_shape(each) for each in given.figures],
        "voices": [
            {"speaker": each.speaker, "sentences": [sentence_shape(one) for one in each.sentences]}
            for each in given.voices
        ],
        "disputes": [dispute_shape(each) for each in given.disputes],
        "replacements": [replacement_shape(each) for each in given.replacements],
        "gaps": [reason_shape(each) for each in given.gaps],
        "related": [source_shape(each) for each in given.related],
        "citations": [citation_shape(each) for each in given.citations],
        "coverage": coverage_shape(given.coverage),
        "run": run_shape(given.run),
    }


def changes_shape(given: Changes) -> Json:
    """Return what changed on a topic, with its numbered citations."""
    return {
        "topic": given.topic,
        "since": format_moment(given.since),
        "as_of": format_moment(given.as_of),
        "new": [sentence_shape(each) for each in given.new],
        "replacements": [replacement_shape(each) for each in given.replacements],
        "disputes": [dispute_shape(each) for each in given.disputes],
        "gaps": [reason_shape(each) for each in given.gaps],
        "citations": [citation_shape(each) for each in given.citations],
        "coverage": coverage_shape(given.coverage),
        "run": run_shape(given.run),
    }


def update_shape(given: Update) -> Json:
    """Return what is new on a topic, with its numbered citations."""
    return {
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "new": [sentence_shape(each) for each in given.new],
        "citations": [citation_shape(each) for each in given.citations],
    }


def stories_shape(given: Stories) -> Json:
    """Return the stories on a topic, each with its documents."""
    return {
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "since": moment_shape(given.since),
        "stories": [
            {
                "title": each.title,
                "days": interval_shape(each.days),
                "origins": count_origins(each.mementos),
                "documents": [source_shape(one) for one in each.mementos],
                "events": [[one.document.id for one in event] for event in each.events],
            }
            for each in given.stories
        ],
        "coverage": coverage_shape(given.coverage),
        "run": run_shape(given.run),
    }
