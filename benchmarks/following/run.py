"""Following, in three parts: ``sources``, ``kills`` and ``month``; each says of itself what it measures.

``ONRECORD_FOLLOWING`` names those to run, by spaces; all three without it. The figures of a part that is not run stay
as they were. ``month`` needs an archive: ``ONRECORD_BENCH_ARCHIVE`` names its folder.
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from pathlib import Path

from onrecord import __version__

PARTS = ("sources", "kills", "month")


def run() -> dict[str, float]:
    kept = Path(__file__).parent / "results" / f"{__version__}.json"
    figures: dict[str, float] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    for part in os.environ.get("ONRECORD_FOLLOWING", " ".join(PARTS)).split():
        figures |= import_module(f"benchmarks.following.{part}").run()
    return figures
