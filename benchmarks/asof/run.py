"""Statements of right and wrong choices, checked as of before, on and after the day of the question.

Data: ``news/questions.jsonl.gz`` (2,967 dated questions) over an archive of ``news/articles.jsonl.xz``. The archive is
the folder that ``ONRECORD_BENCH_ARCHIVE`` names; without it one is filled with the ``ONRECORD_ARTICLES`` (1,500)
articles published from the first question's day on, and the questions are those of the days they cover.
``ONRECORD_QUESTIONS`` (150) bounds how many are asked.

Leaks (evidence published after the date of the check) must be 0. A right choice refuted is a false denial.
"""

from __future__ import annotations

import gzip
import json
import os
import tempfile
from collections import Counter
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.asof.statements import statement
from benchmarks.data import data

from onrecord.data import Label, Verdict, Window, day_of
from onrecord.engine import statement_of
from onrecord.read import read_paths
from onrecord.wiring import Desk, desk, new_archive, open_archive

DAYS = (-14, 0, 30)
SPOKEN_AGAINST = (Label.REFUTED, Label.CONFLICTING, Label.SUPERSEDED)


def run() -> dict[str, float]:
    questions = sorted(_questions(), key=lambda question: (question["date"], question["id"]))
    with tempfile.TemporaryDirectory() as folder:
        archive = _archive(Path(folder), date.fromisoformat(questions[0]["date"]))
        stats = archive.archive.stats()
        last = day_of(stats.last) if stats.last else date.min
        asked = [question for question in questions if date.fromisoformat(question["date"]) <= last]
        return {"documents": stats.documents} | _figures(archive, asked)


def _questions() -> list[dict]:
    with gzip.open(data("news/questions.jsonl.gz"), "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _archive(folder: Path, first: date) -> Desk:
    kept = os.environ.get("ONRECORD_BENCH_ARCHIVE")
    if kept:
        return desk(open_archive(Path(kept)), threads=2)
    made = desk(new_archive(folder / "archive"), threads=2)
    pages = read_paths([data("news/articles.jsonl.xz")])
    recent = (page for page in pages if page.document.published_at and day_of(page.document.published_at) >= first)
    for _ in made.add(islice(recent, int(os.environ.get("ONRECORD_ARTICLES", "1500")))):
        pass
    return made


def _figures(archive: Desk, questions: list[dict]) -> dict[str, float]:
    asked, about = [], []
    most = int(os.environ.get("ONRECORD_QUESTIONS", "150"))
    usable = 0
    for question in questions:
        right, wrong = (
            statement(question["question"], question["choices"][(question["answer"] + step) % len(question["choices"])])
            for step in (0, 1)
        )
        if right is None or wrong is None:
            continue
        usable += 1
        for kind, text in (("right", right), ("wrong", wrong)):
            for days in DAYS:
                asked.append((statement_of(text), date.fromisoformat(question["date"]) + timedelta(days)))
                about.append(kind)
        if usable == most:
            break
    verdicts = archive.check_statements(asked)
    counts = Counter((kind, verdict.label) for kind, verdict in zip(about, verdicts, strict=True))
    return {
        "questions": usable,
        "checks": len(verdicts),
        "leaks": sum(_leaks(verdict) for verdict in verdicts),
        "no_leaks": float(not any(_leaks(verdict) for verdict in verdicts)),
        "right_checks": about.count("right"),
        "right_supported": counts["right", Label.SUPPORTED],
        "right_denied": sum(counts["right", label] for label in SPOKEN_AGAINST),
        "wrong_supported": counts["wrong", Label.SUPPORTED],
        "wrong_contradicted": sum(counts["wrong", label] for label in SPOKEN_AGAINST),
    }


def _leaks(verdict: Verdict) -> bool:
    window = Window(until=verdict.as_of)
    return any(not window.admits(evidence.memento.at) for evidence in verdict.evidence)
