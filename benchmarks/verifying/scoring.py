"""Figures of merit, each as its field defines it."""

from __future__ import annotations

from statistics import NormalDist

import numpy as np
from benchmarks.verifying.judges import Array
from numpy.typing import NDArray

Labels = NDArray[np.int_]
BINS = 15
"""Bins of the expected calibration error (Guo and others 2017)."""
_LEAST = 1e-3
"""Least chance that is told from none."""
_STEPS = 500
_NORMAL = np.vectorize(NormalDist().cdf, otypes=[float])


def area(scores: Array, true: NDArray[np.bool_]) -> float:
    """Return the area under the ROC curve: how often what is true scores higher than what is not."""
    above = np.sign(scores[true][:, None] - scores[~true][None])
    return float((above.mean() + 1) / 2)


def balanced(scores: Array, true: NDArray[np.bool_], threshold: float) -> float:
    """Return the mean of the shares of true and of untrue ones that a threshold tells rightly."""
    said = scores >= threshold
    return float((said[true].mean() + (~said[~true]).mean()) / 2)


def best_threshold(scores: Array, true: NDArray[np.bool_]) -> float:
    """Return the threshold of highest balanced accuracy, counted in smoothed scores.

    Each score stands for a normal curve of log odds, as wide as Silverman's rule has it for its class: the kernel
    estimate of Youden's cut-off point (Fluss, Faraggi and Reiser 2005). The highest step of the bare counts jumps when
    a few scores move.
    """
    odds = np.log(np.clip(scores, _LEAST, 1 - _LEAST)) - np.log1p(-np.clip(scores, _LEAST, 1 - _LEAST))
    places = np.linspace(odds.min(), odds.max(), _STEPS)
    told = _share_above(odds[true], places) - _share_above(odds[~true], places)
    return float(1 / (1 + np.exp(-places[told.argmax()])))


def _share_above(odds: Array, places: Array) -> Array:
    """Return the smoothed share of a class that lies above each place."""
    spread = min(odds.std(ddof=1), np.subtract(*np.percentile(odds, (75, 25))) / 1.34) or odds.std(ddof=1)
    width = max(0.9 * spread * len(odds) ** -0.2, 1e-9)
    return _NORMAL((odds[None] - places[:, None]) / width).mean(axis=1)


def calibration_error(chances: Array, labels: Labels) -> float:
    """Return the expected calibration error of the likeliest class."""
    sure, right = chances.max(axis=1), chances.argmax(axis=1) == labels
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = [abs(sure[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in set(bins)]
    return float(sum(gaps))


def risks(chances: Array, labels: Labels) -> dict[int, float]:
    """Return the share judged wrongly among the surest 20, 40 … 100 of a hundred."""
    order = np.argsort(-chances.max(axis=1), kind="stable")
    wrong = (chances.argmax(axis=1) != labels)[order]
    return {share: float(wrong[: max(1, len(wrong) * share // 100)].mean()) for share in (20, 40, 60, 80, 100)}
