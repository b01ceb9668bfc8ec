"""Learn where passages are cut: from the cuts that each may mean, the weights under which the true one stands out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.splices.pages import SplicedPage

from onrecord.restore.pasted.bounds import Places, cuts_of
from onrecord.restore.pasted.closely import read_closely
from onrecord.restore.pasted.gate import points_at, score_tokens
from onrecord.restore.pasted.passages import Paths
from onrecord.restore.pasted.tokens import read_tokens
from onrecord.text.spans import lines

PENALTY = 1.0
STEPS = 40

Choice = tuple[np.ndarray, int]
"""The features of each cut, and which one is true."""


def choices(pages: Iterable[SplicedPage]) -> Iterator[Choice]:
    """Yield a choice for each passage that the judge finds where one is, if the true cut is among those weighed."""
    for page in pages:
        tokens = read_tokens(page.text, lines(page.text))
        for stretch, found in read_closely(page.text, tokens, points_at(score_tokens(tokens))):
            paths, places = Paths.of(stretch), Places(page.text, tokens, stretch)
            for one in found:
                for splice in page.splices:
                    first = int(np.searchsorted(tokens.ends, splice.start, side="right")) - stretch.first
                    last = int(np.searchsorted(tokens.starts, splice.end)) - 1 - stretch.first
                    if first <= one.last - stretch.first and one.first - stretch.first <= last:
                        cuts = cuts_of(places, paths, one, range(stretch.first, stretch.last))
                        if (first, last) in cuts.pairs:
                            yield cuts.features, cuts.pairs.index((first, last))


def fit(found: Iterable[Choice]) -> np.ndarray:
    """Return the weights of a conditional logit with an L2 penalty, by Newton's method with steps that never lose."""
    rows, truth = zip(*found, strict=True)
    every = np.concatenate(rows)
    starts = np.concatenate([[0], np.cumsum([len(one) for one in rows])[:-1]])
    homes = np.repeat(np.arange(len(rows)), [len(one) for one in rows])
    scale = every.std(axis=0) + 1e-6
    every /= scale
    right = every[starts + np.array(truth)].sum(axis=0)
    weights = np.zeros(every.shape[1])

    def said(weights: np.ndarray) -> tuple[float, np.ndarray]:
        worth = every @ weights
        top = np.maximum.reduceat(worth, starts)
        odds = np.exp(worth - top[homes])
        total = np.add.reduceat(odds, starts)
        return float((np.log(total) + top).sum() - right @ weights + PENALTY / 2 * weights @ weights), odds / total[
            homes
        ]

    loss, share = said(weights)
    for _ in range(STEPS):
        slope = share @ every - right + PENALTY * weights
        weighed = every * share[:, None]
        means = np.add.reduceat(weighed, starts)
        step = np.linalg.solve(every.T @ weighed - means.T @ means + PENALTY * np.eye(len(weights)), slope)
        while (tried := said(weights - step))[0] > loss and np.abs(step).max() > 1e-6:
            step /= 2
        weights, (loss, share) = weights - step, tried
        if np.abs(step).max() < 1e-4:
            break
    return weights / scale
