"""Days and words of a timeline: those that ``entries`` chooses, against timelines that newsrooms published (Timeline17).

Data, read where ``ONRECORD_BENCH_TIMELINES`` names a folder and left out elsewhere: ``articles/TOPIC.csv`` with the
columns date and text, and ``gold/TOPIC.NAME.txt`` in the form of the `tilse` package. Topics without their articles are
passed over. The texts are the publishers' and the timelines state no licence, so nothing is tuned on them and nothing
of them is shipped.

As in the literature a timeline gets as many days as the gold one, from articles of its stretch of time. Every sentence of
those articles takes part, without the search and the weights of a brief. Days on which most was published are the baseline
(Gholipour Ghalandari and Ifrim 2020: .481 over all 19 timelines, .544 for the best method). Words are compared by
alignment-based ROUGE-1 (AR1; Martschat and Markert 2017, many days to one): stems without function words, by the
project's own lists of both, where ROUGE-1.5.5 has its own.
"""

from __future__ import annotations

import csv
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from benchmarks.finding.questions import Figures
from onrecord.brief.sentences import Sentence
from onrecord.brief.timeline import days_spoken_of, entries
from onrecord.data import Memento, Span, document
from onrecord.text.words import terms

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RULE = re.compile(r"-{5,}")
Told = Mapping[date, Counter[str]]
"""The days of a timeline, each with how often its terms are said."""


def dated() -> Figures:
    folder = os.environ.get("ONRECORD_BENCH_TIMELINES")
    if not folder:
        return {}
    ours, words, published = [], [], []
    for gold in sorted((Path(folder) / "gold").glob("*.txt")):
        articles = Path(folder) / "articles" / f"{gold.name.split('.')[0]}.csv"
        wanted = timeline(gold.read_text())
        if articles.exists() and wanted:
            told = [one for one in sentences(articles) if min(wanted) <= one.told[0].date() <= max(wanted)]
            chosen = {
                time.start: Counter(terms(one.words))
                for time, one in entries(days_spoken_of("", told), most=len(wanted))
            }
            ours.append(f1(set(chosen), set(wanted)))
            words.append(aligned_rouge(chosen, wanted))
            days = Counter(day for day, _ in {(one.told[0].date(), one.memento.document.id) for one in told})
            most = sorted(days, key=lambda day: (-days[day], day))[: len(wanted)]
            published.append(f1(set(most), set(wanted)))
    return {
        "timelines": len(ours),
        "timeline_date_f1": sum(ours) / max(1, len(ours)),
        "timeline_ar1": sum(words) / max(1, len(words)),
        "timeline_date_f1_by_publications": sum(published) / max(1, len(published)),
    }


def timeline(text: str) -> Told:
    """Return a timeline in the form of the `tilse` package: a day, its sentences one a line, a rule."""
    told: dict[date, Counter[str]] = {}
    for entry in _RULE.split(text):
        day, _, words = entry.strip().partition("\n")
        if _DAY.fullmatch(day.strip()):
            told.setdefault(date.fromisoformat(day.strip()), Counter()).update(terms(words))
    return told


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
            yield Sentence(memento, span, line[0], said, 1 / (1 + line.start() / 1500), leans=False)


def f1(chosen: set[date], wanted: set[date]) -> float:
    """Return the harmonic mean of how many days are right and how many are told."""
    right = len(chosen & wanted)
    return 2 * right / (len(chosen) + len(wanted)) if right else 0.0


def aligned_rouge(ours: Told, gold: Told) -> float:
    """Return the F1 of the terms that days of one timeline have in common with the day of the other they are set beside.

    Each is set beside the day for which distance and difference of words are least, several to one where it so falls;
    what they share counts the less the further apart they are.
    """
    precision, recall = _covered(ours, gold), _covered(gold, ours)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _covered(one: Told, other: Told) -> float:
    """Return the share of the terms of one timeline that the days of the other have."""
    shared = 0.0
    for day, said in one.items():
        beside = min(
            other, key=lambda far: ((1 - _near(day, far)) * (1 - _overlap(said, other[far])), far), default=None
        )
        shared += _near(day, beside) * (said & other[beside]).total() if beside else 0.0
    return shared / max(1, sum(said.total() for said in one.values()))


def _near(one: date, other: date) -> float:
    return 1 / (1 + abs((one - other).days))


def _overlap(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
