"""Set how proposed passages are judged: ``python calibrate.py MODEL.npz [PAGES]``, on the dev fold only.

A logistic regression says which proposals are right; the threshold for removing is the lowest at which no more of the
dev fold's plain pages and hard negatives lose a word than ``LOST`` and ``LOST_HARD``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.splices import invented
from benchmarks.splices.pages import SplicedPage, clean, hard, spliced

from onrecord.data import RemovalKind
from onrecord.restore.foreign import FEATURES, Candidate, candidates
from onrecord.restore.replies import find_replies
from onrecord.text.spans import lines

LOST, LOST_HARD = 0.001, 0.01  # shares of pages that may lose a word
SUSPECTED = 0.3  # a third of what is pointed at and not removed is right on the dev fold
OVERLAP = 0.9  # of the characters of both, for a proposal to be right


def right(candidate: Candidate, page: SplicedPage) -> bool:
    for splice in page.splices:
        shared = min(splice.end, candidate.span.end) - max(splice.start, candidate.span.start)
        both = max(splice.end, candidate.span.end) - min(splice.start, candidate.span.start)
        if shared >= OVERLAP * both:
            return True
    return False


def proposed(text: str) -> list[Candidate]:
    every = lines(text)
    return list(candidates(text, every, find_replies(text, every, "en")))


def fit(rows: np.ndarray, truth: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Return the weights, bias last, of a logistic regression with an L2 penalty, by Newton's method."""
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    found = np.zeros(rows.shape[1])
    penalty = np.diag([1.0] * (len(found) - 1) + [1e-6])
    for _ in range(50):
        said = 1 / (1 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (weight * (truth - said)) - penalty @ found
        curve = (rows * (weight * said * (1 - said))[:, None]).T @ rows + penalty
        found += np.linalg.solve(curve, slope)
    return found


def threshold(scores: list[float], pages: int, lost: float) -> float:
    """Return the least score that at most ``lost`` of the pages' highest wrong scores reach."""
    allowed = int(lost * pages)
    ranked = sorted(scores, reverse=True)
    return ranked[allowed] + 1e-4 if len(ranked) > allowed else 0.5


def main(path: str, count: int = 1000) -> None:
    groups = {
        "spliced": [spliced("dev", number) for number in range(count)],
        "clean": [clean("dev", number) for number in range(count)],
        "hard": [hard("dev", number) for number in range(count // 2)],
        "invented": [*invented.spliced("dev")] * 5,
        "invented hard": [*invented.hard("dev")] * 3,
    }
    found = [
        (name, at, candidate, right(candidate, page))
        for name, pages in groups.items()
        for at, page in enumerate(pages)
        for candidate in proposed(page.text)
    ]
    rows = np.array([candidate.features for _, _, candidate, _ in found])
    truth = np.array([float(is_right) for *_, is_right in found])
    weight = np.array([1.0 if name == "spliced" else 2.0 for name, *_ in found])
    weights = fit(rows, truth, weight)
    said = 1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1])))
    for name, value in zip((*FEATURES, "bias"), weights, strict=True):
        print(f"{name:16} {value:8.3f}")
    removed = []
    for replies in (True, False):
        lowest = 0.5
        for name, lost in (("clean", LOST), ("hard", LOST_HARD), ("invented hard", LOST_HARD)):
            worst: dict[int, float] = {}
            for (group, at, candidate, _), score in zip(found, said, strict=True):
                if group == name and replies == (candidate.kind is RemovalKind.CHATBOT_REPLY):
                    worst[at] = max(worst.get(at, 0.0), float(score))
            lowest = max(lowest, threshold(list(worst.values()), len(groups[name]), lost))
        removed.append(lowest)
        print("replies" if replies else "other kinds", "removed from", round(lowest, 4))
    stored = dict(np.load(path))
    stored["judge"] = weights.astype(np.float32)
    stored["thresholds"] = np.array([SUSPECTED, *removed], dtype=np.float32)
    np.savez(path, **stored)
    for bound in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98):
        kept = said >= bound
        print(
            bound,
            "precision",
            round(float(truth[kept].mean()), 4),
            "of right",
            round(float(truth[kept].sum() / truth.sum()), 4),
        )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
