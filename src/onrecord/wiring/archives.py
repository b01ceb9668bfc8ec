"""From a place to the archive in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.adapters.empty import EmptyArchive
from onrecord.adapters.lance_place import check_format, place_of
from onrecord.adapters.several import SeveralArchives
from onrecord.ports import Archive

if TYPE_CHECKING:
    from typing import BinaryIO

    from onrecord.adapters.lance import LanceArchive
    from onrecord.adapters.lance_backup import Backup


def open_archive(where: Path | str) -> LanceArchive:
    """Open the archive in ``where``, a folder or the address of a bucket.

    Raises:
        ArchiveError: there is none, or it cannot be used.
    """
    check_format(place_of(where))
    return _lance(where)


def archive_or_empty(where: Path | str) -> Archive:
    """Open the archive in ``where``; where there is none, one with nothing in it."""
    return EmptyArchive(where, open_archive).newest()


def several(places: Sequence[Path | str]) -> Archive:
    """Open archives to be asked as one, each once.

    Raises:
        ArchiveError: in one of the places there is none, or it cannot be used.
    """
    return SeveralArchives(tuple(open_archive(where) for where in dict.fromkeys(places)))


def new_archive(where: Path | str) -> LanceArchive:
    """Open the archive in ``where`` to be written, making it where there is none.

    Raises:
        ArchiveError: it cannot be made or used, or another process is writing to it.
    """
    archive = _lance(where, create=True)
    archive.become_writer()
    return archive


def _lance(where: Path | str, *, create: bool = False) -> LanceArchive:
    from onrecord.adapters.lance import LanceArchive  # noqa: PLC0415 (takes a second, in vain where there is no archive)

    return LanceArchive.open(where, create=create)


def back_up(where: Path | str, stream: BinaryIO) -> Backup:
    """Write the archive in ``where`` to a stream; see :func:`onrecord.adapters.lance_backup.back_up`."""
    check_format(place_of(where))
    from onrecord.adapters import lance_backup  # noqa: PLC0415 (brings the store with it)

    return lance_backup.back_up(where, stream)


def bring_back(stream: BinaryIO, where: Path | str) -> Backup:
    """Make an archive in ``where`` of a backup; see :func:`onrecord.adapters.lance_backup.bring_back`."""
    from onrecord.adapters import lance_backup  # noqa: PLC0415 (brings the store with it)

    return lance_backup.bring_back(stream, where)
