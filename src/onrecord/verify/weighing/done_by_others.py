"""Who does it instead: the record tells a statement's deed of another alone, and of its subject something else.

"A bill brought in by a backbencher and opposed by the cabinet" has no cabinet bring it in, and "his driver had fled"
has not himself flee.
"""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.comparing.doers import MUTUAL
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root
from onrecord.verify.weighing.roles import Deed, Party, find_deeds

_LIGHT = frozenset(
    root(compared(word))
    for word in "have do make take get give become fall come go say be put set keep hold show see tell".split()
)
"""Verbs that say little by themselves: the same is told with others."""
_OTHER = re.compile(r"\b(?:his|her|its|their|by an?)\b", re.IGNORECASE)
"""What tells that another does it than who has been named: "his driver", "by a backbencher"; "the baker" may be him."""
_SOME = re.compile(r"\b(?:including|such as|among)\b", re.IGNORECASE)
_LEAD = 25
"""Characters before a deed, and in it, in which it is told whose they are who do it."""


def done_by_others(here: Gist, there: Gist) -> Span | None:
    """Return a deed of the record that only others do, where the statement's subject is told of beside."""
    deed = next(iter(find_deeds(here.text)), None)
    if deed is None or here.sayings or deed.verb in _LIGHT | MUTUAL or _SOME.search(there.text):
        return None
    mine, marks = _of(deed.subjects)
    alike = [one for one in find_deeds(there.text) if one.verb == deed.verb]
    same = [one for one in alike if one.passive is deed.passive]
    theirs = any(party.roots & mine for one in alike for _, party in one.parties)
    if theirs or not same or not mine & there.roots:
        return None
    return same[0].span if all(_is_by_others(one, mine, marks, there) for one in same) else None


def _of(parties: tuple[Party, ...]) -> tuple[frozenset[str], frozenset[str]]:
    none = frozenset[str]()
    return none.union(*(one.roots for one in parties)), none.union(*(one.marks for one in parties))


def _is_by_others(deed: Deed, mine: frozenset[str], marks: frozenset[str], there: Gist) -> bool:
    theirs, other_marks = _of(deed.subjects)
    if not theirs or not all(one.roots for one in deed.subjects) or theirs & (mine | marks) or other_marks & mine:
        return False
    return _OTHER.search(there.text, max(0, deed.span.start - _LEAD), deed.span.end) is not None
