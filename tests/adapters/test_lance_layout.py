"""What a search finds is what stands in the rows, however they came to lie as they do."""

from datetime import date
from pathlib import Path

import pytest
from lancedb.index import IvfFlat
from tests.adapters import writer

from onrecord.adapters import lance_indexes, lance_layout, lance_search
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.lance_indexes import is_coded
from onrecord.adapters.lance_layout import laid_out
from onrecord.data import Window

FOREVER = Window(until=date.max)


def filled(folder: Path, batches: int) -> LanceArchive:
    archive = LanceArchive.open(folder, create=True)
    for number in range(batches):
        archive.add(writer.batch(number))
    return archive


def merged(archive: LanceArchive) -> None:
    archive.compact()


def bereft(archive: LanceArchive) -> None:
    archive.delete([writer.batch(1)[0].document.id, writer.batch(2)[3].document.id])


def added_to(archive: LanceArchive) -> None:
    archive.match(["ferry"], window=FOREVER, limit=9)
    archive.add(writer.batch(20))


@pytest.mark.parametrize(
    "deeds", [(), (merged,), (bereft,), (added_to,), (merged, added_to), (bereft, added_to, merged)]
)
def test_every_row_is_known_for_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deeds):
    monkeypatch.setattr(lance_layout, "_AT_ONCE", 7)  # so that what is read at once ends amid a document
    monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", 20)
    monkeypatch.setattr(lance_search, "_FEW", 0)
    with filled(tmp_path / "archive", 4) as archive:
        for deed in deeds:
            deed(archive)
        ids = [one.document_id for one in archive.holdings()]
        known = laid_out(archive._table)
        assert set(known.own) == set(ids)
        held = archive.passages(ids)
        by_id = LanceArchive.open(tmp_path / "archive").mementos(ids)
        found = archive.match(["ferry harbour port pier"], window=FOREVER, limit=len(held) + 9)[0]
        assert {hit.passage for hit in found} == set(held)
        nearest = archive.near(writer.EMBEDDER.embed(["ferry"]), window=FOREVER, limit=len(held) + 9)[0]
        assert {hit.passage for hit in nearest} == set(held)
        assert archive.mementos([*ids, "0" * 32, "none"]) == by_id


def test_an_index_of_whole_vectors_is_read_until_merging_puts_codes_in_its_place(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(lance_indexes, "_VECTOR_INDEX_FROM", 20)
    monkeypatch.setattr(lance_search, "_FEW", 0)
    asked = writer.EMBEDDER.embed(["Pier 1 stayed shut.", "Ferry 3 did not sail."])
    with filled(tmp_path / "archive", 4) as archive:
        all_compared = archive.near(asked, window=FOREVER, limit=9)
        archive._table.create_index("vector", config=IvfFlat(distance_type="dot"))
    before = LanceArchive.open(tmp_path / "archive")
    assert not is_coded(before._table)
    assert alike(before.near(asked, window=FOREVER, limit=9), all_compared)
    with LanceArchive.open(tmp_path / "archive") as archive:
        archive.compact()
        assert is_coded(archive._table)
        assert archive.near(asked, window=FOREVER, limit=9) == all_compared
        archive.add(writer.batch(9))
        (both, _) = archive.near(writer.EMBEDDER.embed(["Pier 9 stayed shut."] * 2), window=FOREVER, limit=9)
        assert both == archive.near(writer.EMBEDDER.embed(["Pier 9 stayed shut."]), window=FOREVER, limit=9)[0]


def test_in_a_window_with_few_documents_all_of_them_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    texts = ["Pier 1 stayed shut.", "Ferry 3 did not sail.", "harbour", "Pier 3", "sail", "The board"]
    asked = writer.EMBEDDER.embed([" ".join(texts), *texts])
    monkeypatch.setattr(lance_search, "_PROBES_WHOLE", 1)
    with filled(tmp_path / "archive", 4) as archive:
        all_compared = archive.near(asked, window=FOREVER, limit=5)
        archive._table.create_index("vector", config=IvfFlat(distance_type="dot", num_partitions=12))
    assert LanceArchive.open(tmp_path / "archive").near(asked, window=FOREVER, limit=5) == all_compared
    monkeypatch.setattr(lance_search, "_FEW", 0)
    assert LanceArchive.open(tmp_path / "archive").near(asked, window=FOREVER, limit=5) != all_compared


def alike(some, others) -> bool:
    """Whether the same is found; sums that are taken in another order differ in their last digit."""
    return all(
        {hit.passage for hit in one} == {hit.passage for hit in other}
        and [hit.score for hit in one] == pytest.approx([hit.score for hit in other], abs=1e-6)
        for one, other in zip(some, others, strict=True)
    )


def test_an_archive_of_nothing(tmp_path: Path):
    with filled(tmp_path / "archive", 1) as archive:
        archive.delete([entry.document.id for entry in writer.batch(0)])
        assert archive.match(["ferry"], window=FOREVER, limit=9) == ((),)
        assert archive.mementos([writer.batch(0)[0].document.id]) == ()
