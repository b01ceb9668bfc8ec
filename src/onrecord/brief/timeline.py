"""What happened when: sentences by the days they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.data import Interval, day_of
from onrecord.text.dates import TimeExpression, find_times

_LONGEST = 7  # days; what lasts longer is no entry


_NAMED = re.compile(r"\b(?:[A-Z][\w’']*|first|second|third|fourth|last|every|each)\s$")
"""Before a weekday: "Super Bowl Sunday" and "the first Sunday" are not the Sunday before the report."""
_OWNING = re.compile(r"['’]s\b| of\b| \(")
"""After it: "Thursday's vote" may be over or still to come, and what is said in brackets is said already."""
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


def times_of(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence that mean one time only, counted from the day it was published."""
    at = sentence.memento.at
    found = find_times(sentence.words, anchor=day_of(at) if at is not None else None)
    return tuple(time for time in found if not is_relative(time) or _is_sure(sentence.words, time, found))


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


def _days(time: TimeExpression) -> int:
    return (time.interval.end - time.interval.start).days if time.interval else 0


def _meet(one: Interval, other: Interval) -> bool:
    return one.start <= other.end and other.start <= one.end


def in_words(day: date) -> str:
    """Return a day as ``19 May 2025``."""
    return f"{day.day} {day:%B %Y}"


def entries(sentences: Sequence[Sentence], *, most: int) -> tuple[tuple[Interval, Sentence], ...]:
    """Return the best sentence for each day, in order of days; an event told on two days is told once."""
    best: dict[date, tuple[Interval, Sentence]] = {}
    for sentence in sentences:
        short = [time.interval for time in times_of(sentence) if time.interval and _days(time) < _LONGEST]
        if not short:
            continue
        interval = min(short, key=lambda found: (found.end - found.start, found.start))
        told = any(say_the_same(sentence, other) for _, other in best.values())
        if interval.start not in best and not told:
            best[interval.start] = (interval, sentence)
        if len(best) == most:
            break
    return tuple(best[day] for day in sorted(best))


def dated(sentence: Sentence) -> str:
    """Return the words of a sentence with the day in brackets behind each that is named from the day of report."""
    parts, end = [], 0
    for time in times_of(sentence):
        if time.interval is not None and is_relative(time) and time.interval.start == time.interval.end:
            parts += [sentence.words[end : time.span.end], f" [{in_words(time.interval.start)}]"]
            end = time.span.end
    return "".join((*parts, sentence.words[end:]))
