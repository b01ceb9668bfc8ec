"""Filling an archive with the command itself, killed twice and interrupted once on the way.

What it took is kept beside the archive, ``FOLDER.filling.json``, and added up over every start, so a benchmark that is
stopped, too, goes on where it was.
"""

from __future__ import annotations

import json
import lzma
import os
import re
import signal
from itertools import islice
from pathlib import Path

from benchmarks.archive.command import Ended, onrecord
from benchmarks.data import data
from benchmarks.finding.questions import Figures

STOPS = ((0.2, signal.SIGKILL), (0.4, signal.SIGINT), (0.6, signal.SIGKILL))
"""After which share of the articles what is sent."""
_READ = re.compile(r"([\d,]+) documents read")


def fill(folder: Path) -> Figures:
    """Add what is not there yet; fails where a stop lost what was stored, or a document is not as it was written."""
    source = _source(folder)
    with lzma.open(source) if source.suffix == ".xz" else source.open("rb") as lines:
        articles = sum(1 for _ in lines)
    record = folder.with_name(f"{folder.name}.filling.json")
    took = json.loads(record.read_text(encoding="utf-8")) if record.exists() else dict.fromkeys(TOOK, 0.0)
    before = held = _held(folder)
    for share, sent in (*STOPS, (1.0, None)):
        if held >= share * articles:
            continue
        shown = 0

        def stop(
            told: str, until: float = share * articles, sent: signal.Signals | None = sent
        ) -> signal.Signals | None:
            nonlocal shown
            read = _READ.match(told)
            shown = int(read[1].replace(",", "")) if read else shown
            return sent if shown >= until else None

        ended = onrecord("add", str(source), "--archive", str(folder), "--json", stop=stop)
        assert ended.code in (0, 130, -signal.SIGKILL), ended.told
        last, held = held, _held(folder)
        assert held >= max(last, shown), f"{shown} were told stored, and {held} are held"
        took = _added(took, ended, new=held - last)
        record.write_text(json.dumps(took, indent=1) + "\n", encoding="utf-8")
    if held > before:
        verified = onrecord("archive", "verify", "--archive", str(folder))
        assert verified.code == 0, verified.told
    stats = json.loads(onrecord("archive", "stats", "--archive", str(folder), "--json").said)
    return took | {
        "add_articles_per_second": took["add_new"] / max(took["add_seconds"], 1e-9),
        "add_cpu_ms_per_article": 1e3 * took["add_cpu_seconds"] / max(took["add_new"], 1),
        "articles": stats["documents"],
        "passages": stats["passages"],
        "origins": stats["origins"],
        "archive_mb": stats["bytes"] / 1e6,
    }


TOOK = ("add_new", "add_seconds", "add_cpu_seconds", "add_peak_rss_mb", "add_starts")


def _added(took: Figures, ended: Ended, *, new: int) -> Figures:
    return {
        "add_new": took["add_new"] + new,
        "add_seconds": took["add_seconds"] + ended.seconds,
        "add_cpu_seconds": took["add_cpu_seconds"] + ended.cpu,
        "add_peak_rss_mb": max(took["add_peak_rss_mb"], ended.peak_mb),
        "add_starts": took["add_starts"] + 1,
    }


def _held(folder: Path) -> int:
    ended = onrecord("archive", "stats", "--archive", str(folder), "--json")
    return json.loads(ended.said)["documents"] if ended.code == 0 else 0


def _source(folder: Path) -> Path:
    """Return the articles, or a file with the first so many."""
    every = data("news/articles.jsonl.xz")
    limit = int(os.environ.get("ONRECORD_ARTICLES", "0"))
    if not limit:
        return every
    some = folder.with_name(f"{folder.name}.first-{limit}.jsonl")
    with lzma.open(every) as lines:
        some.write_bytes(b"".join(islice(lines, limit)))
    return some
