"""Where one says two things in a sentence: "denied the charge and said it was a plot" denies no plot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import Span
from onrecord.text.spans import trim
from onrecord.verify.reading.sayings import Saying

_AND = re.compile(r",?\s(?:and|but|while|yet)\s(?:[a-z]+ly\s|also\s|then\s)?$")
"""Before the verb of the second."""
_STEP = 30
"""Characters before it in which that stands."""


def apart(text: str, found: Sequence[Saying]) -> tuple[Saying, ...]:
    """Return the sayings of a text, what is denied ending where its source goes on to say something else.

    A denial right behind an "and" is of who spoke before it: "said the dam was safe and denied that it had leaked".
    """
    told = list(found)
    pairs = [(at, behind) for at in range(len(told)) for behind in range(len(told)) if at != behind]
    for at, behind in pairs if any(one.denied for one in told) else ():
        first, later = told[at], told[behind]
        joint = _joint(text, first, later) if first.denied is not later.denied else None
        ends = joint is not None and (later.denied or later.source == first.source)
        content = trim(text, Span(start=first.content.start, end=joint)) if ends and joint else None
        if content is not None:
            told[at], told[behind] = replace(first, content=content), replace(later, source=first.source)
    return tuple(told)


def _joint(text: str, first: Saying, later: Saying) -> int | None:
    """Return where an "and" stands inside what is said first, right before the verb of what is said later."""
    if first.source is None or first.cue is None or later.cue is None or not first.content.covers(later.cue):
        return None
    joint = _AND.search(text, max(first.content.start, later.cue.start - _STEP), later.cue.start)
    return joint.start() if joint and joint.start() > first.content.start else None
