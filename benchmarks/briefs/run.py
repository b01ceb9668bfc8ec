"""Briefs over the archive: whether sentences open where they are cited, say things once, and stand there in time.

The archive is that of ``python -m benchmarks archive``, in the folder that ``ONRECORD_BENCH_ARCHIVE`` names. Topics are
nobody's choice: the headlines of articles drawn by a fixed seed, each a month after its publication.

Two sentences of a brief say the same when the verifier that `check` uses finds that each bears the other out. The share
of pairs whose embeddings are as near as those of paraphrases stands beside it, a judgement that no brief is made by.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.archive.filling import fill
from benchmarks.briefs.answers import answered
from benchmarks.briefs.rewordings import taken
from benchmarks.briefs.salience import chosen
from benchmarks.briefs.timelines import dated
from benchmarks.briefs.wide import at_width
from benchmarks.finding.questions import Figures
from onrecord import wire, wiring
from onrecord.data import Brief, Document, Length, Pair, Window, day_of
from onrecord.wiring import Desk

TOPICS, SEED = 15, 7
LATER = timedelta(days=30)
BEARS_OUT = 0.5
PARAPHRASE = 0.85
"""Cosine from which two sentences in this encoder mostly say one thing in other words."""
LARGE = ("coronavirus", date(2020, 12, 31))
"""A topic with some 440 documents, and its day."""
ROUNDS = 3
MANY = 20_000
"""Passages looked through to count its documents."""


def run() -> Figures:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(os.environ.get("ONRECORD_BENCH_ARCHIVE") or Path(scratch) / "archive")
        fill(folder)
        desk = wiring.desk(wiring.open_archive(folder), threads=int(os.environ.get("ONRECORD_THREADS", "1")))
        figures = over_topics(desk) | at_size(desk) | answered(desk) | dated() | chosen() | taken(desk)
        figures |= at_width(Path(scratch))
    return {name: round(value, 4) for name, value in figures.items()}


def topics(desk: Desk) -> list[tuple[str, date]]:
    """Return the headlines of some articles, each with a day a month after."""
    dated = [one for one in desk.archive.documents() if one.published_at is not None and _is_headline(one)]
    drawn = random.Random(SEED).sample(dated, TOPICS)
    return [(one.title or "", day_of(one.published_at) + LATER) for one in drawn if one.published_at]


def _is_headline(one: Document) -> bool:
    return len((one.title or "").split()) >= 4


def over_topics(desk: Desk) -> Figures:
    seconds, sentences, opening, pairs, borne, near, empty, stable = [], 0, 0, 0, 0, 0, 0, 0
    for topic, day in topics(desk):
        started = time.perf_counter()
        brief = desk.brief(topic, as_of=day)
        seconds.append(time.perf_counter() - started)
        stable += wire.encode(wire.brief(brief)) == wire.encode(wire.brief(desk.brief(topic, as_of=day)))
        sentences += len(brief.sentences)
        opening += opened(desk, brief)
        empty += not brief.sentences
        told = list(dict.fromkeys(citation.evidence.quote for citation in brief.citations))
        pairs += len(told) * (len(told) - 1) // 2
        borne += same_by_verifier(desk, told)
        near += same_by_meaning(desk, told)
    return {
        "topics": TOPICS,
        "topics_without_a_brief": empty,
        "sentences": sentences,
        "exact_citation_share": opening / max(1, sentences),
        "pairs": pairs,
        "redundant_share": borne / max(1, pairs),
        "not_redundant_share": 1 - borne / max(1, pairs),
        "paraphrase_share": near / max(1, pairs),
        "same_bytes_share": stable / TOPICS,
        "brief_p50_seconds": float(np.percentile(seconds, 50)),
        "brief_p95_seconds": float(np.percentile(seconds, 95)),
    }


def opened(desk: Desk, brief: Brief) -> int:
    """Count the sentences each piece of which stands, byte for byte, where its citation says, in the stored document.

    The brief is read back from its JSON, and its documents from the archive, so that nothing is taken on trust.
    """
    shape = json.loads(wire.encode(wire.brief(brief)))
    cited = {one["number"]: one["evidence"] for one in shape["citations"]}
    ids = sorted({one["document_id"] for one in cited.values()})
    stored = {memento.document.id: memento.document.text for memento in desk.archive.mementos(ids)}
    cut = {number: stored[one["document_id"]][one["start"] : one["end"]] for number, one in cited.items()}
    return sum(
        all(any(piece in cut[number] for number in sentence.citations) for piece in pieces(sentence.text))
        for sentence in brief.sentences
    )


def pieces(text: str) -> list[str]:
    """Return what of a sentence is not added in brackets."""
    kept, depth = [""], 0
    for sign in text:
        if sign == "[":
            depth += 1
            kept[-1] = kept[-1].rstrip()
            kept.append("")
        elif sign == "]":
            depth = max(0, depth - 1)
        elif not depth:
            kept[-1] += sign
    return [piece.strip() for piece in kept if piece.strip()]


def same_by_verifier(desk: Desk, told: Sequence[str]) -> int:
    pairs = list(combinations(told, 2))
    forth = desk.verifier.judge([Pair(premise=one, hypothesis=other) for one, other in pairs])
    back = desk.verifier.judge([Pair(premise=other, hypothesis=one) for one, other in pairs])
    return sum(
        one.supports >= BEARS_OUT and other.supports >= BEARS_OUT for one, other in zip(forth, back, strict=True)
    )


def same_by_meaning(desk: Desk, told: Sequence[str]) -> int:
    if len(told) < 2:
        return 0
    vectors = desk.embedder.embed(told)
    return int((np.triu(vectors @ vectors.T, k=1) >= PARAPHRASE).sum())


def at_size(desk: Desk) -> Figures:
    """A topic with hundreds of documents: how long a brief of each length takes, warm."""
    topic, day = LARGE
    (hits,) = desk.archive.match([topic], window=Window(until=day), limit=MANY)
    figures: Figures = {"large_topic_documents": len({hit.passage.document_id for hit in hits})}
    for length in Length:
        desk.brief(topic, as_of=day, length=length)
        taken = []
        for _ in range(ROUNDS):
            started, used = time.perf_counter(), time.process_time()
            made = desk.brief(topic, as_of=day, length=length)
            taken.append((time.perf_counter() - started, time.process_time() - used))
        wall, cpu = np.median(taken, axis=0)
        figures |= {
            f"large_topic_{length}_seconds": float(wall),
            f"large_topic_{length}_cpu_seconds": float(cpu),
            f"large_topic_{length}_citations": len(made.citations),
        }
    return figures
