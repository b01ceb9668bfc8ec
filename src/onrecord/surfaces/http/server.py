"""The server: uvicorn on one address, with patience for nobody who sends a request drop by drop."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.errors import UsageError
from onrecord.surfaces.service import Limits

KEEP_ALIVE = 15
"""Seconds that a connection may idle between two requests."""
LAST_SECONDS = 10
"""That requests have to end in when the process is told to."""


def require_safe(host: str, *, people: bool) -> None:
    """Make sure that the service is not offered to others while everybody may do everything.

    Raises:
        UsageError: it would be.
    """
    if not people and not is_loopback(host):
        why = "there it answers other machines too, and nobody was added, so that everybody could do everything"
        fix = "first `onrecord people add NAME --role admin`, or leave --host out"
        raise UsageError(f"the service does not start on {host}", why=why, fix=fix)


def is_loopback(host: str) -> bool:
    """Say whether only this machine reaches ``host``."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def listen(host: str, port: int) -> socket.socket:
    """Take an address to listen on.

    Raises:
        UsageError: it cannot be had.
    """
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        # Named TCP, asyncio sends at once (TCP_NODELAY); else a body waits 40 ms for its head to be acknowledged.
        made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen()  # who calls before the first answer is ready waits for it
    except OSError as error:
        fix = "name another with --port or --host"
        raise UsageError(f"{host}:{port} cannot be had", why=str(error.strerror or error), fix=fix) from error
    return made


def server(app: ASGIApp, limits: Limits) -> uvicorn.Server:
    """Return what answers requests, once it is run with sockets."""
    config = uvicorn.Config(
        app,
        http=_protocol(limits.head_seconds),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LAST_SECONDS,
        h11_max_incomplete_event_size=64 << 10,
    )
    return uvicorn.Server(config)


def _protocol(seconds: float) -> type[asyncio.Protocol]:
    """Return the protocol that hangs up on whoever has not sent the head of a request after some seconds."""

    class Patient(H11Protocol):
        def connection_made(self, transport: Any) -> None:  # noqa: ANN401 (asyncio's own type)
            super().connection_made(transport)
            self._due = self.loop.call_later(seconds, self._hang_up)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self._due.cancel()
            elif self._due.cancelled():  # the head of another request has begun
                self._due = self.loop.call_later(seconds, self._hang_up)

        def connection_lost(self, exc: Exception | None) -> None:
            self._due.cancel()
            super().connection_lost(exc)

        def _hang_up(self) -> None:
            if not self.transport.is_closing():
                self.transport.close()

    return Patient
