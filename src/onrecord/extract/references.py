"""Who a pronoun, a description or a short name stands for, within one text.

Exactly one person fits, or nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.data import Span
from onrecord.extract.cast import Cast
from onrecord.text.names import ROLES, Name, is_office

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
_HEAD_END = re.compile(r"\s*[,(;:—–]|\s(?:who|whose|which|of|for|from|in|with|to|on|by|at|and|or|but|during|after)\s|$")
_ADVERBS = re.compile(
    r"\s*(?:(?:also|himself|herself|itself|then|later|too|now|again|once|still|never|often|repeatedly)\b\s*)*"
)
_AND_ANOTHER = re.compile(r"(?:^|,)\s+and\s+(?:(?!(?:of|at|for|in|to)\s)[a-z][\w’'-]*\s+){0,3}$")
_JOINED = re.compile(r"\s+(?:and|or)\s")
_OFFICE = re.compile(r"\b(?:[Ss]ecretary|[Mm]inister)$")
_APPOSED = re.compile(r",\s+")
_GOVERNED = re.compile(r"\b(?:about|of|with|for|to|by|at|from|against|on|in|over|like|than)\s+(?:[\w.’'-]+\s+){0,3}$")
_MARKS = ("“", '"', "‘", "«", "„")
_QUOTED = re.compile(r"[“\"][^“”\"]*(?:[”\"]|$)")
_LOOK = 60  # characters before a name that say whether a preposition governs it
_UNNAMED = (
    ("he", "man boy father son brother husband uncle nephew grandfather grandson guy gunman boyfriend dad"),
    ("she", "woman girl mother daughter sister wife aunt niece grandmother granddaughter girlfriend mom mum"),
)
_GENDERED = {noun: pronoun for pronoun, nouns in _UNNAMED for noun in nouns.split()}
_STRANGER = re.compile(
    r"(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!\bbeen )(?<!, )\b"
    r"(?i:an?|the|one|another|this|that|his|her|their|its|my|our|\w+['’]s?) "
    rf"(?:[a-zà-ÿ\d-]+ ){{0,3}}?(?P<noun>{'|'.join(_GENDERED)})\b(?!['’-]|,? [A-Z])"
)
"""Somebody who is told of without a name; "Renn, a mother of two" and "he is a man of few words" are none."""
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
        own = _own_name(sentence, source, named)
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
        if person is None or any(self.goes_by(name, pronoun) for name in others if name != person):
            return None
        if _names_later(person, sentence, at):
            return None
        self._spoken_of.setdefault(person, pronoun)
        return person

    def _pronoun(self, pronoun: str, before: str, told: Sequence[Name]) -> str | None:
        """Return whom a pronoun stands for; somebody else told of before it in its sentence leaves that open."""
        if pronoun in _unnamed(before):
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
        told = _Tier(others, self._at, _unnamed(sentence))
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


def _unnamed(text: str) -> frozenset[str]:
    """Return the pronouns of those whom a text tells of without a name."""
    return frozenset(_GENDERED[found["noun"]] for found in _STRANGER.finditer(text))


def _names_later(person: str, sentence: str, at: Span) -> bool:
    """Say whether somebody is named behind a pronoun in its clause: "He held Renn’s hand" is not of Renn.

    Between quotation marks others speak, of him perhaps.
    """
    last = re.escape(person.rsplit(maxsplit=1)[-1])
    return re.search(rf"(?<![\w-]){last}(?![\w-])", _QUOTED.sub(" ", sentence[at.end :])) is not None


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
        if crossing is None and _OFFICE.search(sentence, source.start, cut):
            held = next((name for name in inside if name.span.start > cut and name.role), None)
            at = held.span.start if held else at
            if held is not None:
                continue  # "the Minister of Works Karl Holt"
        if crossing is None:
            break
        at = crossing.span.end  # "of" inside a name: the Ministry of Works
    heads = [name for name in inside if name.span.end <= cut]
    if heads:
        rest = _ADVERBS.match(sentence, heads[-1].span.end, cut)
        joined = _JOINED.match(sentence, cut, source.end) or _among(sentence, heads[-1], inside)
        is_head = rest is not None and rest.end() >= cut and not joined
        return heads[-1] if is_head else None
    described = sentence[source.start : cut].lower()
    if not described.startswith(("the ", "his ", "her ", "their ", "its ")):
        return None
    beside = _APPOSED.match(sentence, cut, source.end)
    if beside is None:
        comma = sentence.find(",", cut, source.end)
        body = sentence[cut:comma].rsplit(maxsplit=1)[-1].lower() if comma > 0 else ""
        if not body or body in ROLES or body in _GENDERED:
            return None  # "the wife of the mayor, Karl Holt"
        beside = _APPOSED.match(sentence, comma, source.end)
    named = next((name for name in inside if beside is not None and name.span.start == beside.end()), None)
    return None if named is not None and _among(sentence, named, inside) else named


def _among(sentence: str, head: Name, inside: Sequence[Name]) -> bool:
    """Say whether others are named beside the name that heads a source: "Renn, who led it, and her aide Karl Holt"."""
    after = [name for name in inside if name.span.start >= head.span.end]
    for last, name in pairwise((head, *after)):
        between = sentence[last.span.end : name.span.start]
        listed = last is not head and sentence[head.span.end : after[0].span.start] == ", " and between.strip() == "and"
        if listed or (last is head and _AND_ANOTHER.search(between)):
            return True
    return False


def refers(source: str) -> bool:
    """Say whether a source is a pronoun or a description, which names nobody."""
    return source.lower() in ("he", "she") or bool(_DESCRIPTION.match(source))
