"""What the whole archive holds on a topic, asked for at once: its figures and states over time, and its stories."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import Moment, Role, Series, Stories
from onrecord.errors import UsageError
from onrecord.render import markdown
from onrecord.surfaces.http.asking import dates, sought
from onrecord.surfaces.service import Service
from onrecord.surfaces.web.asking import asked, today
from onrecord.surfaces.web.record import LONGEST_QUERY
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown
from onrecord.wiring import Desk

OFFER = "/brief#whole"
"""Where a topic is asked for."""
_FIRST = 4
"""Events of a story that are shown at once; the others are folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Topic:
    """A topic and the two dates between which it is looked at."""

    words: str
    as_of: Moment
    since: Moment | None

    def series(self, desk: Desk) -> Series:
        return desk.series(self.words, as_of=self.as_of, since=self.since)

    def stories(self, desk: Desk) -> Stories:
        return desk.stories(self.words, as_of=self.as_of, since=self.since)


async def series(request: Request) -> Response:
    """Show what was counted on a topic and how things stood, over time."""
    return await _shown(request, "counted.html", _Topic.series)


async def stories(request: Request) -> Response:
    """Show the stories that the documents on a topic tell."""
    return await _shown(request, "stories.html", _Topic.stories)


async def series_as_markdown(request: Request) -> Response:
    """Return the series on a topic as Markdown."""
    service, given = _named(request)
    return await in_markdown(service, lambda: markdown.series(given.series(service.desks.current())))


async def stories_as_markdown(request: Request) -> Response:
    """Return the stories on a topic as Markdown."""
    service, given = _named(request)
    return await in_markdown(service, lambda: markdown.stories(given.stories(service.desks.current())))


async def _shown(request: Request, template: str, read: Callable[[_Topic, Desk], Series | Stories]) -> Response:
    """Show what is read of the archive; where no topic is named, lead to where one is asked for."""
    if not request.query_params.get("topic", "").strip():
        return RedirectResponse(OFFER, 303)
    service, given = _named(request)
    made = await service.slow.run(lambda: read(given, service.desks.current()))
    days = {name: request.query_params.get(name, "") for name in ("as_of", "since")}
    return screen(request, template, brief=made, run=made.run, given=days, first=_FIRST, today=today())


def _named(request: Request) -> tuple[Service, _Topic]:
    """Return what is asked of the archive.

    Raises:
        UsageError: no topic is named, or a date cannot be used.
    """
    service, _ = asked(request, Role.READ)
    query = request.query_params
    topic = sought(query.get("topic", ""))
    if len(topic) > LONGEST_QUERY:
        why = f"it has more than {LONGEST_QUERY:,} characters"
        raise UsageError("The topic is too long", why=why, fix="name it in a few words")
    until, after = dates(query.get("as_of", "").strip() or None, query.get("since", "").strip() or None)
    return service, _Topic(words=topic, as_of=until, since=after)


ROUTES = (
    Route("/series.md", series_as_markdown),
    Route("/series", series),
    Route("/stories.md", stories_as_markdown),
    Route("/stories", stories),
)
