"""Who a pronoun, a description or a short name stands for, within one text.

Exactly one person fits, or nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.data import Span
from onrecord.extract.cast import Cast
from onrecord.text.names import Name

_DESCRIPTION = re.compile(r"^the\s+(?:[\w.’'-]+\s+){0,3}?(?P<role>(?:[\w-]+\s)?[\w-]+)$", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:new|next|future|former|late|first|second|last|other|interim|acting|incoming|outgoing|previous|then)\b",
    re.IGNORECASE,
)
"""What says of a role that it is not the one whose holder is known."""
_HEAD_END = re.compile(r"\s*[,(;:—–]|\s(?:who|whose|which|of|for|from|in|with|to|on|by|at|and|or|but|during|after)\s|$")
_ADVERBS = re.compile(
    r"\s*(?:(?:also|himself|herself|itself|then|later|too|now|again|once|still|never|often|repeatedly)\b\s*)*"
)
_JOINED = re.compile(r"\s+(?:and|or)\s")
_APPOSED = re.compile(r",\s+")
_GOVERNED = re.compile(r"\b(?:about|of|with|for|to|by|at|from|against|on|in|over|like|than)\s+(?:[\w.’'-]+\s+){0,3}$")
_LOOK = 60  # characters before a name that say whether a preposition governs it
_TIERS = 4
"""Sentences and speakers that a pronoun may look back on; news names people anew after about as many."""


@dataclass(slots=True)
class Scene:
    """Who has spoken and been named so far in a text, sentence by sentence."""

    cast: Cast
    _tiers: tuple[tuple[str, ...], ...] = ()
    """People that a pronoun may stand for, those it stands for first in front."""
    _spoken_of: dict[str, str] = field(default_factory=dict)
    """The pronoun that stood for somebody before."""

    def person(self, pronoun: str) -> str | None:
        """Return the one person "he" or "she" may stand for: who spoke last, else who was named last."""
        for tier in self._tiers:
            fitting = [name for name in tier if self.goes_by(name, pronoun)]
            unknown = any(not self.cast.is_person(name) for name in tier)
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
            return self.pronoun(words.lower(), sentence, told)
        if words.lower() == "who":
            nearest = told[-1] if told else None
            between = sentence[nearest.span.end : source.start] if nearest else ""
            return self.cast.full(nearest.words) if nearest and not between.strip(" ,") else None
        own = _own_name(sentence, source, named)
        if own is not None:
            return self.cast.full(own.words)
        return self.holder(words)

    def holder(self, described: str) -> str | None:
        """Return the one person whom a description such as "the finance minister" fits."""
        found = _DESCRIPTION.match(described)
        if found is None or _ANOTHER.search(described):
            return None
        role = found["role"].lower()
        return self.cast.holder(role) or self.cast.holder(role.split()[-1])

    def pronoun(self, pronoun: str, sentence: str, told: Sequence[Name]) -> str | None:
        """Return whom a pronoun stands for, and keep in mind that it did."""
        person = self._pronoun(pronoun, sentence, told)
        if person is not None:
            self._spoken_of.setdefault(person, pronoun)
        return person

    def _pronoun(self, pronoun: str, sentence: str, told: Sequence[Name]) -> str | None:
        """Return whom a pronoun stands for; somebody else named before it in its sentence leaves that open."""
        before = self.person(pronoun)
        people = {self.cast.full(name.words) for name in told if self.goes_by(self.cast.full(name.words), pronoun)}
        if not people or before in people:
            return before
        subject = not _GOVERNED.search(sentence, max(0, told[-1].span.start - _LOOK), told[-1].span.start)
        return people.pop() if before is None and len(people) == 1 and subject else None

    def pass_on(self, named: Iterable[Name], speaker: str | None, unknown: str | None = None) -> None:
        """Go on to the next sentence.

        Args:
            named: the names of this one.
            speaker: who spoke in it.
            unknown: the name that is its subject, when nothing tells whether that is a person.
        """
        people = tuple(dict.fromkeys(self.cast.full(name.words) for name in named if self.cast.is_person(name.words)))
        if unknown is not None:
            people = (*people, unknown)
        if speaker is not None:
            self._tiers = ((speaker,), *self._tiers)
            people = tuple(name for name in people if name != speaker)
            if people:
                self._tiers = (self._tiers[0], people, *self._tiers[1:])
        elif people:
            self._tiers = (people, *self._tiers)
        self._tiers = self._tiers[:_TIERS]


def _own_name(sentence: str, source: Span, named: Sequence[Name]) -> Name | None:
    """Return the name that heads a source: "Mayor Lotte Arndal of Tarn" is named, "an aide to Arndal" is not.

    Nor are "the Arndal campaign" and "Arndal and Tolland". A name set beside a description counts: "the mayor, Lotte
    Arndal".
    """
    inside = [name for name in named if source.covers(name.span)]
    at = source.start
    while True:
        end = _HEAD_END.search(sentence, at, source.end)
        cut = end.start() if end else source.end
        crossing = next((name for name in inside if name.span.start < cut < name.span.end), None)
        if crossing is None:
            break
        at = crossing.span.end  # "of" inside a name: the Ministry of Works
    heads = [name for name in inside if name.span.end <= cut]
    if heads:
        rest = _ADVERBS.match(sentence, heads[-1].span.end, cut)
        joined = _JOINED.match(sentence, cut, source.end)
        is_head = rest is not None and rest.end() >= cut and not joined
        return heads[-1] if is_head else None
    beside = _APPOSED.match(sentence, cut, source.end)
    if beside is None or not sentence[source.start : cut].lower().startswith(
        ("the ", "his ", "her ", "their ", "its ")
    ):
        return None
    return next((name for name in inside if name.span.start == beside.end()), None)


def refers(source: str) -> bool:
    """Say whether a source is a pronoun or a description, which names nobody."""
    return source.lower() in ("he", "she") or bool(_DESCRIPTION.match(source))
