"""Errors as a reader meets them: a page where a browser asks, the problem of the API where a program does."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Scope

from onrecord.errors import NotSignedIn, OnrecordError
from onrecord.surfaces.http.replies import refusal
from onrecord.surfaces.service.problems import code_of
from onrecord.surfaces.status import status_of
from onrecord.surfaces.web.screens import screen


def refused(
    scope: Scope, error: OnrecordError, *, status: int | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with an error; whoever is not signed in may do so on the page that says it."""
    request = Request(scope)
    if request.url.path.startswith("/api/") or "text/html" not in request.headers.get("accept", ""):
        return refusal(error, instance=quote(request.url.path), status=status, headers=headers)
    wanted = request.url.path if request.method == "GET" else "/"
    return screen(
        request,
        "refused.html",
        status=status or status_of(error).http,
        headers=headers,
        error=error,
        code=code_of(error),
        sign_in=wanted if isinstance(error, NotSignedIn) else None,
        tried=request.url.path == "/sign-in",
    )
