"""The commands by which a person overrules what was found out about origins."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.surfaces.cli.face import Command
from onrecord.surfaces.cli.holdings import named
from onrecord.surfaces.cli.options import result_options, settings_options
from onrecord.surfaces.cli.result import Result

if TYPE_CHECKING:
    from onrecord.data import OriginRuling

RULED = {"together": True, "apart": False, "undo": None}


@click.command(
    cls=Command,
    examples=(
        'onrecord archive rule 3f9c2a 77be01 together --by "Ana Petrov" --reason "one press release"',
        'onrecord archive rule 3f9c2a 77be01 undo --by "Ana Petrov" --reason "two releases after all"',
    ),
)
@click.argument("names", nargs=2, metavar="ID ID")
@click.argument("ruled", type=click.Choice(tuple(RULED)))
@click.option("--by", required=True, metavar="NAME", help="Who says so.")
@click.option("--reason", required=True, metavar="WHY", help="Why it is so.")
@settings_options
@result_options("json")
def rule(*, names: tuple[str, str], ruled: str, by: str, reason: str, settings: Settings, result: Result) -> None:
    """Rule that two documents have one origin or two, or take that back.

    A ruling comes before what is found out from words, addresses and credits. It stands in every report that it bears
    on, with who made it and why. What one publisher brings out, and one wording, counts once whatever is ruled.
    """
    from onrecord import wiring
    from onrecord.data import OriginRuling

    if not (by.strip() and reason.strip()):
        raise UsageError("a ruling says by whom and why", why="--by or --reason is empty", fix="fill in both")
    with wiring.open_archive(settings.archive) as opened:
        documents = named(opened, names[0]).id, named(opened, names[1]).id
        if documents[0] == documents[1]:
            raise UsageError(
                "a ruling is on two documents", why=f"{names[0]} and {names[1]} are one", fix="name another"
            )
        at = datetime.now(UTC).replace(microsecond=0)
        made = OriginRuling(documents=documents, together=RULED[ruled], by=by, reason=reason, at=at)
        opened.rule(made)
    _say((made,), result)


@click.command(cls=Command, examples=("onrecord archive rulings", "onrecord archive rulings --json"))
@settings_options
@result_options("json")
def rulings(settings: Settings, result: Result) -> None:
    """List what was ruled on origins, the oldest first.

    Of the rulings on one pair the last stands.
    """
    from onrecord import wiring

    _say(wiring.open_archive(settings.archive).rulings(), result)


def _say(told: Sequence[OriginRuling], result: Result) -> None:
    from onrecord import wire
    from onrecord.render import words

    result.say("\n".join(map(words.overruled, told)) or "nothing was ruled", wire.rulings(told))
