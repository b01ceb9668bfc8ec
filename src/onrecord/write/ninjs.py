"""Documents as ninjs 2.1 items."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from onrecord.data import Document
from onrecord.text.moments import format_moment
from onrecord.wire import Json, encode
from onrecord.write.lines import fields

_STANDARD = {"name": "ninjs", "version": "2.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json"}
_ALTERNATIVES = ("id", "url", "published", "modified", "captured", "date_kind")
"""What ninjs has no field for, or only one that takes instants and no days: kept as alternative ids, by their names."""


def item(document: Document) -> str:
    """Return a document as one line: an item whose one version was created when the document was published."""
    made: Json = {
        "uri": UUID(document.id).urn,
        "type": "text",
        "representationtype": "partial" if document.partial else "full",
        "pubstatus": "usable",
        "language": document.language,
        "by": document.byline,
        "usageterms": document.rights,
        "altids": [{"role": "onrecord", "value": document.id}, *_alternatives(document)],
        "bodies": [{"role": "main", "contenttype": "text/plain", "value": document.text}],
        "standard": _STANDARD,
    }
    if isinstance(document.published_at, datetime):
        made["versioncreated"] = format_moment(document.published_at)
    if document.title is not None:
        made["headlines"] = [{"role": "main", "value": document.title}]
    if document.publisher is not None:
        made["infosources"] = [{"name": document.publisher}]
    return encode({key: value for key, value in made.items() if value not in (None, [])})


def _alternatives(document: Document) -> list[Json]:
    known = fields(document)
    return [{"role": role, "value": known[role]} for role in _ALTERNATIVES if role in known]
