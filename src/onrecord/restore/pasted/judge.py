"""The judge: reads closely where the gate points, and cuts what it reads into the page's own and foreign runs.

A small transformer (six layers of all-MiniLM-L6-v2, learned on in ``training/splices``) scores each token, for a
conditional random field (Lafferty and others 2001) over all ways to cut the page. Run by onnxruntime; loaded when a
page is first pointed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import shipped_session, shipped_tokenizer
from onrecord.restore.pasted.gate import KINDS
from onrecord.restore.pasted.pieces import read_pieces, window
from onrecord.restore.pasted.tokens import Tokens

_FILE = "splices.int8.onnx"
MARGIN = 32  # tokens before and behind what is pointed at that are read with it
_DOUBT = log(0.1)
"""Log-probability of belonging to the page below which more is read: of 22 wide readings of plain pages of the dev fold
that saves 10, of 422 passages found in its spliced ones it loses 1 (against log(0.3))."""
_OVERLAP = 120  # tokens that windows share, so that each is read with words on both sides
_MOST = 72  # windows of a page: some 18 passages far apart; what is pointed at beyond them is not judged

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens that were read in one go, and what the judge says of each."""

    first: int
    last: int
    """The token behind the last one."""
    kinds: Floats
    """Shape (tokens, kinds): log-probabilities of belonging to the page or to a passage of each kind."""
    starts: Floats
    ends: Floats
    """Shape (tokens,): log-odds that a foreign passage starts or ends with the token."""
    path: Floats
    """Shape (tokens, 3): what a cut gains by having the token inside a passage, as its start, as its end."""

    @property
    def doubtful(self) -> bool:
        """Whether a token is here that may be foreign."""
        return float(self.kinds[:, 0].min()) < _DOUBT


def around(places: NDArray[np.bool_]) -> tuple[tuple[int, int], ...]:
    """Return what is to be read where tokens are pointed at: each with its margins, joined where they meet."""
    spans: list[tuple[int, int]] = []
    for place in np.flatnonzero(places).tolist():
        first, last = max(0, place - MARGIN), min(len(places), place + MARGIN + 1)
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    return tuple(spans)


class Reader:
    """Reads parts of one page, up to so many windows that no page takes long."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._pieces = read_pieces(text, tokens, _cut)
        self._room = _MOST

    def read(self, first: int, last: int) -> Stretch | None:
        """Read the tokens from ``first`` to before ``last``, or as many as still may be read; None when none."""
        parts: list[Floats] = []
        start = end = first
        while end < last and self._room:
            self._room -= 1
            one = window(self._pieces, start, last)
            feed = {"ids": one.ids[None], "features": one.features[None], "kinds": one.kinds[None]}
            scores: Floats = shipped_session(_FILE).run(None, feed)[0][0][one.heads]
            shared = end - start  # read before as well: each half is taken from where it stands further inside
            if shared:
                parts[-1] = parts[-1][: len(parts[-1]) - (shared - shared // 2)]
                scores = scores[shared // 2 :]
            parts.append(scores)
            end = start + len(one.heads)
            start = max(start + 1, end - _OVERLAP)
        return _stretch(np.concatenate(parts), first) if parts else None


def _stretch(scores: Floats, first: int) -> Stretch:
    size = len(KINDS)
    logits = scores[:, :size]
    top = logits.max(axis=1, keepdims=True)
    kinds = logits - top - np.log(np.exp(logits - top).sum(axis=1, keepdims=True))
    return Stretch(
        first=first,
        last=first + len(scores),
        kinds=kinds,
        starts=scores[:, size],
        ends=scores[:, size + 1],
        path=scores[:, size + 2 :],
    )


def _cut(word: str) -> tuple[int, ...]:
    return _known(word[:40])


@cache
def _known(word: str) -> tuple[int, ...]:
    return tuple(shipped_tokenizer().encode(word, add_special_tokens=False).ids)


def is_word(letters: str) -> bool:
    """Say whether the vocabulary of the judge has some letters as a word."""
    return len(_cut(letters)) == 1
