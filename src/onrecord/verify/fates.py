"""What became of those who are counted: two who were hurt are not two who died."""

from __future__ import annotations

import re

_FATES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"die[ds]?|dying|dead|deaths?|kill(?:s|ed|ing|ings)?|perish\w*|drown\w*|fatal\w*|lives|toll",
        r"injur\w+|hurt|wound(?:s|ed|ing)?|hospitali[sz]ed",
        r"missing|unaccounted",
        r"rescued|surviv\w+|unhurt|unharmed|unscathed",
        r"arrest(?:s|ed)?|detained|jailed",
        r"evacuat\w+|displaced|homeless|fled",
    )
)


def fates_in(words: str) -> frozenset[int]:
    """Return which fates some words tell of, each as a number."""
    return frozenset(at for at, fate in enumerate(_FATES) if fate.search(words))
