"""The sentences a brief may be cut from, each with what speaks for it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.data import Candidate, Memento, Span, day_of
from onrecord.text.sentences import sentences
from onrecord.text.words import terms

_SHORTEST, _LONGEST = 6, 60  # words; shorter says too little, longer is no sentence to read in a brief
_SAME = 0.5  # share of terms from which two sentences of one time say much the same
_SAME_WORDS = 0.9  # and from which they do whatever time lies between
_ONE_TIME = 1  # days
_LEANS = re.compile(
    r"^[\W_]*(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|or|so|however|meanwhile|also|then|there|"
    r"instead|still|yet|such|both|another|others|we|i|you|my|our|the (?:latter|former|two|group|move|decision))\b",
    re.IGNORECASE,
)
"""Openings that lean on the sentence before; cut out, such a sentence no longer says of whom."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a stored document, and what speaks for it."""

    memento: Memento
    span: Span
    words: str
    terms: frozenset[str]
    origins: int
    """Independent origins that say much the same."""
    score: float

    @property
    def key(self) -> tuple[float, str, int]:
        """Orders sentences, the best first; total, so that a brief comes out the same each time."""
        return (-self.score, self.memento.document.id, self.span.start)


def gather_sentences(topic: str, candidates: Sequence[Candidate]) -> tuple[Sentence, ...]:
    """Return the sentences of the passages found, best first.

    A sentence scores by what it shares with the topic and with the other origins (its centroid), by how early it
    stands and by how many origins say much the same: the mixture that picked what people pick most often among
    untrained ones (Multi-News with aligned spans: position and agreement between sources both pay).
    """
    told = [part for candidate in candidates for part in _parts(candidate)]
    spread = Counter(term for origin_terms in _by_origin(told).values() for term in origin_terms)
    sought = frozenset(terms(topic))
    found = {}
    for memento, span, words, said, near in told:
        support = _support(said, told)
        centroid = sum(math.log(1 + spread[term]) for term in said) / (len(said) * math.log(2 + len(spread)))
        relevance = len(said & sought) / len(sought) if sought else 0.0
        position = 1 / (1 + span.start / 1500)
        score = (0.25 + near) * (0.2 + relevance + centroid) * (0.5 + position) * (1 + math.log(support))
        found[memento.document.id, span.start] = Sentence(memento, span, words, said, support, score)
    return tuple(sorted(found.values(), key=lambda sentence: sentence.key))


_Part = tuple[Memento, Span, str, frozenset[str], float]


def _parts(candidate: Candidate) -> list[_Part]:
    text = candidate.memento.document.text
    start = candidate.span.start
    found = []
    for span in sentences(candidate.span.cut(text), candidate.memento.document.language):
        whole = Span(start=start + span.start, end=start + span.end)
        words = whole.cut(text)
        said = frozenset(terms(words))
        usable = _SHORTEST <= len(words.split()) <= _LONGEST and not _LEANS.match(words)
        if usable and said and not words.endswith("?") and words[-1] in '.!”"’)':
            found.append((candidate.memento, whole, words, said, candidate.score))
    return found


def _by_origin(told: Sequence[_Part]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for memento, _, _, said, _ in told:
        found.setdefault(memento.origin, set()).update(said)
    return found


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the shorter sentence's terms that the other has too, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def say_the_same(one: Sentence, other: Sentence) -> bool:
    """Say whether one of two sentences can be left out.

    What is said days later in like words is often the opposite (a denial and its withdrawal, a count and a higher
    one), so likeness decides only between reports of about one time.
    """
    if one.memento.at is None or other.memento.at is None:
        return False
    apart = abs((day_of(one.memento.at) - day_of(other.memento.at)).days)
    return alike(one.terms, other.terms) >= (_SAME if apart <= _ONE_TIME else _SAME_WORDS)


def _support(said: frozenset[str], told: Sequence[_Part]) -> int:
    return len({memento.origin for memento, _, _, other, _ in told if alike(said, other) >= 0.6})
