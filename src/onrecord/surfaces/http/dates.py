"""Dates as HTTP writes them: ``Fri, 24 Nov 2017 15:13:15 GMT``."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

from onrecord.data import Moment, latest
from onrecord.errors import UsageError


def parse_http_date(words: str) -> datetime:
    """Read an HTTP date.

    Raises:
        UsageError: it is none.
    """
    try:
        found = parsedate_to_datetime(words)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError, TypeError, IndexError) as error:
        fix = "write it as Fri, 24 Nov 2017 15:13:15 GMT"
        raise UsageError(f"{words[:80]!r} is no HTTP date", why="RFC 9110 has another form", fix=fix) from error


def format_http_date(moment: Moment) -> str:
    """Write a moment as an HTTP date; of a day its last second."""
    return format_datetime(latest(moment).replace(microsecond=0), usegmt=True)
