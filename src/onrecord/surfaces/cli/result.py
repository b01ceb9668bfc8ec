"""A result in the form a person or a program asked for, where they asked for it."""
# ruff: noqa: PLC0415 (a renderer is imported when something is rendered, so that help is there at once)

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import StringIO
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.settings import load
from onrecord.surfaces.cli.face import Face
from onrecord.surfaces.cli.streams import Output

if TYPE_CHECKING:
    from onrecord.wire import Json

PIPED_WIDTH = 100
"""Columns of what people read, where there is no terminal that has a width of its own."""


class Result(NamedTuple):
    """Where a result goes, and in what form."""

    form: str | None
    page: Output | None
    """Where a page of HTML goes as well."""
    output: Output
    face: Face

    def show(self, noun: str, *values: Any) -> None:  # noqa: ANN401 (any noun there is)
        """Write a noun; ``wire``, those of ``write`` and each module of ``render`` have a function named like it."""
        if self.page:
            self.page.write(_rendered("render.html", noun, *values))
        if self.form == "json":
            from onrecord import wire

            self.output.write(wire.encode(_rendered("wire", noun, *values)))
        elif self.form == "claimreview":
            from onrecord.wire import encode

            self.output.write(encode(_rendered("write.claimreview", noun, *values)))
        elif self.form == "csv":
            self.output.write(_rendered("write.csv", noun, *values))
        elif self.form == "md":
            self.output.write(_rendered("render.markdown", noun, *values))
        else:
            self.output.write(self._printed(_rendered("render.terminal", noun, *values)))

    def say(self, words: str, shape: Json) -> None:
        """Write a few words, or what they say as JSON."""
        from onrecord import wire
        from onrecord.render.visible import visible

        self.output.write(wire.encode({"schema": wire.SCHEMA, **shape}) if self.form == "json" else visible(words))

    def _printed(self, drawing: Any) -> str:  # noqa: ANN401 (whatever rich can draw)
        """Draw for the terminal there is, or for a file."""
        from rich.console import Console

        watched = self.output.path is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        colored = self.face.colored(load({"color": self.face.color})[0].color, watched=watched)
        console = Console(
            file=StringIO(),
            width=get_terminal_size((PIPED_WIDTH, 0)).columns,
            force_terminal=colored or watched,
            no_color=not colored,
            highlight=False,
            legacy_windows=False,
        )
        with console.capture() as capture:
            console.print(drawing)
        return capture.get()


def _rendered(module: str, noun: str, *values: Any) -> Any:  # noqa: ANN401
    return getattr(import_module(f"onrecord.{module}"), noun)(*values)
