"""What the record has only denied, possible, planned, rumoured, done by another or of another holder of the office."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.data import Reason, ReasonCode, Span
from onrecord.verify.denials import overshadowed
from onrecord.verify.doers import done_by_another
from onrecord.verify.gist import Gist
from onrecord.verify.offices import held_by_another
from onrecord.verify.tokens import compared

_CONDITION = re.compile(r"\b(?:only if|unless|provided that|on condition that)\b", re.IGNORECASE)
_REACH = 6
"""Words after a modal within which its verb and object stand."""
_CLOSE = 3
"""Words after a verb within which its object stands."""
_UNDOING = frozenset(
    compared(word)
    for word in """
    cancel cancelled cancelling postpone scrap lift abandon drop revoke repeal overturn suspend withdraw reverse block
    """.split()
)
"""Verbs by which what they have as their object is no longer, or not yet, so."""
_ENDED = re.compile(r"\b(?:was|were|had)\b[^.;]{0,80}\buntil\b|\bused to\b")
_PRESENT = frozenset("is are has have".split())


def find_doubt(here: Gist, there: Gist, shared: Collection[int], *, told_apart: bool) -> Reason | None:
    """Return why words of the record that share words with a statement (``shared``) may still not have it as so.

    Where both were found to say yes and no to one thing, or to have one person in an office and out of it
    (``told_apart``), a no of the record or another holder is no doubt but a difference.
    """
    doubt = _hedged(here, there, shared) or done_by_another(here, there, shared)
    return doubt or (None if told_apart else held_by_another(here, there) or overshadowed(here, there))


def _hedged(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the record holding only possible, planned, tried, called off or past what the statement has as so."""
    known = {hedge.kind for hedge in here.hedges}
    condition = _CONDITION.search(there.text)
    if condition is not None and not known:
        return _only_with(condition[0], Span(start=condition.start(), end=condition.end()))
    for hedge in there.hedges:
        if hedge.kind not in known and _reaches(hedge.at, there, shared):
            return _only_with(there.words[hedge.at].plain, there.words[hedge.at].span)
    stems = {word.stem for word in here.words}
    for at, word in enumerate(there.words):
        if word.stem in _UNDOING and word.stem not in stems and _reaches(at, there, shared, _CLOSE):
            return _only_with(word.plain, word.span)
    ended = _ENDED.search(there.text)
    if ended is not None and any(word.plain in _PRESENT for word in here.words) and not _ENDED.search(here.text):
        return _only_with(ended[0], Span(start=ended.start(), end=ended.end()))
    return None


def _reaches(at: int, there: Gist, shared: Collection[int], reach: int = _REACH) -> bool:
    return any(at < place <= at + reach and not there.words[place].capital for place in shared)


def _only_with(words: str, span: Span) -> Reason:
    return Reason(code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{words}”, not as so", there=span)
