"""What is on record: search, stories, series, offices, and what changed on a topic."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Length, Role
from onrecord.errors import UsageError
from onrecord.surfaces.http.asking import AsOf, Since, TheService, needs, require_time_between, sought
from onrecord.surfaces.http.describing import answers
from onrecord.surfaces.http.replies import about, reply

router = APIRouter(prefix="/api/v1", tags=["record"], dependencies=[needs(Role.READ)])

LONGEST_QUERY = 10_000
"""Characters; more than 64 terms of it are not looked up."""
Words = Annotated[str, Query(min_length=1, max_length=LONGEST_QUERY)]


@router.get("/search", summary="Find passages by wording and meaning", responses=answers(ok="hits"))
async def search(
    request: Request,
    service: TheService,
    as_of: AsOf,
    q: Words,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 10,
) -> Response:
    """Return the passages nearest to a query, best first, as `onrecord find --json` does."""
    desk, words = service.desks.current(), sought(q)
    found = await service.quick.run(lambda: desk.find(words, as_of=as_of, limit=limit))
    return reply(request, wire.found(words, found, as_of), headers=about(as_of=as_of, revision=desk.archive.revision))


@router.get(
    "/stories", summary="Gather documents on a topic into the stories they tell", responses=answers(ok="stories")
)
async def stories(request: Request, service: TheService, as_of: AsOf, since: Since, topic: Words) -> Response:
    """Return the stories on a topic, the newest first, as `onrecord stories --json` does."""
    require_time_between(since, as_of)
    desk, words = service.desks.current(), sought(topic)
    found = await service.slow.run(lambda: wire.stories(desk.stories(words, as_of=as_of, since=since)))
    return reply(request, found, headers=about(as_of=as_of, revision=desk.archive.revision))


@router.get("/series", summary="List what was counted and how things stood over time", responses=answers(ok="series"))
async def series(request: Request, service: TheService, as_of: AsOf, since: Since, topic: Words) -> Response:
    """Return the series on a topic, or of what a statement counts, as `onrecord series --json` does."""
    require_time_between(since, as_of)
    desk, words = service.desks.current(), sought(topic)
    found = await service.slow.run(lambda: wire.series(desk.series(words, as_of=as_of, since=since)))
    return reply(request, found, headers=about(as_of=as_of, revision=desk.archive.revision))


@router.get("/offices", summary="Say who held an office when", responses=answers(ok="offices"))
async def offices(request: Request, service: TheService, as_of: AsOf, since: Since, q: Words) -> Response:
    """Return who is given an office, or which offices somebody is given, as `onrecord offices --json` does."""
    require_time_between(since, as_of)
    desk, words = service.desks.current(), sought(q)
    found = await service.slow.run(lambda: wire.offices(desk.offices(words, as_of=as_of, since=since)))
    return reply(request, found, headers=about(as_of=as_of, revision=desk.archive.revision))


@router.get("/changes", summary="Say what changed on a topic between two dates", responses=answers(ok="changes"))
async def changes(
    request: Request,
    service: TheService,
    *,
    as_of: AsOf,
    since: Since,
    topic: Words,
    length: Length = Length.STANDARD,
) -> Response:
    """Say what is new, what was superseded and what came to be disputed, as `onrecord brief diff --json` does."""
    if since is None:
        why = "changes lie between two dates"
        raise UsageError("since is needed", why=why, fix="add since=2025-05-01")
    require_time_between(since, as_of)
    desk, words = service.desks.current(), sought(topic)
    found = await service.slow.run(lambda: wire.changes(desk.changes(words, since=since, as_of=as_of, length=length)))
    return reply(request, found, headers=about(as_of=as_of, revision=desk.archive.revision))
