"""What each gets is not what all get together, and what is done every day is not done now and then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.data import Span
from onrecord.verify.reading.gist import Gist

_EACH = re.compile(r"(?<!from )(?<!of )(?<!for )\b(?:each(?! other)|apiece)\b", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:combined|in all|altogether|in total|between them|together|jointly|a total of|totall?ing)\b", re.IGNORECASE
)
_ALONE = re.compile(r"\b(?:separately|independently|on their own|apart from each other)\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?:(?:every|each) (?:single )?(?:day|night|week|month|year|morning|evening|hour)|(?:dai|night|week|month)ly)\b",
    re.IGNORECASE,
)
_AT_TIMES = re.compile(
    r"\b(?:alternat(?:e|ing)|every (?:other|second|third)|occasional(?:ly)?|now and then"
    r"|(?:once|twice|[a-z\d]+ (?:times|days|nights)) (?:a|each|every) (?:week|month|year|day))\b",
    re.IGNORECASE,
)
_PAIRS = ((_EACH, _TOGETHER), (_TOGETHER, _EACH), (_TOGETHER, _ALONE), (_ALONE, _TOGETHER), (_EVERY, _AT_TIMES))


def unmet_shares(here: Gist, there: Gist) -> Iterator[Span]:
    """Yield words of a statement in whose place the record has that it is so of all together, of each, or at times."""
    for own, other in _PAIRS:
        mine = own.search(here.text)
        if mine and other.search(there.text) and not own.search(there.text) and not other.search(here.text):
            yield Span(start=mine.start(), end=mine.end())
