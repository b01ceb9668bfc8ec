"""How much speaks for a sentence: what it says that others say too, where it stands, what it has of the topic."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from onrecord.data import Memento, Span
from onrecord.text.words import terms

_SAME = 0.6
"""Share of terms from which another origin says much the same."""
_FRONT = 1500
"""Characters into a document at which half of what a front place is worth is lost."""
_TERMS = 10
"""So many terms that every origin has are worth as much as all that was asked for."""
_SUPPORT = 0.5
"""What the logarithm of the number of origins is worth: what they share in words counts already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sentence of a stored document, with its terms and how near its passage was found to the topic."""

    memento: Memento
    span: Span
    words: str
    terms: frozenset[str]
    near: float


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the shorter sentence's terms that the other has too, 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def share(sought: frozenset[str], said: Iterable[str]) -> float:
    """Return the share of the topic's terms that are said; of a topic without terms nothing is."""
    return len(sought.intersection(said)) / len(sought) if sought else 0.0


def salience(sought: frozenset[str], told: Sequence[Part]) -> list[tuple[int, float]]:
    """Return for each sentence how many origins say much the same, and what speaks for it.

    That is how many of its terms, and of the pairs in which they follow each other, other origins have, summed and not
    averaged, since a full sentence tells more than a short one; the share of the topic that it has; how early it
    stands; and how many origins say it. Single words are shared by what is of one matter, pairs by what says the same.
    ``benchmarks/briefs`` measures it against the sentences that people picked from several articles.
    """
    units = [part.terms.union(pairwise(terms(part.words))) for part in told]
    origins: dict[str, set[object]] = defaultdict(set)
    for part, said in zip(told, units, strict=True):
        origins[part.memento.origin] |= said
    voices = origins.values() if len(origins) > 1 else units
    spread = Counter(unit for voice in voices for unit in voice)
    found = []
    for part, said, support in zip(told, units, _support(told), strict=True):
        agreed = math.fsum(math.log(spread[unit]) for unit in said) / (_TERMS * math.log(1 + len(voices)))
        front = 1 / (1 + part.span.start / _FRONT)
        score = (0.25 + part.near) * (0.2 + share(sought, part.terms) + agreed) * (0.5 + front)
        found.append((support, score * (1 + _SUPPORT * math.log(support))))
    return found


def _support(told: Sequence[Part]) -> list[int]:
    """Count for each sentence the origins that say much the same, its own among them.

    Two sentences are compared only where they share one of the shorter one's rarest terms, so many that without them
    too few are left (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), and only once.
    """
    spread = Counter(term for part in told for term in part.terms)
    standing: dict[str, list[int]] = defaultdict(list)
    order = sorted(range(len(told)), key=lambda at: len(told[at].terms))
    told = [told[at] for at in order]
    for at, part in enumerate(told):
        for term in part.terms:
            standing[term].append(at)
    origins: list[set[str]] = [{part.memento.origin} for part in told]
    for at, part in enumerate(told):
        rarest = sorted(part.terms, key=lambda term: (spread[term], term))
        needed = rarest[: len(rarest) - int(_SAME * len(rarest)) + 1]
        longer = (reversed(standing[term]) for term in needed)
        for other in {place for places in longer for place in takewhile(at.__lt__, places)}:
            if alike(part.terms, told[other].terms) >= _SAME:
                origins[at].add(told[other].memento.origin)
                origins[other].add(part.memento.origin)
    return [many for _, many in sorted(zip(order, map(len, origins), strict=True))]
