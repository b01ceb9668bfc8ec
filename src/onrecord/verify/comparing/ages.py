"""Comparing ages: "Olga Renn, 70," is the 70-year-old Olga Renn."""

from __future__ import annotations

import re

from onrecord.data import Bound, Figure
from onrecord.text.names import Name
from onrecord.text.numbers.ages import is_apposed, is_bracketed, is_of, is_old
from onrecord.verify.comparing.names import same_bearer
from onrecord.verify.reading.gist import Gist

_BEFORE = re.compile(r",\s(?:who\sis\s|aged?\s)?|\s\(")
_IS = re.compile(r"(?:\]|,\swho)?\s(?:is|was)\s")
"""Between a name and an age that is all that is told: "Abel Renn is 19"."""
_DIES = re.compile(r"\b(?:dies|died|dead)\s(?:at|aged)\s$", re.IGNORECASE)
_AGED = re.compile(r"\baged\s(?:\d{1,3}(?:,|\sand|,\sand)\s){0,3}$")
_ENDS = re.compile(r"\W*$")
_BEHIND = re.compile(r"[\s-]old\s(?:[\w’'-]+\s){0,3}")


def same_age(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure of a statement is somebody's age, and the record has it of them.

    Of whom an age is told somewhere else, "a girl of nine was pulled out", is taken for the one whom the statement
    names where the record tells no other age; where it tells several, it must be the same ones: "men of 34 and 41".
    """
    if not _is_age(figure, here):
        return False
    ages = [other for other in there.figures if _is_age(other, there)]
    told = {one.value for one in here.figures if _is_age(one, here)}
    bearer = _bearer(figure, here)
    for other in ages:
        of = _bearer(other, there)
        same = same_bearer(bearer, of) if bearer and of else {one.value for one in ages} in ({other.value}, told)
        if same and other.value == figure.value:
            return True
    return False


def _is_age(figure: Figure, text: Gist) -> bool:
    start, end = figure.span.start, figure.span.end
    told = is_old(text.text, end) or any(stands(text.text, start, end) for stands in (is_apposed, is_bracketed, is_of))
    if _DIES.search(text.text, 0, start):  # "Ida Holt, weaver, dies at 88"
        return figure.unit in ("", "year")
    told = told or bool(_AGED.search(text.text, 0, start))
    alone = figure.unit == "year" or (not figure.unit and _ENDS.match(text.text, end) is not None)
    told = (told and figure.unit == "year") or (alone and _told_of_age(text, start))
    return figure.bound is Bound.EXACTLY and told


def _told_of_age(text: Gist, start: int) -> bool:
    """Say whether it is all of a name that a number is told of: "Abel Renn, who is 19"."""
    return any(_IS.fullmatch(text.text, name.span.end, start) for name in text.names)


def _bearer(figure: Figure, text: Gist) -> Name | None:
    """Return whose age it is, where the name stands at it."""
    start, end = figure.span.start, figure.span.end
    for name in text.names:
        led = any(kind.fullmatch(text.text, name.span.end, start) for kind in (_BEFORE, _IS))
        if led or _BEHIND.fullmatch(text.text, end, name.span.start):
            return name
    return None
