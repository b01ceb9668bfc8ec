"""The screen *Runs*: everything that was asked for, the newest first."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import JobKind, JobState, Role
from onrecord.surfaces.http.cursors import read_cursor, write_cursor
from onrecord.surfaces.web.asking import asked
from onrecord.surfaces.web.briefs import unfinished
from onrecord.surfaces.web.forms import filled_in
from onrecord.surfaces.web.places import place_of
from onrecord.surfaces.web.results import job_of
from onrecord.surfaces.web.screens import screen

_ON_A_PAGE = 40


async def runs(request: Request) -> Response:
    """List jobs."""
    service, _ = asked(request, Role.READ)
    kind, cursor = request.query_params.get("kind", ""), request.query_params.get("cursor")
    wanted = JobKind(kind) if kind in {*JobKind} else None
    before = await service.quick.run(service.kept.jobs.get, read_cursor(cursor)) if cursor else None
    jobs = await service.quick.run(lambda: service.kept.jobs.newest(limit=_ON_A_PAGE + 1, kind=wanted, before=before))
    after = write_cursor(jobs[_ON_A_PAGE - 1].id) if len(jobs) > _ON_A_PAGE else None
    dated = await service.quick.run(service.kept.jobs.dates, jobs)
    return screen(
        request,
        "runs.html",
        jobs=jobs[:_ON_A_PAGE],
        dated=dated,
        after=after,
        kind=wanted,
        kinds=tuple(JobKind),
        keep=service.settings.keep_jobs,
    )


async def added(request: Request) -> Response:
    """Show what adding to the archive came to."""
    service, _ = asked(request, Role.READ)
    job, _ = await service.quick.run(job_of, service, JobKind.ADD, request.path_params["id"])
    if job.state is not JobState.DONE:
        return unfinished(request, job)
    made: str | None = await service.quick.run(service.kept.jobs.result, job.id)
    counts = json.loads(made or "{}")
    return screen(request, "added.html", job=job, counts=counts)


async def cancel(request: Request) -> Response:
    """Do not go on with a job."""
    service, caller = asked(request, Role.CHECK)
    await filled_in(request)
    name = request.state.target = request.path_params["id"]
    job = await service.quick.run(service.jobs.cancel, name, caller)
    return RedirectResponse(place_of(job), 303)


ROUTES = (
    Route("/runs", runs),
    Route("/runs/{id}/cancel", cancel, methods=["POST"]),
    Route("/a/{id}", added),
)
