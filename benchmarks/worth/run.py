"""What is worth checking: where the statements stand that a quiz on the news of the week asks about.

Data: ``news/questions.jsonl.gz`` with their evidence sentences, and the articles of ``news/articles.jsonl.xz`` published
up to three days before, or a day after, in which a sentence has half of the terms of one: the first 110 found.
Every second one is reported; of these, 19 were among the articles that the points in ``extract/worth.py`` were chosen
on (``docs/measured.md`` has the figures without them). A statement is right where it has most terms of the evidence. ``rank`` is its place from 0, the first, to 1; below it in how many cases it
is in the first half, and the first quarter, of its article. Lead order and length alone are the baselines.
"""

from __future__ import annotations

import gzip
import json
import lzma
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from benchmarks.data import data

from onrecord.data import Statement
from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.text.sentences import sentences
from onrecord.text.words import terms

ARTICLES, READ = 110, 7_000
"""Articles, and characters read of each."""
DAYS = range(-3, 2)
SHARE, FEWEST = 0.5, 6
ORDERS: dict[str, Callable[[Sequence[Statement], int], float]] = {
    "lead": lambda _, at: at,
    "length": lambda told, at: -len(told[at].text),
    "worth": lambda told, at: -told[at].score,
}


def asked() -> Iterator[tuple[str, date, frozenset[str]]]:
    """Yield the text, day and evidence of what is asked about, each article once."""
    days = defaultdict(list)
    with lzma.open(data("news/articles.jsonl.xz"), "rt") as file:
        for article in map(json.loads, file):
            days[article["published"][:10]].append(article)
    with gzip.open(data("news/questions.jsonl.gz"), "rt") as file:
        questions = sorted(map(json.loads, file), key=lambda question: question["id"][::-1])
    taken = set()
    for question in questions:
        evidence = frozenset(terms(question["evidence"]))
        near = [date.fromisoformat(question["date"]) + timedelta(by) for by in DAYS]
        for article in (one for day in near for one in days[day.isoformat()] if len(evidence) >= FEWEST):
            text = article["text"][:READ]
            if article["id"] not in taken and _is_asked_about(text, evidence):
                taken.add(article["id"])
                yield text, date.fromisoformat(article["published"][:10]), evidence
        if len(taken) >= ARTICLES:
            return


def _is_asked_about(text: str, evidence: frozenset[str]) -> bool:
    """Say whether a sentence of a text has the evidence; what has too few of its letters is not looked into."""
    low = text.lower()
    begun = sum(term in low for term in evidence) >= SHARE * len(evidence)
    return begun and any(_shared(evidence, span.cut(text)) >= SHARE for span in sentences(text))


def _shared(evidence: frozenset[str], text: str) -> float:
    return len(evidence.intersection(terms(text))) / len(evidence)


def run() -> dict[str, float]:
    ranks = defaultdict(list)
    for number, (text, published, evidence) in enumerate(asked()):
        told = extract(restore(read_text(text, published=published))) if number % 2 else ()
        if len(told) < 8:
            continue
        right = max(range(len(told)), key=lambda at: _shared(evidence, told[at].text))
        for name, order in ORDERS.items():
            ranked = sorted(range(len(told)), key=lambda at: (order(told, at), at))
            ranks[name].append(ranked.index(right) / len(told))
    figures: dict[str, float] = {"articles": len(ranks["lead"])}
    for name, found in ranks.items():
        figures[f"{name}_rank"] = round(sum(found) / len(found), 4)
        figures[f"{name}_first_half"] = round(sum(rank < 1 / 2 for rank in found) / len(found), 4)
        figures[f"{name}_first_quarter"] = round(sum(rank < 1 / 4 for rank in found) / len(found), 4)
    return figures
