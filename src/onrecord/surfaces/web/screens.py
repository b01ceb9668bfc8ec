"""How a screen is set: templates of the desk before those of the report, in the language of whoever reads."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import Response

from onrecord.data import DateKind, JobKind, JobState, Role, Way
from onrecord.render.cases import ORDER
from onrecord.render.html import environment
from onrecord.surfaces.service import Caller, Service
from onrecord.surfaces.web import forms, places
from onrecord.surfaces.web.keys import KEYS
from onrecord.surfaces.web.languages import LANGUAGES, language_of, speaker
from onrecord.surfaces.web.spoken import words_in
from onrecord.surfaces.web.statics import address_of
from onrecord.surfaces.web.twins import twins_of

_TEMPLATES = Path(__file__).parent / "templates"
STATES = {
    JobState.WAITING: "waits for its turn",
    JobState.RUNNING: "is being worked on",
    JobState.DONE: "done",
    JobState.FAILED: "came to nothing",
    JobState.CANCELLED: "was stopped",
}
"""How far a job has come, in the words that translations start from."""
KINDS = {
    JobKind.CHECK: "Check",
    JobKind.BRIEF: "Brief",
    JobKind.ADD: "Addition",
    JobKind.HISTORY: "Verdict over time",
}
WAYS = {Way.WEBHOOK: "webhook", Way.MAIL: "mail", Way.COMMAND: "command"}
"""How somebody is told."""
DATES = {
    DateKind.STATED: "as it states itself",
    DateKind.GIVEN: "as whoever added it said",
    DateKind.ADDRESS: "as its address says",
}


def screen(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    twinned: bool = True,
    **values: Any,  # noqa: ANN401 (nouns of any kind)
) -> Response:
    """Answer with a page; ``twinned`` says whether other forms of it may be named."""
    language, token = language_of(request), forms.token_of(request)
    caller: Caller | None = getattr(request.state, "caller", None)
    read = request.method == "GET"
    known = {
        "here": request.url.path if read else "/",
        "back": f"{request.url.path}?{request.url.query}".removesuffix("?") if read else "/",
        "twins": twins_of(request.url.path, request.url.query) if twinned and read and status == 200 else (),
        "section": None,
        "run": None,
        "token": token,
        "me": caller,
        "empty": caller is not None and "app" in request.scope and _is_empty(request.app.state.service),
        "checks": caller is not None and caller.may(Role.CHECK),
        "writes": caller is not None and caller.may(Role.WRITE),
    }
    body = templates(language).get_template(template).render(**{**known, **values})
    told = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie", **(headers or {})}
    made = Response(body.encode("utf-8", "replace"), status, told, "text/html")
    forms.give(made, request, token)
    return made


def _is_empty(service: Service) -> bool:
    """Say whether there is an archive with something in it."""
    return bool(service.desks.current().notices)


@cache
def templates(language: str) -> Environment:
    """Return what sets the pages of the desk in a language."""
    made = environment(_TEMPLATES)
    made.globals.update(
        _=speaker(language),
        language=language,
        languages=LANGUAGES,
        static=address_of,
        held_at=places.held_at,
        once=forms.once,
        place_of=places.place_of,
        span_at=places.span_at,
        statement_at=places.statement_at,
        DATES=DATES,
        KINDS=KINDS,
        LABELS=ORDER,
        KEYS=KEYS,
        STATES=STATES,
        WAYS=WAYS,
    )
    made.globals.update(words_in(language))
    return made
