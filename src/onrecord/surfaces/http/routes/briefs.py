"""Briefs, which are jobs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from onrecord.data import JobKind, Length, Role
from onrecord.surfaces.http.asking import Key, Prefer, TheCaller, TheService, checked, dates, needs, sought
from onrecord.surfaces.http.describing import answers, body_of
from onrecord.surfaces.http.results import made_of, promised
from onrecord.surfaces.service.ordering import order_brief

router = APIRouter(prefix="/api/v1", tags=["briefs"])


class Topic(BaseModel):
    """What to write up."""

    model_config = ConfigDict(extra="forbid", strict=True)

    topic: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
    as_of: str | None = Field(None, description="Cite nothing published after this day or instant; now if not given.")
    since: str | None = Field(None, description="Cite nothing published up to this day or instant.")
    length: Annotated[str, Field(pattern=f"^(?:{'|'.join(Length)})$")] = Length.STANDARD.value
    max_tokens: Annotated[int | None, Field(ge=1, le=1_000_000)] = None


@router.post(
    "/briefs",
    status_code=202,
    summary="Have a topic written up",
    responses=answers(ok="brief", accepted="service.job"),
    openapi_extra=body_of(Topic),
    dependencies=[needs(Role.CHECK)],
)
async def ask_brief(
    request: Request, service: TheService, caller: TheCaller, prefer: Prefer, key: Key = None
) -> Response:
    """Write up a topic as of a date, every sentence cut from a dated source, as `onrecord brief --json` does.

    Answers 202 with a job, or 200 with the brief where `Prefer: wait=N` gives it the time.
    """
    given = checked(Topic, await request.body())
    as_of, since = dates(given.as_of, given.since)
    topic, length = sought(given.topic), Length(given.length)
    job = await service.quick.run(
        lambda: order_brief(
            service,
            topic,
            as_of=as_of,
            since=since,
            length=length,
            max_tokens=given.max_tokens,
            by=caller.name,
            key=key,
        )
    )
    return await promised(request, service, job, wait=prefer.wait)


@router.get(
    "/briefs/{brief_id}",
    summary="Read a brief",
    responses=answers(ok="brief", accepted="service.job"),
    dependencies=[needs(Role.READ)],
)
async def read_brief(request: Request, service: TheService, brief_id: str) -> Response:
    """Return a brief; 202 with its job while it is worked on."""
    return await made_of(request, service, JobKind.BRIEF, brief_id)
