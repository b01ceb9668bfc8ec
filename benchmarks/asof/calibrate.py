"""Fit the weights that join model and comparison, and the thresholds of a verdict; write ``verify/weighing/thresholds.py``.

    python -m benchmarks.asof.calibrate

Weights are fitted on the development sets (``dev_*``): corrupted news, revisions of Wikipedia, general entailment.
Documents and pages are halved; each half is judged by weights fitted on the other. Thresholds are the least that keep
the error they are chosen for on what was so judged of reports: corrupted news, revisions, and half of the dated
questions (those of even digest; the other half is the benchmark's) with the right and the wrong choice held against the
evidence given with them. The weights written are then fitted on both halves.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from benchmarks.asof.statements import asked, choices
from benchmarks.data import data
from numpy.typing import NDArray

from onrecord.data import Pair
from onrecord.ports import Verifier
from onrecord.verify.pairs import weigh_pairs
from onrecord.verify.weighing import thresholds
from onrecord.verify.weighing.combine import FEATURES, features
from onrecord.verify.weighing.roles import exchanged
from onrecord.verify.weighing.stance import bears_out, contradicts, reads_so
from onrecord.wiring import SHIPPED, make_verifier

FITTED = (("dev_news_synth", 3_000), ("dev_vitaminc_real", 3_000), ("dev_mnli", 1_500))
QUESTIONS = "news/questions"
REPORTS = ("dev_news_synth", "dev_vitaminc_real", QUESTIONS)
"""What errors are counted on. Sentences of no time and place, as in ``dev_mnli``, are no part of what is checked."""
LABELS = ("supports", "contradicts", "neither")
PRIOR = (0.10, 0.02, 0.88)
"""How often a passage found for a statement is taken to support, contradict or leave it open, when errors are counted:
of 894 passages of the news archive that a model was asked about for the statements of 13 articles, one in ten did
support. In the sets nearly half of the pairs do, and up to half were made to contradict in a word that is easily missed."""
PRECISION = 0.85
"""Of what is printed as on record, the least share that must be. In these sets what does not bear a statement out was
revised to do so no more, or made to be mistaken for it; what is found in an archive is further off."""
PRECISION_UNNAMED = 0.95
"""The same where the record has none of the statement's names, so that it may be of another matter altogether."""
FALSE_DENIALS = 0.005
"""Of what is on record, the most that may be printed as contradicted."""
GRID = tuple(round(0.4 + 0.05 * step, 2) for step in range(12))
TARGET = Path(thresholds.__file__)

Array = NDArray[np.float64]
Row = dict[str, str]


def rows(name: str, count: int) -> list[Row]:
    """Return ``count`` rows of a set, spread over it by a digest of their words."""
    with gzip.open(data(f"checking/{name}.jsonl.gz"), "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return sorted(found, key=lambda row: zlib.crc32((row["premise"] + row["hypothesis"]).encode()))[:count]


def chosen_answers() -> list[Row]:
    """Return the evidence of each question with the statements that its right and its wrong choice make."""
    found = []
    for question in asked(half=0):
        for label, text in zip(("supports", "neither"), choices(question), strict=True):
            found.append({"premise": question["evidence"], "hypothesis": text, "label": label})
    return found


def strangers(chosen: list[Row]) -> list[Row]:
    """Return a row in five with the premise of another page or article: the sets have few that are plainly apart."""
    some = chosen[::5]
    others = (row["premise"] for row in (*some[1:], some[0]))
    return [{**row, "premise": premise, "label": "neither"} for row, premise in zip(some, others, strict=True)]


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


@dataclass(frozen=True)
class Pairs:
    """What the calibration sees of all pairs, one row a pair."""

    found: Array
    truth: NDArray[np.int_]
    share: Array
    half: NDArray[np.int_]
    bears_out: NDArray[np.bool_]
    contradicts: NDArray[np.bool_]
    name: NDArray[np.str_]


def read(verifier: Verifier) -> Pairs:
    columns = []
    sets = [(name, rows(name, count)) for name, count in FITTED]
    for name, chosen in (*((name, some + strangers(some)) for name, some in sets), (QUESTIONS, chosen_answers())):
        pairs = [Pair(premise=row["premise"], hypothesis=row["hypothesis"]) for row in chosen]
        for row, (judgement, comparison, _) in zip(chosen, weigh_pairs(pairs, verifier=verifier), strict=True):
            home = row.get("doc") or row.get("page") or row["premise"]
            columns.append(
                (
                    features(judgement, comparison),
                    LABELS.index(row["label"]),
                    1 / len(chosen),
                    zlib.crc32(home.encode()) % 2,
                    bears_out(comparison)
                    and reads_so(judgement, comparison)
                    and exchanged(row["hypothesis"], row["premise"]) is None,
                    contradicts(comparison),
                    name,
                )
            )
    return Pairs(*(np.array(column) for column in zip(*columns, strict=True)))


def judge_by_halves(pairs: Pairs) -> Array:
    """Judge each half by weights fitted on the other."""
    judged = np.empty((len(pairs.truth), 3))
    for one in (0, 1):
        here, there = pairs.half == one, (pairs.half != one) & (pairs.name != QUESTIONS)
        judged[here] = probabilities(pairs.found[here], fit(pairs.found[there], pairs.truth[there], pairs.share[there]))
    return judged


def errors(pairs: Pairs, judged: Array, threshold: float, *, named: bool) -> tuple[float, float, float]:
    """Return how much is found on record, and how often on record or denied wrongly, as often as PRIOR has it.

    What is on record is counted where the record has a name of the statement, or where it has none.
    """
    share = pairs.share * np.isin(pairs.name, REPORTS)
    prior = np.array([PRIOR[k] / share[pairs.truth == k].sum() for k in range(3)])
    weight, true = share * prior[pairs.truth], pairs.truth == 0
    yes = pairs.bears_out & (judged[:, 0] >= threshold) & ((pairs.found[:, FEATURES.index("named")] > 0) == named)
    no = pairs.contradicts & (judged[:, 1] >= threshold)
    wrong = float(weight[yes & ~true].sum() / weight[yes].sum()) if yes.any() else 1.0
    return float(weight[yes & true].sum() / PRIOR[0]), wrong, float(weight[no & true].sum() / PRIOR[0])


def main() -> None:
    pairs = read(make_verifier(SHIPPED, 2))
    judged = judge_by_halves(pairs)
    right = judged.argmax(axis=1) == pairs.truth
    accuracies = {name: float(right[pairs.name == name].mean()) for name, _ in FITTED}
    by_threshold, unnamed = ([errors(pairs, judged, at, named=named) for at in GRID] for named in (True, False))
    supported = least(GRID, [wrong for _, wrong, _ in by_threshold], 1 - PRECISION)
    alone = least(GRID, [wrong for _, wrong, _ in unnamed], 1 - PRECISION_UNNAMED)
    refuted = least(GRID, [denied for _, _, denied in by_threshold], FALSE_DENIALS)
    said = ", ".join(f"{name} {accuracy:.3f}" for name, accuracy in accuracies.items())
    fitted = pairs.name != QUESTIONS
    layer = zip(FEATURES, fit(pairs.found[fitted], pairs.truth[fitted], pairs.share[fitted]), strict=True)
    lines = [
        '"""What verdicts hang on; written by ``benchmarks/asof/calibrate.py`` from development sets, not by hand.',
        "",
        f"{len(pairs.truth):,} pairs, each half judged by weights fitted on the other. Three-way accuracy:",
        f"{said}.",
        "Errors are counted on reports only, and as if of the passages found for a statement",
        f"{PRIOR[0]:.0%} supported, {PRIOR[1]:.0%} contradicted and {PRIOR[2]:.0%} left it open.",
        '"""',
        "",
        "WEIGHTS = (",
        *(f'    ("{name}", {supports:.3f}, {refutes:.3f}),' for name, (supports, refutes) in layer),
        ")",
        '"""Feature, and its weight for *supports* and for *refutes* against *neutral*."""',
        "",
        f"SUPPORTED = {GRID[supported]}",
        f'"""Chosen for at least {PRECISION:.0%} right among pairs printed as on record where a name is met;',
        f'{1 - by_threshold[supported][1]:.1%} were, {by_threshold[supported][0]:.0%} of what is on record."""',
        "",
        f"SUPPORTED_UNNAMED = {GRID[alone]}",
        f'"""Chosen for at least {PRECISION_UNNAMED:.0%} right where none is;',
        f'{1 - unnamed[alone][1]:.1%} were, {unnamed[alone][0]:.0%} of what is on record."""',
        "",
        f"REFUTED = {GRID[refuted]}",
        f'"""Chosen for at most {FALSE_DENIALS:.2%} of supported pairs denied; {by_threshold[refuted][2]:.2%} were."""',
        "",
    ]
    TARGET.write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))
    for threshold, (found, wrong, denied) in zip(GRID, by_threshold, strict=True):
        print(
            f"{threshold:.2f}  found on record {found:.3f}  on record wrongly {wrong:.3f}  denied wrongly {denied:.4f}"
        )


if __name__ == "__main__":
    main()
