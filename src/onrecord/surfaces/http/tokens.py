"""Where a request carries its token."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers

COOKIE = "onrecord_token"
"""Holds the token of whoever reads in a browser; set with HttpOnly, and SameSite=Lax for links in mail."""


def token_of(headers: Headers) -> str | None:
    """Return the token that came with a request, in its ``Authorization`` or in the cookie."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and token.strip():
        return token.strip()
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None
