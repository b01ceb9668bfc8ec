"""The screen *Check*: hand in a page, watch it being checked, read what the record says of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import Job, JobKind, JobState, Moment, Role
from onrecord.errors import InputEmpty
from onrecord.render import html, markdown
from onrecord.settings import as_of as governing
from onrecord.settings import moment
from onrecord.surfaces.service import Caller, Service
from onrecord.surfaces.service.asked import PAGES, Handed, media_type
from onrecord.surfaces.service.ordering import order_check
from onrecord.surfaces.web.checked import Shown, shown, shown_so_far
from onrecord.surfaces.web.forms import filled_in, upload, words
from onrecord.surfaces.web.results import job_of, report_of, so_far
from onrecord.surfaces.web.screens import screen
from onrecord.text.moments import format_moment

_RECENT = 8
_WRITERS = {"html": ("text/html", html.report), "md": ("text/markdown", markdown.report)}


async def front(request: Request) -> Response:
    """Offer to check a page, and show what was checked last."""
    service, _ = _asked(request, Role.READ)
    recent = await service.quick.run(lambda: service.kept.jobs.newest(limit=_RECENT, kind=JobKind.CHECK))
    return screen(request, "front.html", recent=recent, today=_today())


async def hand_in(request: Request) -> Response:
    """Take a page to check, and lead to where it is checked."""
    service, caller = _asked(request, Role.CHECK)
    form = await filled_in(request)
    as_of, published = _as_of(words(form, "as_of")), words(form, "published") or None
    url = words(form, "url") or None
    file = upload(form, "file")
    if file is not None:
        kind = media_type(file.content_type or "")[0]
        named = (file.content_type or "") if kind in PAGES else "application/octet-stream"
        given = Handed(media_type=named, body=await file.read(), url=url, published=published)
    else:
        text = str(form.get("text") or "").replace("\r\n", "\n")  # as a form sends line breaks (HTML, 4.10.21.4)
        if not text.strip():
            fix = "paste the text of a page, or choose a file"
            raise InputEmpty(
                "There is nothing to check", why="the form came without a text and without a file", fix=fix
            )
        body = text.encode("utf-8", "replace")
        given = Handed(media_type="text/plain; charset=utf-8", body=body, url=url, published=published)
    job = await service.slow.run(lambda: order_check(service, given, as_of=as_of, by=caller.name))
    request.state.target = job.id
    return RedirectResponse(f"/c/{job.id}", 303)


async def read(request: Request) -> Response:
    """Show a check: its report, or how far it has come."""
    service, _ = _asked(request, Role.READ)
    name, before = request.path_params["id"], request.query_params.get("before")
    job, about = await service.quick.run(job_of, service, JobKind.CHECK, name)
    if job.state in (JobState.FAILED, JobState.CANCELLED):
        return screen(request, "ended.html", job=job, problem=json.loads(job.error or "null"))
    check = await service.quick.run(_shown, service, job, before)
    headers = {} if job.state.is_final else {"Cache-Control": "no-store"}
    return screen(
        request,
        "check.html",
        headers=headers,
        job=job,
        as_of=moment(about["as_of"]),
        today=_today(),
        check=check,
        page=check.restoration,
        rows=check.rows,
        verdicts=check.marked,
        run=check.run,
    )


async def again(request: Request) -> Response:
    """Check the same page as of another date; what was asked for before is not done twice."""
    service, caller = _asked(request, Role.CHECK)
    form = await filled_in(request)
    name, as_of = request.path_params["id"], _as_of(words(form, "as_of"))

    def order() -> Job:
        _, about = job_of(service, JobKind.CHECK, name)
        body = service.kept.jobs.request(name).body
        given = Handed(media_type=about["media_type"], body=body, url=about["url"], published=about["published"])
        key = f"again {name} {format_moment(as_of)} {service.desks.current().archive.revision}"
        limit = about["max_statements"]
        return order_check(service, given, as_of=as_of, by=caller.name, max_statements=limit, key=key)

    job = await service.slow.run(order)
    request.state.target = job.id
    return RedirectResponse(f"/c/{job.id}" + (f"?before={name}" if job.id != name else ""), 303)


async def cancel(request: Request) -> Response:
    """Do not go on with a check."""
    service, _ = _asked(request, Role.CHECK)
    await filled_in(request)
    name = request.state.target = request.path_params["id"]
    await service.quick.run(service.jobs.cancel, name)
    return RedirectResponse(f"/c/{name}", 303)


async def as_file(request: Request) -> Response:
    """Return a report as one file that needs nothing else."""
    service, _ = _asked(request, Role.READ)
    name, ending = request.path_params["id"], request.path_params["ending"]
    if ending not in _WRITERS:
        raise HTTPException(404)
    kind, write = _WRITERS[ending]

    def written() -> str:
        return write(report_of(service, job_of(service, JobKind.CHECK, name)[0]))

    told = {"Content-Disposition": f'attachment; filename="check-{name}.{ending}"'}
    return Response((await service.quick.run(written)).encode("utf-8", "replace"), headers=told, media_type=kind)


def _shown(service: Service, job: Job, before: str | None) -> Shown:
    if not job.state.is_final:
        return shown_so_far(so_far(service, job))
    report = report_of(service, job)
    earlier = report_of(service, job_of(service, JobKind.CHECK, before)[0]) if before else None
    return shown(report, earlier)


def _asked(request: Request, role: Role) -> tuple[Service, Caller]:
    """Return the service and who asks, who may do what ``role`` may."""
    caller: Caller = request.state.caller
    caller.must(role)
    return request.app.state.service, caller


def _as_of(given: str) -> Moment:
    return governing(given or None)


def _today() -> str:
    return format_moment(datetime.now(UTC).date())


ROUTES = (
    Route("/", front),
    Route("/checks", hand_in, methods=["POST"]),
    Route("/c/{id}", read),
    Route("/c/{id}/again", again, methods=["POST"]),
    Route("/c/{id}/cancel", cancel, methods=["POST"]),
    Route("/c/{id}/report.{ending}", as_file),
)
