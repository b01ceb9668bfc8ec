"""WARC files (ISO 28500), a record at a time: the pages that were fetched, and what `onrecord export` wrote.

A record that is damaged, or whose length is not what it says, is refused in one line, and the next is looked for.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from onrecord.data import Moment
from onrecord.errors import InputError, InputMalformed
from onrecord.read.answers import answer_of, body_of, charset, fields_of, media_type
from onrecord.read.packed import DAMAGED, members
from onrecord.read.page import Format, read_bytes, restated
from onrecord.read.records import LARGEST, read_record
from onrecord.read.telling import LeftOut, Read
from onrecord.text.moments import parse_moment

STATED = "warc-json-metadata"
"""The field in which `onrecord export` states what else is known of a text, by the names of its JSON Lines."""

BEGINS = re.compile(rb"WARC/\d\.\d+\r?$")
_LONGEST_LINE = 1 << 20  # bytes; a field may hold a whole address and metadata
_MOST_FIELDS = 1 << 22  # bytes of a record's header; of ours, the longest metadata there may be
_AROUND_TEXT = 1 << 16  # bytes that an answer's own header may add to a page
_HTML = ("text/html", "application/xhtml+xml")
_TEXT = ("text/plain",)
_NO_PAGES = ("/robots.txt", "/ads.txt", "/app-ads.txt", "/humans.txt", "/security.txt")
"""Addresses that crawlers fetch for themselves; what stands there is for programs."""

_NEXT = re.compile(rb"(?<=\n)WARC/\d\.\d+\r?\n")
_READ_AGAIN = LARGEST  # bytes, beside as many as were read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """A record's fields by lower-cased name, and its block; of one longer than any page the beginning."""

    name: str
    fields: dict[str, str]
    block: bytes

    def field(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def target(self) -> str | None:
        """The address fetched; Wget 1.19 wrote it in angle brackets."""
        address = self.field("warc-target-uri").strip("<>")
        return address if address.lower().startswith(("http://", "https://")) else None

    @property
    def captured(self) -> Moment | None:
        try:
            return parse_moment(self.field("warc-date"))
        except (ValueError, OverflowError):
            return None


def read_warc(raw: io.BufferedReader, name: str) -> Iterator[Read]:
    """Read the pages in a WARC file as it lies, packed or not."""
    number = 0
    for member in members(raw):
        try:
            for found in _records(member, name, number):
                number += 1
                try:
                    if (page := found if isinstance(found, InputError) else _page(found)) is not None:
                        yield page
                except InputError as error:
                    yield error
        except DAMAGED as error:
            number += 1
            yield _damaged(f"{name}, record {number}", str(error) or "it is damaged")
    if not number:
        fix = "check that the file is whole, and what it is"
        raise InputMalformed(f"{name} is no WARC", why="no record can be found in it", fix=fix)


def _records(raw: io.BufferedReader, name: str, before: int) -> Iterator[_Record | InputMalformed]:
    """Yield the records of a stream; where one is not where it should be, say so once and look for the next."""
    stream = _Again(raw)
    lost = False
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        where = f"{name}, record {before + 1}"
        if not BEGINS.match(line.rstrip(b"\n")):
            if not lost:
                before += 1
                yield _damaged(where, f"it begins with {line[:20]!r}")
            lost = True
            continue
        before += 1
        record = _Record(name=where, fields=_fields(stream), block=b"")
        found = _with_block(record, stream)
        yield found
        lost = isinstance(found, InputMalformed)


def _fields(stream: _Again) -> dict[str, str]:
    held = bytearray()
    while (line := stream.readline(_LONGEST_LINE)).strip() and len(held) < _MOST_FIELDS:
        held += line
    return fields_of(bytes(held))


def _with_block(record: _Record, stream: _Again) -> _Record | InputMalformed:
    """Return a record with its block; where its length is not what it says, what was read is looked through again."""
    said = record.field("content-length")
    if not re.fullmatch(r"[0-9]{1,15}", said):
        return _damaged(record.name, f"its length is {said[:20]!r}")
    block = stream.read(min(int(said), LARGEST + _AROUND_TEXT))
    missing = stream.skip(int(said) - len(block))
    if not missing and stream.readline(2) in (b"\r\n", b"\n", b""):
        return replace(record, block=block)
    if (next_ := _NEXT.search(block)) is not None:
        stream.again(block[next_.start() :])
    why = f"it ends {missing:,} bytes before its end" if missing else "its length is not what it says"
    return _damaged(record.name, why)


class _Again:
    """Reads a stream, some of it twice where that is asked for: no more than there is of it, so that it has an end."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream, self._ahead, self._left = stream, io.BytesIO(), _READ_AGAIN

    def read(self, size: int) -> bytes:
        found = self._ahead.read(size)
        more = self._stream.read(size - len(found))
        self._left += len(more)
        return found + more

    def readline(self, most: int) -> bytes:
        line = self._ahead.readline(most)
        if len(line) < most and not line.endswith(b"\n"):
            more = self._stream.readline(most - len(line))
            self._left += len(more)
            line += more
        return line

    def skip(self, count: int) -> int:
        """Pass over some bytes; return how many are not there."""
        while count > 0 and (passed := len(self.read(min(count, 1 << 16)))):
            count -= passed
        return count

    def again(self, data: bytes) -> None:
        """Put bytes before those that are still to be read."""
        rest = self._ahead.read()
        if len(data) + len(rest) <= self._left:
            self._left -= len(data) + len(rest)
            self._ahead = io.BytesIO(data + rest)
        else:
            self._ahead = io.BytesIO(rest)


def _damaged(where: str, why: str) -> InputMalformed:
    return InputMalformed(f"{where} is damaged", why=why, fix="fetch the page again; the other records are read")


def _page(record: _Record) -> Read | None:
    """Return the page in a record; None for what goes along with pages, as the request for one does."""
    kind = record.field("warc-type").lower()
    if kind == "revisit":
        return LeftOut(why="are pages seen again unchanged")
    if kind == "response" and record.target:
        return _fetched(record, record.target)
    if kind in ("resource", "conversion"):
        return _kept(record)
    return LeftOut(why="are parts of records that lie elsewhere") if kind == "continuation" else None


def _fetched(record: _Record, address: str) -> Read:
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


def _kept(record: _Record) -> Read:
    """Return a page that was kept without what the server said of it; of ours, what is known of it as well."""
    kind = record.field("content-type")
    if media_type(kind) not in (*_HTML, *_TEXT):
        return LeftOut(why="are neither HTML nor text of an article")
    if len(record.block) > LARGEST:
        raise InputMalformed(
            f"{record.name} is too large for a page", why="it has more than 32 MiB", fix="leave it out"
        )
    if record.field(STATED):
        return read_record({**_stated(record), "text": record.block.decode("utf-8", "replace")}, name=record.name)
    return _read(record, record.block, record.name, html=media_type(kind) in _HTML, encoding=charset(kind))


def _stated(record: _Record) -> dict[str, Any]:
    try:
        found = json.loads(record.field(STATED))
    except (ValueError, RecursionError):
        found = None
    stated = found if isinstance(found, dict) else {}
    return {"url": record.target, "captured": record.captured} | stated


def _read(record: _Record, body: bytes, name: str, *, html: bool, encoding: str | None) -> Read:
    kind = Format.HTML if html else Format.TEXT
    page = read_bytes(body, name=name, url=record.target, kind=kind, encoding=encoding)
    return restated(page, captured_at=record.captured, partial="warc-truncated" in record.fields)
