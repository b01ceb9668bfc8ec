"""Whether the process lives, whether it can work, and what it is."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord import __version__
from onrecord.surfaces.http.asking import TheService
from onrecord.surfaces.http.describing import answers, description
from onrecord.surfaces.http.replies import about, reply
from onrecord.wire import SCHEMA

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Whether the process lives", responses=answers(ok="service.state"))
async def healthz(request: Request) -> Response:
    """Answer, which is all that is asked."""
    return reply(request, {"schema": SCHEMA, "state": "alive"})


@router.get("/readyz", summary="Whether it can work", responses=answers(ok="service.state"))
async def readyz(request: Request, service: TheService) -> Response:
    """Read the archive and the store once."""

    def look() -> str:
        service.kept.jobs.newest(limit=1)
        return service.desks.current().archive.revision

    revision = await service.quick.run(look)
    return reply(request, {"schema": SCHEMA, "state": "ready"}, headers=about(revision=revision))


@router.get("/version", summary="Which version it is", responses=answers(ok="service.version"))
async def version(request: Request) -> Response:
    """Name the version and the schema of its JSON."""
    return reply(request, {"schema": SCHEMA, "version": __version__})


@router.get("/api/v1/openapi.json", include_in_schema=False)
async def openapi(request: Request) -> Response:
    """Return the OpenAPI description of all this."""
    return reply(request, description().rstrip("\n"))
