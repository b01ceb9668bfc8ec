"""RSS, RDF and Atom: the items of a feed with the text they carry themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from typing import IO, Any
from urllib.parse import urljoin
from xml.sax import SAXParseException

from onrecord.data import Moment
from onrecord.errors import InputError, InputMalformed
from onrecord.read.dating import first_moment
from onrecord.read.linked_data import words_of
from onrecord.read.records import read_record, whole
from onrecord.read.rights import rights_of
from onrecord.read.teasers import is_teaser, shown
from onrecord.read.telling import LeftOut, Read

ROOTS = ("rss", "rdf", "feed")

_BROKEN = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser raises where an encoding is no name of one, and on other things it does not expect."""

_MARKUP = re.compile(r"<[^<>]*>")
_Feed = Any
_Entry = Any
"""What feedparser gives, which ships no types: dicts whose keys are those of its documentation."""


def read_feed(stream: IO[bytes], name: str) -> Iterator[Read]:
    """Read the items of a feed; one that holds no more than a teaser says so of itself.

    Raises:
        InputMalformed: it is no feed, or larger than any.
    """
    feed = _parsed(stream, name)
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{name}, item {number}"
        try:
            record = _record(entry, feed)
            yield record if isinstance(record, LeftOut) else read_record(record, name=where)
        except InputError as error:
            yield error
    broken = feed.get("bozo_exception")
    if isinstance(broken, SAXParseException) and "undefined entity" not in broken.getMessage():
        why = f"line {broken.getLineNumber()}: {broken.getMessage()}"
        yield InputMalformed(f"{name} is broken, and items may be missing", why=why, fix="fetch the feed again")


def addresses(stream: IO[bytes], name: str) -> Iterator[tuple[str, str | None, Moment | None, Moment | None]]:
    """Read the address of every item of a feed, with its title, when it was published and when it was changed.

    Raises:
        InputMalformed: it is no feed, or larger than any.
    """
    feed = _parsed(stream, name)
    for entry in feed.entries:
        if address := _address(entry, feed):
            changed = first_moment([_changed(entry)])
            yield address, _title(entry), _published(entry, feed), changed


def _parsed(stream: IO[bytes], name: str) -> _Feed:
    data = whole(stream, name)
    if b"<!ENTITY" in data:
        fix = "put the words in their place: an entity can be made to grow without end"
        raise InputMalformed(f"{name} cannot be read", why="it declares entities of its own", fix=fix)
    import feedparser  # noqa: PLC0415 (most of what is read is no feed)

    # A stream, for words would be taken for an address; what is seen of the HTML our own reader tells.
    try:
        feed = feedparser.parse(BytesIO(data.lstrip()), sanitize_html=False, resolve_relative_uris=False)
    except _BROKEN as error:
        raise InputMalformed(f"{name} cannot be read", why=str(error), fix="fetch the feed again") from error
    if not feed.version and not feed.entries:
        why = str(feed.get("bozo_exception", "it has no items"))
        raise InputMalformed(f"{name} is no feed", why=why, fix="check that it is RSS or Atom, and whole")
    return feed


def _record(entry: _Entry, feed: _Feed) -> dict[str, Any] | LeftOut:
    content = max(entry.get("content", ()), key=lambda one: len(one.get("value", "")), default=None)
    given = content or entry.get("summary_detail") or {}
    words = given.get("value", "")
    if not shown(words):
        return LeftOut(why="are items without a text")
    published, changed = _published(entry, feed), first_moment([_changed(entry)])
    plain = given.get("type") == "text/plain" or "<" not in words
    record = {
        "id": entry.get("id"),
        "url": _address(entry, feed),
        "title": _title(entry),
        "text" if plain else "html": unescape(words) if plain else words,
        "published": published,
        "modified": None if published == changed else changed,
        "publisher": _title(entry.get("source", {})) or _title(feed.feed),
        "authors": [author["name"] for author in entry.get("authors", ()) if author.get("name")],
        "language": (given.get("language") or feed.feed.get("language") or "").partition("-")[0].lower(),
        "rights": _rights(entry) or _rights(feed.feed),
        "partial": is_teaser(words, summary=content is None),
    }
    return {key: value for key, value in record.items() if value}


def _title(held: _Entry) -> str | None:
    """Return the title of an item or a feed as it is seen: in Atom it may be HTML, and in RSS it often is."""
    title, kind = held.get("title", ""), held.get("title_detail", {}).get("type")
    return " ".join(unescape(title if kind == "text/plain" else _MARKUP.sub("", title)).split()) or None


def _rights(held: _Entry) -> str | None:
    """Return the notice of an item or a feed (atom:rights, dc:rights, copyright) and the address of its licence."""
    linked = [link.get("href") for link in held.get("links", ()) if link.get("rel") == "license"]
    return rights_of(words_of(held.get("rights")), linked)


def _published(entry: _Entry, feed: _Feed) -> Moment | None:
    """Return when an item was published; RSS says it in dc:date, too, by which Atom means when it was changed."""
    return first_moment((entry.get("published"), _changed(entry) if feed.version.startswith("rss") else None))


def _changed(entry: _Entry) -> str | None:
    return dict.get(entry, "updated")  # its own get answers with the date of publication where there is none


def _address(entry: _Entry, feed: _Feed) -> str | None:
    link = str(entry.get("link", ""))
    try:
        return urljoin(str(feed.feed.get("link", "")), link) or None
    except ValueError:
        return link
