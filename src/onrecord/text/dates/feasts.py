"""Feasts and holidays: Christmas, Easter, Thanksgiving, as news in English means them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.nearest import nearest_of
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.vocabulary import YEAR


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(nth: int, weekday: int, month: int, after: int = 0) -> Callable[[int], date]:
    """Return the ``nth`` weekday of a month, the last when it is -1, and so many days after."""
    return lambda year: days.weekday_of_month(year, month, weekday, nth) + timedelta(after)


def _from_easter(after: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(after)


def easter(year: int) -> date:
    """Return the Western Easter Sunday of a year (Gregorian computus, Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    shifted = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - shifted + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_MONDAY, _THURSDAY = 0, 3
_FEASTS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"New\sYear['’]s\sEve", _on(12, 31)),
    (r"New\sYear['’]s\s[Dd]ay", _on(1, 1)),
    (r"Christmas\sEve", _on(12, 24)),
    (r"Christmas(?:\s[Dd]ay)?", _on(12, 25)),
    (r"Boxing\sDay", _on(12, 26)),
    (r"Halloween", _on(10, 31)),
    (r"Valentine['’]s\sDay", _on(2, 14)),
    (r"St\.?\sPatrick['’]s\sDay", _on(3, 17)),
    (r"April\s[Ff]ools?['’]?s?['’]?(?:\s[Dd]ay)?", _on(4, 1)),
    (r"Juneteenth", _on(6, 19)),
    (r"(?:the\s)?(?:Fourth|4th)\sof\sJuly|July\sFourth", _on(7, 4)),
    (r"Veterans\sDay", _on(11, 11)),
    (r"(?:Martin\sLuther\sKing(?:,?\sJr\.?)?|MLK)\sDay", _nth(3, _MONDAY, 1)),
    (r"Presidents['’]?\sDay", _nth(3, _MONDAY, 2)),
    (r"Memorial\sDay", _nth(-1, _MONDAY, 5)),
    (r"Labor\sDay", _nth(1, _MONDAY, 9)),
    (r"Columbus\sDay|Indigenous\sPeoples['’]?\sDay", _nth(2, _MONDAY, 10)),
    (r"Thanksgiving(?:\sDay)?", _nth(4, _THURSDAY, 11)),
    (r"Black\sFriday", _nth(4, _THURSDAY, 11, after=1)),
    (r"Cyber\sMonday", _nth(4, _THURSDAY, 11, after=4)),
    (r"Ash\sWednesday", _from_easter(-46)),
    (r"Palm\sSunday", _from_easter(-7)),
    (r"(?:Maundy|Holy)\sThursday", _from_easter(-3)),
    (r"Good\sFriday", _from_easter(-2)),
    (r"Easter\sMonday", _from_easter(1)),
    (r"Easter(?:\sSunday)?", _from_easter(0)),
)
_WEEKENDS = {"easter": (-1, 0), "thanksgiving": (0, 3)}
"""Days from the feast to the ends of its weekend; that of a Monday goes from Saturday to it."""


def _feast(match: re.Match[str], place: Place) -> Interval | None:
    name = match["feast"]
    if not match["year"] and len(_ANY.findall(match.string)) >= _MANY:
        return None  # a list of holidays
    day_in = next(day_in for pattern, day_in in _FEASTS if re.fullmatch(pattern, name))
    found = day_in(int(match["year"])) if match["year"] else nearest_of(day_in, place)
    if found is None:
        return None
    if not match["weekend"]:
        return days.one(found)
    start, end = _WEEKENDS.get(name.split(maxsplit=1)[0].lower(), (-2, 0))
    if start == -2 and found.weekday() != _MONDAY:
        return None
    return Interval(start=found + timedelta(start), end=found + timedelta(end))


_NAMES = "|".join(pattern for pattern, _ in _FEASTS)
_ANY = re.compile(rf"\b(?:{_NAMES})")
_MANY = 3
_ENDS = (
    r"(?=[.,;:!?)”\"—–]|\s[—–-]|$|\s\d|\s(?:and|or|but|this|that|when|while|as|in|at|on|to|for|with|after|before|because|is|was|are|were|will"
    r"|has|had|night|morning|afternoon|evening|he|she|they|it|we|the|from|by|since|than|there|here|a|an)\b)"
)
"""What may follow a feast that is meant as a day: not "the Christmas Truce", "a Thanksgiving table"."""
_AT = r"on|by|since|until|till|before|after|over|during|around|for|at|through|from|this|last|next|between|the"


_DAYS_OF_EVENTS = {"9": (2001, 9, 11), "S": (2001, 9, 11), "J": (2021, 1, 6), "O": (2023, 10, 7)}


def _known(match: re.Match[str], _: Place) -> Interval:
    """Read "the Sept. 11 attacks" and the like, days that stand for an event of one year."""
    return days.one(date(*_DAYS_OF_EVENTS[match["x"][0]]))


def _either(_: re.Match[str], __: Place) -> None:
    """Read "the inquiry into Jan. 6", told later, which may be of the event or of a day since."""


RULES: tuple[Rule, ...] = (
    rule(
        r"\b(?:for|of|about|over|into)\s(?P<x>(?:Sept(?:ember|\.)?\s11|Jan(?:uary|\.)\s6|Oct(?:ober|\.)\s7))\b(?!,?\s\d)",
        _either,
    ),
    rule(
        rf"\b(?i:{_AT})\s(?P<x>(?P<feast>{_NAMES})(?P<weekend>\s(?:holiday\s)?weekend)?(?:,?\s(?P<year>{YEAR}))?){_ENDS}",
        _feast,
    ),
    rule(
        rf"\b(?i:on)\s(?P<x>(?P<feast>(?=[\w’'.,\s]{{0,24}}\s(?:[Dd]ay|Eve|Sunday|Monday|Thursday|Friday|Wednesday)\b)(?:{_NAMES}))"
        r"(?P<weekend>)(?P<year>))(?=\s[A-Z])",
        _feast,
    ),
    rule(rf"\b(?P<feast>(?:New\sYear['’]s|Christmas)\s(?:Eve|[Dd]ay))(?P<weekend>)(?:,?\s(?P<year>{YEAR})\b)?", _feast),
    rule(r"(?<![\d/])(?P<x>9/11)(?![/\d])", _known),
    rule(
        r"\b(?P<x>(?:Sept(?:ember|\.)?\s11|Jan(?:uary|\.)\s6|Oct(?:ober|\.)\s7))(?=,?\s(?:terror(?:ist)?\s|deadly\s|Hamas\s|Capitol\s|U\.S\.\sCapitol\s)?"
        r"(?:attacks?|massacre|insurrection|riots?|rioters?|committee|hijackers?)\b)",
        _known,
    ),
    rule(rf"\b(?P<feast>{_NAMES})(?P<weekend>)(?:\sof|,)?\s(?P<year>{YEAR})\b", _feast),
)
"""Without a word before it or a year, a feast is often but a name: "Halloween costumes"."""
