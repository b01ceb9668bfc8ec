"""Statements of right and wrong choices, said on the day of the question, checked as of before, on and after it.

Data: the half of ``news/questions.jsonl.gz`` (2,967 dated questions) that nothing was tuned on, over an archive of
``news/articles.jsonl.xz``. The archive is the folder that ``ONRECORD_BENCH_ARCHIVE`` names; without it one is filled
with the ``ONRECORD_ARTICLES`` (1,500) articles published from the first question's day on, and the questions are those
of the days they cover.
``ONRECORD_QUESTIONS`` (150) bounds how many are asked, spread evenly over those days.

Leaks (evidence published after the date of the check) must be 0. A right choice refuted is a false denial. Whether
the archive holds what bears a right choice out is not known; ``late`` counts the checks 30 days after only.
"""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from benchmarks.asof.statements import asked, choices
from benchmarks.data import data

from onrecord.data import Label, Verdict, Window, day_of
from onrecord.engine import statement_of
from onrecord.read import read_paths
from onrecord.wiring import Desk, desk, new_archive, open_archive

DAYS = (-14, 0, 30)
SPOKEN_AGAINST = (Label.REFUTED, Label.CONFLICTING, Label.SUPERSEDED)


def run() -> dict[str, float]:
    questions = sorted(asked(half=1), key=lambda question: (question["date"], question["id"]))
    with tempfile.TemporaryDirectory() as folder:
        archive = _archive(Path(folder), date.fromisoformat(questions[0]["date"]))
        stats = archive.archive.stats()
        last = day_of(stats.last) if stats.last else date.min
        covered = [question for question in questions if date.fromisoformat(question["date"]) <= last]
        step = max(1, -(-len(covered) // int(os.environ.get("ONRECORD_QUESTIONS", "150"))))
        return {"documents": stats.documents} | _figures(archive, covered[::step])


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
    statements, about = [], []
    for question in questions:
        for kind, text in zip(("right", "wrong"), choices(question), strict=True):
            for days in DAYS:
                asked_on = date.fromisoformat(question["date"])
                statements.append((statement_of(text, said=asked_on), asked_on + timedelta(days)))
                about.append((kind, days))
    verdicts = archive.check_statements(statements)
    counts = Counter((kind, verdict.label) for (kind, _), verdict in zip(about, verdicts, strict=True))
    late = Counter(
        (kind, verdict.label) for (kind, days), verdict in zip(about, verdicts, strict=True) if days == max(DAYS)
    )
    checks = len(DAYS) * len(questions)
    denied = sum(counts["right", label] for label in SPOKEN_AGAINST)
    return {
        "questions": len(questions),
        "checks": len(verdicts),
        "leaks": sum(_leaks(verdict) for verdict in verdicts),
        "no_leaks": float(not any(_leaks(verdict) for verdict in verdicts)),
        "right_checks": checks,
        "right_supported": counts["right", Label.SUPPORTED],
        "right_supported_late": late["right", Label.SUPPORTED],
        "right_supported_late_share": round(late["right", Label.SUPPORTED] / len(questions), 4),
        "right_denied": denied,
        "right_not_denied_share": round(1 - denied / checks, 4),
        "wrong_supported": counts["wrong", Label.SUPPORTED],
        "wrong_not_supported_share": round(1 - counts["wrong", Label.SUPPORTED] / checks, 4),
        "wrong_contradicted": sum(counts["wrong", label] for label in SPOKEN_AGAINST),
    }


def _leaks(verdict: Verdict) -> bool:
    window = Window(until=verdict.as_of)
    return any(not window.admits(evidence.memento.at) for evidence in verdict.evidence)
