"""What the commands that may ask the open web share: whether they do, and how it is told."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.surfaces.cli.face import Face
from onrecord.surfaces.cli.progress import progress

if TYPE_CHECKING:
    from onrecord.data import Moment, Search

    Seek = Callable[[Sequence[str], Moment], Search]


def web_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Take whether the open web is asked; below ``settings_options``, which says what judges."""

    def with_web(*, web: bool, archive_only: bool, settings: Settings, **rest: Any) -> Any:  # noqa: ANN401
        if web and archive_only:
            raise UsageError("--web and --archive-only contradict each other", why="both were given", fix="give one")
        if web and rest.get("ray"):
            why, fix = "a server is asked by one process at a time", "leave out --web or --ray"
            raise UsageError("--web and --ray do not go together", why=why, fix=fix)
        if archive_only:
            require_no_network(settings)
        return command(web=web, settings=settings, **rest)

    wrapped = update_wrapper(with_web, command)
    words = "Ask no network whatever the settings say."
    wrapped = click.option("--archive-only", is_flag=True, help=words)(wrapped)
    words = "Ask the open web first, and add the pages that it names to the archive."
    return click.option("--web", is_flag=True, help=words)(wrapped)


def tell_of_network(face: Face, what: str) -> None:
    """Say that a network is asked, and that private addresses are permitted where they are."""
    from onrecord import wiring

    face.say(what)
    if wiring.private_permitted():
        face.say("private addresses are permitted by the environment")


def require_no_network(settings: Settings) -> None:
    """Refuse settings by which a network is asked whatever a command does.

    Raises:
        UsageError: they name a verifier or an archive on a network.
    """
    if settings.verifier == "endpoint":
        fix = "use --verifier shipped"
        raise UsageError("an endpoint cannot be asked with --archive-only", why="it is on a network", fix=fix)
    if not all(isinstance(one, Path) for one in (settings.archive, *settings.also)):
        fix = "name the folder of a copy, or leave out --archive-only"
        raise UsageError("a bucket cannot be asked with --archive-only", why="it is on a network", fix=fix)


def seeker(settings: Settings, face: Face) -> Seek:
    """Return what asks the open web, its pauses held from call to call, and adds the pages named to the archive."""
    from onrecord import wiring
    from onrecord.surfaces.service.seeking import Web, seek
    from onrecord.wiring import open_web

    polite = open_web.polite(settings)
    indexes = open_web.indexes(settings, polite)
    web = Web(indexes=indexes, past=open_web.past_pages(settings, polite), polite=polite)

    def sought(words: Sequence[str], as_of: Moment) -> Search:
        names = ", ".join(each.name for each in indexes)
        tell_of_network(face, f"asking {names} over the network, then the pages they name")
        with progress(face) as tell:
            search, pages = seek(web, words, as_of=as_of, tell=tell)
        new = 0
        if pages:
            with wiring.new_archive(settings.archive) as archive:
                desk = wiring.desk(archive, threads=settings.threads)
                new = sum(added.new for added in desk.add(pages))
        named = len(search.pages) + search.unread
        face.say(f"{len(pages):,} of {named:,} pages fetched, {new:,} of them new to the archive")
        return search

    return sought
