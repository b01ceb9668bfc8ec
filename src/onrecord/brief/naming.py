"""Names as they are compared: a country is named by its people, a state by its letters."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.text.words import terms

CAPITAL = f"[{''.join(one for one in map(chr, range(0x590)) if one.isupper())}]"
"""A capital of the scripts that have such: Latin, Greek, Cyrillic, Armenian. In others no word is told to be a name."""
_CAPITALISED = re.compile(rf"\b{CAPITAL}[\w’'-]+")
_DOTTED = re.compile(r"\b([A-Z])\.\s?([A-Z])\.(?:\s?A\.)?(?:’s|'s)?")
"""A state by its letters: "U.S." is named "US"."""
_SPELLED = (
    (re.compile(r"\b(?:United States|USA|(?<!Latin )(?<!South )(?<!North )(?<!Central )American?s?)\b"), "US"),
    (re.compile(r"\bUnited Kingdom\b|\b(?:Great )?Britain\b|(?<!-)\bBritish\b"), "UK"),
    (re.compile(r"\bUnited Nations\b"), "UN"),
    (re.compile(r"\bEuropean Union\b"), "EU"),
)
"""What has letters to go by, and what it is called in full."""
_OWN = {
    "dane": "denmark",
    "danish": "denmark",
    "dutch": "netherlands",
    "english": "england",
    "filipino": "philippines",
    "finnish": "finland",
    "french": "france",
    "greek": "greece",
    "irish": "ireland",
    "norwegian": "norway",
    "polish": "poland",
    "portuguese": "portugal",
    "scottish": "scotland",
    "spanish": "spain",
    "swiss": "switzerland",
    "welsh": "wales",
}
"""Peoples whose names do not begin as those of their countries end."""
_ENDING = re.compile(r"(?<=[^\W_]{4})(?:istan|ians?|vians?|eans?|ans?|[ln]?ese|ish|i?a|(?<=[aei])n|is|[aeioys])$")
"""How a country, or who lives there, may end: "Veldania", "Veldanian", "Veldanians"."""
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


def spelled_out(words: str) -> str:
    """Return some words in which a state goes by its letters: "the United States" and "the U.S." as "US"."""
    words = _DOTTED.sub(r"\1\2", words)
    for spelled, letters in _SPELLED:
        words = spelled.sub(letters, words)
    return words


def names_in(words: str) -> frozenset[str]:
    """Return the names in some words as they are compared, in capitals or not: a headline writes "MAX"."""
    return frozenset(map(_known_by, _CAPITALISED.findall(spelled_out(words))))


@lru_cache(maxsize=65_536)
def _known_by(name: str) -> str:
    """Return what a name is known by: its first part without the endings of countries and of who lives there."""
    word = _POSSESSIVE.sub("", name.lower()).split("-")[0]
    if word[:1] >= "\u0370":
        return "".join(terms(word)[:1]) or word  # a case has its own ending
    word = _OWN.get(word, word)
    while (shorter := _ENDING.sub("", word)) != word:
        word = shorter
    return word
