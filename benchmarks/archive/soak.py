"""Kill a writer again and again while readers search: ``python -m benchmarks.archive.soak [KILLS [FOLDER]]``.

After each kill every document is held whole or not at all, nothing acknowledged is missing, and digests hold. Exit
code 1 and a line on stderr at the first fault.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from onrecord.adapters.lance import LanceArchive
from onrecord.data import Window

TESTS = Path(__file__).resolve().parents[2] / "tests" / "adapters"
sys.path.insert(0, str(TESTS))
import writer  # noqa: E402

READERS = 4
READER = """
import sys, time
from datetime import date
from pathlib import Path
from onrecord.adapters.lance import LanceArchive
from onrecord.data import Window
from onrecord.errors import ArchiveError
sys.path.insert(0, sys.argv[2])
import writer
until = Window(until=date.max)
while True:
    try:
        archive = LanceArchive.open(Path(sys.argv[1]))
    except ArchiveError:
        time.sleep(0.2)
        continue
    hits = [*archive.match(["ferry sail"], window=until, limit=50)[0]]
    hits += archive.near(writer.EMBEDDER.embed(["Pier 1 stayed shut."]), window=until, limit=50)[0]
    ids = {hit.passage.document_id for hit in hits}
    held = {one.document.id: one.document for one in archive.mementos(sorted(ids))}
    assert held.keys() == ids, "a passage without its document"
    assert all(hit.passage.span.cut(held[hit.passage.document_id].text).endswith(".") for hit in hits)
    time.sleep(0.1)
"""


def soak(kills: int, folder: Path) -> int:
    rng = random.Random(kills)
    LanceArchive.open(folder, create=True)
    readers = [subprocess.Popen([sys.executable, "-c", READER, str(folder), str(TESTS)]) for _ in range(READERS)]
    committed = -1
    try:
        for kill in range(kills):
            command = [sys.executable, writer.__file__, str(folder), str(committed + 1)]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
            process.stdout.readline()
            time.sleep(rng.uniform(0.0, 1.0))
            process.kill()
            said = [int(line) for line in process.stdout.read().split()]
            process.wait()
            committed = max([committed + 1, *said])
            archive = LanceArchive.open(folder)
            held = archive.stats().documents
            whole = {entry.document.id for number in range(committed + 1) for entry in writer.batch(number)}
            faults = [
                *(["documents half there"] if held % writer.BATCH else []),
                *(["committed documents lost"] if archive.holds(sorted(whole)) != whole else []),
                *(["digests differ"] if archive.verify() else []),
                *(["nothing found"] if not archive.match(["ferry"], window=Window(until=date.max), limit=1)[0] else []),
                *(["a reader failed"] if any(reader.poll() is not None for reader in readers) else []),
            ]
            if faults:
                print(f"after kill {kill + 1}: {', '.join(faults)}", file=sys.stderr)
                return 1
            committed = held // writer.BATCH - 1
        print(f"{kills} kills, {READERS} readers, {held} documents: nothing lost, nothing half written")
        return 0
    finally:
        for reader in readers:
            reader.kill()
            reader.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as own:
        asked = int(sys.argv[1]) if len(sys.argv) > 1 else 200
        sys.exit(soak(asked, Path(sys.argv[2]) if len(sys.argv) > 2 else Path(own)))
