"""From the judge's scores to passages: the best cut of tokens into own and foreign runs, and how likely each is.

The cut is the best path of a conditional random field, the likelihood of a run the share of all paths that have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p

import numpy as np

from onrecord.restore.pasted.gate import KINDS
from onrecord.restore.pasted.judge import Stretch

_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of tokens that reads as foreign, both ends included, and how much says so."""

    first: int
    last: int
    kind: str
    likely: float
    """Log-likelihood that this very run is foreign, neither longer nor shorter."""
    inside: float
    """Mean log-odds of its tokens."""
    start: float
    end: float
    """Log-odds that a passage starts and ends there, each token judged by itself."""


def find_passages(stretch: Stretch) -> tuple[Passage, ...]:
    """Return the foreign runs of a stretch of tokens, in order."""
    paths = Paths.of(stretch)
    return tuple(passage(stretch, paths, first, last) for first, last in paths.best())


def passage(stretch: Stretch, paths: Paths, first: int, last: int) -> Passage:
    """Return the run from ``first`` to ``last`` among the tokens of a stretch as a passage of the page."""
    own = stretch.kinds[first : last + 1, 0]
    told = stretch.kinds[first : last + 1, 1:].mean(axis=0)
    return Passage(
        first=stretch.first + first,
        last=stretch.first + last,
        kind=KINDS[1 + int(told.argmax())],
        likely=paths.likely(first, last),
        inside=float((np.log1p(-np.minimum(np.exp(own), 1 - 1e-6)) - own).mean()),
        start=float(stretch.starts[first]),
        end=float(stretch.ends[last]),
    )


class Paths:
    """All ways to cut tokens into own and foreign runs, each worth the sum of what it gains.

    A run may be open where the tokens begin, when ``inside`` allows it, and where they end.
    """

    def __init__(self, gains: list[float], starts: list[float], ends: list[float], *, inside: bool) -> None:
        self.gains, self.starts = gains, starts
        self.ends = [*ends[:-1], 0.0]
        self.inside = 0.0 if inside else _NEVER
        closed, opened = 0.0, self.inside
        before: list[float] = []  # each token: the weight of all paths that open a run with it
        for gain, start, end in zip(self.gains, self.starts, self.ends, strict=True):
            before.append(closed + start if before else _either(closed + start, self.inside))
            opened = _either(opened, closed + start) + gain
            closed = _either(closed, opened + end)
        after, opened = 0.0, _NEVER
        behind = []  # each token, the last one first: the weight of all that may follow a run that it ends
        for gain, start, end in zip(self.gains[::-1], self.starts[::-1], self.ends[::-1], strict=True):
            behind.append(after + end)
            opened = _either(after + end, opened) + gain
            after = _either(after, opened + start)
        whole = _either(after, opened + self.inside)
        sums = np.concatenate([[0.0], np.cumsum(self.gains)])
        self.opening = np.array(before) - sums[:-1] - whole
        self.closing = np.array(behind[::-1]) + sums[1:]
        """Shape (tokens,): what a run is worth that starts and ends with a token; both together, its log-likelihood."""

    @classmethod
    def of(cls, stretch: Stretch) -> Paths:
        """Return the ways to cut a stretch."""
        return cls(*(column.tolist() for column in stretch.path.T), inside=stretch.first > 0)

    def best(self) -> list[tuple[int, int]]:
        """Return the runs of the path that gains most."""
        closed, opened, since = 0.0, self.inside, 0
        closing = []  # for each token, where the run starts that ends with it on the best path so far, or -1
        for token, (gain, start, end) in enumerate(zip(self.gains, self.starts, self.ends, strict=True)):
            if closed + start > opened:
                opened, since = closed + start, token
            opened += gain
            closing.append(since if opened + end > closed else -1)
            closed = max(closed, opened + end)
        runs = []
        token = len(closing) - 1
        while token >= 0:
            if closing[token] < 0:
                token -= 1
            else:
                runs.append((closing[token], token))
                token = closing[token] - 1
        return runs[::-1]

    def likely(self, first: int, last: int) -> float:
        """Return the log-likelihood of the run from ``first`` to ``last``."""
        return min(0.0, float(self.opening[first] + self.closing[last]))


def _either(one: float, other: float) -> float:
    """Return the logarithm of the sum of what two logarithms stand for."""
    if one < other:
        one, other = other, one
    return one + log1p(exp(other - one)) if other > _NEVER else one
