"""The screens *Search* and *Archive*, and the documents behind them."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from onrecord.data import Anchor, Document, Holding, Interval, Role, Span, Stats, day_of
from onrecord.errors import InputMissing, UsageError
from onrecord.render import markdown
from onrecord.render.noted import Thread, threads
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.noting import Placed, on_document
from onrecord.surfaces.web.asking import as_of, asked, today
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown
from onrecord.text.addresses import page_of

_LIMITS = (20, 50, 200)
"""Passages on a page, and how many when more are asked for."""
LONGEST_QUERY = 10_000
_SHOWN = 15
"""Documents of either kind that the archive shows without being asked for more."""
_PLACE = re.compile(r"([0-9a-f]{6,32})(?:@(\d{1,9})-(\d{1,9}))?")


async def search(request: Request) -> Response:
    """Show the passages nearest to a query as of a date."""
    service, _ = asked(request, Role.READ)
    query, given, limit = _sought(request)
    until = as_of(given)
    found = None
    if query:
        found = await service.quick.run(lambda: service.desks.current().find(query, as_of=until, limit=limit))
    more = next((each for each in _LIMITS if found and limit == len(found.candidates) < each), None)
    return screen(
        request,
        "search.html",
        query=query,
        given=given,
        as_of=until,
        found=found,
        more=more,
        today=today(),
    )


async def as_markdown(request: Request) -> Response:
    """Return what is found as Markdown."""
    service, _ = asked(request, Role.READ)
    query, given, limit = _sought(request)
    until = as_of(given)
    if not query:
        raise UsageError("There is nothing to look for", why="the words are empty", fix="name a few words")

    def written() -> str:
        return markdown.found(query, service.desks.current().find(query, as_of=until, limit=limit), until)

    return await in_markdown(service, written)


async def document(request: Request) -> Response:
    """Show a document of the archive, and a span of it."""
    service, _ = asked(request, Role.READ)
    named = _PLACE.fullmatch(request.path_params["place"])
    if named is None:
        raise HTTPException(404)
    held, versions = await service.quick.run(_document, service, named[1])
    span = _span(held, int(named[2]), int(named[3])) if named[2] else None
    people = await service.quick.run(on_document, service.kept, held)
    return screen(request, "document.html", document=held, span=span, versions=versions, people=_placed(people))


async def archive(request: Request) -> Response:
    """Show what is held."""
    service, _ = asked(request, Role.READ)
    stats, newest, undated = await service.slow.run(_held, service)
    published = Interval(start=day_of(stats.first), end=day_of(stats.last)) if stats.first and stats.last else None
    return screen(request, "archive.html", stats=stats, published=published, newest=newest, undated=undated)


def _sought(request: Request) -> tuple[str, str, int]:
    """Return the words, the date and the number of passages that are asked for."""
    asked_for, wanted = request.query_params, request.query_params.get("limit", "")
    limit = int(wanted) if wanted in map(str, _LIMITS) else _LIMITS[0]
    return asked_for.get("q", "").strip()[:LONGEST_QUERY], asked_for.get("as_of", ""), limit


def _held(service: Service) -> tuple[Stats, tuple[Document, ...], tuple[Document, ...]]:
    """Return what the archive counts, its newest documents, and some of those without a date."""
    desk = service.desks.current()
    stats, holdings = service.desks.stats(desk), service.desks.catalogue(desk).holdings
    dated = len(holdings) - stats.undated
    newest = [one.document_id for one in reversed(holdings[max(0, dated - _SHOWN) : dated])]
    undated = [one.document_id for one in holdings[dated : dated + _SHOWN]]
    held = {one.document.id: one.document for one in desk.archive.mementos([*newest, *undated])}
    return stats, tuple(map(held.__getitem__, newest)), tuple(map(held.__getitem__, undated))


def document_of(service: Service, name: str) -> Document:
    """Return a document, by its id or the beginning of it."""
    return _document(service, name)[0]


def _placed(people: tuple[Placed, ...]) -> tuple[tuple[Thread, Anchor | None], ...]:
    """Return notes with their answers, each with where its words stand in this version."""
    places = {one.note.id: one.anchor for one in people}
    return tuple((thread, places[thread.note.id]) for thread in threads([one.note for one in people]))


def _document(service: Service, name: str) -> tuple[Document, tuple[Holding, ...]]:
    """Return a document, by its id or the beginning of it, and the versions of its page."""
    desk = service.desks.current()
    catalogue = service.desks.catalogue(desk)
    one = catalogue.named(name)
    (memento,) = desk.archive.mementos([one.document_id])
    return memento.document, catalogue.versions(one.url) if one.url and page_of(one.url) else (one,)


def _span(document: Document, start: int, end: int) -> Span:
    try:
        span = Span(start=start, end=end)
        span.cut(document.text)
    except ValueError as error:
        raise InputMissing("There is no such span", why=str(error), fix="open the document, and read on") from error
    return span


ROUTES = (
    Route("/search.md", as_markdown),
    Route("/search", search),
    Route("/archive", archive),
    Route("/d/{place}", document),
)
