"""What came first: two things that the record tells in the other order, or has the one for the other's reason.

"Bakeries ran out of bread after hauliers blocked the roads" has no roads blocked because bakeries ran out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from onrecord.data import Span
from onrecord.verify.reading.gist import Gist
from onrecord.verify.reading.tokens import find_roots

_JOINTS = re.compile(
    r"\b(?P<then>(?:and )?(?:[\w.-]+ (?:minutes?|hours?|days?|weeks?|months?|years?) )later\b|before\b|and then\b)"
    r"|\b(?P<since>after\b|because\b|in response to\b|in reply to\b|in retaliation for\b|following\b|once\b"
    r"|as a result of\b|owing to\b|due to\b|thanks to\b)",
    re.IGNORECASE,
)
"""Between two things: behind the first kind stands what came later, behind the second what came before."""
_ENDS = re.compile(r"[.;:]\s|\)\s")


@dataclass(frozen=True, slots=True)
class _Order:
    """Two things by the roots of their words, the earlier one first, and where they are told."""

    earlier: frozenset[str]
    later: frozenset[str]
    span: Span


def out_of_order(here: Gist, there: Gist) -> Span | None:
    """Return words of the record that tell first what by the statement came, or was done for that reason, later."""
    for mine, theirs in product(_orders(here), _orders(there)):
        kept = len(mine.earlier & theirs.earlier) + len(mine.later & theirs.later)
        turned = mine.earlier & theirs.later, mine.later & theirs.earlier
        if all(turned) and len(turned[0]) + len(turned[1]) > kept:
            return theirs.span
    return None


def _orders(text: Gist) -> Iterator[_Order]:
    edges = [0, *(cut.end() for cut in _ENDS.finditer(text.text)), len(text.text)]
    for start, end in pairwise(edges):
        joints = list(_JOINTS.finditer(text.text, start, end))
        if len(joints) != 1:
            continue  # of three things it is not told which belong together
        (joint,) = joints
        first, last = find_roots(text.text[start : joint.start()]), find_roots(text.text[joint.end() : end])
        first, last = first - last, last - first
        if first and last:
            earlier, later = (first, last) if joint["then"] else (last, first)
            yield _Order(earlier, later, Span(start=start, end=end))
