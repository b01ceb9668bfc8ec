"""The dated questions, asked of the archive in the words of the question and its right answer."""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

import numpy as np
from benchmarks.data import data

from onrecord.data import Document, Window
from onrecord.text.words import words

Figures = dict[str, float]
Question = dict[str, str]

SHARED_RUN = 8
"""Words in a row that a passage and a question's evidence share when the one is taken for the other."""
LEAST_RUNS = 3
EDITIONS = 3
"""A run in the evidence of so many days' questions is a line that a quiz repeats ("for more stories, sign up to")."""


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


def runs(text: str) -> frozenset[tuple[str, ...]]:
    said = words(text)
    return frozenset(said[at : at + SHARED_RUN] for at in range(len(said) - SHARED_RUN + 1))


def evidence(questions: Sequence[Question]) -> list[frozenset[tuple[str, ...]]]:
    """The runs of words that each question's evidence has to itself."""
    found, days = [runs(one["evidence"]) for one in questions], defaultdict(set)
    for one, said in zip(questions, found, strict=True):
        for run in said:
            days[run].add(one["date"])
    return [frozenset(run for run in said if len(days[run]) < EDITIONS) for said in found]


def answerable(
    documents: Iterable[Document], questions: Sequence[Question], sought: Sequence[frozenset[tuple[str, ...]]]
) -> frozenset[int]:
    """The places of the questions whose evidence an exact search finds in a document of their day or before."""
    asking = defaultdict(list)
    for number, said in enumerate(sought):
        for run in said:
            asking[run].append(number)
    found = set()
    for one in documents:
        shared = Counter(number for run in runs(one.text) & asking.keys() for number in asking[run])
        held = (number for number, count in shared.items() if count >= LEAST_RUNS)
        found |= {number for number in held if window(questions[number]).admits(one.published_at)}
    return frozenset(found)
