"""The commands that take documents out of an archive, or the whole of it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from onrecord.settings import Settings
from onrecord.surfaces.cli.face import Command
from onrecord.surfaces.cli.holdings import archive
from onrecord.surfaces.cli.options import as_of_option, result_options, settings_options
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT, Output, opened

if TYPE_CHECKING:
    from onrecord.data import Moment

FORMS = ("jsonl", "warc", "ninjs")


@click.command(
    cls=Command,
    examples=(
        "onrecord export -o wire.jsonl.gz",
        "onrecord export --as warc -o wire.warc.gz",
        "onrecord export --as ninjs --as-of 2025-05-19 | wc -l",
    ),
)
@click.option("--as", "written", type=click.Choice(FORMS), default=FORMS[0], show_default=True, help="Format to write.")
@as_of_option
@settings_options
@result_options()
def export(written: str, as_of: Moment | None, settings: Settings, result: Result) -> None:
    """Write every document of an archive for others, and for `onrecord add`, to read.

    jsonl: a line of JSON each. warc: WARC 1.1, a resource record each. ninjs: a line of ninjs 2.1 each. With --as-of,
    those published until then; undated ones are left out. A name in .gz is packed.
    """
    from onrecord import wiring
    from onrecord.data import Window
    from onrecord.settings import as_of as governing
    from onrecord.write import FORMS as WRITERS

    documents = wiring.open_archive(settings.archive).documents()
    if as_of is not None:
        window = Window(until=governing(as_of))
        documents = (each for each in documents if each.published_at and window.admits(each.published_at))
    with result.output.bytes() as stream:
        WRITERS[written].write(documents, stream, result.output.packed)


@archive.command(examples=("onrecord archive backup wire.tar", "onrecord archive backup - | gzip > wire.tar.gz"))
@click.argument("file", metavar="FILE")
@click.option("-f", "--force", is_flag=True, help="Write over a file that is there.")
@settings_options
def backup(file: str, force: bool, settings: Settings) -> None:
    """Write the whole archive to one file, every byte with its digest.

    FILE is a tar file; `-` is standard output. Nothing can be added meanwhile; reading goes on.
    """
    from onrecord import wiring

    output = Output.to(file, overwrite=force)
    with output.bytes() as stream:
        saved = wiring.back_up(settings.archive, stream)
    if output.path is not None:
        STANDARD_OUTPUT.write(f"revision {saved.revision}: {saved.files:,} files, {saved.bytes:,} bytes")


@archive.command(examples=("onrecord archive restore wire.tar --archive wire", "onrecord archive restore -"))
@click.argument("file", metavar="FILE")
@settings_options
def restore(file: str, settings: Settings) -> None:
    """Bring an archive back from its backup, byte for byte, where none is.

    Every file is compared with its digest before the archive appears; it is there whole or not at all.
    """
    from onrecord import wiring

    with opened(file) as stream:
        held = wiring.bring_back(stream, settings.archive)
    STANDARD_OUTPUT.write(f"revision {held.revision}: {held.files:,} files, {held.bytes:,} bytes, all as they were")
