"""Documents of the archive as resources, and links to the exact words in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp_types import ResourceLink

from onrecord import wire
from onrecord.render.visible import line
from onrecord.render.words import shortened
from onrecord.wire import Json
from onrecord.wiring import Desk

TEMPLATE = "onrecord://doc/{document_id}{?start,end}"
MOST = 20_000
"""Characters of a document read at once, about 5,000 tokens."""
LINKS = 40
"""Links of one answer; every quote has its address beside it too."""

_ID = re.compile("[0-9a-f]{32}")


def uri(quoted: Json) -> str | None:
    """Return where quoted words can be read: None for a text that was handed in and is in no archive."""
    if quoted.get("own"):
        return None
    return f"onrecord://doc/{quoted['document_id']}?start={quoted['start']}&end={quoted['end']}"


def addressed(quoted: Json) -> Json:
    """Return quoted words with their address."""
    return {**quoted, "uri": uri(quoted)}


def links(quoted: Iterable[Json]) -> list[ResourceLink]:
    """Return a link for each quote that can be read, in order, each once."""
    by_uri = {one["uri"]: one for one in quoted if one["uri"]}
    return [_link(address, one) for address, one in list(by_uri.items())[:LINKS]]


def _link(address: str, quoted: Json) -> ResourceLink:
    publisher = shortened(line(quoted["publisher"] or "publisher unknown"), 60)
    dated = quoted["published_at"] or "date unknown"
    return ResourceLink(uri=address, name=f"{publisher}, {dated}", mime_type="application/json")


def read(desk: Desk, document_id: str, start: str, end: str) -> str:
    """Return the words of a document between two offsets as JSON, with what is known of it.

    Raises:
        ResourceNotFoundError: the archive holds no such document, or it has no such words.
    """
    found = desk.archive.mementos([document_id]) if _ID.fullmatch(document_id) else ()
    if not found:
        raise ResourceNotFoundError("the archive holds no such document: take the `uri` of a quote as it is")
    given = found[0].document
    length = len(given.text)
    first, last = (_offset(words, default) for words, default in ((start, 0), (end, length)))
    if not 0 <= first < last <= length:
        raise ResourceNotFoundError(f"there are {length:,} characters: 0 <= start < end <= {length}")
    last = min(last, first + MOST)
    known = {key: value for key, value in wire.document(given).items() if key not in ("id", "text")}
    place = {"document_id": given.id, "characters": length, "start": first, "end": last}
    return wire.encode({**known, **place, "quote": given.text[first:last]})


def _offset(words: str, default: int) -> int:
    """Return an offset of an address; -1, which no text has, where it is no number."""
    if not words:
        return default
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 10 else -1
