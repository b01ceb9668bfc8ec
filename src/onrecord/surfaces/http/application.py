"""The application: its routes, and what it says when something goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord import __version__
from onrecord.errors import InputMissing, OnrecordError, UsageError
from onrecord.surfaces.http.assistants import ASSISTANTS, Assistants
from onrecord.surfaces.http.gate import Gate, Refuse, refuse
from onrecord.surfaces.http.heads import Heads
from onrecord.surfaces.http.origins import LOOPBACK
from onrecord.surfaces.http.parameters import ALL_KNOWN
from onrecord.surfaces.http.replies import refusal
from onrecord.surfaces.http.routes import ROUTERS
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.problems import unexpected

_WORTH_PACKING = 1_000
"""Bytes; what is shorter fits into one packet as it is."""


def app(service: Service) -> FastAPI:
    """Return the application over ``service``; its routes find it as ``request.app.state.service``."""
    assistants = Assistants(service)
    made = FastAPI(
        title="onrecord",
        version=__version__,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=assistants.running,
    )
    made.state.service = service
    for router in ROUTERS:
        made.include_router(router, dependencies=[ALL_KNOWN] if router.prefix else [])
    made.router.routes.append(Route(ASSISTANTS, assistants, include_in_schema=False))
    made.add_middleware(GZipMiddleware, minimum_size=_WORTH_PACKING, compresslevel=5)
    made.add_middleware(Heads)
    made.add_exception_handler(OnrecordError, _refuse)
    made.add_exception_handler(RequestValidationError, _refuse_values)
    made.add_exception_handler(HTTPException, _refuse_route)
    made.add_exception_handler(Exception, _fail)
    return made


def gated(made: ASGIApp, service: Service, hosts: Iterable[str] = (), refuse: Refuse = refuse) -> ASGIApp:
    """Put the gate before an application, which answers under the names of this machine and ``hosts``."""
    return Gate(made, service, {*LOOPBACK, *hosts}, refuse)


async def _refuse(request: Request, error: Exception) -> Response:
    assert isinstance(error, OnrecordError)
    return refusal(error, instance=request.url.path)


async def _refuse_values(request: Request, error: Exception) -> Response:
    """Say which value of a request cannot be used; the value itself is not repeated."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"][1:]) or "the request"
    told = UsageError(f"{name} cannot be used as given", why=str(first["msg"]), fix="see /api/v1/openapi.json")
    return refusal(told, instance=request.url.path)


async def _refuse_route(request: Request, error: Exception) -> Response:
    """Say that there is nothing here, or nothing that is done this way."""
    assert isinstance(error, HTTPException)
    fix = "see /api/v1/openapi.json for what there is"
    if error.status_code == HTTPStatus.NOT_FOUND:
        known: OnrecordError = InputMissing("there is nothing here", why="no route has this address", fix=fix)
    else:
        why = HTTPStatus(error.status_code).phrase
        known = UsageError(f"{request.method} is not answered here", why=why, fix=fix)
    return refusal(known, instance=request.url.path, status=error.status_code, headers=error.headers)


async def _fail(request: Request, error: Exception) -> Response:
    return refusal(unexpected(error), instance=request.url.path)
