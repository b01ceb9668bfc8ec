"""Which sentences people use: those of several articles that a summary written by people was aligned with.

Data, read where ``ONRECORD_BENCH_SALIENCE`` names a file and left out elsewhere: the multi-document part of Attribute
First, then Generate (Slobodkin and others 2024; ``data/MDS/test.json``, and ``dev.json`` to work on), a topic a line, each
with its articles cut into sentences and the spans that its summary rests on. The articles are Multi-News', the
publishers' own, so none of it is shipped.

As many sentences are chosen as people used, so precision is recall. Lead, centroid (cosine of TF-IDF to that of all
sentences) and centroid by position are what it is read beside. Topics name nothing to look for: of ``salience`` it is the
part that speaks for a sentence whatever was asked.
"""

from __future__ import annotations

import json
import math
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.finding.questions import Figures
from onrecord.brief.salience import Part, salience
from onrecord.data import Memento, Span, document
from onrecord.text.words import terms

Scores = list[float]


def chosen() -> Figures:
    named = os.environ.get("ONRECORD_BENCH_SALIENCE")
    if not named:
        return {}
    with Path(named).open(encoding="utf-8") as lines:
        topics = [json.loads(line) for line in lines]
    shares = {name: [_right(score, topic) for topic in topics] for name, score in METHODS.items()}
    return {"salience_topics": len(topics)} | {name: sum(each) / len(each) for name, each in shares.items()}


def _right(score: Callable[[Sequence[Part]], Scores], topic: dict[str, Any]) -> float:
    """Return the share of the sentences chosen that people used."""
    told, files = zip(*_sentences(topic), strict=True)
    used = {(one["documentFile"], int(one["docSentCharIdx"])) for one in topic["set_of_highlights_in_context"]}
    weighed = zip(score(told), told, files, strict=True)
    best = sorted((-value, file, part.span.start) for value, part, file in weighed)[: len(used)]
    return sum((file, start) in used for _, file, start in best) / len(used)


def _sentences(topic: dict[str, Any]) -> Iterator[tuple[Part, str]]:
    for article in topic["documents"]:
        made = document(article["rawDocumentText"])
        memento = Memento(document=made, origin=article["documentFile"])
        for start, words in zip(article["docSentCharIdxToSentIdx"], article["documentText"], strict=True):
            span = Span(start=start, end=start + len(words))
            said = frozenset(terms(words))
            yield Part(memento=memento, span=span, words=words, terms=said, near=0.0), article["documentFile"]


def lead(told: Sequence[Part]) -> Scores:
    return [-float(place) for place in _places(told)]


def centroid(told: Sequence[Part]) -> Scores:
    """Return the cosine of each sentence to all of them."""
    counts = [Counter(terms(part.words)) for part in told]
    spread = Counter(term for count in counts for term in count)
    weights = [{term: n * math.log(len(told) / spread[term]) for term, n in count.items()} for count in counts]
    middle: Counter[str] = Counter()
    for weight in weights:
        middle.update(weight)
    return [
        sum(value * middle[term] for term, value in weight.items()) / (_norm(weight) * _norm(middle))
        for weight in weights
    ]


def centroid_position(told: Sequence[Part]) -> Scores:
    return [near / (1 + place / 10) for near, place in zip(centroid(told), _places(told), strict=True)]


def ours(told: Sequence[Part]) -> Scores:
    return [score for _, score in salience(frozenset(), told)]


def _places(told: Sequence[Part]) -> list[int]:
    """Return for each sentence how many of its article stand before it."""
    before: Counter[str] = Counter()
    found = []
    for part in told:
        found.append(before[part.memento.origin])
        before[part.memento.origin] += 1
    return found


def _norm(weight: dict[str, float]) -> float:
    return math.sqrt(sum(value * value for value in weight.values())) or 1.0


METHODS = {
    "salience_lead": lead,
    "salience_centroid": centroid,
    "salience_centroid_position": centroid_position,
    "salience": ours,
}
