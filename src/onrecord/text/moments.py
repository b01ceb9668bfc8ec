"""Reading and writing moments: ISO 8601 days and instants."""

from __future__ import annotations

from datetime import UTC, date, datetime

from onrecord.data import Moment


def parse_moment(words: str) -> Moment:
    """Read ``2025-05-19`` as a day and ``2025-05-19T14:30:00Z`` as an instant; a zone is required.

    Raises:
        ValueError: ``words`` is neither.
    """
    words = words.strip()
    if len(words) == len("2025-05-19"):
        return date.fromisoformat(words)
    moment = datetime.fromisoformat(words)
    if moment.tzinfo is None:
        raise ValueError(f"{words!r} has no time zone; add Z for UTC")
    return moment.astimezone(UTC)


def format_moment(moment: Moment) -> str:
    """Write a moment the way :func:`parse_moment` reads it."""
    if isinstance(moment, datetime):
        return moment.isoformat().replace("+00:00", "Z")
    return moment.isoformat()
