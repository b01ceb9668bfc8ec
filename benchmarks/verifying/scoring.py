"""Figures of merit, each as its field defines it."""

from __future__ import annotations

import numpy as np
from benchmarks.verifying.judges import Array
from numpy.typing import NDArray

Labels = NDArray[np.int_]
BINS = 15
"""Bins of the expected calibration error (Guo and others 2017)."""


def area(scores: Array, true: NDArray[np.bool_]) -> float:
    """Return the area under the ROC curve: how often what is true scores higher than what is not."""
    above = np.sign(scores[true][:, None] - scores[~true][None])
    return float((above.mean() + 1) / 2)


def balanced(scores: Array, true: NDArray[np.bool_], threshold: float) -> float:
    """Return the mean of the shares of true and of untrue ones that a threshold tells rightly."""
    said = scores >= threshold
    return float((said[true].mean() + (~said[~true]).mean()) / 2)


def best_threshold(scores: Array, true: NDArray[np.bool_]) -> float:
    """Return the threshold of highest balanced accuracy, halfway between two scores."""
    values = np.unique(scores)
    middles = (values[:-1] + values[1:]) / 2
    return float(max(middles, key=lambda threshold: balanced(scores, true, threshold))) if len(middles) else 0.5


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
