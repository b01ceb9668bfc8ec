"""What people write at the desk: notes on statements, on words of a document and on briefs, and answers."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.data import Act, Label, Note, Role, Ruling, Target
from onrecord.errors import InputEmpty, UsageError
from onrecord.settings import moment
from onrecord.surfaces.service import Caller, Service
from onrecord.surfaces.service.noting import act, in_brief, in_check, in_document, ruling
from onrecord.surfaces.web.asking import asked
from onrecord.surfaces.web.forms import filled_in, key_of, within, words
from onrecord.surfaces.web.record import document_of


async def write(request: Request) -> Response:
    """Keep a note, and lead back to what it is on."""
    service, caller = asked(request, Role.WRITE)
    form = await filled_in(request)
    made = await service.quick.run(_written, service, caller, form)
    request.state.target = made.id
    return RedirectResponse(within(words(form, "back")), 303)


async def change(request: Request) -> Response:
    """Settle a note, open it again, change it or take it back, and lead back to where it stands."""
    service, caller = asked(request, Role.WRITE)
    form = await filled_in(request)
    name = request.state.target = request.path_params["id"]
    done, version = words(form, "act"), words(form, "version")
    if done not in {*Act} or not (version.isascii() and version.isdecimal()):
        raise UsageError("Nothing was done to the note", why="the form is not whole", fix="send it from its page")
    said = _said(form) if done == Act.CHANGED else ""
    await service.quick.run(lambda: act(service.kept, caller, name, Act(done), version=int(version), words=said))
    return RedirectResponse(within(words(form, "back")), 303)


def _written(service: Service, caller: Caller, form: FormData) -> Note:
    said, answered = _said(form), words(form, "reply_to")
    target, ruled = (None, None) if answered else _target(service, form)
    return service.kept.notes.write(
        said, by=caller.name, target=target, reply_to=answered or None, ruling=ruled, key=key_of(form)
    )


def _target(service: Service, form: FormData) -> tuple[Target, Ruling | None]:
    """Return what a note is about, and the verdict that it holds against ours."""
    if check := words(form, "check"):
        target, machine = in_check(service.kept, check, words(form, "statement"))
        person = words(form, "overrule")
        return target, ruling(machine, Label(person)) if person in {*Label} else None
    if name := words(form, "document"):
        return in_document(document_of(service, name), words(form, "quote").replace("\r\n", "\n")), None
    return in_brief(words(form, "topic"), moment(words(form, "as_of"))), None


def _said(form: FormData) -> str:
    said = words(form, "words").replace("\r\n", "\n")
    if not said:
        raise InputEmpty("The note was not kept", why="there are no words in it", fix="write what you want to say")
    return said


ROUTES = (
    Route("/notes", write, methods=["POST"]),
    Route("/notes/{id}", change, methods=["POST"]),
)
