"""The archive at 16,071 articles: how fast it fills and answers, what that takes, and that it keeps to the date.

``ONRECORD_ARTICLES`` takes the first so many only; ``ONRECORD_BENCH_ARCHIVE`` names a folder to fill, or go on filling,
and keep. Times are of this machine under whatever else it does, so processor time stands beside them. What the archive
finds is measured by ``python -m benchmarks finding``.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.archive.filling import fill
from benchmarks.archive.finding import dates, processes, speed
from benchmarks.finding.questions import Figures, asked

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.minilm import MiniLM


def run() -> Figures:
    questions = asked()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(os.environ.get("ONRECORD_BENCH_ARCHIVE") or Path(scratch) / "archive")
        figures = fill(folder) | processes(folder, questions)  # a process counts what its parent took as its own memory
        archive, embedder = LanceArchive.open(folder), MiniLM()
        figures |= speed(archive, embedder, questions) | dates(archive, embedder, questions)
    figures |= {
        "keeps_to_the_date": float(figures["dates_late"] == 0),
        "add_under_2_gb": float(figures["add_peak_rss_mb"] < 2_000),
        "finds_a_second": 1e3 / figures["find_p50_ms"],
    }
    return {name: round(value, 4) for name, value in figures.items()}
