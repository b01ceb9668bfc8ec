"""The commands that look into an archive and after it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

import sys
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

    held = tuple(islice(wiring.open_archive(settings.archive).documents(), limit))
    shapes = [{key: value for key, value in wire.document(one).items() if key != "text"} for one in held]
    result.say("\n".join(map(_row, held)), {"documents": shapes})


def _row(document: Document) -> str:
    """Return a document in one line."""
    from onrecord.render.visible import line
    from onrecord.text.moments import format_moment

    published = format_moment(document.published_at) if document.published_at else "undated"
    cells = (published, document.id[:12], document.publisher, document.title)
    return "  ".join(line(cell or "") for cell in cells).rstrip()


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
    """Return the one document that ``name`` stands for.

    Raises:
        InputMissing: there is none.
        UsageError: there are several.
    """
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


@archive.command(examples=("onrecord archive delete 3f9c2a --dry-run", "onrecord archive delete 3f9c2a 77be01 --yes"))
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@click.option("--dry-run", is_flag=True, help="Say what would be deleted, and delete nothing.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
@settings_options
@result_options("json")
def delete(names: tuple[str, ...], dry_run: bool, yes: bool, settings: Settings, result: Result) -> None:
    """Delete documents for good, from indexes and older versions too.

    Each ID is an id or the beginning of it, a source's id, or an address. Backups made before hold them still: make a
    new one and destroy those. What is added again is there again.
    """
    from onrecord import wiring
    from onrecord.render.phrases import count

    with wiring.open_archive(settings.archive) as opened:
        documents = {found.id: found for found in (named(opened, name) for name in names)}
        listed = "\n".join(_row(document) for document in documents.values())
        if not dry_run:
            _confirm(f"{listed}\nDelete {count(len(documents), 'document')} for good?", yes=yes)
            opened.delete(tuple(documents))
    done = "would be deleted" if dry_run else "deleted; backups made before hold them still"
    words = f"{listed}\n{count(len(documents), 'document')} {done}"
    result.say(words, {"deleted": [] if dry_run else [*documents], "would_delete": [*documents] if dry_run else []})


def _confirm(question: str, *, yes: bool) -> None:
    """Go on only when a person says so, now or with ``--yes``."""
    if yes:
        return
    fix = "add --yes, or look first with --dry-run"
    if not sys.stdin.isatty():
        raise UsageError("nothing was deleted", why="there is nobody to ask whether it is meant", fix=fix)
    if not click.confirm(question, err=True):
        raise UsageError("nothing was deleted", why="the answer was no", fix=fix)


@archive.command(examples=("onrecord archive compact",))
@settings_options
def compact(settings: Settings) -> None:
    """Bring the indexes up to date and delete what no reader needs any more.

    What somebody may still be reading is kept for ten minutes. Where an index is damaged all of them are made anew from
    the documents.
    """
    from onrecord import wiring

    with wiring.open_archive(settings.archive) as archive:
        before = sum(size for _, size in archive.place.files())
        archive.compact()
        after = sum(size for _, size in archive.place.files())
        kept = "; what others may still be reading goes with the next one" if after > before else ""
        STANDARD_OUTPUT.write(f"{before:,} bytes before, {after:,} now{kept}")


@archive.command(examples=("onrecord archive verify",))
@settings_options
def verify(settings: Settings) -> None:
    """Compare every document, and every file of an index, with its digest."""
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
