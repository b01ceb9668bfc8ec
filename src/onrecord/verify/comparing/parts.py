"""Figures of a part or of a whole: of those just counted, of the one that is meant, of all that a body has."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.data import Bound, Figure, Span
from onrecord.verify.comparing.counted import counted_by, taken_up
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root

_LEAD = 40
"""Characters before a figure in which such words stand."""
_OF_THEM = re.compile(r"\sof\s(?:them|whom)\b")
_SOME_OF = re.compile(r"\b(?:\w+est|first|last|only|one|some|all) of (?:the |its |their )?$", re.IGNORECASE)
_OF_THEM_ARE = re.compile(r"\sof\s(?:them|whom)\s(?:(?:are|were|was|is)\s)?(?:only\s)?([a-z]+)")
"""What some of those just counted are: "nine people, two of them children"."""
_AT = "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SO_MANY_BY_NOW = re.compile(r"\b(?:since|so far|now|already|known|this (?:year|month|week)|in all|has|have)\b")
"""By what a statement counts all up to then: with "the third accident there since 2016" there have been three."""
_OF_THE = re.compile(r"\sof\s(?:the|these|those)\s")
_BODY = (
    r"(crew|party|group|family|team|jury|board|panel|convoy|fleet|squad|cast|band|gang|committee|commission|council)"
)
_BODY_OF = re.compile(rf"\b{_BODY}\sof\s(?:(?:about|some|at least|up to)\s)?$", re.IGNORECASE)
_SO_MANY_OF = re.compile(
    rf"[\s-](?:member|strong|person|man|woman)s?\s{_BODY}\b|\s(?:[a-z]+\s)?{_BODY}\b", re.IGNORECASE
)
_MEMBERS = re.compile(rf"\s(?:[a-z]+\s)?members\sof\s(?:the|its|his|her|their)\s(?:[a-z]+\s)?{_BODY}\b", re.IGNORECASE)
"""A body by how many it has: "a crew of nine", "nine crew", "a nine-member crew", "the nine members of the crew"."""


def _as_part(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is a part of what was counted just before, as in the record: "five of them from Kell"."""
    mine = _OF_THEM.match(here.text, figure.span.end)
    parts = (other for other in there.figures if _OF_THEM.match(there.text, other.span.end))
    return mine is not None and [other.value for other in parts] == [figure.value]


def _as_whole(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of how many something is one or some, as in the record: "the largest of five"."""
    if not stands_behind(_SOME_OF, figure, here):
        return False
    return {one.value for one in there.figures if stands_behind(_SOME_OF, one, there)} == {figure.value}


def _as_body(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is how many a body has, which both texts name by that: "its crew of nine", "nine crew"."""
    mine = None if figure.unit else _body_of(figure, here)
    same = (one for one in there.figures if mine and not one.unit and one.value == figure.value)
    return any(_body_of(one, there) == mine for one in same)


def _body_of(figure: Figure, text: Gist) -> str:
    """Return the body that a figure gives the number of; none where it may be of a part."""
    start, end = figure.span.start, figure.span.end
    before = _BODY_OF.search(text.text, max(0, start - _LEAD), start)
    behind = _MEMBERS.match(text.text, end) or (None if before else _SO_MANY_OF.match(text.text, end))
    found = before or behind
    return next(group for group in found.groups() if group).lower() if found else ""


def _as_some_of(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is one of "three of the six volunteers", where the record has "three of the six"."""
    known = {values for values, _ in _some_of(there)}
    known |= {(one.value, whole.value) for one in there.figures if (whole := taken_up(one, there)) is not None}
    return any(figure.span in spans and values in known for values, spans in _some_of(here))


def _some_of(text: Gist) -> list[tuple[tuple[float, float], tuple[Span, Span]]]:
    return [
        ((one.value, other.value), (one.span, other.span))
        for one, other in pairwise(text.figures)
        if not (one.unit or other.unit) and _OF_THE.fullmatch(text.text, one.span.end, other.span.start)
    ]


def _as_those_of_them(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether a figure is of those whom the record has among others: "two children", "two of them children"."""
    counted = counted_by(figure, here)[-1:]
    same = (one for one in there.figures if counted and not figure.unit and (one.value, one.unit) == (figure.value, ""))
    told = (_OF_THEM_ARE.match(there.text, one.span.end) for one in same)
    return any(one is not None and root(compared(one[1])) in counted for one in told)


def _as_the_last_of_them(figure: Figure, here: Gist, there: Gist) -> bool:
    """Say whether the record counts on to a figure of a statement: "its third accident since 2016"."""
    whole = figure.value % 1 == 0 and 2 <= figure.value < len(_AT) + 2 and not figure.unit
    if here.text[: figure.span.start].lower().endswith("all "):
        return False  # it is of the last one alone
    if not whole or figure.bound is not Bound.EXACTLY or not _SO_MANY_BY_NOW.search(here.text):
        return False
    place, counted = _AT[int(figure.value) - 2], counted_by(figure, here)
    at = (n for n, word in enumerate(there.words) if word.plain == place)
    behind = (word for n in at for word in there.words[n + 1 : n + 1 + len(counted)])
    return any(counted[-1:] == (root(word.stem),) for word in behind)


def stands_behind(pattern: re.Pattern[str], figure: Figure, text: Gist) -> bool:
    """Say whether a figure stands right behind what a pattern fits up to there."""
    return pattern.search(text.text, max(0, figure.span.start - _LEAD), figure.span.start) is not None


PARTS = (_as_part, _as_whole, _as_body, _as_some_of, _as_those_of_them, _as_the_last_of_them)
"""Ways in which a record may have a figure of a part, or of a whole, otherwise."""
