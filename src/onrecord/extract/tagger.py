"""The attribution tagger: a linear-chain conditional random field, decoded with numpy.

J. Lafferty, A. McCallum and F. Pereira, Conditional random fields (2001). The weights are shipped; their card,
``assets/attribution.md``, says what they were learned from and how well they do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.assets import asset
from onrecord.data import Span
from onrecord.extract.features import WINDOW, edge_feature, token_features, window_features
from onrecord.extract.paragraphs import Known, Paragraph, Word, normal, word_of

FILE = "attribution.npz"

_AROUND = tuple(offset for offset in range(-WINDOW, WINDOW + 1) if offset)
_WORDS_KEPT = 20_000
_UNKNOWN = Known()


class Role(StrEnum):
    """What a token is in an attribution."""

    SOURCE = "S"
    CUE = "C"
    CONTENT = "N"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of tokens with one role, and whether it stands before its cue."""

    role: Role
    span: Span
    leads: bool = False


def code(name: str) -> int:
    """Return the number under which the model knows a feature or word."""
    return crc32(name.encode("utf-8", "surrogatepass"))


@cache
def shipped() -> Tagger:
    """Return the shipped tagger, read once a process.

    Raises:
        ModelError: its file is missing or damaged.
    """
    with np.load(asset(FILE), allow_pickle=False) as arrays:
        return Tagger(dict(arrays))


class Tagger:
    """Weights and the lexicon that goes with them."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Take the arrays that ``training/attribution/train.py`` writes."""
        self._labels = tuple(str(label) for label in arrays["labels"])
        self._lexicon = {
            number: Known((small, middle, large), cue)
            for number, (small, middle, large, cue) in zip(
                arrays["words"].tolist(), arrays["known"].tolist(), strict=True
            )
        }
        self._rows = {feature: row for row, feature in enumerate(arrays["features"].tolist(), start=1)}
        self._weights = np.zeros((len(self._rows) + 1, len(self._labels)), dtype=np.float32)  # row 0: not known
        rows = np.repeat(np.arange(1, len(self._rows) + 1), arrays["counts"])
        self._weights[rows, arrays["columns"]] = arrays["weights"]
        moves = arrays["transitions"].astype(np.float64)
        self._moves = np.exp(moves - moves.max())
        self._roles = np.array([[label[2:3] == role for role in ("", *Role)] for label in self._labels], dtype=float)
        self._leading = np.array([label.endswith("<") for label in self._labels])
        self._begins = np.array([label.startswith("B") for label in self._labels])
        self._edges = {offset: self._score((edge_feature(offset),)) for offset in _AROUND}
        self._word = lru_cache(maxsize=_WORDS_KEPT)(self._read_word)

    def pieces(self, paragraph: Paragraph) -> list[Piece]:
        """Return the parts of attributions in ``paragraph``, in order; it may have some thousand tokens at most."""
        odds = self._marginals(self._emissions(paragraph))
        roles = (odds @ self._roles).argmax(axis=1)
        leads = odds[:, self._leading].sum(axis=1)
        begins = (odds * self._begins) @ self._roles
        found: list[Piece] = []
        open_role = 0
        for at, (token, role) in enumerate(zip(paragraph.tokens, roles.tolist(), strict=True)):
            goes_on = role == open_role and begins[at, role] < 0.5 * (odds[at] @ self._roles[:, role])
            if role and goes_on:
                found[-1] = replace(found[-1], span=Span(start=found[-1].span.start, end=token.end))
            elif role:
                leading = bool(leads[at] > 0.5 * (odds[at] @ self._roles[:, role]))
                found.append(Piece(role=tuple(Role)[role - 1], span=token, leads=leading))
            open_role = role
        return found

    def known(self, token: str) -> Known:
        """Return what the lexicon knows of a token."""
        return self._lexicon.get(code(normal(token)), _UNKNOWN)

    def _emissions(self, paragraph: Paragraph) -> NDArray[np.float64]:
        """Return how much each token's features speak for each label, shape (tokens, labels)."""
        words = [self._word(token.cut(paragraph.text)) for token in paragraph.tokens]
        scores = np.zeros((len(words) + 2 * WINDOW, len(self._labels)), dtype=np.float64)
        for at, (_, window) in enumerate(words):
            scores[at : at + 2 * WINDOW + 1] += window
        scores = scores[WINDOW : WINDOW + len(words)]
        for offset, score in self._edges.items():
            outside = slice(max(0, len(words) - offset), None) if offset > 0 else slice(0, -offset)
            scores[outside] += score
        features = token_features(paragraph, [word for word, _ in words])
        rows = [[0, *(self._rows.get(code(name), 0) for name in names)] for names in features]
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        scores += np.add.reduceat(self._weights[list(chain.from_iterable(rows))], starts)
        return scores

    def _read_word(self, token: str) -> tuple[Word, NDArray[np.float32]]:
        """Return a token's word and what it says of the tokens in whose window it stands, first to last."""
        word = word_of(token, self.known(token))
        offsets = range(WINDOW, -WINDOW - 1, -1)  # a word is the third after the first token that sees it
        return word, np.array([self._score(window_features(word, offset)) for offset in offsets])

    def _score(self, names: tuple[str, ...]) -> NDArray[np.float32]:
        total: NDArray[np.float32] = self._weights[[self._rows.get(code(name), 0) for name in names]].sum(axis=0)
        return total

    def _marginals(self, emissions: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how likely each label of each token is given the whole paragraph: forward-backward, rescaled."""
        local = np.exp(emissions - emissions.max(axis=1, keepdims=True))
        forward = np.empty_like(local)
        backward = np.ones_like(local)
        reached = np.ones(len(self._labels))
        for at, row in enumerate(local):
            reached = row * (reached @ self._moves if at else reached)
            reached /= reached.sum()
            forward[at] = reached
        for at in range(len(local) - 2, -1, -1):
            ahead = self._moves @ (local[at + 1] * backward[at + 1])
            backward[at] = ahead / ahead.sum()
        odds: NDArray[np.float64] = forward * backward
        odds /= odds.sum(axis=1, keepdims=True)
        return odds
