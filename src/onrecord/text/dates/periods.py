"""Quarters, halves, seasons, fiscal years and centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.nearest import nearest_day
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.tense import Tense
from onrecord.text.dates.vocabulary import DAY, MONTH, YEAR, day_number, month_number, part_of

_NTH = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "last": 4,
    "latter": 2,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_CENTURIES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first"
).split()
_OF_MONEY = re.compile(
    r"\b(?:earnings|profits?|revenues?|sales|GDP|economy|economic|growth|inflation|investors?|shipments|deliveries|dividend"
    r"|income|financial\sresults|gross\sdomestic\sproduct)\b",
    re.IGNORECASE,
)
"""What speaks of a quarter of the year rather than of a game."""
_FISCAL = re.compile(r"\bfiscal\s(?:\w+\s)?$", re.IGNORECASE)


def in_century(match: re.Match[str], _: Place) -> Interval:
    """Read "the 18th century" and "the early nineteenth century"."""
    words = (match.groupdict().get("century") or match["nth"]).lower()
    number = day_number(words) if words[0].isdigit() else _CENTURIES.index(words) + 1
    return days.years(100 * number - 99, 100 * number, part_of(match.groupdict().get("part")))


def _quarter(match: re.Match[str], place: Place) -> Interval | None:
    year = _named_year(match["year"], place)
    if year is None or _FISCAL.search(place.text, 0, match.start()):
        return None
    number = int(match["q"]) if match["q"] else _NTH[match["nth"].lower()]
    if (match["half"] or "").lower() == "half":
        number = min(number, 2)
        return days.span(days.month(year, 6 * number - 5), days.month(year, 6 * number))
    return days.quarter(year, number)


def _named_year(words: str, place: Place) -> int | None:
    if words.isdigit():
        return int(words)
    if place.anchor is None:
        return None
    return place.anchor.year + {"last": -1, "next": 1}.get(words.split(maxsplit=1)[0].lower(), 0)


def _lone_quarter(match: re.Match[str], place: Place) -> Interval | None:
    """Read "third-quarter profit": the latest one begun; none where the tense looks ahead to one that has not."""
    anchor = place.anchor
    if anchor is None or not _OF_MONEY.search(place.text) or _FISCAL.search(place.text, 0, match.start()):
        return None
    number = _NTH[match["nth"].lower()]
    found = days.quarter(anchor.year, number)
    if found.start <= anchor:
        return found
    return None if place.tense is Tense.FUTURE else days.quarter(anchor.year - 1, number)


def _fall(match: re.Match[str], place: Place) -> Interval | None:
    """Read "this fall" and "fall 2023": the word is American, so it is September to November."""
    if match["year"]:
        return _autumn(int(match["year"]))
    if place.anchor is None:
        return None
    year, month = place.anchor.year, place.anchor.month
    match match["which"].lower():
        case "last":
            return _autumn(year - 1) if month < 12 else None  # in December: of this year, or the one before?
        case "next":
            return _autumn(year + 1) if month >= 9 else None
    return _autumn(year)


def _autumn(year: int) -> Interval:
    return days.span(days.month(year, 9), days.month(year, 11))


def _federal(match: re.Match[str], _: Place) -> Interval:
    """Read "federal fiscal year 2024", which in the United States ends with September."""
    year = int(match["year"])
    return days.span(days.month(year - 1, 10), days.month(year, 9))


def _ended(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the fiscal year ended June 30, 2024"."""
    month, day = month_number(match["month"]), day_number(match["day"])
    end = date(int(match["year"]), month, day) if match["year"] else nearest_day(month, day, place)
    if end is None:
        return None
    before = days.shift(end + timedelta(1), -3 if match["unit"].lower() == "quarter" else -12, "month")
    return Interval(start=before, end=end)


_MONTHS = {"three": 3, "six": 6, "nine": 9, "12": 12, "twelve": 12, "3": 3, "6": 6, "9": 9}


def _months_to(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the three months to 31 March" and "the six months to the end of June"."""
    month = month_number(match["month"])
    end = days.month(2001, month).end.day if match["day"] is None else day_number(match["day"])
    if match["year"]:
        last = date(int(match["year"]), month, end)
    else:
        found = nearest_day(month, end, place)
        if found is None or place.anchor is None:
            return None
        last = found if found <= place.anchor or place.tense is Tense.FUTURE else found.replace(year=found.year - 1)
    return Interval(start=days.shift(last + timedelta(1), -_MONTHS[match["count"].lower()], "month"), end=last)


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?:(?P<part>(?i:early|mid|late))[\s-])?(?:the\s)?(?P<nth>\d\d?(?:st|nd|rd|th)|{'|'.join(reversed(_CENTURIES))})"
        r"[\s-]centur(?:y|ies)\b",
        in_century,
    ),
    rule(
        r"\b(?i:(?:the\s)?(?P<nth>first|second|third|fourth|last|latter|1st|2nd|3rd|4th)[\s-](?P<half>quarter|half)|Q(?P<q>[1-4]))"
        rf"(?:,?\s(?:of\s)?)(?P<year>{YEAR}|(?i:(?:last|this|next|the)\syear))\b",
        _quarter,
    ),
    rule(
        r"\b(?P<q>)?(?P<year>(?i:(?:last|this|next)\syear))['’]s\s(?P<nth>(?i:first|second|third|fourth|last|latter))[\s-]"
        r"(?P<half>(?i:quarter|half))\b",
        _quarter,
    ),
    rule(r"\b(?i:(?:the\s)?(?P<nth>first|second|third|fourth)[\s-]quarter)\b", _lone_quarter),
    rule(rf"\b(?i:federal\sfiscal)\s(?:(?i:year)\s)?(?P<year>{YEAR})\b", _federal),
    rule(
        rf"\b(?i:(?:(?:fiscal|financial)\s)?(?P<unit>year|quarter)\s(?:that\s)?end(?:ed|ing|s)\s(?:on\s)?)"
        rf"(?:(?P<month>{MONTH})\s(?P<day>{DAY})\b)(?:,?\s(?P<year>{YEAR})\b)?",
        _ended,
    ),
    rule(
        rf"\b(?i:the\s)?(?P<count>(?i:{'|'.join(_MONTHS)}))\s(?i:months\s(?:to|ended|ending|through)\s(?:the\send\sof\s)?)"
        rf"(?:(?P<day>{DAY})\s)?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR})\b)?",
        _months_to,
    ),
    rule(
        rf"\b(?i:fiscal|financial)\s(?:(?i:year)\s)?(?:\d\d(?:\d\d)?[-–/])?{YEAR}\b|\b{YEAR}\s(?i:fiscal|financial)\s(?i:year)\b",
        _unsaid,
    ),
    rule(
        rf"\b(?i:(?P<which>last|this|next)\sfall|(?:the\s)?fall\s(?:of\s)?(?P<year>{YEAR}))\b",
        _fall,
    ),
    rule(
        rf"\b(?i:(?:the\s)?(?:(?:early|late)[\s-]|mid-)?(?:spring|summer|fall|autumn|winter)\s(?:of\s)?){YEAR}\b",
        _unsaid,
    ),
    rule(
        r"\b(?i:(?:early|earlier|late|later|mid)[\s-](?:last|this|next)\s(?:spring|summer|fall|autumn|winter)"
        r"|(?:last|this|next)\s(?:spring|summer|autumn|winter|season))\b",
        _unsaid,
    ),
)
