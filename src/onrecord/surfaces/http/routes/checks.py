"""Checks of pages, which are jobs, and verdicts on single statements, which are answered at once."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord import engine, wire
from onrecord.data import JobKind, Role
from onrecord.errors import UsageError
from onrecord.surfaces.http.asking import AsOf, Key, Prefer, Published, TheCaller, TheService, Url, handed, needs
from onrecord.surfaces.http.describing import PAGE_BODY, STATEMENTS_BODY, answers
from onrecord.surfaces.http.parameters import require_fields, require_placed
from onrecord.surfaces.http.replies import about, reply
from onrecord.surfaces.http.results import made_of, promised
from onrecord.surfaces.service.asked import json_object
from onrecord.surfaces.service.ordering import order_check
from onrecord.wire.view import View

router = APIRouter(prefix="/api/v1", tags=["checks"])

MOST_STATEMENTS = 32
"""Statements that are checked at once; a page with more is a job."""


@router.post(
    "/checks",
    status_code=202,
    summary="Have a page checked",
    responses=answers(ok="report", accepted="service.job"),
    openapi_extra=PAGE_BODY,
    dependencies=[needs(Role.CHECK)],
)
async def ask_check(
    request: Request,
    service: TheService,
    caller: TheCaller,
    *,
    as_of: AsOf,
    prefer: Prefer,
    url: Url = None,
    published: Published = None,
    max_statements: Annotated[
        int | None, Query(ge=1, le=100_000, description="Check the N most worth it only.")
    ] = None,
    key: Key = None,
) -> Response:
    """Say what the record says of each statement of a page, as `onrecord check --json` does.

    Answers 202 with a job, or 200 with the report where `Prefer: wait=N` gives it the time.
    """
    given = await handed(request, url=url, published=published)
    job = await service.slow.run(
        lambda: order_check(service, given, as_of=as_of, by=caller.name, max_statements=max_statements, key=key)
    )
    return await promised(request, service, job, wait=prefer.wait)


@router.get(
    "/checks/{check_id}",
    summary="Read a report",
    responses=answers(ok="report", accepted="service.job"),
    dependencies=[needs(Role.READ)],
)
async def read_check(request: Request, service: TheService, check_id: str) -> Response:
    """Return the report of a check; 202 with its job while it is worked on."""
    return await made_of(request, service, JobKind.CHECK, check_id)


@router.post(
    "/verdicts",
    summary="Check statements that stand on no page",
    responses=answers(ok="service.verdicts"),
    openapi_extra=STATEMENTS_BODY,
    dependencies=[needs(Role.CHECK)],
)
async def verdicts(request: Request, service: TheService, as_of: AsOf) -> Response:
    """Say what the record says of up to 32 statements, each under the id it came with.

    Their "this week" is that of ``as_of``.
    """
    given = json_object(await request.body())
    require_placed(request, given)
    require_fields(given, ("statements",))
    view = View(given)
    texts = [(each["text"].words(), each.value.get("id", place)) for place, each in enumerate(view["statements"])]
    for each in view["statements"]:
        require_placed(request, each.value)
    if not 0 < len(texts) <= MOST_STATEMENTS:
        why = f"there are {len(texts)}, and from 1 to {MOST_STATEMENTS} are checked at once"
        raise UsageError("the statements were not checked", why=why, fix="send fewer, or a page to /api/v1/checks")
    desk = service.desks.current()
    asked = [(engine.statement_of(text, said=as_of), as_of) for text, _ in texts]
    found = await service.slow.run(desk.check_statements, asked)
    shapes = [{"id": name, **wire.verdict(one)} for (_, name), one in zip(texts, found, strict=True)]
    told = about(as_of=as_of, revision=desk.archive.revision)
    return reply(request, {"schema": wire.SCHEMA, "verdicts": shapes}, headers=told)
