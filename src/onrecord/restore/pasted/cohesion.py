"""Cohesion: which lines of a page are about another matter than the lines around them.

A story goes on about what it began with: its lines have words and the neighbourhood of words in common, each with the
line before it and all with the whole. A story pasted in between has not, and what stands on either side of it goes
together. Lines are compared by sums of word vectors and by rare words shared (lexical cohesion: Morris and Hirst, 1991;
Hearst's TextTiling, 1997); a small network weighs that. ``training/splices/cohesion.py`` makes table and weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.restore.pasted.tokens import GAPS, NUMBER, Tokens

FEATURES = (
    "words", "lines", "near the rest", "near what is before", "near what is behind", "both sides near", "nearest line",
    "page", "page varies", "nearer than its lines", "words shared", "rare words shared", "page lines",
    "shared before", "shared behind", "shared by both sides",
)  # fmt: skip
"""What a run of lines is judged by; "near" is the cosine of sums of word vectors, "shared" a share of the rarity."""

LONGEST = 3  # lines of a run that is looked for; one that is longer has such runs in it
LAYERS = 3
_FILE = "cohesion.npz"
_MOST = 5  # lines of a run that were learned from
_PART = 128  # lines that are compared with each other; longer pages are read in parts
_LINE, _RUN = 8, 12  # words: what is shorter has no matter of its own
_FEWEST = 4  # lines of a page that can be said to have one matter
_BESIDE = 2  # lines on either side
_VARIES = 0.02  # least deviation among the lines of a page

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """What is stored."""

    vectors: Floats
    """Shape (words, dimensions): what the hashed words of ``restore/pasted/tokens.py`` mean; zero for common ones."""
    rarity: Floats
    """Shape (words,): how rare each is, in nats; zero for common ones."""
    layers: tuple[tuple[Floats, Floats], ...]
    """Matrix and bias of each layer, rectified between them; scales of the features are in the first."""
    far: float
    """Log-odds above which a run is read closely."""


class Cohesion:
    """How the lines of a page go together."""

    def __init__(self, tokens: Tokens, starts: Sequence[int]) -> None:
        """Compare lines that start at ``starts``, in order."""
        self._tokens = tokens
        self._firsts = np.searchsorted(tokens.starts, [*starts, np.iinfo(np.int32).max]).tolist()

    @cached_property
    def parts(self) -> list[Part]:
        """Return the lines in parts; most pages are never asked for them."""
        places = range(0, max(1, len(self._firsts) - 1), _PART)
        return [Part(self._tokens, self._firsts[at : at + _PART + 1]) for at in places]

    def apart(self, first: int, last: int) -> float:
        """Return the log-odds that the lines from ``first`` to ``last`` are about another matter.

        They are -inf on a page that is too short to have one, and of lines that are not compared with each other.
        """
        part = first // _PART
        run = first - part * _PART, min(last + 1 - part * _PART, _PART)
        return float(self.parts[part].odds([run])[0])

    def far(self, doubted: NDArray[np.bool_]) -> list[tuple[int, int]]:
        """Return the first and the last line of each run that is far enough apart to be read closely.

        ``doubted`` says of each line whether something else speaks against it: a run has such a line.
        """
        found: list[tuple[int, int]] = []
        for at, part in enumerate(self.parts if doubted.any() else ()):
            doubts = [0, *np.cumsum(doubted[at * _PART : (at + 1) * _PART]).tolist()]
            runs = [(first, end) for first, end in part.runs() if doubts[end] > doubts[first]]
            far = part.odds(runs) > weights().far
            found += [(at * _PART + first, at * _PART + end - 1) for first, end in compress(runs, far)]
        return found


class Part:
    """Lines that are compared with each other."""

    def __init__(self, tokens: Tokens, firsts: list[int]) -> None:
        stored = weights()
        count = len(firsts) - 1
        words = tokens.features[firsts[0] : firsts[-1], 0]
        spelt = tokens.features[firsts[0] : firsts[-1], 2] < NUMBER * GAPS
        homes = np.repeat(np.arange(count), np.diff(firsts))[spelt]
        words = words[spelt]
        self.sizes = np.bincount(homes, minlength=count)
        rare = stored.rarity[words] > 0
        kinds, columns = np.unique(words[rare], return_inverse=True)
        self.has = np.zeros((count, len(kinds)), dtype=np.int16)
        """Shape (lines, words): whether a line has a word."""
        times = np.zeros((count, len(kinds)), dtype=np.float32)
        np.add.at(times, (homes[rare], columns), 1)
        self.has[times > 0] = 1
        self.rarity = stored.rarity[kinds]
        self.sums = times @ stored.vectors[kinds]
        self.whole = self.sums.sum(axis=0)
        self.units = _unit(self.sums)
        self.large = self.sizes >= _LINE
        self.own = _cosine(self.units, _unit(self.whole - self.sums))[self.large]
        """How near each line that is large is to the rest."""
        self.comparable = len(self.own) >= _FEWEST

    def runs(self) -> list[tuple[int, int]]:
        """Return the first line of each run that is looked for and the line behind it; a page never begins with one."""
        count = len(self.sizes)
        words = [0, *np.cumsum(self.sizes).tolist()]
        return [
            (first, end)
            for first in range(1, count)
            for end in range(first + 1, min(count, first + LONGEST) + 1)
            if words[end] - words[first] >= _RUN
        ]

    def odds(self, runs: Sequence[tuple[int, int]]) -> Floats:
        """Return the log-odds of each run."""
        if not self.comparable or not runs:
            return np.full(len(runs), -np.inf, dtype=np.float32)
        values = self.features(runs)
        layers = weights().layers
        for matrix, bias in layers[:-1]:
            values = np.maximum(values @ matrix + bias, 0)
        matrix, bias = layers[-1]
        odds: Floats = (values @ matrix + bias)[:, 0]
        return odds

    def features(self, runs: Sequence[tuple[int, int]]) -> Floats:
        """Return one row a run, one column for each of :data:`FEATURES`."""
        first, end = np.array(runs).T
        count = len(self.sizes)
        before, behind = np.maximum(0, first - _BESIDE), np.minimum(count, end + _BESIDE)
        sums, has, sizes = _running(self.sums), _running(self.has), _running(self.sizes[:, None])
        run = sums[end] - sums[first]
        runs_unit, rest = _unit(run), _unit(self.whole - run)
        left, right = _unit(sums[first] - sums[before]), _unit(sums[behind] - sums[end])
        near = _cosine(runs_unit, rest)
        mean, varies = self.own.mean(), self.own.std() + _VARIES
        others = runs_unit @ self.units.T
        places = np.arange(count)
        others[:, ~self.large] = 0
        others[(places >= first[:, None]) & (places < end[:, None])] = 0
        inside = has[end] - has[first]
        own, elsewhere = inside > 0, has[-1] > inside
        on_left, on_right = has[first] > has[before], has[behind] > has[end]
        rarity = own @ self.rarity + 1e-6
        columns = (
            np.log1p((sizes[end] - sizes[first])[:, 0]),
            np.minimum(end - first, _MOST),
            near,
            _cosine(runs_unit, left),
            np.where(behind > end, _cosine(runs_unit, right), near),
            np.where(behind > end, _cosine(left, right), mean),
            others.max(axis=1),
            np.full(len(runs), mean),
            np.full(len(runs), varies),
            (near - mean) / varies,
            (own & elsewhere).sum(axis=1) / np.maximum(1, own.sum(axis=1)),
            (own & elsewhere) @ self.rarity / rarity,
            np.full(len(runs), np.log1p(count)),
            (own & on_left) @ self.rarity / rarity,
            (own & on_right) @ self.rarity / rarity,
            np.log1p((on_left & on_right) @ self.rarity),
        )
        return np.stack(columns, axis=1).astype(np.float32)


def _running(rows: NDArray[np.generic]) -> NDArray[np.generic]:
    """Return the sums of the first rows: none, one, two and so on."""
    return np.concatenate([np.zeros_like(rows[:1]), np.cumsum(rows, axis=0, dtype=rows.dtype)])


def _unit(rows: Floats) -> Floats:
    found: Floats = rows / (np.linalg.norm(rows, axis=-1, keepdims=True) + 1e-9)
    return found


def _cosine(one: Floats, other: Floats) -> Floats:
    found: Floats = np.einsum("rd,rd->r", one, other)
    return found


@cache
def weights() -> Weights:
    """Return what ships."""
    with np.load(asset(_FILE)) as stored:
        vectors = stored["vectors"].astype(np.float32) * stored["scale"]
        layers = tuple((stored[f"matrix{n}"], stored[f"bias{n}"]) for n in range(LAYERS))
        return Weights(
            vectors=vectors, rarity=stored["rarity"].astype(np.float32), layers=layers, far=float(stored["far"])
        )
