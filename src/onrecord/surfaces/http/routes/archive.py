"""The archive: what it holds, its documents and their versions, and adding to it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import Document, Holding, JobKind, Moment, Role, Span, latest
from onrecord.data import Request as Wanted
from onrecord.errors import InputEmpty, InputMissing
from onrecord.surfaces.http.asking import AsOf, Key, Prefer, TheCaller, TheService, needs
from onrecord.surfaces.http.cursors import link_next, read_cursor, write_cursor
from onrecord.surfaces.http.dates import format_http_date
from onrecord.surfaces.http.describing import DOCUMENTS_BODY, answers
from onrecord.surfaces.http.replies import about, reply
from onrecord.surfaces.http.results import promised
from onrecord.surfaces.service import Service
from onrecord.text.moments import format_moment
from onrecord.wiring import Desk

router = APIRouter(prefix="/api/v1", tags=["archive"])

DocumentId = Annotated[str, Path(description="An id, or six of its first characters or more.", max_length=64)]
_AROUND = 64
"""Characters of the text that are shown on either side of a span."""


@router.get(
    "/archive", summary="Count what the archive holds", responses=answers(ok="stats"), dependencies=[needs(Role.READ)]
)
async def stats(request: Request, service: TheService) -> Response:
    """Return the counts of `onrecord archive stats --json`."""
    desk = service.desks.current()
    found = await service.slow.run(service.desks.stats, desk)
    return reply(request, wire.stats(found), headers=about(revision=desk.archive.revision))


@router.get(
    "/documents",
    summary="List documents by date of publication",
    responses=answers(ok="service.documents"),
    dependencies=[needs(Role.READ)],
)
async def list_documents(
    request: Request,
    service: TheService,
    *,
    as_of: AsOf,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
) -> Response:
    """Return documents without their texts; those without a date are in no list that has one."""
    desk = service.desks.current()

    def found() -> tuple[list[wire.Json], str | None]:
        after = read_cursor(cursor) if cursor else None
        holdings, more = service.desks.catalogue(desk).page(as_of=as_of, after=after, limit=limit)
        documents = [one.document for one in desk.archive.mementos([one.document_id for one in holdings])]
        return [_without_text(one) for one in documents], holdings[-1].document_id if more else None

    shapes, last = await service.quick.run(found)
    after = write_cursor(last) if last else None
    shape = {"schema": wire.SCHEMA, "documents": shapes, "next": after}
    told = about(as_of=as_of, revision=desk.archive.revision) | link_next(request, after)
    return reply(request, shape, headers=told)


@router.get(
    "/documents/{document_id}",
    summary="Read a document",
    responses=answers(ok="document"),
    dependencies=[needs(Role.READ)],
)
async def read_document(request: Request, service: TheService, as_of: AsOf, document_id: DocumentId) -> Response:
    """Return a document with its text, as `onrecord archive show --json` does."""
    desk = service.desks.current()
    document = await service.quick.run(_document, service, desk, document_id, as_of)
    return reply(request, wire.document(document), headers=_told(desk, document, as_of))


@router.get(
    "/documents/{document_id}/spans/{start}-{end}",
    summary="Read a span of a document",
    responses=answers(ok="service.span"),
    dependencies=[needs(Role.READ)],
)
async def read_span(
    request: Request,
    service: TheService,
    *,
    as_of: AsOf,
    document_id: DocumentId,
    start: Annotated[int, Path(ge=0, le=1 << 40)],
    end: Annotated[int, Path(ge=1, le=1 << 40)],
) -> Response:
    """Return the words of a span, with a little of what stands around them; offsets count code points."""
    desk = service.desks.current()
    document = await service.quick.run(_document, service, desk, document_id, as_of)
    try:
        quote = document.quote(Span(start=start, end=end), around=_AROUND)
    except ValueError as error:
        raise InputMissing("there is no such span", why=str(error), fix="read the document, and count again") from error
    shape = {
        "schema": wire.SCHEMA,
        "document_id": document.id,
        "start": start,
        "end": end,
        "exact": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }
    return reply(request, shape, headers=_told(desk, document, as_of))


@router.get(
    "/documents/{document_id}/versions",
    summary="List the versions of a page",
    responses=answers(ok="service.versions"),
    dependencies=[needs(Role.READ)],
)
async def list_versions(request: Request, service: TheService, as_of: AsOf, document_id: DocumentId) -> Response:
    """Return what is held of a document's page, the oldest version first, each with when it counts from."""
    desk = service.desks.current()

    def found() -> list[wire.Json]:
        catalogue = service.desks.catalogue(desk)
        one = catalogue.named(document_id)
        return [_version(each) for each in (catalogue.versions(one.url) if one.url else (one,))]

    shape = {"schema": wire.SCHEMA, "versions": await service.quick.run(found)}
    return reply(request, shape, headers=about(as_of=as_of, revision=desk.archive.revision))


@router.post(
    "/documents",
    status_code=202,
    summary="Add documents",
    responses=answers(ok="service.added", accepted="service.job"),
    openapi_extra=DOCUMENTS_BODY,
    dependencies=[needs(Role.WRITE)],
)
async def add_documents(
    request: Request,
    service: TheService,
    caller: TheCaller,
    *,
    prefer: Prefer,
    name: Annotated[
        str | None, Query(max_length=200, description="A file name; its ending may say the format.")
    ] = None,
    key: Key = None,
) -> Response:
    """Add pages, JSON Lines, WARC, feeds: whatever `onrecord add` reads, a file a request.

    Answers 202 with a job, or 200 with the counts where `Prefer: wait=N` gives it the time.
    """
    wanted = Wanted(about=wire.encode({"name": name}), body=await request.body())
    if not wanted.body:
        raise InputEmpty("there is nothing to add", why="the request is empty", fix="send a file")
    title = name or "documents"
    job = await service.quick.run(
        lambda: service.jobs.submit(JobKind.ADD, wanted, title=title, by=caller.name, key=key)
    )
    return await promised(request, service, job, wait=prefer.wait)


def _document(service: Service, desk: Desk, name: str, as_of: Moment) -> Document:
    """Return a document that was published by ``as_of``, or has no date."""
    one = service.desks.catalogue(desk).named(name)
    if one.published_at is not None and latest(one.published_at) > latest(as_of):
        why = f"it was published later, on {format_moment(one.published_at)}"
        raise InputMissing(f"there is no document {name} as of then", why=why, fix="ask as of a later date")
    (memento,) = desk.archive.mementos([one.document_id])
    return memento.document


def _told(desk: Desk, document: Document, as_of: Moment) -> dict[str, str]:
    at = document.version_at
    dated = {"Memento-Datetime": format_http_date(at)} if at else {}
    links = {"Link": f'<{document.url}>; rel="original"'} if document.url and document.url.isascii() else {}
    known = about(as_of=as_of, revision=desk.archive.revision)
    return {**known, **dated, **links, "Vary": "Accept-Datetime"}


def _without_text(document: Document) -> wire.Json:
    return {key: value for key, value in wire.document(document).items() if key not in ("schema", "text")}


def _version(holding: Holding) -> wire.Json:
    known = {"published_at": holding.published_at, "version_at": holding.version_at}
    return {
        "document_id": holding.document_id,
        "url": holding.url,
        **{name: at and format_moment(at) for name, at in known.items()},
    }
