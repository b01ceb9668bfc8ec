"""Parts of patterns in other languages than English: verbs of saying, and the noun phrases that say who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.tongues.words import Tongue

MARKS = '“”„‟"«»‹›‘‚'
"""What opens or closes quoted words."""
CAPITAL = f"[{''.join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())}]"
"""A capital of the Latin, Greek and Cyrillic scripts."""
PARTICLE = (
    r"(?:(?:van (?:der|den|de)|von (?:der)?|de (?:la|los)|de|da|di|del|della|dos|das|du|van|von|ter|bin|al|af)\s)"
)
"""What stands within a name."""
OPEN = rf"[^,;:—–{MARKS}]"
"""What stands within a clause."""
END = rf"(?=\s*(?:[,.;:!?…()—–{MARKS}]|-\s|$))"
SPACE = r"\s"
_NEVER = r"(?!)"


def one_of(words: Sequence[str], *, parted: str = "") -> str:
    """Return a pattern for one of some words, with ``parted`` behind those that are not run into the next."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    made = (re.escape(word).replace("’", "[’']") + ("" if word.endswith("’") else parted) for word in longest)
    return f"(?:{'|'.join(made)})" if longest else _NEVER


class Parts:
    """The parts of one language."""

    def __init__(self, tongue: Tongue) -> None:
        """Build them from its words."""
        self.tongue = tongue
        self.that = one_of(tongue.that, parted=SPACE)
        self.stop = rf"(?i:{one_of(tongue.stops)}\b)"
        self.article = rf"(?i:{one_of(tongue.articles, parted=SPACE)})"
        self.link = one_of(tongue.links, parted=SPACE)
        self.adverbs = rf"(?:\s{one_of(tongue.adverbs)})*"
        self.verb = self._verb()
        name = rf"(?!{self.stop}){CAPITAL}(?:[\w’'-]*\w|\.)?"
        self.names = rf"(?:[Vv][ao]n\s(?:der|den|de)\s)?{name}(?:\s{PARTICLE}{{0,2}}{name}){{0,4}}"
        self.word = rf"(?!{self.stop}|{self.article}|{self.link})[^\W\d_][\w’'-]*"
        self.pronoun = rf"(?i:{one_of(tongue.pronouns)}\b)"
        self.owned = self._owned()
        """A noun and what belongs to it, without its article."""
        self.nouns = rf"{self._nouns()}(?:\s\([^()]{{1,30}}\))?"
        self.phrase = rf"(?:{self.pronoun}|{self.nouns})"
        self.source = rf"(?P<source>{self.phrase})"
        self.beside = self._beside()
        """What describes somebody behind a comma."""
        self.according = self._according()

    def _verb(self) -> str:
        tongue = self.tongue
        between = rf"(?:{one_of(tongue.adverbs, parted=SPACE)})?"
        made = [rf"{one_of(tongue.helping)}\s{between}{one_of(tongue.said)}\b", rf"{one_of(tongue.saying)}\b"]
        if tongue.verbs_second:
            made.insert(1, rf"{one_of(tongue.helping)}(?={OPEN}{{0,60}}\s{one_of(tongue.said)}\b)")
        for verb, _, part in (pair.partition(":") for pair in tongue.parted):
            made.insert(0, rf"{verb}(?={OPEN}{{0,80}}\s{part}\b)")
        return rf"(?:{'|'.join(made)})"

    def _owned(self) -> str:
        if self.tongue.capitals:
            more = rf"(?:\s{self.link}(?:{self.article})?{self._adjective}{{0,2}}{self.names}){{0,3}}"
            return rf"{self.names}{more}"
        word = rf"(?:{self.word}|[^\W\d_]{{1,4}}\.(?=\s{CAPITAL}))"
        core = rf"{word}(?:\s{word}){{0,3}}"
        return rf"{core}(?:\s{self.link}(?:{self.article})?{core}){{0,3}}"

    @property
    def _adjective(self) -> str:
        return rf"(?:(?!{self.stop}|{self.article}|{self.link})(?:\d{{1,3}}-)?[^\W\d_]\w*e[nrsm]?\s)"

    def _nouns(self) -> str:
        """Return the pattern of a noun phrase, from its article or name to what belongs to its nouns."""
        tongue = self.tongue
        if tongue.capitals:
            from_ = rf"(?:\s(?:von|vom|für|aus)\s{self.names})?"
            return rf"(?:{self.article}{self._adjective}{{0,3}}{self.owned}|(?!{self.article}){self.names}{from_})"
        titled = rf"(?:(?!{CAPITAL}){self.word}\s){{0,2}}{self.names}"
        if tongue.bareheaded:
            return rf"(?:{titled}|(?:{self.article})?{self.owned})"
        bare = rf"(?i:{one_of(tongue.bare)})\b(?:\s{self.word}){{0,2}}(?:\s{self.link}(?:{self.article})?{self.owned})?"
        return rf"(?:{self.article}{self.owned}|{bare}|{titled})"

    def _beside(self) -> str:
        tongue = self.tongue
        opening = rf"{one_of(tongue.opening)}\b|(?i:{one_of((*tongue.according, *tongue.like))})\s"
        closed = rf"{self.stop}|{self.that}|{self.pronoun}|{self.verb}|{opening}"
        reported = rf"(?![^.,]*\b{one_of(tongue.subjunctive)}\b)"
        return rf"(?:,\s(?!{closed}){reported}[^,;:.!?()—–{MARKS}]{{3,80}})"

    def _according(self) -> str:
        """Return the pattern of "according to" and who it is."""
        contracted = rf"{one_of(self.tongue.contracted, parted=SPACE)}{self.owned}"
        return rf"{self.to}(?P<source>(?:{contracted}|{self.phrase})"  # closed where it is used

    @property
    def to(self) -> str:
        """The pattern of "according to"."""
        return rf"(?P<cue>(?i:{one_of(self.tongue.according, parted=SPACE)}))"

    def unparted(self) -> str:
        """Return the pattern of "according to" and who it is where no sign parts that from what is said."""
        tongue = self.tongue
        small = rf"(?=(?!{CAPITAL})\w)"
        if tongue.capitals:
            return rf"{self.to}{self.source}\s{small}"
        if tongue.cases:
            return rf"{self.to}(?P<source>{self.names}|\w+)\s{small}"
        if not tongue.verbs_second:
            return rf"{self.to}{self.source}\s(?={self.article}|\d)"
        noun = rf"(?:{self.article})?(?:(?!{CAPITAL}){self.word}(?<!i)e\s){{0,2}}{self.word}(?:\s{self.names})?"
        begin = rf"(?:{self.article})?" if tongue.bareheaded else self.article
        titled = rf"(?!{CAPITAL}){self.word}\s{self.names}"
        nouns = rf"{begin}{noun}(?:\s{self.link}{noun}){{0,2}}|{titled}"
        return rf"{self.to}(?P<source>{self.pronoun}|{self.names}|{nouns})\s{small}"

    def hung(self) -> str | None:
        """Return the pattern of a verb with its pronoun, as in "a-t-elle dit"."""
        tongue = self.tongue
        if not tongue.clitics:
            return None
        hung = rf"-(?:t-)?{one_of(tongue.clitics)}"
        two = rf"{one_of(tongue.helping)}{hung}\s(?:{one_of(tongue.adverbs)}\s)?{one_of(tongue.said)}"
        return rf"(?P<cue>{two}|{one_of(tongue.saying)}{hung})\b"
