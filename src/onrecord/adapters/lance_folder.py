"""An archive's folder: one writer by a lock of the system, small files replaced by a rename."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from onrecord.adapters.lance_faults import locked, translate, translated
from onrecord.errors import ArchiveDamaged, ArchiveReadOnly, UsageError

LOCK_FILE = "writer.lock"
_EMPTY = (LOCK_FILE, "lost+found")
"""What a folder without an archive may hold: the lock of one that was being made, and what a new disk has."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that holds an archive, or may; see :class:`onrecord.adapters.lance_place.Place`."""

    uri: Path
    lock_ends_with_process = True

    def __str__(self) -> str:
        return str(self.uri)

    def read(self, name: str) -> str | None:
        """Return a small file, or None where there is none."""
        try:
            return (self.uri / name).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return None

    def make(self, name: str, text: str) -> None:
        """Make the folder, and a small file in it unless that is there."""
        with translated(self):
            made = (self.uri / name).exists()
            files = [place for place in (self.uri, *self.uri.parents) if place.exists() and not place.is_dir()]
            others = sorted(_others(self.uri)) if self.uri.is_dir() and not made else []
        if made:
            return
        if files or others:
            why = f"{files[0]} is a file" if files else f"other files are there, such as {others[0]}"
            fix = "name a folder of its own, which need not be there yet"
            raise UsageError(f"no archive can be made in {self}", why=why, fix=fix)
        try:
            with translated(self):
                self.uri.mkdir(parents=True, exist_ok=True)
        except ArchiveDamaged as error:  # what is not there yet is not damaged
            why, fix = error.why, "name another folder"
            raise ArchiveReadOnly(f"no archive can be made in {self}", why=why, fix=fix) from error
        with closing(self.lock()) as writer, translated(self):
            if self.read(name) is None:  # nobody else has made it meanwhile
                writer.write(name, text)

    def lock(self) -> FolderLock:
        """Become the one writer."""
        with translated(self):
            held = os.open(self.uri / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
        self._take(held, fcntl.LOCK_EX)
        try:
            os.truncate(held, 0)
            os.pwrite(held, str(os.getpid()).encode(), 0)
        except OSError as error:
            os.close(held)
            raise translate(self, error) from error
        return FolderLock(self.uri, held)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep writers out without writing anything, for whoever may only read; where none was, there is no lock."""
        try:
            held = os.open(self.uri / LOCK_FILE, os.O_RDONLY)
        except FileNotFoundError:
            yield
            return
        self._take(held, fcntl.LOCK_SH)
        try:
            yield
        finally:
            os.close(held)

    def _take(self, held: int, kind: int) -> None:
        try:
            fcntl.flock(held, kind | fcntl.LOCK_NB)
        except OSError as error:
            writer = os.pread(held, 20, 0).decode("ascii", "replace") or "unknown"
            os.close(held)
            if not isinstance(error, BlockingIOError):
                raise translate(self, error) from error
            raise locked(self, f"process {writer}") from error

    def tables(self) -> tuple[str, ...]:
        """Return the names of all tables."""
        return tuple(sorted(place.stem for place in self.uri.glob("*.lance")))

    def state(self, table: str) -> object:
        """Return when a version was last added to a table or taken away."""
        place = self.uri / f"{table}.lance" / "_versions"
        return place.stat().st_mtime_ns if place.exists() else 0

    def drop(self, table: str) -> None:
        """Delete all files of a table."""
        shutil.rmtree(self.uri / f"{table}.lance")

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield all files with their sizes; those that go away meanwhile are passed over."""
        for place, _, names in os.walk(self.uri):
            for name in names:
                path = Path(place, name)
                try:
                    yield path.relative_to(self.uri).as_posix(), path.lstat().st_size
                except FileNotFoundError:
                    continue

    def open(self, name: str) -> BinaryIO:
        """Open a file to be read."""
        return (self.uri / name).open("rb")


def _others(folder: Path) -> list[str]:
    """Return what is neither hidden nor ours: a backup takes all there is, so an archive has a folder to itself."""
    return [one.name for one in folder.iterdir() if not one.name.startswith(".") and one.name not in _EMPTY]


@dataclass(frozen=True, slots=True)
class FolderLock:
    """A lock that ends with its process; see :class:`onrecord.adapters.lance_place.Writer`."""

    folder: Path
    held: int
    """The descriptor that holds it until closed."""
    took_over = False

    def settle(self) -> None:
        """Be the only one, as ever."""

    def prove(self) -> None:
        """Hold, as the system promises."""

    def write(self, name: str, text: str) -> None:
        """Write a small file, or replace it."""
        draft = self.folder / f".{name}.{os.getpid()}"
        try:
            with draft.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / name)
        finally:
            draft.unlink(missing_ok=True)

    def close(self) -> None:
        """Let others write."""
        os.close(self.held)
