"""The screen *Brief*: a topic written up as of a date, and what changed since another."""

from __future__ import annotations

import json

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord import wire
from onrecord.data import Brief, Changes, Job, JobKind, JobState, Length, Role, latest
from onrecord.errors import UsageError
from onrecord.render import html, markdown
from onrecord.render.noted import threads
from onrecord.surfaces.http.replies import reply
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.ordering import order_brief
from onrecord.surfaces.web.asking import as_of, asked, revision, since, today
from onrecord.surfaces.web.forms import filled_in, words
from onrecord.surfaces.web.results import brief_of, job_of
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown, sent
from onrecord.surfaces.web.twins import JSON, MARKDOWN
from onrecord.text.moments import format_moment

_RECENT = 8


async def offer(request: Request) -> Response:
    """Offer to write up a topic, and show what was written last."""
    service, _ = asked(request, Role.READ)
    recent = await service.quick.run(lambda: service.kept.jobs.newest(limit=_RECENT, kind=JobKind.BRIEF))
    topic = request.query_params.get("topic", "")
    dated = await service.quick.run(service.kept.jobs.dates, recent)
    return screen(request, "topic.html", recent=recent, dated=dated, today=today(), topic=topic, lengths=tuple(Length))


async def order(request: Request) -> Response:
    """Take a topic, and lead to where it is written up."""
    service, caller = asked(request, Role.CHECK)
    form = await filled_in(request)
    topic, until, after = words(form, "topic"), as_of(words(form, "as_of")), since(words(form, "since"))
    if not topic:
        raise UsageError("There is nothing to write up", why="the topic is empty", fix="name it in a few words")
    if after is not None and latest(after) >= latest(until):
        raise UsageError("There is no time between the two dates", why="the first is not earlier", fix="swap them")
    length = words(form, "length")
    chosen = Length(length) if length in {*Length} else Length.STANDARD
    key = f"{topic} {format_moment(until)} {after} {chosen} {revision(service)}" if words(form, "as_of") else None
    job = await service.quick.run(
        lambda: order_brief(service, topic, as_of=until, since=after, length=chosen, by=caller.name, key=key)
    )
    request.state.target = job.id
    return RedirectResponse(f"/b/{job.id}", 303)


async def read(request: Request) -> Response:
    """Show a brief, or that it is being written."""
    service, _ = asked(request, Role.READ)
    job, about = await service.quick.run(job_of, service, JobKind.BRIEF, request.path_params["id"])
    if job.state is not JobState.DONE:
        return unfinished(request, job)
    brief = await service.quick.run(brief_of, service, job)
    people = threads(await service.quick.run(lambda: service.kept.notes.on(topic=brief.topic)))
    return screen(
        request,
        "written.html",
        job=job,
        brief=brief,
        run=brief.run,
        length=about["length"],
        today=today(),
        people=people,
    )


async def changed(request: Request) -> Response:
    """Say what changed on the topic of a brief since another date."""
    _, made = await _asked_changes(request)
    return screen(request, "changed.html", name=request.path_params["id"], brief=made, run=made.run)


async def as_file(request: Request) -> Response:
    """Return a brief as one file that needs nothing else."""
    service, _ = asked(request, Role.READ)
    name, ending = request.path_params["id"], request.path_params["ending"]

    def made() -> Brief:
        return brief_of(service, job_of(service, JobKind.BRIEF, name)[0])

    return await sent(service, made, f"brief-{name}", ending, {"html": html.brief, "md": markdown.brief})


async def as_markdown(request: Request) -> Response:
    """Return a brief as Markdown."""
    service, _ = asked(request, Role.READ)
    name = request.path_params["id"]
    return await in_markdown(
        service, lambda: markdown.brief(brief_of(service, job_of(service, JobKind.BRIEF, name)[0]))
    )


async def changed_as(request: Request) -> Response:
    """Return what changed since a date as JSON or Markdown."""
    form = request.path_params["form"]
    if form not in (JSON, MARKDOWN):
        raise HTTPException(404)
    service, made = await _asked_changes(request)
    if form == JSON:
        return reply(request, wire.changes(made))
    return await in_markdown(service, lambda: markdown.changes(made))


def unfinished(request: Request, job: Job) -> Response:
    """Show that a job is worked on, or why it came to nothing."""
    if job.state.is_final:
        return screen(request, "ended.html", job=job, problem=json.loads(job.error or "null"), twinned=False)
    return screen(request, "working.html", headers={"Cache-Control": "no-store"}, job=job, twinned=False)


async def _asked_changes(request: Request) -> tuple[Service, Changes]:
    service, _ = asked(request, Role.READ)
    after = since(request.query_params.get("since", ""))
    if after is None:
        raise UsageError("A date is missing", why="changes lie between two dates", fix="choose the first of them")
    return service, await service.slow.run(_changes, service, request.path_params["id"], format_moment(after))


def _changes(service: Service, name: str, after: str) -> Changes:
    brief = brief_of(service, job_of(service, JobKind.BRIEF, name)[0])
    begun = since(after)
    if begun is None or latest(begun) >= latest(brief.as_of):
        raise UsageError("There is no time between the two dates", why="the first is not earlier", fix="choose another")
    return service.desks.current().changes(brief.topic, since=begun, as_of=brief.as_of)


ROUTES = (
    Route("/brief", offer),
    Route("/briefs", order, methods=["POST"]),
    Route("/b/{id}.md", as_markdown),
    Route("/b/{id}", read),
    Route("/b/{id}/changes.{form}", changed_as),
    Route("/b/{id}/changes", changed),
    Route("/b/{id}/brief.{ending}", as_file),
)
