"""Where the benchmarks' data lies. It is third parties' and never part of the project."""

from __future__ import annotations

import os
from pathlib import Path


class DataMissing(Exception):
    """The data a benchmark runs on is not on this machine."""


def data(name: str) -> Path:
    """Return a file of the data folder: ``ONRECORD_DATA``, or ``shared/data`` beside the clone.

    Raises:
        DataMissing: it is not there.
    """
    beside = Path(__file__).resolve().parents[2] / "shared" / "data"
    path = Path(os.environ.get("ONRECORD_DATA", beside)) / name
    if not path.exists():
        raise DataMissing(f"needs {name}; name the folder that holds it with ONRECORD_DATA")
    return path
