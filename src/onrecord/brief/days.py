"""Which day "Monday" is, where one day only can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from onrecord.brief.sentences import Sentence
from onrecord.data import Interval, day_of
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.dates.tense import is_done

LONGEST = 7
"""Days; what lasts longer is no day of something."""


_NAMED = re.compile(
    r"\b(?:(?!(?:On|At|Around|About|Late|Early|Since|By|Until|This|Earlier|And|But)\b)[A-Z][\w’']*|first|second|third|fourth|last|every|each)\s$"
)
"""Before a weekday: "Super Bowl Sunday" and "the first Sunday" are not the Sunday before the report."""
_OWNING = re.compile(r"['’]s\b| of\b| \(")
"""After it: "Thursday's vote" may be over or still to come, and what is said in brackets is said already."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_WAS_PLANNED = re.compile(
    r"\b(?:had been|was|were)\s(?:\w+\s)?(?:scheduled|due|set|expected|supposed|slated|planned|meant)\b[^;:]*$"
)
"""What was due on a weekday may have been due on the one before the report or on the one after."""
_AHEAD = re.compile(r"\bto\s(?!the\b|a\b|an\b|his\b|her\b|its\b|their\b)[a-z]+\b[^,;:]*$")
"""An infinitive before a weekday: "was preparing to release them Saturday" looks ahead."""
_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are)\s(?:\w+\s)?(?:set|due|scheduled|expected|slated|planned|likely|going))\b[^,;:]*$"
)
_UNDER_WAY = re.compile(r"\b(?:is|are)\s(?:\w+ly\s)?\w+ing\b[^,;:]*$")
"""What goes on when it is told, before a weekday: "are preparing for the cup on Sunday" looks ahead too."""
_FROM = re.compile(r"\b(?:from|as of|starting|beginning)\s(?:on\s)?$")
"""What begins on a weekday, unless it is told as done: "is closed from Monday", "shows 40 paintings from Saturday"."""
_SHORTLY = 3
"""Days before the report that a weekday may lie: what is named six days after is mostly a page that went on later."""
_SOON = 31
"""Days ahead from which a day without its year may be the one of the year before."""
_NEAR = re.compile(r"yesterday|today|tonight|tomorrow", re.IGNORECASE)
_COUNTED = re.compile(
    r"yesterday|today|tonight|tomorrow|last night|overnight|this (?:morning|afternoon|evening)", re.IGNORECASE
)
"""Days that are others where the report was read by another clock; a weekday is not."""
_ONE_DAY = range(8, 14)
"""Hours of UTC at which it is the same day from Vancouver to Sydney."""
_YEAR = re.compile(r"\d{4}")
_HOUR = re.compile(r"^.*\d\s?[ap]\.?m\b\.?(?:\s(?:[A-Z]{2,4}|local time))?,?\s(?:on\s)?", re.IGNORECASE)
"""The hour before a day: "5 a.m. EDT on Monday"."""
_WEEKDAY = re.compile(r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the |this )?weekend)")
_PERSON = re.compile(r"^\W*(?:He|She)\b")


def times_of(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence that mean one time only, counted from the day it was published.

    "Today" is counted from none where a report went out at an hour at which it was another day elsewhere.
    """
    at = sentence.memento.at
    day = day_of(at) if at is not None else None
    found = _times(sentence.words, day)
    return tuple(
        time
        for time in found
        if not (day and _is_ahead(sentence.words, time, day))
        and not (day and sentence.unsure and _is_far_back(time, day))
        and not (isinstance(at, datetime) and at.hour not in _ONE_DAY and _COUNTED.match(time.words))
        and (not is_relative(time) or (_is_sure(sentence.words, time, found) and _is_known(sentence, time)))
    )


@lru_cache(maxsize=16_384)
def _times(words: str, day: date | None) -> tuple[TimeExpression, ...]:
    return tuple(find_times(words, anchor=day))


def _is_known(sentence: Sentence, time: TimeExpression) -> bool:
    """Say whether a time is the same whether its page was written when it was published or when it was changed."""
    changed = sentence.memento.document.modified_at
    if sentence.unsure or changed is None:
        return not sentence.unsure
    return any(
        other.span == time.span and other.interval == time.interval for other in _times(sentence.words, day_of(changed))
    )


def is_relative(time: TimeExpression) -> bool:
    """Say whether a time is named from the day of report, such as "Monday"."""
    return not any(sign.isdigit() for sign in _HOUR.sub("", time.words))


def _is_sure(words: str, time: TimeExpression, others: Sequence[TimeExpression]) -> bool:
    """Say whether a time means the one before the report: outside quotes, and of no other year that is spoken of."""
    quoted = any(found.start() < time.span.start < found.end() for found in _QUOTED.finditer(words))
    before = "" if _NEAR.match(time.words) else words[: time.span.start]
    named = _NAMED.search(before) or _OWNING.match(words, time.span.end)
    elsewhere = any(
        time.interval and other.interval and not _meet(time.interval, other.interval)
        for other in others
        if days_in(other) > LONGEST
    )
    return not (quoted or named or elsewhere)


def _is_ahead(words: str, time: TimeExpression, published: date) -> bool:
    """Say whether a time may lie ahead and may not, a weekday or a day whose year is not given."""
    if is_relative(time):
        return _is_planned(words, time, published)
    far = time.interval is not None and (time.interval.start - published).days > _SOON
    return far and not _YEAR.search(time.words) and not _WILL.search(words[: time.span.start])


def _is_far_back(time: TimeExpression, published: date) -> bool:
    """Say whether the year of a day is not given, and is the one before where it is not a month and more ahead."""
    far = time.interval is not None and (published - time.interval.end).days > _SOON
    return far and days_in(time) == 0 and not is_relative(time) and not _YEAR.search(time.words)


def _is_planned(words: str, time: TimeExpression, published: date) -> bool:
    """Say whether a weekday or weekend is spoken of as a plan, so that it could be the one before or the one after."""
    day = _HOUR.sub("", time.words)
    if time.interval is None or not _WEEKDAY.match(day):
        return False
    before = words[: time.span.start]
    if time.interval.start > published:
        return not _WILL.search(before)
    past = time.interval.end < published
    long_past = (published - time.interval.end).days > _SHORTLY and day[0].isupper()
    looks_ahead = past and any(sign.search(before) for sign in (_AHEAD, _WILL, _UNDER_WAY))
    looks_ahead |= bool(_FROM.search(before)) and not is_done(words, time.span.start, time.span.end)
    return bool(long_past or looks_ahead or _WAS_PLANNED.search(before))


def tells_of_later(sentence: Sentence, time: TimeExpression) -> bool:
    """Say whether a sentence tells as done what it dates later than its publication; one of these dates is wrong."""
    later = time.interval is not None and sentence.told[0].date() < time.interval.start
    return later and is_done(sentence.words, time.span.start, time.span.end)


def days_in(time: TimeExpression) -> int:
    """Return how many days lie between the first of a time and its last."""
    return (time.interval.end - time.interval.start).days if time.interval else 0


def _meet(one: Interval, other: Interval) -> bool:
    return one.start <= other.end and other.start <= one.end


def in_words(day: date) -> str:
    """Return a day as ``19 May 2025``."""
    return f"{day.day} {day:%B %Y}"


def dated(sentence: Sentence) -> str:
    """Return the words of a sentence with what makes them readable alone in brackets.

    That is the day behind each that is named from the day of report, the name behind a "he" or "she" that opens it, and
    the names before the last one, where that alone says who speaks. "Five days ago" has none: it is off by one on a
    page that was put online at night.
    """
    times = (
        time
        for time in times_of(sentence)
        if is_relative(time) and days_in(time) == 0 and not time.words.endswith("ago")
    )
    added = [(time.span.end, f" [{in_words(time.interval.start)}]") for time in times if time.interval is not None]
    if sentence.opener and (person := _PERSON.match(sentence.words)):
        added.append((person.end(), f" [{sentence.opener}]"))
    if sentence.given:
        place, names = sentence.given
        added.append((place, f"[{names}] "))
    parts, end = [], 0
    for place, addition in sorted(added):
        parts += [sentence.words[end:place], addition]
        end = place
    return "".join((*parts, sentence.words[end:]))
