"""Memento (RFC 7089) over the archive: a page as it stood at a moment, and all the moments there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Header, Path
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord import wire
from onrecord.data import Holding, Moment, Role, latest
from onrecord.errors import InputMissing, UsageError
from onrecord.settings import as_of as governing
from onrecord.surfaces.http.asking import TheService, needs
from onrecord.surfaces.http.dates import format_http_date, parse_http_date
from onrecord.surfaces.http.describing import LINK_LIST, REDIRECT, answers
from onrecord.surfaces.http.replies import about, reply, tagged
from onrecord.surfaces.service.catalogue import standing

router = APIRouter(tags=["memento"], dependencies=[needs(Role.READ)])

LINKS = "application/link-format"
_STAMP = "%Y%m%d%H%M%S"
_DIGITS = len("20250519143000")
_LAST = 999_999
"""Microsecond of a second, which is as exact as these moments are: what came in the same second had come."""
Original = Annotated[str, Path(description="The address of the page.", min_length=1, max_length=4_000)]


@router.get("/timegate/{url:path}", status_code=302, summary="Go to a page as it stood at a moment", responses=REDIRECT)
async def timegate(
    request: Request,
    service: TheService,
    url: Original,
    accept_datetime: Annotated[str | None, Header(description="As of when; now when not given.")] = None,
) -> Response:
    """Lead to the version that stood at `Accept-Datetime`; to the first where that lies before all of them."""
    original = _original(request, url)
    as_of = latest(governing(parse_http_date(accept_datetime) if accept_datetime else None)).replace(microsecond=_LAST)
    versions = await _versions(service, original)
    headers = {"Vary": "Accept-Datetime", "Link": ", ".join(_links(original)), "Cache-Control": "no-cache"}
    return RedirectResponse(_place(standing(versions, as_of), original), 302, headers)


@router.get("/timemap/link/{url:path}", summary="List the moments a page is held of", responses=LINK_LIST)
async def timemap(request: Request, service: TheService, url: Original) -> Response:
    """List every version, a link a line."""
    original = _original(request, url)
    versions = await _versions(service, original)
    first, last = (format_http_date(_at(versions[end])) for end in (0, -1))
    page, gate, own = _links(original)
    own = own.replace('"timemap"', '"self"') + f'; from="{first}"; until="{last}"'
    lines = (page, gate, own, *_mementos(versions, versions, original))
    return tagged(request, ",\n".join(lines) + "\n", media_type=LINKS)


@router.get(
    "/memento/{stamp}/{url:path}",
    summary="Read a page as it stood at a moment",
    responses=answers(ok="document") | REDIRECT,
)
async def memento(
    request: Request,
    service: TheService,
    stamp: Annotated[str, Path(pattern=r"^\d{8}(\d{6})?$", description="A moment, such as 20250519143000.")],
    url: Original,
) -> Response:
    """Return the version that stood then, as a document; where its moment is another, lead there."""
    original = _original(request, url)
    versions = await _versions(service, original)
    found = standing(versions, _moment(stamp))
    if stamp != _stamped(found):
        return RedirectResponse(_place(found, original), 302, {"Cache-Control": "no-cache"})
    desk = service.desks.current()
    (held,) = await service.quick.run(desk.archive.mementos, [found.document_id])
    place = versions.index(found)
    near = sorted({0, max(0, place - 1), place, min(place + 1, len(versions) - 1), len(versions) - 1})
    links = (*_links(original), *_mementos(versions, (versions[each] for each in near), original))
    headers = {"Memento-Datetime": format_http_date(_at(found)), "Link": ", ".join(links)}
    return reply(request, wire.document(held.document), headers=headers | about(revision=desk.archive.revision))


async def _versions(service: TheService, url: str) -> tuple[Holding, ...]:
    """Return the versions that have a moment."""
    desk = service.desks.current()
    found = await service.quick.run(lambda: service.desks.catalogue(desk).versions(url))
    dated = tuple(one for one in found if one.version_at is not None)
    if not dated:
        why = "no copy of it has a date"
        raise InputMissing(f"nothing of {url[:200]} stood at a moment", why=why, fix="read it under /api/v1/documents")
    return dated


def _original(request: Request, url: str) -> str:
    """Return the address asked for; what stands behind its question mark is not ours but part of it."""
    query = request.url.query
    return f"{url}?{query}" if query else url


def _moment(stamp: str) -> datetime:
    """Read a moment of 14 digits, or a day of 8, which stands for its end."""
    try:
        return datetime.strptime(f"{stamp}235959"[:_DIGITS], _STAMP).replace(tzinfo=UTC, microsecond=_LAST)
    except ValueError as error:
        fix = "write it as 20250519143000, or 20250519"
        raise UsageError(f"{stamp} is no moment", why=str(error), fix=fix) from error


def _at(holding: Holding) -> Moment:
    assert holding.version_at is not None, "only such versions are asked for"
    return holding.version_at


def _stamped(holding: Holding) -> str:
    return latest(_at(holding)).strftime(_STAMP)


def _place(holding: Holding, url: str) -> str:
    return f"/memento/{_stamped(holding)}/{_written(url)}"


def _written(url: str) -> str:
    """Return an address as a path holds it."""
    return quote(url, safe=":/?=&%+,;@!*()~#[]$'")


def _links(url: str) -> tuple[str, str, str]:
    """Name the page, and where its versions are looked up."""
    return (
        f'<{_written(url)}>; rel="original"',
        f'</timegate/{_written(url)}>; rel="timegate"',
        f'</timemap/link/{_written(url)}>; rel="timemap"; type="{LINKS}"',
    )


def _mementos(versions: Sequence[Holding], shown: Iterable[Holding], url: str) -> Iterator[str]:
    """Name versions, the first and the last as such."""
    for one in shown:
        words = ["first"] * (one == versions[0]) + ["last"] * (one == versions[-1]) + ["memento"]
        yield f'<{_place(one, url)}>; rel="{" ".join(words)}"; datetime="{format_http_date(_at(one))}"'
