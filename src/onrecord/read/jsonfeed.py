"""JSON Feed, versions 1 and 1.1: its items to the fields of records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.read.dating import first_moment
from onrecord.read.teasers import is_teaser

Feed = Mapping[str, Any]


def is_json_feed(found: Feed) -> bool:
    """Say whether a JSON object is a feed, which names its version by address."""
    version = found.get("version")
    return isinstance(version, str) and "jsonfeed.org/version" in version


def records_of(feed: Feed) -> Iterator[object]:
    """Yield the items as :func:`onrecord.read.read_record` takes them; what is no item of a feed as it is."""
    items = feed.get("items")
    for item in items if isinstance(items, list) else ():
        yield _record(item, feed) if isinstance(item, Mapping) else item


def _record(item: Mapping[str, Any], feed: Feed) -> dict[str, Any]:
    html, text, summary = (_words(item.get(key)) for key in ("content_html", "content_text", "summary"))
    record = {
        "id": item.get("id"),
        "url": item.get("url") or item.get("external_url"),
        "title": item.get("title"),
        "html": html,
        "text": text or summary,
        "published": first_moment([_words(item.get("date_published"))]),
        "modified": first_moment([_words(item.get("date_modified"))]),
        "publisher": feed.get("title"),
        "authors": _names(item) or _names(feed),
        "language": (_words(item.get("language")) or _words(feed.get("language")) or "").partition("-")[0].lower(),
        "partial": is_teaser(html or text or summary or "", summary=not (html or text)),
    }
    return {key: value for key, value in record.items() if value}


def _names(held: Mapping[str, Any]) -> list[str]:
    """Return the authors' names; version 1 has one author, 1.1 a list."""
    authors = held.get("authors") or [held.get("author")]
    named = authors if isinstance(authors, list) else []
    return [name for one in named if isinstance(one, Mapping) and (name := _words(one.get("name")))]


def _words(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
