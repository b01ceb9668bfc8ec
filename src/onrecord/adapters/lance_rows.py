"""Rows of the archive's one table, from nouns and back.

A document is one row with its text and metadata; each of its passages is one more, with its vector and the terms it is
searched by: its own and those of the title, which names what a passage only calls "it". All rows of a document are
written in one commit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
import pyarrow as pa

from onrecord.data import DateKind, Dates, Document, Holding, Moment, Passage, Span, Undated, latest
from onrecord.errors import ArchiveDamaged
from onrecord.ports import Entry, Vectors
from onrecord.text.moments import format_moment, parse_moment
from onrecord.text.shingles import shingles, sketch
from onrecord.text.words import terms

_MOMENTS = ("published_at", "modified_at", "captured_at")
_METADATA = tuple(field.name for field in fields(Document) if field.name not in ("id", "text"))
_BLOCK = 256
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def schema(dimensions: int) -> pa.Schema:
    """Return the table's columns, for vectors of ``dimensions`` numbers."""
    return pa.schema(
        [
            pa.field("document_id", pa.string(), nullable=False),
            # When it was published, as the latest instant that may mean; null when unknown. Microseconds since 1970.
            pa.field("published_until", pa.int64()),
            # Of a passage:
            pa.field("start", pa.int64()),
            pa.field("end", pa.int64()),
            pa.field("terms", pa.string()),
            pa.field("vector", pa.list_(pa.float32(), dimensions)),
            # Of a document:
            pa.field("text", pa.large_binary()),  # UTF-8, in which lone surrogates are let through
            pa.field("metadata", pa.string()),
            pa.field("sketch", pa.binary()),
            pa.field("digest", pa.string()),
        ]
    )


def rows(entries: Sequence[Entry], dimensions: int) -> pa.Table:
    """Return the rows of ``entries``, each document's own row before those of its passages."""
    found: list[dict[str, Any]] = []
    for entry in entries:
        document = entry.document
        made = made_of(document)
        key = {"document_id": document.id, "published_until": made["published_until"]}
        text, metadata = encode(document.text), _metadata(document)
        spans = [passage.span for passage in entry.passages]
        titled = _stored(document.title or "")
        said = [f"{terms_of(document.text, span)} {titled}".strip() for span in spans]
        found.append(
            key
            | {
                "text": text,
                "metadata": metadata,
                "sketch": made["sketch"],
                "digest": digest(text, metadata, spans, entry.vectors, said),
            }
        )
        for span, words, vector in zip(spans, said, entry.vectors, strict=True):
            found.append(key | {"start": span.start, "end": span.end, "terms": words, "vector": vector})
    return pa.Table.from_pylist(found, schema=schema(dimensions))


def made_of(document: Document) -> dict[str, Any]:
    """Return what searches and counts need of a document, made of it and in no digest."""
    return {
        "published_until": document.published_at and microseconds(document.published_at),
        "sketch": sketch(shingles(document.text)).tobytes(),
    }


def encode(text: str) -> bytes:
    """Return ``text`` as it is stored."""
    return text.encode("utf-8", "surrogatepass")


def terms_of(text: str, span: Span) -> str:
    """Return the terms of a passage, as they are stored."""
    return _stored(span.cut(text))


def _stored(text: str) -> str:
    return " ".join(terms(text)).encode("utf-8", "replace").decode("utf-8")


def digest(
    text: bytes, metadata: str, spans: Sequence[Span], vectors: Vectors, said: Sequence[str] | None = None
) -> str:
    """Return the digest that proves a document's rows: text, metadata, passages, vectors and terms.

    Before format 3 there were no terms in it.
    """
    places = json.dumps([[span.start, span.end] for span in spans])
    parts = [text, metadata.encode(), places.encode(), np.ascontiguousarray(vectors, dtype="<f4").tobytes()]
    found = hashlib.sha256()
    for part in parts if said is None else [*parts, json.dumps(said).encode()]:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def _metadata(document: Document) -> str:
    held = {name: getattr(document, name) for name in _METADATA}
    known = {name: _plain(value) for name, value in held.items() if value is not None and value is not False}
    return json.dumps(known, sort_keys=True)


def _plain(value: str | bool | Moment) -> str | bool:
    return value if isinstance(value, str | bool) else format_moment(value)


def stored_document(row: Mapping[str, Any]) -> Document:
    """Build the document of a row, which compares its id with its content.

    Raises:
        ValueError: the row is not what was written.
    """
    held = _known(row)
    held["date_kind"] = DateKind(held["date_kind"])
    return Document(id=row["document_id"], text=row["text"].decode("utf-8", "surrogatepass"), **held)


def document_in(place: object, row: Mapping[str, Any]) -> Document:
    """Build the document of a row of the archive in ``place``.

    Raises:
        ArchiveDamaged: the row is not what was written.
    """
    try:
        return stored_document(row)
    except (ValueError, KeyError, TypeError) as error:
        what = f"the document {row['document_id']} in {place} is damaged"
        fix = "find out what else is damaged (onrecord archive verify), and add the sources again into a new archive"
        raise ArchiveDamaged(what, why=str(error), fix=fix) from error


def stored_holding(row: Mapping[str, Any]) -> Holding:
    """Return what is known of the document of a row whose text was not read."""
    held = _known(row)
    published = held.get("published_at")
    version = held.get("modified_at") or held.get("captured_at") or published
    return Holding(document_id=row["document_id"], url=held.get("url"), published_at=published, version_at=version)


def _known(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the metadata of a row with its moments read."""
    held: dict[str, Any] = json.loads(row["metadata"])
    return held | {name: parse_moment(held[name]) for name in _MOMENTS if name in held}


def stored_passage(row: Mapping[str, Any]) -> Passage:
    """Build the passage of a row."""
    return Passage(document_id=row["document_id"], span=Span(start=row["start"], end=row["end"]))


def microseconds(moment: Moment) -> int:
    """Return the last instant of a moment, counted from the epoch."""
    return (latest(moment) - _EPOCH) // timedelta(microseconds=1)


def within(window: Dates) -> str:
    """Return ``window`` as a filter on rows; only those without a date are undated."""
    if isinstance(window, Undated):
        return "published_until IS NULL"
    until = f"published_until <= {microseconds(window.until)}"
    return until if window.after is None else f"{until} AND published_until > {microseconds(window.after)}"


def among(ids: Iterable[str]) -> str:
    """Return a filter on rows: those of these documents."""
    return f"document_id IN ({', '.join(repr(key) for key in ids)})"


def blocks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Return ids, as many at once as one filter takes."""
    return (ids[at : at + _BLOCK] for at in range(0, len(ids), _BLOCK))
