"""From the model's scores to passages: the best way to cut a page's tokens into its own and foreign runs (Viterbi)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.restore.network import KINDS, Scores
from onrecord.restore.tokens import Tokens, odd_ends, odd_starts

# Weights of the three kinds of score, set on the dev fold of benchmarks/splices by exact restoration.
_INSIDE, _ENDS, _PRICE = 0.08, 1.0, 1.0
_ODD_START, _ODD_END = 3.0, 2.0
_MOST = 6.0  # log-odds of one token that are believed: tokens beside each other say the same thing
_LIKELY = -1.0  # log-odds below which no token of a page hints at a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of tokens that reads as foreign, both ends included, and how much says so."""

    first: int
    last: int
    kind: str
    inside: float
    """Mean log-odds of its tokens."""
    start: float
    end: float
    """Log-odds that a passage starts and ends there."""


def find_passages(scores: Scores, tokens: Tokens) -> tuple[Passage, ...]:
    """Return the foreign runs of a page's tokens, in order."""
    own = scores.kinds[:, 0]
    odds = np.clip(np.log1p(-np.minimum(np.exp(own), 1 - 1e-6)) - own, -_MOST, _MOST)
    if not len(odds) or max(odds.max(), scores.starts.max()) < _LIKELY:
        return ()
    found = []
    starts = _ENDS * scores.starts - _PRICE - _ODD_START * odd_starts(tokens)
    ends = _ENDS * scores.ends - _PRICE - _ODD_END * odd_ends(tokens)
    for first, last in _runs((_INSIDE * odds).tolist(), starts.tolist(), ends.tolist()):
        told = scores.kinds[first : last + 1, 1:].mean(axis=0)
        found.append(
            Passage(
                first=first,
                last=last,
                kind=KINDS[1 + int(told.argmax())],
                inside=float(odds[first : last + 1].mean()),
                start=float(scores.starts[first]),
                end=float(scores.ends[last]),
            )
        )
    return tuple(found)


def _runs(inside: list[float], starts: list[float], ends: list[float]) -> list[tuple[int, int]]:
    """Return the runs of the best path: a run pays for its start and its end, and gains by what is inside."""
    own, foreign = 0.0, float("-inf")
    since = 0  # where the best run that is open starts
    closing = []  # for each token, where the run starts that ends with it on the best path so far, or -1
    for token, gain in enumerate(inside):
        if own + starts[token] > foreign:
            foreign, since = own + starts[token], token
        foreign += gain
        closes = foreign + ends[token] > own
        own = max(own, foreign + ends[token])
        closing.append(since if closes else -1)
    runs = []
    token = len(inside) - 1
    while token >= 0:
        if closing[token] < 0:
            token -= 1
        else:
            runs.append((closing[token], token))
            token = closing[token] - 1
    return runs[::-1]
