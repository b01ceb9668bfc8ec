"""What was only feared, warned of or tried out: an alert is no tsunami, and a drill no fire."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.verify.reading.clauses import find_verb
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import Word, compared, root

_ONLY = (
    "alert|warning|threat|scare|alarm|drill|exercise|simulation|hoax|fear|risk|forecast|watch|rumour|rumor|insurance"
)
_BEHIND = re.compile(rf"[\s-](?:{_ONLY})s?\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:{_ONLY})s?\s(?:of|for|about|against)\s(?:(?:an?|the|another|possible|imminent|more)\s)*$", re.IGNORECASE
)
_NAMED = frozenset(root(compared(word)) for word in _ONLY.split("|"))
_LEAD = 60
"""Characters before a word in which that stands."""


def unmet_threats(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return what happens by a statement where the record has only its alert, threat or drill."""
    verb = find_verb(here.words)
    if verb is None or here.negations or here.hedges or _NAMED & here.roots:
        return ()
    return tuple(word.span for word in here.words[:verb] if word.content and _is_only_feared(word, there))


def _is_only_feared(word: Word, there: Gist) -> bool:
    places = [one.span for one in there.words if root(one.stem) == root(word.stem)]
    return bool(places) and all(
        _BEHIND.match(there.text, at.end) or _BEFORE.search(there.text, max(0, at.start - _LEAD), at.start)
        for at in places
    )
