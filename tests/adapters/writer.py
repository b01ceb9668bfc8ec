"""A writer to be killed: adds numbered batches to an archive and says each number once it is committed.

Run as ``python writer.py PLACE FIRST [LAST]``. It indexes and merges every few batches, so a kill may hit that too.
``python writer.py PLACE compact`` merges, and ``PLACE delete [ID]`` deletes a document, by default the first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from onrecord.adapters import lance, lance_indexes
from onrecord.data import Passage, document
from onrecord.errors import ArchiveError
from onrecord.ports import Entry
from onrecord.testing import HashingEmbedder
from onrecord.text.sentences import sentences

BATCH = 8
EMBEDDER = HashingEmbedder()


def batch(number: int) -> list[Entry]:
    return [report(number, at) for at in range(BATCH)]


def report(number: int, at: int) -> Entry:
    text = f"Report {at} of batch {number} from Port Sorrel. Pier {number} stayed shut. Ferry {at} did not sail."
    stored = document(
        text, url=f"https://wire.example/{number}/{at}", published_at=date(2025, 1, 1) + timedelta(days=number)
    )
    passages = tuple(Passage(document_id=stored.id, span=span) for span in sentences(text, "en"))
    return Entry(document=stored, passages=passages, vectors=EMBEDDER.embed([p.span.cut(text) for p in passages]))


def write(where: Path | str, first: int, last: int | None, say: Callable[[int], None]) -> None:
    lance._UNMERGED_COMMITS, lance_indexes._WAITING, lance_indexes._VECTOR_INDEX_FROM = 4, 100, 300
    archive = lance.LanceArchive.open(where, create=True)
    for number in count(first) if last is None else range(first, last):
        archive.add(batch(number))
        say(number)


def main(where: str, deed: str, about: str | None = None) -> None:
    try:
        if deed == "compact":
            lance.LanceArchive.open(where).compact()
        elif deed == "delete":
            lance.LanceArchive.open(where).delete([about or batch(0)[0].document.id])
        else:
            write(where, int(deed), int(about) if about else None, lambda number: print(number, flush=True))  # noqa: T201
    except ArchiveError as error:
        sys.exit(f"{type(error).__name__}\n{error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
