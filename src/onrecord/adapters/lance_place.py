"""Where the bytes of an archive lie: in a folder, or under a prefix of a bucket; and in which format.

The archive of a place is the table that its format file names. That file is replaced whole, and only by the one writer,
so what it names is the archive, and every other table is one that was being made, or was the archive before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from onrecord.adapters.empty import missing
from onrecord.adapters.lance_faults import damaged, translated
from onrecord.adapters.lance_folder import Folder
from onrecord.errors import ArchiveReadOnly, ArchiveTooNew, UsageError

FORMAT = 7
"""Rises when the table's columns, its digests, ``text.words.terms``, ``text.shingles``, its naming or what is kept of a
document change; old archives stay as they are. From 4 on the format file names the table; until it does, there is
none."""
TERMS_SINCE = 2
"""The first format with terms cut as they are today."""
SKETCHES_SINCE = 5
"""The first format with sketches of the shingles of today."""

FORMAT_FILE = "archive.json"
RULINGS_FILE = "rulings.jsonl"
BUCKET = "s3://"
"""How the address of a bucket begins."""


class Writer(Protocol):
    """The one who may write to a place, until closed or its process ends."""

    @property
    def took_over(self) -> bool:
        """Whether the writer before did not say that it had ended, and may yet be on its way to a commit."""
        ...

    def settle(self) -> None:
        """Say that the one before is shut out for good; until then the next writer has to do so, too."""
        ...

    def prove(self) -> None:
        """Make sure that nobody took over.

        Raises:
            ArchiveLocked: somebody did.
        """
        ...

    def write(self, name: str, text: str) -> None:
        """Write a small file, or replace it; it is there whole or not at all.

        Raises:
            ArchiveLocked: somebody took over.
        """
        ...

    def close(self) -> None:
        """Let others write."""
        ...


class Place(Protocol):
    """A folder or a bucket; in words, what people call it."""

    @property
    def uri(self) -> Path | str:
        """What the store opens it by."""
        ...

    @property
    def lock_ends_with_process(self) -> bool:
        """Whether nobody but the one writer can be writing, not even one that was taken for dead."""
        ...

    def read(self, name: str) -> str | None:
        """Return a small file, or None where there is none."""
        ...

    def make(self, name: str, text: str) -> None:
        """Make the place, and a small file in it unless that is there.

        Raises:
            ArchiveReadOnly: it cannot be made there.
            UsageError: a file stands where the folder would.
        """
        ...

    def lock(self) -> Writer:
        """Become the one writer.

        Raises:
            ArchiveLocked: another process is writing.
            ArchiveReadOnly: the place may not be written.
        """
        ...

    def tables(self) -> tuple[str, ...]:
        """Return the names of all tables, whole or not."""
        ...

    def state(self, table: str) -> object:
        """Return what changes with every commit to a table."""
        ...

    def drop(self, table: str) -> None:
        """Delete all files of a table."""
        ...

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield all files by their paths from here, with their sizes in bytes."""
        ...

    def open(self, name: str) -> BinaryIO:
        """Open a file to be read."""
        ...


def place_of(where: Path | str) -> Place:
    """Return the place that a folder or the address of a bucket names.

    Raises:
        UsageError: the address names no bucket, or the part of onrecord that speaks with buckets is not installed.
    """
    if isinstance(where, Path) or not where.startswith(BUCKET):
        return Folder(Path(where))
    try:
        from onrecord.adapters.lance_bucket import bucket  # noqa: PLC0415 (an optional package)
    except ImportError as error:
        fix = "pip install 'onrecord[s3]', or name a folder"
        raise UsageError(f"the archive {where} cannot be used", why="obstore is not installed", fix=fix) from error
    return bucket(where)


def make(place: Place) -> None:
    """Make ``place`` an archive, empty, unless it is one; its format file appears whole or not at all."""
    place.make(FORMAT_FILE, json.dumps({"format": FORMAT, "table": None}))


def check_format(place: Place) -> int:
    """Return the format of the archive in ``place``, which can be read.

    Raises:
        ArchiveMissing: there is none.
        ArchiveTooNew: a newer onrecord wrote it.
        ArchiveDamaged: its format cannot be read.
        ArchiveOffline: its storage does not answer.
    """
    try:
        with translated(place):
            text = place.read(FORMAT_FILE)
    except ArchiveReadOnly as error:
        if not isinstance(error.__cause__, PermissionError):
            raise
        fix = "change its permissions, or name another folder"
        raise ArchiveReadOnly(f"the archive {place} cannot be read", why=error.why, fix=fix) from error
    if text is None:
        raise missing(str(place))
    try:
        found = json.loads(text)["format"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(place, f"{FORMAT_FILE} cannot be read: {error}") from error
    if not isinstance(found, int) or found > FORMAT:
        why = f"it has format {found}, and this onrecord knows formats up to {FORMAT}"
        raise ArchiveTooNew(f"the archive {place} cannot be opened", why=why, fix="upgrade onrecord")
    return found
