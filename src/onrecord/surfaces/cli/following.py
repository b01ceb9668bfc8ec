"""The commands that follow statements: a changed verdict is told, and told once."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from onrecord.settings import Settings
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.face import Group
from onrecord.surfaces.cli.options import (
    as_of_option,
    result_options,
    service_option,
    settings_options,
    verifier_option,
)
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.record import open_desk
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT, Output

if TYPE_CHECKING:
    from onrecord.data import Moment, Transition

MOST = 1_000
"""Alerts that a feed or a list has at most, the newest."""


@click.group(
    cls=Group,
    examples=(
        'onrecord follow add "The Kessel flood killed 31 people"',
        "onrecord follow run --atom verdicts.atom",
        "onrecord follow list",
    ),
)
def follow() -> None:
    """Follow statements, and tell every changed verdict once."""


@follow.command("add", examples=('onrecord follow add "The Kessel flood killed 31 people"',))
@click.argument("statement")
@service_option
@result_options("json")
def add_(statement: str, service: str | None, result: Result) -> None:
    """Follow a statement, and print the id it goes by."""
    from onrecord.surfaces.service import following

    with kept_in(service) as kept:
        followed = following.follow(kept, statement)
    result.say(followed.id, {"id": followed.id, "statement": followed.words})


@follow.command("list", examples=("onrecord follow list", "onrecord follow list --json"))
@service_option
@result_options("json")
def list_(service: str | None, result: Result) -> None:
    """List what is followed, with the verdict that stands."""
    from onrecord.text.moments import format_moment

    with kept_in(service) as kept:
        found = [one.followed for one in kept.followed.all()]
    shapes = [
        {
            "id": one.id,
            "statement": one.words,
            "label": one.label,
            "looked_at": one.looked_at and format_moment(one.looked_at),
        }
        for one in found
    ]
    told = (f"{one.id}  {one.label.words if one.label else 'not looked at yet'}  {one.words}" for one in found)
    result.say("\n".join(told) or "nothing is followed", {"followed": shapes})


@follow.command(examples=("onrecord follow remove 3f2a…",))
@click.argument("id")
@service_option
def remove(id: str, service: str | None) -> None:  # noqa: A002 (what it is called on the command line)
    """Follow a statement no longer. What was told of it is kept."""
    with kept_in(service) as kept:
        kept.followed.remove(id)
    STANDARD_OUTPUT.write(f"{id} is followed no longer")


@follow.command(
    examples=("onrecord follow run", "onrecord follow run --json", "onrecord follow run --atom verdicts.atom -q")
)
@as_of_option
@click.option("--atom", metavar="FILE", help="Write the changes told so far to FILE, as an Atom feed.")
@click.option("--json-feed", metavar="FILE", help="Write them to FILE as a JSON Feed.")
@service_option
@verifier_option
@settings_options
@result_options("json", "md")
def run(
    *,
    as_of: Moment | None,
    atom: str | None,
    json_feed: str | None,
    settings: Settings,
    result: Result,
) -> None:
    """Look again at everything that is followed, once, and tell whose verdict changed.

    A change is told once: copies change nothing, and a verdict that rests on evidence stands until other evidence is
    found. The feeds are written anew with the last thousand changes.
    """
    from onrecord.data import News, latest
    from onrecord.render import feeds
    from onrecord.surfaces.service import following

    date = governing(as_of)
    at = date if isinstance(date, datetime) else latest(date).astimezone(UTC)
    desk = open_desk(settings, result.face)
    told: list[Transition] = []
    looked = 0
    with kept_in(settings.service) as kept, progress(result.face) as tell:
        for looked, (_, news) in enumerate(following.look(kept, desk, as_of=at), start=1):
            told += [news] if news else []
            tell(looked, f"{looked:,} looked at")
        known: Sequence[Transition] = following.news(kept, desk, limit=MOST) if atom or json_feed else ()
    for name, written in ((atom, feeds.atom), (json_feed, feeds.json_feed)):
        if name:
            Output.to(name, overwrite=True).write(written(known))
    result.show("news", News(as_of=at, looked=looked, transitions=tuple(told)))


@follow.command(examples=("onrecord follow changes", "onrecord follow changes --limit 5 --json"))
@click.option("--limit", type=click.IntRange(1, MOST), default=20, show_default=True, help="Changes to print at most.")
@service_option
@settings_options
@result_options("json", "md")
def changes(limit: int, settings: Settings, result: Result) -> None:
    """Print again what was told."""
    from onrecord.data import News
    from onrecord.surfaces.service import following

    desk = open_desk(settings, result.face)
    with kept_in(settings.service) as kept:
        known = following.news(kept, desk, limit=limit)
    result.show("news", News(as_of=datetime.now(UTC), looked=0, transitions=known))
