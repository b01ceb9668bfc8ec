"""What the record has only denied, possible, planned, rumoured, done by another or of another holder of the office."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.data import Reason, ReasonCode, Span
from onrecord.verify.denials import overshadowed
from onrecord.verify.doers import done_by_another
from onrecord.verify.gist import Gist
from onrecord.verify.offices import held_by_another

_CONDITION = re.compile(r"\b(?:only if|unless|provided that|on condition that)\b", re.IGNORECASE)
_REACH = 6
"""Words after a modal within which its verb and object stand."""


def find_doubt(here: Gist, there: Gist, shared: Collection[int], *, told_apart: bool) -> Reason | None:
    """Return why words of the record that share words with a statement (``shared``) may still not have it as so.

    Where both were found to say yes and no to one thing, or to have one person in an office and out of it
    (``told_apart``), a no of the record or another holder is no doubt but a difference.
    """
    doubt = _hedged(here, there, shared) or done_by_another(here, there, shared)
    return doubt or (None if told_apart else held_by_another(here, there) or overshadowed(here, there))


def _hedged(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the record holding only possible, planned or rumoured what the statement has as so."""
    if here.hedges:
        return None
    condition = _CONDITION.search(there.text)
    if condition is not None:
        words = f"on record only with “{condition[0]}”, not as so"
        return Reason(
            code=ReasonCode.SAID_NOT_SO, words=words, there=Span(start=condition.start(), end=condition.end())
        )
    for at in there.hedges:
        if any(at < place <= at + _REACH and not there.words[place].capital for place in shared):
            word = there.words[at]
            return Reason(
                code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{word.plain}”, not as so", there=word.span
            )
    return None
