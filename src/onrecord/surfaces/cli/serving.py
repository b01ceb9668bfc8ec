"""The commands of the service: serve, and people for who may use it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from onrecord.settings import Settings, load
from onrecord.surfaces.cli.face import Command, Face, Group, with_face
from onrecord.surfaces.cli.options import result_options, service_option, settings_options, verifier_option
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.wiring import Kept

HOST, PORT = "127.0.0.1", 8400
_TURN = 0.0005
"""Seconds for which a thread computes before another has its turn. A request changes threads some six times, and behind
two checks it would wait for Python's 5 milliseconds at each."""
ROLES = ("read", "check", "write", "admin")
"""The names of ``onrecord.data.Role``, without its import, so that help is there at once."""


@click.command(
    cls=Command,
    examples=(
        "onrecord serve",
        "onrecord serve --archive wire --port 9000",
        "onrecord serve --follow-every 15",
        "onrecord serve --host 0.0.0.0 --allow-host desk.tribune.example",
    ),
)
@click.option("--host", default=HOST, show_default=True, help="Address to answer on.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name it is called by; give several.")
@click.option(
    "--follow-every", type=click.FloatRange(min=1), metavar="MINUTES", help="Follow sources and statements, too."
)
@click.option("--jobs", type=click.IntRange(1, 64), default=2, show_default=True, help="Checks at one time.")
@service_option
@verifier_option
@settings_options
@with_face
def serve(
    face: Face,
    *,
    host: str,
    port: int,
    hosts: tuple[str, ...],
    follow_every: float | None,
    jobs: int,
    settings: Settings,
) -> None:
    """Serve the desk and the archive over HTTP until interrupted.

    The desk is for people with a browser, /api/v1 for programs.

    It answers this machine only, unless --host names another address: then people have to be added first, and everybody
    needs a token. What was accepted is not lost, whatever happens to the process.
    """
    import logging

    from onrecord.surfaces import http, web
    from onrecord.surfaces.http.server import listen, require_safe, server
    from onrecord.surfaces.service import Limits, opened
    from onrecord.wiring import private_permitted

    logging.basicConfig(format="%(asctime)s %(message)s")  # of other loggers, which may name addresses, warnings only
    logging.getLogger("onrecord").setLevel(logging.WARNING if face.quiet else logging.INFO)
    limits = Limits(jobs=jobs, follow_every=follow_every and 60 * follow_every)
    with kept_in(settings.service) as kept:
        require_safe(host, people=bool(kept.people.all()))
    taken = listen(host, port)  # what cannot be had is said before anything is read
    with taken, opened(settings, limits) as running:
        if private_permitted():
            face.say("Note: ONRECORD_ALLOW_PRIVATE_ADDRESSES is set, so pages of private addresses are fetched too.")
        if running.desks.current().notices:
            face.say(f"Note: the archive {settings.archive} holds nothing yet, so nothing is on record.")
        where, at = taken.getsockname()[:2]
        face.say(f"onrecord answers on http://{f'[{where}]' if ':' in where else where}:{at}/ · Ctrl-C ends it")
        made = http.app(running)
        web.add_pages(made, running)
        gated = http.gated(made, running, (host, *hosts), web.refused)
        sys.setswitchinterval(_TURN)
        server(gated, limits).run(sockets=[taken])


@click.group(cls=Group, examples=("onrecord people add ada --role check", "onrecord people list"))
def people() -> None:
    """Say who may use the service, and for what."""


@people.command("add", examples=("onrecord people add ada --role check", "onrecord people add desk --role read"))
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do; each may what the former may.")
@service_option
@result_options("json")
def add_(name: str, role: str, service: str | None, result: Result) -> None:
    """Add somebody, and print their token.

    The token is told this once; what is kept of it is a digest.
    """
    from onrecord.data import Role

    with kept_in(service) as kept:
        token = kept.people.add(name, Role[role.upper()])
    result.say(token, {"name": name, "role": role, "token": token})


@people.command("list", examples=("onrecord people list", "onrecord people list --json"))
@service_option
@result_options("json")
def list_(service: str | None, result: Result) -> None:
    """List who was added."""
    from onrecord.text.moments import format_moment

    with kept_in(service) as kept:
        found = kept.people.all()
    shapes = [
        {"name": one.name, "role": one.role.name.lower(), "added_at": format_moment(one.added_at)} for one in found
    ]
    result.say("\n".join("  ".join(shape.values()) for shape in shapes) or "nobody", {"people": shapes})


@people.command(examples=("onrecord people remove ada",))
@click.argument("name")
@service_option
def remove(name: str, service: str | None) -> None:
    """Remove somebody; their token is worth nothing from now on."""
    with kept_in(service) as kept:
        kept.people.remove(name)
    STANDARD_OUTPUT.write(f"{name} was removed")


@contextmanager
def kept_in(service: Path | str | None) -> Iterator[Kept]:
    """Open what the service keeps, whether it runs or not."""
    from onrecord import wiring

    settings, _ = load({"service": service})
    kept = wiring.open_store(settings.service)
    with kept.store:
        yield kept
