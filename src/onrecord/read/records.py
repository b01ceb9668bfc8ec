"""JSON Lines of documents, plain or compressed, read one at a time."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import zstandard

from onrecord.data import DateKind, Moment
from onrecord.errors import InputMalformed
from onrecord.text.moments import parse_moment

_PROPER = "{id?, url, title, text|html, published, captured?, publisher?, authors?, language?}"


def open_lines(path: Path) -> IO[bytes]:
    """Open a file of lines, decompressing by its name: .gz, .bz2, .xz, .zst."""
    if path.suffix == ".zst":
        stream = zstandard.ZstdDecompressor().stream_reader(path.open("rb"), closefd=True)
        return io.BufferedReader(stream)
    opener: Any = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}.get(path.suffix, Path.open)
    return opener(path, "rb")  # type: ignore[no-any-return]


def records(lines: Iterator[bytes] | IO[bytes], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each line's object with its number, empty lines passed over.

    Raises:
        InputMalformed: a line is not a JSON object, or the compressed data are damaged.
    """
    try:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield number, _object(line, f"{name}, line {number}")
    except (EOFError, OSError, lzma.LZMAError, zstandard.ZstdError) as error:
        raise InputMalformed(f"{name} cannot be read to its end", why=str(error), fix="fetch the file again") from error


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InputMalformed(f"{where} is no JSON", why=str(error), fix=f"give one object a line: {_PROPER}") from error
    if not isinstance(record, dict):
        raise InputMalformed(f"{where} is no JSON object", why="it is another value", fix=f"give {_PROPER}")
    return record


def moment_of(record: dict[str, Any], field: str, where: str) -> Moment | None:
    """Return a record's field as a moment; None when it is missing or empty."""
    value = record.get(field)
    if value in (None, ""):
        return None
    try:
        return parse_moment(str(value))
    except ValueError as error:
        fix = "write 2025-05-19 or 2025-05-19T14:30:00Z, or leave it out"
        raise InputMalformed(f"{where}: “{field}” is no date", why=str(error), fix=fix) from error


def text_of(record: dict[str, Any], field: str) -> str | None:
    """Return a record's field as one string; a list is joined by commas, anything else is no value."""
    value = record.get(field)
    if isinstance(value, list):
        value = ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, int):
        value = str(value)
    return value.strip() or None if isinstance(value, str) else None


def given_kind(published: Moment | None) -> DateKind:
    """Return how a record's publication date is known."""
    return DateKind.STATED if published is not None else DateKind.UNKNOWN
