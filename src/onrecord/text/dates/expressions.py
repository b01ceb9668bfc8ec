"""Time expressions resolved to days, by rules of news usage.

What is found follows TimeML: the words that name a time, without the preposition before them ("Monday", "late March",
"nearly 600 days"). Where two rules find overlapping words, the longer ones count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from itertools import zip_longest

from onrecord.data import Interval, Span, TimeKind
from onrecord.text.dates import absolute, counted, days, edges, feasts, periods, relative, within
from onrecord.text.dates.hours import with_hour
from onrecord.text.dates.rules import Place, Rule
from onrecord.text.dates.vocabulary import WEEKDAY

_WORDS = """
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
    sundays yesterday yesterdays today todays tomorrow tonight overnight night morning afternoon evening day days week
    weeks weekend month months year years quarter half decade decades century centuries fortnight season spring summer
    fall autumn winter ago jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december christmas easter halloween thanksgiving juneteenth
"""
_SIGNS = {word: word[:3] for word in _WORDS.split()}
"""Every expression has one of these words, a figure or "from now"; most sentences have none and need no rule. A rule
is tried where its pattern has the first letters of one that is there: half of them are."""
_FIGURE = re.compile(r"\d(?:\d{3}|0s(?<=['’]\d0s)|/\d|(?:st|nd|rd|th)\b)", re.IGNORECASE)
_FROM_NOW = re.compile(r"\bfrom\snow\b", re.IGNORECASE)
_A_FIGURE, _NOW = "0", "now"
_WORD = re.compile(r"\w+")
_TWICE = re.compile(r"\[(\w)\1\]")
"""A letter that a pattern has small or as a capital, in small letters."""
_ENGLISH = (
    *edges.RULES,
    *feasts.RULES,
    *absolute.RULES,
    *periods.RULES,
    *relative.RULES,
    *counted.RULES,
    *within.RULES,
)
_OPENING = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r",?\s(?:to|and|until|through)\s(?:the\s)?|\s?[–—-]\s?", re.IGNORECASE)
_IN_TURN = re.compile(r"\s(?:and|or|to|into|through)\s(?:on\s)?(?:early\s|late\s)?", re.IGNORECASE)
_WEEKDAYS = re.compile(rf"{WEEKDAY}\b(?:\s(?:morning|afternoon|evening|night))?$")
_YEAR = re.compile(r"\d{4}|\b(?:last|past|this|next)\b", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"\d{4}")
_EVE = re.compile(r"\b(?:the\s)?eve\sof\s(?:the\s)?$", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that speak of a time, and the days they mean; None when that cannot be told."""

    span: Span
    interval: Interval | None
    words: str
    kind: TimeKind = TimeKind.DAYS


def find_times(text: str, *, anchor: date | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text`` in order, resolved against ``anchor``, the day it was published.

    A bare weekday or a date without its year means the latest one not after the anchor, unless the words around look
    ahead; without an anchor such words stay unresolved, as do seasons, fiscal years of nobody knows whom, vague counts
    ("years ago", "nearly ten years ago"), times counted from another ("a week later"), and what two careful readers
    would read differently ("last Tuesday" on a Friday). Other languages than English give days in figures only.
    """
    signs = _signs_in(text)
    if not signs:
        return ()
    english = (rule for rule, needed in zip(_ENGLISH, _NEEDED, strict=True) if not needed.isdisjoint(signs))
    rules = english if language == "en" else absolute.IN_FIGURES
    found = [_led_up_to(text, each, anchor) for each in _found(text, anchor, rules)]
    return tuple(_ranges(text, list(_in_turn(text, list(_told_beside(text, found)), anchor))))


def _signs_in(text: str) -> set[str]:
    """Return by what a text shows that expressions may be in it."""
    found = {_SIGNS[word] for word in _WORD.findall(text.lower()) if word in _SIGNS}
    if _FIGURE.search(text):
        found.add(_A_FIGURE)
    if _FROM_NOW.search(text):
        found.add(_NOW)
    return found


def _signs_of(rule: Rule) -> frozenset[str]:
    """Return what of :func:`_signs_in` the expressions of a rule may have."""
    pattern = _TWICE.sub(r"\1", rule.pattern.pattern.lower())
    figure = {_A_FIGURE} if any(map(str.isdigit, pattern)) or r"\d" in pattern else set[str]()
    return frozenset(figure.union(sign for sign in (*_SIGNS.values(), _NOW) if sign in pattern))


_NEEDED = tuple(map(_signs_of, _ENGLISH))


def _found(text: str, anchor: date | None, rules: Iterable[Rule]) -> Iterator[TimeExpression]:
    places = [
        (Span(start=match.start(group), end=match.end(group)), match, each)
        for each in rules
        for match in each.pattern.finditer(text)
        for group in ("x" if "x" in each.pattern.groupindex else 0,)
    ]
    end = 0
    for span, match, each in sorted(places, key=lambda found: (found[0].start, -found[0].end)):
        if span.start >= end:
            wide = with_hour(text, span)
            interval = _resolved(each, match, Place(text, wide, anchor))
            is_day = interval is not None and interval.start == interval.end
            whole = Span(start=max(end, wide.start), end=wide.end) if is_day else span
            end = whole.end
            kind = each.kind_with(interval)
            yield TimeExpression(span=whole, interval=interval, words=whole.cut(text), kind=kind)


def _resolved(rule: Rule, match: re.Match[str], place: Place) -> Interval | None:
    try:
        return rule.days(match, place)
    except (ValueError, OverflowError):  # the calendar has no such day
        return None


def _led_up_to(text: str, time: TimeExpression, anchor: date | None) -> TimeExpression:
    """Make "since 2012" last until the day of publication, and "the eve of 9 May" the day before."""
    interval, start = time.interval, time.span.start
    if interval is None:
        return time
    eve = _EVE.search(text, max(0, start - 24), start)
    if eve and interval.start == interval.end and interval.start > date.min:
        span = Span(start=eve.start(), end=time.span.end)
        return TimeExpression(span=span, interval=days.one(interval.start - timedelta(1)), words=span.cut(text))
    if anchor is None or not _SINCE.search(text, max(0, start - 12), start):
        return time
    return replace(time, interval=Interval(start=interval.start, end=max(interval.end, anchor)))


def _told_beside(text: str, times: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the times, a weekday as the date in brackets behind it says: "Sunday (26 October)"."""
    for time, behind in zip_longest(times, times[1:]):
        day = behind.interval if behind is not None else None
        beside = behind is not None and text[time.span.end : behind.span.start] == " ("
        if beside and day and day.start == day.end and f"{day.start:%A}" in time.words:
            yield replace(time, interval=day)
        else:
            yield time


def _in_turn(text: str, times: list[TimeExpression], anchor: date | None) -> Iterator[TimeExpression]:
    """Yield the times, the second of two weekdays in turn after the first: "late Sunday or early Monday"."""
    before: TimeExpression | None = None
    for time in times:
        in_turn = before is not None and _IN_TURN.fullmatch(text, before.span.end, time.span.start)
        before = _after(before, time, anchor) if before is not None and in_turn else time
        yield before


def _after(before: TimeExpression, time: TimeExpression, anchor: date | None) -> TimeExpression:
    first, second = before.interval, time.interval
    if not (first and second and anchor and _WEEKDAYS.match(before.words) and _WEEKDAYS.match(time.words)):
        return time
    if first.end > date.max - timedelta(7):
        return time
    day = first.end + timedelta((second.start.weekday() - first.end.weekday()) % 7)
    return time if first.end < anchor < day else replace(time, interval=days.one(day))


def _ranges(text: str, times: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Join "from May to July" and "2003–2007" into one expression each."""
    at = 0
    while at < len(times):
        time = times[at]
        joined = _joined(text, time, times[at + 1]) if at + 1 < len(times) else None
        yield joined or time
        at += 2 if joined else 1


def _joined(text: str, first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    between = text[first.span.end : last.span.start]
    if not _BETWEEN.fullmatch(between) or first.interval is None or last.interval is None:
        return None
    opened = _OPENING.search(text, max(0, first.span.start - 14), first.span.start)
    word = between.strip(" ,").lower().removesuffix(" the")
    if word.isalpha() and not opened and word != "through":
        return None
    since, until = first.interval, last.interval
    if not _YEAR.search(first.words) and _NAMED_YEAR.search(last.words):
        since = _in_year(since, until.end.year - (_in_year(since, until.end.year).start > until.end))
    if since.start > until.end:
        year = max(since.start.year, until.end.year)  # "from 15 January 2021 to 23 October", told in March 2020
        if not opened or _YEAR.search(last.words) or year == MAXYEAR:
            return None
        until = _in_year(until, year)
        until = _in_year(until, year + 1) if since.start > until.end else until
    span = Span(start=first.span.start, end=last.span.end)
    return TimeExpression(span=span, interval=days.span(since, until), words=span.cut(text))


def _in_year(interval: Interval, year: int) -> Interval:
    """Return an interval moved so that it begins in ``year``."""
    by = year - interval.start.year
    return Interval(start=days.shift(interval.start, by, "year"), end=days.shift(interval.end, by, "year"))
