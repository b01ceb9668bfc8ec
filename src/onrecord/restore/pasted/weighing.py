"""Weighing a proposed passage: from what can be said of it, whether it is foreign and rightly bounded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp

import numpy as np

from onrecord.assets import asset


@dataclass(frozen=True, slots=True)
class Weighing:
    """Weights by which passages are judged, one row a group of kinds, and from which probability they are removed."""

    weights: tuple[tuple[float, ...], ...]
    """The last one of a row is added to the sum."""
    suspected: float
    """Probability from which a passage of any group is pointed at."""
    removed: tuple[float, ...]
    """Probability from which one of each group is removed."""

    def score(self, group: int, features: tuple[float, ...]) -> float:
        """Return the probability that a passage with these features is foreign and rightly bounded."""
        odds = sum(weight * value for weight, value in zip(self.weights[group], (*features, 1.0), strict=True))
        return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, odds))))


@cache
def weighing() -> Weighing:
    """Return what was calibrated with the models (``training/splices/calibrate.py``)."""
    with np.load(asset("splices.npz")) as stored:
        weights = tuple(map(tuple, stored["weighing"].tolist()))
        suspected, *removed = stored["thresholds"].tolist()
    return Weighing(weights=weights, suspected=suspected, removed=tuple(removed))
