"""The archive of a place that holds none."""

from onrecord import wiring
from onrecord.adapters.empty import EmptyArchive
from onrecord.data import document
from onrecord.ports import Entry
from onrecord.testing import HashingEmbedder


def test_it_is_the_one_that_was_made_there_once_there_is_one(tmp_path):
    place = tmp_path / "archive"
    none = wiring.archive_or_empty(place)
    assert isinstance(none, EmptyArchive)
    assert none.newest() == none
    report = document("Dockers at Port Sorrel began a strike.")
    with wiring.new_archive(place) as made:
        made.add([Entry(document=report, passages=(), vectors=HashingEmbedder().embed([]))])
    assert list(none.newest().documents()) == [report]
    assert list(none.documents()) == []
