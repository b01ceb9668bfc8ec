"""What the record tells only of a part of something, and a statement of the whole."""

from __future__ import annotations

import re

from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root
from onrecord.verify.weighing.predicates import Party, find_predicates, same_part

_PARTS = frozenset(
    root(compared(word))
    for word in "part section stretch phase stage leg lap heat half third quarter fifth wing chapter episode".split()
)
"""Parts of a thing, of which something may be so that is not so of the whole."""
_AT = re.compile(r"\b(?:at|near|between|outside)\s(?:the\s)?[A-Z]")
"""Where exactly something is so."""


def told_of_a_part(here: Gist, there: Gist) -> str | None:
    """Return words in which the record tells only of a part what a statement tells of the whole.

    Who wins a stage of a tour has not won the tour; but where a stretch of a road is closed, the road is closed there.
    """
    mine = None if _AT.search(here.text) else next((one for one in find_predicates(here.text) if one.main), None)
    if mine is None:
        return None
    same = [one for one in find_predicates(there.text) if one.word == mine.word]
    for one in same:
        pairs = ((mine.subject, same_part(mine, one)), (mine.object, one.object))
        if not any(_is_part(theirs, own, here.roots) for own, theirs in pairs):
            return None
    return same[0].span.cut(there.text) if same else None


def _is_part(theirs: Party | None, whole: Party | None, stated: frozenset[str]) -> bool:
    if theirs is None or whole is None or theirs.head not in _PARTS or theirs.head in stated:
        return False
    return whole.head in theirs.around
