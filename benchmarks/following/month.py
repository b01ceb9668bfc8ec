"""A month replayed day by day with followed statements: what is told, what is missed, and what is told wrongly.

Data: an archive of ``news/articles.jsonl.xz``, the folder that ``ONRECORD_BENCH_ARCHIVE`` names, and the right and wrong
choices of ``news/questions.jsonl.gz`` (the half that nothing was tuned on) asked last, ``ONRECORD_FOLLOWED`` (200) of them:
some in the month that ends with the last question, the others before it. A cycle looks at all of them at the end of each
day.

A *true transition* is one that checking every statement anew at the end of every day shows, with nothing remembered but
the verdict before; it is *missed* where following did not tell it in the cycle of its day. What the verifier does not
see is in neither: how many of the right choices the archive bears out is not known.

A *false alert* tells that a wrong choice came on record, or that a right one came to be contradicted, disputed or
superseded.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.asof.run import SPOKEN_AGAINST
from benchmarks.asof.statements import asked, choices
from benchmarks.data import DataMissing

from onrecord import engine
from onrecord.data import Label, Transition, Verdict, latest
from onrecord.follow import standing
from onrecord.surfaces.service import following
from onrecord.wiring import Desk, desk, open_archive, open_store

DAYS = 30

Told = tuple[str, Label, Label, date]
"""A statement, its label before and after, and the day of the cycle that told it."""


def run() -> dict[str, float]:
    kept = os.environ.get("ONRECORD_BENCH_ARCHIVE")
    if not kept:
        raise DataMissing("name an archive of news/articles.jsonl.xz in ONRECORD_BENCH_ARCHIVE")
    questions = sorted(asked(half=1), key=lambda question: (question["date"], question["id"]))
    last = date.fromisoformat(questions[-1]["date"])
    days = [last - timedelta(DAYS - day) for day in range(DAYS + 1)]
    chosen = questions[-int(os.environ.get("ONRECORD_FOLLOWED", "200")) // 2 :]
    right = {words: kind for each in chosen for kind, words in zip((True, False), choices(each), strict=True)}
    archive = desk(open_archive(Path(kept)), threads=2)
    told, cycles = _followed(archive, right, days)
    true = list(_anew(archive, right, days))
    return _figures(right, told, true) | {
        "cycles": len(cycles),
        "first_cycle_cpu_seconds": round(cycles[0], 1),
        "later_cycle_cpu_seconds": round(sum(cycles[1:]) / max(1, len(cycles) - 1), 1),
    }


def _followed(archive: Desk, right: dict[str, bool], days: Sequence[date]) -> tuple[list[Told], list[float]]:
    """Follow the statements; return what is told, and the processor's seconds of each cycle."""
    told: list[Told] = []
    cycles = []
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        with store.store:
            for words in right:
                following.follow(store, words)
            for day in days:
                began = time.process_time()
                looks = following.look(store, archive, as_of=_end(day))
                told += [_told(news, day) for _, news in looks if isinstance(news, Transition)]
                cycles.append(time.process_time() - began)
    return told, cycles


def _anew(archive: Desk, right: dict[str, bool], days: Sequence[date]) -> Iterator[Told]:
    """Check every statement at the end of every day."""
    statements = [engine.statement_of(words) for words in right]
    stood: list[Verdict | None] = [None] * len(statements)
    for day in days:
        verdicts = archive.check_statements([(one, _end(day)) for one in statements])
        for place, (before, after) in enumerate(zip(stood, verdicts, strict=True)):
            news = standing.transition(before, after)
            if news is not None:
                yield _told(news, day)
            if standing.stands_aside(before, after):
                stood[place] = after


def _end(day: date) -> datetime:
    return latest(day).astimezone(UTC)


def _told(news: Transition, day: date) -> Told:
    return news.after.statement.text, news.before.label, news.after.label, day


def _figures(right: dict[str, bool], told: Sequence[Told], true: Sequence[Told]) -> dict[str, float]:
    times = Counter((words, before, after) for words, before, after, _ in told)
    false = [
        words for words, _, after, _ in told if (after in SPOKEN_AGAINST if right[words] else after is Label.SUPPORTED)
    ]
    return {
        "followed": len(right),
        "told": len(told),
        "true_transitions": len(true),
        "true_transitions_missed": len(set(true) - set(told)),
        "true_told_within_a_cycle": len(set(true) & set(told)) / max(1, len(true)),
        "told_and_not_true": len(set(told) - set(true)),
        "false_alerts": len(false),
        "false_alerts_in_200": round(200 * len(false) / len(right), 2),
        "told_twice": sum(count - 1 for count in times.values()),
        "nothing_twice": float(all(count == 1 for count in times.values())),
    }
