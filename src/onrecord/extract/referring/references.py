"""Who a pronoun, a description or a short name stands for, within one text.

Exactly one person fits, or nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.data import Span
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.sources import own_name
from onrecord.extract.reading.strangers import unnamed
from onrecord.text.names import Name, is_office

_DESCRIPTION = re.compile(r"^the\s+(?:[\w.’'-]+\s+){0,3}?(?P<role>(?:[\w-]+\s)?[\w-]+)$", re.IGNORECASE)
_NEUTRAL = re.compile(
    r"(?:\S*\d\S*|longtime|long-time|current|incumbent|sitting|veteran|billionaire|embattled|outspoken|popular|powerful|local|"
    r"conservative|liberal|republican|democratic|democrat|right-wing|left-wing|far-right|centrist)$",
    re.IGNORECASE,
)
"""What is said of a holder and makes no other office of it: "the embattled mayor"."""
_ANOTHER = re.compile(
    r"\b(?:new|next|future|former|late|first|second|last|other|interim|acting|incoming|outgoing|previous|then|deputy|vice|"
    r"assistant|another|shadow)\b",
    re.IGNORECASE,
)
"""What says of a role that it is not the one whose holder is known."""
_GOVERNED = re.compile(r"\b(?:about|of|with|for|to|by|at|from|against|on|in|over|like|than)\s+(?:[\w.’'-]+\s+){0,3}$")
_MARKS = ("“", '"', "‘", "«", "„")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_LOOK = 60  # characters before a name that say whether a preposition governs it
_OLDEST = 4
"""Sentences, those in quotation marks not counted, after more of which nobody stands for who was told of in one."""
_TIERS = 4
"""Sentences and speakers that a pronoun may look back on; news names people anew after about as many."""


@dataclass(slots=True)
class Scene:
    """Who has spoken and been named so far in a text, sentence by sentence."""

    cast: Cast
    _tiers: tuple[_Tier, ...] = ()
    """People that a pronoun may stand for, those it stands for first in front."""
    _beside: tuple[str, ...] = ()
    """Who else was named in the last sentence, if somebody spoke in it."""
    _at: int = 0
    """Sentences read, those in quotation marks left out."""
    _open: frozenset[str] = frozenset()
    """The pronouns of this sentence that stand for nobody knows whom."""
    _spoken_of: dict[str, str] = field(default_factory=dict)
    """The pronoun that stood for somebody before."""

    def person(self, pronoun: str) -> str | None:
        """Return the one person "he" or "she" may stand for: who spoke last, else who was named last."""
        for tier in self._tiers:
            if self._at - tier.at > _OLDEST:
                return None
            fitting = [name for name in tier.people if self.goes_by(name, pronoun)]
            unknown = any(not self.cast.is_person(name) for name in tier.people)
            if pronoun in tier.unnamed:
                return None
            if unknown:
                fitting = [name for name in fitting if self.is_known_by(name, pronoun)]
            if fitting or unknown:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def goes_by(self, name: str, pronoun: str) -> bool:
        """Say whether a pronoun may stand for the bearer of a name, by the cast and by how they were spoken of."""
        return self.cast.goes_by(name, pronoun) and self._spoken_of.get(name, pronoun) == pronoun

    def is_known_by(self, name: str, pronoun: str) -> bool:
        """Say whether the bearer of a name is known to go by a pronoun."""
        return pronoun in (self.cast.pronoun_of(name), self._spoken_of.get(name))

    def speaker(self, sentence: str, source: Span, named: Sequence[Name], said: Sequence[Span]) -> str | None:
        """Return the one name of a source.

        Args:
            sentence: the sentence it stands in.
            source: where it stands there.
            named: the names of the sentence.
            said: what is said in the sentence; people named there are no likely speakers.
        """
        words = " ".join(source.cut(sentence).split())
        told = [name for name in named if name.span.end <= source.start and not any(s.covers(name.span) for s in said)]
        if words.lower() in ("he", "she"):
            return self.pronoun(words.lower(), sentence, source, told, tells=True)
        if words.lower() == "who":
            nearest = told[-1] if told else None
            between = sentence[nearest.span.end : source.start] if nearest else ""
            return self.cast.full(nearest.words) if nearest and not between.strip(" ,") else None
        own = own_name(sentence, source, named)
        if own is not None:
            return self.cast.full(own.words)
        return self.holder(words)

    def holder(self, described: str) -> str | None:
        """Return the one person whom a description such as "the finance minister" fits.

        Only an office tells whom it means wherever it stands; "the candidate" is one who was named just before.
        """
        found = _DESCRIPTION.match(described)
        if found is None or _ANOTHER.search(described):
            return None
        words = described.split()[1:]
        for first in range(max(0, len(words) - 3), len(words)):
            role = " ".join(words[first:]).lower()
            person = self.cast.holder(role)
            if person is not None:
                rest = [word for word in words[:first] if not _NEUTRAL.match(word)]
                near = any(person in tier.people and self._at - tier.at <= _OLDEST for tier in self._tiers)
                return person if (is_office(role) or near) and self.cast.is_beside(person, rest) else None
        return None

    def pronoun(
        self, pronoun: str, sentence: str, at: Span, told: Sequence[Name], *, tells: bool = False
    ) -> str | None:
        """Return whom a pronoun stands for, and keep in mind that it did.

        Args:
            pronoun: "he" or "she".
            sentence: the sentence it stands in.
            at: where it stands there.
            told: the names before it.
            tells: it is who says something, and so goes on with who spoke before.
        """
        person = self._pronoun(pronoun, sentence[: at.start], told)
        others = () if tells else self._beside
        rivals = any(self.goes_by(name, pronoun) for name in others if name != person)
        if person is None or rivals or _names_later(person, sentence, at):
            self._open |= {pronoun}
            return None
        self._spoken_of.setdefault(person, pronoun)
        return person

    def _pronoun(self, pronoun: str, before: str, told: Sequence[Name]) -> str | None:
        """Return whom a pronoun stands for; somebody else told of before it in its sentence leaves that open."""
        if pronoun in unnamed(before):
            return None
        person = self.person(pronoun)
        people = {self.cast.full(name.words) for name in told if self.goes_by(self.cast.full(name.words), pronoun)}
        if not people or person in people:
            return person
        subject = not _GOVERNED.search(before, max(0, told[-1].span.start - _LOOK), told[-1].span.start)
        return people.pop() if person is None and len(people) == 1 and subject else None

    def forget(self) -> None:
        """Let pronouns look back no further: somebody else speaks."""
        self._tiers, self._beside = (), ()

    def pass_on(
        self,
        sentence: str,
        named: Iterable[Name],
        speaker: str | None,
        *,
        meant: str | None = None,
        unknown: str | None = None,
    ) -> None:
        """Go on to the next sentence.

        Args:
            sentence: this one.
            named: its names.
            speaker: who spoke in it.
            meant: whom its subject stands for.
            unknown: the name that is its subject, when nothing tells whether that is a person.
        """
        told_of = [self.cast.full(name.words) for name in named if self.cast.is_person(name.words)]
        people = tuple(dict.fromkeys([meant, *told_of] if meant is not None else told_of))
        if unknown is not None:
            people = (*people, unknown)
        others = tuple(name for name in people if name != speaker)
        self._beside = others if speaker is not None else ()
        self._at += not sentence.startswith(_MARKS)
        told = _Tier(others, self._at, unnamed(sentence) | self._open)
        self._open = frozenset()
        spoke = (_Tier((speaker,), self._at),) if speaker is not None else ()
        new = (*spoke, *((told,) if others or told.unnamed else ()))
        self._tiers = (*new, *self._tiers)[:_TIERS]


@dataclass(frozen=True, slots=True)
class _Tier:
    """Who was told of in one sentence."""

    people: tuple[str, ...]
    at: int
    """Which sentence."""
    unnamed: frozenset[str] = frozenset()
    """The pronouns of those who have no name in it."""


def _names_later(person: str, sentence: str, at: Span) -> bool:
    """Say whether somebody is named behind a pronoun in its clause: "He held Renn’s hand" is not of Renn.

    Between quotation marks others speak, of him perhaps.
    """
    last = re.escape(person.rsplit(maxsplit=1)[-1])
    return re.search(rf"(?<![\w-]){last}(?![\w-])", _QUOTED.sub(" ", sentence[at.end :])) is not None


def refers(source: str) -> bool:
    """Say whether a source is a pronoun or a description, which names nobody."""
    return source.lower() in ("he", "she") or bool(_DESCRIPTION.match(source))
