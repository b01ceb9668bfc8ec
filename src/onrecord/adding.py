"""Filling an archive: the stages from a page to what is stored of it, in order.

What it needs comes in through a port, as in :mod:`onrecord.engine`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from onrecord.data import Document, Page, Passage
from onrecord.find import cut_passages
from onrecord.ports import Archive, Embedder, Entry
from onrecord.restore import restore

__all__ = ("Added", "add", "add_prepared", "prepare")

BATCH = 64
"""Pages stored in one commit: large enough to spread its cost, small enough to lose little work."""
BATCH_CHARACTERS = 1 << 22
"""Characters after which a batch ends before it has so many pages, which bounds memory: 64 articles have 600,000."""

_Item = TypeVar("_Item")
_Cut = tuple[Document, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one commit of :func:`add` took in."""

    read: int
    new: int


def add(pages: Iterable[Page], *, archive: Archive, embedder: Embedder) -> Iterator[Added]:
    """Store pages batch by batch, each batch one commit; what is stored already is passed over.

    While a batch is embedded and stored, the next one is read, restored and cut.
    """
    batches = ((read, [_cut(page) for page in fresh]) for read, fresh in _fresh(pages, archive))
    for read, cut in _one_ahead(batches):
        new = archive.add(_entries(cut, embedder)) if cut else 0
        yield Added(read=read, new=new)


def add_prepared(
    pages: Iterable[Page], *, archive: Archive, prepared: Callable[[Iterator[list[Page]]], Iterator[list[Entry]]]
) -> Iterator[Added]:
    """Store pages as :func:`add` does; ``prepared`` has batches of them prepared elsewhere, several ahead."""
    read: deque[int] = deque()

    def batches() -> Iterator[list[Page]]:
        for count, fresh in _fresh(pages, archive):
            read.append(count)
            yield fresh

    for entries in prepared(batches()):
        yield Added(read=read.popleft(), new=archive.add(entries))


def prepare(pages: Sequence[Page], *, embedder: Embedder) -> list[Entry]:
    """Make pages ready to be stored: restored, cut into passages of their own words only, and embedded."""
    return _entries([_cut(page) for page in pages], embedder)


def _fresh(pages: Iterable[Page], archive: Archive) -> Iterator[tuple[int, list[Page]]]:
    """Yield batches: how many pages were read, and those not held."""
    for batch in _batches(pages):
        held = archive.holds([page.document.id for page in batch])
        fresh = {page.document.id: page for page in batch if page.document.id not in held}
        yield len(batch), list(fresh.values())


def _cut(page: Page) -> _Cut:
    return page.document, cut_passages(restore(page))


def _batches(pages: Iterable[Page]) -> Iterator[list[Page]]:
    batch: list[Page] = []
    for page in pages:
        batch.append(page)
        if len(batch) == BATCH or sum(len(one.document.text) for one in batch) >= BATCH_CHARACTERS:
            yield batch
            batch = []
    if batch:
        yield batch


def _entries(cut: Sequence[_Cut], embedder: Embedder) -> list[Entry]:
    """Embed all passages of a batch at once."""
    said = [passage.span.cut(document.text) for document, passages in cut for passage in passages]
    vectors = embedder.embed_passages(said)
    ends = list(accumulate(len(passages) for _, passages in cut))
    return [
        Entry(document=document, passages=passages, vectors=vectors[end - len(passages) : end])
        for (document, passages), end in zip(cut, ends, strict=True)
    ]


def _one_ahead(items: Iterator[_Item]) -> Iterator[_Item]:
    """Yield the items, each made in a thread while the one before it is used."""
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = thread.submit(next, items, None)
            yield item
