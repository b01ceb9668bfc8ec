"""What the routes ask of a request: the service, the caller, the date, the page in its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Header, Query
from fastapi.params import Depends as DependsOn
from pydantic import BaseModel, ValidationError
from starlette.requests import Request

from onrecord.data import Moment, Role, latest
from onrecord.errors import UsageError
from onrecord.settings import as_of as governing
from onrecord.settings import moment
from onrecord.surfaces.http.dates import parse_http_date
from onrecord.surfaces.http.parameters import require_placed
from onrecord.surfaces.service import Caller, Service
from onrecord.surfaces.service.asked import Handed, json_object
from onrecord.wiring import fetch

_WAIT = re.compile(r"(?:^|[,;\s])wait\s*=\s*(\d{1,4})", re.IGNORECASE)
Body = TypeVar("Body", bound=BaseModel)
LONGEST_WAIT = 60
"""Seconds that a request may wait for its job."""
_OF_A_PAGE = ("url", "published")
"""What a page says of itself in its own fields, and the address may say in their place."""


def service_of(request: Request) -> Service:
    """Return the service."""
    found: Service = request.app.state.service
    return found


def caller_of(request: Request) -> Caller:
    """Return who asks; the gate has found out."""
    found: Caller = request.state.caller
    return found


def needs(role: Role) -> DependsOn:
    """Return the dependency that lets nobody pass who may not do what ``role`` may."""

    def check(request: Request) -> None:
        caller_of(request).must(role)

    return DependsOn(check)


def _as_of(
    as_of: Annotated[
        str | None, Query(description="Use nothing published after this day or instant; now when not given.")
    ] = None,
    accept_datetime: Annotated[str | None, Header(description="The same as an HTTP date (RFC 7089).")] = None,
) -> Moment:
    if as_of is None and accept_datetime is not None:
        return governing(parse_http_date(accept_datetime))
    return governing(as_of)


def _since(
    since: Annotated[str | None, Query(description="Use nothing published up to this day or instant.")] = None,
) -> Moment | None:
    return None if since is None else moment(since)


TheService = Annotated[Service, Depends(service_of)]
TheCaller = Annotated[Caller, Depends(caller_of)]
AsOf = Annotated[Moment, Depends(_as_of)]
Since = Annotated[Moment | None, Depends(_since)]
Url = Annotated[str | None, Query(description="Where the page stands.", max_length=4_000)]
Published = Annotated[str | None, Query(description="When the page was published; goes before what it says itself.")]


def require_time_between(since: Moment | None, as_of: Moment) -> None:
    """Make sure that there is time between two dates.

    Raises:
        UsageError: there is none.
    """
    if since is not None and latest(since) >= latest(as_of):
        raise UsageError("there is no time between since and as_of", why="since is not earlier", fix="swap them")


def dates(as_of: str | None, since: str | None) -> tuple[Moment, Moment | None]:
    """Read the two dates of a body.

    Raises:
        UsageError: one is none, or there is no time between them.
    """
    until, after = governing(as_of), moment(since) if since else None
    require_time_between(after, until)
    return until, after


def sought(words: str) -> str:
    """Return words to look for.

    Raises:
        UsageError: there are none.
    """
    if not words.strip():
        raise UsageError("there is nothing to look for", why="the words are empty", fix="name a few words")
    return words.strip()


def checked(model: type[Body], body: bytes) -> Body:
    """Read a body of JSON as ``model`` has it.

    Raises:
        InputMalformed: it is no JSON object.
        UsageError: a value in it cannot be used.
    """
    try:
        return model.model_validate(json_object(body))
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"])) or "the request"
        raise UsageError(f"{name} cannot be used as given", why=first["msg"], fix="see /api/v1/openapi.json") from None


async def handed(request: Request, *, url: str | None = None, published: str | None = None) -> Handed:
    """Return the page in the body of a request; where that names an address only, the page that is found there."""
    media_type = request.headers.get("content-type", "application/octet-stream")
    given = Handed(media_type=media_type, body=await request.body(), url=url, published=published)

    def found() -> Handed:
        require_placed(request, given.stated(), read=_OF_A_PAGE)
        return given.found_at(fetch)

    return await service_of(request).slow.run(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """How whoever asks for a job wants it answered (RFC 7240)."""

    wait: int
    """Seconds to wait for its end before it is only promised."""


def _prefer(prefer: Annotated[str | None, Header(description="`wait=10`, or `respond-async`.")] = None) -> Preference:
    found = _WAIT.search(prefer or "")
    return Preference(wait=min(int(found[1]), LONGEST_WAIT) if found else 0)


Prefer = Annotated[Preference, Depends(_prefer)]
Key = Annotated[
    str | None,
    Header(alias="Idempotency-Key", min_length=1, max_length=200, description="The same key asks once, however often."),
]
