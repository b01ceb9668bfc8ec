"""Whether two mentions may be of one person, and of one country or body."""

from __future__ import annotations

import unicodedata

_PLACES = (
    frozenset("us usa american america united-states".split()),
    frozenset("uk british britain united-kingdom great-britain".split()),
    *map(
        frozenset,
        (
            ("dutch", "netherlands"),
            ("french", "france"),
            ("spanish", "spain"),
            ("danish", "denmark"),
            ("finnish", "finland"),
            ("irish", "ireland"),
            ("polish", "poland"),
            ("swiss", "switzerland"),
            ("welsh", "wales"),
            ("filipino", "philippine"),
            ("filipino", "philippines"),
        ),
    ),
)
"""Peoples whose name does not begin like their country's, and countries of several names."""
_KIN = 4
"""Letters by which a place and its people are known for the same: Veldania, Veldanian."""
_PARTIES = frozenset("republican democratic democrat gop".split())
"""Say which party somebody is of, not whose office it is."""


def may_be(one: str, other: str) -> bool:
    """Say whether two names may be one person's: what the shorter has, the longer has too, or first and last agree."""
    first, second = _parts(one), _parts(other)
    if not first or not second:
        return False
    if len(first) > 1 and len(second) > 1 and first[0] == second[0] and first[-1] == second[-1]:
        return True
    return set(first) <= set(second) or set(second) <= set(first)


def unlike(one: str, other: str) -> bool:
    """Say whether two names are surely of two people: no word of theirs begins alike, however it is spelt."""
    return not any(_kin(word, each) for word in _parts(one) for each in _parts(other))


def same_place(one: str, other: str) -> bool | None:
    """Say whether two words for whose office it is name one place or body; None where one says nothing."""
    first = [word for word in _parts(one) if word not in _PARTIES]
    second = [word for word in _parts(other) if word not in _PARTIES]
    if not first or not second:
        return None
    if any("-".join(first) in names and "-".join(second) in names for names in _PLACES):
        return True
    short, long = sorted((first, second), key=len)
    return all(any(_kin(word, each) for each in long) for word in short)


def _kin(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _KIN and one[:_KIN] == other[:_KIN])


def _parts(words: str) -> list[str]:
    """Return the words of a name, folded, initials left out."""
    plain = unicodedata.normalize("NFKD", words).casefold().replace("’", "'")
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    found = (word.replace(".", "").removesuffix("'s") for word in letters.replace("-", " ").split())
    return [word for word in found if len(word) > 1]
