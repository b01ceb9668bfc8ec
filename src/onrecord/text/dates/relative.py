"""Times counted from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.tense import Tense, before
from onrecord.text.dates.vocabulary import (
    COUNT,
    MONTH,
    PART,
    UNIT,
    WEEKDAY,
    YEAR,
    count_of,
    month_number,
    part_of,
    weekday_number,
)

_STEPS = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_ROLLING = ("week", "month", "year", "decade", "century")
"""Units that "the last" or "the past" one counts back from the day of publication, and "last" does not."""
_DAY_PART = r"(?:\s(?i:morning|afternoon|evening|night|noon))?"
_ABOUT = r"(?:(?i:nearly|almost|about|around|roughly|some|more\sthan|over|at\sleast|less\sthan|just|exactly|only)\s)?"


def _weekday(match: re.Match[str], place: Place) -> Interval | None:
    """Read "Monday": the latest one, that of publication included, or the coming one when the tense looks ahead."""
    if place.anchor is None:
        return None
    day, which = weekday_number(match["day"]), (match["which"] or "").lower()
    back = timedelta((place.anchor.weekday() - day) % 7)
    forth = timedelta((day - place.anchor.weekday()) % 7)
    if which in ("next", "coming"):
        return days.one(place.anchor + (forth or timedelta(7)))
    if which in ("last", "past", "previous"):
        return days.one(place.anchor - (back or timedelta(7)))
    if place.tense is Tense.FUTURE:
        return days.one(place.anchor + forth)
    if which == "this" and place.tense is Tense.OPEN:
        return days.one(days.week(place.anchor).start + timedelta(day))
    return days.one(place.anchor - back)


_DAY_STEPS = {"yesterday": -1, "last": -1, "tomorrow": 1}


def _near_day(match: re.Match[str], place: Place) -> Interval | None:
    step = _DAY_STEPS.get(match["near"].split()[0].lower(), 0)
    return days.one(place.anchor + timedelta(step)) if place.anchor else None


def _day_before_yesterday(_: re.Match[str], place: Place) -> Interval | None:
    return days.one(place.anchor - timedelta(2)) if place.anchor else None


def _month(match: re.Match[str], place: Place) -> Interval | None:
    """Read "in March": the latest one begun, or the coming one when the tense looks ahead."""
    if place.anchor is None:
        return None
    number, which = month_number(match["month"]), (match["which"] or "").lower()
    return days.month(_year_of(number, which, place.anchor, place.tense), number, part_of(match["part"]))


def _year_of(month: int, which: str, anchor: date, tense: Tense) -> int:
    if which in ("next", "coming") or (tense is Tense.FUTURE and not which):
        return anchor.year + (month < anchor.month)
    return anchor.year - (month > anchor.month or (month == anchor.month and which == "last"))


_NTH = ("first", "second", "third", "fourth", "last")


def _weekday_of_month(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the first Monday in May"."""
    number, day = month_number(match["month"]), weekday_number(match["day"])
    if match["year"]:
        year = int(match["year"])
    elif place.anchor is not None:
        year = _year_of(number, "", place.anchor, place.tense)
    else:
        return None
    whole = days.month(year, number)
    fitting = [at for at in range(whole.start.day, whole.end.day + 1) if whole.start.replace(day=at).weekday() == day]
    nth = _NTH.index(match["nth"].lower())
    return days.one(whole.start.replace(day=fitting[-1] if nth == len(_NTH) - 1 else fitting[nth]))


def _period(match: re.Match[str], place: Place) -> Interval | None:
    """Read "last week", "earlier this month", "late next year", "the past year"."""
    anchor = place.anchor
    if anchor is None:
        return None
    which, unit, part = match["which"].lower(), match["unit"].lower(), (match["part"] or "").lower()
    if unit in _ROLLING and _STEPS[which] and (which == "past" or match["the"]):
        other = days.shift(anchor, _STEPS[which], unit)
        return Interval(start=min(anchor, other), end=max(anchor, other))
    whole = _calendar(anchor, _STEPS[which], unit, part_of(part) if part in ("early", "mid", "late") else None)
    if part == "earlier" and which == "this":
        return Interval(start=whole.start, end=anchor)
    if part == "later" and which == "this":
        return Interval(start=anchor, end=whole.end)
    return whole


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


_TO_LAST = re.compile(
    r"\b(?:to|will|would|could|can|should|may|might|must|not|\w+ly)\slast\s|(?<!\bthe\s)\blast\s(?:at|about|more|less|up|only)\s",
    re.IGNORECASE,
)
"""The verb: "it may last two years"."""


def _rolling(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the past two years" and "the next six months"."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if place.anchor is None or not count or _TO_LAST.search(place.text, max(0, match.start() - 20), match.end()):
        return None
    if match["which"].lower() in ("next", "coming"):
        return Interval(start=place.anchor, end=days.shift(place.anchor, count, unit))
    return Interval(start=days.shift(place.anchor, -count, unit), end=place.anchor)


def _ago(match: re.Match[str], place: Place) -> Interval | None:
    count, unit = count_of(match["count"]) if match["count"] else None, match["unit"].lower()
    if place.anchor is None or not count:
        return None
    if unit in ("hour", "minute"):
        return Interval(start=place.anchor - timedelta(1), end=place.anchor)
    return days.around(days.shift(place.anchor, -count, unit), "day" if match["today"] else unit)


_OVER = re.compile(
    r"\b(?:was|were|had|served|worked|spent|lasted|lived|ran|taught|led|stayed|sat|waited|fought|will|would|could|can|"
    r"must|should|may|might|sentenced|suspended|banned|jailed|to)\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:has|have|['’]ve|hasn['’]t|haven['’]t|been|is|are|remains?|still)\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s\w+(?:\s\w+)?\s$")
_SUPERLATIVE = re.compile(r"\b(?:first|only|most|least|best|worst|\w{2,20}est|time)\b", re.IGNORECASE)


def _lasting(match: re.Match[str], place: Place) -> Interval | None:
    """Read "for six months" and "the first in two years", which end with the day of publication.

    What was over before ("served for six years"), is to come, or says how long without saying when stays open.
    """
    count, unit = count_of(match["count"]), match["unit"].lower()
    if place.anchor is None or not count:
        return None
    clause = before(place.text, match.start())
    how = match["how"].lower()
    if (place.tense is Tense.FUTURE and how != "after") or (how == "for" and _INFINITIVE.search(clause)):
        return None
    if how in ("in", "within"):
        lasts = bool(_SUPERLATIVE.search(clause[-60:])) and unit != "day"
    else:
        lasts = bool(_STILL.search(clause)) or not _OVER.search(clause)
    return Interval(start=days.shift(place.anchor, -count, unit), end=place.anchor) if lasts else None


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


_PAST_OR_NEXT = r"(?:(?i:the)\s)?(?P<which>(?i:last|past|previous|next|coming))"

RULES: tuple[Rule, ...] = (
    rule(
        rf"\b(?P<nth>(?i:{'|'.join(_NTH)}))\s(?P<day>{WEEKDAY})\s(?i:in|of)\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR})\b)?",
        _weekday_of_month,
    ),
    rule(
        rf"(?<!Black\s)(?<!Good\s)(?<!Bloody\s)(?<!Super\s)(?<!Cyber\s)(?<!Ash\s)(?<!Palm\s)(?<!Easter\s)(?<!Holy\s)"
        rf"\b(?:(?P<which>(?i:last|past|next|this|coming))\s)?(?P<day>{WEEKDAY})\b(?!s){_DAY_PART}",
        _weekday,
    ),
    rule(r"\b(?i:(?:the\s)?day\sbefore\syesterday)\b", _day_before_yesterday),
    rule(rf"\b(?P<near>(?i:yesterday|tomorrow)){_DAY_PART}\b", _near_day),
    rule(
        r"\b(?P<near>today|(?<![A-Za-z]\s)Today|tonight|(?<![A-Za-z]\s)Tonight|(?i:last\snight|this\s(?:morning|afternoon|evening)))\b",
        _near_day,
    ),
    rule(
        r"\b(?i:in|since|from|of|by|until|till|before|after|during|through|for|to|between|and|as\sof|every)\s"
        rf"(?P<x>(?P<which>(?i:last|this|next))?(?(which)\s)(?:(?P<part>{PART})[\s-])?(?P<month>{MONTH})(?<!\.))(?!\s\d|\w|,?\s{WEEKDAY})",
        _month,
    ),
    rule(rf"\b(?P<x>(?P<which>(?i:last|this|next))\s(?P<part>)?(?P<month>{MONTH}))\b(?!\s\d)", _month),
    rule(rf"\b(?P<which>)(?P<part>{PART})[\s-](?P<month>{MONTH})\b(?!\s\d)", _month),
    rule(
        r"\b(?:(?P<part>(?i:early|earlier|mid|late|later))[\s-])?(?P<the>(?i:the\s))?(?P<which>(?i:last|this|next|past|coming|current))\s"
        r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))\b(?!-old)",
        _period,
    ),
    rule(r"\b(?i:(?:over|during|at|for|on)\s)(?P<x>(?i:the\sweekend))\b", _weekend),
    rule(rf"\b{_PAST_OR_NEXT}\s{_ABOUT}(?P<count>{COUNT})\s(?P<unit>{UNIT})s?\b", _rolling),
    rule(
        rf"\b{_ABOUT}(?:(?P<count>{COUNT})\s)?(?P<unit>(?i:minute|hour)|{UNIT})s?\s(?i:ago)(?P<today>\s(?i:today))?\b",
        _ago,
    ),
    rule(rf"\b(?i:recent)\s{UNIT}s\b|\b{COUNT}\s{UNIT}s?\s(?i:earlier|later|before)\b", _unsaid),
    rule(r"\b(?i:the\s(?:same|previous|following|next)\s(?:day|week|month|year))\b", _unsaid),
    rule(r"\b(?i:last|this|next)\s(?i:spring|summer|fall|autumn|winter|season)\b", _unsaid),
    rule(
        rf"\b(?P<how>(?i:for|in|within|after))\s(?P<x>{_ABOUT}(?P<count>{COUNT})\s(?P<unit>{UNIT})s?)\b(?!['’]|\s(?i:ago|earlier|later|before|old|in\s(?:prison|jail)|of\s(?:pregnancy|gestation|age)))(?!-)",
        _lasting,
    ),
)
