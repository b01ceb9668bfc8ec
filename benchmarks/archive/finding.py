"""How fast the archive answers, what that takes, and that nothing later than the date comes back."""

from __future__ import annotations

import json
import random
import resource
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from benchmarks.archive.command import onrecord
from benchmarks.finding.questions import Figures, Question, milliseconds, window

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Window, day_of
from onrecord.engine import statement_of
from onrecord.find import ArchiveFinder, gather

ASKED = 200
STATEMENTS = 40
PROCESSES = 5


def speed(archive: LanceArchive, embedder: MiniLM, questions: list[Question]) -> Figures:
    """Milliseconds in one process: a search with nothing remembered, its two halves, many at once."""
    some = random.Random(1).sample(questions, ASKED)

    def find(one: Question) -> object:
        return ArchiveFinder(archive, embedder).find([one["text"]], window=window(one), limit=16)

    milliseconds(find, some[:20])
    found = milliseconds(find, some)
    match = milliseconds(lambda one: archive.match([one["text"]], window=window(one), limit=50), some)
    vectors = {one["text"]: embedder.embed([one["text"]]) for one in some}
    near = milliseconds(lambda one: archive.near(vectors[one["text"]], window=window(one), limit=50), some)
    statements = [statement_of(one["text"]) for one in some[:STATEMENTS]]

    def check(one: Question) -> object:
        finder = ArchiveFinder(archive, embedder)
        return gather(statements, archive=finder, page=finder, as_of=date.fromisoformat(one["date"]))

    together, _ = milliseconds(check, some[:3])
    return {
        "find_p50_ms": found[0],
        "find_p95_ms": found[1],
        "match_p50_ms": match[0],
        "near_p50_ms": near[0],
        "gather_40_ms": together,
        "find_peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def processes(folder: Path, questions: list[Question]) -> Figures:
    """The command, started anew for each search: seconds from start to end, and the most memory one of them took."""
    some = random.Random(4).sample(questions, PROCESSES)
    ended = [onrecord("find", one["text"], "--as-of", one["date"], "--json", "--archive", str(folder)) for one in some]
    for one, found in zip(some, ended, strict=True):
        dates = [hit["published_at"] for hit in json.loads(found.said)["hits"]]
        assert all(published[:10] <= one["date"] for published in dates)
    return {
        "find_process_p50_s": float(np.percentile([one.seconds for one in ended], 50)),
        "find_process_p95_s": float(np.percentile([one.seconds for one in ended], 95)),
        "find_process_cpu_p50_s": float(np.percentile([one.cpu for one in ended], 50)),
        "find_process_peak_rss_mb": max(one.peak_mb for one in ended),
    }


def dates(archive: LanceArchive, embedder: MiniLM, questions: list[Question], asked: int = 300) -> Figures:
    """Questions asked as of days drawn from all that the archive covers: passages later than the day, of all found."""
    rng = random.Random(5)
    stats = archive.stats()
    first, last = day_of(stats.first), day_of(stats.last)
    late = seen = 0
    for one in rng.choices(questions, k=asked):
        until = Window(until=first + timedelta(days=rng.randrange((last - first).days + 1)))
        rankings = (
            archive.match([one["text"]], window=until, limit=50),
            archive.near(embedder.embed([one["text"]]), window=until, limit=50),
        )
        ids = [hit.passage.document_id for (hits,) in rankings for hit in hits]
        published = {memento.document.id: memento.at for memento in archive.mementos(ids)}
        late += sum(not until.admits(published[key]) for key in ids)
        seen += len(ids)
    return {"dates_asked": asked, "dates_passages": seen, "dates_late": late}
