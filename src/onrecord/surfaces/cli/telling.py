"""The commands that say who is told of a changed verdict, how, and what became of it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import load
from onrecord.surfaces.cli.face import Group
from onrecord.surfaces.cli.options import result_options, service_option
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT

if TYPE_CHECKING:
    from onrecord.data import Quiet
    from onrecord.wire import Json

MOST = 1_000
"""Deliveries that are listed at most, the newest."""
STATES = ("waiting", "trying", "told", "failed")
"""The values of ``onrecord.data.DeliveryState``, without its import, so that help is there at once."""


@click.group(
    cls=Group,
    examples=(
        "onrecord tell add https://desk.example/hook --secret-file hook.secret",
        "onrecord tell add ada@tribune.example --digest 08:00 --zone Europe/Berlin",
        "onrecord tell list",
        "onrecord tell log --state failed",
    ),
)
def tell() -> None:
    """Say who is told when a verdict changes: by webhook, by mail, by a command."""


def _hour(words: str) -> time:
    """Read an hour of the day."""
    try:
        return datetime.strptime(words.strip(), "%H:%M").time()  # noqa: DTZ007 (an hour of any day, in any zone)
    except ValueError as error:
        raise UsageError(f"{words!r} is no hour", why="it is not of the form 08:00", fix="write it so") from error


def _quiet(words: str) -> Quiet:
    """Read from when to when nothing is told."""
    from onrecord.data import Quiet

    begin, end = map(_hour, words.split("-", 1)) if "-" in words else (time(), time())
    if begin == end:
        fix = "write them as 22:00-07:00"
        raise UsageError(f"{words!r} are no quiet hours", why="they do not begin and end at two hours", fix=fix)
    return Quiet(begin=begin, end=end)


@tell.command(
    "add",
    examples=(
        "onrecord tell add https://desk.example/hook --secret-file hook.secret",
        "onrecord tell add ada@tribune.example --quiet-hours 22:00-07:00 --at-most 3",
        "onrecord tell add 'logger -t onrecord'",
    ),
)
@click.argument("where")
@click.option("--secret-file", type=click.Path(path_type=Path), metavar="FILE", help="Sign with the secret in FILE.")
@click.option("--quiet-hours", type=_quiet, metavar="FROM-TO", help="Tell nothing then, such as 22:00-07:00.")
@click.option("--digest", type=_hour, metavar="HOUR", help="Tell everything together once a day, such as at 08:00.")
@click.option("--at-most", type=click.IntRange(1), metavar="N", help="Tell of one thing N times a day at most.")
@click.option(
    "--zone", metavar="NAME", help="Whose clock counts, such as Europe/Berlin; the setting time_zone if none."
)
@service_option
@result_options("json")
def add_(
    *,
    where: str,
    secret_file: Path | None,
    quiet_hours: Quiet | None,
    digest: time | None,
    at_most: int | None,
    zone: str | None,
    service: str | None,
    result: Result,
) -> None:
    """Tell an address of the web, an address of mail, or a command.

    A webhook is signed as Standard Webhooks has it, with the secret in --secret-file, which is made where there is none
    and must be closed to others, or in ONRECORD_WEBHOOK_SECRET. Mail goes over the setting mail_server. A command gets
    what there is to tell as JSON on its standard input.

    What falls into quiet hours, or is more than --at-most, is told together later. Prints the id it goes by.
    """
    from onrecord.surfaces.service import telling
    from onrecord.wiring import tellers

    known, _ = load({"service": service})
    manners = telling.Manners(
        zone=zone or known.time_zone, secret=secret_file, quiet=quiet_hours, digest=digest, at_most=at_most
    )
    with kept_in(service) as kept:
        one = telling.add(kept, where, manners)
        made = secret_file is not None and tellers.draw_secret(secret_file)
    if made:
        result.face.say(f"a new secret is in {secret_file}; give it to whoever receives")
    result.say(one.id, {"id": one.id})


@tell.command("list", examples=("onrecord tell list", "onrecord tell list --json"))
@service_option
@result_options("json")
def list_(service: str | None, result: Result) -> None:
    """List who is told, how, and how that goes."""
    from onrecord.surfaces.service import telling

    with kept_in(service) as kept:
        shapes = telling.listed(kept, whole=True)
    result.say("\n".join(map(_line, shapes)) or "nobody is told", {"recipients": shapes})


def _line(one: Json) -> str:
    manners = (
        one["quiet"] and f"quiet {one['quiet']}",
        one["digest"] and f"digest at {one['digest']}",
        one["at_most"] and f"at most {one['at_most']} a day",
        (one["quiet"] or one["digest"] or one["at_most"]) and one["zone"],
        *(f"{one[state]} {state}" for state in STATES if one[state]),
    )
    return "  ".join((one["id"], one["way"], one["target"], ", ".join(filter(None, manners)))).rstrip()


@tell.command(examples=("onrecord tell remove 3f1a5b9c0d2e4f60",))
@click.argument("recipient")
@service_option
def remove(recipient: str, service: str | None) -> None:
    """Tell somebody no longer.

    What still waits for them is not told; the log keeps it.
    """
    with kept_in(service) as kept:
        kept.telling.remove(recipient)
    STANDARD_OUTPUT.write(f"{recipient} is told no longer")


@tell.command(examples=("onrecord tell log", "onrecord tell log --state failed --json"))
@click.option("--state", type=click.Choice(STATES), help="Only deliveries in this state.")
@click.option(
    "--limit", type=click.IntRange(1, MOST), default=20, show_default=True, help="Deliveries to list at most."
)
@service_option
@result_options("json")
def log(state: str | None, limit: int, service: str | None, result: Result) -> None:
    """List deliveries, the newest first, with what became of each."""
    from onrecord.data import DeliveryState
    from onrecord.surfaces.service import telling

    with kept_in(service) as kept:
        told = kept.telling.deliveries(limit=limit, state=DeliveryState(state) if state else None)
    shapes = [telling.delivery_shape(one) for one in told]
    result.say("\n".join(map(delivery_line, shapes)) or "nothing was to be told", {"deliveries": shapes})


def moment_in_words(stamp: str) -> str:
    """Return a moment that stands in JSON as people read it."""
    from onrecord.render.phrases import day

    return day(datetime.fromisoformat(stamp))


def delivery_line(one: Json) -> str:
    """Return a delivery in one line."""
    from onrecord.render.phrases import count

    titles = one["alerts"][0]["title"] if len(one["alerts"]) == 1 else f"{len(one['alerts'])} changes"
    why = f": {one['error']} ({count(one['attempts'], 'attempt')})" if one["error"] else ""
    when = f", due {moment_in_words(one['due_at'])}" if one["state"] in ("waiting", "trying") else ""
    return f"{one['id']}  to {one['recipient']}  {one['state']}{when}{why}  {titles}"


@tell.command(
    examples=("onrecord tell again 9b2c1f0e5a7d4c3b8e6f1a2b3c4d5e6f", "onrecord tell again --failed"),
)
@click.argument("deliveries", nargs=-1, metavar="[DELIVERY]...")
@click.option("--failed", is_flag=True, help="Every one that was given up.")
@service_option
@result_options("json")
def again(deliveries: tuple[str, ...], *, failed: bool, service: str | None, result: Result) -> None:
    """Have deliveries told once more, in the next cycle.

    They keep their ids, so that whoever had them already knows.
    """
    from onrecord.data import DeliveryState

    if bool(deliveries) == failed:
        fix = "name deliveries as `onrecord tell log` lists them, or give --failed"
        raise UsageError("nothing was told again", why="it is not clear which deliveries are meant", fix=fix)
    now = datetime.now(UTC)
    with kept_in(service) as kept:
        known = {one.id for one in kept.telling.recipients()}
        given_up = kept.telling.deliveries(limit=MOST, state=DeliveryState.FAILED) if failed else ()
        names = deliveries or tuple(one.delivery.id for one in given_up if one.delivery.recipient in known)
        for name in names:
            kept.telling.again(name, now)
    result.say("\n".join(names) or "nothing was given up", {"again": list(names)})
