"""The verifier on pairs it was not trained on: contrasts first, then evidence, summaries, calibration and speed.

Data: ``checking/eval_*`` and ``checking/dev_vitaminc_real`` (pages apart from those of training; its figures take part in
choosing among trained models, those of ``eval_*`` never do). Beside the shipped model alone (``model``) and joined with
the comparison by rule (``together``) stand agreement of words and vectors, shared words, the embedder's cosine, and
shared names and figures. A document is read in windows of two to four sentences, the best counts; of a summary the
worst sentence, and each sentence is counted by itself too. ``ONRECORD_PAIRS`` (6,000) bounds how many rows of each
set are taken, from its beginning.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

import numpy as np
from benchmarks.verifying.disputes import disputes
from benchmarks.verifying.judges import Array, Judge, Remembering, judges
from benchmarks.verifying.said import said_and_so
from benchmarks.verifying.scoring import area, balanced, best_threshold, calibration_error, risks
from benchmarks.verifying.sets import (
    Row,
    Whole,
    contrasts,
    label_of,
    pair_of,
    revisions,
    rows,
    sentences_of_summaries,
    summaries,
    wice,
)

from onrecord.data import Pair
from onrecord.wiring import SHIPPED, make_verifier

MOST = int(os.environ.get("ONRECORD_PAIRS", "6000"))
WORDS = (
    "the harbour ferry company said on tuesday that night sailings to port sorrel would stop over a dispute about pay "
)
REST = "so the harbour union told them again on monday"
"""The words four times, a number, this, and the words again have 128 word pieces."""
SPEED_PAIRS = 60


def best_of(judge: Judge, found: Sequence[Whole]) -> Array:
    """Return how far each document bears its statement out: its best window, for the worst part."""
    pairs = list(dict.fromkeys(pair for one in found for part in one.parts for pair in part))
    score = dict(zip(pairs, judge(pairs)[:, 0], strict=True))
    return np.array([min(max(score[pair] for pair in part) for part in one.parts) for one in found])


def documents(ways: dict[str, Judge]) -> dict[str, float]:
    figures = {}
    choosing, claims = (wice(f"eval_wice_claim_{split}")[:MOST] for split in ("dev", "test"))
    told = {
        f"{name}{each}": read(f"eval_qags_{name}")[:MOST]
        for name in ("cnndm", "xsum")
        for each, read in (("", summaries), ("_sentences", sentences_of_summaries))
    }
    for way, judge in ways.items():
        chosen = best_threshold(best_of(judge, choosing), np.array([one.label == 0 for one in choosing]))
        scores, true = best_of(judge, claims), np.array([one.label == 0 for one in claims])
        figures[f"wice_balanced_accuracy_{way}"] = balanced(scores, true, chosen)
        figures[f"wice_auc_{way}"] = area(scores, true)
        for name, found in told.items():
            supported = np.array([one.label == 0 for one in found])
            figures[f"qags_{name}_auc_{way}"] = area(best_of(judge, found), supported)
    return figures


def pairs_of(ways: dict[str, Judge]) -> dict[str, float]:
    figures = {}
    revised, changed = rows("dev_vitaminc_real")[:MOST], rows("eval_news_synth_test")[:MOST]
    for way, judge in ways.items():
        for name, found in (("vitaminc", revised), ("contrast", changed)):
            chances, labels = _judged(judge, found)
            right = chances.argmax(axis=1) == labels
            figures[f"{name}_accuracy_{way}"] = right.mean()
            figures[f"{name}_auc_{way}"] = area(chances[:, 0], labels == 0)
            both = revisions(found) if name == "vitaminc" else contrasts(found)
            places = [list(some) for some in both]
            figures[f"{name}_pairs"] = len(places)
            figures[f"{name}_both_right_{way}"] = np.mean([right[some].all() for some in places])
            if name == "contrast":
                figures[f"contrast_ranked_{way}"] = np.mean([chances[a, 0] > chances[b, 0] for a, b in places])
            if way in ("model", "together"):
                figures[f"{name}_calibration_error_{way}"] = calibration_error(chances, labels)
                for share, risk in risks(chances, labels).items():
                    figures[f"{name}_risk_at_{share}_{way}"] = risk
    return figures


def _judged(judge: Judge, found: Sequence[Row]) -> tuple[Array, np.ndarray]:
    return judge([pair_of(row) for row in found]), np.array([label_of(row) for row in found])


def speed() -> dict[str, float]:
    """Count pairs of 128 word pieces a second on two cores, by processor time: the best of five rounds.

    Other programs on the machine take the clock's time, and some of the processors' too.
    """
    numbers = range(1000, 1000 + SPEED_PAIRS)
    pairs = [Pair(premise=f"{WORDS * 4}{number} {REST}", hypothesis=WORDS) for number in numbers]
    verifier = make_verifier(SHIPPED, 2)
    rounds = []
    for _ in range(6):
        began = time.process_time()
        verifier.judge(pairs)
        rounds.append(time.process_time() - began)
    return {"pairs_a_second_of_two_cores": 2 * SPEED_PAIRS / min(rounds[1:])}


def run() -> dict[str, float]:
    verifier = Remembering(make_verifier(SHIPPED, 2))
    ways = judges(verifier)
    figures = disputes(verifier, ways) | pairs_of(ways) | documents(ways) | said_and_so(verifier) | speed()
    return {name: round(float(value), 4) for name, value in figures.items()}
