"""What values a figure may mean, by rounding and bound, and whether one figure bears another out."""

from __future__ import annotations

from math import floor, inf, isfinite, log10

from onrecord.data import Bound, Figure

_ABOUT = 0.1
"""How far "about" reaches to either side, as a share."""
BEYOND = (Bound.MORE_THAN, Bound.LESS_THAN)
"""Bounds that leave out the figure itself: 12 are not more than 12."""
ABOVE, BELOW = (Bound.MORE_THAN, Bound.AT_LEAST), (Bound.LESS_THAN, Bound.AT_MOST)
"""Bounds that leave one side open."""
_HAIR = 1e-9
"""What the sum of two decimals may be off."""
_LOOSE = 2.0
"""How many times a bound still supports: "more than 50" is on record with 61, not with 610."""


def entails(there: Figure, here: Figure) -> bool | None:
    """Say whether the record's figure bears out the statement's: True, False when it excludes it, else None.

    Each figure stands for the values it may mean: a round one for what rounds to it, "more than" for all above.
    """
    if there.value == here.value and (there.bound is here.bound or Bound.EXACTLY in (there.bound, here.bound)):
        return None if here.bound in BEYOND and there.bound is Bound.EXACTLY else True
    a_third = _is_a_third(here, there)
    if a_third or _rounds_to(here, there) or _rounds_to(there, here):
        return a_third or None  # 3.1 may be 3.10
    least, most = _values(here)
    low, high = _values(there)
    if there.bound is here.bound and here.bound in (*ABOVE, *BELOW) and not _near(here.value, there.value):
        return None  # "up to 215" is not what "up to 251" was told for
    if high < least or most < low:
        return None if _near(here.value, there.value) else False
    if least <= low and high <= most:
        return True if high != inf and _within_reach(here, there) else None
    return None


def _values(figure: Figure) -> tuple[float, float]:
    value, slack = figure.value, _rounding(figure.value)
    match figure.bound:
        case Bound.MORE_THAN | Bound.AT_LEAST:
            return value, inf
        case Bound.LESS_THAN | Bound.AT_MOST:
            return -inf, value
        case Bound.ABOUT:
            return value - _ABOUT * abs(value), value + _ABOUT * abs(value)
        case Bound.EXACTLY:
            return value - slack, value + slack


def _rounding(value: float) -> float:
    """Return how far off a figure may be by rounding: half its last written place, two digits always counting."""
    if not isfinite(value) or value != floor(value) or abs(value) < 1_000:
        return 0.0
    places = floor(log10(abs(value))) - 1
    step = next(10.0**place for place in range(places, -1, -1) if value % 10.0**place == 0)
    return step / 2


def _rounds_to(one: Figure, other: Figure) -> bool:
    """Say whether a figure has another's value to fewer decimals, 1.2 percent and 1.16; prices have all of theirs."""
    measured = bool(one.unit) and not one.unit.isupper() and one.unit != "penny"
    places, more = _decimals(one.value), _decimals(other.value)
    if not (measured and one.bound is other.bound is Bound.EXACTLY and 0 < places < more):
        return False
    half, off = 0.5 * 10.0**-places, one.value - other.value
    return -half + _HAIR < off < half + _HAIR  # 3.15 is 3.2


def _is_a_third(one: Figure, other: Figure) -> bool:
    """Say whether one figure is the whole percentage of a third or two thirds, and the other those: 33 percent."""
    shares = {one.value, other.value} in ({33.0, 33.3}, {67.0, 66.7})
    return shares and one.unit == other.unit == "percent" and one.bound is other.bound is Bound.EXACTLY


def _decimals(value: float) -> int:
    """Return how many decimals a value has."""
    return 0 if not isfinite(value) or value == floor(value) else len(repr(value).partition(".")[2])


def _near(one: float, other: float) -> bool:
    """Say whether two figures are too close to be held against each other, or one is the other without decimals."""
    whole, exact = sorted((one, other), key=lambda value: value != floor(value))
    if exact != floor(exact) and whole == floor(whole) and abs(exact - whole) < 0.5:
        return True
    return abs(one - other) <= 0.02 * max(abs(one), abs(other)) and max(abs(one), abs(other)) >= 100


def _within_reach(here: Figure, there: Figure) -> bool:
    if here.bound in (Bound.EXACTLY, Bound.ABOUT) or not here.value:
        return True
    return 1 / _LOOSE <= abs(there.value) / abs(here.value) <= _LOOSE
