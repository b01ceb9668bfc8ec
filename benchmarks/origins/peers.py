"""Other ways to tell origins apart, on the same documents: by domain, by headline, by MinHash."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

import numpy as np

from onrecord.data import Document
from onrecord.text.shingles import hashes_of
from onrecord.text.words import words

Groups = dict[str, str]
"""The group of each document, by its id."""

HEADLINES = 0.55
"""The Jaccard similarity of headlines from which corroborate-mcp takes two reports for one."""
MINHASH = 0.5
_PERMUTATIONS = 128
_BANDS = 32


def by_domain(held: Sequence[Document]) -> Groups:
    return {one.id: urlsplit(one.url or "").hostname or one.id for one in held}


def by_headline(held: Sequence[Document]) -> Groups:
    said = [frozenset(words(one.title or "")) for one in held]
    pairs = (
        (at, other)
        for at, one in enumerate(said)
        for other in range(at)
        if one and said[other] and len(one & said[other]) >= HEADLINES * len(one | said[other])
    )
    return _joined(held, pairs)


def by_minhash(held: Sequence[Document]) -> Groups:
    """Five-word shingles, 128 permutations, pairs from 32 bands, joined when half of the signature agrees."""
    rng = np.random.default_rng(1)
    odd = rng.integers(1, 1 << 63, _PERMUTATIONS, dtype=np.uint64) | np.uint64(1)
    plus = rng.integers(1, 1 << 63, _PERMUTATIONS, dtype=np.uint64)
    signatures = []
    for one in held:
        hashes = hashes_of(words(one.text), 5)
        signatures.append((hashes[:, None] * odd + plus).min(axis=0))
    bands = defaultdict(list)
    for at, signature in enumerate(signatures):
        for band, part in enumerate(np.split(signature, _BANDS)):
            bands[band, part.tobytes()].append(at)
    near = {(at, other) for some in bands.values() for at in some for other in some if other < at}
    return _joined(held, ((a, b) for a, b in sorted(near) if (signatures[a] == signatures[b]).mean() >= MINHASH))


def _joined(held: Sequence[Document], pairs: Iterable[tuple[int, int]]) -> Groups:
    parent = list(range(len(held)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for one, other in pairs:
        parent[root(one)] = root(other)
    return {one.id: held[root(at)].id for at, one in enumerate(held)}
