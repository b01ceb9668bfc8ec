"""The application of the desk: its screens, and what it says when something goes wrong."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import InputMissing, OnrecordError, UsageError
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.problems import unexpected
from onrecord.surfaces.web import briefs, checks, following, house, notes, record, statements, topics, twins, work
from onrecord.surfaces.web.refusing import refused

ROUTES = tuple(
    route
    for screens in (twins, house, checks, briefs, topics, record, statements, following, notes, work)
    for route in screens.ROUTES
)


def add_pages(app: FastAPI, service: Service) -> None:
    """Let the desk answer what no route of ``app`` does."""
    desk = Starlette(
        routes=ROUTES,
        exception_handlers={OnrecordError: _refuse, HTTPException: _refuse_route, Exception: _fail},
    )
    desk.state.service = service
    desk.state.api = app
    app.router.default = twins.Negotiated(desk)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnrecordError)
    return refused(request.scope, error)


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Say that there is no such page."""
    assert isinstance(error, HTTPException)
    headers: Mapping[str, str] = error.headers or {}
    if error.status_code == 404:
        program = request.url.path.startswith("/api/")
        fix = "see /api/v1/openapi.json for what there is" if program else "go on from one of the screens named above"
        why = "nothing has this address"
        return refused(request.scope, InputMissing("There is nothing here", why=why, fix=fix), headers=headers)
    why, fix = f"{request.method} is not answered at this address", "open the page, and use what it offers"
    known = UsageError("The request is not answered", why=why, fix=fix)
    return refused(request.scope, known, status=error.status_code, headers=headers)


async def _fail(request: Request, error: Exception) -> Response:
    return refused(request.scope, unexpected(error))
