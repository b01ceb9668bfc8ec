"""How costs grow with the archive: ``python -m benchmarks.archive.sizes [PASSAGES]`` (131,072).

At 32,768 passages and each doubling after, up to so many: what a passage took to store since the last, merging and indexes
among it, its bytes, and how long a search takes. Words and vectors are made up, as in ``growth``, so what is found says
nothing; ``cpu`` is processor time of all threads. What is asked is asked by a process of its own, whose memory is given.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from benchmarks.archive.growth import APART, AT_ONCE, FIRST, entry, said
from benchmarks.finding.questions import Figures

from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_folder import Folder
from onrecord.adapters.minilm import MiniLM
from onrecord.data import Window
from onrecord.find import ArchiveFinder

SMALLEST = 1 << 15
MOST = 1 << 17
ASKED, WARMING = 40, 5
AT_ONCE_ASKED = 32


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
                    **asked(folder),
                }
            )
            print(json.dumps({name: round(value, 3) for name, value in rows[-1].items()}), flush=True)
            size *= 2
    return rows


def asked(folder: Path) -> Figures:
    """Ask in a process that reads only."""
    command = [sys.executable, "-m", "benchmarks.archive.sizes", "read", str(folder)]
    figures: Figures = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return figures


def read(folder: Path) -> Figures:
    rng = random.Random(8)
    archive, embedder = LanceArchive.open(folder), MiniLM()
    finder = ArchiveFinder(archive, embedder)
    until = Window(until=FIRST + 10_000_000 * APART)
    queries = [said(rng) for _ in range(WARMING + ASKED)]
    vectors = embedder.embed(queries)
    archive.warm()
    figures: Figures = {}
    for name, ask in (
        ("match", lambda at: archive.match([queries[at]], window=until, limit=50)),
        ("near", lambda at: archive.near(vectors[[at]], window=until, limit=50)),
        ("find", lambda at: finder.find([queries[at]], window=until, limit=20)),
    ):
        taken = []
        for at in range(WARMING + ASKED):
            if at == WARMING:
                cpu = time.process_time()
            began = time.perf_counter()
            ask(at)
            taken.append(1e3 * (time.perf_counter() - began))
        p50, p95 = np.percentile(taken[WARMING:], (50, 95))
        figures |= {f"{name}_p50_ms": float(p50), f"{name}_p95_ms": float(p95)}
        figures[f"{name}_cpu_ms"] = 1e3 * (time.process_time() - cpu) / ASKED
    began = time.perf_counter()
    finder.find([said(rng) for _ in range(AT_ONCE_ASKED)], window=until, limit=20)
    figures[f"find_{AT_ONCE_ASKED}_ms"] = 1e3 * (time.perf_counter() - began)
    figures["reader_peak_rss_mb"] = peak_mb()
    return figures


def peak_mb() -> float:
    """The most memory of this process; ``getrusage`` counts in what the one that started it held by then."""
    return next(int(line.split()[1]) for line in Path("/proc/self/status").open() if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["read"]:
        print(json.dumps(read(Path(sys.argv[2]))))
    else:
        with tempfile.TemporaryDirectory() as scratch:
            run(Path(scratch) / "archive", int(sys.argv[1]) if len(sys.argv) > 1 else MOST)
