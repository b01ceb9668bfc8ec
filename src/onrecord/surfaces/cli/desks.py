"""Opening the desk that the settings name."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import ArchiveMissing
from onrecord.settings import Settings, defaults
from onrecord.surfaces.cli.face import Face

if TYPE_CHECKING:
    from onrecord.wiring import Desk


def open_desk(settings: Settings, face: Face) -> Desk:
    """Open the archives for reading; where only one is named, and there is none, one that holds nothing."""
    from onrecord import wiring

    places = (settings.archive, *settings.also)
    archive = wiring.several(places) if settings.also else wiring.archive_or_empty(settings.archive)
    face.detail(f"archive {', '.join(map(str, places))}, revision {archive.revision}; {settings.threads} threads")
    return wiring.desk(archive, threads=settings.threads, verifier=settings.verifier)


def absent(settings: Settings, desk: Desk) -> ArchiveMissing | None:
    """Return what to say of an archive that is not there though somebody named it.

    The one of every installation may be asked before anything was added to it.
    """
    from onrecord import wiring
    from onrecord.data import ReasonCode

    there = all(notice.code is not ReasonCode.ARCHIVE_MISSING for notice in desk.notices)
    if there or settings.archive == defaults()["archive"]:
        return None
    try:
        wiring.open_archive(settings.archive)
    except ArchiveMissing as error:
        return error
    return None
