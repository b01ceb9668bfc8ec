"""What the archive finds: evidence of dated questions, passages by half of their words, copies of one origin.

The archive is that of ``python -m benchmarks archive``, in the folder that ``ONRECORD_BENCH_ARCHIVE`` names. SQLite's FTS5
over the same passages with the same dates is the peer.
"""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import numpy as np
from benchmarks.archive.filling import fill
from benchmarks.finding.questions import Figures, Question, answerable, asked, evidence, milliseconds, runs, window

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Memento, Window, document, latest
from onrecord.find import ArchiveFinder, name_origins
from onrecord.text.words import content_words, terms

EXACT_EVERY = 20
"""Of so many questions one is compared with every passage."""


def run() -> Figures:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(os.environ.get("ONRECORD_BENCH_ARCHIVE") or Path(scratch) / "archive")
        fill(folder)
        archive, embedder, questions = LanceArchive.open(folder), MiniLM(), asked()
        figures = quality(archive, ArchiveFinder(archive, embedder), embedder, questions)
        figures |= origins(archive) | peer(archive, questions)
    return {name: round(value, 4) for name, value in figures.items()}


def peer(archive: LanceArchive, questions: list[Question]) -> Figures:
    """The same words sought in SQLite's FTS5: how many times slower our median is (below 1: faster)."""
    some = random.Random(1).sample(questions, 300)
    base = sqlite3.connect(":memory:")
    base.execute("CREATE VIRTUAL TABLE passages USING fts5(terms, until UNINDEXED, tokenize = 'unicode61')")
    for row in archive._scan("start IS NOT NULL", "terms", "published_until"):
        base.execute("INSERT INTO passages VALUES (?, ?)", (row["terms"], row["published_until"]))

    def ask(one: Question) -> object:
        sought = " OR ".join(f'"{term}"' for term in dict.fromkeys(terms(one["text"])))
        until = int(latest(window(one).until).timestamp() * 1e6)
        query = "SELECT rowid FROM passages WHERE passages MATCH ? AND until <= ? ORDER BY rank LIMIT 50"
        return base.execute(query, (sought, until)).fetchall()

    ours = milliseconds(lambda one: archive.match([one["text"]], window=window(one), limit=50), some)
    theirs = milliseconds(ask, some)
    return {"sqlite_fts5_p50_ms": theirs[0], "match_times_sqlite": ours[0] / theirs[0]}


def quality(archive: LanceArchive, finder: ArchiveFinder, embedder: MiniLM, questions: list[Question]) -> Figures:
    wanted = evidence(questions)
    answered = answerable(archive.documents(), questions, wanted)
    leaks = 0
    passages, documents, exact = [], [], []
    for number, question in enumerate(questions):
        until = window(question)
        (hits,) = finder.find([question["text"]], window=until, limit=20)
        held = {one.document.id: one for one in finder.mementos([hit.passage.document_id for hit in hits])}
        leaks += sum(not until.admits(one.at) for one in held.values())
        if number in answered:
            texts = [held[hit.passage.document_id].document.text for hit in hits]
            passages.append(
                _rank(wanted[number], (hit.passage.span.cut(text) for hit, text in zip(hits, texts, strict=True)))
            )
            documents.append(_rank(wanted[number], texts))
        if number % EXACT_EVERY == 0:
            exact.append(_share_of_exact(archive, embedder, question["text"], until))
    return {
        "leak_free": float(leaks == 0),
        "asked": len(questions),
        "evidence_questions": len(answered),
        "evidence_recall_20": _share_within(20, passages),
        "evidence_document_recall_20": _share_within(20, documents),
        "near_recall_20_of_exact": float(np.mean(exact)),
        "known_item_mrr": _known_item(archive, finder),
    }


def _share_within(rank: int, ranks: list[int]) -> float:
    return float((np.array(ranks) <= rank).sum()) / max(1, len(ranks))


def _rank(sought: frozenset[tuple[str, ...]], texts: Iterable[str]) -> int:
    return next((rank for rank, text in enumerate(texts, start=1) if runs(text) & sought), 1_000)


def _share_of_exact(archive: LanceArchive, embedder: MiniLM, sought: str, until: Window) -> float:
    vector = embedder.embed([sought])
    (hits,) = archive.near(vector, window=until, limit=20)
    search = archive._table.search(vector[0], vector_column_name="vector").distance_type("dot").bypass_vector_index()
    where = f"published_until <= {int(latest(until.until).timestamp() * 1e6)}"
    rows = search.where(where).select(["document_id", "start", "_distance"]).limit(20).to_list()
    best = {(row["document_id"], row["start"]) for row in rows}
    return len(best & {(hit.passage.document_id, hit.passage.span.start) for hit in hits}) / max(1, len(best))


def origins(archive: LanceArchive) -> Figures:
    """Copies planted among 1,000 documents: whole after a line, the first half, the last half under another lead."""
    rng = random.Random(3)
    ids = archive._ids_by_date()
    alone = [one for one in name_origins(archive.mementos(rng.sample(ids, min(1_000, len(ids))))) if _is_alone(one)]
    told, truth = list(alone), {one.document.id: one.document.id for one in alone}
    for one, other in zip(alone[:200], alone[200:400], strict=False):
        text, lead = one.document.text, other.document.text[:400]
        middle = text.find(" ", len(text) // 2)
        for copied in (f"We carry this report as it was sent to us. {text}", text[:middle], f"{lead} {text[middle:]}"):
            copy = document(copied, url=f"https://copies.example/{len(told)}", published_at=date.max)
            told.append(Memento(document=copy, origin=copy.id))
            truth[copy.id] = one.document.id
    named = {one.document.id: one.origin for one in name_origins(told)}
    keys = sorted(named)
    both = wrong = missed = 0
    for at, one in enumerate(keys):
        for other in keys[at + 1 :]:
            found, true = named[one] == named[other], truth[one] == truth[other]
            both, wrong, missed = both + (found and true), wrong + (found and not true), missed + (true and not found)
    return {"origins_pair_f1": 2 * both / max(1, 2 * both + wrong + missed), "origins_false_merges": wrong / len(keys)}


def _is_alone(memento: Memento) -> bool:
    """Say whether a document is of a fair length and credits no agency."""
    return memento.origin == memento.document.id and len(memento.document.text) > 1_200


def _known_item(archive: LanceArchive, finder: ArchiveFinder) -> float:
    """Mean reciprocal rank of a document sought by half of the content words of one of its passages."""
    rng = random.Random(2)
    ids = archive._ids_by_date()
    ids = ", ".join(map(repr, rng.sample(ids, min(1_000, len(ids)))))
    rows = archive._scan(f"document_id IN ({ids})")
    passages = [row for row in rows if row["start"] is not None and row["end"] - row["start"] > 200]
    some = {row["document_id"]: row for row in rng.sample(passages, len(passages))}
    gains = []
    for key, row in sorted(some.items()):
        (memento,) = finder.mementos([key])
        said = content_words(memento.document.text[row["start"] : row["end"]])
        query = " ".join(word for word in said if rng.random() < 0.5)
        (hits,) = finder.find([query], window=Window(until=date.max), limit=20)
        ranks = [rank for rank, hit in enumerate(hits, start=1) if hit.passage.document_id == key]
        gains.append(1 / ranks[0] if ranks else 0.0)
    return float(np.mean(gains))
