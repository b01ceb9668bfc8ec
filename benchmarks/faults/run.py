"""200 kills (``ONRECORD_KILLS``) of a writer that adds, indexes, merges and deletes, while four readers search.

The tool is that of the tests, ``tests/adapters/killing.py``; the first fault ends the run with what is wrong.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[2] / "tests" / "adapters"
READERS = 4


def run() -> dict[str, float]:
    sys.path.insert(0, str(TESTS))  # forked processes need it too
    import killing  # noqa: PLC0415

    kills = int(os.environ.get("ONRECORD_KILLS", "200"))
    with tempfile.TemporaryDirectory() as folder:
        told = killing.soak(Path(folder) / "archive", kills=kills, readers=READERS)
    return {"kills": kills, "readers": READERS, "nothing_lost": 1.0, **told}
