"""Filling an archive: what is stored, whatever the batches."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import numpy as np
import pytest

from onrecord import adding
from onrecord.data import Page
from onrecord.errors import InputMalformed
from onrecord.read import read_text
from onrecord.testing import HashingEmbedder, MemoryArchive

EMBEDDER = HashingEmbedder()


def report(number: int, sentences: int = 3) -> Page:
    said = (
        f"Pier {number} of Port Sorrel stayed shut on day {day}, the harbour board said." for day in range(sentences)
    )
    return read_text(" ".join(said), url=f"https://wire.example/{number}", published=date(2025, 5, 19))


class Listening(MemoryArchive):
    """Keeps the entries it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.given = []

    def add(self, entries):
        self.given.append(list(entries))
        return super().add(entries)


def added(pages, archive: MemoryArchive) -> list[tuple[int, int]]:
    return [(batch.read, batch.new) for batch in adding.add(pages, archive=archive, embedder=EMBEDDER)]


def test_pages_are_stored_in_order_batch_by_batch(monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 3)
    archive = Listening()
    pages = [report(number) for number in range(8)]
    assert added(pages, archive) == [(3, 3), (3, 3), (2, 2)]
    assert [entry.document for batch in archive.given for entry in batch] == [page.document for page in pages]


@pytest.mark.parametrize("batch", [1, 2, 64])
def test_every_passage_has_the_vector_of_its_words(monkeypatch, batch):
    monkeypatch.setattr(adding, "BATCH", batch)
    archive = Listening()
    added([report(number, sentences) for number, sentences in enumerate((9, 1, 4, 12))], archive)
    entries = [entry for batch in archive.given for entry in batch]
    assert [len(entry.passages) for entry in entries] == [3, 1, 1, 3]
    for entry in entries:
        said = [passage.span.cut(entry.document.text) for passage in entry.passages]
        assert np.array_equal(entry.vectors, EMBEDDER.embed_passages(said))


def test_a_page_that_is_nothing_but_a_correction_is_kept_to_be_found():
    archive = Listening()
    said = "Correction: A report on Friday misstated the depth of Port Sorrel. The port is nine metres deep."
    added([read_text(said, published=date(2025, 5, 19))], archive)
    ((entry,),) = archive.given
    assert [passage.span.cut(said) for passage in entry.passages] == [said]


def test_large_pages_end_a_batch_before_it_is_full(monkeypatch):
    monkeypatch.setattr(adding, "BATCH_CHARACTERS", 1_000)
    assert added([report(1), report(2, 40), report(3), report(4, 40), report(5)], MemoryArchive()) == [
        (2, 2),
        (2, 2),
        (1, 1),
    ]


def test_a_page_given_again_is_stored_once(monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 2)
    archive = MemoryArchive()
    assert added([report(1), report(1), report(1), report(2)], archive) == [(2, 1), (2, 1)]
    assert added([report(2), report(1)], archive) == [(2, 0)]
    assert archive.stats().documents == 2


def test_what_was_read_before_a_fault_is_stored(monkeypatch):
    monkeypatch.setattr(adding, "BATCH", 2)

    def pages() -> Iterator[Page]:
        yield from (report(number) for number in range(4))
        raise InputMalformed("line 5 is no JSON", why="it is another value", fix="leave it out")

    archive = MemoryArchive()
    with pytest.raises(InputMalformed, match="line 5"):
        added(pages(), archive)
    assert archive.stats().documents == 4


def test_no_pages(monkeypatch):
    assert added([], MemoryArchive()) == []
