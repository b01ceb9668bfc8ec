"""The one name of a source in other languages than English: of "Ministerin Eva Senk" Eva Senk, of "le préfet" none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.extract.tongues.nouns import CAPITAL, PARTICLE
from onrecord.extract.tongues.words import Tongue
from onrecord.text.names.given import PRONOUN_OF

_NAME = rf"{CAPITAL}(?:[\w’'-]*\w|\.)?"
_RUN = re.compile(rf"{_NAME}(?:\s{PARTICLE}{{0,2}}{_NAME}){{0,5}}")
_BESIDE = re.compile(r"\s?[,(]\s?|\s(?:aus|für)\s")
_PLACED = re.compile(rf"(?P<name>{_NAME}\s{_NAME})\s(?:von|vom)\s")
"""Where somebody is of: "Simone Vogt von der Stiftung Orm"."""
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|en)e[nrsm]?$")
_DOERS = ("er", "erin", "ist", "istin", "or", "orin", "ent", "entin", "chef", "chefin", "mann", "frau")
"""Ends of what somebody is, where it is joined to what they are it of: "SPD-Politikerin"."""
_JOINED = re.compile(r"[^\W\d_]{2,}-[a-zæøåäö]+$")
"""Such as "NRK-kommentator"."""
_ELIDED = re.compile(r"\w[’']")
_FULL = 2
_LONGEST = 4
"""Words of a name; where nouns have capitals one fewer, particles left out."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """Finds the names of sources in one text."""

    tongue: Tongue
    text: str
    full: frozenset[str] = frozenset()
    """The names of several words that sources have in it."""

    @classmethod
    def of(cls, tongue: Tongue, text: str, sources: Iterable[str]) -> Bearers:
        """Read the names of a text's sources."""
        plain = cls(tongue, text)
        names = {plain.name(source) for source in dict.fromkeys(sources)}
        return cls(tongue, text, frozenset(name for name in names if name is not None and " " in name))

    def name(self, source: str, cue: str = "") -> str | None:
        """Return the one name that a source has within the text; None for a pronoun, a description and several.

        Behind a ``cue`` such as "по словам" a name has the ending of another case.
        """
        if self.is_pronoun(source) or (self.tongue.cases and cue.lower() in self.tongue.according):
            return None
        head, *beside = _BESIDE.split(source, maxsplit=1)
        placed = _PLACED.match(head) if self.tongue.capitals and not self._is_role(head.split()[0]) else None
        head = placed["name"] if placed is not None else head.strip()
        own = self._head(head)
        if own is None and beside and self._described(head):
            own = self._apposed(beside[0])
        return self._fullest(own) if own is not None else None

    def is_pronoun(self, source: str) -> bool:
        """Say whether a source is a pronoun."""
        return source.lower() in self.tongue.pronouns

    def _head(self, head: str) -> str | None:
        """Return the name that ends a source's first phrase, or is all of it."""
        run = next((run for run in _RUN.finditer(head) if run.end() == len(head)), None)
        if run is None:
            return None
        before, words = head[: run.start()].split(), run.group().split()
        if self.tongue.capitals:
            return self._of_nouns(before, words)
        return None if self._is_of(before) or len(words) > _LONGEST else self._plain(before, words)

    def _is_of(self, before: list[str]) -> bool:
        """Say whether words before a name make it that of what a noun belongs to: "un estudio de la Universidad"."""
        owned = any(word.lower() in self.tongue.links or _ELIDED.match(word) for word in before[1:])
        # "nordmannen avisen Tarn Tidende": the one speaks to the other
        two = self.tongue.bareheaded and self.tongue.verbs_second and len(before) > 1
        return owned or two or (bool(before) and before[-1].lower() in self.tongue.links)

    def _plain(self, before: list[str], words: list[str]) -> str | None:
        joined = before[-1].lower() if before else ""
        while len(words) > 1 and self._is_role(words[0]):
            joined, words = words[0].lower(), words[1:]
        if self.tongue.cases and joined and len(words) != _FULL:
            return None  # "глава Вельска Олег Брант": where the name begins, no word tells
        alone = len(words) == 1 and (self._is_article(joined) or joined.endswith(("’", "'")))
        common = len(words) == 1 and self.tongue.bareheaded and self._fullest(words[0]) == words[0]  # "Polisen"
        return None if alone or common else " ".join(words)

    def _of_nouns(self, before: list[str], words: list[str]) -> str | None:
        """Return a name from a run of words with capitals, most of which may be nouns: what follows the last role."""
        joined = any(word.lower() in self.tongue.links or self._is_article(word) for word in before[1:])
        if joined or (before and not self._is_article(before[0])):
            return None
        described = bool(before) or self._is_article(words[0])
        words = words[1:] if self._is_article(words[0]) else words
        last = max((at for at, word in enumerate(words[:-1]) if self._is_role(word)), default=-1)
        words, role = words[last + 1 :], last >= 0
        short = any(len(word.rstrip(".")) == 1 for word in words[-1:])  # "C.Q. Brown" is cut where letters end
        if not words or short or self._is_role(words[0]) or any(self._is_body(word) for word in words):
            return None
        given = next((at for at, word in enumerate(words) if word.lower() in PRONOUN_OF), None)
        if not role and given is None and (described or _ADJECTIVE.search(words[0])):
            words = []
        elif not role and given and (described or given == len(words) - _FULL):
            words = words[given:]
        alone = len(words) == 1 and (described or not role) and self._fullest(words[0]) == words[0]
        long = sum(word[0].isupper() for word in words) >= _LONGEST
        return None if alone or long else " ".join(words) or None

    def _apposed(self, words: str) -> str | None:
        run = _RUN.fullmatch(words.partition(",")[0].strip(" )"))
        return run.group() if run is not None and " " in run.group() else None

    def _described(self, head: str) -> bool:
        first = head.partition(" ")[0]
        return self._is_article(first) or first[:1].islower() or _ELIDED.match(first) is not None

    def _is_article(self, word: str) -> bool:
        return word.lower() in self.tongue.articles

    def _is_role(self, word: str) -> bool:
        plain = word.lower().rstrip(".")
        part = plain.rpartition("-")[2]
        if not self.tongue.capitals:
            return plain in self.tongue.roles or _JOINED.match(word) is not None
        joined = part != plain and part not in PRONOUN_OF and part.endswith(_DOERS)
        return joined or plain.endswith(self.tongue.roles) or plain.removesuffix("in").endswith(self.tongue.roles)

    def _is_body(self, word: str) -> bool:
        return word.lower().endswith(self.tongue.bodies)

    def _fullest(self, name: str) -> str:
        """Return the name with the given name that the text has for a surname alone, if it has one only."""
        if " " in name:
            return name
        full = {one for one in self.full if one.endswith(f" {name}")}
        before = re.compile(rf"(?P<given>{CAPITAL}[\w’'-]+)\s(?P<name>{PARTICLE}{{0,2}}{re.escape(name)})\b")
        for found in before.finditer(self.text):
            if found["given"].lower() in PRONOUN_OF:
                full.add(found.group())
        return full.pop() if len(full) == 1 else name
