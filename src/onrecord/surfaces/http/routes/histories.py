"""Histories of statements, which are jobs."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from onrecord.data import JobKind, Role
from onrecord.surfaces.http.asking import Key, Prefer, TheCaller, TheService, checked, dates, needs, sought
from onrecord.surfaces.http.describing import answers, body_of
from onrecord.surfaces.http.results import made_of, promised
from onrecord.surfaces.service.ordering import order_history

router = APIRouter(prefix="/api/v1", tags=["histories"])


class Asked(BaseModel):
    """Whose history to replay."""

    model_config = ConfigDict(extra="forbid", strict=True)

    statement: Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
    as_of: str | None = Field(None, description="End with this day or instant; now if not given.")
    since: str | None = Field(None, description="Begin with this day; before the first report if not given.")


@router.post(
    "/histories",
    status_code=202,
    summary="Have the verdict on a statement replayed",
    responses=answers(ok="history", accepted="service.job"),
    openapi_extra=body_of(Asked),
    dependencies=[needs(Role.CHECK)],
)
async def ask_history(
    request: Request, service: TheService, caller: TheCaller, prefer: Prefer, key: Key = None
) -> Response:
    """Say how the verdict changed from day to day, from the archive alone, as `onrecord history --json` does."""
    given = checked(Asked, await request.body())
    as_of, since = dates(given.as_of, given.since)
    statement = sought(given.statement)
    job = await service.quick.run(
        lambda: order_history(service, statement, as_of=as_of, since=since, by=caller.name, key=key)
    )
    return await promised(request, service, job, wait=prefer.wait)


@router.get(
    "/histories/{history_id}",
    summary="Read a history",
    responses=answers(ok="history", accepted="service.job"),
    dependencies=[needs(Role.READ)],
)
async def read_history(request: Request, service: TheService, history_id: str) -> Response:
    """Return a history; 202 with its job while it is worked on."""
    return await made_of(request, service, JobKind.HISTORY, history_id)
