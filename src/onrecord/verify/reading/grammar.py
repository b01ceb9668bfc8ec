"""Who depends on whom in a sentence, in Universal Dependencies (de Marneffe et al. 2021).

Two layers and biaffine scores, learned for it in ``training/grammar``, read on from what the four lower layers of the
shipped embedder make of the sentence. The card stands beside their weights in ``assets``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.assets.sessions import readable, run_embedder, shipped_session, shipped_tokenizer
from onrecord.data import Span

FILE = "grammar.int8.onnx"
_PIECES = 256
_CHARACTERS = 16 * _PIECES
_LONGEST = 120  # words

RELATIONS = tuple(
    """
    root acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj
    csubj:pass dep det discourse dislocated expl fixed flat goeswith iobj list mark nmod nmod:poss nsubj nsubj:pass
    nummod obj obl obl:agent orphan parataxis punct reparandum vocative xcomp
    """.split()
)
PARTS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())


def shape_of(word: str) -> int:
    """Return how a word is written: small, capital, in capitals, or with a digit."""
    if any(sign.isdigit() for sign in word):
        return 3
    return 2 if len(word) > 1 and word.isupper() else int(word[:1].isupper())


def pieces_of(text: str, words: Sequence[tuple[int, int]]) -> tuple[NDArray[np.float32], list[int], list[int]]:
    """Return what the lower layers make of a sentence, and in which pieces its words, from and to, begin and end."""
    read = shipped_tokenizer(_PIECES).encode(readable(text, _CHARACTERS))
    begins = [0, *(start for start, _ in read.offsets[1:-1])]
    first, last = ([bisect_right(begins, word[end] - end) - 1 for word in words] for end in (0, 1))
    return run_embedder(read.ids, "states"), first, last


_SPLIT = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|No)\.(?=\s)|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?"
    r"|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[^\W\d_]+|\S"
)
"""Words as the treebank has them: "did" and "n't", "Lund" and "'s", "state", "-" and "owned"."""


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a sentence: what it depends on (its place, or -1) and how, by the names of Universal Dependencies."""

    span: Span
    text: str
    head: int
    relation: str
    part: str


def words_of(sentence: str) -> list[re.Match[str]]:
    """Return the words of a sentence that are read."""
    return list(_SPLIT.finditer(sentence[:_CHARACTERS]))[:_LONGEST]


@lru_cache(maxsize=512)
def parse(sentence: str) -> tuple[Node, ...]:
    """Return the words of a sentence, each with what it depends on."""
    words = words_of(sentence)
    if not words:
        return ()
    states, first, last = pieces_of(sentence, [word.span() for word in words])
    feed = {
        "states": states[None],
        "first": np.array([[0, *first]], np.int64),
        "last": np.array([[0, *last]], np.int64),
        "shapes": np.array([[0, *(shape_of(word[0]) for word in words)]], np.int64),
    }
    heads, relations, parts = shipped_session(FILE).run(None, feed)
    chosen = _tree(heads[0, 1:])
    named = relations[0, np.arange(1, len(words) + 1), chosen].argmax(-1)
    told = parts[0, 1:].argmax(-1)
    return tuple(
        Node(Span(start=word.start(), end=word.end()), word[0], int(head) - 1, RELATIONS[name], PARTS[part])
        for word, head, name, part in zip(words, chosen, named, told, strict=True)
    )


def _tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the likeliest head of each word, 0 for the root; a word that hangs on itself hangs on the root instead."""
    heads: NDArray[np.int64] = scores.argmax(-1)
    for at in range(len(heads)):
        above, seen = at + 1, set[int]()
        while above and above not in seen:
            seen.add(above)
            above = int(heads[above - 1])
        if above:
            heads[above - 1] = 0
    return heads
