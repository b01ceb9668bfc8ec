"""WARC files (ISO 28500), a record at a time: the pages that were fetched, and what `onrecord export` wrote.

A record that is damaged, or whose length is not what it says, is refused in one line, and the next is looked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader
from typing import Any
from urllib.parse import urlsplit

from onrecord.errors import InputError, InputMalformed
from onrecord.read.answers import answer_of, body_of, charset, media_type, too_large
from onrecord.read.members import members
from onrecord.read.packed import DAMAGED
from onrecord.read.page import Format, read_bytes, restated
from onrecord.read.records import LARGEST, read_record
from onrecord.read.telling import LeftOut, Read
from onrecord.read.warc_records import Record, damaged, records

STATED = "warc-json-metadata"
"""The field in which `onrecord export` states what else is known of a text, by the names of its JSON Lines."""

_HTML = ("text/html", "application/xhtml+xml")
_TEXT = ("text/plain",)
_PLACES = ("http://", "https://", "ftp://", "file://")
"""Where pages kept without an answer stand; at ``metadata:`` Wget keeps its settings and logs."""
_NO_PAGES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
"""Addresses that crawlers fetch for themselves; what stands there is for programs."""


def read_warc(raw: BufferedReader, name: str) -> Iterator[Read]:
    """Read the pages in a WARC file as it lies, packed or not."""
    number = 0
    for member in members(raw):
        try:
            for found in records(member, name, number):
                number += 1
                try:
                    if (page := found if isinstance(found, InputError) else _page(found)) is not None:
                        yield page
                except InputError as error:
                    yield error
        except DAMAGED as error:
            number += 1
            yield damaged(f"{name}, record {number}", str(error) or "it is damaged")
    if not number:
        fix = "check that the file is whole, and what it is"
        raise InputMalformed(f"{name} is no WARC", why="no record can be found in it", fix=fix)


def _page(record: Record) -> Read | None:
    """Return the page in a record; None for what goes along with pages, as the request for one does."""
    kind = record.field("warc-type").lower()
    if kind == "revisit":
        elsewhere = record.field("warc-refers-to-target-uri").strip("<>") or record.target
        again = "seen again unchanged" if elsewhere == record.target else "that stand word for word at another address"
        return LeftOut(why=f"are pages {again}")
    if kind == "response" and record.target:
        return _fetched(record, record.target)
    place = record.field("warc-target-uri").strip("<>").lower()
    if kind in ("resource", "conversion") and (place.startswith(_PLACES) or record.field(STATED)):
        return _kept(record)
    return LeftOut(why="are parts of records that lie elsewhere") if kind == "continuation" else None


def _fetched(record: Record, address: str) -> Read:
    answer = answer_of(record.block, record.name)
    if answer.status != 200:
        return LeftOut(why="are answers of servers other than a page")
    if answer.kind not in (*_HTML, *_TEXT) or _path(address) in _NO_PAGES:
        return LeftOut(why="are neither HTML nor text of an article")
    name = f"{record.name} ({address})"
    body = body_of(answer, name, most=LARGEST)
    return _read(record, body, name, html=answer.kind in _HTML, encoding=answer.charset)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _kept(record: Record) -> Read:
    """Return a page that was kept without what the server said of it; of ours, what is known of it as well."""
    kind = record.field("content-type")
    if media_type(kind) not in (*_HTML, *_TEXT):
        return LeftOut(why="are neither HTML nor text of an article")
    if len(record.block) > LARGEST:
        raise too_large(record.name, LARGEST)
    if record.field(STATED):
        return read_record({**_stated(record), "text": record.block.decode("utf-8", "replace")}, name=record.name)
    return _read(record, record.block, record.name, html=media_type(kind) in _HTML, encoding=charset(kind))


def _stated(record: Record) -> dict[str, Any]:
    try:
        found = json.loads(record.field(STATED))
    except (ValueError, RecursionError):
        found = None
    stated = found if isinstance(found, dict) else {}
    return {"url": record.target, "captured": record.captured} | stated


def _read(record: Record, body: bytes, name: str, *, html: bool, encoding: str | None) -> Read:
    kind = Format.HTML if html else Format.TEXT
    page = read_bytes(body, name=name, url=record.target, kind=kind, encoding=encoding)
    return restated(page, captured_at=record.captured, partial="warc-truncated" in record.fields)
