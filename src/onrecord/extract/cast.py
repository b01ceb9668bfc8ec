"""The people and bodies of one text: their fullest names, their roles, and the pronoun each goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.text.names import BODIES, Name
from onrecord.text.names.given import PRONOUN_OF

_SHE_ROLES = frozenset(
    "spokeswoman congresswoman councilwoman chairwoman businesswoman actress queen princess duchess lady dame mrs ms "
    "miss".split()
) | {"first lady"}
_HE_ROLES = frozenset("spokesman congressman councilman businessman king prince duke mr sir lord emperor pope".split())
_SAME_ROLE = (
    frozenset(("spokesman", "spokeswoman", "spokesperson", "press secretary")),
    frozenset(("senator", "sen")),
    frozenset(("governor", "gov")),
    frozenset(("congressman", "congresswoman", "representative", "rep")),
    frozenset(("chair", "chairman", "chairwoman", "chairperson")),
    frozenset(("chief executive", "chief executive officer", "ceo")),
    frozenset(("professor", "prof")),
    frozenset(("general", "gen")),
    frozenset(("lawyer", "attorney")),
    frozenset(("adviser", "advisor")),
)
"""Roles that are one under several names."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The names of a text, by their last word."""

    fullest: dict[str, str | None]
    """The longest form of each; None where two people share it."""
    roles: dict[str, frozenset[str]]
    """The personal roles that the text gives each, past ones left out."""
    pronouns: dict[str, str | None]
    """``he`` or ``she`` where roles and given names tell; None where they do not agree."""
    spelled: dict[str, str]
    """The last word of the fullest name by its form without capitals, for labels written in capitals."""

    @classmethod
    def of(cls, names: Iterable[Name]) -> Cast:
        """Gather the names of a text."""
        longest: dict[str, set[str]] = {}
        roles: dict[str, set[str]] = {}
        pronouns: dict[str, set[str]] = {}
        for name in names:
            last = _last(name.words)
            held = longest.setdefault(last, {name.words})
            size = max(len(words.split()) for words in held)
            if len(name.words.split()) > size:
                longest[last] = {name.words}
            elif len(name.words.split()) == size:
                held.add(name.words)
            if name.role and name.role not in BODIES:
                given = roles.setdefault(last, set())
                if not name.former:
                    given.add(name.role)
            pronouns.setdefault(last, set()).update(_pronouns(name))
        fullest = {last: next(iter(held)) if len(held) == 1 else None for last, held in longest.items()}
        spelled: dict[str, str] = {}
        for last in sorted(longest, key=lambda last: len(fullest[last] or "")):
            spelled[last.casefold()] = last
        return cls(
            fullest,
            {last: frozenset(given) for last, given in roles.items()},
            {last: next(iter(told)) if len(told) == 1 else None for last, told in pronouns.items() if told},
            spelled,
        )

    def full(self, words: str) -> str:
        """Return the fullest form of a name, itself when that is open."""
        return self.fullest.get(_last(words)) or words

    def is_person(self, words: str) -> bool:
        """Say whether the text gives the bearer of this name a personal role, or the name is a person's."""
        return _last(words) in self.roles or _last(words) in self.pronouns

    def person(self, words: str) -> str | None:
        """Return the fullest form of a person's name that is written in capitals or not; None when that is open."""
        full = self.fullest.get(self.spelled.get(_last(words).casefold(), ""))
        if full is None or not self.is_person(full):
            return None
        return full if " " not in words or words.casefold() in full.casefold() else None

    def goes_by(self, words: str, pronoun: str) -> bool:
        """Say whether "he" or "she" may stand for the bearer of this name: a person known to go by no other."""
        return self.is_person(words) and self.pronouns.get(_last(words), pronoun) in (pronoun, None)

    def holder(self, role: str) -> str | None:
        """Return the one person of the text whose role this is; None when there is none or are several."""
        same = next((roles for roles in _SAME_ROLE if role in roles), frozenset((role,)))
        held = {self.full(last) for last, roles in self.roles.items() if any(_is_role(own, same) for own in roles)}
        return held.pop() if len(held) == 1 else None


def _last(words: str) -> str:
    return words.rsplit(maxsplit=1)[-1]


def _pronouns(name: Name) -> set[str]:
    told = {pronoun for roles, pronoun in ((_SHE_ROLES, "she"), (_HE_ROLES, "he")) if name.role in roles}
    first, *others = name.words.split()
    if not told and others and first.lower() in PRONOUN_OF:
        told.add(PRONOUN_OF[first.lower()])
    return told


def _is_role(own: str, asked: frozenset[str]) -> bool:
    return own in asked or own.rsplit(maxsplit=1)[-1] in asked
