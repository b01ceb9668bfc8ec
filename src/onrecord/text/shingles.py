"""Shingles: runs of words by which copies are known.

A. Broder, On the resemblance and containment of documents (1997); the sketch that keeps a fixed share of
all hashes is his "mod m" sketch, known since as FracMinHash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from onrecord.text.codes import Codes, code_tokens, code_words, run_codes

Shingles = NDArray[np.uint64]
"""Hashes of a text's shingles, each once, in ascending order."""

SIZE = 6
"""Words in a shingle: long enough that two reporters seldom hit on the same, short enough to outlive light editing."""

SKETCH_SHARE = 16
"""One hash of this many is kept in a sketch: 40 for an article of 650 words. Sketches are for counting among many
texts, :func:`shingles` for telling few apart."""
_LEAST_KEPT = 32
"""Hashes that a sketch keeps at least where there are so many: fewer are too few to know another copy of a brief by."""


@lru_cache(maxsize=1_024)
def shingles(text: str, size: int = SIZE) -> Shingles:
    """Return the hashes (64 bits, the same on every machine) of all runs of ``size`` words.

    A text of fewer words has one shingle, of all its words; a text without words has none.
    """
    return _distinct(code_words(text), size)


def hashes_of(tokens: Sequence[str], size: int) -> Shingles:
    """Return the hashes of all runs of ``size`` tokens, or of all tokens where there are fewer."""
    return _distinct(code_tokens(tokens), size)


def _distinct(codes: Codes, size: int) -> Shingles:
    hashes = np.sort(run_codes(codes, min(size, len(codes))))
    found: Shingles = hashes[np.append(True, hashes[1:] != hashes[:-1])] if len(hashes) else hashes
    found.flags.writeable = False
    return found


def containment(part: Shingles, whole: Shingles) -> float:
    """Return the share of ``part``'s shingles that ``whole`` has too, 0 to 1; 0 when ``part`` is empty."""
    return _in_common(part, whole) / len(part) if len(part) else 0.0


def _in_common(one: Shingles, other: Shingles) -> int:
    """Return how many shingles two texts share."""
    both = np.sort(np.concatenate((one, other)), kind="stable")  # merges what is in order already
    return int(np.count_nonzero(both[1:] == both[:-1]))


def sketch(hashes: Shingles) -> Shingles:
    """Return a fixed sample of ``hashes``: containment between sketches estimates that between the whole sets.

    Of a short text a larger share is kept: a half, a quarter or an eighth, in which that of longer ones is contained.
    That a brief is part of a far longer text its sketch may not tell.
    """
    share = 1
    while share < SKETCH_SHARE and len(hashes) >= 2 * share * _LEAST_KEPT:
        share *= 2
    kept: Shingles = hashes[hashes % np.uint64(share) == 0]
    return kept


COPIED = 0.5
"""Share of the shorter text's shingles that a copy has: half survives cutting to a brief and adding one's own lines."""

SUSPECTED = 0.05
"""Share from which two texts are worth a closer look: who rewrites keeps some runs, in quotations at least."""

_LEAST_SHARED = 4
_CROWD = 64
_SUSPECTS = 4
_NONE: Shingles = np.empty(0, dtype=np.uint64)


def copies(texts: Sequence[Shingles], reworded: Callable[[int, int], bool] | None = None) -> tuple[int, ...]:
    """Return for each text, by its shingles or sketch, the index of the first one it is a copy of, or its own.

    Texts come in the order in which one may have copied the other. Only firsts are copied from, so a round-up
    that holds two stories does not make them one. Shingles that very many firsts share are a site's furniture
    and are passed over, which also bounds the time. ``reworded`` is asked about a text and a first that share
    too little to be copies and too much to be let go.
    """
    counts, crowded = _shared(texts)
    found: list[int] = []
    holders: dict[int, list[int]] = {}
    for index, text in enumerate(texts):
        shared = Counter({first: count for first, count in counts[index] if found[first] == first})
        sharing = (holders.get(shingle, ()) for shingle in crowded[index])
        shared.update(first for firsts in sharing if len(firsts) < _CROWD for first in firsts)
        shares = {first: count / min(len(text), len(texts[first])) for first, count in shared.items()}
        nearest = sorted(shares, key=lambda first: (-shares[first], first))
        copied = [first for first in nearest if shared[first] >= _enough(len(text), len(texts[first]))]
        if not copied and reworded:
            suspects = (first for first in nearest if shares[first] >= SUSPECTED and shared[first] >= _LEAST_SHARED)
            copied = [first for first in islice(suspects, _SUSPECTS) if reworded(index, first)]
        found.append(copied[0] if copied else index)
        if not copied:
            for shingle in crowded[index]:
                firsts = holders.setdefault(shingle, [])
                if len(firsts) < _CROWD:
                    firsts.append(index)
    return tuple(found)


def _shared(texts: Sequence[Shingles]) -> tuple[list[list[tuple[int, int]]], list[list[int]]]:
    """Return for each text how many shingles it shares with each before it, and those that a crowd of texts has.

    What a crowd has is left out of the count: whether it is furniture depends on how many of them are copies.
    """
    every = np.concatenate([*texts, _NONE])
    order = np.argsort(every, kind="stable")  # merges what is in order already
    begins = np.append(True, every[order[1:]] != every[order[:-1]])[: len(order)]
    places = np.cumsum(begins) - 1
    having = np.bincount(places)[places]
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])[order]
    few, many = (having > 1) & (having <= _CROWD), having > _CROWD
    shingle, owner = places[few], owners[few]
    pairs = [np.empty(0, dtype=np.int64)]
    for apart in range(1, int(having[few].max(initial=1))):
        same = shingle[apart:] == shingle[:-apart]
        pairs.append(owner[apart:][same] * len(texts) + owner[:-apart][same])
    told, counted = np.unique(np.concatenate(pairs), return_counts=True)
    counts: list[list[tuple[int, int]]] = [[] for _ in texts]
    for pair, count in zip(told.tolist(), counted.tolist(), strict=True):
        counts[pair // len(texts)].append((pair % len(texts), count))
    crowded: list[list[int]] = [[] for _ in texts]
    for text, one in zip(owners[many].tolist(), places[many].tolist(), strict=True):
        crowded[text].append(one)
    return counts, crowded


def may_copy(one: Shingles, other: Shingles) -> bool:
    """Say whether two texts share as much as copies must at least; for those that do not, :func:`copies` is in vain."""
    return _in_common(one, other) >= min(_LEAST_SHARED, len(one), len(other))


def _enough(one: int, other: int) -> float:
    shorter = min(one, other)
    return max(COPIED * shorter, min(_LEAST_SHARED, shorter))
