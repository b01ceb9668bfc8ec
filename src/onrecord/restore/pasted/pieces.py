"""A page's tokens as the judge of passages reads them: word pieces in windows, each window with what the page is about.

Before every window stand the page's first words and the names that it says most, so that what belongs to another story
can be told from what belongs. Training reads pages through the same functions, so a change here asks for new weights.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.restore.pasted.tokens import ECHOES, SHAPES, Tokens

LENGTH = 512
"""Pieces of a window at most, its introduction included."""
COPIES, PLACES = 16, 64
TABLES = (SHAPES, ECHOES, COPIES, PLACES)
"""Sizes of the tables of features: writing, echoes, copies, and the place in the page."""

_CLS, _SEP, _HIDDEN = 101, 102, 103  # as in BERT's vocabulary
_LEAD, _NAMES, _MOST = 32, 24, 4  # pieces of the lead and of the names in an introduction, and of one token
_CAPITAL = 1  # the shape of a word that starts with a capital
_GAPS, _NEW_LINE = 4, 2
_SHORT, _LONG = 2, 4  # tokens in a row that are looked for elsewhere on the page
_ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio of 64 bits, as in Knuth's multiplicative hashing

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a page."""

    ids: Ids
    firsts: Ids
    """For each token its first piece, and behind the last one the number of pieces."""
    features: Ids
    """Shape (tokens, 4): indices into the tables."""
    introduction: Ids


@dataclass(frozen=True, slots=True)
class Window:
    """What the judge reads at once."""

    ids: Ids
    features: Ids
    kinds: Ids
    """0 for pieces of the introduction, 1 for those of the window."""
    heads: Ids
    """Where in the window the first piece of each of its tokens stands."""


def read_pieces(text: str, tokens: Tokens, cut: Callable[[str], tuple[int, ...]]) -> Pieces:
    """Read the pieces of a page, with ``cut`` giving those of a word."""
    words = [text[start:end] for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)]
    cuts = [cut(word)[:_MOST] or (100,) for word in words]
    firsts = np.cumsum([0, *map(len, cuts)])
    ids = np.array([piece for pieces in cuts for piece in pieces], dtype=np.int64)
    shapes, gaps = np.divmod(tokens.features[:, 2].astype(np.int64), _GAPS)
    homes = np.cumsum(gaps >= _NEW_LINE) - 1
    features = np.stack(
        [
            tokens.features[:, 2],
            tokens.features[:, 3],
            _copies(tokens.features[:, 0], homes),
            _places(homes),
        ],
        axis=1,
    ).astype(np.int64)
    names = _names(words, shapes, homes)
    named = [piece for place in names for piece in cuts[place]][:_NAMES]
    introduction = np.array([_CLS, *ids[:_LEAD].tolist(), _SEP, *named, _SEP], dtype=np.int64)
    return Pieces(ids=ids, firsts=firsts, features=features, introduction=introduction)


def window(pieces: Pieces, first: int, end: int | None = None) -> Window:
    """Return the window that starts with the token ``first``: as many tokens as have room, up to ``end``."""
    room = LENGTH - len(pieces.introduction) - 1
    start = pieces.firsts[first]
    last = int(np.searchsorted(pieces.firsts, start + room, side="right")) - 1
    last = last if end is None else min(last, end)
    firsts = pieces.firsts[first : last + 1]
    inside = pieces.ids[start : firsts[-1]]
    before = len(pieces.introduction)
    ids = np.concatenate([pieces.introduction, inside, [_SEP]])
    features = np.zeros((len(ids), len(TABLES)), dtype=np.int64)
    features[before:-1] = np.repeat(pieces.features[first:last], np.diff(firsts), axis=0)
    kinds = np.ones(len(ids), dtype=np.int64)
    kinds[:before] = 0
    return Window(ids=ids, features=features, kinds=kinds, heads=firsts[:-1] - start + before)


def _names(words: list[str], shapes: Ids, homes: Ids) -> list[int]:
    """Return where the capitalised words stand first that stand on most lines, on two at least, most frequent first."""
    found: dict[str, tuple[int, set[int]]] = {}
    for place in np.flatnonzero(shapes == _CAPITAL)[:2000].tolist():
        if len(words[place]) > 3:
            found.setdefault(words[place], (place, set()))[1].add(int(homes[place]))
    ranked = sorted(found.values(), key=lambda one: (-len(one[1]), one[0]))
    return [place for place, lines in ranked[:12] if len(lines) > 1]


def _places(homes: Ids) -> Ids:
    """Return for each token which line it stands on, the first seven and the last told apart, and how long that is."""
    if not len(homes):
        return homes
    sizes = np.bincount(homes)
    lengths = np.minimum(np.log2(np.maximum(sizes, 1)).astype(np.int64), 7)
    lines = np.minimum(np.arange(len(sizes)), 6)
    lines[-1] = 7
    return 8 * lines[homes] + lengths[homes]


def _copies(words: NDArray[np.int32], homes: Ids) -> Ids:
    """Return for each token whether it is part of two or four tokens in a row that stand on a line before or after."""
    found = np.zeros(len(words), dtype=np.int64)
    for weight, size in ((1, _SHORT), (4, _LONG)):
        if len(words) < size:
            continue
        grams = np.zeros(len(words) - size + 1, dtype=np.uint64)
        for at in range(size):
            grams = grams * _ODD + words[at : at + len(grams)].astype(np.uint64) + np.uint64(1)
        _, same = np.unique(grams, return_inverse=True)
        first = np.full(same.max() + 1, len(homes), dtype=np.int64)
        last = np.full(same.max() + 1, -1, dtype=np.int64)
        lines = homes[: len(grams)]
        np.minimum.at(first, same, lines)
        np.maximum.at(last, same, lines)
        flags = (first[same] < lines) + 2 * (last[same] > lines)
        covered = np.zeros(len(words), dtype=np.int64)
        for at in range(size):
            covered[at : at + len(flags)] |= flags
        found += weight * covered
    return found


def hidden(ids: Ids, chosen: NDArray[np.bool_]) -> Ids:
    """Return ``ids`` with the chosen ones hidden."""
    return np.where(chosen, _HIDDEN, ids)
