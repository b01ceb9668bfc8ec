"""How the words of a block and of its elements' names speak for each kind, by how often they did on other sites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np

from onrecord.data import Page, RawBlock
from onrecord.restore.blocks.own import Matrix

VIEWS = ("near", "far", "said")
"""What is heard: names of the nearest elements, names further up, and the block's first words."""

_NEAREST = 4  # hints; mostly those of the block's own element and its parent
_NEAR, _FAR, _SAID = 16, 40, 20  # words heard of each
_HEAD = 200  # characters in which a block's first words stand
_PARTS = re.compile(r"[^\w]+|_+|\d+")
_WORD = re.compile(r"\w+")

Heard = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def heard(page: Page) -> list[Heard]:
    """Return the words heard of each block, one tuple a view."""
    text = page.document.text
    names: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]] = {}
    return [(*_named(raw, names), _said(raw.span.cut(text))) for raw in page.raw_blocks]


def _named(
    raw: RawBlock, known: dict[tuple[str, ...], tuple[tuple[str, ...], tuple[str, ...]]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if raw.hints not in known:
        parts = [_parts(hint) for hint in raw.hints]
        known[raw.hints] = (_distinct(parts[:_NEAREST], _NEAR), _distinct(parts[_NEAREST:], _FAR))
    return known[raw.hints]


def _said(block: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(block[:_HEAD].lower())))[:_SAID]


def _distinct(parts: Iterable[tuple[str, ...]], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))[:most]


@lru_cache(maxsize=20_000)
def _parts(hint: str) -> tuple[str, ...]:
    return tuple(word for word in _PARTS.split(hint) if len(word) > 1)


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of known words for each kind, as logarithms of odds against the kind's usual share."""

    rows: dict[str, int]
    values: Matrix
    """Shape (words, kinds)."""

    def count(self, words: Sequence[tuple[str, ...]]) -> Matrix:
        """Return the votes of each block's words, their sum over the root of their number; shape (blocks, kinds)."""
        places: dict[tuple[str, ...], int] = {}
        found = [places.setdefault(own, len(places)) for own in words]
        rows = [[row for row in map(self.rows.get, own) if row is not None] for own in places]
        counts = np.array(list(map(len, rows)))
        sums = np.zeros((len(rows), self.values.shape[1]), dtype=np.float32)
        heard_of = np.flatnonzero(counts)
        if len(heard_of):
            flat = np.fromiter(chain.from_iterable(rows), np.int64, counts.sum())
            starts = np.cumsum(counts) - counts
            sums[heard_of] = np.add.reduceat(self.values[flat], starts[heard_of], axis=0)
        values: Matrix = (sums / np.sqrt(np.maximum(counts, 1))[:, None])[found]
        return values
