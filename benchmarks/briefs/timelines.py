"""Which days a timeline tells: those that ``entries`` chooses, against timelines that newsrooms published (Timeline17).

Data, read where ``ONRECORD_BENCH_TIMELINES`` names a folder and left out elsewhere: ``articles/TOPIC.csv`` with the
columns date and text, and ``gold/TOPIC.NAME.txt`` in the form of the `tilse` package. Topics without their articles are
passed over. The texts are the publishers' and the timelines state no licence, so nothing is tuned on them and nothing
of them is shipped.

As in the literature a timeline gets as many days as the gold one, from articles of its stretch of time. Only the choice
of days is measured: every sentence of those articles takes part, without the search and the weights of a brief. Days on
which most was published are the baseline (Gholipour Ghalandari and Ifrim 2020: .481 over all 19 timelines, .544 for the
best method).
"""

from __future__ import annotations

import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.finding.questions import Figures
from onrecord.brief.sentences import Sentence
from onrecord.brief.timeline import days_spoken_of, entries
from onrecord.data import Memento, Span, document
from onrecord.text.words import terms

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def dated() -> Figures:
    folder = os.environ.get("ONRECORD_BENCH_TIMELINES")
    if not folder:
        return {}
    ours, published = [], []
    for gold in sorted((Path(folder) / "gold").glob("*.txt")):
        articles = Path(folder) / "articles" / f"{gold.name.split('.')[0]}.csv"
        wanted = {
            date.fromisoformat(line.strip()) for line in gold.read_text().splitlines() if _DAY.fullmatch(line.strip())
        }
        if articles.exists() and wanted:
            told = [one for one in sentences(articles) if min(wanted) <= one.told[0].date() <= max(wanted)]
            chosen = {time.start for time, _ in entries(days_spoken_of("", told), most=len(wanted))}
            ours.append(f1(chosen, wanted))
            days = Counter(day for day, _ in {(one.told[0].date(), one.memento.document.id) for one in told})
            most = sorted(days, key=lambda day: (-days[day], day))[: len(wanted)]
            published.append(f1(set(most), wanted))
    return {
        "timelines": len(ours),
        "timeline_date_f1": sum(ours) / max(1, len(ours)),
        "timeline_date_f1_by_publications": sum(published) / max(1, len(published)),
    }


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a topic's articles, one a line."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["text"].strip():
                yield from _of(row["text"], date.fromisoformat(row["date"][:10]))


def _of(text: str, published: date) -> Iterator[Sentence]:
    memento = Memento(document=(made := document(text, published_at=published)), origin=made.id)
    for line in re.finditer(r"\S[^\n]*\S", text):
        said = frozenset(terms(line[0]))
        if said:
            span = Span(start=line.start(), end=line.end())
            yield Sentence(memento, span, line[0], said, 1, 1 / (1 + line.start() / 1500), leans=False)


def f1(chosen: set[date], wanted: set[date]) -> float:
    """Return the harmonic mean of how many days are right and how many are told."""
    right = len(chosen & wanted)
    return 2 * right / (len(chosen) + len(wanted)) if right else 0.0
