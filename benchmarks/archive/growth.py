"""A month of small batches: ``python -m benchmarks.archive.growth [ADDS]`` (2,000, of 3 to 8 documents each).

The same documents are added a second time to another archive, 64 at a time and merged at the end, and both are asked the
same questions in turn, so that the load of the machine weighs on both. Words and vectors are made up: what is measured is
the store, not what is found.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
from benchmarks.finding.questions import Figures

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_folder import Folder
from onrecord.data import Passage, Window, document
from onrecord.ports import Entry
from onrecord.text.sentences import sentences

ADDS = 2_000
FEWEST, MOST = 3, 8
SENTENCES = 8
DIMENSIONS = 384
ASKED = 100
FIRST = datetime(2025, 5, 1, tzinfo=UTC)
APART = timedelta(minutes=21)
"""2,000 batches a month."""
AT_ONCE = 64
_RNG = random.Random(6)
_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
_WORDS = ["".join(_RNG.choices(_SYLLABLES, k=_RNG.randint(2, 4))) for _ in range(20_000)]
_OFTEN = np.cumsum(1 / np.arange(1, len(_WORDS) + 1))


def said(rng: random.Random) -> str:
    """Return a sentence whose words are as unevenly used as those of a language."""
    words = rng.choices(_WORDS, cum_weights=list(_OFTEN), k=rng.randint(10, 25))
    return " ".join(words).capitalize() + "."


def batch(number: int) -> list[Entry]:
    rng = random.Random(number)
    return [entry(rng, number, at) for at in range(rng.randint(FEWEST, MOST))]


def entry(rng: random.Random, number: int, at: int) -> Entry:
    text = " ".join(said(rng) for _ in range(SENTENCES))
    made = document(text, url=f"https://wire.example/{number}/{at}", published_at=FIRST + number * APART)
    passages = tuple(Passage(document_id=made.id, span=span) for span in sentences(text, "en"))
    vectors = np.random.default_rng((number, at)).standard_normal((len(passages), DIMENSIONS), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return Entry(document=made, passages=passages, vectors=vectors)


def run(folder: Path, adds: int) -> Figures:
    grown, whole = folder / "grown", folder / "whole"
    took, largest = [], 0
    with LanceArchive.open(grown, create=True) as archive:
        for number in range(adds):
            entries = batch(number)
            began = time.perf_counter()
            archive.add(entries)
            took.append(time.perf_counter() - began)
            largest = max(largest, sum(size for _, size in Folder(grown).files()) if number % 50 == 0 else 0)
    with LanceArchive.open(whole, create=True) as archive:
        every = [one for number in range(adds) for one in batch(number)]
        for at in range(0, len(every), AT_ONCE):
            archive.add(every[at : at + AT_ONCE])
        archive.compact()
    p50, p95, most = (float(np.percentile(took, share)) for share in (50, 95, 100))
    first, last = took[: adds // 10], took[-adds // 10 :]
    return {
        "growth_documents": len(every),
        "growth_add_p50_ms": 1e3 * p50,
        "growth_add_p95_ms": 1e3 * p95,
        "growth_add_longest_s": most,
        "growth_add_last_to_first": float(np.median(last) / np.median(first)),
        "growth_bytes_to_whole": largest / sum(size for _, size in Folder(whole).files()),
        "growth_files": sum(1 for path in grown.rglob("*") if path.is_file()),
    } | asked(LanceArchive.open(grown), LanceArchive.open(whole))


def asked(grown: LanceArchive, whole: LanceArchive) -> Figures:
    """Milliseconds of the same questions in turn, and how much faster they are answered where all was merged."""
    rng = random.Random(8)
    until = Window(until=FIRST + 10_000 * APART)
    queries = [said(rng) for _ in range(ASKED)]
    vectors = np.random.default_rng(8).standard_normal((ASKED, 1, DIMENSIONS), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    figures: Figures = {}
    ways: dict[str, Callable[[LanceArchive, int], object]] = {
        "match": lambda archive, at: archive.match([queries[at]], window=until, limit=50),
        "near": lambda archive, at: archive.near(vectors[at], window=until, limit=50),
    }
    for name, ask in ways.items():
        seconds: dict[str, list[float]] = {"grown": [], "whole": []}
        for at in range(ASKED):
            for which, archive in (("grown", grown), ("whole", whole)):
                began = time.perf_counter()
                ask(archive, at)
                seconds[which].append(time.perf_counter() - began)
        p50 = {which: 1e3 * float(np.median(each[10:])) for which, each in seconds.items()}
        figures |= {f"growth_{name}_p50_ms": p50["grown"], f"growth_{name}_to_whole": p50["grown"] / p50["whole"]}
    return figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        figures = run(Path(scratch), int(sys.argv[1]) if len(sys.argv) > 1 else ADDS)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=1))
