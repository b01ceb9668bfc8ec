"""How much speaks for a sentence: what it says that others say too, where it stands, what it has of the topic."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.data import Memento, Span

_SAME = 0.6
"""Share of terms from which another origin says much the same."""
_FRONT = 1500
"""Characters into a document at which half of what a front place is worth is lost."""
_TERMS = 10
"""So many terms that every origin has are worth as much as all that was asked for."""


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

    That is how many of its terms other origins have, summed and not averaged, since a full sentence tells more than a
    short one; the share of the topic that it has; how early it stands; and how many origins say it.
    ``benchmarks/briefs`` measures it against the sentences that people picked from several articles.
    """
    origins: dict[str, set[str]] = defaultdict(set)
    for part in told:
        origins[part.memento.origin] |= part.terms
    voices = origins.values() if len(origins) > 1 else [part.terms for part in told]
    spread = Counter(term for voice in voices for term in voice)
    found = []
    for part, support in zip(told, _support(told), strict=True):
        agreed = math.fsum(math.log(spread[term]) for term in part.terms) / (_TERMS * math.log(1 + len(voices)))
        front = 1 / (1 + part.span.start / _FRONT)
        score = (0.25 + part.near) * (0.2 + share(sought, part.terms) + agreed) * (0.5 + front)
        found.append((support, score * (1 + math.log(support))))
    return found


def _support(told: Sequence[Part]) -> list[int]:
    """Count for each sentence the origins that say much the same, its own among them.

    Two sentences are compared only where they share one of the shorter one's rarest terms, so many that without them
    too few are left (prefix filtering: Chaudhuri, Ganti and Kaushik 2006).
    """
    spread = Counter(term for part in told for term in part.terms)
    standing: dict[str, list[int]] = defaultdict(list)
    for at, part in enumerate(told):
        for term in part.terms:
            standing[term].append(at)
    origins: list[set[str]] = [{part.memento.origin} for part in told]
    for at, part in enumerate(told):
        rarest = sorted(part.terms, key=lambda term: (spread[term], term))
        needed = rarest[: len(rarest) - int(_SAME * len(rarest)) + 1]
        for other in {place for term in needed for place in standing[term]}:
            if alike(part.terms, told[other].terms) >= _SAME:
                origins[at].add(told[other].memento.origin)
                origins[other].add(part.memento.origin)
    return list(map(len, origins))
