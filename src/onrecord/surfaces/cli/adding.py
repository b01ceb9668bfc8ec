"""The commands that fill an archive: add, and addresses for what lists hold of it."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from onrecord.errors import InputError
from onrecord.settings import Settings, moment
from onrecord.surfaces.cli.face import Command, Face
from onrecord.surfaces.cli.options import file_argument, ray_option, result_options, settings_options
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import STANDARD, buffered, called, not_fetched, opened
from onrecord.surfaces.status import OK, PARTIAL
from onrecord.text.addresses import is_address

if TYPE_CHECKING:
    from onrecord.data import Moment, Page
    from onrecord.read import LeftOut
    from onrecord.wire import Json

MOST_TOLD = 20
"""Refusals told one by one; more of them in one run are of a kind."""


@dataclass(slots=True)
class Rest:
    """What of the input did not become documents, or none that are evidence."""

    told: list[InputError] = field(default_factory=list)
    refused: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    undated: int = 0
    """Documents of which nobody says when they were published."""
    ahead: int = 0
    """Documents that say they were published after today, and are evidence of nothing until then."""

    def refuse(self, error: InputError) -> None:
        """Count what could not be read; the first are kept to be told."""
        self.refused += 1
        self.told += [error] if len(self.told) < MOST_TOLD else []

    def leave_out(self, item: LeftOut) -> None:
        """Count what is no document."""
        self.left_out[item.why] += 1

    def tell(self, face: Face) -> None:
        """Say what it was."""
        for error in self.told:
            face.complain(error)
        if self.refused > len(self.told):
            face.say(f"{self.refused - len(self.told):,} more could not be read")
        for why, count in sorted(self.left_out.items()):
            face.say(f"{count:,} left out that {why}")
        if self.undated:
            words = "without a date of publication, which no verdict or brief rests on; try --published DATE"
            face.say(f"{self.undated:,} {words}")
        if self.ahead:
            face.say(f"{self.ahead:,} dated in the future, which no verdict or brief rests on until then")


@click.command(
    cls=Command,
    examples=(
        "onrecord add wire.jsonl pages/",
        "onrecord add crawl.warc.gz site.wacz --archive wire",
        "curl -s https://tribune.example/feed | onrecord add -",
        "onrecord export --archive wire | onrecord add - --archive copy",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--published", type=moment, metavar="DATE", help="When those were published that do not say.")
@ray_option
@settings_options
@result_options("json")
def add(paths: tuple[str, ...], published: Moment | None, ray: bool, settings: Settings, result: Result) -> int:
    """Add documents of any format to an archive.

    PATH is a file or a folder of files: pages of HTML or text, JSON Lines of documents, WARC, WACZ, RSS, Atom, JSON
    Feed, ninjs, NewsML-G2, PDF, mail; packed or not. What a file is its content tells, then its name. Of a folder,
    files that end in .json are left out, for most hold no documents: name them (wire/*.json). What is there already
    is passed over. Stopped at any moment, the same command goes on where it stopped.
    """
    from onrecord import wiring
    from onrecord.wiring import shared_out

    rest = Rest()
    read = new = 0
    began = monotonic()
    with wiring.new_archive(settings.archive) as archive, progress(result.face) as tell:
        try:
            pages = _dated(_pages(paths, rest), published, rest)
            stored = (
                shared_out.add_spread(pages, archive=archive, processes=settings.threads)
                if ray
                else wiring.desk(archive, threads=settings.threads).add(pages)
            )
            for added in stored:
                read += added.read
                new += added.new
                tell(read, f"{read:,} documents read, {new:,} new, {read / (monotonic() - began):,.0f} a second")
        except KeyboardInterrupt:
            kept = f"{new:,} new documents or a batch more are stored; the same command goes on from there."
            raise KeyboardInterrupt(kept) from None
    rest.tell(result.face)
    left_out = rest.left_out.total()
    counts = {"read": read, "new": new, "held": read - new, "refused": rest.refused, "left_out": left_out}
    words = f"{read:,} documents read: {new:,} new, {read - new:,} there already"
    result.say(f"{words}; {read / (monotonic() - began):,.0f} a second", counts)
    return PARTIAL if rest.refused else OK


def _dated(pages: Iterator[Page], published: Moment | None, rest: Rest) -> Iterator[Page]:
    """Say of pages that do not when they were published; count in ``rest`` those with no day or a later one."""
    from onrecord.data import DateKind, day_of
    from onrecord.read.page import restated

    tomorrow = datetime.now(UTC).date() + timedelta(1)  # which it is already further east
    for page in pages:
        if page.document.published_at is not None:
            rest.ahead += day_of(page.document.published_at) > tomorrow
            yield page
        elif published is not None:
            yield restated(page, published_at=published, date_kind=DateKind.GIVEN)
        else:
            rest.undated += 1
            yield page


def _pages(paths: tuple[str, ...], rest: Rest) -> Iterator[Page]:
    """Read every page; what could not be read, and what is none, is kept in ``rest``."""
    from onrecord.read import LINES, pages_of, read_paths, read_stream

    for path in paths:
        if is_address(path) and not Path(path).exists():
            rest.refuse(not_fetched(path))
            continue
        if path != STANDARD:
            yield from read_paths([Path(path)], refused=rest.refuse, passed=rest.leave_out)
            continue
        with opened(STANDARD) as stream:
            items = read_stream(buffered(stream), called(STANDARD), otherwise=LINES)
            try:
                yield from pages_of(items, refused=rest.refuse, passed=rest.leave_out)
            except InputError as error:
                rest.refuse(error)


@click.command(
    cls=Command,
    examples=(
        "onrecord addresses news-sitemap.xml",
        "onrecord addresses feeds.opml --json",
        "curl -s https://tribune.example/sitemap.xml | onrecord addresses",
    ),
)
@file_argument
@result_options("json")
def addresses(file: str, result: Result) -> None:
    """List the addresses in a sitemap, an OPML list of feeds, or a feed.

    Each address on the web once. Lists hold no text, and many feeds teasers only: fetch what stands there, as a WARC
    for example, and add that.
    """
    from onrecord.read import read_listing
    from onrecord.text.moments import format_moment

    elsewhere = 0
    found: dict[str, Json] = {}
    with opened(file) as stream:
        for listed in read_listing(buffered(stream), called(file)):
            published = listed.published_at and format_moment(listed.published_at)
            shape: Json = {"url": listed.url, "title": listed.title, "published": published}
            if is_address(listed.url):
                found.setdefault(listed.url, shape)
            else:
                elsewhere += 1
    if elsewhere:
        result.face.say(f"{elsewhere:,} left out that are no addresses on the web")
    result.say("\n".join(found), {"addresses": list(found.values())})
