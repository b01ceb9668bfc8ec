"""Intervals of days: weeks, months, quarters, years, and days counted back or forth."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from onrecord.data import Interval

EARLY, MID, LATE = 0, 1, 2
"""The thirds of a period, as news means them: the first ten days of a month, January to April of a year."""


def one(day: date) -> Interval:
    """Return the interval of a single day."""
    return Interval(start=day, end=day)


def span(first: Interval, last: Interval) -> Interval:
    """Return the days from the beginning of one interval to the end of another."""
    return Interval(start=first.start, end=last.end)


def exists(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has this day."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def weekend(day: date) -> Interval:
    """Return the Saturday and Sunday of the week that ``day`` is in."""
    return Interval(start=week(day).start + timedelta(5), end=week(day).end)


def weekday_of_month(year: int, number: int, weekday: int, nth: int) -> date:
    """Return the ``nth`` such weekday of a month, Monday 0, counted from 1; the last one when ``nth`` is -1.

    Raises:
        ValueError: the month has no fifth one.
    """
    whole = month(year, number)
    first = whole.start + timedelta((weekday - whole.start.weekday()) % 7)
    found = first + timedelta(7 * (nth - 1)) if nth > 0 else first + timedelta((whole.end - first).days // 7 * 7)
    return found.replace(month=number)


def week(day: date) -> Interval:
    """Return the week that ``day`` is in, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(day.weekday())
    return Interval(start=monday, end=monday + timedelta(6))


def month(year: int, number: int, third: int | None = None) -> Interval:
    """Return a month, or a third of it: to the 10th, to the 20th, to its end."""
    last = calendar.monthrange(year, number)[1]
    first, final = ((1, 10), (11, 20), (21, last))[third] if third is not None else (1, last)
    return Interval(start=date(year, number, first), end=date(year, number, final))


def quarter(year: int, number: int) -> Interval:
    """Return a quarter of the calendar year, counted from 1."""
    return span(month(year, 3 * number - 2), month(year, 3 * number))


def year(number: int, third: int | None = None) -> Interval:
    """Return a year, or a third of it."""
    first, last = ((1, 4), (5, 8), (9, 12))[third] if third is not None else (1, 12)
    return span(month(number, first), month(number, last))


def years(first: int, last: int, third: int | None = None) -> Interval:
    """Return the years from ``first`` to ``last``, both included, or a third of them."""
    if third is not None:
        count = last - first + 1
        first, last = first + count * third // 3, first + count * (third + 1) // 3 - 1
    return span(year(first), year(last))


def shift(day: date, count: int, unit: str) -> date:
    """Return the day ``count`` days, weeks, months, years or decades after ``day``, or before it when negative.

    Raises:
        ValueError, OverflowError: the calendar does not reach that far.
    """
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    months = {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit]
    to_year, to_month = divmod(day.year * 12 + day.month - 1 + count * months, 12)
    last = calendar.monthrange(to_year, to_month + 1)[1]
    return date(to_year, to_month + 1, min(day.day, last))


def around(day: date, unit: str) -> Interval:
    """Return the days that "some units ago" may mean when it comes to ``day``: it is as exact as its unit."""
    if unit == "day":
        return one(day)
    if unit == "week":
        return Interval(start=day - timedelta(3), end=day + timedelta(3))
    if unit == "month":
        return month(day.year, day.month)
    return year(day.year) if unit == "year" else years(day.year - 5, day.year + 4)
