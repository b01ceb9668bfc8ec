"""What belongs to a page, and what it states; the archive is not asked."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord import engine, wire
from onrecord.data import Role
from onrecord.surfaces.http.asking import Published, TheService, Url, handed, needs
from onrecord.surfaces.http.describing import PAGE_BODY, answers
from onrecord.surfaces.http.replies import reply

router = APIRouter(prefix="/api/v1", tags=["pages"], dependencies=[needs(Role.CHECK)])


@router.post(
    "/restore", summary="Say which words belong to a page", responses=answers(ok="restoration"), openapi_extra=PAGE_BODY
)
async def restore(request: Request, service: TheService, url: Url = None, published: Published = None) -> Response:
    """Label the blocks of a page and find what does not belong to it, as `onrecord restore --json` does."""
    given = await handed(request, url=url, published=published)
    found = await service.slow.run(lambda: wire.restoration(engine.restore(given.page())))
    return reply(request, found)


@router.post(
    "/statements", summary="List what a page states", responses=answers(ok="statements"), openapi_extra=PAGE_BODY
)
async def statements(request: Request, service: TheService, url: Url = None, published: Published = None) -> Response:
    """List the statements of a page: who said what, and when, as `onrecord statements --json` does."""
    given = await handed(request, url=url, published=published)
    found = await service.slow.run(lambda: wire.statements(engine.extract(engine.restore(given.page()))))
    return reply(request, found)
