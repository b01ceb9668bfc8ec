"""Train the labeller of blocks on all known pages and write it.

    python -m training.blocks.train OUT

Writes ``blocks.npz`` into OUT and prints its SHA-256. Two runs on one machine give the same bytes.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

import numpy as np
from benchmarks.restoring.pages import fundus, scrapinghub, unpack
from training.blocks.learn import examples_of, learn, shares

from onrecord.restore.blocks.labeller import FILE


def main(out: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for name in ("fundus_pages", "scrapinghub_pages"):
            unpack(f"restoring/{name}.tar.xz", folder)
        read = examples_of((*fundus(folder), *scrapinghub(folder)))
    print(f"{len(read)} pages, blocks: {dict(shares(read))}")
    labeller = learn(read)
    path = out / FILE
    np.savez_compressed(path, **labeller.arrays())
    print(f"{path}: {path.stat().st_size} bytes, SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
