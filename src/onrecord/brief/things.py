"""Which reports count one thing: over a whole archive, what goes by one name is often counted of several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.brief.figures import (
    KILLED,
    LARGE,
    ONE_EVENT,
    Reported,
    clause_of,
    counted_in,
    is_series,
    matters,
    runs,
    sources,
    sure,
)
from onrecord.brief.revisions import FALL, LEAP, LOWERED, of_one_matter
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence, numbers_of
from onrecord.data import Span
from onrecord.text.dates import find_times
from onrecord.text.numbers import find_figures
from onrecord.text.words import terms

_LIKE = 0.25
"""Share of the shorter report's terms, beside numbers, the topic and what is counted, that tell of one thing."""
_OF_ITS_OWN = re.compile(
    r"\b(?:votes?|voted|voting|voters?|ballots?|delegates?|seats?|seconds?|minutes?|hours?|days?|nights?|weeks?|months?"
    r"|years?|decades?|times?)\b",
    re.IGNORECASE,
)
"""What is no count that moves: each vote is one of its own, and how long or how often is a measure."""
_MODIFIER = re.compile(r"[-‐‑]\w")
"""Behind a figure that is part of another word: "a three-time winner"."""
_PLACE = re.compile(
    r"\b(?:in|at|across|near|off|out of|inside|outside)\s(?:[a-z-]+\s){0,3}?(?:of\s(?:the\s)?)?((?:[A-Z][\w’'-]*\s?)+)"
)
"""The names of places that a count is of: "in Tarn", "in the old town of Tarn"."""
_SINCE = re.compile(r"\b(?:since|from)\s(?:mid-|early |late )?(?:the \w+ of )?$", re.IGNORECASE)
"""Before a time from which on was counted, until the report."""


def series(topic: str, sentences: Sequence[Sentence]) -> dict[str, tuple[Reported, ...]]:
    """Return what is counted with its figures by day of report, where at least two values were given.

    A value that a publisher gives again, or that copies repeat, is listed once. What is counted of a place that no
    other report names is counted of something else.
    """
    sought = frozenset(terms(topic))
    told = [_in_one_place(run, sought) for reported in matters(sentences) for run in runs(sure(reported))]
    whole = (tuple(one for one in run if not _is_of_a_part(one, run) and not _leaps(one, run)) for run in told)
    return {counted_in(run[0]): run for run in whole if is_series(run)}


def _in_one_place(run: Sequence[Reported], topic: frozenset[str]) -> tuple[Reported, ...]:
    def is_shared(one: Reported) -> bool:
        places = _places(one) - topic
        return not places or any(places & other[0].terms for other in run if other[0].place != one[0].place)

    return tuple(filter(is_shared, run))


def _is_of_a_part(one: Reported, run: Sequence[Reported]) -> bool:
    """Say whether a toll is of a part: it is not said to have fallen, and is below what was given before.

    That is any count of its own publisher's, one more than twice as large of anybody's, and one of the same day that is
    of no place where this one is: "3 died in Orle", and 31 in the valley. Beside a large count it is of something else.
    """
    sentence, figure = one
    if counted_in(one) != KILLED or LOWERED.search(sentence.words):
        return False
    day = sentence.told[0].date()
    earlier = [other for other in run if other[0].told[0].date() < day]
    own = [other.value for before, other in earlier if sources(before)[1] == sources(sentence)[1]]
    if FALL * (largest := max(own, default=0.0)) <= figure.value < largest:
        return True
    whole = [other for other in run if other[0].told[0].date() == day and _places(one) - other[0].terms]
    most = max((other.value for _, other in (*earlier, *whole)), default=0.0)
    return most < LARGE and figure.value < FALL * most


def _leaps(one: Reported, run: Sequence[Reported]) -> bool:
    """Say whether the next higher toll that is reported later leaps: two who died elsewhere before the storm came."""
    sentence, figure = one
    day = sentence.told[0].date()
    later = (other.value for after, other in run if after.told[0].date() > day and other.value > figure.value)
    return counted_in(one) == KILLED and min(later, default=0.0) > LEAP * figure.value


def things(run: Sequence[Reported], topic: frozenset[str]) -> list[list[Reported]]:
    """Part reports of what goes by one name, in order of time, into those of one thing each.

    Of one thing is told in like words beside those of the ``topic``, which all share, and of the same places; a count
    of it neither leaps nor falls by half.
    """
    parts: list[list[Reported]] = []
    for one in filter(_moves, run):
        fitting = [part for part in parts if _fits(one, part, topic)]
        if fitting:
            fitting[0].append(one)
        else:
            parts.append([one])
    return parts


def _moves(one: Reported) -> bool:
    """Say whether a figure is a count that may move, and was so when it was reported."""
    sentence, figure = one
    words, place = sentence.words, figure.span
    if _OF_ITS_OWN.search(counted_in(one)) or _MODIFIER.match(words, place.end):
        return False
    day, clause = sentence.told[0].date(), clause_of(words, place)
    return not any(
        time.interval and (day - time.interval.end).days > ONE_EVENT and not _SINCE.search(clause[: time.span.start])
        for time in find_times(clause, anchor=day)
    )


def _fits(one: Reported, part: Sequence[Reported], topic: frozenset[str]) -> bool:
    value, largest = one[1].value, max(figure.value for _, figure in part)
    steady = FALL * largest <= value <= LEAP * largest
    return steady and any(_is_like(one, other, topic) for other in part)


def _is_like(one: Reported, other: Reported, topic: frozenset[str]) -> bool:
    (a, x), (b, y) = one, other
    beside = topic | numbers_of(a) | numbers_of(b) | _terms_of(x.counted) | _terms_of(y.counted)
    return (
        of_one_matter(one, other, topic)
        and alike(a.terms - beside, b.terms - beside) >= _LIKE
        and _places(one) - topic <= b.terms
        and _places(other) - topic <= a.terms
    )


def _places(one: Reported) -> frozenset[str]:
    """Return the terms of the places named in the clause of a figure, and since the figure before it."""
    sentence, figure = one
    return _places_in(sentence.words, figure.span)


@lru_cache(maxsize=4096)
def _places_in(words: str, figure: Span) -> frozenset[str]:
    ends = [other.span.end for other in find_figures(words) if other.span.end <= figure.start]
    between = words[max(ends) : figure.start] if ends else ""
    return frozenset(terms(" ".join(_PLACE.findall(f"{between} {clause_of(words, figure)}"))))


@lru_cache(maxsize=4096)
def _terms_of(words: str) -> frozenset[str]:
    return frozenset(terms(words))
