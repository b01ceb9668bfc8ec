"""Answers: JSON as the command line prints it, problems, and not sending again what the caller has."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from onrecord.data import Moment
from onrecord.errors import OnrecordError
from onrecord.surfaces.service.problems import MEDIA_TYPE, problem
from onrecord.text.moments import format_moment
from onrecord.wire import Json, encode

AS_OF = "Onrecord-As-Of"
REVISION = "Onrecord-Archive-Revision"
_RETRY_SECONDS = {429: "10", 503: "5"}


def about(*, as_of: Moment | None = None, revision: str | None = None) -> dict[str, str]:
    """Return the headers that say what date an answer is as of, and what state of the archive was read."""
    known = {AS_OF: as_of and format_moment(as_of), REVISION: revision}
    return {name: value for name, value in known.items() if value}


def reply(
    request: Request, given: Json | str, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with JSON: a shape, or what was encoded before."""
    return tagged(request, f"{given if isinstance(given, str) else encode(given)}\n", status=status, headers=headers)


def tagged(
    request: Request,
    given: str,
    *,
    media_type: str = "application/json",
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Answer with words; what is read has an ``ETag``, and who has it already gets 304."""
    body = given.encode()
    told = {"Cache-Control": "no-cache", **(headers or {})}
    if request.method in ("GET", "HEAD") and status == 200:
        told["ETag"] = etag = f'W/"{sha256(body).hexdigest()[:32]}"'
        if is_known(request, etag):
            return Response(status_code=304, headers=told)
    return Response(body, status, told, media_type)


def is_known(request: Request, etag: str) -> bool:
    """Say whether whoever asks has what goes by ``etag``, compared weakly (RFC 9110, 13.1.2)."""
    named = request.headers.get("if-none-match", "").split(",")
    return etag.removeprefix("W/") in (one.strip().removeprefix("W/") for one in named)


def refusal(
    error: OnrecordError, *, instance: str, status: int | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a problem."""
    shape = problem(error, instance=instance, status=status)
    told = {"Cache-Control": "no-store", **(headers or {})}
    if (seconds := _RETRY_SECONDS.get(shape["status"])) and "Retry-After" not in told:
        told["Retry-After"] = seconds
    if shape["status"] == 401:
        told["WWW-Authenticate"] = 'Bearer realm="onrecord"'
    return Response(f"{encode(shape)}\n".encode(), shape["status"], told, MEDIA_TYPE)
