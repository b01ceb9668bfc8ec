"""What is compared: the shipped model alone and together with the comparison, and three baselines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Judgement, Model, Pair
from onrecord.engine import judge_pairs
from onrecord.ports import Verifier
from onrecord.text.words import content_words, stem, words

Array = NDArray[np.float64]
Judge = Callable[[Sequence[Pair]], Array]
"""Probabilities that pairs support, refute and leave open, shape (pairs, 3)."""

_NAMED = re.compile(r"\b[A-Z][\w'’-]+|\d[\d.,]*")


class Remembering:
    """A verifier that judges a pair once, whoever asks: alone and joined ask about the same pairs."""

    def __init__(self, verifier: Verifier) -> None:
        self._verifier = verifier
        self._judged: dict[Pair, Judgement] = {}

    @property
    def models(self) -> tuple[Model, ...]:
        return self._verifier.models

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._judged]
        self._judged.update(zip(new, self._verifier.judge(new), strict=True))
        return tuple(self._judged[pair] for pair in pairs)


def table(judgements: Sequence[Judgement]) -> Array:
    return np.array([(one.supports, one.refutes, one.neutral) for one in judgements]).reshape(-1, 3)


def alone(verifier: Verifier) -> Judge:
    return lambda pairs: table(verifier.judge(pairs))


def together(verifier: Verifier) -> Judge:
    return lambda pairs: table(judge_pairs(pairs, verifier=verifier))


def _spread(shares: Sequence[float]) -> Array:
    """Take a share for the chance of support; what a baseline does not find it leaves open."""
    supports = np.clip(np.array(shares, dtype=np.float64), 0.0, 1.0)
    return np.c_[supports, np.zeros_like(supports), 1 - supports]


def lexical(pairs: Sequence[Pair]) -> Array:
    """Share of the statement's content words that the passage has."""
    shares = []
    for pair in pairs:
        held, asked = ({stem(word) for word in content_words(text)} for text in (pair.premise, pair.hypothesis))
        shares.append(len(asked & held) / len(asked) if asked else 0.0)
    return _spread(shares)


def embedding(pairs: Sequence[Pair]) -> Array:
    """Cosine of the shipped embedder's vectors."""
    encoder = MiniLM()
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.premise, pair.hypothesis)))
    row = dict(zip(texts, encoder.embed(texts), strict=True))
    return _spread([float(row[pair.premise] @ row[pair.hypothesis]) for pair in pairs])


def names_and_figures(pairs: Sequence[Pair]) -> Array:
    """Share of the statement's capitalised words and figures that the passage has; one missing figure refutes."""
    found = []
    for pair in pairs:
        asked = {one.rstrip(".,").lower() for one in _NAMED.findall(pair.hypothesis)}
        missing = asked - set(words(pair.premise))
        share = 1 - len(missing) / len(asked) if asked else 0.5
        refutes = any(one[0].isdigit() for one in missing)
        found.append((0.0, 1.0, 0.0) if refutes else (share, 0.0, 1 - share))
    return np.array(found).reshape(-1, 3)


def judges(verifier: Verifier) -> dict[str, Judge]:
    """Return every way to judge, by name."""
    return {
        "model": alone(verifier),
        "together": together(verifier),
        "agreement": alone(AgreementVerifier(MiniLM())),
        "lexical": lexical,
        "embedding": embedding,
        "names": names_and_figures,
    }
