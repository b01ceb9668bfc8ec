"""Fetching a page of the web, no more of it than a page has; every hop is held to :mod:`onrecord.adapters.reaching`."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, nullcontext, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from time import monotonic
from typing import Protocol
from urllib.parse import urljoin

import httpx2

from onrecord.adapters.reaching import client_for, request_to, unreached
from onrecord.errors import NotNow

_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_NOT_MODIFIED = 304
_LEFT_ALONE = (429, 500, 502, 503, 504)

Turn = Callable[[str], AbstractContextManager[object]]
"""Held while an address is asked; called for the one asked for, and for each that it redirects to."""


class Sink(Protocol):
    """Takes a body, a part at a time."""

    def write(self, part: bytes, /) -> int:
        """Take a part, and say how many bytes of it were taken."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much is fetched at most."""

    size: int = 32 << 20
    """Bytes, unpacked; as many as a page may have that is handed in."""
    seconds: float = 20.0
    """For the whole of it, redirects too."""
    patience: float = 8.0
    """Seconds for a single step: to connect, to send, to hear the next bytes."""
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered."""

    url: str
    """Where it was found in the end."""
    media_type: str
    """As its server says, with the encoding; empty when it does not say."""
    body: bytes
    fetched_at: datetime
    etag: str | None = None
    modified: str | None = None
    """As its server says, in its own words, which are sent back to it."""
    moved_to: str | None = None
    """Where it is from now on, as far as its server says so (RFC 9110, 15.4.2 and 15.4.9)."""
    memento_at: datetime | None = None
    """When this copy of another page was taken, where an archive of the web says that it is one (RFC 7089)."""


def fetch(url: str, *, agent: str, bounds: Bounds = Bounds()) -> Fetched:
    """Fetch a page.

    Args:
        url: ``http`` or ``https``, without a name and password.
        agent: how to call ourselves.
        bounds: how much is fetched at most.

    Raises:
        AddressRefused: it, or what it redirects to, is none that may be fetched.
        NetworkError: it cannot be reached, does not answer with a page, or with more than one may have.
    """
    fetched = _fetched(url, {"User-Agent": agent, "Accept": "text/html, */*;q=0.5"}, bounds)
    assert fetched is not None, "only a conditional request is answered with nothing new"
    return fetched


def refetch(
    url: str,
    *,
    agent: str,
    etag: str | None = None,
    modified: str | None = None,
    headers: Mapping[str, str] | None = None,
    bounds: Bounds = Bounds(),
    into: Sink | None = None,
    turn: Turn = nullcontext,
) -> Fetched | None:
    """Fetch a page again, if it is another than the one that came with ``etag`` and ``modified``; else None.

    ``headers`` are sent with it, to where it redirects too; ``into`` takes the body, which is then left out; what
    ``turn`` raises ends it, and how long it takes is no part of the bounds.

    Raises:
        AddressRefused: it, or what it redirects to, is none that may be fetched.
        NotNow: its server does not answer for now.
        NetworkError: it cannot be reached, does not answer with a page, or with more than one may have.
    """
    known = {"If-None-Match": etag, "If-Modified-Since": modified}
    sent = {name: value for name, value in known.items() if value}
    return _fetched(url, {"User-Agent": agent, "Accept": "*/*", **sent, **(headers or {})}, bounds, into, turn)


def _fetched(
    url: str, headers: dict[str, str], bounds: Bounds, into: Sink | None = None, turn: Turn = nullcontext
) -> Fetched | None:
    until = monotonic() + bounds.seconds
    moved_to, lasting = None, True
    conditional = not {"If-None-Match", "If-Modified-Since"}.isdisjoint(headers)
    headers = {**headers, "Accept-Encoding": "gzip"}
    with client_for(headers, patience=bounds.patience) as client:
        for _ in range(bounds.redirects + 1):
            waiting = monotonic()
            with turn(url):
                until += monotonic() - waiting
                request = request_to(client, url)
                try:
                    with closing(client.send(request, stream=True)) as response:
                        if response.status_code == _NOT_MODIFIED and conditional:
                            return None
                        if response.status_code in _LEFT_ALONE and "memento-datetime" not in response.headers:
                            raise _not_now(url, response)
                        if response.status_code >= 400:
                            why = f"it answers with status {response.status_code}"
                            raise unreached(url, why, status=response.status_code)
                        if response.status_code not in _REDIRECTS or "location" not in response.headers:
                            return replace(_taken(response, url, bounds, until, into), moved_to=moved_to)
                        url = urljoin(url, response.headers["location"])
                        lasting = lasting and response.status_code in _FOR_GOOD
                        moved_to = url if lasting else moved_to
                except httpx2.TimeoutException as error:
                    raise unreached(url, f"it did not answer within {bounds.patience:g} seconds") from error
                except (httpx2.HTTPError, httpx2.InvalidURL) as error:
                    raise unreached(url, str(error) or type(error).__name__) from error
            if monotonic() > until:
                raise unreached(url, f"it took longer than {bounds.seconds:g} seconds")
    raise unreached(url, f"it redirects more than {bounds.redirects} times")


def _taken(response: httpx2.Response, url: str, bounds: Bounds, until: float, into: Sink | None) -> Fetched:
    held = into or BytesIO()
    size = 0
    for part in _unpacked(response, url, bounds.size):
        size += held.write(part)
        if size > bounds.size:
            raise unreached(url, f"it has more than {bounds.size} bytes")
        if monotonic() > until:
            raise unreached(url, f"it took longer than {bounds.seconds:g} seconds")
    media_type = response.headers.get("content-type", "")
    return Fetched(
        url=url,
        media_type=media_type,
        body=held.getvalue() if isinstance(held, BytesIO) else b"",
        fetched_at=datetime.now(UTC),
        etag=response.headers.get("etag"),
        modified=response.headers.get("last-modified"),
        memento_at=_moment(response.headers.get("memento-datetime", "")),
    )


def _unpacked(response: httpx2.Response, url: str, size: int) -> Iterator[bytes]:
    """Unpack what comes, a bounded piece at a time."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise unreached(url, f"it is packed as {encoding}, which was not asked for")
    if encoding in ("identity", ""):
        yield from response.iter_raw()
        return
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        for part in response.iter_raw():
            yield unpacking.decompress(part, size + 1)
    except zlib.error as error:
        raise unreached(url, f"its gzip is damaged ({error})") from error
    if not unpacking.eof:
        raise unreached(url, "its gzip ends before its end")


def _moment(words: str) -> datetime | None:
    """Read a date of HTTP; None for what is none."""
    with suppress(ValueError, OverflowError, TypeError):
        return parsedate_to_datetime(words).astimezone(UTC)
    return None


def _not_now(url: str, response: httpx2.Response) -> NotNow:
    """Say that a server does not answer for now, and until when where it says so."""
    why = f"it answers with status {response.status_code}"
    what, until = f"{url[:200]} could not be fetched", retry_after(response)
    return NotNow(what, why=why, fix="try later", status=response.status_code, until=until)


def retry_after(response: httpx2.Response) -> datetime | None:
    """Return when a server says that it may be asked again (RFC 9110, 10.2.3)."""
    asked = response.headers.get("retry-after", "")
    with suppress(ValueError, OverflowError):  # what cannot be read is as if it were not said
        if asked.isdecimal():
            return datetime.now(UTC) + timedelta(seconds=int(asked))
        until = parsedate_to_datetime(asked)
        return until if until.tzinfo else until.replace(tzinfo=UTC)
    return None
