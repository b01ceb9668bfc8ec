"""The screen *Check*: hand in a page, watch it being checked, read what the record says of it."""

from __future__ import annotations

import json

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import Job, JobKind, JobState, Note, Report, Role
from onrecord.errors import InputEmpty
from onrecord.render import html, markdown
from onrecord.render.noted import noted
from onrecord.settings import moment
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.asked import JSON, PAGES, Handed, media_type
from onrecord.surfaces.service.ordering import order_check
from onrecord.surfaces.web.asking import as_of, asked, revision, today
from onrecord.surfaces.web.briefs import unfinished
from onrecord.surfaces.web.checked import Shown, shown, shown_so_far
from onrecord.surfaces.web.forms import filled_in, upload, words
from onrecord.surfaces.web.results import job_of, notes_on, report_of, so_far
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown, sent
from onrecord.text.moments import format_moment
from onrecord.wire import encode
from onrecord.wiring import fetch
from onrecord.write import claimreview

_RECENT = 8


async def front(request: Request) -> Response:
    """Offer to check a page, and show what was checked last."""
    service, _ = asked(request, Role.READ)
    recent = await service.quick.run(lambda: service.kept.jobs.newest(limit=_RECENT, kind=JobKind.CHECK))
    dated = await service.quick.run(service.kept.jobs.dates, recent)
    return screen(request, "front.html", recent=recent, dated=dated, today=today())


async def hand_in(request: Request) -> Response:
    """Take a page to check, and lead to where it is checked."""
    service, caller = asked(request, Role.CHECK)
    form = await filled_in(request)
    until = as_of(words(form, "as_of"))
    given = await _handed(form, url=words(form, "url") or None, published=words(form, "published") or None)
    found = await service.slow.run(given.found_at, fetch)
    job = await service.slow.run(lambda: order_check(service, found, as_of=until, by=caller.name))
    request.state.target = job.id
    one_line = not found.url and b"\n" not in found.body.strip()  # whose evidence is all that is asked for
    return RedirectResponse(f"/c/{job.id}" + ("#v1" if one_line else ""), 303)


async def read(request: Request) -> Response:
    """Show a check: its report, or how far it has come."""
    service, _ = asked(request, Role.READ)
    name, before = request.path_params["id"], request.query_params.get("before")
    job, about = await service.quick.run(job_of, service, JobKind.CHECK, name)
    if job.state in (JobState.FAILED, JobState.CANCELLED):
        return unfinished(request, job)
    check = await service.quick.run(_shown, service, job, before)
    made = job.state.is_final
    return screen(
        request,
        "check.html",
        headers={} if made else {"Cache-Control": "no-store"},
        twinned=made,
        before=before,
        job=job,
        as_of=moment(about["as_of"]),
        today=today(),
        check=check,
        page=check.restoration,
        rows=check.rows,
        verdicts=check.marked,
        noted=check.noted,
        run=check.run,
    )


async def again(request: Request) -> Response:
    """Check the same page as of another date; what was asked for before is not done twice."""
    service, caller = asked(request, Role.CHECK)
    form = await filled_in(request)
    name, until = request.path_params["id"], as_of(words(form, "as_of"))

    def order() -> Job:
        _, about = job_of(service, JobKind.CHECK, name)
        body = service.kept.jobs.request(name).body
        given = Handed(media_type=about["media_type"], body=body, url=about["url"], published=about["published"])
        key = f"again {name} {format_moment(until)} {revision(service)}"
        limit = about["max_statements"]
        return order_check(service, given, as_of=until, by=caller.name, max_statements=limit, key=key)

    job = await service.slow.run(order)
    request.state.target = job.id
    return RedirectResponse(f"/c/{job.id}" + (f"?before={name}" if job.id != name else ""), 303)


async def as_file(request: Request) -> Response:
    """Return a report as one file that needs nothing else."""
    service, _ = asked(request, Role.READ)
    name, ending = request.path_params["id"], request.path_params["ending"]

    writers = {
        "html": lambda both: html.report(*both),
        "md": lambda both: markdown.report(*both),
        "jsonld": lambda both: encode(claimreview.report(both[0])),
    }
    return await sent(service, lambda: _with_notes(service, name), f"check-{name}", ending, writers)


async def as_markdown(request: Request) -> Response:
    """Return a report as Markdown."""
    service, _ = asked(request, Role.READ)
    name = request.path_params["id"]
    return await in_markdown(service, lambda: markdown.report(*_with_notes(service, name)))


async def _handed(form: FormData, *, url: str | None, published: str | None) -> Handed:
    """Return what was handed in: a file before a text, and an address alone where there is neither."""
    file = upload(form, "file")
    if file is not None:
        named = file.content_type or ""
        kind = named if media_type(named)[0] in PAGES else "application/octet-stream"
        return Handed(media_type=kind, body=await file.read(), url=url, published=published)
    text = str(form.get("text") or "").replace("\r\n", "\n")  # as a form sends line breaks (HTML, 4.10.21.4)
    if text.strip():
        body = text.encode("utf-8", "replace")
        return Handed(media_type="text/plain; charset=utf-8", body=body, url=url, published=published)
    if url is None:
        fix = "paste the text of a page, choose a file, or give an address"
        raise InputEmpty("There is nothing to check", why="the form is empty", fix=fix)
    return Handed(media_type=JSON, body=json.dumps({"url": url}).encode(), published=published)


def _with_notes(service: Service, name: str) -> tuple[Report, tuple[Note, ...]]:
    report = report_of(service, job_of(service, JobKind.CHECK, name)[0])
    return report, notes_on(service, report.verdicts)


def _shown(service: Service, job: Job, before: str | None) -> Shown:
    if not job.state.is_final:
        return shown_so_far(so_far(service, job))
    report = report_of(service, job)
    earlier = report_of(service, job_of(service, JobKind.CHECK, before)[0]) if before else None
    return shown(report, earlier, noted(notes_on(service, report.verdicts)))


ROUTES = (
    Route("/", front),
    Route("/checks", hand_in, methods=["POST"]),
    Route("/c/{id}.md", as_markdown),
    Route("/c/{id}", read),
    Route("/c/{id}/again", again, methods=["POST"]),
    Route("/c/{id}/report.{ending}", as_file),
)
