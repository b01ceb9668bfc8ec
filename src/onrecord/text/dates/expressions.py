"""Time expressions resolved to days, by rules of news usage.

What is found follows TimeML: the words that name a time, without the preposition before them ("Monday", "late March",
"nearly 600 days"). Where two rules find overlapping words, the longer ones count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date

from onrecord.data import Interval, Span
from onrecord.text.dates import absolute, days, relative
from onrecord.text.dates.rules import Place, Rule

_TRIGGER = re.compile(
    r"\d{4}|['’]\d0s|\d/\d|\d(?:st|nd|rd|th)\b"
    r"|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day|tomorrow|tonight|overnight|jan|feb|mar|apr|may|jun|jul|"
    r"aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|"
    r"night|morning|afternoon|evening|days?|weeks?|weekend|months?|years?|quarter|half|decades?|ago|new year|christmas|"
    r"spring|summer|fall|autumn|winter|season)\b",
    re.IGNORECASE,
)
"""Every expression has one of these; most sentences have none and need no rule."""
_OPENING = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\s(?:to|and|until|through)\s(?:the\s)?|\s?[–—-]\s?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|\b(?:last|past|this|next)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s(?:the\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that speak of a time, and the days they mean; None when that cannot be told."""

    span: Span
    interval: Interval | None
    words: str


def find_times(text: str, *, anchor: date | None, language: str = "en") -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``text`` in order, resolved against ``anchor``, the day it was published.

    A bare weekday or a date without its year means the latest one not after the anchor, unless the words around look
    ahead; without an anchor such words stay unresolved, as do seasons, fiscal years, vague counts ("years ago") and
    times counted from another ("a week later"). Other languages than English give days in figures only.
    """
    rules = (*absolute.RULES, *relative.RULES) if language == "en" else absolute.IN_FIGURES
    if not _TRIGGER.search(text):
        return ()
    return tuple(_ranges(text, [_lasting_since(text, each, anchor) for each in _found(text, anchor, rules)]))


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
            end = span.end
            yield TimeExpression(
                span=span, interval=_resolved(each, match, Place(text, span, anchor)), words=span.cut(text)
            )


def _resolved(rule: Rule, match: re.Match[str], place: Place) -> Interval | None:
    try:
        return rule.days(match, place)
    except (ValueError, OverflowError):  # the calendar has no such day
        return None


def _lasting_since(text: str, time: TimeExpression, anchor: date | None) -> TimeExpression:
    """Make "since 2012" last until the day of publication, when that is known."""
    if (
        time.interval is None
        or anchor is None
        or not _SINCE.search(text, max(0, time.span.start - 12), time.span.start)
    ):
        return time
    until = Interval(start=time.interval.start, end=max(time.interval.end, anchor))
    return TimeExpression(span=time.span, interval=until, words=time.words)


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
    if between.strip().isalpha() and not opened and between.strip().lower() != "through":
        return None
    until = last.interval
    if first.interval.start > until.end:
        if not opened or _YEAR.search(last.words) or until.end.year == MAXYEAR:
            return None
        until = Interval(start=days.shift(until.start, 1, "year"), end=days.shift(until.end, 1, "year"))
    span = Span(start=first.span.start, end=last.span.end)
    return TimeExpression(span=span, interval=days.span(first.interval, until), words=span.cut(text))
