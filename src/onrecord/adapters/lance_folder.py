"""The archive's folder: its format, who may write to it, and what its faults mean."""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.adapters.empty import missing
from onrecord.errors import (
    ArchiveDamaged,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveReadOnly,
    ArchiveTooNew,
    UsageError,
)

FORMAT = 3
"""Rises when the table's columns, its digests or ``text.words.terms`` change; old archives stay as they are."""
TERMS_SINCE = 2
"""The first format with terms cut as they are today."""

FORMAT_FILE = "archive.json"
LOCK_FILE = "writer.lock"
_FULL = re.compile(r"os error (?:28|122)\b|No space left|quota exceeded", re.IGNORECASE)
_READ_ONLY = re.compile(r"os error (?:1|13|30)\b|Permission denied|Read-only file system", re.IGNORECASE)
_PLACE = re.compile(r", /\S+\.rs:[\d:]+$")
"""Where in the store's own code it happened, which helps no reader."""
_STORE = re.compile(r"lance|arrow|object.?store|protobuf|deserial|os error|was not found|^invalid", re.IGNORECASE)


def check_format(folder: Path) -> int:
    """Return the format of the archive in ``folder``, which can be read.

    Raises:
        ArchiveMissing: there is none.
        ArchiveTooNew: a newer onrecord wrote it.
        ArchiveDamaged: its format cannot be read.
    """
    try:
        found = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))["format"]
    except (FileNotFoundError, NotADirectoryError) as error:
        raise missing(folder) from error
    except PermissionError as error:
        fix = "change its permissions, or name another folder"
        raise ArchiveReadOnly(f"the archive {folder} cannot be read", why=str(error), fix=fix) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise damaged(folder, f"{FORMAT_FILE} cannot be read: {error}") from error
    if not isinstance(found, int) or found > FORMAT:
        why = f"it has format {found}, and this onrecord knows formats up to {FORMAT}"
        raise ArchiveTooNew(f"the archive {folder} cannot be opened", why=why, fix="upgrade onrecord")
    return found


def make(folder: Path) -> None:
    """Make ``folder`` an archive, empty, unless it is one; its format file appears whole or not at all.

    Raises:
        ArchiveReadOnly: it cannot be made there.
        UsageError: a file stands where the folder would.
    """
    with translated(folder):
        made = (folder / FORMAT_FILE).exists()
        files = [place for place in (folder, *folder.parents) if place.exists() and not place.is_dir()]
    if made:
        return
    if files:
        fix = "name a folder, which need not be there yet"
        raise UsageError(f"no archive can be made in {folder}", why=f"{files[0]} is a file", fix=fix)
    with translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FORMAT_FILE, json.dumps({"format": FORMAT}))


def write_whole(place: Path, text: str) -> None:
    """Write a file, or replace it; it is there whole or not at all."""
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        with draft.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    finally:
        draft.unlink(missing_ok=True)


def lock(folder: Path) -> int:
    """Become the archive's one writer; return the descriptor that holds the lock until closed, or the process ends.

    Raises:
        ArchiveLocked: another process is writing.
        ArchiveReadOnly: the folder may not be written.
    """
    with translated(folder):
        held = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.truncate(held, 0)
        os.pwrite(held, str(os.getpid()).encode(), 0)
    except OSError as error:
        writer = os.pread(held, 20, 0).decode("ascii", "replace") or "unknown"
        os.close(held)
        if not isinstance(error, BlockingIOError):
            raise translate(folder, error) from error
        why = f"process {writer} is writing to it"
        fix = "wait for it to end; reading is possible meanwhile"
        raise ArchiveLocked(f"the archive {folder} cannot be written now", why=why, fix=fix) from error
    return held


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what the store raises about ``folder`` into errors of ours; faults of programming pass through."""
    try:
        yield
    except ArchiveError:
        raise
    except Exception as error:
        if isinstance(error.__context__, KeyboardInterrupt):  # what an interrupted call failed at on its way out
            raise error.__context__ from None
        if isinstance(error, OSError | UnicodeDecodeError) or _STORE.search(str(error)):
            raise translate(folder, error) from error
        raise
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the store's native code gave up on what it read
            raise damaged(folder, str(error)) from error
        raise


def translate(folder: Path, error: Exception) -> ArchiveError:
    """Return the error of ours that says what ``error`` of the store means."""
    words = str(error)
    if isinstance(error, OSError) and error.errno:
        words = f"{error.strerror} (os error {error.errno}): {error.filename or folder}"
    why = _PLACE.sub("", words.splitlines()[0])[:300] if words else type(error).__name__
    if _FULL.search(words):
        fix = "free some space and run the same command again; it goes on where it stopped"
        return ArchiveFull(f"the archive {folder} could not be written", why="the disk is full", fix=fix)
    if _READ_ONLY.search(words):
        fix = "change the folder's permissions, or name another folder"
        return ArchiveReadOnly(f"the archive {folder} may not be written", why=why, fix=fix)
    return damaged(folder, why)


def damaged(folder: Path, why: str) -> ArchiveDamaged:
    """Say that the archive in ``folder`` is damaged."""
    fix = (
        "open it again, for another process may have merged it; else restore a copy, or add the sources into a new one"
    )
    return ArchiveDamaged(f"the archive {folder} is damaged", why=why[:300], fix=fix)


def size(folder: Path) -> int:
    """Return the bytes that the files of ``folder`` take; those that go away meanwhile count nothing."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.lstat(os.path.join(place, name)).st_size
            except FileNotFoundError:
                continue
    return total
