"""Pages as programs read them: beside a page stands the same as JSON, and as Markdown where there is that.

``/c/ID.json`` answers what the API does at ``/api/v1/checks/ID``, because the API answers it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.surfaces.web.languages import weight_of

JSON, MARKDOWN = "json", "md"
_FORMS = {JSON: ("application/json", "JSON"), MARKDOWN: ("text/markdown", "Markdown")}
_API = "/api/v1"

# Pages, and where the API has the same; what has a query keeps it.
_ANSWERED = (
    ("/c/{id}", "/checks/{id}"),
    ("/b/{id}", "/briefs/{id}"),
    ("/h/{id}", "/histories/{id}"),
    ("/a/{id}", "/jobs/{id}/result"),
    ("/d/{id}@{start}-{end}", "/documents/{id}/spans/{start}-{end}"),
    ("/d/{id}", "/documents/{id}"),
    ("/search", "/search"),
    ("/series", "/series"),
    ("/stories", "/stories"),
    ("/archive", "/archive"),
    ("/runs", "/jobs"),
    ("/following", "/followed"),
)
_DEFAULTS = {"/search": {"limit": "20"}, "/runs": {"limit": "40"}}
"""What a page shows where its address does not say, if the API would answer otherwise."""
_OF_PAGES = ("before",)
"""What only pages look for in their address: the report that this one follows."""
_NAMED = (
    (re.compile(r"/[cbh]/[^/]+|/b/[^/]+/changes|/(?:search|series|stories)|/following(?:/[^/]+)?"), (MARKDOWN,)),
    (
        re.compile(r"/[cbhads]/[^/]+|/b/[^/]+/changes|/(?:search|series|stories)|/archive|/runs|/following(?:/[^/]+)?"),
        (JSON,),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Another form of a page."""

    media_type: str
    name: str
    href: str


def twins_of(path: str, query: str) -> tuple[Twin, ...]:
    """Return the other forms of a page."""
    if path == "/search" and not dict(parse_qsl(query)).get("q", "").strip():
        return ()
    found = {form for page, forms in _NAMED for form in forms if page.fullmatch(path)}
    asked = f"?{query}" if query else ""
    return tuple(
        Twin(media_type=_FORMS[form][0], name=_FORMS[form][1], href=f"{path}.{form}{asked}")
        for form in _FORMS
        if form in found
    )


class _Answered:
    """Has the API answer in place of a page."""

    def __init__(self, page: str, place: str) -> None:
        self._page, self._place = page, place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        path = _API + self._place.format(**request.path_params)
        given = {name: each for name, each in request.query_params.items() if each and name not in _OF_PAGES}
        asked = {**_DEFAULTS.get(self._page, {}), **given}
        there = {"path": path, "raw_path": path.encode(), "query_string": urlencode(asked).encode()}
        api = request.app.state.api
        await api.router({**scope, **there, "path_params": {}, "app": api}, receive, send)


class Negotiated:
    """Answers a page in the form that ``Accept`` likes best of those it has (RFC 9110, 12.5.1)."""

    def __init__(self, desk: ASGIApp) -> None:
        """Stand before ``desk``."""
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._desk(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).add_vary_header("Accept")
            await send(message)

        liked = preferred(Headers(scope=scope).get("accept", ""))
        twin = next((one for one in twins_of(scope["path"], scope["query_string"].decode()) if one.name == liked), None)
        path = twin.href.partition("?")[0] if twin else scope["path"]
        await self._desk({**scope, "path": path, "raw_path": quote(path).encode()}, receive, told)


def preferred(accept: str) -> str | None:
    """Return the name of the form that is named and liked better than HTML; None where none is."""
    wishes = (wish.lower().partition(";") for wish in accept.split(","))
    liked = {kind.strip(): weight_of(after) for kind, _, after in wishes}
    best, name = max(_FORMS.values(), key=lambda form: liked.get(form[0], 0.0))
    return name if liked.get(best, 0.0) > liked.get("text/html", 0.0) else None


ROUTES = tuple(Route(f"{page}.json", _Answered(page, place)) for page, place in _ANSWERED)
