"""What a search finds is what stands in the rows, however they came to lie as they do."""

from datetime import date
from pathlib import Path

import pytest
from tests.adapters import writer

from onrecord.adapters import lance_indexes, lance_layout
from onrecord.adapters.lance import LanceArchive
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


def test_an_archive_of_nothing(tmp_path: Path):
    with filled(tmp_path / "archive", 1) as archive:
        archive.delete([entry.document.id for entry in writer.batch(0)])
        assert archive.match(["ferry"], window=FOREVER, limit=9) == ((),)
        assert archive.mementos([writer.batch(0)[0].document.id]) == ()
