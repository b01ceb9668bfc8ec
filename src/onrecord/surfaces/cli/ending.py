"""How a run ends when it does not end well: three lines for the person, one code for the shell."""
# ruff: noqa: PLC0415 (most runs end well)

from __future__ import annotations

import os
import sys

import click

from onrecord import __version__
from onrecord.errors import OnrecordError, UsageError
from onrecord.surfaces.cli.face import Face
from onrecord.surfaces.status import INTERRUPTED, PIPE_CLOSED, status_of


def end(error: BaseException, face: Face) -> int:
    """Tell the person what went wrong and return the exit code."""
    if isinstance(error, BrokenPipeError):
        _forget_output()
        return PIPE_CLOSED
    if isinstance(error, KeyboardInterrupt):
        click.echo(f"\nInterrupted. {error if error.args else 'Nothing was written.'}", err=True)
        return INTERRUPTED
    known = error if isinstance(error, OnrecordError) else _unexpected(error)
    face.complain(known)
    if face.debug:
        import traceback

        click.echo("".join(traceback.format_exception(error)), err=True)
    return status_of(error).exit


def of_click(error: click.UsageError) -> UsageError:
    """Return click's complaint about the command line as ours."""
    path = error.ctx.command_path if error.ctx else "onrecord"
    near = getattr(error, "possibilities", None)
    named = isinstance(error, click.BadParameter)  # its message alone does not say which option or argument is meant
    return UsageError(
        " ".join((error.format_message() if named else error.message).split()).rstrip("."),  # of several lines one
        why="the command line cannot be read",
        fix=" or ".join(f"{path} {word}" for word in near) if near else f"{path} --help",
    )


def _forget_output() -> None:
    """Point standard output at nothing, so that the interpreter's last flush does not fail too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: BaseException) -> OnrecordError:
    """Say that an error is ours, and where its report lies."""
    return OnrecordError(
        f"onrecord failed: {type(error).__name__}: {error}",
        why="this is an error of onrecord's own, not of what you handed in",
        fix=f"hand {_report(error)} to whoever looks after onrecord here, or see it with --debug",
    )


def _report(error: BaseException) -> str:
    """Keep what is needed to find an error of ours; texts that were handed in are not in it."""
    import tempfile
    import traceback

    try:
        handle, path = tempfile.mkstemp(prefix="onrecord-report-", suffix=".txt")
        with open(handle, "w", encoding="utf-8", errors="backslashreplace") as report:
            report.write(f"onrecord {__version__}, Python {sys.version}, {sys.platform}\n\n")
            report.write("".join(traceback.format_tb(error.__traceback__)))
            report.write(f"{type(error).__name__}\n")
    except OSError as refused:
        return f"this message (no report: {refused.strerror})"
    return f"the report {path}"
