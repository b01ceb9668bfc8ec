"""Figures over time, and the sides of a dispute about one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.brief.sentences import Sentence
from onrecord.data import Bound, Figure, day_of
from onrecord.text.numbers import find_figures
from onrecord.text.words import terms

Reported = tuple[Sentence, Figure]

_DAYS_APART = 2
"""Reports this near in time that differ speak of one moment; further apart the figure may have moved."""

_DIFFERENT = 0.02
"""Share by which two figures must differ to be held against each other; less is rounding."""


def series(sentences: Sequence[Sentence]) -> dict[str, tuple[Reported, ...]]:
    """Return what is counted with its figures by day of report, where at least two values were given."""
    found: dict[str, list[Reported]] = defaultdict(list)
    for sentence in sentences:
        for figure in find_figures(sentence.words):
            counted = " ".join(terms(figure.counted)) or figure.unit
            if figure.counted and sentence.memento.at is not None:
                found[f"{counted} {figure.unit}".strip()].append((sentence, figure))
    return {
        counted: tuple(sorted(reported, key=_when))
        for counted, reported in sorted(found.items())
        if len({figure.value for _, figure in reported}) > 1
    }


def _when(reported: Reported) -> tuple[object, ...]:
    sentence, figure = reported
    assert sentence.memento.at is not None  # series() takes dated ones only
    return (day_of(sentence.memento.at), figure.value, sentence.memento.document.id, sentence.span.start)


def disputed(reported: Sequence[Reported]) -> tuple[Reported, Reported] | None:
    """Return the latest two reports of different origins that give different values at about one time."""
    for at in range(len(reported) - 1, 0, -1):
        for other in range(at - 1, -1, -1):
            if _against(reported[at], reported[other]):
                return reported[other], reported[at]
    return None


def _against(one: Reported, other: Reported) -> bool:
    (a, x), (b, y) = one, other
    if a.memento.origin == b.memento.origin or a.memento.at is None or b.memento.at is None:
        return False
    near = abs((day_of(a.memento.at) - day_of(b.memento.at)).days) <= _DAYS_APART
    exact = x.bound is Bound.EXACTLY and y.bound is Bound.EXACTLY
    same_people = len(a.terms & b.terms) >= 3
    return near and exact and same_people and abs(x.value - y.value) > _DIFFERENT * max(x.value, y.value)
