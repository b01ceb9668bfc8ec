"""Times that are told by another one: "the week of 17 March", "the day after tomorrow", "two Fridays ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.data import Interval, TimeKind
from onrecord.text.dates import days
from onrecord.text.dates.nearest import nearest_day
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.vocabulary import (
    COUNT,
    DAY,
    MONTH,
    PART,
    WEEKDAY,
    YEAR,
    count_of,
    day_number,
    month_number,
    part_of,
    weekday_number,
)

_SUNDAY = 6
_NTH = r"(?i:first|second|third|fourth|fifth|last|final)"
_SEASON = r"(?i:spring|summer|fall|autumn|winter)"


def _day_after_tomorrow(_: re.Match[str], place: Place) -> Interval | None:
    return days.one(place.anchor + timedelta(2)) if place.anchor else None


def _night_before_last(_: re.Match[str], place: Place) -> Interval | None:
    return days.one(place.anchor - timedelta(2)) if place.anchor else None


def _weekdays_ago(match: re.Match[str], place: Place) -> Interval | None:
    """Read "two Fridays ago": the second of those before the day of publication."""
    count = count_of(match["count"])
    if place.anchor is None or not count:
        return None
    back = (place.anchor.weekday() - weekday_number(match["day"])) % 7 or 7
    return days.one(place.anchor - timedelta(back + 7 * (count - 1)))


def _fortnight(_: re.Match[str], place: Place) -> Interval | None:
    return days.around(place.anchor - timedelta(14), "week") if place.anchor else None


def _week_of(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the week of 17 March" and "the week beginning 3 March"; of a Sunday's week nobody can say which it is."""
    month, day = month_number(match["month"] or match["first"]), day_number(match["day"] or match["number"])
    named = match["year"]
    found = date(int(named), month, day) if named else nearest_day(month, day, place)
    if found is None:
        return None
    match match["how"].lower():
        case "of":
            return days.week(found) if found.weekday() != _SUNDAY else None
        case "ending" | "ended":
            return Interval(start=found - timedelta(6), end=found)
    return Interval(start=found, end=found + timedelta(6))


def _year_to(match: re.Match[str], _: Place) -> Interval:
    """Read "the year to April 2024": the twelve months that end with it."""
    year, month = int(match["year"]), month_number(match["month"])
    end = days.month(year, month).end
    return Interval(start=days.shift(end + timedelta(1), -12, "month"), end=end)


def _decade_to(match: re.Match[str], _: Place) -> Interval:
    last = int(match["year"])
    return days.years(last - 9, last)


def _parts(match: re.Match[str], place: Place) -> Interval | None:
    """Read "early to mid-April" and "mid to late 2023": from the first of two thirds to the end of the second."""
    if not match.groupdict().get("month"):
        first, last = (days.year(int(match["year"]), part_of(match[part])) for part in ("part", "last"))
        return days.span(first, last) if first.start < last.start else None
    month = month_number(match["month"])
    if match["year"]:
        year = int(match["year"])
    else:
        middle = nearest_day(month, 15, place)
        if middle is None:
            return None
        year = middle.year
    first, last = (days.month(year, month, part_of(match[part])) for part in ("part", "last"))
    return days.span(first, last) if first.start < last.start else None


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


RULES: tuple[Rule, ...] = (
    rule(r"\b(?i:(?:the\s)?day\safter\stomorrow)\b", _day_after_tomorrow),
    rule(r"\b(?i:the\snight\sbefore\slast)\b", _night_before_last),
    rule(rf"\b(?P<count>{COUNT})\s(?P<day>{WEEKDAY})s\s(?i:ago)\b", _weekdays_ago),
    rule(r"\b(?i:a\sfortnight\sago)\b", _fortnight),
    rule(
        rf"\b(?i:(?:the\s)?week\s(?P<how>of|beginning|starting|commencing|ending|ended))\s(?:{WEEKDAY},?\s)?"
        rf"(?:(?P<month>{MONTH})\s(?P<number>{DAY})|(?P<day>{DAY})\s(?P<first>{MONTH}))\b(?!:)(?:,?\s(?P<year>{YEAR})\b)?",
        _week_of,
    ),
    rule(rf"\b(?i:(?:the|a)\syear\sto)\s(?:(?i:the\send\sof)\s)?(?P<month>{MONTH})\s(?P<year>{YEAR})\b", _year_to),
    rule(rf"\b(?i:the\sdecade\sto)\s(?P<year>{YEAR})\b", _decade_to),
    rule(
        rf"\b(?P<part>{PART})-?\s(?:to|or|and)\s(?P<last>{PART})[\s-](?P<month>{MONTH})(?:\s(?P<year>{YEAR})\b)?(?!\s\d)",
        _parts,
    ),
    rule(rf"\b(?P<part>{PART})-?\s(?:to|or|and)\s(?P<last>{PART})[\s-](?P<year>{YEAR})\b(?!\s\d|[.,:]\d)", _parts),
    rule(
        rf"\b(?i:(?:the\s)?(?:{_NTH}(?:\s(?:and|or)\s{_NTH})?)\s)(?:{WEEKDAY}s?)\s(?:(?i:of|in)\s)?(?i:(?:each|every)\smonth)\b",
        _unsaid,
        TimeKind.SET,
    ),
    rule(r"\b(?:Monday|MONDAY)(?i:\s?[-–]\s?|\s(?:through|to)\s)(?:Friday|FRIDAY)s?\b", _unsaid, TimeKind.SET),
    rule(rf"\b(?i:the\s{_NTH})\s{WEEKDAY}\s(?i:(?:of|in)\s(?:the|this|last|next)\smonth)\b", _unsaid),
    rule(
        rf"\b(?i:(?:the\s)?(?:{_NTH}|1st|2nd|3rd|4th)\s(?:(?:two|three|few)\s)?(?:weeks?|weekends?|days?)\s(?:of|in))\s"
        rf"{MONTH}(?:\s{YEAR}\b)?(?!\s\d)",
        _unsaid,
    ),
    rule(rf"\b(?i:(?:the\s)?{_SEASON}\sof\s(?:last|this|next)\syear)\b", _unsaid),
    rule(
        r"\b(?i:(?:this|the\ssame)\s(?:time|point|day)\s(?:of\s)?(?:last|next)\s(?:week|month|year|season))\b", _unsaid
    ),
    rule(rf"\b(?i:(?:the\s)?(?:last|past|next|previous))\s{COUNT}\s{WEEKDAY}s\b", _unsaid),
)
