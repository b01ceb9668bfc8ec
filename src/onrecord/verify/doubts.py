"""What the record has only denied, possible, planned, rumoured, or of another holder of the office."""

from __future__ import annotations

from collections.abc import Collection

from onrecord.data import Reason, ReasonCode
from onrecord.verify.denials import overshadowed
from onrecord.verify.gist import Gist
from onrecord.verify.offices import held_by_another

_REACH = 6
"""Words after a modal within which its verb and object stand."""


def find_doubt(here: Gist, there: Gist, shared: Collection[int], *, negated: bool) -> Reason | None:
    """Return why words of the record that share words with a statement (``shared``) may still not have it as so.

    Where both were found to say yes and no to one thing (``negated``), a no of the record is no doubt but a difference.
    """
    return (
        _hedged(here, there, shared) or held_by_another(here, there) or (None if negated else overshadowed(here, there))
    )


def _hedged(here: Gist, there: Gist, shared: Collection[int]) -> Reason | None:
    """Find the record holding only possible, planned or rumoured what the statement has as so."""
    if here.hedges:
        return None
    for at in there.hedges:
        if any(at < place <= at + _REACH and not there.words[place].capital for place in shared):
            word = there.words[at]
            return Reason(
                code=ReasonCode.SAID_NOT_SO, words=f"on record only with “{word.plain}”, not as so", there=word.span
            )
    return None
