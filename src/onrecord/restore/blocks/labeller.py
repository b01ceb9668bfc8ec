"""The shipped model that says what blocks are: two small networks, the second of which sees what the first said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from onrecord.assets import asset
from onrecord.data import Page
from onrecord.errors import ModelError
from onrecord.restore.blocks.context import context
from onrecord.restore.blocks.measure import Measured, measure
from onrecord.restore.blocks.own import Matrix
from onrecord.restore.blocks.votes import VIEWS, Votes, heard

KINDS = ("other", "headline", "standfirst", "byline", "dateline", "body", "subhead", "list", "caption", "credit")
"""What the model tells apart; ``other`` is whatever does not belong to the article."""

FILE = "blocks.npz"
_AT_ONCE = 4096  # rows; pages have some hundred blocks, hostile ones any number
_TOGETHER = 12  # rows multiplied at once: so small a product is not spread over threads, which wait for each other
_LARGEST = 4.0  # standard deviations at which measures are cut off


@dataclass(frozen=True, slots=True)
class Network:
    """A few networks with one hidden layer, whose likelihoods are averaged."""

    mean: Matrix
    scale: Matrix
    inner: Matrix
    """Shape (networks, measures + 1, hidden); the last row is added."""
    outer: Matrix
    """Shape (networks, hidden + 1, kinds); the last row is added."""

    def likely(self, rows: Matrix) -> Matrix:
        """Return the likelihood of each kind for each row."""
        return np.vstack([self._likely(rows[at : at + _AT_ONCE]) for at in range(0, len(rows), _AT_ONCE)])

    def _likely(self, rows: Matrix) -> Matrix:
        scaled = np.zeros((-(-len(rows) // _TOGETHER), _TOGETHER, rows.shape[1]), dtype=np.float32)
        flat = scaled.reshape(-1, rows.shape[1])[: len(rows)]
        np.clip((rows - self.mean) / self.scale, -_LARGEST, _LARGEST, out=flat)
        found = np.zeros((*scaled.shape[:2], self.outer.shape[2]), dtype=np.float32)
        for inner, outer in zip(self.inner, self.outer, strict=True):
            hidden = np.maximum(scaled @ inner[:-1] + inner[-1], 0.0)
            logits = hidden @ outer[:-1] + outer[-1]
            shares = np.exp(logits - logits.max(axis=2, keepdims=True))
            found += shares / shares.sum(axis=2, keepdims=True)
        likely: Matrix = found.reshape(-1, found.shape[2])[: len(rows)] / len(self.inner)
        return likely


@dataclass(frozen=True, slots=True)
class Labeller:
    """Votes of words, and two looks at each block."""

    votes: tuple[Votes, ...]
    """One a view."""
    first: Network
    second: Network

    def likely(self, page: Page) -> Matrix:
        """Return the likelihood of each of ``KINDS`` for each block of an HTML page."""
        measured = measure(page)
        rows = self.rows(page, measured)
        first = self.first.likely(rows)
        second = self.second.likely(np.hstack((rows, context(first, measured.layout, KINDS))))
        return (first + second) / 2

    def rows(self, page: Page, measured: Measured) -> Matrix:
        """Return a page's measures with the votes of its words."""
        words = heard(page)
        counted = [votes.count([block[n] for block in words]) for n, votes in enumerate(self.votes)]
        return np.hstack((measured.values, *counted)).astype(np.float32)

    def arrays(self) -> dict[str, Matrix]:
        """Return everything as named arrays, to be kept in a file."""
        found = {}
        for view, votes in zip(VIEWS, self.votes, strict=True):
            found[f"{view}_words"] = np.array("\n".join(votes.rows))
            found[f"{view}_votes"] = votes.values.astype(np.float16)
        for name in ("first", "second"):
            network = getattr(self, name)
            found |= {f"{name}_{part}": getattr(network, part).astype(np.float16) for part in ("inner", "outer")}
            found |= {f"{name}_{part}": getattr(network, part) for part in ("mean", "scale")}
        return found

    @classmethod
    def of(cls, arrays: Mapping[str, Matrix]) -> Labeller:
        """Make a labeller of what :meth:`arrays` returned."""
        votes = tuple(
            Votes(
                {word: row for row, word in enumerate(str(arrays[f"{view}_words"]).split("\n"))},
                arrays[f"{view}_votes"].astype(np.float32),
            )
            for view in VIEWS
        )
        first, second = (
            Network(*(arrays[f"{name}_{part}"].astype(np.float32) for part in ("mean", "scale", "inner", "outer")))
            for name in ("first", "second")
        )
        return cls(votes, first, second)


@cache
def shipped() -> Labeller:
    """Return the shipped labeller, read once a process.

    Raises:
        ModelError: its file is missing or damaged.
    """
    path = asset(FILE)
    try:
        with np.load(path) as arrays:
            return Labeller.of(dict(arrays))
    except (ValueError, KeyError, OSError) as error:
        raise ModelError(
            f"the model file {FILE} cannot be read", why=str(error), fix="install onrecord again"
        ) from error
