"""Nouns to JSON: one function a noun. The public ones carry the schema version at their top."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from onrecord.data import (
    Attribution,
    Block,
    Brief,
    Candidate,
    Changes,
    Citation,
    CitedSentence,
    Coverage,
    Dispute,
    Document,
    Evidence,
    Figure,
    FigurePoint,
    Found,
    Interval,
    Judgement,
    Memento,
    Moment,
    Reason,
    Removal,
    Replacement,
    Report,
    Restoration,
    Run,
    Span,
    Statement,
    Stats,
    Stories,
    Tie,
    Verdict,
)
from onrecord.errors import OnrecordError
from onrecord.text.moments import format_moment

SCHEMA = "onrecord/1"

Json = dict[str, Any]


def encode(shape: Json) -> str:
    """Write a shape as one line of JSON that UTF-8 can carry; a lone surrogate is written as its escape.

    Raises:
        ValueError: a number in it is infinite or not a number.
    """
    line = json.dumps(shape, ensure_ascii=False, allow_nan=False)
    return line.encode("utf-8", "backslashreplace").decode("utf-8")


# What programs are handed ----------------------------------------------------------------------


def document(given: Document) -> Json:
    """Return a document with its text."""
    return {"schema": SCHEMA, **_document(given)}


def restoration(given: Restoration) -> Json:
    """Return a page with its blocks, its removals and the text that is left."""
    return {"schema": SCHEMA, **_restoration(given)}


def statements(given: Iterable[Statement]) -> Json:
    """Return the statements of one document."""
    return {"schema": SCHEMA, "statements": [_statement(each) for each in given]}


def verdict(given: Verdict) -> Json:
    """Return one verdict with its statement and evidence."""
    return {"schema": SCHEMA, **_verdict(given)}


def report(given: Report) -> Json:
    """Return a checked page."""
    return {
        "schema": SCHEMA,
        "restoration": _restoration(given.restoration),
        "verdicts": [_verdict(each) for each in given.verdicts],
        "notices": [_reason(each) for each in given.notices],
        "run": _run(given.run),
    }


def judgement(given: Judgement) -> Json:
    """Return what a verifier makes of one pair."""
    return {
        "schema": SCHEMA,
        "supports": given.supports,
        "refutes": given.refutes,
        "neutral": given.neutral,
        "reasons": [_reason(each) for each in given.reasons],
    }


def found(query: str, given: Found, as_of: Moment) -> Json:
    """Return what was found for ``query`` as of a date, best first."""
    return {
        "schema": SCHEMA,
        "query": query,
        "as_of": format_moment(as_of),
        "hits": [_hit(each) for each in given.candidates],
        "coverage": _coverage(given.coverage),
    }


def brief(given: Brief) -> Json:
    """Return a brief with its numbered citations."""
    return {
        "schema": SCHEMA,
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "since": _moment(given.since),
        "takeaways": [_sentence(each) for each in given.takeaways],
        "sections": [
            {"title": each.title, "sentences": [_sentence(one) for one in each.sentences]} for each in given.sections
        ],
        "timeline": [{"time": _interval(each.time), "sentence": _sentence(each.sentence)} for each in given.timeline],
        "figures": [_point(each) for each in given.figures],
        "voices": [
            {"speaker": each.speaker, "sentences": [_sentence(one) for one in each.sentences]} for each in given.voices
        ],
        "disputes": [_dispute(each) for each in given.disputes],
        "replacements": [_replacement(each) for each in given.replacements],
        "gaps": [_reason(each) for each in given.gaps],
        "related": [_source(each) for each in given.related],
        "citations": [_citation(each) for each in given.citations],
        "coverage": _coverage(given.coverage),
        "run": _run(given.run),
    }


def changes(given: Changes) -> Json:
    """Return what changed on a topic, with its numbered citations."""
    return {
        "schema": SCHEMA,
        "topic": given.topic,
        "since": format_moment(given.since),
        "as_of": format_moment(given.as_of),
        "new": [_sentence(each) for each in given.new],
        "replacements": [_replacement(each) for each in given.replacements],
        "disputes": [_dispute(each) for each in given.disputes],
        "gaps": [_reason(each) for each in given.gaps],
        "citations": [_citation(each) for each in given.citations],
        "coverage": _coverage(given.coverage),
        "run": _run(given.run),
    }


def stories(given: Stories) -> Json:
    """Return the stories on a topic, each with its documents."""
    return {
        "schema": SCHEMA,
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "since": _moment(given.since),
        "stories": [
            {
                "title": each.title,
                "days": _interval(each.days),
                "origins": each.origins,
                "documents": [_source(one) for one in each.mementos],
            }
            for each in given.stories
        ],
        "coverage": _coverage(given.coverage),
        "run": _run(given.run),
    }


def stats(given: Stats) -> Json:
    """Return what an archive holds."""
    return {
        "schema": SCHEMA,
        "documents": given.documents,
        "passages": given.passages,
        "origins": given.origins,
        "undated": given.undated,
        "first": _moment(given.first),
        "last": _moment(given.last),
        "revision": given.revision,
        "bytes": given.bytes,
    }


def error(given: OnrecordError) -> Json:
    """Return an error: its kind, what happened, why, and what to try."""
    told = {"kind": type(given).__name__, "what": given.what, "why": given.why, "try": given.fix}
    return {"schema": SCHEMA, "error": told}


# What they are made of -------------------------------------------------------------------------


def _moment(given: Moment | None) -> str | None:
    return None if given is None else format_moment(given)


def _span(given: Span | None) -> Json | None:
    return None if given is None else _edges(given)


def _edges(given: Span) -> Json:
    return {"start": given.start, "end": given.end}


def _interval(given: Interval | None) -> Json | None:
    return None if given is None else {"start": given.start.isoformat(), "end": given.end.isoformat()}


def _reason(given: Reason) -> Json:
    return {"code": given.code, "words": given.words, "here": _span(given.here), "there": _span(given.there)}


def _document(given: Document) -> Json:
    return {
        "id": given.id,
        "text": given.text,
        "title": given.title,
        "byline": given.byline,
        "publisher": given.publisher,
        "url": given.url,
        "language": given.language,
        "published_at": _moment(given.published_at),
        "modified_at": _moment(given.modified_at),
        "captured_at": _moment(given.captured_at),
        "date_kind": given.date_kind,
        "source_id": given.source_id,
        "partial": given.partial,
    }


def _restoration(given: Restoration) -> Json:
    return {
        "document": _document(given.document),
        "blocks": [_block(each) for each in given.blocks],
        "kept": [_edges(each) for each in given.kept],
        "removals": [_removal(each) for each in given.removals],
        "restored": given.restored,
    }


def _block(given: Block) -> Json:
    return {
        **_edges(given.span),
        "kind": given.kind,
        "element": given.element,
        "score": given.score,
        "reasons": [_reason(each) for each in given.reasons],
    }


def _removal(given: Removal) -> Json:
    return {
        **_edges(given.span),
        "kind": given.kind,
        "status": given.status,
        "score": given.score,
        "reasons": [_reason(each) for each in given.reasons],
    }


def _statement(given: Statement) -> Json:
    return {
        "id": given.id,
        "document_id": given.document_id,
        "span": _edges(given.span),
        "text": given.text,
        "kind": given.kind,
        "attribution": None if given.attribution is None else _attribution(given.attribution),
        "time": _interval(given.time),
        "figures": [_figure(each) for each in given.figures],
        "foreign": given.foreign,
    }


def _attribution(given: Attribution) -> Json:
    return {
        "source": _span(given.source),
        "cue": _span(given.cue),
        "content": _edges(given.content),
        "speaker": given.speaker,
        "directness": given.directness,
    }


def _figure(given: Figure) -> Json:
    return {
        **_edges(given.span),
        "value": given.value,
        "unit": given.unit,
        "counted": given.counted,
        "bound": given.bound,
    }


def _verdict(given: Verdict) -> Json:
    return {
        "statement": _statement(given.statement),
        "label": given.label,
        "as_of": format_moment(given.as_of),
        "reasons": [_reason(each) for each in given.reasons],
        "origins": {"supporting": given.origins.supporting, "refuting": given.origins.refuting},
        "evidence": [_evidence(each) for each in given.evidence],
        "coverage": _coverage(given.coverage),
        "score": given.score,
    }


def _coverage(given: Coverage) -> Json:
    return {
        "documents": given.documents,
        "first": _moment(given.first),
        "last": _moment(given.last),
        "later": given.later,
    }


def _source(given: Memento) -> Json:
    """Say which document something is cut from; its text stays in the archive."""
    return {
        "document_id": given.document.id,
        "source_id": given.document.source_id,
        "url": given.document.url,
        "title": given.document.title,
        "publisher": given.document.publisher,
        "published_at": _moment(given.document.published_at),
        "captured_at": _moment(given.document.captured_at),
        "origin": given.origin,
        "ties": [_tie(each) for each in given.ties],
        "own": given.own,
    }


def _tie(given: Tie) -> Json:
    return {
        "kind": given.kind,
        "other": given.other,
        "document_id": given.document_id,
        "published_at": _moment(given.at),
        "quote": given.quote,
        "here": given.here and _edges(given.here),
        "there": given.there and _edges(given.there),
    }


def _evidence(given: Evidence) -> Json:
    return {
        **_source(given.memento),
        **_edges(given.span),
        "quote": given.quote,
        "stance": given.stance,
        "score": given.score,
        "reasons": [_reason(each) for each in given.reasons],
    }


def _hit(given: Candidate) -> Json:
    quote = given.span.cut(given.memento.document.text)
    return {**_source(given.memento), **_edges(given.span), "quote": quote, "score": given.score}


def _run(given: Run) -> Json:
    return {
        "version": given.version,
        "as_of": format_moment(given.as_of),
        "archive_revision": given.archive_revision,
        "models": [{"name": model.name, "digest": model.digest} for model in given.models],
        "settings": dict(given.settings),
    }


def _sentence(given: CitedSentence) -> Json:
    return {"text": given.text, "citations": list(given.citations)}


def _point(given: FigurePoint) -> Json:
    return {
        "counted": given.counted,
        "value": given.value,
        "unit": given.unit,
        "bound": given.bound,
        "reported_at": format_moment(given.reported_at),
        "source": given.source,
        "counted_by": given.counted_by,
        "sentence": _sentence(given.sentence),
    }


def _dispute(given: Dispute) -> Json:
    return {"about": given.about, "sides": [_sentence(each) for each in given.sides]}


def _replacement(given: Replacement) -> Json:
    return {
        "about": given.about,
        "before": _sentence(given.before),
        "after": _sentence(given.after),
        "replaced_at": format_moment(given.replaced_at),
    }


def _citation(given: Citation) -> Json:
    return {"number": given.number, "evidence": _evidence(given.evidence)}
