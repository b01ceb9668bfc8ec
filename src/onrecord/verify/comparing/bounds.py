"""Bounds of a statement, "more than 50", "before 3 May": those that the nearest figure or day of the record keeps.

What shall contradict has to be of one thing (``figures.py``). Here that is not asked: what is found is only weighed
with what a model makes of the two, and models tell what is of one thing, but not 48 from 52.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from onrecord.data import Bound, Figure
from onrecord.verify.comparing.counted import counted_by
from onrecord.verify.comparing.times import OPEN, meets, precision, resolved
from onrecord.verify.comparing.values import ABOVE, BELOW
from onrecord.verify.reading.gist import Gist

_ITSELF = (Bound.AT_LEAST, Bound.AT_MOST)
"""Bounds that take in the figure itself."""
_ORDER, _NEAR = 10, 1.5
"""How many times a figure may be another that may count the same, and one that counts what is called otherwise."""


def keeps_bounds(here: Gist, there: Gist) -> bool | None:
    """Say whether the record keeps every bound of a statement, or crosses one; None where it tells of none."""
    kept = [*_figures(here, there), *_times(here, there)]
    return all(kept) if kept else None


def _figures(here: Gist, there: Gist) -> Iterator[bool]:
    for figure in here.figures:
        rivals = _rivals(figure, here, there) if figure.bound in (*ABOVE, *BELOW) else []
        if rivals:
            yield _keeps(min(rivals, key=lambda other: _times_over(other, figure)), figure)


def _rivals(figure: Figure, here: Gist, there: Gist) -> list[Figure]:
    """Return the record's figures that count the same in the same unit, or else those that may be of it."""
    counted = {*counted_by(figure, here)}
    alike = [(other, {*counted_by(other, there)}) for other in there.figures if other.unit == figure.unit]
    same = [other for other, recounted in alike if counted & recounted]
    return same or [
        other
        for other, recounted in alike
        if _times_over(other, figure) < (_ORDER if figure.unit or not (counted and recounted) else _NEAR)
    ]


def _keeps(there: Figure, here: Figure) -> bool:
    side = ABOVE if here.bound in ABOVE else BELOW
    if there.value == here.value:
        return there.bound in side or here.bound in _ITSELF
    return (there.value > here.value) == (side is ABOVE)


def _times_over(one: Figure, other: Figure) -> float:
    """Return how many times the less of two figures the greater one is."""
    less, more = sorted((abs(one.value), abs(other.value)))
    return 1.0 if one.value == other.value else more / less if one.value * other.value > 0 else inf


def _times(here: Gist, there: Gist) -> Iterator[bool]:
    for time, days in resolved(here):
        if not time.interval or precision(days) < OPEN:
            continue
        start = time.interval.start
        told = [other for _, other in resolved(there) if precision(other) < OPEN]
        near = min(told, key=lambda other: abs(other.start - start), default=None)
        within = near is not None and days.start <= near.start and near.end <= days.end
        if near and (within or not meets(near, days)):  # a year may lie on both sides of a day in it
            yield within
