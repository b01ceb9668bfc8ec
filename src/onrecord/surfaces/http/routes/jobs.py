"""Jobs: how far they have come, what they tell while they run, and what they made."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Header, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from onrecord.data import Job, JobKind, Role
from onrecord.surfaces.http.asking import TheCaller, TheService, needs
from onrecord.surfaces.http.cursors import link_next, read_cursor, write_cursor
from onrecord.surfaces.http.describing import EVENTS, answers
from onrecord.surfaces.http.replies import reply
from onrecord.surfaces.http.results import made_of
from onrecord.surfaces.service.feeds import Event, Feed
from onrecord.surfaces.service.shapes import job as job_shape
from onrecord.wire import SCHEMA, encode

router = APIRouter(prefix="/api/v1/jobs", tags=["jobs"])

HEARTBEAT = 15.0
"""Seconds after which an idle stream says that it lives, before anything between us gives it up."""


@router.get(
    "", summary="List jobs, the newest first", responses=answers(ok="service.jobs"), dependencies=[needs(Role.READ)]
)
async def list_jobs(
    request: Request,
    service: TheService,
    kind: JobKind | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Return checks, briefs and additions, without what they made."""

    def found() -> tuple[Job, ...]:
        before = service.kept.jobs.get(read_cursor(cursor)) if cursor else None
        return service.kept.jobs.newest(limit=limit + 1, kind=kind, before=before)

    jobs = await service.quick.run(found)
    after = write_cursor(jobs[limit - 1].id) if len(jobs) > limit else None
    shape = {
        "schema": SCHEMA,
        "jobs": [job_shape(service.jobs.as_far_as_come(job)) for job in jobs[:limit]],
        "next": after,
    }
    return reply(request, shape, headers=link_next(request, after))


@router.get(
    "/{job_id}",
    summary="Say how far a job has come",
    responses=answers(ok="service.job"),
    dependencies=[needs(Role.READ)],
)
async def read_job(request: Request, service: TheService, job_id: str) -> Response:
    """Return a job."""
    job = await service.quick.run(service.kept.jobs.get, job_id)
    return reply(request, job_shape(service.jobs.as_far_as_come(job)))


@router.delete(
    "/{job_id}", summary="Cancel a job", responses=answers(ok="service.job"), dependencies=[needs(Role.CHECK)]
)
async def cancel_job(request: Request, service: TheService, caller: TheCaller, job_id: str) -> Response:
    """Do not go on with a job that you asked for, or as an admin any; it ends where it can next be left."""
    request.state.target = job_id
    return reply(request, job_shape(await service.quick.run(service.jobs.cancel, job_id, caller)))


@router.get(
    "/{job_id}/result",
    summary="Read what a job made",
    responses=answers(accepted="service.job"),
    dependencies=[needs(Role.READ)],
)
async def read_result(request: Request, service: TheService, job_id: str) -> Response:
    """Return the report, the brief or the counts; 202 with the job while it is worked on."""
    return await made_of(request, service, None, job_id)


@router.get(
    "/{job_id}/events", summary="Hear what a job tells while it runs", responses=EVENTS, dependencies=[needs(Role.READ)]
)
async def hear(
    service: TheService,
    job_id: str,
    last_event_id: Annotated[str | None, Header(pattern=r"^\d{1,9}$")] = None,
) -> Response:
    """Stream server-sent events: `restored`, `statements`, `verdicts`, `progress`, and `ended` with the job."""
    after = int(last_event_id or 0)
    feed = service.jobs.feed(job_id)
    job = await service.quick.run(service.kept.jobs.get, job_id)
    told = _written(feed, after) if feed else _last(Event(number=after + 1, name="ended", data=encode(job_shape(job))))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(told, headers=headers, media_type="text/event-stream")


async def _written(feed: Feed, after: int) -> AsyncIterator[str]:
    async for event in feed.listen(after, patience=HEARTBEAT):
        yield ": still here\n\n" if event is None else _event(event)


def _event(event: Event) -> str:
    return f"id: {event.number}\nevent: {event.name}\ndata: {event.data}\n\n"


async def _last(event: Event) -> AsyncIterator[str]:
    yield _event(event)
