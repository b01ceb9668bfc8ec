"""For what somebody is punished or praised, and of what place somebody is mayor: the record may have another.

"Was fined 4,000 crowns for speeding" is no fine for bribery, though the report tells of bribery too, and "the mayor of
Pell, Ida Holt" is not the mayor of Dunmere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.verify.reading.gist import KIN, Gist
from onrecord.verify.reading.tokens import compared, find_roots, root

_DONE = (
    r"\b(fined|jailed|imprisoned|sentenced|convicted|charged|indicted|arrested|detained|dismissed|sacked|fired|suspended"
    r"|expelled|banned|disqualified|acquitted|cleared|guilty|praised|criticised|criticized|commended|honou?red|rewarded"
    r"|awarded|compensated|blamed|punished|reprimanded)\b"
)
_GROUND = re.compile(
    _DONE + r"[^.;:]{0,80}?\b(?:for|over|of|with)\s"
    r"(?:(?:[\w-]+\s){1,4}?(?:years?|months?|weeks?|days?|hours?)(?:\s(?:for|over)\s|\b))?((?:[\w’'-]+,?\s?){0,8})"
)
"""What is done to somebody, and for what, how long aside."""
_CAUSED = re.compile(
    r"\b(?:caused|triggered|sparked|set off|brought on|brought about) by\s"
    r"((?:(?!(?:in|on|at|that|which|who|when|after)\b)[\w’'-]+\s?){1,6})"
)
"""What something is the work of: a model may know it where no report says so."""
_CAUSING = re.compile(r"\b(?:that|which) (cause[sd]?)\b")
_IS_CAUSE = re.compile(
    r"\b(?:caus|trigger|lead|led|result|responsib|behind|bring|brought|spark|due to|because|creat|produc|from|by"
    r"|after)",
    re.IGNORECASE,
)
"""Words by which one thing may be told to be the work of another."""
_TOLD = re.compile(rf"{_DONE}([^.;:]*)")
_OFFICE = (
    "mayor|minister|governor|president|premier|ambassador|bishop|archbishop|head|chief|director|captain|coach|manager"
    "|leader|chairman|chairwoman|principal|rector|commander|editor|king|queen|prince"
)
_OF_PLACE = re.compile(
    rf"\b(?P<office>{_OFFICE})\s(?:of|for|in|at)\s(?:the\s)?(?P<place>(?:[A-Z][\w’-]*[a-z]\s?)+)"
    rf"|(?P<whose>(?:[A-Z][\w’-]*\s)*[A-Z][\w-]*)['’]s?\s(?:[a-z]+\s){{0,2}}?(?P<role>{_OFFICE})\b"
)
"""Who somebody is, and of what: "the mayor of Pell", "Tesmar's foreign minister"."""


def unmet_grounds(here: Gist, there: Gist, beside: Gist) -> tuple[Span, ...]:
    """Return for what something is done or by what caused, or of what somebody is head, where the record lacks it.

    ``beside`` is what stands around the quoted words: only what the report tells of too is taken for another thing, as
    other words for the same are not.
    """
    return (*_other_grounds(here, there, beside), *_unmet_causes(here, there), *_other_places(here, there))


def _unmet_causes(here: Gist, there: Gist) -> Iterator[Span]:
    for one in _CAUSED.finditer(here.text):
        mine = find_roots(one[1])
        if mine and not mine & there.roots:
            yield Span(start=one.start(1), end=one.end(1))
    causing = _CAUSING.search(here.text)
    if causing and not _IS_CAUSE.search(there.text):
        yield Span(start=causing.start(1), end=causing.end(1))


def _other_grounds(here: Gist, there: Gist, beside: Gist) -> Iterator[Span]:
    known = there.roots | beside.roots
    told = [(root(compared(one[1])), find_roots(one[2])) for one in _TOLD.finditer(there.text)]
    for one in _GROUND.finditer(here.text) if told else ():
        mine = find_roots(one[2])
        same = [its for verb, its in told if verb == root(compared(one[1])) and its]
        if same and mine & known and not any(mine & its for its in same):
            yield Span(start=one.start(2), end=one.end(2))


def _other_places(here: Gist, there: Gist) -> Iterator[Span]:
    told = [one for one in map(_place_of, _OF_PLACE.finditer(there.text)) if one]
    for one in _OF_PLACE.finditer(here.text) if told else ():
        office, place = _place_of(one)
        same = [its for other, its in told if other == office]
        if same and not any(place & its for its in same) and not place & _begun(there.text):
            group = "place" if one["place"] else "whose"
            yield Span(start=one.start(group), end=one.end(group))


def _place_of(match: re.Match[str]) -> tuple[str, frozenset[str]]:
    return match["office"] or match["role"], _begun(match["place"] or match["whose"])


def _begun(words: str) -> frozenset[str]:
    """Return how the words with capitals begin: a place and its people begin alike."""
    return frozenset(one[:KIN].casefold() for one in re.findall(r"[A-Z][\w-]*", words))
