"""A page's text as the splice model reads it: tokens with their offsets, each told by a few small numbers.

What a token says, how it is written and what stands before it, whether its word stands elsewhere on the page, and
whether a quotation is open. Training reads pages through the same function, so a change here asks for new weights.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.data import Span

WORDS, ENDINGS, SHAPES, ECHOES = 1 << 14, 1 << 12, 160, 20
_ECHOED = 10
"""Sizes of the four tables: words and endings are hashed into theirs."""

_SMALL = r"(?:[a-z]+[^\W\d_A-Z]*|[^\W\d_A-Z]+)"
"""Letters that are no capitals of English: those that most words have nothing but are read faster alone."""
# A word is cut where lower case meets a capital, which is where a passage pasted into a word begins.
_TOKEN = re.compile(  # what cannot be seen is no token
    rf"([A-Z]?{_SMALL}(?:['’]{_SMALL})*|\d+(?:[.,]\d+)*|[A-Z]+(?![a-z])|[^\W_]|"
    r"[^\w\s\x00-\x1f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|_)"
)
GAPS, NEW_LINE, _EMPTY_LINE = 4, 2, 3  # glued, after a space, on a new line, after an empty line
_MARKS = ".,;:!?\"'“”‘’()[]-–—*#•|/$%&@_>=~`"
LOWER, _CAPITAL, _UPPER, NUMBER, _OTHER = range(5)
_LONGEST = 40  # characters of a word that are read


@dataclass(frozen=True, slots=True)
class Tokens:
    """Tokens of a page, one row each."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    features: NDArray[np.int32]
    """Shape (tokens, 4): indices into the tables of words, endings, shapes and echoes."""

    def __len__(self) -> int:
        return len(self.starts)


def read_tokens(text: str, lines: Sequence[Span]) -> Tokens:
    """Read the tokens of ``lines``, in order; what stands between the lines is passed over.

    Empty lines tell nothing where they stand between all lines, as between the paragraphs of HTML.
    """
    parts: list[str] = []  # what stands before a token, and the token, in turn
    firsts: list[int] = []  # of each line that has tokens, its first one
    starts_at: list[int] = []  # where that line starts
    gaps: list[int] = []  # and what stands before it
    end = 0
    for line in lines:
        found = _TOKEN.split(line.cut(text))
        if len(found) > 1:
            gaps.append(_EMPTY_LINE if text.count("\n", end, line.start) > 1 or not firsts else NEW_LINE)
            firsts.append(len(parts) // 2)
            starts_at.append(line.start)
            parts += found[:-1]
        end = line.end
    if not parts:
        return Tokens(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros((0, 4), np.int32))
    words = parts[1::2]
    homes = np.repeat(np.arange(len(firsts)), np.diff([*firsts, len(words)]))
    edges = np.concatenate([[0], np.cumsum(np.fromiter(map(len, parts), np.int64, len(parts)))])
    shifts = (np.array(starts_at) - edges[:-1:2][firsts])[homes]
    starts = (edges[1:-1:2] + shifts).astype(np.int32)
    ends = (edges[2::2] + shifts).astype(np.int32)
    if NEW_LINE not in gaps:
        gaps[1:] = [NEW_LINE] * (len(gaps) - 1)
    features = np.empty((len(words), 4), dtype=np.int32)
    codes = np.fromiter(map(_known, words), np.int64, len(words))
    features[:, 0] = codes % WORDS
    features[:, 1] = codes // WORDS % ENDINGS
    features[:, 2] = codes // WORDS // ENDINGS
    gap = np.zeros(len(words), dtype=np.int32)
    gap[1:] = starts[1:] > ends[:-1]
    gap[firsts] = gaps
    features[:, 3] = _echoes(features[:, 0], features[:, 2], homes) + _ECHOED * _opened(features[:, 2], firsts)
    features[:, 2] = GAPS * features[:, 2] + gap
    return Tokens(starts, ends, features)


def _opened(shapes: NDArray[np.int32], firsts: list[int]) -> NDArray[np.bool_]:
    """Say of each token whether a quotation is open behind it; each line starts with none."""
    marks = np.flatnonzero(_QUOTING[shapes]).tolist()
    turns = dict.fromkeys(firsts, False)
    line, inside = 0, False
    for mark in marks:
        while line < len(firsts) and firsts[line] <= mark:
            line, inside = line + 1, False
        turn = _QUOTES[int(shapes[mark])]
        inside = not inside if turn == _EITHER else turn == _OPENS
        turns[mark] = inside
    places = sorted(turns)
    states = np.array([turns[place] for place in places])
    opened: NDArray[np.bool_] = np.repeat(states, np.diff([*places, len(shapes)]))
    return opened


@lru_cache(maxsize=65_536)
def _known(token: str) -> int:
    """Return the word, the ending and the shape of a token as one number."""
    lower = token[:_LONGEST].lower()
    code = lower.encode("utf-8", "surrogatepass")
    ending = crc32(b"-" + lower[-3:].encode("utf-8", "surrogatepass")) % ENDINGS
    return crc32(code) % WORDS + WORDS * (ending + ENDINGS * _shape(token))


def _shape(token: str) -> int:
    first = token[0]
    if first.isalpha():
        if first.islower():
            return LOWER
        return _UPPER if len(token) > 1 and token.isupper() else _CAPITAL
    if first.isdigit():
        return NUMBER
    return _OTHER + 1 + _MARKS.find(first)  # marks that are not listed are _OTHER


_OPENS, _CLOSES, _EITHER = range(3)
_QUOTES = {_shape(mark): turn for mark, turn in (("“", _OPENS), ("”", _CLOSES), ('"', _EITHER))}
_QUOTING = np.isin(np.arange(SHAPES), list(_QUOTES))
"""Of each shape, whether it is one of these marks."""


def _echoes(words: NDArray[np.int32], shapes: NDArray[np.int32], homes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each token on how many other lines its word stands, before it and after it, each 0, 1 or 2 and more.

    Marks and numbers echo nothing: 9.
    """
    count = int(homes[-1]) + 1
    bases = words.astype(np.int64) * count
    pairs, place = np.unique(bases + homes, return_inverse=True)  # each word on each line once
    first = np.searchsorted(pairs, bases)
    last = np.searchsorted(pairs, bases + count)
    found = 3 * np.minimum(place - first, 2) + np.minimum(last - place - 1, 2)
    return np.where(shapes < NUMBER, found, _ECHOED - 1)
