"""The screen *Runs*, everything that was asked for, the newest first; and files that are added to the archive."""

from __future__ import annotations

import json

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import JobKind, JobState, Role
from onrecord.data import Request as Wanted
from onrecord.errors import InputEmpty
from onrecord.surfaces.http.cursors import read_cursor, write_cursor
from onrecord.surfaces.web.asking import asked
from onrecord.surfaces.web.briefs import unfinished
from onrecord.surfaces.web.forms import filled_in, upload
from onrecord.surfaces.web.places import place_of
from onrecord.surfaces.web.results import job_of
from onrecord.surfaces.web.screens import screen
from onrecord.wire import encode

_ON_A_PAGE = 40
_LONGEST_NAME = 200


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


async def add(request: Request) -> Response:
    """Take a file into the archive, and lead to what that comes to."""
    service, caller = asked(request, Role.WRITE)
    file = upload(await filled_in(request), "file")
    body = await file.read() if file else b""
    if file is None or not body:
        raise InputEmpty("There is nothing to add", why="no file was chosen, or it is empty", fix="choose a file")
    name = (file.filename or "")[:_LONGEST_NAME]
    wanted = Wanted(about=encode({"name": name}), body=body)
    job = await service.quick.run(lambda: service.jobs.submit(JobKind.ADD, wanted, title=name, by=caller.name))
    request.state.target = job.id
    return RedirectResponse(place_of(job), 303)


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
    Route("/documents", add, methods=["POST"]),
)
