"""The archive: what it holds, its documents, and adding to it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Role
from onrecord.surfaces.http.asking import TheService, needs
from onrecord.surfaces.http.replies import about, reply

router = APIRouter(prefix="/api/v1", tags=["archive"])


@router.get("/archive", summary="Count what the archive holds", dependencies=[needs(Role.READ)])
async def stats(request: Request, service: TheService) -> Response:
    """Return the counts of `onrecord archive stats --json`."""
    desk = service.desks.current()
    found = await service.slow.run(lambda: wire.stats(desk.archive.stats()))
    return reply(request, found, headers=about(revision=desk.archive.revision))
