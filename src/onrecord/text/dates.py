"""Time expressions resolved to days, by rules of news usage."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.data import Interval, Span

_MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): n for n, name in enumerate(calendar.month_abbr) if name} | {"sept": 9}
_DAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
_COUNTS = {
    word: n for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
}
_COUNTS |= {"a": 1, "an": 1, "several": 0, "a few": 0}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = "|".join(_DAYS)
_COUNT = r"\d{1,4}|" + "|".join(sorted(_COUNTS, key=len, reverse=True))
_UNIT = r"day|week|month|year|decade"

_PATTERN = re.compile(
    rf"""\b(?:
    (?P<iso>(?P<iy>\d{{4}})-(?P<im>\d\d)-(?P<id>\d\d))
    |(?:(?:on\s)?(?:{_DAY}),?\s)?(?P<m1>{_MONTH})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?
    |(?:(?:on\s)?(?:{_DAY}),?\s)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{_MONTH})\b\.?(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?
    |(?:(?P<part>early|mid|late)[\s-])?(?P<m3>{_MONTH})\.?(?:\s(?:of\s)?(?P<y3>(?:19|20)\d\d)\b)
    |(?P<part4>early|mid|late)[\s-](?P<m4>{_MONTH})\b
    |(?P<pin>in|since|until|by|last|this|next)\s(?P<m5>{_MONTH})\b
    |(?:(?P<dir>last|next|this|on)\s)?(?P<day>{_DAY})\b
    |(?P<rel>day\sbefore\syesterday|yesterday|today|tonight|tomorrow)\b
    |(?:(?P<part6>early|earlier|late|later)\s)?(?P<which>last|this|next|past)\s(?P<span>week|month|year|weekend)\b
    |(?P<n7>{_COUNT})\s(?P<u7>{_UNIT})s?\s(?P<ago>ago|earlier|later)\b
    |(?P<dur>for|in|over|nearly|almost|about|more\sthan|after|past|last)\s(?:the\s(?:past|last)\s)?(?:nearly\s|almost\s|about\s|more\sthan\s|some\s)?(?P<n8>{_COUNT})\s(?P<u8>{_UNIT})s?\b
    |(?:in|since|during|by|of|from|early|mid|late)[\s-](?P<y9>(?:19|20)\d\d)\b
    |the\s(?P<decade>(?:19|20)\d0)s\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that speak of a time, and the days they mean; None when that cannot be told."""

    span: Span
    interval: Interval | None
    words: str


def find_times(text: str, *, anchor: date | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text`` in order, resolved against ``anchor``, the day it was published.

    A bare weekday or a date without its year means the one nearest before the anchor, as in news;
    without an anchor such words stay unresolved. Other languages than English give ISO days only.
    """
    found = []
    for match in _PATTERN.finditer(text):
        if language != "en" and not match["iso"]:
            continue
        if match["m3"] is None and match["m1"] is None and match.group().strip().lower() == "may":
            continue
        interval = _resolve(match, anchor)
        found.append(
            TimeExpression(span=Span(start=match.start(), end=match.end()), interval=interval, words=match.group())
        )
    return tuple(found)


def _resolve(match: re.Match[str], anchor: date | None) -> Interval | None:
    try:
        return _absolute(match, anchor) or (_relative(match, anchor) if anchor else None)
    except (ValueError, OverflowError):
        return None


def _absolute(match: re.Match[str], anchor: date | None) -> Interval | None:
    if match["iso"]:
        return _one(date(int(match["iy"]), int(match["im"]), int(match["id"])))
    for m, d, y in (("m1", "d1", "y1"), ("m2", "d2", "y2")):
        if match[m]:
            return _day(_MONTHS[match[m].lower()], int(match[d]), match[y], anchor)
    if match["m3"]:
        return _month(int(match["y3"]), _MONTHS[match["m3"].lower()], match["part"])
    if match["y9"]:
        year = int(match["y9"])
        return Interval(start=date(year, 1, 1), end=date(year, 12, 31))
    if match["decade"]:
        year = int(match["decade"])
        return Interval(start=date(year, 1, 1), end=date(year + 9, 12, 31))
    return None


def _day(month: int, day: int, year: str | None, anchor: date | None) -> Interval | None:
    if year:
        return _one(date(int(year), month, day))
    if anchor is None:
        return None
    # News leaves the year out when it is plain: the date nearest to publication.
    near = [date(y, month, day) for y in (anchor.year - 1, anchor.year, anchor.year + 1) if _exists(y, month, day)]
    return _one(min(near, key=lambda found: abs((found - anchor).days))) if near else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _month(year: int, month: int, part: str | None) -> Interval:
    last = calendar.monthrange(year, month)[1]
    first, final = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}.get((part or "").lower(), (1, last))
    return Interval(start=date(year, month, first), end=date(year, month, final))


def _one(day: date) -> Interval:
    return Interval(start=day, end=day)


def _relative(match: re.Match[str], anchor: date) -> Interval | None:
    if match["m4"] or match["m5"]:
        month = _MONTHS[(match["m4"] or match["m5"]).lower()]
        forward = (match["pin"] or "").lower() in ("next", "by", "until")
        year = anchor.year + (month < anchor.month) if forward else anchor.year - (month > anchor.month)
        return _month(year, month, match["part4"])
    if match["day"]:
        return _weekday(_DAYS[match["day"].lower()], (match["dir"] or "").lower(), anchor)
    if match["rel"]:
        words = " ".join(match["rel"].lower().split())
        return _one(anchor + timedelta({"day before yesterday": -2, "yesterday": -1, "tomorrow": 1}.get(words, 0)))
    if match["which"]:
        return _period(match["which"].lower(), match["span"].lower(), anchor)
    return _ago(match, anchor) if match["n7"] else _lasting(match, anchor)


def _lasting(match: re.Match[str], anchor: date) -> Interval | None:
    """Resolve "for six months" and the like: up to the day of publication."""
    start = _shift(anchor, _number(match["n8"]), match["u8"], -1) if match["n8"] else None
    return Interval(start=start, end=anchor) if start else None


def _weekday(day: int, which: str, anchor: date) -> Interval:
    back = (anchor.weekday() - day) % 7
    if which == "next":
        return _one(anchor + timedelta(7 - back))
    return _one(anchor - timedelta(back or (7 if which == "last" else 0)))


def _period(which: str, span: str, anchor: date) -> Interval:
    step = {"last": -1, "past": -1, "this": 0, "next": 1}[which]
    monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * step)
    if span == "week":
        return Interval(start=monday, end=monday + timedelta(6))
    if span == "weekend":
        return Interval(start=monday + timedelta(5), end=monday + timedelta(6))
    if span == "month":
        month = anchor.year * 12 + anchor.month - 1 + step
        return _month(month // 12, month % 12 + 1, None)
    return Interval(start=date(anchor.year + step, 1, 1), end=date(anchor.year + step, 12, 31))


def _number(words: str) -> int:
    words = words.lower()
    return int(words) if words.isdigit() else _COUNTS[words]


def _shift(anchor: date, count: int, unit: str, sign: int) -> date | None:
    if not count:
        return None
    unit = unit.lower()
    if unit in ("day", "week"):
        return anchor + timedelta(sign * count * (7 if unit == "week" else 1))
    months = anchor.year * 12 + anchor.month - 1 + sign * count * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(anchor.day, calendar.monthrange(year, month + 1)[1]))


def _ago(match: re.Match[str], anchor: date) -> Interval | None:
    sign = 1 if match["ago"].lower() == "later" else -1
    if match["ago"].lower() != "ago":
        return None  # earlier or later than what stands before, not than the day of publication
    count, unit = _number(match["n7"]), match["u7"].lower()
    middle = _shift(anchor, count, unit, sign)
    if middle is None:
        return None
    # "two weeks ago" is as exact as its unit.
    if unit == "day":
        return _one(middle)
    if unit == "week":
        return Interval(start=middle - timedelta(3), end=middle + timedelta(3))
    if unit == "month":
        return _month(middle.year, middle.month, None)
    return Interval(start=date(middle.year, 1, 1), end=date(middle.year, 12, 31))
