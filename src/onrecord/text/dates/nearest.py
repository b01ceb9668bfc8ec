"""Which of several years' days a text means when it leaves the year out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from onrecord.text.dates import days
from onrecord.text.dates.rules import Place
from onrecord.text.dates.tense import Tense, is_agreed, is_done
from onrecord.text.dates.vocabulary import weekday_number

_SOON = timedelta(60)
_AMENDED = timedelta(3)
"""How long after the day of publication a text may still tell what happened: news is amended for some days."""


def nearest_day(month: int, day: int, place: Place, weekday: str | None = None) -> date | None:
    """Return the day of a month that a text means; the weekday beside it decides, if there is one."""

    def of(year: int) -> date | None:
        return date(year, month, day) if days.exists(year, month, day) else None

    return nearest_of(of, place, weekday)


def nearest_of(day_in: Callable[[int], date | None], place: Place, weekday: str | None = None) -> date | None:
    """Return the one of ``day_in(year)`` that a text means.

    It is the one nearest to publication, except that one months away lies on the side the tense asks for; where no
    tense does, one months ahead is none. What was done on it has been done by then.
    """
    if place.year:
        return day_in(place.year)
    if place.anchor is None or place.is_of_another:
        return None
    anchor = place.anchor
    near = [found for found in map(day_in, _years_around(anchor.year)) if found is not None]
    if weekday:
        near = [found for found in near if found.weekday() == weekday_number(weekday)] or near
    elif is_done(place.text, place.span.start, place.span.end):
        near = [found for found in near if found - anchor <= _AMENDED] or near
    elif is_agreed(place.text, place.span.start):
        return None
    sided = [found for found in near if abs(found - anchor) <= _SOON or place.tense * (found - anchor) >= timedelta(0)]
    found = min(sided or near, key=lambda found: abs(found - anchor), default=None)
    if found is not None and found - anchor > _SOON and place.is_plain:
        nearer = [other for other in near if abs(other - anchor) < found - anchor]
        return None if nearer and not weekday else found
    if found is not None and place.tense is Tense.OPEN and found - anchor > _SOON and not weekday:
        return None
    return found


def _years_around(year: int) -> Iterable[int]:
    return range(max(1, year - 1), min(9999, year + 1) + 1)
