"""Front matter: the block of fields between two rules with which a text says of itself what it is, as in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from onrecord.data import DateKind
from onrecord.read.dating import first_moment
from onrecord.read.people import names_in

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<fields>(?:(?!---|\.\.\.)[^\n]*\n){1,100})(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"(?P<name>[A-Za-z_][\w.-]{0,40}):(?:[ \t]+(?P<value>\S.*?))?[ \t]*")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>\S.*?)[ \t]*")
_OTHER = re.compile(r"[ \t]*(?:#.*)?|[ \t]+\S.*")
"""Comments, and what goes on from the line above."""
_LISTED = re.compile(r"\[(.*)\]")
_COMMENT = re.compile(r"\s+#\s.*")
_TITLES = ("title", "headline")
_AUTHORS = ("author", "authors", "byline")
_ADDRESSES = ("url", "canonical", "canonical_url", "canonicalurl", "link", "permalink")
_PUBLISHED = ("published", "published_at", "publishdate", "publish_date", "pubdate", "date")
_MODIFIED = ("modified", "modified_at", "updated", "updated_at", "last_modified", "lastmod")
_KNOWN = {*_TITLES, *_AUTHORS, *_ADDRESSES, *_PUBLISHED, *_MODIFIED}


class FrontMatter(NamedTuple):
    """What a text states above itself, and where it begins."""

    fields: dict[str, Any]
    """Those of its document."""
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter that a text begins with: simple fields, one of them at least known here.

    None where nothing stands below it, or a line between the rules is none of fields: then they part words of the text.
    """
    found = _FRONT.match(text)
    stated = _stated(found["fields"].splitlines()) if found else None
    if not found or not stated or _KNOWN.isdisjoint(stated) or not text[found.end() :].strip():
        return None
    published = first_moment(_first(stated, _PUBLISHED))
    fields = {
        "title": next(_first(stated, _TITLES), None),
        "byline": ", ".join(names_in(value for name in _AUTHORS for value in stated.get(name, ()))),
        "url": next(filter(_is_address, _first(stated, _ADDRESSES)), None),
        "published_at": published,
        "date_kind": DateKind.STATED if published else None,
        "modified_at": first_moment(_first(stated, _MODIFIED)),
    }
    return FrontMatter({name: value for name, value in fields.items() if value}, found.end())


def _stated(lines: Iterable[str]) -> dict[str, list[str]] | None:
    """Return the values of each field; None when a line is of none."""
    stated: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        if field := _FIELD.fullmatch(line):
            values = stated.setdefault(field["name"].lower(), [])
            values += _values(field["value"] or "")
        elif item := _ITEM.fullmatch(line):
            values += _values(item["value"])
        elif not _OTHER.fullmatch(line):
            return None
    return stated


def _values(words: str) -> list[str]:
    """Return the values that some words are: one, or those of a list in brackets, each without its quotation marks."""
    listed = _LISTED.fullmatch(words)
    bare = (one.strip() for one in (listed[1].split(",") if listed else [words]))
    return [one for one in map(_unquoted, bare) if one]


def _unquoted(words: str) -> str:
    quoted = len(words) > 1 and words[0] in "\"'" and words[-1] == words[0]
    return words[1:-1].strip() if quoted else _COMMENT.sub("", words)


def _first(stated: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from stated.get(name, [])[:1]


def _is_address(words: str) -> bool:
    try:
        return urlsplit(words).scheme in ("http", "https")
    except ValueError:
        return False
