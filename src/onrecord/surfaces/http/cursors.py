"""Cursors: where a list goes on. Opaque to whoever asks, so that what is in them may change."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

from starlette.requests import Request

from onrecord.errors import UsageError


def write_cursor(place: str) -> str:
    """Return ``place`` as a cursor."""
    return urlsafe_b64encode(place.encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> str:
    """Return the place that a cursor stands for.

    Raises:
        UsageError: it is none of ours.
    """
    try:
        return urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError as error:
        fix = "give the one that the last answer has as “next”, unchanged"
        raise UsageError("the cursor is none", why="it is not one that was given out", fix=fix) from error


def link_next(request: Request, cursor: str | None) -> dict[str, str]:
    """Return the header that says where a list goes on."""
    if cursor is None:
        return {}
    url = request.url.include_query_params(cursor=cursor)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}
