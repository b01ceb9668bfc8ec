"""Times named from the day of publication: "Monday", "in March", "last week"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.days import EARLY, LATE, MID
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.tense import Tense, is_agreed, was_due
from onrecord.text.dates.vocabulary import (
    MONTH,
    MONTH_NAME,
    PART,
    WEEKDAY,
    YEAR,
    month_number,
    part_of,
    weekday_number,
)

_STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_SUNDAY = 6
_ROLLING = ("week", "month", "year", "decade", "century")
"""Units that "the last" or "the past" one counts back from the day of publication, and "last" does not."""
_WITHIN = re.compile(r"\b(?:over|in|within|during|for|through|throughout)\s$", re.IGNORECASE)
_CAPITAL = re.compile(r"\s[A-Z]")
_NAMED_BEFORE = re.compile(r"(?<=[\w,’]\s)[A-Z][a-z]+\s$")
_JUST = timedelta(2)
_TITLED = re.compile(r"\s(?:Morning|Afternoon|Evening|Night)$")
_PLAIN = re.compile(r"\b[a-z]{4,}\b.*\b[a-z]{4,}\b")
"""Words that a headline in title case would write with capitals."""
_WEATHER = (
    r"(?:sweltering|rainy|sunny|cold|hot|warm|chilly|wet|windy|snowy|bright|gr[ae]y|typical|given|busy|quiet"
    r"|recent|particular)"
)
_ONE_OF_MANY = re.compile(
    rf"\b(?:an?|one|some|any|that|the\s(?:same|following|next|previous))\s(?:{_WEATHER}\s)?$", re.IGNORECASE
)
_TOLD_BY = re.compile(r"\s(?:after|before|following|of)\b")
_RECURS = re.compile(
    r"\b(?:is|are|takes?\splace)\s(?:held\s|celebrated\s|observed\s)?(?:in|during|from|between)\s(?:early\s|mid-?\s?|late\s)?$"
)
_OTHER = re.compile(r"\b(?:that|the\s(?:same|following|next|previous))\s$", re.IGNORECASE)
_NOUN = re.compile(
    r"\s(?!(?:in|of|when|at|with|every|each|and|or|but|as|that|after|before|to|for|from|who|which|while|is|was)\b)[a-z]"
)
_DAY_PART = r"(?:\s(?i:morning|afternoon|evening|night|noon))?"


def _weekday(match: re.Match[str], place: Place) -> Interval | None:
    """Read "Monday", if it is the day of a week near publication."""
    if place.anchor is None or (place.year and place.year != place.anchor.year):
        return None
    if _is_in_name(match) or _is_any(match) or place.is_of_another:
        return None
    found = _near_weekday(match, place, place.anchor)
    return days.one(found) if found is not None else None


def _near_weekday(match: re.Match[str], place: Place, anchor: date) -> date | None:
    """Return the latest such day, that of publication included, or the coming one when the tense looks ahead.

    "Last Tuesday" is the nearest one or that of last week: where they differ, nobody can say which.
    """
    day, which = weekday_number(match["day"]), (match["which"] or "").lower()
    back = timedelta((anchor.weekday() - day) % 7)
    forth = timedelta((day - anchor.weekday()) % 7)
    if which in ("next", "coming"):
        found = anchor + (forth or timedelta(7))
        return found if which == "coming" or _in_week(found, anchor, 1) else None
    if which in ("last", "past", "previous"):
        found = anchor - (back or timedelta(7))
        return found if which == "past" or _in_week(found, anchor, -1) else None
    if place.tense is Tense.FUTURE:
        gone = timedelta(0) < back <= _JUST and was_due(place.text, place.span.start)
        return None if gone else anchor + forth
    if which == "this" and place.tense is Tense.OPEN:
        return days.week(anchor).start + timedelta(day)
    return anchor - back


def _is_in_name(match: re.Match[str]) -> bool:
    """Say whether a weekday is part of a name: "the Tarn Sunday Post", "Saturday Night Live", "Tuesday Morning"."""
    text = match.string
    if _TITLED.search(match[0]) and not text.isupper() and _PLAIN.search(text):
        return True
    if not _CAPITAL.match(text, match.end()) or text.isupper():
        return False
    return bool(_NAMED_BEFORE.search(text, max(0, match.start() - 20), match.start())) or match[0][-5:] == "Night"


def _is_any(match: re.Match[str]) -> bool:
    """Say whether a weekday is one of many: "a sweltering Saturday in June", "that Sunday evening"."""
    led = match.string[max(0, match.start() - 40) : match.start()]
    if match["which"] or not _ONE_OF_MANY.search(led):
        return bool(_TOLD_BY.match(match.string, match.end())) and led.lower().endswith("the ")
    return bool(_OTHER.search(led)) or not _NOUN.match(match.string, match.end())


def _in_week(day: date, anchor: date, step: int) -> bool:
    """Say whether a day is in the week that lies ``step`` weeks from that of ``anchor``."""
    return days.week(day) == days.week(anchor + timedelta(7 * step))


_DAY_STEPS = {"yesterday": -1, "last": -1, "tomorrow": 1}


def _near_day(match: re.Match[str], place: Place) -> Interval | None:
    step = _DAY_STEPS.get(match["near"].split()[0].lower(), 0)
    return days.one(place.anchor + timedelta(step)) if place.anchor else None


def _day_before_yesterday(_: re.Match[str], place: Place) -> Interval | None:
    return days.one(place.anchor - timedelta(2)) if place.anchor else None


def _overnight(_: re.Match[str], place: Place) -> Interval | None:
    """Read "overnight": the night before the day of publication, or the one after it when the tense looks ahead."""
    if place.anchor is None or place.tense is Tense.OPEN:
        return None
    ahead = place.tense is Tense.FUTURE
    return Interval(start=place.anchor - timedelta(not ahead), end=place.anchor + timedelta(ahead))


_PLANNED = frozenset(
    "ballot ballots deadline election elections general hearing meeting midterm midterms primary primaries race "
    "referendum runoff summit trial vote".split()
)


def in_month(match: re.Match[str], place: Place) -> Interval | None:
    """Read "in March": the latest one begun, or the coming one when the tense looks ahead."""
    if place.anchor is None or place.is_of_another:
        return None
    number, which = month_number(match["month"]), (match["which"] or "").lower()
    if (
        not which
        and not place.year
        and (
            _either(number, place)
            or _RECURS.search(match.string, max(0, match.start("month") - 50), match.start("month"))
        )
    ):
        return None  # "races are in late August"
    if place.tense is not Tense.FUTURE and (match.groupdict().get("noun") or "") in _PLANNED:
        return None  # "the November ballot" may be the coming one whatever the verb
    year = place.year or _year_of(number, place.anchor, place.tense)
    if which == "this" and place.tense is not Tense.FUTURE:
        year = place.anchor.year
    if which in ("last", "next"):
        step = -1 if which == "last" else 1
        if (place.anchor.month - number) * step < 0:
            return None  # in May "last March" may be of this year or the one before
        year = place.anchor.year + step
    return days.month(year, number, part_of(match["part"]))


def _either(month: int, place: Place) -> bool:
    """Say whether nothing tells of which year a month is: "was due in May but put off", told in June."""
    anchor, at = place.anchor, place.span.start
    if anchor is None or month == anchor.month:
        return False
    if place.tense is Tense.FUTURE:
        gone = month < anchor.month
        return gone and (was_due(place.text, at) or (place.is_plain and (anchor.month - month) < 6))
    return is_agreed(place.text, at)


def _year_of(month: int, anchor: date, tense: Tense) -> int:
    if tense is Tense.FUTURE:
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month)


_NTH = ("first", "second", "third", "fourth", "last")


def _weekday_of_month(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the first Monday in May"."""
    number = month_number(match["month"])
    if match["year"]:
        year = int(match["year"])
    elif place.anchor is not None:
        year = _year_of(number, place.anchor, place.tense)
    else:
        return None
    nth = _NTH.index(match["nth"].lower()) + 1
    day = days.weekday_of_month(year, number, weekday_number(match["day"]), nth if nth < len(_NTH) else -1)
    return days.one(day)


def in_period(match: re.Match[str], place: Place) -> Interval | None:
    """Read "last week", "earlier this month", "late next year", "the past year"."""
    anchor = place.anchor
    if anchor is None:
        return None
    which, unit, part = match["which"].lower(), match["unit"].lower(), (match["part"] or "").lower()
    if unit in _ROLLING and _STEPS[which] and (which == "past" or match["the"]):
        return _rolling(match, place, anchor)
    if unit == "week" and anchor.weekday() == _SUNDAY:
        return None  # the last day of this week, or in America the first of the next
    if unit == "week" and part in _EDGES and part not in ("early", "mid", "late"):
        whole = _of_week(anchor + timedelta(7 * _STEPS[which]), _EDGES[part])
    else:
        third = None if part in ("", "earlier", "later") else part_of(part)
        whole = _calendar(anchor, _STEPS[which], unit, third)
    if part == "earlier" and which == "this":
        return Interval(start=whole.start, end=anchor)
    if part == "later" and which == "this":
        return Interval(start=anchor, end=whole.end)
    return whole


def _rolling(match: re.Match[str], place: Place, anchor: date) -> Interval | None:
    """Read "the past year" and "over the next week"; "the next year" alone is counted from another time."""
    which = match["which"].lower()
    if which == "next" and not _WITHIN.search(place.text, 0, match.start()):
        return None
    other = days.shift(anchor, _STEPS[which], match["unit"].lower())
    return Interval(start=min(anchor, other), end=max(anchor, other))


def _calendar(anchor: date, step: int, unit: str, third: int | None) -> Interval:
    """Return the calendar week, month, year … that lies ``step`` units from that of ``anchor``."""
    if unit == "week":
        return days.week(anchor + timedelta(7 * step))
    if unit == "weekend":
        return days.weekend(anchor + timedelta(7 * step))
    if unit == "month":
        moved = days.shift(anchor.replace(day=1), step, "month")
        return days.month(moved.year, moved.month, third)
    if unit == "quarter":
        quarters = anchor.year * 4 + (anchor.month - 1) // 3 + step
        return days.quarter(quarters // 4, quarters % 4 + 1)
    if unit == "year":
        return days.year(anchor.year + step, third)
    length = 10 if unit == "decade" else 100
    first = anchor.year - anchor.year % length + length * step
    return days.years(first, first + length - 1, third)


def _weekend(_: re.Match[str], place: Place) -> Interval | None:
    """Read "over the weekend": the latest one begun, or the coming one when the tense looks ahead."""
    if place.anchor is None:
        return None
    ahead = place.tense is Tense.FUTURE or place.anchor.weekday() >= 5
    return days.weekend(place.anchor if ahead else place.anchor - timedelta(7))


_EDGES = {
    "start": EARLY,
    "beginning": EARLY,
    "middle": MID,
    "mid": MID,
    "end": LATE,
    "close": LATE,
    "early": EARLY,
    "late": LATE,
}
_OF_WEEK = {EARLY: (0, 1), MID: (2, 3), LATE: (4, 6)}
"""Days from Monday: what is done "by the end of the week" may be done on Friday."""


def _edge(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the end of the year": of the running one, where the tense does not say that another is meant.

    What was done at its beginning was done before the day of publication.
    """
    anchor, edge, unit = place.anchor, _EDGES[match["edge"].lower()], match["unit"].lower()
    if anchor is None or (place.year and unit != "year"):
        return None
    if place.year:
        return days.year(place.year, edge)
    found = _third(anchor, unit, edge)
    past = found.start > anchor if edge is EARLY else found.end > anchor
    if (place.tense is Tense.PAST and past) or (place.tense is Tense.FUTURE and found.end < anchor):
        return None
    return Interval(start=found.start, end=anchor) if place.tense is Tense.PAST and found.end > anchor else found


def _of_week(anchor: date, third: int) -> Interval:
    first, last = _OF_WEEK[third]
    monday = days.week(anchor).start
    return Interval(start=monday + timedelta(first), end=monday + timedelta(last))


def _third(anchor: date, unit: str, third: int) -> Interval:
    """Return a third of the week, month, quarter, year … that a day is in."""
    whole = _calendar(anchor, 0, unit, None)
    if unit == "week":
        return _of_week(anchor, third)
    if unit == "quarter":
        return days.month(whole.start.year, whole.start.month + third)
    if unit in ("decade", "century"):
        return days.years(whole.start.year, whole.end.year, third)
    return _calendar(anchor, 0, unit, third)


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?P<nth>(?i:{'|'.join(_NTH)}))\s(?P<day>{WEEKDAY})\s(?i:in|of)\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR})\b)?",
        _weekday_of_month,
    ),
    rule(
        rf"(?<!Black\s)(?<!Good\s)(?<!Bloody\s)(?<!Super\s)(?<!Cyber\s)(?<!Ash\s)(?<!Palm\s)(?<!Easter\s)(?<!Holy\s)"
        rf"(?<![Ee]very\s)(?<![Ee]ach\s)(?<![Ee]very\sother\s)"
        rf"\b(?:(?P<which>(?i:last|past|next|this|coming))\s)?(?P<day>{WEEKDAY})\b(?!s){_DAY_PART}(?!s\b|\s(?:mornings|afternoons|evenings|nights)\b)",
        _weekday,
    ),
    rule(r"\b(?i:(?:the\s)?day\sbefore\syesterday)\b", _day_before_yesterday),
    rule(
        rf"\b(?P<near>yesterday|tomorrow|YESTERDAY|TOMORROW|(?<![A-Za-z]\s)(?:Yesterday|Tomorrow)){_DAY_PART}\b",
        _near_day,
    ),
    rule(
        r"\b(?P<near>today|(?<![A-Za-z]\s)Today(?![”\"’']\s(?:show|program))|tonight|(?<![A-Za-z]\s)Tonight|(?i:last\snight)"
        r"|(?:this|(?<![A-Za-z]\s)This)\s(?:morning|afternoon|evening))\b",
        _near_day,
    ),
    rule(
        rf"(?<!\ban\s)(?<!\bthe\s)\bovernight\b(?=[.,;]|\s(?:as|and|after|by|in|on|at|to|that|when|while)\b|$)(?!\son\s{WEEKDAY})",
        _overnight,
    ),
    rule(
        rf"\b(?!(?:and|of|by|for|from|to)\s(?:April|May|June|August|Jan)\s(?!{WEEKDAY}\b)[A-Z][a-z])"  # August Holt
        r"(?i:in|since|from|of|by|until|till|before|after|during|through|for|to|between|and|as\sof)\s"
        rf"(?P<x>(?P<which>(?i:last|this|next))?(?(which)\s)(?:(?P<part>{PART})[\s-])?(?P<month>{MONTH})(?<!\.))(?!\s\d|\w|,?\s{WEEKDAY}|[-–][A-Za-z]|\son\sWashington)",
        in_month,
    ),
    rule(rf"\b(?P<x>(?P<which>(?i:last|this|next))\s(?P<part>)?(?P<month>{MONTH}))\b(?!\s\d)", in_month),
    rule(rf"\b(?P<which>)(?P<part>{PART})[\s-](?P<month>{MONTH})\b(?!\s\d)", in_month),
    rule(rf"(?<![\w.]\s)(?P<which>)(?P<part>)\b(?P<month>{MONTH_NAME})(?=['’]s\s[a-z])", in_month),
    rule(
        rf"\b(?i:an?|the|his|her|its|our|their)\s(?P<x>(?P<which>)(?P<part>)(?P<month>{MONTH_NAME}))"
        r"(?=\s(?!on\b)(?P<noun>[a-z]+))(?!\s(?:family|brothers|sisters|household|government|administration|cabinet)\b)",
        in_month,
    ),
    rule(
        r"\b(?:(?P<part>(?i:early|earlier|mid|late|later))[\s-])?(?P<the>(?i:the\s))?(?P<which>(?i:last|this|next|past|coming|current))\s"
        r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))\b(?!-old|\sTonight\b)",
        in_period,
    ),
    rule(
        r"\b(?i:(?:over|during|at|for|on|by|until|till|before|through|ahead\sof)\s)(?P<x>(?i:the\sweekend))\b", _weekend
    ),
    rule(
        r"\b(?i:(?:the\s)?(?P<edge>end|close|start|beginning|middle)\sof\sthe\s(?P<unit>year|month|week|quarter|decade|century))"
        rf"\b(?!['’-]|\s(?:of\b|{YEAR}\b))",
        _edge,
    ),
    rule(r"\b(?i:(?P<edge>early|late)\sin\sthe\s(?P<unit>year|month|week|quarter|decade|century))\b(?!-)", _edge),
    rule(r"\b(?i:(?P<unit>year|month|week)(?:-|['’]s\s)(?P<edge>end))\b", _edge),
    rule(r"\b(?i:(?P<edge>mid)-(?P<unit>year|month|week|decade|century))\b", _edge),
    rule(
        r"\b(?i:by|until|till|before|since)\s(?P<x>(?i:(?:the\s)?(?:(?:early|late|mid)[\s-])?(?:spring|summer|autumn|winter)))\b",
        _unsaid,
    ),
    rule(r"\b(?i:the\s(?:same|previous|following|next)\s(?:day|week|month|year))\b", _unsaid),
)
