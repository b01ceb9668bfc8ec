"""A month replayed day by day with followed statements: what is told, what is told wrongly, and nothing twice.

Data: an archive of ``news/articles.jsonl.xz``, the folder that ``ONRECORD_BENCH_ARCHIVE`` names, and the right and wrong
choices of ``news/questions.jsonl.gz`` (the half that nothing was tuned on) asked last, ``ONRECORD_FOLLOWED`` (200) of them:
some in the month that ends with the last question, the others before it. A cycle looks at all of them at the end of each
day.

A *false alert* tells that a wrong choice came on record, or that a right one came to be contradicted, disputed or
superseded. That a right choice came on record is counted as *told*; how many the archive bears out is not known.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from datetime import UTC, date, timedelta
from pathlib import Path

from benchmarks.asof.run import SPOKEN_AGAINST
from benchmarks.asof.statements import asked, choices
from benchmarks.data import DataMissing

from onrecord.data import Label, Transition, latest
from onrecord.surfaces.service import following
from onrecord.wiring import desk, open_archive, open_store

DAYS = 30


def run() -> dict[str, float]:
    kept = os.environ.get("ONRECORD_BENCH_ARCHIVE")
    if not kept:
        raise DataMissing("name an archive of news/articles.jsonl.xz in ONRECORD_BENCH_ARCHIVE")
    questions = sorted(asked(half=1), key=lambda question: (question["date"], question["id"]))
    last = date.fromisoformat(questions[-1]["date"])
    chosen = questions[-int(os.environ.get("ONRECORD_FOLLOWED", "200")) // 2 :]
    right = {words: kind for each in chosen for kind, words in zip((True, False), choices(each), strict=True)}
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        with store.store:
            known = {following.follow(store, words).words: kind for words, kind in right.items()}
            archive = desk(open_archive(Path(kept)), threads=2)
            cycles: list[float] = []
            told: list[Transition] = []
            for day in range(DAYS + 1):
                as_of = latest(last - timedelta(DAYS - day)).astimezone(UTC)
                began = time.process_time()
                told += [news for _, news in following.look(store, archive, as_of=as_of) if news]
                cycles.append(time.process_time() - began)
    return _figures(known, told, cycles)


def _figures(right: dict[str, bool], told: list[Transition], cycles: list[float]) -> dict[str, float]:
    turns = Counter((each.after.statement.text, each.before.label, each.after.label) for each in told)
    false = [
        each
        for each in told
        if (
            each.after.label in SPOKEN_AGAINST
            if right[each.after.statement.text]
            else each.after.label is Label.SUPPORTED
        )
    ]
    return {
        "followed": len(right),
        "cycles": len(cycles),
        "told": len(told),
        "false_alerts": len(false),
        "false_alerts_in_200": round(200 * len(false) / len(right), 2),
        "told_twice": sum(count - 1 for count in turns.values()),
        "nothing_twice": float(all(count == 1 for count in turns.values())),
        "first_cycle_cpu_seconds": round(cycles[0], 1),
        "later_cycle_cpu_seconds": round(sum(cycles[1:]) / max(1, len(cycles) - 1), 1),
    }
