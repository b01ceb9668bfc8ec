"""Files and folders of pages and documents."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.data import Moment, Page
from onrecord.errors import InputError
from onrecord.read.formats import is_listed, read_bytes, read_stream
from onrecord.read.packed import lying, opened, unreadable
from onrecord.read.records import whole
from onrecord.read.telling import LeftOut, Passed, Read, Refused, pages_of


def read_file(path: Path, *, url: str | None = None, published: Moment | None = None) -> Page:
    """Read one page from a file, compressed or not; see :func:`read_bytes`.

    Raises:
        InputMissing: there is no such file, or it may not be read.
        InputMalformed: it is no page, or larger than any.
    """
    with opened(path) as stream:
        return read_bytes(whole(stream, str(path)), name=str(path), url=url, published=published)


def read_paths(
    paths: Iterable[Path], *, refused: Refused | None = None, passed: Passed | None = None
) -> Iterator[Page]:
    """Read pages out of files of any format, compressed or not, and of folders of them in order of name.

    The formats stand in :data:`onrecord.read.formats.FORMATS`. In a folder, files with other endings and hidden ones
    are left out, JSON files too: most hold no documents. A file that is named is read whatever its ending. ``passed``
    is told of what is no document. The first thing that cannot be read ends the reading, unless there is ``refused``
    to tell of it.

    Raises:
        InputMissing: a path does not exist or may not be read.
        InputMalformed: a file is of none of the formats, or damaged.
    """
    return pages_of(
        (item for path in paths for file in _files(path) for item in _read(file)), refused=refused, passed=passed
    )


def _read(file: Path | Read) -> Iterator[Read]:
    """Read a file; what ends the reading of it is told in its place."""
    if not isinstance(file, Path):
        yield file
        return
    try:
        with lying(file) as raw:
            yield from read_stream(raw, str(file))
    except InputError as error:
        yield error


def _files(path: Path) -> Iterator[Path | Read]:
    """Return a file as it is, and of a folder the files to read: its own by name, then those of its folders."""
    if not path.is_dir():
        yield path
        return
    unlisted: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=unlisted.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in (Path(folder, name) for name in sorted(names)):
            try:
                listed = not file.name.startswith(".") and file.is_file() and is_listed(file)
            except InputError as error:
                yield error
            else:
                yield file if listed else LeftOut(why="are files of other kinds in a folder")
        yield from _told(unlisted)
    yield from _told(unlisted)


def _told(unlisted: list[OSError]) -> Iterator[Read]:
    """Tell of folders that could not be listed, each once."""
    while unlisted:
        error = unlisted.pop(0)
        yield unreadable(Path(error.filename), error)
