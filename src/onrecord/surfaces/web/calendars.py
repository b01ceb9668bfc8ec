"""Days as each language of the desk writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from onrecord.data import Interval, Moment
from onrecord.render import phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The months of a language, and what stands behind the number of a day."""

    months: tuple[str, ...]
    mark: str = ""

    def date(self, moment: Moment) -> str:
        """Return a day, with the time where the instant is known."""
        named = f"{moment.day}{self.mark} {self.months[moment.month - 1]} {moment.year}"
        return f"{named}, {moment:%H:%M} UTC" if isinstance(moment, datetime) else named

    def dates(self, interval: Interval) -> str:
        """Return the days of an interval, naming month and year once where they are the same."""
        start, end = interval.start, interval.end
        if start == end:
            return self.date(end)
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}{self.mark}–{self.date(end)}"
        first = self.date(start)
        return f"{first.removesuffix(f' {start.year}') if start.year == end.year else first} – {self.date(end)}"


_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
CALENDARS = {"de": Calendar(months=tuple(_GERMAN.split()), mark=".")}
"""Of every language but the one that the texts are written in."""


def date_in(language: str) -> Callable[[Moment], str]:
    """Return what writes a day in ``language``."""
    return CALENDARS[language].date if language in CALENDARS else phrases.day


def dates_in(language: str) -> Callable[[Interval], str]:
    """Return what writes the days of an interval in ``language``."""
    return CALENDARS[language].dates if language in CALENDARS else phrases.days
