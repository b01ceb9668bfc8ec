"""What both texts tell and the record has the other way about: by whom, what came first, why, or instead of what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from onrecord.data import Figure, Span
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.degrees import COMPARATIVES, LESS
from onrecord.verify.comparing.directions import DOWN, UP
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.sequence import out_of_order
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import find_roots, root

_PARTS = re.compile(r"[,;.]|\b(?:and|while|whereas)\b")
_BY = re.compile(r"\sby\s(?=(?:the\s)?[A-Za-z])")
_APART = re.compile(
    r"\b((?:[\w.-]+\s)?(?:minute|hour|day|week|month|year)s?)\s(before|earlier|after|afterwards|later)\b", re.IGNORECASE
)
"""How long before or after something else something was."""
_EARLIER = frozenset(("before", "earlier"))
_TWO_SIDED = frozenset(("before", "after"))
"""Behind these stands what it was before or after."""
_CAUSE = re.compile(r"\b(?:because|owing to|due to|thanks to|as a result of)\b([^,;.]{1,80})", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:rather than|instead of)\b([^,;.]{1,80})", re.IGNORECASE)
_CONTRAST = re.compile(r",?\s(?:while|whereas|but)\s")
_COMPARED = re.compile(
    r",?\s(?:compared (?:with|to)|as against|versus)\s(?P<figure>[^,;.]{0,20}?\d[\d.,]*[^,;.]{0,40}?)"
    r"\s(?:for|in|at|among|on|by|from)\s(?P<of>[^,;.]{1,80})"
)
"""The figure of something else that is put beside one, and what that is of."""
_ENDS = re.compile(r"[.;]\s")
_THAN = re.compile(rf"\b({'|'.join(sorted(COMPARATIVES))})\b([^,;.]{{0,60}}?)\sthan\s([^,;.]{{1,80}})")
"""Between the two sides of what is held against each other: "hired more people than it lost"."""
_DESPITE = re.compile(r"\b(?:although|though|despite|in spite of)\b([^,;.]{1,80})", re.IGNORECASE)


def crossed(here: Gist, there: Gist) -> Span | None:
    """Return words of the record that have it the other way about."""
    ways = (
        _made_by_the_other,
        _in_other_order,
        _in_its_stead,
        _counted_for_the_other,
        _compared_with,
        _more_than,
        out_of_order,
    )
    return next(filter(None, (way(here, there) for way in ways)), None)


def in_spite_of(here: Gist, there: Gist) -> Span | None:
    """Return where the record has in spite of something what by the statement is for that reason."""
    reasons = [] if _DESPITE.search(here.text) else [find_roots(one[1]) for one in _CAUSE.finditer(here.text)]
    for one in _DESPITE.finditer(there.text) if reasons else ():
        if any(reason & find_roots(one[1]) for reason in reasons):
            return Span(start=one.start(), end=one.end())
    return None


def _made_by_the_other(here: Gist, there: Gist) -> Span | None:
    """Return where the things and the doers of two parts of a sentence have changed about: "A by X, B by Y"."""
    mine, theirs = (list(_by_parts(text)) for text in (here, there))
    for (thing, doer, _), (same, other, span) in product(mine, theirs):
        turned = any(doer & its_doer and not thing & its_thing for its_thing, its_doer, _ in theirs)
        if thing & same and not doer & other and turned:
            return span
    return None


def _by_parts(text: Gist) -> Iterator[tuple[frozenset[str], frozenset[str], Span]]:
    """Yield the roots of what was done and of whom by, of each part of a text that tells both, with its place."""
    start, found = 0, []
    for end in (*(cut.start() for cut in _PARTS.finditer(text.text)), len(text.text)):
        by = _BY.search(text.text, start, end)
        if by:
            done, doer = find_roots(text.text[start : by.start()]), find_roots(text.text[by.end() : end])
            found.append((done, doer, Span(start=start, end=end)))
        start = end
    alike = frozenset.intersection(*(done for done, *_ in found)) if len(found) > 1 else frozenset()
    yield from ((done - alike, doer, span) for done, doer, span in found)


def _in_other_order(here: Gist, there: Gist) -> Span | None:
    """Return where the record has first what by the statement came as long after: "and left four days later"."""
    deed = deed_of(here)
    if deed is None:
        return None
    mine = {long: earlier for long, earlier, _ in _orders(here, root(deed.stem))}
    for long, earlier, span in _orders(there, root(deed.stem)):
        if mine.get(long, earlier) is not earlier:
            return span
    return None


def _in_its_stead(here: Gist, there: Gist) -> Span | None:
    """Return what the record has instead of what by the statement was left aside for it: "sunk rather than lost"."""
    for mine, theirs in product(_INSTEAD.finditer(here.text), _INSTEAD.finditer(there.text)):
        left, dropped = find_roots(mine[1]), find_roots(theirs[1])
        held, kept = (find_roots(text.text.replace(one[0], "")) for text, one in ((here, mine), (there, theirs)))
        if left & kept - dropped and dropped & held - left:
            return Span(start=theirs.start(), end=theirs.end())
    return None


def _counted_for_the_other(here: Gist, there: Gist) -> Span | None:
    """Return where the record has a figure of the one of two that are held apart, the statement of the other.

    "Sales grew by 19% in Asia, while those at home were flat" has not those at home grow.
    """
    for figure in here.figures:
        told = [one for one in there.figures if (one.value, one.unit) == (figure.value, figure.unit)]
        theirs = _contrasted(there, told[0]) if len(told) == 1 else None
        if theirs:
            whole = find_roots(here.text) - find_roots(figure.span.cut(here.text))
            own, other = _contrasted(here, figure) or (whole, theirs[0])
            its_own, its_other = theirs
            if own & its_other and other & its_own and not (own & its_own) - UP - DOWN:
                return told[0].span
    return None


def _compared_with(here: Gist, there: Gist) -> Span | None:
    """Return where the record compares a figure with that of those of whom the statement has it.

    "11 minutes, compared with 19 for those in the meadow" has not those in the meadow take 11.
    """
    for one in _COMPARED.finditer(there.text):
        start = max((cut.end() for cut in _ENDS.finditer(there.text, 0, one.start())), default=0)
        first, last = find_roots(there.text[start : one.start()]), find_roots(one["of"])
        theirs, own = last - first, find_roots(here.text)
        values = {figure.value for figure in there.figures if start <= figure.span.start < one.start()}
        other = find_figures(one["figure"])
        told = {figure.value for figure in here.figures}
        crosses = bool(told & values) and not any(figure.value in told for figure in other)
        if crosses and theirs and 2 * len(theirs & own) >= len(theirs):
            return Span(start=one.start(), end=one.end())
    return None


def _more_than(here: Gist, there: Gist) -> Span | None:
    """Return where the record has more of the one than of the other, and the statement of the other than of the one."""
    for (less, one, other, _), (fewer, its_one, its_other, span) in product(_held_against(here), _held_against(there)):
        swapped = (one & its_other) - its_one and (other & its_one) - its_other and not other & its_other
        if swapped and less is fewer:
            return span
    return None


def _held_against(text: Gist) -> list[tuple[bool, frozenset[str], frozenset[str], Span]]:
    """Return whether the first of two sides is less, the roots of each that the other lacks, and where that stands."""
    found = []
    for one in _THAN.finditer(text.text):
        start = max((cut.end() for cut in _PARTS.finditer(text.text, 0, one.start())), default=0)
        first, last = find_roots(text.text[start : one.start()]) | find_roots(one[2]), find_roots(one[3])
        found.append((one[1] in LESS, first - last, last - first, Span(start=start, end=one.end())))
    return found


def _contrasted(text: Gist, figure: Figure) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the roots of the clause with a figure, and of the one that is held against it, without what both have."""
    home = next((one for one in sentences(text.text) if one.start <= figure.span.start < one.end), None)
    cut = _CONTRAST.search(text.text, home.start, home.end) if home else None
    if home is None or cut is None or _CONTRAST.search(text.text, cut.end(), home.end):
        return None
    first, last = (
        find_roots(part).difference(find_roots(figure.span.cut(text.text)))
        for part in (text.text[home.start : cut.start()], text.text[cut.end() : home.end])
    )
    own, other = (first, last) if figure.span.start < cut.start() else (last, first)
    return own - other, other - own


def _orders(text: Gist, deed: str) -> Iterator[tuple[str, bool, Span]]:
    """Yield how long apart from something else a deed was, whether it was earlier, and where that is told."""
    for one in _APART.finditer(text.text):
        start = max((cut.end() for cut in _PARTS.finditer(text.text, 0, one.start())), default=0)
        end = next((cut.start() for cut in _PARTS.finditer(text.text, one.end())), len(text.text))
        earlier = one[2].lower() in _EARLIER
        if deed in find_roots(text.text[start : one.start()]):
            yield one[1].lower(), earlier, Span(start=start, end=end)
        elif one[2].lower() in _TWO_SIDED and deed in find_roots(text.text[one.end() : end]):
            yield one[1].lower(), not earlier, Span(start=start, end=end)
