"""Kills: a writer ended by SIGKILL at random moments of adding, indexing, merging and deleting, while readers search.

After each kill the archive is opened and held against what the writer had said: every document that was stored is there
whole, none that was deleted is, of what was under way all or nothing is there, and every digest holds.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import count, pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import writer

from onrecord.adapters import lance, lance_bucket, lance_indexes, lance_search
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_place import place_of
from onrecord.data import Window
from onrecord.errors import ArchiveError

Said = tuple[str, int]
"""A deed that begins, ``add``, ``compact`` or ``delete``, or the ``end`` of one, and the number of the batch."""

FOREVER = Window(until=date.max)
_PATIENCE = 50
"""Times in a row that a reader may find an archive replaced under its hands; more is a fault."""
_PROCESSES = get_context("forkserver")
_PROCESSES.set_forkserver_preload(["onrecord.adapters.lance", "onrecord.testing"])


class Fault(Exception):
    """What must not be is."""


def write(where: Path | str, first: int, say: Callable[[Said], None]) -> None:
    """Add batches, merge after every third, and after every fifth delete a document of the last but one."""
    lance._UNMERGED_COMMITS, lance_indexes._WAITING, lance_indexes._VECTOR_INDEX_FROM = 4, 100, 300
    _hasten()
    archive = LanceArchive.open(where, create=True)
    if isinstance(where, str):  # in a bucket the lease of the one killed has to run out first
        archive.become_writer()
    for number in count(first):
        say(("add", number))
        archive.add(writer.batch(number))
        say(("end", number))
        if number % 3 == 2:
            say(("compact", number))
            archive.compact()
            say(("end", number))
        if number % 5 == 4:
            say(("delete", number))
            archive.delete([victim(number)])
            say(("end", number))


def _hasten() -> None:
    """Take a writer in a bucket for dead sooner, so that the next need not wait for so long."""
    lance_bucket.BEAT, lance_bucket.LEASE, lance_bucket.LOOK = 0.2, 0.8, 0.1


def victim(number: int) -> str:
    """Return the document that is deleted after a batch."""
    return writer.batch(number - 2)[0].document.id


def read(where: Path | str, tell: Callable[[object], None]) -> None:
    """Open and search without end; tell how often, or what is wrong."""
    lance_search._FEW = refused = 0
    for searches in count(1):
        try:
            _search(LanceArchive.open(where))
            refused = 0
            tell(searches)
        except ArchiveError as error:
            refused += 1
            if refused > _PATIENCE:
                tell(f"{type(error).__name__}: {error}")
                return
            time.sleep(0.1)
        except Fault as fault:
            tell(str(fault))
            return


def _search(archive: LanceArchive) -> None:
    hits = [*archive.match(["ferry sail"], window=FOREVER, limit=50)[0]]
    hits += archive.near(writer.EMBEDDER.embed(["Pier 1 stayed shut."]), window=FOREVER, limit=50)[0]
    ids = {hit.passage.document_id for hit in hits}
    held = {one.document.id: one.document.text for one in archive.mementos(sorted(ids))}
    if held.keys() != ids:
        raise Fault("a passage without its document")
    if not all(hit.passage.span.cut(held[hit.passage.document_id]).endswith(".") for hit in hits):
        raise Fault("a passage that is not what was written")


def kill(where: Path | str, first: int, seconds: float) -> list[Said]:
    """Let a process write from batch ``first`` on, kill it so long after its first word, return what it said."""
    here, there = _PROCESSES.Pipe(duplex=False)
    process = _PROCESSES.Process(target=write, args=(where, first, there.send))
    process.start()
    there.close()
    if not here.poll(120):
        raise Fault("the writer has not begun")
    said = [here.recv()]
    time.sleep(seconds)
    process.kill()
    process.join()
    with suppress(EOFError):
        while True:
            said.append(here.recv())
    return said


@contextmanager
def reading(where: Path | str, readers: int) -> Iterator[list[Connection]]:
    """Keep processes reading."""
    pipes = [_PROCESSES.Pipe(duplex=False) for _ in range(readers)]
    processes = [_PROCESSES.Process(target=read, args=(where, there.send)) for _, there in pipes]
    for process in processes:
        process.start()
    try:
        yield [here for here, _ in pipes]
    finally:
        for process in processes:
            process.kill()
            process.join()


def soak(where: Path | str, *, kills: int, readers: int, batches: float = 6.0) -> Counter[str]:
    """Kill so often, and return how often in which deed, how many searches went on meanwhile, and what is held.

    A writer has at most the time that so many batches take, as the first one took, which no kill befalls; more where
    that was too little for any.

    Raises:
        Fault: something was lost, half written or not as written, or a reader failed.
    """
    rng = random.Random(kills)
    told: Counter[str] = Counter()
    searches: dict[int, int] = {}
    _hasten()
    began = time.monotonic()
    with LanceArchive.open(where, create=True) as archive:
        archive.add(writer.batch(0))
    longest = batches * (time.monotonic() - began)
    whole, following = {entry.document.id for entry in writer.batch(0)}, 1
    with reading(where, readers) as pipes:
        for _ in range(kills):
            said = kill(where, following, rng.uniform(0.0, longest))
            deed, number = said[-1]
            told[f"kills_{deed}"] += 1
            longest *= 1.0 if any(done == "end" for done, _ in said) else 1.5  # other programs took the processors
            for done, (ended, _) in pairwise(said):
                if ended == "end":
                    whole = _after(whole, done)
            whole, following = _look(where, whole, None if deed == "end" else said[-1], number)
            for at, pipe in enumerate(pipes):
                while pipe.poll():
                    word = pipe.recv()
                    if not isinstance(word, int):
                        raise Fault(f"a reader: {word}")
                    searches[at] = word
    with LanceArchive.open(where) as archive:
        archive.compact()
    gone = {victim(number) for number in range(4, following, 5)} - whole
    place = place_of(where)
    files = [place.open(name).read() for name, _ in place.files()]
    if any(key.encode() in content for key in gone for content in files):
        raise Fault("a deleted document is in a file")
    return told + Counter(searches=sum(searches.values()), documents=len(whole), deleted=len(gone))


def _after(whole: set[str], deed: Said) -> set[str]:
    name, number = deed
    if name == "add":
        return whole | {entry.document.id for entry in writer.batch(number)}
    return whole - {victim(number)} if name == "delete" else whole


def _look(where: Path | str, whole: set[str], doubtful: Said | None, number: int) -> tuple[set[str], int]:
    """Hold an archive against what must be in it; return what is, and the number of the next batch."""
    archive = LanceArchive.open(where)
    held = {document.id for document in archive.documents()}
    allowed = (whole, _after(whole, doubtful)) if doubtful else (whole,)
    if held not in allowed:
        raise Fault(f"{len(whole - held)} stored documents lost, {len(held - whole)} half stored, at {doubtful}")
    if damaged := archive.verify():
        raise Fault(f"digests of {damaged[:3]} do not hold")
    if held and not archive.match(["ferry"], window=FOREVER, limit=1)[0]:
        raise Fault("nothing is found")
    added = doubtful is None or doubtful[0] != "add" or held != whole
    return held, number + added


if __name__ == "__main__":
    print(soak(sys.argv[1], kills=int(sys.argv[2]), readers=int(sys.argv[3]), batches=float(sys.argv[4])))  # noqa: T201
