"""The words of a sentence with their places, as the comparisons need them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import Span
from onrecord.text.words import STOP_WORDS
from onrecord.verify.reading.lookalikes import own_stem
from onrecord.verify.reading.synonyms import MEETS, base, in_one_word, light_verbs, meeting

_WORD = re.compile(r"\d+(?:[.,]\d+)+|(?<!\w)(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_FUNCTION = frozenset((*STOP_WORDS, "current", "currently"))
"""Words that by themselves say nothing; who is minister is the current one."""
ARTICLES = frozenset(("a", "an", "the"))
TO_BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands: ``plain`` as read aloud, ``stem`` as compared, irregular forms and synonyms made one."""

    span: Span
    plain: str
    stem: str
    content: bool
    """False for function words."""
    capital: bool
    """Written with a capital, or all in capitals."""


@lru_cache(maxsize=512)
def find_words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of ``text`` in order; a sentence that is quoted is soon asked about again."""
    shouted = text.isupper()
    found = []
    phrases, within = in_one_word(text), 0
    light = light_verbs(text)
    for match in _WORD.finditer(text):
        length, plain, stem, function, acronym = _read(match[0])
        start = match.start()
        if start in phrases:
            within, verb = phrases[start]
            stem, function = compared(verb), False
        elif start < within or start in light:
            function = True
        found.append(
            Word(
                span=Span(start=start, end=start + length),
                plain=plain,
                stem=stem,
                content=not function or (acronym and not shouted),
                capital=match[0][0].isupper(),
            )
        )
    return tuple(found)


def find_roots(text: str) -> frozenset[str]:
    """Return the roots of the content words of ``text``: what :func:`find_words` gives, without their places."""
    if in_one_word(text) or light_verbs(text):
        return frozenset(root(word.stem) for word in find_words(text) if word.content)
    shouted = text.isupper()
    read = map(_read, _WORD.findall(text))
    return frozenset(root(stem) for _, _, stem, function, acronym in read if not function or (acronym and not shouted))


@lru_cache(maxsize=65_536)
def _read(token: str) -> tuple[int, str, str, bool, bool]:
    """Return of a word its length without a possessive ending, how it is read and compared, and what kind it is of."""
    written = _POSSESSIVE.sub("", token)
    plain = written.lower().replace("’", "'")
    plain = plain if plain[0].isdigit() else plain.replace(".", "")  # U.K. is the UK
    return len(written), plain, compared(plain), plain in _FUNCTION, len(written) > 1 and written.isupper()


def compared(word: str) -> str:
    """Return the form under which a word meets others: irregular forms and synonyms made one."""
    return meeting(own_stem(base(word)))


_DERIVED = ("ment", "ation", "ion", "ing", "er", "or", "ity", "al", "ness", "at", "iv", "e")
_SHORTEST_ROOT = 4


@lru_cache(maxsize=65_536)
def root(stem: str) -> str:
    """Return a stem without derivational endings, under which verb and noun meet: confirm, confirmation.

    Endings go while four letters are left; step 4 of Porter (1980) in short. Only for counting what two
    sentences share, never for telling two things apart. What is left may be of a group: dismissal, dismiss, sack.
    """
    bare = _without_endings(stem)
    return _ONE_ROOT.get(bare, bare)


def _without_endings(stem: str) -> str:
    for ending in _DERIVED:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_ROOT:
            return _without_endings(stem[: -len(ending)])
    return stem


def _one_root() -> dict[str, str]:
    """Return for roots of words that meet the one under which they do: of "dismissal" that of "sack"."""
    kept = {_without_endings(first) for first in MEETS.values()}
    pairs = ((_without_endings(word), _without_endings(first)) for word, first in MEETS.items())
    return {one: first for one, first in pairs if one not in kept}


_ONE_ROOT = _one_root()
