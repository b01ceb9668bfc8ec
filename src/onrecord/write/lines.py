"""Documents as JSON Lines, by the names that the reader of records takes."""

from __future__ import annotations

from onrecord.data import Document
from onrecord.wire import Json, encode
from onrecord.wire import document as shape_of

_FIELDS = (
    ("id", "source_id"),
    ("url", "url"),
    ("title", "title"),
    ("text", "text"),
    ("published", "published_at"),
    ("date_kind", "date_kind"),
    ("modified", "modified_at"),
    ("captured", "captured_at"),
    ("publisher", "publisher"),
    ("authors", "byline"),
    ("language", "language"),
    ("rights", "rights"),
    ("partial", "partial"),
    ("reviews_claim", "reviews_claim"),
)
"""The fields of a line that is added, and what they are called in a document."""


def line(document: Document) -> str:
    """Return a document as one line."""
    return encode(fields(document))


def fields(document: Document) -> Json:
    """Return what is known of a document."""
    shape = shape_of(document)
    known = {field: shape[held] for field, held in _FIELDS if shape[held] not in (None, False)}
    if document.published_at is None:
        del known["date_kind"]
    return known
