"""HEAD, answered wherever GET is: whoever looks whether something is there, or at a TimeGate (RFC 7089), asks so."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_STREAMS = ("/events", "/mcp")
"""How the address of a stream ends: GET would not be answered to its end, so HEAD is left to who answers there."""


class Heads:
    """Answers HEAD with what GET would be answered, without its body (RFC 9110, 9.3.2)."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD" or scope["path"].endswith(_STREAMS):
            await self._app(scope, receive, send)
            return

        async def told(message: Message) -> None:
            await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

        await self._app({**scope, "method": "GET"}, receive, told)
