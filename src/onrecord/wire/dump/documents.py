"""Documents and restored pages to JSON."""

from __future__ import annotations

from onrecord.data import Block, Document, Interval, Moment, Reason, Removal, Restoration, Span
from onrecord.text.moments import format_moment
from onrecord.wire.json import Json


def span_shape(given: Span | None) -> Json | None:
    """Return the shape of a span."""
    return None if given is None else edges(given)


def edges(given: Span) -> Json:
    """Return where a span starts and ends."""
    return {"start": given.start, "end": given.end}


def moment_shape(given: Moment | None) -> str | None:
    """Return the shape of a moment."""
    return None if given is None else format_moment(given)


def interval_shape(given: Interval | None) -> Json | None:
    """Return the shape of an interval."""
    return None if given is None else {"start": given.start.isoformat(), "end": given.end.isoformat()}


def reason_shape(given: Reason) -> Json:
    """Return the shape of a reason."""
    return {"code": given.code, "words": given.words, "here": span_shape(given.here), "there": span_shape(given.there)}


def document_shape(given: Document) -> Json:
    """Return the shape of a document."""
    return {
        "id": given.id,
        "text": given.text,
        "title": given.title,
        "byline": given.byline,
        "publisher": given.publisher,
        "url": given.url,
        "language": given.language,
        "rights": given.rights,
        "published_at": moment_shape(given.published_at),
        "modified_at": moment_shape(given.modified_at),
        "captured_at": moment_shape(given.captured_at),
        "date_kind": given.date_kind,
        "source_id": given.source_id,
        "partial": given.partial,
        "reviews_claim": given.reviews_claim,
    }


def restoration_shape(given: Restoration) -> Json:
    """Return the shape of a restoration."""
    return {
        "document": document_shape(given.document),
        "blocks": [block_shape(each) for each in given.blocks],
        "kept": [edges(each) for each in given.kept],
        "removals": [removal_shape(each) for each in given.removals],
        "restored": given.restored,
    }


def block_shape(given: Block) -> Json:
    """Return the shape of a block."""
    return {
        **edges(given.span),
        "kind": given.kind,
        "element": given.element,
        "score": given.score,
        "reasons": [reason_shape(each) for each in given.reasons],
    }


def removal_shape(given: Removal) -> Json:
    """Return the shape of a removal."""
    return {
        **edges(given.span),
        "kind": given.kind,
        "status": given.status,
        "score": given.score,
        "reasons": [reason_shape(each) for each in given.reasons],
    }
