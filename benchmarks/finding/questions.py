"""The dated questions, asked of the archive in the words of the question and its right answer."""

from __future__ import annotations

import gzip
import json
import time
from collections.abc import Callable, Iterable
from datetime import date

import numpy as np
from benchmarks.data import data

from onrecord.data import Window

Figures = dict[str, float]
Question = dict[str, str]


def asked() -> list[Question]:
    with gzip.open(data("news/questions.jsonl.gz"), "rt", encoding="utf-8") as lines:
        held = [json.loads(line) for line in lines]
    return [
        {"text": f"{one['question']} {one['choices'][one['answer']]}", "date": one["date"], "evidence": one["evidence"]}
        for one in held
    ]


def window(question: Question) -> Window:
    return Window(until=date.fromisoformat(question["date"]))


def milliseconds(ask: Callable[[Question], object], questions: Iterable[Question]) -> tuple[float, float]:
    """Median and 95th percentile."""
    taken = []
    for question in questions:
        started = time.perf_counter()
        ask(question)
        taken.append(1e3 * (time.perf_counter() - started))
    return float(np.percentile(taken, 50)), float(np.percentile(taken, 95))
