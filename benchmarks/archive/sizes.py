"""How costs grow with the archive: ``python -m benchmarks.archive.sizes [PASSAGES]`` (131,072).

At 32,768 passages and each doubling after, up to so many: what a passage took to store since the last, merging and indexes
among it, its bytes, and how long a search takes. Words and vectors are made up, as in ``growth``, so what is found says
nothing; times are processor time of all threads, and milliseconds of a search with everything in memory.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from benchmarks.archive.growth import APART, AT_ONCE, DIMENSIONS, FIRST, entry, said
from benchmarks.finding.questions import Figures

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_folder import Folder
from onrecord.data import Window

SMALLEST = 1 << 15
MOST = 1 << 17
ASKED = 40


def run(folder: Path, most: int) -> list[Figures]:
    rows: list[Figures] = []
    held = number = 0
    size = SMALLEST
    with LanceArchive.open(folder, create=True) as archive:
        while size <= most:
            before, cpu, wall = held, time.process_time(), time.monotonic()
            made = 0.0
            while held < size:
                began = time.process_time()
                entries = [entry(random.Random(number + at), number, at) for at in range(AT_ONCE)]
                made += time.process_time() - began
                number += AT_ONCE
                archive.add(entries)
                held += sum(len(one.passages) for one in entries)
            archive.compact()
            took = time.process_time() - cpu - made
            rows.append(
                {
                    "passages": held,
                    "store_cpu_ms_per_passage": 1e3 * took / (held - before),
                    "store_passages_per_second": (held - before) / (time.monotonic() - wall - made),
                    "bytes_per_passage": sum(size for _, size in Folder(folder).files()) / held,
                    **searched(LanceArchive.open(folder)),
                }
            )
            print(json.dumps({name: round(value, 3) for name, value in rows[-1].items()}), flush=True)
            size *= 2
    return rows


def searched(archive: LanceArchive) -> Figures:
    rng = random.Random(8)
    until = Window(until=FIRST + 10_000_000 * APART)
    queries = [said(rng) for _ in range(ASKED)]
    vectors = np.random.default_rng(8).standard_normal((ASKED, 1, DIMENSIONS), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    figures: Figures = {}
    for name, ask in (
        ("match", lambda at: archive.match([queries[at]], window=until, limit=50)),
        ("near", lambda at: archive.near(vectors[at], window=until, limit=50)),
    ):
        taken, cpu = [], time.process_time()
        for at in range(ASKED):
            began = time.perf_counter()
            ask(at)
            taken.append(time.perf_counter() - began)
        figures[f"{name}_p50_ms"] = 1e3 * float(np.median(taken[5:]))
        figures[f"{name}_cpu_ms"] = 1e3 * (time.process_time() - cpu) / ASKED
    return figures


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        run(Path(scratch) / "archive", int(sys.argv[1]) if len(sys.argv) > 1 else MOST)
