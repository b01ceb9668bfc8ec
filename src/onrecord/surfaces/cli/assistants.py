"""The command that serves assistants."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import click

from onrecord.settings import Settings
from onrecord.surfaces.cli.face import Command, Face, with_face
from onrecord.surfaces.cli.options import service_option, settings_options, verifier_option

if TYPE_CHECKING:
    from onrecord.surfaces.service import Desks
    from onrecord.wiring import Desk

ASSISTANT = "assistant"
"""Who writes notes here: whichever program speaks, it is no person."""


@click.command(cls=Command, examples=("onrecord mcp", "onrecord mcp --archive wire"))
@service_option
@verifier_option
@settings_options
@with_face
def mcp(face: Face, settings: Settings) -> None:
    """Serve an assistant on standard input and output.

    Speaks the Model Context Protocol: name this command in the settings of the assistant's program, which starts it. It
    reads the archive, writes nothing but notes, and opens no connection, unless the verifier is an endpoint.
    """
    from onrecord import wiring
    from onrecord.surfaces.mcp import server

    if sys.stdin.isatty():
        face.say("An assistant's program is meant to start this and to speak to it; Ctrl-C ends it.")
    kept = cache(lambda: wiring.open_store(settings.service))
    reaches_out = settings.verifier == "endpoint"
    server(opened_later(settings), kept=kept, who=lambda _: ASSISTANT, reaches_out=reaches_out).run("stdio")


def opened_later(settings: Settings) -> Callable[[], Desk]:
    """Return what hands out the desk that the settings name, opened when it is asked for first.

    What cannot be opened is told to whoever asks, and tried again for the next.
    """
    from onrecord import wiring
    from onrecord.surfaces.service import Desks

    @cache
    def desks() -> Desks:
        archive = wiring.archive_or_empty(settings.archive)
        return Desks(wiring.desk(archive, threads=settings.threads, verifier=settings.verifier), wiring.newest)

    return lambda: desks().current()
