"""The command line. Results go to standard output, everything else to standard error."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

import click

from onrecord import __version__
from onrecord.errors import OnrecordError
from onrecord.surfaces.cli.adding import add, addresses
from onrecord.surfaces.cli.assistants import mcp
from onrecord.surfaces.cli.checking import check
from onrecord.surfaces.cli.ending import end, of_click
from onrecord.surfaces.cli.exporting import export
from onrecord.surfaces.cli.face import Face, Group
from onrecord.surfaces.cli.following import follow
from onrecord.surfaces.cli.holdings import archive
from onrecord.surfaces.cli.house import config, doctor
from onrecord.surfaces.cli.judging import verify
from onrecord.surfaces.cli.notes import note
from onrecord.surfaces.cli.overruling import rule, rulings
from onrecord.surfaces.cli.pages import restore, statements
from onrecord.surfaces.cli.record import brief, find, history, offices, series, stories
from onrecord.surfaces.cli.serving import people, serve
from onrecord.surfaces.cli.streams import speak_utf8, stand_in, writable
from onrecord.surfaces.cli.telling import tell


class Root(Group):
    """The command ``onrecord``: the one place where errors become messages and exit codes."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 (click's own type)
        """Run a command line and end the process."""
        stand_in()
        speak_utf8()
        face = Face()
        try:
            with writable("standard output"):
                code = super().main(*args, **{**extra, "prog_name": self.name, "obj": face, "standalone_mode": False})
                sys.stdout.flush()
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), err=True)
            code = error.exit_code
        except click.UsageError as error:
            code = end(of_click(error), face)
        except (OnrecordError, OSError) as error:
            code = end(error, face)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; whatever it fails with ends here, where the face of the run is known."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BaseException as error:
            ctx.exit(end(error, ctx.obj))


@click.group(
    "onrecord",
    cls=Root,
    commands=(
        *(check, restore, statements, verify, find, brief, stories, series, offices, history),
        *(add, addresses, export, archive, follow, tell, note, serve, mcp, people, doctor, config),
    ),
    examples=(
        "onrecord add wire.jsonl pages/",
        "onrecord check page.txt --as-of 2025-05-19",
        "onrecord check page.html --html report.html",
        'onrecord brief "Port Sorrel ferry" --as-of 2025-05-19',
    ),
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Read the news as evidence.

    onrecord says which words belong to a page, what the record says of each statement as of a date, and what the record
    is.
    """


for _command in (rule, rulings):
    archive.add_command(_command)
