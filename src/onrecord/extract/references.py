"""Who a pronoun or a short name stands for, within one text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.text.names import Name

_PERSONAL = re.compile(r"^(He|She|he|she)\b")
_BODIES = ("administration", "government", "cabinet", "presidency")
_PRONOUN = re.compile(r"^(?:he|she)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a text, by their last word."""

    fullest: dict[str, str | None]
    """The longest form of each; None where two people share it."""
    people: frozenset[str]
    """Names that the text gives a personal role somewhere."""

    @classmethod
    def of(cls, names: Iterable[Name]) -> Cast:
        """Gather the names of a text."""
        longest: dict[str, set[str]] = {}
        people = set()
        for name in names:
            last = name.words.split()[-1]
            held = longest.setdefault(last, {name.words})
            size = max(len(words.split()) for words in held)
            if len(name.words.split()) > size:
                longest[last] = {name.words}
            elif len(name.words.split()) == size:
                held.add(name.words)
            if name.role and name.role not in _BODIES:
                people.add(last)
        fullest = {last: next(iter(held)) if len(held) == 1 else None for last, held in longest.items()}
        return cls(fullest, frozenset(people))

    def full(self, words: str) -> str:
        """Return the fullest form of a name, itself when that is open."""
        return self.fullest.get(words.rsplit(maxsplit=1)[-1]) or words

    def is_person(self, words: str) -> bool:
        """Say whether the text gives the bearer of this name a personal role."""
        return words.rsplit(maxsplit=1)[-1] in self.people


def speaker_of(source: str, named: tuple[Name, ...], cast: Cast, before: str | None) -> str | None:
    """Return one name for a source: its own in full, or for "she" and "he" who spoke or was named just before."""
    if _PRONOUN.match(source):
        return before
    return cast.full(named[-1].words) if named else None


def readable_alone(words: str, before: str | None) -> str:
    """Add in brackets whom an opening "he" or "she" stands for, when one person spoke or was named just before."""
    match = _PERSONAL.match(words)
    if match is None or before is None:
        return words
    return f"{match.group(1)} [{before}]{words[match.end() :]}"
