"""Set what the gate points at, where passages are cut, how they are judged: ``python calibrate.py ASSETS [PAGES]``.

On the dev fold. The gate points at a place from the score that ``LOOKED`` of the plain pages reach. ``bounds.py``
learns which of the cuts that a passage may mean is the true one. A logistic regression says which proposals are right;
the threshold for removing is the lowest at which no more plain pages and hard negatives lose a word than ``LOST`` says.
Writes all of it into ``splices.npz`` in ASSETS, and the digests.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

import bounds
import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from benchmarks.splices import invented
from benchmarks.splices.pages import SplicedPage, clean, hard, spliced
from benchmarks.splices.sources import articles

from onrecord.assets import asset
from onrecord.restore import bounds as cutting
from onrecord.restore import gate, weighing
from onrecord.restore.pasted.proposals import FEATURES, Candidate, candidates
from onrecord.restore.pasted.replies import find_replies
from onrecord.restore.pasted.tokens import read_tokens
from onrecord.text.spans import lines

LOOKED = 0.11  # share of plain pages that the judge reads a part of: a page read costs what ten pages passed by cost
LOST = {"clean": (0, 0, 0, 0.0016), "hard": (0.005,) * 4, "invented hard": (0,) * 4}
"""Shares of pages that may lose a word, for each group; a plain page had one line of its site in it."""
LEAST = (0.5, 0.8, 0.9, 0.7)  # least thresholds of the groups: what nothing but its wording tells must be likelier
PRECISE = 0.95  # share of what is removed of a group that must be right
WEIGHTS = {"spliced": 1.0, "clean": 2.0, "hard": 2.0, "invented": 5.0, "invented hard": 5.0}
SUSPECTED = 0.5  # what is likelier right than not is pointed at
FILES = ("splices.npz", "splices.int8.onnx")
OVERLAP = 0.9  # of the characters of both, for a proposal to be right

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the model proposes on a page."""

    pages: str
    page: int
    candidate: Candidate
    right: bool


def right(candidate: Candidate, page: SplicedPage) -> bool:
    for splice in page.splices:
        shared = min(splice.end, candidate.span.end) - max(splice.start, candidate.span.start)
        both = max(splice.end, candidate.span.end) - min(splice.start, candidate.span.start)
        if shared >= OVERLAP * both:
            return True
    return False


def proposed(page: SplicedPage) -> list[Candidate]:
    every = lines(page.text)
    return candidates(page.text, every, find_replies(page.text, every, "en"))[0]


def beside(work: Callable[[SplicedPage], Found], pages: Iterable[SplicedPage]) -> Iterator[Found]:
    """Yield what is made of each page, in order; the processes begin here, so they read what was written last."""
    with multiprocessing.get_context("fork").Pool(os.cpu_count()) as pool:
        yield from pool.imap(work, pages, chunksize=8)


def chosen(page: SplicedPage) -> list[bounds.Choice]:
    return list(bounds.choices([page]))


def looks(pages: list[SplicedPage]) -> tuple[float, float, float]:
    """Return the scores that ``LOOKED`` of the pages reach: of being foreign (a likelihood), of a start, of an end."""
    peaks = []
    for page in pages:
        scores = gate.score_tokens(read_tokens(page.text, lines(page.text)))
        peaks.append((1 - np.exp(scores.kinds[:, 0].min()), scores.starts.max(), scores.ends.max()))
    every = np.array(peaks)
    share = 0.0
    for share in np.arange(LOOKED, 0, -0.0005):  # what one score points at another does too, mostly
        bounds = np.quantile(every, 1 - share, axis=0)
        if (every > bounds).any(axis=1).mean() <= LOOKED:
            break
    print("pointed at from", bounds.round(3), "each", round(float(share), 4))
    return tuple(bounds.tolist())


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


def lowest(own: Sequence[Proposal], said: np.ndarray, name: str, allowed: int) -> float:
    """Return the least score at which at most ``allowed`` of the pages called ``name`` lose a word."""
    worst: dict[int, float] = {}
    for one, score in zip(own, said.tolist(), strict=True):
        if one.pages == name:
            worst[one.page] = max(worst.get(one.page, 0.0), score)
    ranked = sorted(worst.values(), reverse=True)
    return ranked[allowed] + 1e-4 if len(ranked) > allowed else 0.0


def precise(truth: np.ndarray, said: np.ndarray) -> float:
    """Return the least score from which on the share ``PRECISE`` of proposals is right."""
    order = np.argsort(-said)
    shares = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero(shares >= PRECISE)
    return float(said[order[enough[-1]]]) if len(enough) else 1.0


def write(assets: Path, **found: Sequence[float] | Sequence[np.ndarray]) -> None:
    """Put what was found into the file of the gate, and let it be read anew."""
    path = assets / "splices.npz"
    with np.load(path) as stored:
        kept = {name: stored[name] for name in stored.files}
    np.savez(path, **kept | {name: np.array(value, dtype=np.float32) for name, value in found.items()})
    record = assets / "digests.json"
    digests = json.loads(record.read_text(encoding="utf-8"))
    digests |= {name: hashlib.sha256((assets / name).read_bytes()).hexdigest() for name in FILES}
    record.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    for cached in (asset, gate._stored, gate._weights, cutting.weights, weighing.weighing):
        cached.cache_clear()


def main(folder: str, count: int = 1000) -> None:
    assets = Path(folder)
    write(assets)  # what was exported is read by its digest
    groups = {
        "spliced": [spliced("dev", number) for number in range(count)],
        "clean": [clean("dev", number) for number in range(len(articles("dev")))],
        "hard": [hard("dev", number) for number in range(count // 2)],
        "invented": list(invented.spliced("dev")),
        "invented hard": list(invented.hard("dev")),
    }
    write(assets, looks=looks(groups["clean"]))
    write(assets, bounds=bounds.fit(chain.from_iterable(beside(chosen, groups["spliced"]))))
    found = [
        Proposal(name, at, candidate, right(candidate, page))
        for name, pages in groups.items()
        for at, (page, every) in enumerate(zip(pages, beside(proposed, pages), strict=True))
        for candidate in every
    ]
    weights, removed = [], []
    for kinds in range(len(LEAST)):
        own = [one for one in found if one.candidate.group == kinds]
        rows = np.array([one.candidate.features for one in own])
        truth = np.array([float(one.right) for one in own])
        weights.append(fit(rows, truth, np.array([WEIGHTS[one.pages] for one in own])))
        said = 1 / (1 + np.exp(-(rows @ weights[-1][:-1] + weights[-1][-1])))
        losing = (lowest(own, said, name, int(lost[kinds] * len(groups[name]))) for name, lost in LOST.items())
        removed.append(max(LEAST[kinds], precise(truth, said), *losing))
        print(
            "group", kinds, "proposals", len(own), "right", round(float(truth.mean()), 4), "removed from", removed[-1]
        )
        for name, value in zip((*FEATURES, "bias"), weights[-1], strict=True):
            print(f"    {name:16} {value:8.3f}")
        for bound in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, removed[-1]):
            kept = said >= bound
            share = float(truth[kept].sum() / truth.sum())
            print(f"    from {bound:.3f} precision {truth[kept].mean():.4f} of right {share:.4f}")
    write(assets, weighing=weights, thresholds=(SUSPECTED, *removed))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
