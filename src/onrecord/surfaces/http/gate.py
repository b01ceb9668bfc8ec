"""What every request passes before it is answered, and every answer before it leaves."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from time import monotonic
from traceback import format_tb
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.data import Deed
from onrecord.errors import OnrecordError
from onrecord.surfaces.http.bodies import bounded
from onrecord.surfaces.http.origins import check_host, check_origin
from onrecord.surfaces.http.rates import Rates
from onrecord.surfaces.http.replies import refusal
from onrecord.surfaces.http.tokens import token_of
from onrecord.surfaces.service import Service
from onrecord.surfaces.service.problems import unexpected

log = logging.getLogger("onrecord.http")

OPEN = ("/healthz", "/readyz", "/version", "/sign-in")
"""What is answered without a token: whoever watches over the process has none, nor has who is about to sign in."""
OPEN_FOLDER = "/static/"
"""The files that pages bring with them."""
SAFE = ("GET", "HEAD", "OPTIONS")
REQUEST_ID = "X-Request-ID"
_REQUEST_ID = re.compile(r"[\w.:-]{1,64}", re.ASCII)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        "trusted-types onrecord"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
"""Said with every answer: run nothing but our own scripts, be framed by nobody, tell no other site where we came from.

With ``no-referrer`` a browser would not say either where our own forms come from: their ``Origin`` would be ``null``.
"""


Refuse = Callable[[Scope, OnrecordError], ASGIApp]
"""Makes the answer to a request that failed."""


def refuse(scope: Scope, error: OnrecordError) -> ASGIApp:
    """Answer with a problem."""
    return refusal(error, instance=quote(scope["path"]))


class Gate:
    """The outermost layer: who asks, from where, how much, under which id; and one line of log for each."""

    def __init__(self, app: ASGIApp, service: Service, hosts: Iterable[str], refuse: Refuse) -> None:
        """Stand before ``app``, which answers under the names in ``hosts``; ``refuse`` says what was not let in."""
        self._app, self._service, self._hosts, self._refuse = app, service, frozenset(hosts), refuse
        self._rates = Rates(service.limits)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            await self._pass(scope, receive, send)
        elif scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = monotonic()
        given = Headers(scope=scope).get(REQUEST_ID, "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})
        leaving = _Leaving(send, {**HEADERS, REQUEST_ID: request_id})
        try:
            leaving.headers |= self._looked_at(scope)
            await self._app(scope, bounded(scope, receive, self._service.limits), leaving)
        except Exception as error:
            known = error if isinstance(error, OnrecordError) else unexpected(error)
            if known is not error:  # the words of the error may be those that were handed in
                trace = "".join(format_tb(error.__traceback__))
                log.error("%s failed: %s\n%s", request_id, type(error).__name__, trace)
            if not leaving.status:
                await self._refuse(scope, known)(scope, receive, leaving)
            elif not leaving.complete:  # too late to say so: the connection breaks off, and that says it
                raise
        finally:
            caller = scope["state"].get("caller")
            by = caller.name if caller else "-"
            action = f"{scope['method']} {quote(scope['path'])}"  # without its query, which may be anything
            log.info("%s %s %d %.0f ms %s", by, action, leaving.status, 1e3 * (monotonic() - began), request_id)
            if scope["method"] not in SAFE:
                await self._note(by, action, scope["state"].get("target", ""), leaving.status, request_id)

    def _looked_at(self, scope: Scope) -> dict[str, str]:
        """Find out who asks, from where and how much; return the headers that say what is left."""
        headers = Headers(scope=scope)
        check_host(headers, self._hosts)
        check_origin(headers, scope["method"])
        if scope["path"] in OPEN or scope["path"].startswith(OPEN_FOLDER):
            return {}
        caller = scope["state"]["caller"] = self._service.access.caller(token_of(headers))
        return self._rates.take(caller.name)

    async def _note(self, by: str, action: str, target: str, status: int, request_id: str) -> None:
        """Write a line into the audit log."""
        now = datetime.now(UTC)
        deed = Deed(at=now, by=by, action=action, target=target, status=status, request_id=request_id)
        try:
            await to_thread.run_sync(self._service.kept.deeds.note, deed)
        except OnrecordError as error:
            log.error("the audit log cannot be written: %s", error.why)


class _Leaving:
    """Sends an answer with what is said with every answer, and remembers how far it came."""

    def __init__(self, send: Send, headers: dict[str, str]) -> None:
        self.headers = headers
        self.status = 0
        self.complete = False
        self._send = send

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            leaving = MutableHeaders(scope=message)
            for name, value in self.headers.items():
                leaving.setdefault(name, value)
        await self._send(message)
        self.complete = message["type"] == "http.response.body" and not message.get("more_body", False)
