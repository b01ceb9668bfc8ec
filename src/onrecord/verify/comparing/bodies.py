"""Those who do something by whichever word: a council by its councillors, those who fight a fire as firefighters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import compared, root

_ROWS = """
    councillors council; lawmakers legislators parliament; parliamentarians parliament; mps parliament; senators senate;
    deputies parliament; troops soldiers army; prosecutors prosecution; researchers scientists team authors study;
    judges court; officers police; detectives police; firefighters crews; employees workers workforce staff;
    relatives families
"""
"""In a row any may stand for any other, as the subject of what is done."""

_VOTED = re.compile(r"\bvote[ds]?\s(?:\d+\s?(?:to|-|–)\s?\d+\s|\w+\s)?to\s([a-z]+)")
"""What somebody votes to do: "voted 31 to 14 to close"."""


def _bodies() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _ROWS.split(";"):
        words = frozenset(root(compared(word)) for word in row.split())
        for word in words:
            found[word] = found.get(word, frozenset()) | words
    return found


_BODIES = _bodies()
RESEARCHING = _BODIES[root(compared("team"))]
"""Those who have done a study, by whatever word."""


def standing_for(one: str, here: Gist, records: Sequence[Gist]) -> frozenset[str]:
    """Return the roots of words that may stand for the subject of a statement, with the root ``one``; itself too.

    None does where it votes to do what no record tells of: councillors of a council that dismisses keep nobody.
    """
    voted = _VOTED.search(here.text)
    apart = voted is not None and not any(root(compared(voted[1])) in record.roots for record in records)
    own = frozenset((one,))
    return own if apart else _BODIES.get(one, own)
