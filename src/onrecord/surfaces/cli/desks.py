"""Opening the desk that the settings name."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.settings import Settings
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
