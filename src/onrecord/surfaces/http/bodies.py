"""Request bodies, unpacked and bounded: in bytes, as they are unpacked, and in the time they take to arrive."""

from __future__ import annotations

import asyncio
import zlib
from time import monotonic

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope

from onrecord.errors import InputMalformed, TooLarge, WrongMediaType
from onrecord.surfaces.service.limits import Limits

_GZIP = 16 + zlib.MAX_WBITS
_WHOLE = "send whole gzip"


def bounded(scope: Scope, receive: Receive, limits: Limits) -> Receive:
    """Return what receives the body of a request as it may be read; for whoever reads, it was never packed.

    Raises:
        TooLarge: it says itself that it is larger than what is read.
        WrongMediaType: it is packed in a way that is not read.
    """
    headers = MutableHeaders(scope=scope)
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip"):
        raise WrongMediaType("the request cannot be read", why=f"it is packed as {encoding}", fix="send gzip or plain")
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > limits.body:
        raise _too_large(limits)
    if encoding == "gzip":
        del headers["content-encoding"]
        del headers["content-length"]
    return _Body(receive, limits, packed=encoding == "gzip")


class _Body:
    """A body while it is received."""

    def __init__(self, receive: Receive, limits: Limits, *, packed: bool) -> None:
        self._receive, self._limits = receive, limits
        self._unpacking = zlib.decompressobj(_GZIP) if packed else None
        self._until = monotonic() + limits.body_seconds
        self._taken = 0
        self._ended = False

    async def __call__(self) -> Message:
        if self._ended:
            return await self._receive()
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - monotonic()))
        except TimeoutError:
            why = f"not all of it came within {self._limits.body_seconds:g} seconds"
            raise InputMalformed("the request broke off", why=why, fix="send it again") from None
        if message["type"] != "http.request":
            return message
        self._ended = not message.get("more_body", False)
        body = self._unpacked(message.get("body", b""))
        self._taken += len(body)
        if self._taken > self._limits.body:
            raise _too_large(self._limits)
        return {**message, "body": body}

    def _unpacked(self, part: bytes) -> bytes:
        """Unpack a part, never more of it than may still come."""
        if self._unpacking is None:
            return part
        try:
            body = self._unpacking.decompress(part, self._limits.body - self._taken + 1)
        except zlib.error as error:
            raise InputMalformed("the request cannot be read", why=str(error), fix=_WHOLE) from error
        if self._ended and not self._unpacking.eof and not self._unpacking.unconsumed_tail:
            raise InputMalformed("the request cannot be read", why="its gzip breaks off", fix=_WHOLE)
        return body


def _too_large(limits: Limits) -> TooLarge:
    why = (
        f"it has more than {limits.body >> 20} MiB"
        if limits.body >= 1 << 20
        else f"it has more than {limits.body} bytes"
    )
    return TooLarge("the request is too large", why=why, fix="take the article out of it, or split it")
