"""Fit the weights that join model and comparison, and the thresholds of a verdict; write ``verify/thresholds.py``.

    python -m benchmarks.asof.calibrate

Uses the development sets only (``dev_*``): corrupted news, revisions of Wikipedia, general entailment. Documents and
pages are halved; each half is judged by weights fitted on the other, and thresholds are the least that keep the error
they are chosen for on what was so judged. The weights written are then fitted on both halves.
"""

from __future__ import annotations

import gzip
import json
import zlib
from pathlib import Path

import numpy as np
from benchmarks.data import data
from numpy.typing import NDArray

from onrecord.adapters import agreement
from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Pair
from onrecord.verify.combine import FEATURES, features
from onrecord.verify.pairs import weigh_pairs
from onrecord.verify.stance import bears_out, contradicts

SETS = (("dev_news_synth", 3_000), ("dev_vitaminc_real", 3_000), ("dev_mnli", 1_500))
LABELS = ("supports", "contradicts", "neither")
PRIOR = (0.45, 0.10, 0.45)
"""How often a passage found for a statement is taken to support, contradict or leave it open. In the sets, up to half
of the pairs were made to contradict in a word that is easily missed; on a page such statements are few."""
PRECISION = 0.9
"""Of what is printed as on record, the least share that must be."""
FALSE_DENIALS = 0.005
"""Of what is on record, the most that may be printed as contradicted."""
GRID = tuple(round(0.3 + 0.05 * step, 2) for step in range(14))
TARGET = Path(agreement.__file__).parents[1] / "verify" / "thresholds.py"

Array = NDArray[np.float64]


def rows(name: str, count: int) -> list[dict[str, str]]:
    """Return ``count`` rows of a set, spread over it by a digest of their words."""
    with gzip.open(data(f"checking/{name}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return sorted(found, key=lambda row: zlib.crc32((row["premise"] + row["hypothesis"]).encode()))[:count]


def fit(x: Array, y: NDArray[np.int_], weight: Array, ridge: float = 1e-4) -> Array:
    """Fit a multinomial logistic layer by Newton's method; columns are the first two labels against the third."""
    count = x.shape[1]
    layer = np.zeros((count, 2))
    weight = weight / weight.sum()
    for _ in range(50):
        p = probabilities(x, layer)
        slope = np.concatenate([x.T @ (weight * (p[:, k] - (y == k))) for k in (0, 1)]) + ridge * layer.T.ravel()
        curve = ridge * np.eye(2 * count)
        for a in (0, 1):
            for b in (0, 1):
                share = weight * p[:, a] * ((a == b) - p[:, b])
                curve[a * count : (a + 1) * count, b * count : (b + 1) * count] += x.T @ (share[:, None] * x)
        step = np.linalg.solve(curve, slope)
        layer -= step.reshape(2, count).T
        if np.abs(step).max() < 1e-9:
            break
    return layer


def probabilities(x: Array, layer: Array) -> Array:
    odds = np.exp(np.c_[x @ layer, np.zeros(len(x))])
    return odds / odds.sum(axis=1, keepdims=True)


def least(grid: tuple[float, ...], errors: list[float], allowed: float) -> int:
    """Return the index of the least threshold whose error is allowed, else of the last."""
    return next((at for at, error in enumerate(errors) if error <= allowed), len(grid) - 1)


def main() -> None:
    verifier = AgreementVerifier(MiniLM(threads=2))
    x, y, weight, half, bears, against = [], [], [], [], [], []
    for name, count in SETS:
        chosen = rows(name, count)
        pairs = [Pair(premise=row["premise"], hypothesis=row["hypothesis"]) for row in chosen]
        for row, (judgement, comparison, _) in zip(chosen, weigh_pairs(pairs, verifier=verifier), strict=True):
            x.append(features(judgement, comparison))
            y.append(LABELS.index(row["label"]))
            weight.append(1 / len(chosen))
            home = row.get("doc") or row.get("page") or row["premise"]
            half.append(zlib.crc32(home.encode()) % 2)
            bears.append(bears_out(comparison))
            against.append(contradicts(comparison))
    found, truth, share, side = np.array(x), np.array(y), np.array(weight), np.array(half)
    share = share * np.array([PRIOR[k] * share.sum() / share[truth == k].sum() for k in range(3)])[truth]
    judged = np.empty((len(truth), 3))
    for one in (0, 1):
        judged[side == one] = probabilities(found[side == one], fit(*(v[side != one] for v in (found, truth, share))))
    said_yes = [np.array(bears) & (judged[:, 0] >= least_p) for least_p in GRID]
    said_no = [np.array(against) & (judged[:, 1] >= least_p) for least_p in GRID]
    wrong = [float(share[yes & (truth != 0)].sum() / share[yes].sum()) if yes.any() else 0.0 for yes in said_yes]
    denied = [float(share[no & (truth == 0)].sum() / share[truth == 0].sum()) for no in said_no]
    supported, refuted = least(GRID, wrong, 1 - PRECISION), least(GRID, denied, FALSE_DENIALS)
    layer = fit(found, truth, share)
    accuracy = float(share[judged.argmax(axis=1) == truth].sum() / share.sum())
    lines = [
        '"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.',
        "",
        f"{len(truth):,} pairs of {', '.join(name for name, _ in SETS)}, each set counting the same and supports, refutes",
        f"and neutral weighing {PRIOR}, each half judged",
        f"by weights fitted on the other: three-way accuracy {accuracy:.3f}.",
        '"""',
        "",
        "WEIGHTS = (",
        *(
            f"    ({name!r}, {supports:.3f}, {refutes:.3f}),".replace("'", '"')
            for name, (supports, refutes) in zip(FEATURES, layer, strict=True)
        ),
        ")",
        '"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""',
        "",
        f"SUPPORTED = {GRID[supported]}",
        f'"""Chosen for at least {PRECISION:.0%} right among pairs printed as on record; {1 - wrong[supported]:.1%} were."""',
        "",
        f"REFUTED = {GRID[refuted]}",
        f'"""Chosen for at most {FALSE_DENIALS:.2%} of supported pairs denied; {denied[refuted]:.2%} were."""',
        "",
    ]
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    for at, threshold in enumerate(GRID):
        right = float(share[said_yes[at] & (truth == 0)].sum() / share[truth == 0].sum())
        print(
            f"{threshold:.2f}  found on record {right:.3f}  on record wrongly {wrong[at]:.3f}  denied wrongly {denied[at]:.4f}"
        )


if __name__ == "__main__":
    main()
