"""Statements by their permalinks: the verdict as of a moment, and how it changed over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord import wire
from onrecord.data import Job, JobKind, JobState, Role, Verdict, latest
from onrecord.errors import InputMissing
from onrecord.render import markdown
from onrecord.render.cases import Case, cases
from onrecord.render.noted import noted
from onrecord.settings import moment
from onrecord.surfaces.http.replies import about, reply
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.ordering import order_history
from onrecord.surfaces.web.asking import asked, revision
from onrecord.surfaces.web.briefs import unfinished
from onrecord.surfaces.web.forms import filled_in, words
from onrecord.surfaces.web.places import statement_at
from onrecord.surfaces.web.results import history_of, job_of, notes_on, report_of
from onrecord.surfaces.web.screens import screen
from onrecord.surfaces.web.sending import in_markdown
from onrecord.text.moments import format_moment

_MOST = 24
"""Checks of one page that are looked at for its statements, the newest and the one asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A verdict on a statement, in the check that made it."""

    job: Job
    case: Case

    @property
    def verdict(self) -> Verdict:
        """The verdict."""
        return self.case.verdict


async def statement(request: Request) -> Response:
    """Show a statement with its verdict as of a moment; a newer one is pointed at, never put in its place."""
    service, _ = asked(request, Role.READ)
    name, given = request.path_params["id"], request.query_params.get("as_of", "")
    standings = await service.quick.run(_standings, service, name)
    if not given:
        return RedirectResponse(statement_at(standings[0].verdict.statement, standings[0].verdict.as_of), 302)
    shown = _dated(standings, given)
    newest = standings[0]
    newer = newest if latest(newest.verdict.as_of) > latest(shown.verdict.as_of) else None
    page = await service.quick.run(lambda: report_of(service, shown.job).restoration)
    people = noted(await service.quick.run(notes_on, service, [shown.verdict]))
    return screen(
        request, "statement.html", shown=shown, newer=newer, standings=standings, page=page, noted=people, job=shown.job
    )


async def as_json(request: Request) -> Response:
    """Return the verdict of a permalink, as its report has it."""
    service, _ = asked(request, Role.READ)
    standings = await service.quick.run(_standings, service, request.path_params["id"])
    given = request.query_params.get("as_of", "")
    shown = _dated(standings, given) if given else standings[0]
    return reply(request, wire.verdict(shown.verdict), headers=about(as_of=shown.verdict.as_of))


async def order(request: Request) -> Response:
    """Have the verdict on a statement replayed, and lead to where that is told."""
    service, caller = asked(request, Role.CHECK)
    form = await filled_in(request)
    name, given = request.path_params["id"], words(form, "as_of")
    standings = await service.quick.run(_standings, service, name)
    shown = next((each for each in standings if format_moment(each.verdict.as_of) == given), standings[0])
    verdict, key = shown.verdict, f"history {name} {given} {revision(service)}"
    job = await service.quick.run(
        lambda: order_history(service, verdict.statement.text, as_of=verdict.as_of, by=caller.name, key=key)
    )
    request.state.target = job.id
    return RedirectResponse(f"/h/{job.id}?of={name}", 303)


async def history(request: Request) -> Response:
    """Show how the verdict on a statement changed, or that it is being replayed."""
    service, _ = asked(request, Role.READ)
    job, _ = await service.quick.run(job_of, service, JobKind.HISTORY, request.path_params["id"])
    if job.state is not JobState.DONE:
        return unfinished(request, job)
    told = await service.quick.run(history_of, service, job)
    of = request.query_params.get("of", "")
    checked = of if await service.quick.run(_checks_of, service, of) else None
    followed = told.statement.id in {watch.followed.id for watch in await service.quick.run(service.kept.followed.all)}
    return screen(request, "over_time.html", job=job, history=told, run=told.run, checked=checked, followed=followed)


async def as_markdown(request: Request) -> Response:
    """Return the history of a verdict as Markdown."""
    service, _ = asked(request, Role.READ)
    name = request.path_params["id"]
    return await in_markdown(
        service, lambda: markdown.history(history_of(service, job_of(service, JobKind.HISTORY, name)[0]))
    )


def _dated(standings: Sequence[Standing], given: str) -> Standing:
    """Return the verdict as of a date: the first there was, so that a permalink always says the same."""
    at = format_moment(moment(given))
    dated = [each for each in standings if format_moment(each.verdict.as_of) == at]
    if not dated:
        why, name = f"it was not checked as of {given[:40]}", standings[0].verdict.statement.id
        raise InputMissing("There is no such verdict", why=why, fix=f"see what there is of it at /s/{name}")
    return dated[-1]


def _checks_of(service: Service, name: str) -> list[Job]:
    """Return the checks in whose reports a statement stands, the newest first."""
    kept = service.kept.jobs.with_statement(name)
    return [job for job in kept if (job.kind, job.state) == (JobKind.CHECK, JobState.DONE)]


def _standings(service: Service, name: str) -> tuple[Standing, ...]:
    """Return the verdicts on a statement, that of the latest date first, and of one date the newest first."""
    jobs = _checks_of(service, name)
    found = []
    for job in (*jobs[:_MOST], *jobs[_MOST:][-1:]):
        report = report_of(service, job)
        found += [
            Standing(job=job, case=case)
            for case in cases(report.restoration, report.verdicts)
            if case.verdict.statement.id == name
        ]
    if not found:
        why, fix = "no check that is kept has it", "check the address, or have its page checked again"
        raise InputMissing(f"There is no statement {name[:40]}", why=why, fix=fix)
    return tuple(sorted(found, key=lambda each: latest(each.verdict.as_of), reverse=True))


ROUTES = (
    Route("/s/{id}.json", as_json),
    Route("/s/{id}", statement),
    Route("/s/{id}/history", order, methods=["POST"]),
    Route("/h/{id}.md", as_markdown),
    Route("/h/{id}", history),
)
