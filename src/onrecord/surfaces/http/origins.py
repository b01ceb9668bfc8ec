"""Where a request may come from: a page of another site, or a name that was bent to this address, gets nothing."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from onrecord.errors import NotAllowed

LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


def check_host(headers: Headers, hosts: Container[str]) -> None:
    """Make sure that the service is called by a name of its own, which a page cannot do that had its name rebound.

    Raises:
        NotAllowed: it is called by another.
    """
    name = _host(f"//{headers.get('host', '')}")
    if name not in hosts:
        why = f"it is called {name!r}, which is none of its names"
        raise NotAllowed("the request is not answered", why=why, fix="start it with --allow-host NAME for that name")


def check_origin(headers: Headers, method: str) -> None:
    """Make sure that no page of another site asks.

    Raises:
        NotAllowed: one does.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    foreign = origin is not None and urlsplit_netloc(origin) != headers.get("host", "").lower()
    followed = method == "GET" and headers.get("sec-fetch-mode") == "navigate"  # a link that somebody clicked
    if foreign or (site in ("cross-site", "same-site") and not followed):
        why = f"it comes from a page of {origin or 'another site'}"
        raise NotAllowed(
            "the request is not answered", why=why, fix="ask from a page of the service, or from a program"
        )


def urlsplit_netloc(origin: str) -> str:
    """Return host and port of an origin; of ``null`` and what is none, nothing."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def _host(netloc: str) -> str:
    try:
        return (urlsplit(netloc).hostname or "").rstrip(".")
    except ValueError:
        return ""
