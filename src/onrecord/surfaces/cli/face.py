"""How a run talks to its person: the options every command has, and the layout of help."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

import click

from onrecord.errors import OnrecordError
from onrecord.settings import COLORS

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@dataclass
class Face:
    """What the options of every command said."""

    quiet: bool = False
    verbose: bool = False
    debug: bool = False
    color: str | None = None

    def say(self, words: str) -> None:
        """Tell the person something on standard error, unless they asked for quiet."""
        if not self.quiet:
            click.echo(words, err=True)

    def complain(self, error: OnrecordError) -> None:
        """Tell the person what went wrong, quiet or not."""
        click.echo(f"Error: {error}", err=True)

    def detail(self, words: str) -> None:
        """Tell the person something they asked for with ``--verbose``."""
        if self.verbose:
            click.echo(words, err=True)

    def colored(self, setting: str, *, watched: bool) -> bool:
        """Say whether to use colours, given the setting ``color`` and whether a terminal shows the result.

        ``NO_COLOR`` goes before ``FORCE_COLOR`` (no-color.org), and both before what the terminal can do.
        """
        if setting != "auto":
            return setting == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return watched

    @property
    def watched(self) -> bool:
        """Whether somebody sits before standard error."""
        return not self.quiet and sys.stderr.isatty()


with_face = click.make_pass_decorator(Face)
"""Hand a command the face of its run."""


def _note(context: click.Context, option: click.Parameter, value: Any) -> None:  # noqa: ANN401 (click's own type)
    """Keep the option on the face; given before or after the command's name, it is the same option."""
    if value:
        spoken = context.ensure_object(Face)
        if option.name == "no_color":
            spoken.color = "never"
        else:
            setattr(spoken, str(option.name), value)


def _common() -> list[click.Parameter]:
    """Return the options every command has."""
    flag: dict[str, Any] = {"is_flag": True, "expose_value": False, "callback": _note}
    return [
        click.Option(["-q", "--quiet"], help="Print results and errors only.", **flag),
        click.Option(["-v", "--verbose"], help="Say more on standard error.", **flag),
        click.Option(["--debug"], help="Show a traceback when something goes wrong.", **flag),
        click.Option(
            ["--color"], type=click.Choice(COLORS), expose_value=False, callback=_note, help="When to use colours."
        ),
        click.Option(["--no-color"], help="The same as --color never.", **flag),
    ]


class Command(click.Command):
    """A command whose help begins with what it does and how it is used, examples before options."""

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **{"context_settings": CONTEXT, **kwargs})
        self.examples = examples
        self.params += _common()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        _format_help(self, self.examples, ctx, formatter)


class Group(click.Group):
    """A group of commands, laid out like them."""

    command_class = Command

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **{"context_settings": CONTEXT, **kwargs})
        self.examples = examples
        self.params += _common()

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help."""
        _format_help(self, self.examples, ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's)
        """Return the names in the order the commands were given, which is that of the work."""
        return list(self.commands)


Group.group_class = Group


def _format_help(
    command: click.Command, examples: tuple[str, ...], context: click.Context, formatter: click.HelpFormatter
) -> None:
    formatter.write_text(cleandoc(command.help or ""))
    if examples:
        with formatter.section("Examples"):
            for example in examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
    formatter.write_paragraph()
    command.format_usage(context, formatter)
    command.format_options(context, formatter)
