"""Times that name their year, and days that leave it out."""

from __future__ import annotations

import re
from datetime import date

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.nearest import nearest_day
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.vocabulary import (
    DAY,
    MONTH,
    PART,
    WEEKDAY,
    YEAR,
    day_number,
    month_number,
    part_of,
)

_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{WEEKDAY})(?:\s?[-–]\s?{WEEKDAY})?,?\s)?"
_TO = r"(?:\s?[-–—]\s?|\s(?:and|to|through|or)\s)"
_TWO = re.compile(r"\d\S*\s(?:and|or)\s")
_A_WEEKDAY = re.compile(rf",\sa\s({WEEKDAY})\b")
_OF_YEAR = rf"(?:(?:\s?,)?\s(?:of\s)?(?P<year>{YEAR})\b(?![.,]\d))?"


def _iso(match: re.Match[str], _: Place) -> Interval:
    return days.one(date(int(match["year"]), int(match["month"]), int(match["day"])))


def _slashed(match: re.Match[str], _: Place) -> Interval | None:
    """Read "19.5.2025", day first, and "5/19/2025"; where both orders give a day, none is taken."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    orders = ((second, first),) if match["sign"] == "." else ((first, second), (second, first))
    read = {(month, day) for month, day in orders if days.exists(year, month, day)}
    return days.one(date(year, *read.pop())) if len(read) == 1 else None


def _ideographic(match: re.Match[str], _: Place) -> Interval:
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    if month is None or year is None:
        return days.year(int(match["year"]))
    return days.one(date(year, month, day)) if day else days.month(year, month)


def _day(match: re.Match[str], place: Place) -> Interval | None:
    month, first = month_number(match["month"]), day_number(match["day"])
    last = day_number(match["last"]) if match["last"] else first
    if last > first + 1 and _TWO.search(match[0]):
        return None  # "3 and 9 May" are two days, and not those between
    if match["year"]:
        start = date(int(match["year"]), month, first)
    else:
        behind = _A_WEEKDAY.match(match.string, match.end())
        found = nearest_day(month, first, place, match["weekday"] or (behind[1] if behind else None))
        if found is None:
            return None
        start = found
    return Interval(start=start, end=start.replace(day=last))


def in_month_of_year(match: re.Match[str], _: Place) -> Interval:
    """Read "May 2021", "late May 2021" and "May to July 2021"."""
    year, first = int(match["year"]), month_number(match["month"])
    if not match["last"]:
        return days.month(year, first, part_of(match["part"]))
    last = month_number(match["last"])
    return days.span(days.month(year - (first > last), first), days.month(year, last))


def in_year(match: re.Match[str], _: Place) -> Interval:
    """Read "2021" and "late 2021"."""
    return days.year(int(match["year"]), part_of(match["part"]))


def _season(match: re.Match[str], _: Place) -> Interval | None:
    """Read "2017–18" and "2017-2018"."""
    first = int(match["year"])
    last = int(match["last"]) if len(match["last"]) == 4 else first - first % 100 + int(match["last"])
    return days.years(first, last) if first < last < first + 100 else None


def in_decade(match: re.Match[str], _: Place) -> Interval:
    """Read "the 1990s", "the late '90s"."""
    first = 1900 + int(match["short"]) if match["short"] else int(match["year"])
    whole_century = first % 100 == 0 and first < 2000  # "the 1800s" last a hundred years, "the 2000s" ten
    return days.years(first, first + (99 if whole_century else 9), part_of(match["part"]))


_BARE_YEAR = (
    rf"(?<![\w.,:/$€£#–-])(?<!\b[Rr]oute\s)(?<!\b[Rr]oom\s)(?<!\b[Ff]light\s)(?<!\b[Nn]o\.\s)(?<!\b[Hh]ighway\s)(?<!\bH[12]\s)(?<!\bWindows\s)(?<!\bBoeing\s)(?<!\bProject\s)(?<!\bAgenda\s)(?<!\bVision\s)(?<!\bResolution\s)(?:(?P<part>{PART})[\s-])?(?P<year>(?:19|20)\d\d)\b(?![.,:/]\d|[%°]|-\d|\s?(?:million|billion|percent|"
    r"per\scent|people|miles?|km|kilomet|met(?:er|re)s?|f(?:ee|oo)t|pounds|tons|tonnes|homes|blocks?\b|hours\b|votes|troops|square|[ap]\.?m\b|"
    r"[NSEW]\.?\s[A-Z0-9]|(?:[A-Z]\w+\s){1,2}(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Drive|Dr|Lane|Way)\b))"
)

RULES: tuple[Rule, ...] = (
    rule(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?=T\d|[^\w-]|$)", _iso),
    rule(
        r"(?<![\w./])(?P<first>\d{1,2})(?P<sign>[./])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})(?![\w/]|\.\d)",
        _slashed,
    ),
    rule(r"(?<!\d)(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?", _ideographic),
    rule(
        rf"\b{_WEEKDAY_BEFORE}(?P<month>{MONTH})\s(?P<day>{DAY})\b(?!:|[.,]\d{{3}}\b)(?:{_TO}(?P<last>{DAY})\b(?!:))?{_OF_YEAR}",
        _day,
    ),
    rule(
        rf"(?<![\d.,:])\b{_WEEKDAY_BEFORE}(?:the\s)?(?P<day>{DAY})(?:{_TO}(?P<last>{DAY}))?\s(?:of\s)?(?P<month>{MONTH}){_OF_YEAR}",
        _day,
    ),
    rule(
        rf"\b(?:(?P<part>{PART})[\s-])?(?P<month>{MONTH})(?:{_TO}(?P<last>{MONTH}))?,?\s(?:of\s)?(?P<year>{YEAR})\b(?!\d|[.,]\d)",
        in_month_of_year,
    ),
    rule(
        rf"(?<![\w.,:/$-])(?P<year>{YEAR})\s?[-–/]\s?(?P<last>{YEAR}|\d\d)\b(?![-–/.,:]?\d)",
        _season,
    ),
    rule(
        r"\b(?i:in|since|from|of|by|until|before|after|between)\s(?P<x>(?P<part>)?(?P<year>1[5-8]\d\d))\b(?![,.:]\d)",
        in_year,
    ),
    rule(_BARE_YEAR, in_year),
    rule(
        rf"(?i:\bthe\s)?(?:\b(?P<part>{PART})[\s-])?(?:\b(?P<year>{YEAR[:-4]}\d0)|['’](?P<short>[2-9]0))['’]?s\b",
        in_decade,
    ),
)

IN_FIGURES = RULES[:3]
"""Those that hold in every language."""
