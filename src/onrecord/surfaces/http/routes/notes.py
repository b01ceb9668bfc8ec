"""Notes: written, answered, changed, settled, taken back; none is lost, and each keeps its history."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord import wire
from onrecord.data import LONGEST_NOTE, Act, Document, Label, Note, Role
from onrecord.data import Request as Wanted
from onrecord.errors import InputMissing, StateConflict, UsageError
from onrecord.settings import as_of as governing
from onrecord.surfaces.http.asking import Key, TheCaller, TheService, checked, needs
from onrecord.surfaces.http.cursors import link_next, read_cursor, write_cursor
from onrecord.surfaces.http.describing import answers, body_of
from onrecord.surfaces.http.replies import is_known, refusal, reply, tagged
from onrecord.surfaces.service import Caller, Service
from onrecord.surfaces.service.noting import Placed, in_brief, in_check, in_document, on_document, ruling
from onrecord.surfaces.service.noting import act as act_on
from onrecord.write.annotations import page as annotation_page

router = APIRouter(prefix="/api/v1/notes", tags=["notes"])

NOTE = answers(ok="notes.note")
WRITTEN: dict[int | str, dict[str, Any]] = {201: NOTE[200]}
PAGE: dict[int | str, dict[str, Any]] = {
    200: {"description": "An AnnotationPage.", "content": {"application/ld+json": {"schema": {"type": "object"}}}}
}
IfMatch = Annotated[str | None, Header(alias="If-Match", description="The ETag of the version that was read.")]


class Written(BaseModel):
    """A new note: about words of a document, a statement of a check, a brief, or in answer to a note."""

    model_config = ConfigDict(extra="forbid")

    words: str = Field(min_length=1, max_length=LONGEST_NOTE)
    document_id: str | None = None
    quote: str | None = Field(None, max_length=10_000)
    check_id: str | None = None
    statement_id: str | None = None
    overrule: Label | None = Field(None, description="What you hold the statement to be; the words are the reason.")
    topic: str | None = Field(None, max_length=1_000)
    as_of: str | None = None
    reply_to: str | None = None


class Changed(BaseModel):
    """What is done to a note: other words, or whether it is settled."""

    model_config = ConfigDict(extra="forbid")

    words: str | None = Field(None, min_length=1, max_length=LONGEST_NOTE)
    resolved: bool | None = None


@router.post(
    "",
    status_code=201,
    summary="Write a note",
    responses=WRITTEN,
    openapi_extra=body_of(Written),
    dependencies=[needs(Role.WRITE)],
)
async def write(request: Request, service: TheService, caller: TheCaller, key: Key = None) -> Response:
    """Keep a note; it is on the disk when this is answered. A verdict that is overruled stays, and both are shown."""
    body = await request.body()
    asked, digest = checked(Written, body), Wanted(about="note", body=body).digest
    made = await service.quick.run(lambda: _write(service, asked, caller.name, key=key, digest=digest))
    request.state.target = made.id
    where = {"Location": f"/api/v1/notes/{made.id}", "ETag": _tag(made)}
    return reply(request, {"schema": wire.SCHEMA, **wire.note_shape(made)}, status=201, headers=where)


@router.get("", summary="List notes", responses=answers(ok="notes"), dependencies=[needs(Role.READ)])
async def list_notes(
    request: Request,
    service: TheService,
    *,
    document_id: Annotated[str | None, Query(description="On a document and on other versions of it.")] = None,
    statement_id: Annotated[str | None, Query(description="On a statement.")] = None,
    topic: Annotated[str | None, Query(description="On briefs of a topic.")] = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Return notes, the oldest first, and as `next` the cursor of those that follow.

    With ``document_id`` all of them, each with `anchor` where its words stand in that version; null where they do not.
    """
    if document_id:
        placed = await service.quick.run(_on_document, service, document_id)
        shapes, after = [wire.note_shape(one.note, one.anchor) for one in placed], None
    else:
        begun, notes = read_cursor(cursor) if cursor else "", service.kept.notes
        found = await service.quick.run(
            lambda: notes.on(statement_id=statement_id, topic=topic, after=begun, limit=limit + 1)
        )
        shapes = [wire.note_shape(one) for one in found[:limit]]
        after = write_cursor(found[limit - 1].id) if len(found) > limit else None
    return reply(request, {"schema": wire.SCHEMA, "notes": shapes, "next": after}, headers=link_next(request, after))


@router.get(".jsonld", summary="Export notes as W3C Web Annotations", responses=PAGE, dependencies=[needs(Role.READ)])
async def export(request: Request, service: TheService) -> Response:
    """Return all notes but those taken back as one AnnotationPage."""
    found = await service.quick.run(service.kept.notes.on)
    return tagged(request, wire.encode(annotation_page(found)), media_type="application/ld+json")


@router.get("/{note_id}", summary="Read a note with its history", responses=NOTE, dependencies=[needs(Role.READ)])
async def read(request: Request, service: TheService, note_id: str) -> Response:
    """Return a note."""
    found = await service.quick.run(service.kept.notes.get, note_id)
    if is_known(request, _tag(found)):
        return Response(status_code=304, headers={"ETag": _tag(found)})
    return _told(request, found)


@router.patch(
    "/{note_id}",
    summary="Change a note, settle it, or open it again",
    responses=NOTE,
    openapi_extra=body_of(Changed),
    dependencies=[needs(Role.WRITE)],
)
async def change(
    request: Request, service: TheService, caller: TheCaller, note_id: str, if_match: IfMatch = None
) -> Response:
    """Add to the history of a note. Its words are changed by whoever wrote it; anybody who may write may settle it."""
    asked = checked(Changed, await request.body())
    if (asked.words is None) == (asked.resolved is None):
        raise UsageError("one thing is changed at a time", why="it takes words or resolved", fix="send one of them")
    if asked.words is not None:
        return await _act(
            request, service, caller, note_id=note_id, act=Act.CHANGED, if_match=if_match, words=asked.words
        )
    act = Act.RESOLVED if asked.resolved else Act.REOPENED
    return await _act(request, service, caller, note_id=note_id, act=act, if_match=if_match)


@router.delete("/{note_id}", summary="Take a note back", responses=NOTE, dependencies=[needs(Role.WRITE)])
async def withdraw(
    request: Request, service: TheService, caller: TheCaller, note_id: str, if_match: IfMatch = None
) -> Response:
    """Mark a note as taken back by whoever wrote it; it stays readable."""
    return await _act(request, service, caller, note_id=note_id, act=Act.WITHDRAWN, if_match=if_match)


async def _act(
    request: Request, service: Service, caller: Caller, *, note_id: str, act: Act, if_match: str | None, words: str = ""
) -> Response:
    """Do something to the version of a note that whoever asks has seen."""

    def work() -> Note:
        seen = _version(if_match, service.kept.notes.get(note_id))
        return act_on(service.kept, caller, note_id, act, version=seen, words=words)

    try:
        made = await service.quick.run(work)
    except StateConflict as error:
        return refusal(error, instance=request.url.path, status=412 if if_match else 428)
    request.state.target = made.id
    return _told(request, made)


def _version(if_match: str | None, held: Note) -> int:
    if if_match is None:
        raise StateConflict("the note was not changed", why="If-Match is missing", fix=f"send If-Match: {_tag(held)}")
    return held.version if if_match.strip() == _tag(held) else -1


def _told(request: Request, note: Note) -> Response:
    told = reply(request, {"schema": wire.SCHEMA, **wire.note_shape(note)})
    told.headers["ETag"] = _tag(note)
    return told


def _tag(note: Note) -> str:
    return f'"{note.id}-{note.version}"'


def _write(service: Service, asked: Written, by: str, *, key: str | None, digest: str) -> Note:
    about = [one for one in (asked.document_id, asked.check_id, asked.topic, asked.reply_to) if one]
    if len(about) != 1:
        fix = "give one of document_id, check_id, topic and reply_to"
        raise UsageError("a note is about one thing", why=f"{len(about)} are given", fix=fix)
    target = ruled = None
    if asked.document_id:
        target = in_document(_document(service, asked.document_id), asked.quote or "")
    elif asked.check_id:
        target, machine = in_check(service.kept, asked.check_id, asked.statement_id or "")
        ruled = ruling(machine, asked.overrule) if asked.overrule else None
    elif asked.topic:
        target = in_brief(asked.topic, governing(asked.as_of))
    if asked.overrule and ruled is None:
        why = "only a verdict of a check can be overruled"
        raise UsageError("there is nothing to overrule", why=why, fix="give check_id and statement_id")
    return service.kept.notes.write(
        asked.words, by=by, target=target, reply_to=asked.reply_to, ruling=ruled, key=key, digest=digest
    )


def _on_document(service: Service, name: str) -> tuple[Placed, ...]:
    return on_document(service.kept, _document(service, name))


def _document(service: Service, name: str) -> Document:
    found = service.desks.current().archive.mementos([name])
    if not found:
        why = "the archive holds none of that id"
        raise InputMissing(f"there is no document {name[:64]!r}", why=why, fix="take the id of a source")
    return found[0].document
