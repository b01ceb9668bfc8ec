"""Who may do what, and who did what."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Role
from onrecord.surfaces.http.asking import TheCaller, TheService, needs
from onrecord.surfaces.http.describing import answers
from onrecord.surfaces.http.replies import reply
from onrecord.surfaces.service import shapes

router = APIRouter(prefix="/api/v1", tags=["people"])


@router.get("/me", summary="Say who asks", responses=answers(ok="service.me"), dependencies=[needs(Role.READ)])
async def me(request: Request, caller: TheCaller) -> Response:
    """Return the name and the role of whoever asks."""
    return reply(request, {"schema": wire.SCHEMA, "name": caller.name, "role": caller.role.name.lower()})


@router.get("/people", summary="List people", responses=answers(ok="service.people"), dependencies=[needs(Role.ADMIN)])
async def people(request: Request, service: TheService) -> Response:
    """Return everybody with their role; of tokens nothing is told."""
    found = await service.quick.run(service.kept.people.all)
    return reply(request, {"schema": wire.SCHEMA, "people": [shapes.person(one) for one in found]})


@router.get(
    "/audit",
    summary="Read the audit log, the newest line first",
    responses=answers(ok="service.audit"),
    dependencies=[needs(Role.ADMIN)],
)
async def audit(request: Request, service: TheService, limit: Annotated[int, Query(ge=1, le=1_000)] = 100) -> Response:
    """Return who did what, when, and how it was answered."""
    found = await service.quick.run(service.kept.deeds.newest, limit)
    return reply(request, {"schema": wire.SCHEMA, "deeds": [shapes.deed(one) for one in found]})
