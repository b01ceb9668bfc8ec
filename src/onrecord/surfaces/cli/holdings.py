"""The commands that look into an archive and after it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from onrecord.errors import ArchiveDamaged, InputMissing, UsageError
from onrecord.settings import Settings
from onrecord.surfaces.cli.face import Group
from onrecord.surfaces.cli.options import result_options, settings_options
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT

if TYPE_CHECKING:
    from onrecord.data import Document
    from onrecord.ports import Archive

PREFIX = 6
"""Characters of an id that are enough to name a document, when no other begins with them."""


@click.group(
    cls=Group,
    examples=(
        "onrecord archive stats",
        "onrecord archive show 3f9c2a --json",
        "onrecord archive backup wire.tar",
    ),
)
def archive() -> None:
    """Look into an archive, and look after it."""


@archive.command(examples=("onrecord archive stats", "onrecord archive stats --archive wire --json"))
@settings_options
@result_options("json")
def stats(settings: Settings, result: Result) -> None:
    """Count what the archive holds."""
    from onrecord import wiring

    result.show("stats", wiring.open_archive(settings.archive).stats())


@archive.command("list", examples=("onrecord archive list --limit 20", "onrecord archive list --json"))
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Documents to print at most.")
@settings_options
@result_options("json")
def list_(limit: int | None, settings: Settings, result: Result) -> None:
    """List the documents by date of publication."""
    from onrecord import wire, wiring
    from onrecord.render.visible import line

    held = islice(wiring.open_archive(settings.archive).documents(), limit)
    shapes = [{key: value for key, value in wire.document(one).items() if key != "text"} for one in held]
    rows = ((one["published_at"] or "undated", one["id"][:12], one["publisher"], one["title"]) for one in shapes)
    words = "\n".join("  ".join(line(cell or "") for cell in row).rstrip() for row in rows)
    result.say(words, {"documents": shapes})


@archive.command(examples=("onrecord archive show 3f9c2a", "onrecord archive show https://tribune.example/a --json"))
@click.argument("name", metavar="ID")
@settings_options
@result_options("json")
def show(name: str, settings: Settings, result: Result) -> None:
    """Print a document.

    ID is its id or the beginning of it, its source's id, or its address.
    """
    from onrecord import wiring

    result.show("document", named(wiring.open_archive(settings.archive), name))


def named(archive: Archive, name: str) -> Document:
    """Return the one document that ``name`` stands for."""
    exact = [memento.document for memento in archive.mementos([name])]
    found = exact or [document for document in archive.documents() if _is_called(document, name)]
    if not found:
        fix = f"give an id, {PREFIX} of its first characters or more, a source's id, or an address"
        raise InputMissing(f"there is no document {name}", why="the archive holds none of that name", fix=fix)
    if len(found) > 1:
        ids = ", ".join(document.id[:12] for document in found[:5])
        raise UsageError(f"{name} names {len(found)} documents", why=f"they are {ids}", fix="give one of these ids")
    return found[0]


def _is_called(document: Document, name: str) -> bool:
    begins = len(name) >= PREFIX and document.id.startswith(name)
    return begins or name in (document.source_id, document.url)


@archive.command(examples=("onrecord archive compact",))
@settings_options
def compact(settings: Settings) -> None:
    """Bring the indexes up to date and delete what no reader needs any more."""
    from onrecord import wiring

    with wiring.open_archive(settings.archive) as archive:
        before = archive.stats().bytes
        archive.compact()
        STANDARD_OUTPUT.write(f"{before:,} bytes before, {archive.stats().bytes:,} now")


@archive.command(examples=("onrecord archive verify",))
@settings_options
def verify(settings: Settings) -> None:
    """Compare every document with its digest."""
    from onrecord import wiring

    archive = wiring.open_archive(settings.archive)
    if damaged := archive.verify():
        ids = ", ".join(damaged[:5]) + (", …" if len(damaged) > 5 else "")
        raise ArchiveDamaged(
            f"{len(damaged):,} documents in {settings.archive} are not what was written",
            why=f"rows of {ids} do not agree with their digests",
            fix="`onrecord archive restore` a backup, or add the sources again into a new one",
        )
    STANDARD_OUTPUT.write(f"{archive.stats().documents:,} documents, all as they were written")
