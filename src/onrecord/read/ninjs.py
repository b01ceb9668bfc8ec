"""ninjs, the IPTC's news in JSON, versions 1 to 3: an item to the fields of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.read.dating import first_moment
from onrecord.read.rights import rights_of
from onrecord.read.telling import LeftOut

Item = Mapping[str, Any]

_MARKED_UP = re.compile(r"html", re.IGNORECASE)
_UNUSABLE = {"withheld": "are withheld by their agency", "canceled": "were cancelled by their agency"}
_WEB = ("https://", "http://")


def is_ninjs(item: Item) -> bool:
    """Say whether a JSON object is a ninjs item: named by a URI, and with fields that no record of ours has."""
    named = ("headline", "headlines", "versioncreated", "versionCreated", "pubstatus", "pubStatus", "bodies")
    ours = "text" in item or "html" in item
    return (
        not ours
        and isinstance(item.get("uri"), str)
        and any(key in item or key.startswith("body_") for key in (*named, *item))
    )


def record_of(item: Item) -> dict[str, Any] | LeftOut:
    """Return an item as :func:`onrecord.read.read_record` takes it.

    An item is one version of a story, so what it says was published when that version was made: dated as the first
    version, a later one would testify of what was not known yet.
    """
    status = str(_either(item, "pubstatus", "pubStatus") or "usable")
    if status in _UNUSABLE:
        return LeftOut(why=_UNUSABLE[status])
    kind = item.get("type", "text")
    if kind not in ("text", "composite"):
        return LeftOut(why=f"are ninjs items of the type {kind}")
    html, text = _body(item)
    if not html and not text:
        return LeftOut(why="are ninjs items without a text")
    alternatives = dict(_pairs(item.get("altids"), "role", "value"))
    created = _either(item, "versioncreated", "versionCreated"), _either(item, "firstcreated", "firstCreated")
    stated = {
        "id": alternatives.get("id") or (None if "onrecord" in alternatives else item["uri"]),
        "url": alternatives.get("url") or (item["uri"] if item["uri"].startswith(_WEB) else None),
        "title": _headline(item),
        "html": html,
        "text": text,
        "published": alternatives.get("published") or first_moment(filter(_is_words, created)),
        "modified": alternatives.get("modified"),
        "captured": alternatives.get("captured"),
        "date_kind": alternatives.get("date_kind"),
        "publisher": _publisher(item),
        "authors": _either(item, "by", "byline"),
        "language": _language(item.get("language")),
        "rights": _rights(item),
        "partial": _either(item, "representationtype", "representationType") in ("partial", "incomplete"),
    }
    return {key: value for key, value in stated.items() if value}


def _body(item: Item) -> tuple[str | None, str | None]:
    """Return the body as HTML where there is one, else as text."""
    bodies = [
        (_either(body, "contenttype", "contentType", "role"), body.get("value")) for body in _each(item, "bodies")
    ]
    bodies += [(key, value) for key, value in item.items() if key.startswith("body_")]
    known = [(str(kind or ""), value) for kind, value in bodies if isinstance(value, str) and value.strip()]
    html = next((value for kind, value in known if _MARKED_UP.search(kind)), None)
    plain = (value for kind, value in known if not re.search(r"html|xml|nitf", kind, re.IGNORECASE))
    return html, None if html else next(plain, None)


def _headline(item: Item) -> object:
    """Return the headline for readers, else the first, else the item's title."""
    headlines = list(_pairs(item.get("headlines"), "role", "value"))
    found = dict(headlines).get("main") or next((value for _, value in headlines), None)
    return found or item.get("headline") or item.get("title")


def _publisher(item: Item) -> object:
    sources = [source.get("name") for source in _each(item, "infosources", "infosource")]
    return next(filter(_is_words, sources), None) or item.get("copyrightholder") or item.get("copyrightHolder")


def _rights(item: Item) -> str | None:
    """Return the notice and the terms of an item, and the address of its licence; without a notice, who holds it."""
    notice = _either(item, "copyrightnotice", "copyrightNotice", "copyrightholder", "copyrightHolder")
    linked = _either(item, "rightsinfo", "rightsInfo")
    licence = _either(linked, "linkedrights", "linkedRights") if isinstance(linked, Mapping) else None
    return rights_of(notice, _either(item, "usageterms", "usageTerms"), licence)


def _language(tag: object) -> str | None:
    return tag.partition("-")[0].lower() if isinstance(tag, str) else None


def _either(item: Item, *names: str) -> Any:  # noqa: ANN401 (what JSON may hold)
    return next((item[name] for name in names if item.get(name)), None)


def _each(item: Item, *names: str) -> Iterator[Item]:
    held = _either(item, *names)
    yield from (one for one in held if isinstance(one, Mapping)) if isinstance(held, list) else ()


def _pairs(held: object, key: str, value: str) -> Iterator[tuple[str, str]]:
    for one in held if isinstance(held, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get(value), str):
            yield str(one.get(key)), one[value]


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
