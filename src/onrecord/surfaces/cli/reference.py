"""The reference of the command line, written from the commands themselves.

``python -m onrecord.surfaces.cli.reference > docs/reference/cli.md`` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from onrecord.settings import FILE, TABLE
from onrecord.surfaces.cli import main
from onrecord.surfaces.status import EXIT_CODES

_WIDTH = 100
_OPENING = f"""\
# The command line

Written from the commands themselves. Results go to standard output, everything else to standard error; `-` is standard
input. What people read is no interface: programs read `--json` and `--jsonl`, whose shapes stand in `schema/`.

## Exit codes

| code | means |
|---|---|
{{codes}}

## Settings

A flag goes before the environment (`ONRECORD_ARCHIVE` and so on), that before the nearest `{FILE}` in the working
folder or above it, that before your own (`onrecord config path`), and that before the default.

| setting | what it is | default |
|---|---|---|
{{settings}}
"""


def reference() -> str:
    """Return the reference as Markdown."""
    codes = "\n".join(f"| {code} | {words} |" for code, words in EXIT_CODES)
    settings = "\n".join(f"| `{row.name}` | {row.help} | {row.default} |" for row in TABLE)
    opening = _OPENING.format(codes=codes, settings=settings)
    return "\n".join((opening, *(f"## {path}\n\n```\n{words}\n```\n" for path, words in _helps(main, "onrecord"))))


def _helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """Return the help of a command and of all below it."""
    name = path.rsplit(maxsplit=1)[-1]
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=_WIDTH)
    yield path, command.get_help(context)
    for name, below in command.commands.items() if isinstance(command, click.Group) else ():
        yield from _helps(below, f"{path} {name}", context)


if __name__ == "__main__":
    click.echo(reference(), nl=False)
