"""Ways to say no that mean one, and that a model takes for two: "no one was hurt", "there were no injuries"."""

from __future__ import annotations

import re

_HURT = r"(?:hurt|injured|harmed|wounded)"
_GROUPS = (
    (r"nobody", r"no one", r"no-one"),
    (
        r"(?<=\bno )electricity",
        r"(?<=\bwithout )electricity",
        r"(?<=\bno )power",
        r"(?<=\bwithout )power",
        r"(?<=\blost )power",
    ),
    (r"there were no injuries", rf"no one was {_HURT}", rf"nobody was {_HURT}"),
    (r"un(?:hurt|injured|harmed)", rf"not {_HURT}"),
    (r"unaccounted for", r"missing"),
)
"""Of each group any may stand for any other; the first ways of a group are tried first."""
_ONE = tuple(tuple(re.compile(rf"\b{way}\b", re.IGNORECASE) for way in group) for group in _GROUPS)


def in_its_no(stated: str, told: str) -> str:
    """Return a statement with the record's way to say no where it has another that means the same."""
    text = stated
    for group in _ONE:
        own = next((found for way in group if (found := way.search(text))), None)
        its = next((found for way in group if (found := way.search(told))), None)
        if own and its and own[0].lower() != its[0].lower():
            words = its[0][:1].upper() + its[0][1:] if own[0][:1].isupper() else its[0].lower()
            text = text[: own.start()] + words + text[own.end() :]
    return text
