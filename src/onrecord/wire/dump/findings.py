"""What was found, and where it is from, to JSON."""

from __future__ import annotations

from onrecord.data import Candidate, Coverage, Found, Memento, Moment, OriginRuling, Tie
from onrecord.text.moments import format_moment
from onrecord.wire.dump.documents import edges, moment_shape
from onrecord.wire.dump.searches import search_shape
from onrecord.wire.json import Json


def coverage_shape(given: Coverage) -> Json:
    """Return the shape of coverage."""
    return {
        "documents": given.documents,
        "more": given.more,
        "first": moment_shape(given.first),
        "last": moment_shape(given.last),
        "later": given.later,
        "changed": given.changed,
        "undated": given.undated,
    }


def source_shape(given: Memento) -> Json:
    """Say which document something is cut from; its text stays in the archive."""
    return {
        "document_id": given.document.id,
        "source_id": given.document.source_id,
        "url": given.document.url,
        "title": given.document.title,
        "publisher": given.document.publisher,
        "published_at": moment_shape(given.document.published_at),
        "captured_at": moment_shape(given.document.captured_at),
        "rights": given.document.rights,
        "origin": given.origin,
        "ties": [tie_shape(each) for each in given.ties],
        "rulings": [ruling_shape(each) for each in given.rulings],
        "own": given.own,
    }


def tie_shape(given: Tie) -> Json:
    """Return the shape of a tie."""
    return {
        "kind": given.kind,
        "other": given.other,
        "document_id": given.document_id,
        "published_at": moment_shape(given.at),
        "quote": given.quote,
        "here": given.here and edges(given.here),
        "there": given.there and edges(given.there),
    }


def ruling_shape(given: OriginRuling) -> Json:
    """Return the shape of a ruling."""
    return {
        "documents": list(given.documents),
        "together": given.together,
        "by": given.by,
        "reason": given.reason,
        "at": format_moment(given.at),
    }


def hit_shape(given: Candidate) -> Json:
    """Return the shape of a hit."""
    quote = given.span.cut(given.memento.document.text)
    return {**source_shape(given.memento), **edges(given.span), "quote": quote, "score": given.score}


def found_shape(query: str, given: Found, as_of: Moment) -> Json:
    """Return what was found for ``query`` as of a date, best first."""
    return {
        "query": query,
        "as_of": format_moment(as_of),
        "hits": [hit_shape(each) for each in given.candidates],
        "coverage": coverage_shape(given.coverage),
        "search": search_shape(given.search),
    }
