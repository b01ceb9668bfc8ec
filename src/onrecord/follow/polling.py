"""When a source is asked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from onrecord.data import Source

EVERY = timedelta(minutes=15)
"""Between two looks at a source that answers; GDELT's and most desks' own rhythm."""
LONGEST = timedelta(days=1)
"""Between two looks at one that fails, however often it did."""
MOST_ASKED = timedelta(days=7)
"""For which a server's own wish to be left alone is heeded."""


def succeeded(
    source: Source, at: datetime, *, etag: str | None, modified: str | None, moved_to: str | None = None
) -> Source:
    """Return a source that was read, or had nothing new to be read."""
    return replace(
        source,
        checked_at=at,
        succeeded_at=at,
        due_at=at + EVERY,
        error=None,
        failures=0,
        etag=etag,
        modified=modified,
        moved_to=moved_to,
    )


def put_off(source: Source, *, until: datetime) -> Source:
    """Return a source that was read, but whose server wants to be left alone until then."""
    latest = (source.checked_at or source.due_at) + MOST_ASKED
    return replace(source, due_at=min(max(source.due_at, until), latest))


def failed(source: Source, at: datetime, *, why: str, until: datetime | None = None, gone: bool = False) -> Source:
    """Return a source that could not be read: asked again after twice as long each time, or when its server says.

    One that is ``gone`` for good, as its server says, is asked once a week: servers err.
    """
    failures = source.failures + 1
    wait = MOST_ASKED if gone else min(EVERY * 2 ** min(failures, 10), LONGEST)
    due = at + wait if until is None else min(max(until, at + EVERY), at + MOST_ASKED)
    return replace(source, checked_at=at, due_at=due, error=why, failures=failures, failed_at=at, last_error=why)
