"""One cycle over 500 feeds of 100 servers on this machine, one feed in twenty failing in one of twelve ways.

Every feed has two new reports and one that stands in another feed too, under an address with a tracking parameter; every
second one gives teasers with a page behind them. Servers are asked with the pause that is kept on the real web. Measured
are the seconds of the cycle, and from the notes of the servers whether limits were kept: never two requests to one of
them at once, nor one less than a second after another.
"""

from __future__ import annotations

import os
import resource
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from benchmarks.following import server

from onrecord import wiring
from onrecord.adapters.polite import PAUSE
from onrecord.surfaces.service import polling

_CLOCKS = 0.05
"""Seconds by which the clocks of two processes, asked before and after a connection is made, may seem apart."""


def run() -> dict[str, float]:
    os.environ["ONRECORD_ALLOW_PRIVATE_ADDRESSES"] = "1"
    ours, theirs = get_context("fork").Pipe()
    process = get_context("fork").Process(target=server.serve, args=(theirs,), daemon=True)
    process.start()
    port = ours.recv()
    with tempfile.TemporaryDirectory() as folder:
        kept = wiring.open_store(Path(folder) / "desk")
        with kept.store, wiring.new_archive(Path(folder) / "archive") as archive:
            for number in range(server.FEEDS):
                polling.follow(kept, f"http://{server.host_of(number)}:{port}/feed/{number}")
            desk = wiring.desk(archive, threads=2)
            desk.embedder.embed(["The ferry sails."])  # reads the model
            used, began = _used(), time.monotonic()
            taken = list(polling.poll(kept, desk, wiring.polite(), at=datetime.now(UTC)))
            seconds, used = time.monotonic() - began, _used() - used
            titles = Counter(document.title for document in archive.documents())
            failing = [one for one in kept.sources.all() if one.error]
    ours.send("what was asked?")
    asked, at_once = ours.recv()
    process.join()
    times: dict[str, list[float]] = {}
    for at, host, _ in asked:
        times.setdefault(host, []).append(at)
    pauses = [b - a for each in times.values() for a, b in zip(sorted(each), sorted(each)[1:], strict=False)]
    return {
        "sources": len(taken),
        "sources_failing": len(failing),
        "sources_failing_expected": len(server.FAILING),
        "sources_cycle_seconds": round(seconds, 1),
        "sources_cycle_cpu_seconds": round(used, 1),
        "sources_documents": sum(titles.values()),
        "sources_duplicate_documents": sum(count - 1 for count in titles.values()),
        "sources_load_average": round(os.getloadavg()[0], 1),
        "sources_requests": len(asked),
        "sources_requests_at_once_to_a_server": max(at_once.values()),
        "sources_shortest_pause_seconds": round(min(pauses), 2),
        "sources_limits_kept": float(max(at_once.values()) == 1 and min(pauses) >= PAUSE - _CLOCKS),
    }


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
