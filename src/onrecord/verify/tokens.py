"""The words of a sentence with their places, as the comparisons need them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import Span
from onrecord.text.words import STOP_WORDS, stem

_WORD = re.compile(r"\d+(?:[.,]\d+)+|(?<!\w)(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_FUNCTION = frozenset(STOP_WORDS)


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands: ``plain`` as read aloud, ``stem`` as compared, that of irregular verbs too."""

    span: Span
    plain: str
    stem: str
    content: bool
    """False for function words."""
    capital: bool
    """Written with a capital, or all in capitals."""


_FORMS = """
    said say, won win, lost lose, fell fall, fallen fall, rose rise, risen rise, held hold, upheld uphold, led lead,
    made make, took take, taken take, gave give, given give, went go, gone go, came come, saw see, seen see, met meet,
    left leave, kept keep, told tell, found find, grew grow, grown grow, began begin, begun begin, became become,
    sent send, built build, paid pay, sold sell, bought buy, brought bring, stood stand, spoke speak, spoken speak,
    struck strike, stricken strike, broke break, broken break, chose choose, chosen choose, drew draw, drawn draw,
    drove drive, fought fight, flew fly, got get, hid hide, knew know, known know, lent lend, ran run, sank sink,
    sunk sink, shook shake, shot shoot, spent spend, stole steal, stolen steal, swore swear, sworn swear, taught teach,
    thought think, threw throw, thrown throw, withdrew withdraw, withdrawn withdraw, wrote write, written write
"""
_BASE = dict(pair.split() for pair in _FORMS.split(","))
"""Irregular verbs that news uses often, each form with its base."""


def find_words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of ``text`` in order."""
    found = []
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match[0])
        plain = written.lower().replace("’", "'").rstrip(".")
        acronym = len(written) > 1 and written.isupper() and not text.isupper()
        found.append(
            Word(
                span=Span(start=match.start(), end=match.start() + len(written)),
                plain=plain,
                stem=stem(_BASE.get(plain, plain)),
                content=acronym or plain not in _FUNCTION,
                capital=written[:1].isupper(),
            )
        )
    return tuple(found)


_DERIVED = ("ment", "ation", "ion", "ing", "er", "or", "ity", "al", "ness", "at", "iv", "e")
_SHORTEST_ROOT = 4


@lru_cache(maxsize=65_536)
def root(stem: str) -> str:
    """Return a stem without derivational endings, under which verb and noun meet: confirm, confirmation.

    Endings go while four letters are left; step 4 of Porter (1980) in short. Only for counting what two
    sentences share, never for telling two things apart.
    """
    for ending in _DERIVED:
        if stem.endswith(ending) and len(stem) - len(ending) >= _SHORTEST_ROOT:
            return root(stem[: -len(ending)])
    return stem
