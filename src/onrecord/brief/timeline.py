"""What happened when: sentences by the days they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import islice

from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.data import Interval, day_of
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.words import terms

_LONGEST = 7  # days; what lasts longer is no entry
_LONG_AGO = 366  # days before the report


_NAMED = re.compile(r"\b(?:[A-Z][\w’']*|first|second|third|fourth|last|every|each)\s$")
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
_SHORTLY = 3
"""Days before the report that a weekday may lie: what is named six days after is mostly a page that went on later."""
_WEEKDAY = re.compile(r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_PERSON = re.compile(r"^\W*(?:He|She)\b")


def times_of(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence that mean one time only, counted from the day it was published."""
    at = sentence.memento.at
    found = find_times(sentence.words, anchor=day_of(at) if at is not None else None)
    return tuple(
        time
        for time in found
        if not is_relative(time)
        or (_is_sure(sentence.words, time, found) and not (at and _is_planned(sentence.words, time, day_of(at))))
    )


def is_relative(time: TimeExpression) -> bool:
    """Say whether a time is named from the day of report, such as "Monday"."""
    return not any(sign.isdigit() for sign in time.words)


def _is_sure(words: str, time: TimeExpression, others: Sequence[TimeExpression]) -> bool:
    """Say whether a time means the one before the report: outside quotes, and of no other year that is spoken of."""
    quoted = any(found.start() < time.span.start < found.end() for found in _QUOTED.finditer(words))
    named = _NAMED.search(words[: time.span.start]) or _OWNING.match(words, time.span.end)
    elsewhere = any(
        time.interval and other.interval and not _meet(time.interval, other.interval)
        for other in others
        if _days(other) > _LONGEST
    )
    return not (quoted or named or elsewhere)


def _is_planned(words: str, time: TimeExpression, published: date) -> bool:
    """Say whether a weekday is spoken of as a plan in such a way that it could be the one before or the one after."""
    if time.interval is None or not _WEEKDAY.match(time.words):
        return False
    before = words[: time.span.start]
    if time.interval.start > published:
        return not _WILL.search(before)
    past = time.interval.end < published
    long_past = (published - time.interval.end).days > _SHORTLY and time.words[0].isupper()
    return bool(long_past or _WAS_PLANNED.search(before) or (past and (_AHEAD.search(before) or _WILL.search(before))))


def _days(time: TimeExpression) -> int:
    return (time.interval.end - time.interval.start).days if time.interval else 0


def _meet(one: Interval, other: Interval) -> bool:
    return one.start <= other.end and other.start <= one.end


def in_words(day: date) -> str:
    """Return a day as ``19 May 2025``."""
    return f"{day.day} {day:%B %Y}"


Spoken = tuple[Interval, Sentence]
"""A time of some days at most, and a sentence that speaks of it."""


def days_spoken_of(topic: str, sentences: Sequence[Sentence]) -> tuple[tuple[Spoken, ...], ...]:
    """Return for each day the sentences on the topic that speak of it, the day that most origins speak of first.

    A day long before the report that only one origin speaks of is a comparison, and no part of what happened. How often
    a day is mentioned tells best which to tell, of what nothing was trained for (Gholipour Ghalandari and
    Ifrim, Examining the state-of-the-art in news timeline summarization, 2020).
    """
    sought = frozenset(terms(topic))
    spoken: dict[date, list[Spoken]] = {}
    for sentence in sentences:
        short = [time.interval for time in times_of(sentence) if time.interval and _days(time) < _LONGEST]
        if short and (not sought or sought & sentence.terms):
            interval = min(short, key=lambda found: (found.end - found.start, found.start))
            spoken.setdefault(interval.start, []).append((interval, sentence))
    told = (each for each in spoken.values() if _origins(each) > 1 or not all(map(_is_long_ago, each)))
    return tuple(map(tuple, sorted(told, key=_mentions)))


def _is_long_ago(spoken: Spoken) -> bool:
    time, sentence = spoken
    return (sentence.told[0].date() - time.end).days >= _LONG_AGO


def _origins(told: Sequence[Spoken]) -> int:
    return len({sentence.memento.origin for _, sentence in told})


def entries(spoken: Sequence[Sequence[Spoken]], *, most: int) -> tuple[Spoken, ...]:
    """Return the first days, in order, each with its best sentence; an event told on two days is told once."""
    best: list[Spoken] = []
    for told in spoken:
        fresh = (one for one in told if not any(say_the_same(one[1], other) for _, other in best))
        best += islice(fresh, 1)
        if len(best) == most:
            break
    return tuple(sorted(best, key=lambda entry: entry[0].start))


def _mentions(told: Sequence[Spoken]) -> tuple[object, ...]:
    """Order days by how many origins speak of them, those of as many by their best sentence."""
    return (-_origins(told), *told[0][1].key)


def dated(sentence: Sentence) -> str:
    """Return the words of a sentence with what makes them readable alone in brackets.

    That is the day behind each that is named from the day of report, and the name behind a "he" or "she" that opens it.
    """
    times = (time for time in times_of(sentence) if is_relative(time) and _days(time) == 0)
    added = [(time.span.end, in_words(time.interval.start)) for time in times if time.interval is not None]
    if sentence.opener and (person := _PERSON.match(sentence.words)):
        added.append((person.end(), sentence.opener))
    parts, end = [], 0
    for place, addition in sorted(added):
        parts += [sentence.words[end:place], f" [{addition}]"]
        end = place
    return "".join((*parts, sentence.words[end:]))
