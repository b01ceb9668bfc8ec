"""Jobs as they are answered: promised, waited for, told about, and what they made."""

from __future__ import annotations

import json
from asyncio import timeout

from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Job, JobKind, JobState
from onrecord.errors import InputMissing, StateConflict
from onrecord.surfaces.http.replies import AS_OF, reply
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.problems import MEDIA_TYPE
from onrecord.surfaces.service.shapes import job as job_shape

_MADE = {JobKind.CHECK: "checks", JobKind.BRIEF: "briefs", JobKind.HISTORY: "histories"}


async def promised(request: Request, service: Service, job: Job, *, wait: int) -> Response:
    """Answer with what a job made, where that is there within ``wait`` seconds; otherwise with the job."""
    request.state.target = job.id
    feed = service.jobs.feed(job.id)
    if wait and feed is not None:
        try:
            async with timeout(wait):
                async for _ in feed.listen(patience=wait):
                    pass
        except TimeoutError:
            pass
    applied = {"Preference-Applied": f"wait={wait}"} if wait else {}
    job = await service.quick.run(service.kept.jobs.get, job.id)
    if job.state.is_final and wait:
        return await _made(request, service, job, {**applied, "Content-Location": _place(job)})
    headers = {"Location": f"/api/v1/jobs/{job.id}", **applied}
    return reply(request, job_shape(service.jobs.as_far_as_come(job)), status=202, headers=headers)


async def made_of(request: Request, service: Service, kind: JobKind | None, name: str) -> Response:
    """Answer with what the job ``name`` made; with the job itself while it is not done."""
    job = await service.quick.run(service.kept.jobs.get, name)
    if kind not in (None, job.kind):
        why = f"what has this id is a {job.kind}"
        raise InputMissing(f"there is no {kind} {name}", why=why, fix=f"read /api/v1/jobs/{name}")
    if not job.state.is_final:
        told = job_shape(service.jobs.as_far_as_come(job))
        return reply(request, told, status=202, headers={"Location": f"/api/v1/jobs/{name}", "Retry-After": "1"})
    return await _made(request, service, job, {})


def _place(job: Job) -> str:
    """Return where what a job makes is read."""
    made = _MADE.get(job.kind)
    return f"/api/v1/{made}/{job.id}" if made else f"/api/v1/jobs/{job.id}/result"


async def _made(request: Request, service: Service, job: Job, headers: dict[str, str]) -> Response:
    if job.state is JobState.FAILED:
        shape = json.loads(job.error or "{}")
        return Response(f"{wire.encode(shape)}\n".encode(), shape["status"], headers, MEDIA_TYPE)
    result = await service.quick.run(service.kept.jobs.result, job.id)
    if result is None:
        why = f"the job is {job.state}, and nothing came of it"
        raise StateConflict(f"there is no {job.kind} {job.id}", why=why, fix="ask again")
    asked = json.loads((await service.quick.run(service.kept.jobs.request, job.id)).about)
    told = {AS_OF: asked["as_of"]} if "as_of" in asked else {}
    return reply(request, result, headers={**told, **headers})
