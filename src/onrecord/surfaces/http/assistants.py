"""Assistants over HTTP: the same tools as on standard input and output, behind the gate of the service."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from mcp.server.mcpserver import Context
from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from onrecord.data import Role
from onrecord.surfaces.http.asking import caller_of
from onrecord.surfaces.mcp import server
from onrecord.surfaces.service import Service

ASSISTANTS = "/mcp"
"""Where assistants ask."""


class Assistants:
    """Streamable HTTP at one address; no session is kept, so each request stands alone."""

    def __init__(self, service: Service) -> None:
        """Answer from what the service serves, in the threads that it keeps for work of a second or more."""
        reaches_out = service.settings.verifier == "endpoint"
        self._served = server(
            service.desks.current, service.slow, kept=lambda: service.kept, who=_writer, reaches_out=reaches_out
        )
        self._app = self._served.streamable_http_app(
            streamable_http_path=ASSISTANTS,
            stateless_http=True,
            max_request_body_size=service.limits.body,
            # Host, origin, token, size and rate are looked at by the gate, for every address alike.
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )

    @asynccontextmanager
    async def running(self, _: FastAPI) -> AsyncIterator[None]:
        """Answer until left."""
        async with self._served.session_manager.run():
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of whoever may have pages checked."""
        caller_of(Request(scope)).must(Role.CHECK)
        await self._app(scope, receive, send)


def _writer(context: Context[Any, Any]) -> str:
    """Return the name of whoever asks, if they may write."""
    request = context.request_context.request
    assert isinstance(request, Request), "HTTP hands each call its request"
    caller = caller_of(request)
    caller.must(Role.WRITE)
    return caller.name
