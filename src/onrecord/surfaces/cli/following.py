"""The commands that follow: sources that fill the archive, and statements whose verdict may change."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings, load
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.desks import open_desk
from onrecord.surfaces.cli.face import Face, Group
from onrecord.surfaces.cli.options import (
    as_of_option,
    result_options,
    service_option,
    settings_options,
    verifier_option,
)
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.seeking import require_no_network, tell_of_network
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT, Output, buffered, called, opened
from onrecord.surfaces.cli.telling import delivery_line, moment_in_words
from onrecord.text.addresses import is_address

if TYPE_CHECKING:
    from onrecord.data import Moment, Transition, Update
    from onrecord.wire import Json
    from onrecord.wiring import Kept

MOST = 1_000
"""Alerts that a feed or a list has at most, the newest."""


@click.group(
    cls=Group,
    examples=(
        "onrecord follow add https://tribune.example/feed",
        'onrecord follow add "The Kessel flood killed 31 people"',
        "onrecord follow run --atom verdicts.atom",
        "onrecord follow list",
    ),
)
def follow() -> None:
    """Follow sources and statements, and tell every changed verdict once."""


@follow.command(
    "add",
    examples=(
        "onrecord follow add https://tribune.example/feed",
        "onrecord follow add feeds.opml",
        "onrecord follow add https://tribune.example/feeds.opml",
        'onrecord follow add "The Kessel flood killed 31 people"',
        'onrecord follow add --topic "Kessel flood"',
    ),
)
@click.argument("what")
@click.option("--topic", is_flag=True, help="Follow WHAT as a topic: tell what new documents say that is new.")
@service_option
@result_options("json")
def add_(what: str, *, topic: bool, service: str | None, result: Result) -> None:
    """Follow a source, the sources in an OPML list, a statement or a topic.

    A source is the address of a feed, a sitemap of news, a list of sitemaps or a page. Of an OPML list, a file or an
    address that ends in .opml, those are followed that are not yet. Prints what each goes by.
    """
    from onrecord.surfaces.service import following

    with kept_in(service) as kept:
        if topic:
            names = [following.follow_topic(kept, what).id]
        elif what.lower().endswith(".opml"):
            names = _follow_listed(kept, _listed(what, result.face), result.face)
        else:
            names = [following.follow_any(kept, what)]
    result.say("\n".join(names), {"followed": names})


def _fares(one: Json) -> str:
    if one["error"]:
        read = f"last read {moment_in_words(one['succeeded_at'])}" if one["succeeded_at"] else "never read"
        return f"failing, {read}: {one['error']}"
    return f"{one['state']}, moved for good to {one['moved_to']}" if one["moved_to"] else str(one["state"])


def _stand(one: Json) -> str:
    from onrecord.data import Label

    if one["label"]:
        return Label(one["label"]).words
    return "topic" if one["looked_at"] else "not looked at yet"


def _follow_listed(kept: Kept, urls: Sequence[str], face: Face) -> list[str]:
    """Follow the sources in a list that are not followed yet, and say what is none."""
    from onrecord.surfaces.service import polling

    known = {source.url for source in kept.sources.all()}
    names: list[str] = []
    for url in dict.fromkeys(urls):
        try:
            names += [] if url in known else [polling.follow(kept, url).url]
        except UsageError as error:
            face.say(f"{error.what}: {error.why}")
    face.say(f"{len(names):,} of {len(set(urls)):,} sources in the list are followed anew")
    return names


def _listed(path: str, face: Face) -> list[str]:
    """Read the addresses in a list."""
    from onrecord import wiring
    from onrecord.read import read_listing
    from onrecord.surfaces.service import lists

    if is_address(path):
        tell_of_network(face, f"asking {path} over the network")
        return lists.feeds_at(path, wiring.polite(load({})[0].contact))
    with opened(path) as stream:
        return [one.url for one in read_listing(buffered(stream), called(path))]


@follow.command("list", examples=("onrecord follow list", "onrecord follow list --json"))
@service_option
@result_options("json")
def list_(service: str | None, result: Result) -> None:
    """List sources with how they fare, statements with their verdict.

    Below them stands what could not be told, with the reason.
    """
    from onrecord.surfaces.service import following

    with kept_in(service) as kept:
        shape = following.listed(kept)
    told = [f"{one['url']}  {_fares(one)}" for one in shape["sources"]]
    told += [f"{one['id']}  {_stand(one)}  {one['statement']}" for one in shape["followed"]]
    told += [f"not told yet: {delivery_line(one)}" for one in shape["deliveries"]]
    result.say("\n".join(told) or "nothing is followed", shape)


@follow.command(
    examples=("onrecord follow remove https://tribune.example/feed", "onrecord follow remove f165af93750e92da")
)
@click.argument("what")
@service_option
def remove(what: str, service: str | None) -> None:
    """Follow a source, or the statement of that id, no longer.

    What came of it is kept.
    """
    from onrecord.surfaces.service import following

    with kept_in(service) as kept:
        following.unfollow(kept, what)
    STANDARD_OUTPUT.write(f"{what} is followed no longer")


@follow.command(
    examples=("onrecord follow run", "onrecord follow run --json", "onrecord follow run --atom verdicts.atom -q")
)
@as_of_option
@click.option("--atom", metavar="FILE", help="Write the changes told so far to FILE, as an Atom feed.")
@click.option("--json-feed", metavar="FILE", help="Write them to FILE as a JSON Feed.")
@click.option("--archive-only", is_flag=True, help="Ask no source and tell nobody; nothing leaves this machine.")
@service_option
@verifier_option
@settings_options
@result_options("json", "md")
def run(
    *,
    as_of: Moment | None,
    atom: str | None,
    json_feed: str | None,
    archive_only: bool,
    settings: Settings,
    result: Result,
) -> None:
    """Ask the sources that are due, then look at the statements again.

    That is one cycle, for cron. A source is asked politely: as its robots.txt lets us, and one request at a time for a
    server. One that fails is asked less and less often; `follow list` says why.

    Whoever `tell list` lists is told then; what cannot be told is told in a later cycle.

    A change is told once: copies change nothing, and a verdict that rests on evidence stands until other evidence is
    found. The feeds are written anew with the last thousand changes.
    """
    from onrecord.data import latest
    from onrecord.render import feeds
    from onrecord.surfaces.service import following

    date = governing(as_of)
    at = date if isinstance(date, datetime) else latest(date).astimezone(UTC)
    if archive_only:
        require_no_network(settings)
    else:
        _ask_sources(settings, result.face)
    desk = open_desk(settings, result.face)
    told: list[Transition | Update] = []
    looked = 0
    with kept_in(settings.service) as kept, progress(result.face) as tell:
        for looked, (_, news) in enumerate(following.look(kept, desk, as_of=at), start=1):
            told += [news] if news else []
            tell(looked, f"{looked:,} looked at")
        if not archive_only:
            _tell(kept, settings, result.face)
        seen = [one.followed.looked_at for one in kept.followed.all()]
        later = sum(looked_at is not None and looked_at > at for looked_at in seen)
        if later:
            result.face.say(f"{later:,} of {len(seen):,} were looked at as of a later date, and stay as they are")
        known: Sequence[Transition | Update] = following.told(kept, desk, limit=MOST) if atom or json_feed else ()
    for name, written in ((atom, feeds.atom), (json_feed, feeds.json_feed)):
        if name:
            Output.to(name, overwrite=True).write(written(known))
    result.show("news", following.news_of(at, told, looked=looked))


def _ask_sources(settings: Settings, face: Face) -> None:
    from onrecord import wiring
    from onrecord.surfaces.service import polling

    now = datetime.now(UTC)
    with kept_in(settings.service) as kept:
        due = len(kept.sources.due(now))
        if not due:
            return
        tell_of_network(face, f"asking {due:,} of {len(kept.sources.all()):,} sources over the network")
        new = missed = failing = 0
        with wiring.new_archive(settings.archive) as archive, progress(face, total=due) as tell:
            desk = wiring.desk(archive, threads=settings.threads)
            for done, taken in enumerate(polling.poll(kept, desk, wiring.polite(settings.contact), at=now), start=1):
                new += taken.new
                missed += len(taken.missed)
                failing += taken.source.error is not None
                tell(done, f"{done:,} of {due:,} sources, {new:,} new documents")
    lacking = f", {missed:,} pages could not be had" if missed else ""
    face.say(f"{new:,} new documents{lacking}; {failing:,} of {due:,} sources failed, see onrecord follow list")


def _tell(kept: Kept, settings: Settings, face: Face) -> None:
    from functools import partial

    from onrecord.surfaces.service import telling
    from onrecord.wiring import tellers

    now = datetime.now(UTC)
    if not telling.is_due(kept, at=now):
        return
    tell_of_network(face, "telling over the network, or by a command")
    delivered = [*telling.deliver(kept, partial(tellers.teller, settings=settings), at=now)]
    failing = sum(one.error is not None for one in delivered)
    face.say(f"{len(delivered) - failing:,} told; {failing:,} not told, see onrecord tell log")


@follow.command(examples=("onrecord follow changes", "onrecord follow changes --limit 5 --json"))
@click.option("--limit", type=click.IntRange(1, MOST), default=20, show_default=True, help="Changes to print at most.")
@service_option
@settings_options
@result_options("json", "md")
def changes(limit: int, settings: Settings, result: Result) -> None:
    """Print again what was told."""
    from onrecord.surfaces.service import following

    desk = open_desk(settings, result.face)
    with kept_in(settings.service) as kept:
        known = following.told(kept, desk, limit=limit)
    result.show("news", following.news_of(datetime.now(UTC), known))
