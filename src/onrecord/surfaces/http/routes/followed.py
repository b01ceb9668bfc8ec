"""What is followed, and what there is to tell of it, also as feeds."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Role, Transition, Update
from onrecord.render import feeds
from onrecord.surfaces.http.asking import TheService, checked, needs
from onrecord.surfaces.http.describing import FEED, answers, body_of
from onrecord.surfaces.http.replies import reply, tagged
from onrecord.surfaces.service import Service, following

router = APIRouter(prefix="/api/v1", tags=["followed"])

_ATOM, _JSON_FEED = "application/atom+xml", "application/feed+json"
Limit = Annotated[int, Query(ge=1, le=1_000)]


class Wanted(BaseModel):
    """What is to be followed."""

    model_config = ConfigDict(extra="forbid")
    what: str = Field(min_length=1, max_length=10_000, description="A statement, a topic, or the address of a source.")
    topic: bool = Field(default=False, description="Whether it is a topic.")


@router.get(
    "/followed",
    summary="List what is followed",
    responses=answers(ok="service.followed"),
    dependencies=[needs(Role.READ)],
)
async def list_followed(request: Request, service: TheService) -> Response:
    """Return sources, statements, topics and who is told, as `onrecord follow list --json` does."""
    return reply(request, await service.quick.run(following.listed, service.kept))


@router.post(
    "/followed",
    summary="Follow a statement, a topic or a source",
    responses=answers(ok="service.followed"),
    openapi_extra=body_of(Wanted),
    dependencies=[needs(Role.WRITE)],
)
async def follow(request: Request, service: TheService) -> Response:
    """Follow something, and return all that is followed."""
    wanted = checked(Wanted, await request.body())
    follow_it = following.follow_topic if wanted.topic else following.follow_any
    await service.quick.run(follow_it, service.kept, wanted.what)
    return reply(request, await service.quick.run(following.listed, service.kept))


@router.delete(
    "/followed",
    summary="Follow a statement, a topic or a source no longer",
    responses=answers(ok="service.followed"),
    dependencies=[needs(Role.WRITE)],
)
async def unfollow(
    request: Request,
    service: TheService,
    what: Annotated[str, Query(min_length=1, max_length=4_000, description="An id, or the address of a source.")],
) -> Response:
    """Follow something no longer, and return all that still is."""
    await service.quick.run(following.unfollow, service.kept, what)
    return reply(request, await service.quick.run(following.listed, service.kept))


@router.get(
    "/followed/news",
    summary="Tell again which verdicts changed, the newest first",
    responses=answers(ok="news"),
    dependencies=[needs(Role.READ)],
)
async def news(request: Request, service: TheService, limit: Limit = 20) -> Response:
    """Return what was told, as `onrecord follow changes --json` does."""
    told = await service.slow.run(_told, service, limit)
    return reply(request, wire.news(following.news_of(datetime.now(UTC), told)))


@router.get(
    "/followed/feed.atom",
    summary="The changed verdicts as an Atom feed",
    responses=FEED,
    dependencies=[needs(Role.READ)],
)
async def atom(request: Request, service: TheService, limit: Limit = 100) -> Response:
    """Return an entry for each change; ids stay the same."""
    told = await service.slow.run(_told, service, limit)
    return tagged(request, feeds.atom(told, at=str(request.url)), media_type=_ATOM)


@router.get(
    "/followed/feed.json",
    summary="The changed verdicts as a JSON Feed",
    responses=FEED,
    dependencies=[needs(Role.READ)],
)
async def json_feed(request: Request, service: TheService, limit: Limit = 100) -> Response:
    """Return an item for each change; ids stay the same."""
    told = await service.slow.run(_told, service, limit)
    return tagged(request, feeds.json_feed(told, at=str(request.url)), media_type=_JSON_FEED)


def _told(service: Service, limit: int) -> tuple[Transition | Update, ...]:
    return following.told(service.kept, service.desks.current(), limit=limit)
