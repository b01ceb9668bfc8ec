"""Files and folders of pages and documents."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from onrecord.data import Moment, Page
from onrecord.errors import InputError, InputMalformed
from onrecord.read.packed import opened, unreadable
from onrecord.read.page import read_bytes
from onrecord.read.records import LARGEST, Refused, read_each, read_records

_PAGES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
_LINES = (".jsonl", ".ndjson")
_OBJECTS = ".json"
_LISTED = (*_PAGES, *_LINES)
_PACKED = (".gz", ".bz2", ".xz", ".zst")


def read_file(path: Path, *, url: str | None = None, published: Moment | None = None) -> Page:
    """Read one page from a file, compressed or not; see :func:`read_bytes`.

    Raises:
        InputMissing: there is no such file, or it may not be read.
        InputMalformed: it is no page, or larger than any.
    """
    with opened(path) as stream:
        return read_bytes(_whole(stream, path), name=str(path), url=url, published=published)


def read_paths(
    paths: Iterable[Path], *, refused: Refused | None = None, passed_over: Callable[[Path], None] | None = None
) -> Iterator[Page]:
    """Read pages, JSON documents and JSON Lines, compressed or not, and folders of them in order of name.

    In a folder, files with other endings and hidden ones are ``passed_over``, JSON files too: most hold no documents. A
    file that is named is read whatever its ending. The first that cannot be read ends the reading, unless there is
    ``refused`` to tell of it.

    Raises:
        InputMissing: a path does not exist or may not be read.
        InputMalformed: a file is none of these.
    """
    for path in paths:
        for file in _files(path, refused, passed_over):
            try:
                yield from _pages(file, refused)
            except InputError as error:
                if refused is None:
                    raise
                refused(error)


def _files(path: Path, refused: Refused | None, passed_over: Callable[[Path], None] | None) -> Iterator[Path]:
    """Return a file as it is, and of a folder the files to read: its own by name, then those of its folders."""
    if not path.is_dir():
        yield path
        return

    def unlisted(error: OSError) -> None:
        missing = unreadable(Path(error.filename), error)
        if refused is None:
            raise missing from error
        refused(missing)

    for folder, folders, names in os.walk(path, onerror=unlisted):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in (Path(folder, name) for name in sorted(names)):
            if not file.name.startswith(".") and _ending(file) in _LISTED and file.is_file():
                yield file
            elif passed_over is not None:
                passed_over(file)


def _ending(path: Path) -> str:
    """Return the ending that says what a file is: of ``wire.jsonl.gz``, ``.jsonl``."""
    ending = path.suffix.lower()
    return Path(path.stem).suffix.lower() if ending in _PACKED else ending


def _pages(path: Path, refused: Refused | None) -> Iterator[Page]:
    """Read a file as its ending says; where it says nothing, as its first character does."""
    ending = _ending(path)
    with opened(path) as stream:
        if ending in _LINES or (ending not in _LISTED and ending != _OBJECTS and stream.peek(1).startswith(b"{")):
            yield from read_records(stream, name=str(path), refused=refused)
        elif ending == _OBJECTS:
            yield from _objects(_whole(stream, path), path, refused)
        else:
            yield read_bytes(_whole(stream, path), name=str(path))


def _objects(data: bytes, path: Path, refused: Refused | None) -> Iterator[Page]:
    """Read a JSON file: one document, a list of them, or JSON Lines by another name."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return read_records(data.splitlines(), name=str(path), refused=refused)
    return read_each(found if isinstance(found, list) else [found], name=f"{path}, document", refused=refused)


def _whole(stream: IO[bytes], path: Path) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        why = f"it has more than {LARGEST >> 20} MiB"
        raise InputMalformed(f"{path} is too large for a page", why=why, fix="take the article out of it, or split it")
    return data
