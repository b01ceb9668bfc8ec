"""JSON Lines of documents, read one at a time: ours, ninjs items and JSON Feeds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import IO, Any

from onrecord.data import DateKind, Moment, Page
from onrecord.errors import InputEmpty, InputError, InputMalformed
from onrecord.read import jsonfeed, ninjs
from onrecord.read.page import Format, read_text, restated
from onrecord.read.rights import rights_of
from onrecord.read.telling import LeftOut, Passed, Read, Refused, pages_of
from onrecord.text.moments import parse_moment

LARGEST = 32 << 20
"""Bytes a page or a line may have: one of 20 MB with all its scripts is read, and an endless one is not."""

_CAPTURED = ("captured", "captured_at", "retrieved")
_PROPER = "{id?, url, title, text|html, published, captured?, publisher?, authors?, language?, rights?}"


def read_records(
    lines: Iterable[bytes] | IO[bytes],
    *,
    name: str = "the input",
    refused: Refused | None = None,
    passed: Passed | None = None,
) -> Iterator[Page]:
    """Read JSON Lines of documents, holding one line at a time; empty lines are passed over.

    A line is ``{id?, url, title, text|html, published, captured?, publisher?, authors?, language?, rights?}``, see
    :func:`read_record`, or an item of ninjs, or a JSON Feed. The first line that is none ends the reading, unless there
    is ``refused`` to tell of it.

    Raises:
        InputMalformed: a line is not such a document; the message names it.
    """
    return pages_of(read_lines(lines, name), refused=refused, passed=passed)


def read_lines(lines: Iterable[bytes] | IO[bytes], name: str) -> Iterator[Read]:
    """Read JSON Lines; see :func:`read_records`."""
    return read_each(_bounded(lines), name=f"{name}, line")


def read_objects(stream: IO[bytes], name: str) -> Iterator[Read]:
    """Read a JSON file: one document, a list of them, a feed, or JSON Lines by another name."""
    data = whole(stream, name)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return read_lines(data.splitlines(), name)
    return read_each(found if isinstance(found, list) else [found], name=f"{name}, document")


def read_each(records: Iterable[bytes | object], *, name: str) -> Iterator[Read]:
    """Read documents, each a line or what JSON gave for one; ``name`` and its number are what a message calls it."""
    for number, record in enumerate(records, start=1):
        where = f"{name} {number}"
        if isinstance(record, bytes) and not record.strip():
            continue
        try:
            found = _parsed(record, where)
            if jsonfeed.is_json_feed(found):
                yield from read_each(jsonfeed.records_of(found), name=f"{name} {number}, item")
            else:
                known = ninjs.record_of(found) if ninjs.is_ninjs(found) else found
                yield known if isinstance(known, LeftOut) else read_record(known, name=where)
        except InputError as error:
            yield error


def read_record(record: Mapping[str, Any], *, name: str = "the record") -> Page:
    """Read one document from its fields; those not named in :func:`read_records` are passed over.

    What the record states goes before what its HTML states. Times go by the names of :class:`~onrecord.data.Document`,
    too ("published_at"): a date that is passed over would leave a document out of every brief. A publication date is a
    day or an instant with its zone.
    ``partial`` says that the text is a part only, ``reviews_claim`` that it is a fact-check.

    Raises:
        InputMalformed: there is no text in it, or a field holds something else than it should; the message names it.
    """
    html, text = _words(record, "html", name), record.get("text")
    if html is None and not isinstance(text, str):
        raise InputMalformed(f"{name} has no text", why="neither “text” nor “html” holds any", fix="add one of them")
    body, kind = (text, Format.TEXT) if html is None else (html, Format.HTML)
    try:
        page = read_text(str(body), name=name, url=_words(record, "url", name), kind=kind)
    except InputEmpty as error:
        raise InputMalformed(f"{name} has no text", why=error.why, fix="leave it out") from error
    published = _moment(record, "published", name) or _moment(record, "published_at", name)
    stated = {
        "source_id": _words(record, "id", name),
        "title": _words(record, "title", name),
        "byline": _words(record, "authors", name),
        "publisher": _words(record, "publisher", name),
        "language": _words(record, "language", name),
        "rights": rights_of(_words(record, "rights", name)),
        "published_at": published,
        "date_kind": _date_kind(record) if published else None,
        "modified_at": _moment(record, "modified", name) or _moment(record, "modified_at", name),
        "captured_at": next(filter(None, (_moment(record, field, name) for field in _CAPTURED)), None),
    }
    flags = {flag: True for flag in ("partial", "reviews_claim") if record.get(flag) is True}
    return restated(page, **flags, **{field: value for field, value in stated.items() if value is not None})


def whole(stream: IO[bytes], name: str) -> bytes:
    """Return all bytes of a stream.

    Raises:
        InputMalformed: there are more than a page may have.
    """
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        why = f"it has more than {LARGEST >> 20} MiB"
        raise InputMalformed(f"{name} is too large for a page", why=why, fix="take the article out of it, or split it")
    return data


def _date_kind(record: Mapping[str, Any]) -> DateKind:
    """Return how a date is known: as an export of ours says, else the record states it."""
    kind = record.get("date_kind")
    return DateKind(kind) if kind in (DateKind.GIVEN, DateKind.ADDRESS) else DateKind.STATED


def _bounded(lines: Iterable[bytes] | IO[bytes]) -> Iterator[bytes]:
    """Return lines, of one longer than any document the beginning only."""
    if not hasattr(lines, "readline"):
        yield from lines
        return
    while line := lines.readline(LARGEST + 1):
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = lines.readline(LARGEST + 1)
        yield line


def _parsed(record: object, where: str) -> dict[str, Any]:
    if isinstance(record, bytes) and len(record) > LARGEST:
        why = f"it has more than {LARGEST >> 20} MiB"
        raise InputMalformed(f"{where} is too long for a document", why=why, fix="leave it out, or split it")
    try:
        found = json.loads(record.decode("utf-8-sig")) if isinstance(record, bytes) else record
    except (ValueError, RecursionError) as error:
        raise InputMalformed(f"{where} is no JSON", why=str(error), fix=f"give one object a line: {_PROPER}") from error
    if not isinstance(found, dict):
        raise InputMalformed(f"{where} is no JSON object", why="it is another value", fix=f"give {_PROPER}")
    return found


def _words(record: Mapping[str, Any], field: str, where: str) -> str | None:
    """Return a field's words, those of a list joined by commas; None when it is missing or empty."""
    value = record.get(field)
    items = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(item, (str, int)) for item in items):
        why = f"it is {json.dumps(value, default=str)[:60]}"
        raise InputMalformed(f"{where}: “{field}” is no text", why=why, fix="write words there, or leave it out")
    words = ", ".join(filter(None, (str(item).strip() for item in items)))
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace") or None


def _moment(record: Mapping[str, Any], field: str, where: str) -> Moment | None:
    if isinstance(known := record.get(field), date):
        return known
    words = _words(record, field, where)
    try:
        return parse_moment(words) if words else None
    except (ValueError, OverflowError) as error:
        fix = "write 2025-05-19 or 2025-05-19T14:30:00Z, or leave it out"
        raise InputMalformed(f"{where}: “{field}” is no date", why=str(error), fix=fix) from error
