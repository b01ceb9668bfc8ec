"""Days and instants, and what lies between two of them.

A moment is a ``date`` when only the day is known and a ``datetime`` in UTC when the instant is; nothing here turns the
one into the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from onrecord.data.requiring import require

Moment = date | datetime
"""A day (``date``) or an instant (``datetime``, UTC)."""


def latest(moment: Moment) -> datetime:
    """Return the last instant that ``moment`` may stand for: itself, or the end of its day in UTC."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, time.max, UTC)


def day_of(moment: Moment) -> date:
    """Return the UTC day of ``moment``."""
    return moment.date() if isinstance(moment, datetime) else moment


def require_moment(moment: Moment | None, name: str) -> None:
    """Check that a moment, where there is one, is a day or an instant in UTC."""
    if isinstance(moment, datetime):
        require(moment.tzinfo is UTC, f"{name} must be a datetime in datetime.UTC, or a date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from ``start`` to ``end``, both included."""

    start: date
    end: date

    def __post_init__(self) -> None:
        require(not isinstance(self.start, datetime) and not isinstance(self.end, datetime), "an interval is of days")
        require(self.start <= self.end, f"an interval starts before it ends, not {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which publications a search may use: published after ``after`` and not later than ``until``."""

    until: Moment
    after: Moment | None = None

    def __post_init__(self) -> None:
        require_moment(self.until, "until")
        require_moment(self.after, "after")

    def admits(self, published_at: Moment | None) -> bool:
        """Say whether a publication date lies in the window; an unknown one never does."""
        if published_at is None or latest(published_at) > latest(self.until):
            return False
        return self.after is None or latest(published_at) > latest(self.after)


@dataclass(frozen=True, slots=True)
class Undated:
    """Publications whose date is not known: they are counted, and never evidence."""

    def admits(self, published_at: Moment | None) -> bool:
        """Say whether a publication date is unknown."""
        return published_at is None


Dates = Window | Undated
"""Which publications a search looks among."""
