"""Days and numbers as each language of the desk writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from onrecord.data import Interval, Moment
from onrecord.render import phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """How a language writes days and numbers."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    mark: str = ""
    """What stands behind the number of a day."""
    group: str = ","
    point: str = "."

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

    def number(self, value: float) -> str:
        """Return a number, its thousands grouped."""
        return phrases.number(value).translate(str.maketrans(",.", self.group + self.point))


_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
_SHORT_GERMAN = "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."
LOCALES = {
    "de": Locale(
        months=tuple(_GERMAN.split()), short_months=tuple(_SHORT_GERMAN.split()), mark=".", group=".", point=","
    )
}
"""Of every language but the one that the texts are written in."""
