"""Figures that were given anew, and those that sources put differently at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.brief.citing import Citations
from onrecord.brief.figures import (
    KILLED,
    Counts,
    Reported,
    by_day,
    counted_in,
    counter,
    far_apart,
    matters,
    runs,
    sources,
)
from onrecord.brief.sentences import Sentence, numbers_of
from onrecord.data import Bound, Dispute, Figure, Replacement, Window
from onrecord.text.words import terms

_DAYS_APART = 2
"""Reports this near in time that differ speak of one moment; further apart the figure may have moved."""

LEAP = 10
"""How many times as large a count may be as one before it; what is larger still is counted of something else."""
FALL = 0.5
"""What falls below so much of what was counted was most likely counted of a part."""
_AHEAD, _BEHIND = 1.5, 2
"""How many times as large as others a toll is that is none of its day, and on how many days behind: copies of one day
bear each other out no more than once."""
_LIKE = 2
"""Terms that two reports of one count share at least, beside what is counted."""
LOWERED = re.compile(
    r"\b(?:low(?:er|ered|ering)|revis\w+|correct\w+|down (?:from|to)|reduc\w+|cut\w*)\b", re.IGNORECASE
)
"""How it is said that a count fell; a lower toll that nobody says this of is mostly an older one, told later."""
_DIFFERENT = 0.02
"""Share by which two figures must differ to be held against each other; less is rounding."""


def replaced(sentences: Sequence[Sentence]) -> frozenset[tuple[str, int]]:
    """Return the places of sentences with a figure that their origin or publisher has since given anew."""
    return frozenset(
        one[0].place for run in _told(sentences) for one, other in combinations(run, 2) if _is_given_anew(one, other)
    )


def _told(sentences: Sequence[Sentence]) -> Iterator[tuple[Reported, ...]]:
    """Yield the reports of one event's counts, in order of time."""
    return (run for each in matters(sentences) for run in runs(sorted(each, key=by_day)))


def _is_given_anew(one: Reported, other: Reported) -> bool:
    (a, _), (b, _) = one, other
    later = b.told[0].date() > a.told[0].date()
    return later and bool(set(sources(a)) & set(sources(b))) and _is_revised(one, other)


def _is_revised(one: Reported, other: Reported) -> bool:
    """Say whether a later report gives a count anew; those who died do not grow fewer unless it is said so.

    A toll ten times as large is of more than the one before: of the whole, and that of the isles before the storm came.
    """
    toll = counted_in(one) == KILLED
    falls = toll and other[1].value < one[1].value and not LOWERED.search(other[0].words)
    leaps = toll and other[1].value > LEAP * one[1].value
    return not falls and not leaps and moved(one[1], other[1]) and of_one_matter(one, other)


def overtaken(sentences: Sequence[Sentence]) -> frozenset[tuple[str, int]]:
    """Return the places of sentences with a toll that a later day, whoever counted, made many times as large.

    It may have been of a part, and so was not replaced; but it is none to lead with.
    """
    return frozenset(
        one[0].place
        for run in _told(sentences)
        for one, other in combinations(run, 2)
        if counted_in(one) == KILLED
        and other[0].told[0].date() > one[0].told[0].date()
        and other[1].value > LEAP * one[1].value
        and of_one_matter(one, other)
    )


def ahead_of_their_day(sentences: Sequence[Sentence]) -> frozenset[tuple[str, int]]:
    """Return the places of sentences with a toll that rises above those up to its day and those of two days behind.

    Its page was written on after its date and does not say so: the toll is a later one's.
    """
    tolls = ([one for one in run if counted_in(one) == KILLED] for run in _told(sentences))
    return frozenset(one[0].place for run in tolls for one in run if _is_ahead(one, run))


def _is_ahead(one: Reported, tolls: Sequence[Reported]) -> bool:
    day, document = one[0].told[0].date(), one[0].memento.document.id
    lower = [
        other[0]
        for other in tolls
        if other[1].value * _AHEAD <= one[1].value and _told_alike(one, other) and other[0].place[0] != document
    ]
    days = {other.told[0].date() for other in lower}
    return sum(other > day for other in days) >= _BEHIND and min(days) <= day


def given_anew(reported: Sequence[Reported]) -> list[tuple[Reported, Reported]]:
    """Return the newest report of each publisher and of each who counted, behind the last one that it replaced."""
    by_source: dict[tuple[str, str], list[Reported]] = {}
    for one in reported:
        by_source.setdefault(("publisher", sources(one[0])[1]), []).append(one)
        if who := counter(one):
            by_source.setdefault(("counter", who), []).append(one)
    found: dict[tuple[str, int], tuple[Reported, Reported]] = {}
    for *earlier, newest in by_source.values():
        day = newest[0].told[0].date()
        before = [one for one in earlier if one[0].told[0].date() < day and _is_revised(one, newest)]
        if before:
            found.setdefault(newest[0].place, (before[-1], newest))
    return list(found.values())


def of_one_matter(one: Reported, other: Reported, beside: frozenset[str] = frozenset()) -> bool:
    """Say whether two counts are of one thing: told in like words, and no large one a multiple of the other.

    In a war two sides lose people, and what they are called is often the same. Terms to look ``beside`` tell nothing.
    """
    return _told_alike(one, other, beside) and not far_apart(one[1].value, other[1].value)


def _told_alike(one: Reported, other: Reported, beside: frozenset[str] = frozenset()) -> bool:
    (a, x), (b, y) = one, other
    counted = beside | numbers_of(a) | numbers_of(b) | frozenset(terms(f"{x.counted} {y.counted} killed"))
    return len(a.terms & b.terms - counted) >= _LIKE


def moved(before: Figure, after: Figure) -> bool:
    """Say whether a later figure leaves no room for the earlier one: "more than 250" has room for 271."""
    if after.value < before.value * FALL:
        return False
    if after.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return before.value < after.value
    if after.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return before.value > after.value
    return abs(before.value - after.value) > _DIFFERENT * max(before.value, after.value)


def disputes(counts: Counts, cited: Citations, lately: Window) -> Iterator[Dispute]:
    """Yield the figures that two origins put differently at about one time, one of them ``lately``."""
    for counted, reported in counts.items():
        sides = disputed(reported)
        if sides and any(lately.admits(sentence.memento.at) for sentence, _ in sides):
            yield Dispute(about=counted, sides=tuple(cited.cite(sentence) for sentence, _ in sides))


def replacements(counts: Counts, cited: Citations, lately: Window) -> Iterator[Replacement]:
    """Yield the figures that a publisher gave anew ``lately``, the last it gave behind the one before."""
    for counted, reported in counts.items():
        for (before, _), (after, _) in given_anew(reported):
            if after.memento.at is not None and lately.admits(after.memento.at):
                yield Replacement(
                    about=counted, before=cited.cite(before), after=cited.cite(after), replaced_at=after.memento.at
                )


def disputed(reported: Sequence[Reported]) -> tuple[Reported, Reported] | None:
    """Return the two reports of different origins nearest in time that give different values, the latest of such."""
    pairs = [pair for pair in combinations(reported, 2) if _against(*pair)]
    return min(reversed(pairs), key=lambda pair: _days_between(*pair), default=None)


def _against(one: Reported, other: Reported) -> bool:
    (a, x), (b, y) = one, other
    exact = x.bound is Bound.EXACTLY and y.bound is Bound.EXACTLY
    differ = of_one_matter(one, other) and exact and abs(x.value - y.value) > _DIFFERENT * max(x.value, y.value)
    return differ and not set(sources(a)) & set(sources(b)) and _days_between(one, other) <= _DAYS_APART


def _days_between(one: Reported, other: Reported) -> int:
    return abs((one[0].told[0].date() - other[0].told[0].date()).days)
