"""Which side of something a figure lies on: 3,000 more is not 3,000 down, 15 percent over not 15 percent under."""

from __future__ import annotations

import re

from onrecord.data import Figure, Span
from onrecord.verify.comparing.directions import DOWN, UP
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import find_words, root

_SIDES = (
    (UP, frozenset("more up higher above over ahead beyond better dearer longer later faster".split())),
    (DOWN, frozenset("less fewer down lower below under behind short worse cheaper shorter earlier slower".split())),
)
"""What goes the one way and the other, and what lies there."""
_BEHIND = re.compile(r"(?:\s?(?:%|percent|per cent|percentage points?))?(?:[^\S\n][\w’'-]+){0,2}")
"""What stands right behind a figure."""
_BEFORE = re.compile(r"(?:[\w’'-]{1,20}\s){1,2}$")
_LEAD = 30
"""Characters before a figure in which that stands."""
_BOUND = re.compile(r"\b(?:more|less|fewer|over|under|above|below|up)\s(?:than|to)?\s?$", re.IGNORECASE)
"""Before a figure that is only a bound: "more than 300", "under 50"."""


def unmet_sides(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return figures that lie on one side of something by the statement, and on the other by the record."""
    found = []
    for figure in here.figures:
        mine = _sides(here, figure)
        same = [one for one in there.figures if (one.value, one.unit) == (figure.value, figure.unit)]
        told = [_sides(there, one) for one in same]
        if len(mine) == 1 and told and all(len(one) == 1 and one != mine for one in told):
            found.append(figure.span)
    return tuple(found)


def _sides(text: Gist, figure: Figure) -> frozenset[int]:
    """Return which words for more and for less, 0 and 1, stand next to a figure."""
    start, end = figure.span.start, figure.span.end
    before = _BEFORE.search(text.text, max(0, start - _LEAD), start)
    behind = _BEHIND.match(text.text, end)
    lead = "" if before is None or _BOUND.search(before[0]) else before[0]
    words = find_words(f"{lead}|{behind[0] if behind else ''}")
    return frozenset(
        at
        for at, (moves, lies) in enumerate(_SIDES)
        if any(word.plain in lies or root(word.stem) in moves for word in words)
    )
