"""Who a pronoun, a description or a short name stands for, within one text.

Exactly one person fits, or nobody is named: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.extract.cast import Cast
from onrecord.text.names import Name

_PERSONAL = re.compile(r"^(He|She|he|she)\b")
_DESCRIPTION = re.compile(r"^the\s+(?:[\w.’'-]+\s+){0,3}?(?P<role>(?:[\w-]+\s)?[\w-]+)$", re.IGNORECASE)
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

    def person(self, pronoun: str) -> str | None:
        """Return the one person "he" or "she" may stand for: who spoke last, else who was named last."""
        for tier in self._tiers:
            fitting = [name for name in tier if self.cast.goes_by(name, pronoun)]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

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
            return self._pronoun(words.lower(), sentence, told)
        if words.lower() == "who":
            nearest = told[-1] if told else None
            between = sentence[nearest.span.end : source.start] if nearest else ""
            return self.cast.full(nearest.words) if nearest and not between.strip(" ,") else None
        own = _own_name(sentence, source, named)
        if own is not None:
            return self.cast.full(own.words)
        described = _DESCRIPTION.match(words)
        if described is None:
            return None
        role = described["role"].lower()
        return self.cast.holder(role) or self.cast.holder(role.split()[-1])

    def _pronoun(self, pronoun: str, sentence: str, told: Sequence[Name]) -> str | None:
        """Return whom a pronoun stands for; somebody else named before it in its sentence leaves that open."""
        before = self.person(pronoun)
        people = {self.cast.full(name.words) for name in told if self.cast.goes_by(name.words, pronoun)}
        if not people or before in people:
            return before
        subject = not _GOVERNED.search(sentence, max(0, told[-1].span.start - _LOOK), told[-1].span.start)
        return people.pop() if before is None and len(people) == 1 and subject else None

    def pass_on(self, named: Iterable[Name], speaker: str | None) -> None:
        """Go on to the next sentence; ``named`` are this one's names, ``speaker`` is who spoke in it."""
        people = tuple(dict.fromkeys(self.cast.full(name.words) for name in named if self.cast.is_person(name.words)))
        if speaker is not None and self.cast.is_person(speaker):
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


def readable_alone(words: str, before: str | None) -> str:
    """Add in brackets whom an opening "he" or "she" stands for, where that is one person."""
    match = _PERSONAL.match(words)
    if match is None or before is None or words.startswith(" [", match.end()):
        return words
    return f"{match.group(1)} [{before}]{words[match.end() :]}"


def source_named(words: str, source: Span, speaker: str) -> str:
    """Add in brackets who a source is that is a pronoun or a description, where the sentence does not name them."""
    told = " ".join(source.cut(words).split())
    refers = told.lower() in ("he", "she") or _DESCRIPTION.match(told)
    if not refers or speaker.rsplit(maxsplit=1)[-1] in words:
        return words
    return f"{words[: source.end]} [{speaker}]{words[source.end :]}"


def opening_pronoun(words: str) -> str | None:
    """Return the "he" or "she" that opens a sentence, in lower case."""
    match = _PERSONAL.match(words)
    return match[1].lower() if match else None
