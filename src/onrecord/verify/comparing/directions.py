"""Up is not down: which way what a figure measures went, in a statement and in the record that has the figure."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.data import Bound, Figure, Span
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.counted import piece_of
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import Word, compared, find_roots, root

_ABOUT = r"(?:(?:about|around|nearly|some|just|only|at least)\s)?[$€£]?$"
_TO, _BY = re.compile(rf"\bto\s{_ABOUT}"), re.compile(rf"\bby\s{_ABOUT}")

_LEAD = 20
"""Characters before a figure in which that stands."""


def _roots(words: str) -> frozenset[str]:
    return frozenset(root(compared(word)) for word in words.split())


UP = _roots("rise increase grow gain climb jump surge soar")
DOWN = _roots("fall lose slip slide plunge plummet slump tumble shrink dip cut")
FELL = DOWN | _roots("lower reduce")
_MOVED = FELL | _roots("raise change")
_STEADY = re.compile(
    r"\b(?:left|leaves|kept|keeps|held|holds|maintained)\s(?P<what>(?:[\w’'-]+\s){1,5}?)(?:at\s[$€£]?\d|unchanged\b|steady\b|on\shold\b)"
)
"""What stays as it is."""


def unmet_directions(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the words that have a figure go up where all that the record has of it went down, or the other way."""
    found = []
    for figure in here.figures:
        mine = _ways(figure, here)
        same = [one for one in there.figures if (one.value, one.unit) == (figure.value, figure.unit)]
        told = [_ways(one, there) for one in same]
        if len(mine) == 1 and told and all(len(ways) == 1 and ways.keys() != mine.keys() for ways in told):
            found += [word.span for word in mine.values()]
        elif same and all(
            (bool(mine and way) and _led(one, there) != _led(figure, here)) or _changed_about(figure, here, one, there)
            for one, way in zip(same, told, strict=True)
        ):
            found.append(figure.span)
    return tuple(found)


def _changed_about(figure: Figure, here: Gist, other: Figure, there: Gist) -> bool:
    """Say whether a figure is where something went in the one text, by how much in the other: "cut by 3 percent"."""
    led = _led(figure, here), _led(other, there)
    by = (
        _BY.search(text.text, max(0, one.span.start - _LEAD), one.span.start)
        for one, text in ((figure, here), (other, there))
    )
    mine, theirs = by
    return (led[0] and bool(theirs)) or (led[1] and bool(mine))


def unmet_moves(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return the words that have something moved where the record has it left as it was: "left its key rate at 4"."""
    moved = [word for word in here.words if root(word.stem) in UP | DOWN | _MOVED]
    for one in _STEADY.finditer(there.text) if moved and not here.negations else ():
        home = next((span for span in sentences(there.text) if span.start <= one.start() < span.end), None)
        told = find_roots(home.cut(there.text)) if home else frozenset()
        if find_roots(one["what"]) & here.roots and not told & (UP | DOWN | _MOVED):
            return tuple(word.span for word in moved)
    return ()


def _led(figure: Figure, text: Gist) -> bool:
    """Say whether a figure is where something went, and not by how much: "fell to a fifth"."""
    if figure.bound is Bound.AT_MOST:
        return False  # "up to 14 inches of rain fell"
    return _TO.search(text.text, max(0, figure.span.start - _LEAD), figure.span.start) is not None


@lru_cache(maxsize=512)
def _ways(figure: Figure, text: Gist) -> dict[bool, Word]:
    """Return which ways the part of a text with a figure has something go, with the word that tells it."""
    inside = [text.words[at] for at in text.within(piece_of(figure, text))]
    kinds = ((root(word.stem), word) for word in inside if word.content)
    return {kind in UP: word for kind, word in kinds if kind in UP or kind in DOWN}
