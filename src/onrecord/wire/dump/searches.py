"""What the open web was asked, to JSON."""

from __future__ import annotations

from onrecord.data import Asked, Capture, Lead, Review, Search
from onrecord.text.moments import format_moment
from onrecord.wire.dump.documents import moment_shape
from onrecord.wire.json import Json


def search_shape(given: Search | None) -> Json | None:
    """Return what was asked, what each source gave, and what became of the pages."""
    if given is None:
        return None
    return {
        "queries": list(given.queries),
        "as_of": format_moment(given.as_of),
        "sources": [_asked_shape(each) for each in given.asked],
        "pages": [_capture_shape(each) for each in given.pages],
        "unread": given.unread,
    }


def _asked_shape(given: Asked) -> Json:
    return {
        "source": given.source,
        "state": given.state,
        "why": given.why,
        "since": moment_shape(given.since),
        "leads": [_lead_shape(each) for each in given.leads],
        "copies": given.copies,
    }


def _lead_shape(given: Lead) -> Json:
    return {
        "url": given.url,
        "title": given.title,
        "at": moment_shape(given.at),
        "dated": given.dated,
        "review": given.review and _review_shape(given.review),
    }


def _review_shape(given: Review) -> Json:
    return {
        "claim": given.claim,
        "rating": given.rating,
        "claimant": given.claimant,
        "publisher": given.publisher,
    }


def _capture_shape(given: Capture) -> Json:
    return {
        "url": given.url,
        "sources": list(given.sources),
        "document_id": given.document_id,
        "copy": given.copy,
        "why": given.why,
    }
