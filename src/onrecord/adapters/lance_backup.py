"""An archive to one file and back, byte for byte.

A backup is a tar file: every file of the archive, and at its end ``digests.json`` with the archive's revision and each
file's size and SHA-256. The same archive gives the same bytes. It is read as a stream, so it may come through a pipe.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import IO, Any, BinaryIO

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_faults import translated
from onrecord.adapters.lance_folder import LOCK_FILE, Folder
from onrecord.adapters.lance_place import FORMAT_FILE, Place, place_of
from onrecord.errors import ArchiveReadOnly, InputMalformed, UsageError

DIGESTS = "digests.json"
_PLACE = re.compile(r"(?!\.)[\w.-]+(?:/(?!\.)[\w.-]+)*")  # of a file in an archive: nowhere else, and not hidden
_PIECE = 1 << 20
_MOST_DIGESTS = 256 << 20  # bytes; 100 take a file, and an archive that is never merged has thousands


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """What a backup holds."""

    revision: str
    files: int
    bytes: int


def back_up(where: Path | str, stream: BinaryIO) -> Backup:
    """Write an archive to a stream, while nobody else may write to the archive.

    Raises:
        ArchiveError: there is none, or another process is writing to it.
    """
    with LanceArchive.open(where) as archive, _held(archive):
        revision = archive.revision
        held: dict[str, tuple[int, str]] = {}
        with tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            for name, size in _files(archive.place):
                with translated(archive.place), archive.place.open(name) as file:
                    about = tarfile.TarInfo(name)
                    about.size = size
                    watched = _Digested(file)
                    tar.addfile(about, watched)
                held[name] = size, watched.digest
            listed = json.dumps({"revision": revision, "files": held}, indent=0, sort_keys=True).encode()
            about = tarfile.TarInfo(DIGESTS)
            about.size = len(listed)
            tar.addfile(about, BytesIO(listed))
    return Backup(revision=revision, files=len(held), bytes=sum(size for size, _ in held.values()))


@contextmanager
def _held(archive: LanceArchive) -> Iterator[None]:
    """Keep writers out of an archive; out of a folder that may only be read, by a lock that writes nothing."""
    try:
        archive.become_writer()
    except ArchiveReadOnly:
        if not isinstance(archive.place, Folder):
            raise
        with archive.place.hold():
            yield
    else:
        yield


def _files(place: Place) -> list[tuple[str, int]]:
    """Return the archive's files with their sizes; what a writer that was killed left over is none of them."""
    return sorted((name, size) for name, size in place.files() if name != LOCK_FILE and _PLACE.fullmatch(name))


class _Digested:
    """Reads a file and keeps its digest."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._digest = file, sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        self._digest.update(data)
        return data

    @property
    def digest(self) -> str:
        return self._digest.hexdigest()


def bring_back(stream: BinaryIO, where: Path | str) -> Backup:
    """Make an archive of a backup; it appears when every file in it has proved its digest, and not before.

    Raises:
        UsageError: there is something already, or it is a bucket.
        InputMalformed: it is no backup, or it is cut short or altered.
        ArchiveError: it cannot be written there.
    """
    folder = place_of(where).uri
    if not isinstance(folder, Path):
        why, fix = "only a folder appears whole or not at all", "restore it in a folder, and copy that to the bucket"
        raise UsageError(f"no archive can be restored in {folder}", why=why, fix=fix)
    with translated(folder):
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            why, fix = "there is something already", "name a folder that is empty, or not there yet"
            raise UsageError(f"no archive can be restored in {folder}", why=why, fix=fix)
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = folder.with_name(f".{folder.name}.{os.getpid()}.restoring")
        draft.mkdir()
    try:
        with _told():
            found, listed = _unpack(stream, draft, folder)
        _compare(found, listed)
        revision = LanceArchive.open(draft).revision
        if revision != listed.get("revision"):
            raise _altered(f"it holds revision {revision} and not {listed.get('revision')}")
        with translated(folder):
            if folder.exists():
                folder.rmdir()
            draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Backup(revision=revision, files=len(found), bytes=sum(size for size, _ in found.values()))


def _unpack(stream: BinaryIO, draft: Path, meant: Path) -> tuple[dict[str, tuple[int, str]], dict[str, Any]]:
    """Write the files of a backup, ``meant`` for a folder, into a draft; return what they are and should be."""
    found: dict[str, tuple[int, str]] = {}
    listed: dict[str, Any] = {}
    with tarfile.open(fileobj=stream, mode="r|*") as tar:
        for member in tar:
            packed = tar.extractfile(member) if member.isreg() else None
            if packed is None or not _PLACE.fullmatch(member.name) or listed or member.name in found:
                raise _altered(f"there is no place for {member.name[:80]!r} in an archive")
            if member.name == DIGESTS:
                held = json.loads(packed.read(_MOST_DIGESTS))
                listed = held if isinstance(held, dict) else {}
                continue
            place = draft / member.name
            watched = _Digested(packed)
            with translated(meant):
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("xb") as file:
                    shutil.copyfileobj(watched, file, _PIECE)
                    file.flush()
                    os.fsync(file.fileno())
            found[member.name] = member.size, watched.digest
    return found, listed


def _compare(found: dict[str, tuple[int, str]], listed: dict[str, Any]) -> None:
    """Hold files against the list of them."""
    files = listed.get("files")
    if not isinstance(files, dict):
        raise _altered(f"it ends without {DIGESTS}")
    if wrong := sorted(found.keys() ^ files.keys()):
        raise _altered(f"{wrong[0]} is not where it should be")
    if wrong := [place for place, about in found.items() if list(about) != files[place]]:
        raise _altered(f"{wrong[0]} is not what was saved")
    if FORMAT_FILE not in found:
        raise _altered(f"there is no {FORMAT_FILE} in it")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, ValueError, RecursionError) as error:
        raise _altered(str(error) or "it is cut short") from error


def _altered(why: str) -> InputMalformed:
    return InputMalformed("this is no whole backup of an archive", why=why, fix="use another copy of it")
