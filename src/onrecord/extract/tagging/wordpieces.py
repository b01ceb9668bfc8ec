"""What the attribution tagger sees of a paragraph: word pieces, and of each what an uncased encoder cannot see.

Training and reading share this file: a change of a trait needs a new training.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import shipped_tokenizer
from onrecord.data import Span
from onrecord.extract.reading.paragraphs import Paragraph

Numbers = NDArray[np.int64]

CLS, SEP = 101, 102
"""What stands before all that is read and behind each paragraph, as the base's vocabulary numbers it."""

_SHAPES = ("x", "Xx", "XX", "X", "0", "sign")
TRAITS = len(_SHAPES) << 4
"""How many different traits there are: a shape and four marks."""

LENGTH = 256
"""Word pieces read at once: three to six paragraphs of news. Longer windows take more time than they help."""

CONTEXT = 64
"""Pieces of the paragraphs before that a window is given to look back on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPieces:
    """A paragraph's word pieces, ``SEP`` behind them."""

    ids: Numbers
    traits: Numbers
    """Of each piece: its token's shape, and whether it begins a token or a sentence, is quoted, or follows a quotation
    that the paragraph before left open."""
    places: Numbers
    """For each token of the paragraph the first piece that has some of it."""


def word_pieces(paragraph: Paragraph) -> WordPieces:
    """Return the pieces of a paragraph that has tokens."""
    begin, end = paragraph.tokens[0].start, paragraph.tokens[-1].end
    readable = paragraph.text[begin:end].encode("utf-8", "replace").decode("utf-8")
    encoding = shipped_tokenizer().encode(readable, add_special_tokens=False)
    bounds = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + begin
    tokens = _starts(paragraph.tokens)
    last = len(bounds)
    places = np.minimum(np.searchsorted(bounds[:, 1], tokens, side="right"), last)
    shapes = np.array([_shape(token.cut(paragraph.text)) for token in paragraph.tokens], dtype=np.int64)
    marks = np.zeros((4, last + 1), dtype=np.int64)
    marks[0, places] = 1
    marks[1, np.searchsorted(bounds[:, 1], _starts(paragraph.sentences), side="right")] = 1
    edges = np.array([edge for quote in paragraph.quotes for edge in (quote.start, quote.end)], dtype=np.int64)
    marks[2, :last] = np.searchsorted(edges, bounds[:, 0], side="right") % 2
    marks[3] = paragraph.continues
    marks[:3, last] = 0
    traits = np.zeros(last + 1, dtype=np.int64)
    traits[:last] = shapes[np.searchsorted(tokens, bounds[:, 0], side="right") - 1]
    for mark in marks:
        traits = traits << 1 | mark
    return WordPieces(ids=np.array([*encoding.ids, SEP], dtype=np.int64), traits=traits, places=places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Pieces ``start`` to ``end`` are read at once; those from ``own`` on are told of, the others are context."""

    start: int
    own: int
    end: int


def windows(ends: Sequence[int]) -> Iterator[Window]:
    """Yield the windows of a text whose paragraphs end at the pieces ``ends``.

    A window holds whole paragraphs, and of those before it as many as leave room; a paragraph that is too long is cut.
    """
    bounds = (0, *ends)
    own = at = 0
    while own < bounds[-1]:
        start, back = own, at
        least = min(bounds[at + 1], own + LENGTH - 1)
        while back >= 0 and own - bounds[back] <= CONTEXT and least - bounds[back] < LENGTH:
            start, back = min(start, bounds[back]), back - 1
        room = start + LENGTH - 1
        while at + 1 < len(bounds) and bounds[at + 1] <= room:
            at += 1
        end = bounds[at] if bounds[at] > own else room
        yield Window(start=start, own=own, end=end)
        own = end


def _starts(spans: Sequence[Span]) -> Numbers:
    return np.array([span.start for span in spans], dtype=np.int64)


def _shape(token: str) -> int:
    """Return the place in ``_SHAPES`` of how a token is written."""
    if not token[0].isalnum():
        return 5
    if token[0].isdigit():
        return 4
    if token.isupper():
        return 2 if len(token) > 1 else 3
    return 1 if token[0].isupper() else 0
