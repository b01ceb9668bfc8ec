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
    r"\b(?P<then>(?:and )?(?:[\w.-]{1,20} (?:minutes?|hours?|days?|weeks?|months?|years?) )later\b|before\b|and then\b)"
    r"|\b(?P<since>after\b|because\b|in response to\b|in reply to\b|in retaliation for\b|following\b|once\b"
    r"|as a result of\b|owing to\b|due to\b|thanks to\b)",
    re.IGNORECASE,
)
"""Between two things: behind the first kind stands what came later, behind the second what came before."""
_FIRST = re.compile(r"\b(?:at first|first|began|begins|initially|originally)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|latterly|later(?! than)|subsequently|afterwards|finally)\b", re.IGNORECASE)
"""What of two things is told first, and behind what the other: "at first as the heroine, later as her grandmother"."""
_ENDS = re.compile(r"[.;:]\s|\)\s")


@dataclass(frozen=True, slots=True)
class _Order:
    """Two things by the roots of their words, the earlier one first, and where they are told."""

    earlier: frozenset[str]
    later: frozenset[str]
    span: Span


def out_of_order(here: Gist, there: Gist) -> Span | None:
    """Return words of the record that tell first what by the statement came, or was done for that reason, later."""
    pairs = (*product(_orders(here), _orders(there)), *product(_in_turn(here), _in_turn(there)))
    for mine, theirs in pairs:
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


def _in_turn(text: Gist) -> Iterator[_Order]:
    """Yield what each sentence has first, and what then."""
    for span in text.sentences:
        first = _FIRST.search(text.text, span.start, span.end)
        then = list(_THEN.finditer(text.text, first.end(), span.end)) if first else []
        if first and len(then) == 1:
            earlier = find_roots(text.text[first.end() : then[0].start()])
            later = find_roots(text.text[then[0].end() : span.end])
            yield _Order(earlier - later, later - earlier, span)
