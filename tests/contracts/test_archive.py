"""What every archive must do, run over each of them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters import buckets
from onrecord.adapters.lance import LanceArchive
from onrecord.adapters.several import SeveralArchives
from onrecord.data import Document, Moment, OriginRuling, Passage, Span, Window, document
from onrecord.ports import Archive, Entry
from onrecord.testing import HashingEmbedder, MemoryArchive
from onrecord.text.sentences import sentences

EMBEDDER = HashingEmbedder()
FOREVER = Window(until=date.max)


@contextmanager
def in_memory() -> Iterator[Archive]:
    yield MemoryArchive()


@contextmanager
def in_a_folder() -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder, LanceArchive.open(Path(folder), create=True) as archive:
        yield archive


@contextmanager
def in_a_bucket() -> Iterator[Archive]:
    with LanceArchive.open(buckets.fresh(), create=True) as archive:
        yield archive


class Filled(SeveralArchives):
    """Several archives that are filled: the first with all, each other one with every second document."""

    def add(self, entries: Sequence[Entry]) -> int:
        first, *others = self.held
        for other in others:
            other.add(entries[::2])
        return first.add(entries)

    def rule(self, ruling: OriginRuling) -> None:
        self.held[0].rule(ruling)


@contextmanager
def in_several_that_overlap() -> Iterator[Archive]:
    with in_memory() as one, in_a_folder() as other:
        yield Filled((one, other))


class Parted(Filled):
    """Several archives that are filled by turns, so that no two hold the same."""

    def add(self, entries: Sequence[Entry]) -> int:
        parts = [
            [one for one in entries if int(one.document.id, 16) % len(self.held) == n] for n in range(len(self.held))
        ]
        return sum(archive.add(part) for archive, part in zip(self.held, parts, strict=True))

    def rule(self, ruling: OriginRuling) -> None:
        self.held[0].add([STRIKE, ENDED])
        self.held[0].rule(ruling)


@contextmanager
def in_several() -> Iterator[Archive]:
    with in_memory() as one, in_memory() as other:
        yield Parted((one, other))


KINDS = (in_memory, in_a_folder, in_a_bucket, in_several, in_several_that_overlap)


@pytest.fixture(params=KINDS, ids=lambda kind: kind.__name__)
def archive(request: pytest.FixtureRequest) -> Iterator[Archive]:
    with request.param() as made:
        yield made


def entry(text: str, published_at: Moment | None = None, **known: str) -> Entry:
    """A document ready to store, each of its sentences a passage."""
    stored = document(text, published_at=published_at, **known)
    passages = tuple(Passage(document_id=stored.id, span=span) for span in sentences(text, "en"))
    return Entry(document=stored, passages=passages, vectors=EMBEDDER.embed([p.span.cut(text) for p in passages]))


def search(archive: Archive, query: str, window: Window = FOREVER, limit: int = 10) -> tuple[list[str], list[str]]:
    """The documents found by wording and by vector."""
    (worded,) = archive.match([query], window=window, limit=limit)
    (nearest,) = archive.near(EMBEDDER.embed([query]), window=window, limit=limit)
    return [hit.passage.document_id for hit in worded], [hit.passage.document_id for hit in nearest]


STRIKE = entry("Dockers at Port Sorrel began a strike. The harbour stayed shut.", date(2025, 5, 19))
NOON = datetime(2025, 5, 21, 12, 0, tzinfo=UTC)
ENDED = entry("The strike at Port Sorrel ended. Ferries sailed again at noon.", NOON)
UNDATED = entry("A strike closed the harbour of Port Sorrel.")


def test_the_passages_of_a_document_are_those_it_was_added_with(archive: Archive) -> None:
    held = entry("The dam failed. It was old.", date(2025, 5, 19))
    archive.add([held, STRIKE])
    assert archive.passages([held.document.id]) == held.passages
    assert archive.passages([]) == archive.passages(["0" * 32, "no id"]) == ()


def test_an_empty_archive_answers(archive: Archive):
    assert search(archive, "harbour strike") == ([], [])
    assert archive.holds([STRIKE.document.id]) == frozenset()
    assert archive.mementos([STRIKE.document.id]) == ()
    assert list(archive.documents()) == []
    stats = archive.stats()
    assert (stats.documents, stats.passages, stats.origins, stats.first, stats.last) == (0, 0, 0, None, None)


def test_what_was_added_is_found_with_its_words(archive: Archive):
    assert archive.add([STRIKE, ENDED]) == 2
    (hits,) = archive.match(["ferries sailed"], window=FOREVER, limit=5)
    (memento,) = archive.mementos([hits[0].passage.document_id])
    assert memento.document == ENDED.document
    assert hits[0].passage.span.cut(memento.document.text) == "Ferries sailed again at noon."


def test_a_passage_is_found_by_the_words_of_its_title_too(archive: Archive):
    told = entry("It burst at dawn. Two villages were cut off.", date(2025, 5, 19), title="Dam of Harrow fails")
    archive.add([STRIKE, told, entry("Two villages were cut off by snow.", date(2025, 5, 19), title="Winter")])
    (hits,) = archive.match(["Harrow villages cut off"], window=FOREVER, limit=1)
    assert [hit.passage for hit in hits] == [told.passages[1]]


def test_adding_again_stores_nothing(archive: Archive):
    assert archive.add([STRIKE, STRIKE]) == 1
    before = archive.stats()
    assert archive.add([STRIKE]) == 0
    assert archive.stats() == before
    assert archive.add([STRIKE, ENDED]) == 1


def test_the_same_words_at_another_date_are_another_document(archive: Archive):
    again = entry(STRIKE.document.text, date(2025, 5, 17))
    assert archive.add([STRIKE, again]) == 2
    assert archive.stats().origins == 1


def test_nothing_later_is_found(archive: Archive):
    archive.add([STRIKE, ENDED])
    until = Window(until=date(2025, 5, 20))
    assert [set(found) for found in search(archive, "strike at Port Sorrel", until)] == [{STRIKE.document.id}] * 2


def test_the_window_is_applied_before_the_ranking(archive: Archive):
    later = [entry(f"Strike, strike, strike at Port Sorrel, day {n}.", date(2025, 6, 1)) for n in range(60)]
    archive.add([*later, STRIKE])
    found = search(archive, "strike at Port Sorrel", Window(until=date(2025, 5, 31)), limit=1)
    assert found == ([STRIKE.document.id], [STRIKE.document.id])


def test_a_window_with_a_beginning_leaves_out_what_stood_before(archive: Archive):
    archive.add([STRIKE, ENDED])
    later = Window(after=date(2025, 5, 19), until=date.max)
    assert [set(found) for found in search(archive, "strike at Port Sorrel", later)] == [{ENDED.document.id}] * 2


@pytest.mark.parametrize(
    ("until", "seen"),
    [
        (datetime(2025, 5, 19, 12, tzinfo=UTC), False),  # a day may have been out only at its end
        (date(2025, 5, 19), True),
        (datetime(2025, 5, 20, 0, 0, tzinfo=UTC), True),
    ],
)
def test_a_day_stands_for_its_last_instant(archive: Archive, until: Moment, seen: bool):
    archive.add([STRIKE])
    found = search(archive, "strike", Window(until=until))
    assert found == ([STRIKE.document.id], [STRIKE.document.id] * 2) if seen else found == ([], [])


def test_instants_are_told_apart_to_the_microsecond(archive: Archive):
    archive.add([ENDED])
    assert search(archive, "strike ended", Window(until=NOON))[0]
    assert search(archive, "strike ended", Window(until=NOON - timedelta(microseconds=1))) == ([], [])
    assert search(archive, "strike ended", Window(after=NOON, until=date.max)) == ([], [])


def test_an_undated_document_is_kept_and_never_found(archive: Archive):
    archive.add([UNDATED])
    assert search(archive, "strike harbour") == ([], [])
    assert [memento.document for memento in archive.mementos([UNDATED.document.id])] == [UNDATED.document]
    assert (archive.stats().documents, archive.stats().undated) == (1, 1)


def test_documents_come_by_date_then_undated(archive: Archive):
    archive.add([UNDATED, ENDED, STRIKE])
    assert list(archive.documents()) == [STRIKE.document, ENDED.document, UNDATED.document]


def test_holdings_are_what_is_known_of_the_documents(archive: Archive):
    corrected = document("The port is open.", url="https://a.example/", modified_at=datetime(2025, 6, 1, 8, tzinfo=UTC))
    archive.add([STRIKE, UNDATED, Entry(document=corrected, passages=(), vectors=EMBEDDER.embed([])), ENDED])
    for holding, held in zip(archive.holdings(), archive.documents(), strict=True):
        assert (holding.document_id, holding.url) == (held.id, held.url)
        assert (holding.published_at, holding.version_at) == (held.published_at, held.version_at)
    assert {one.document_id: one.version_at for one in archive.holdings()}[corrected.id] == corrected.modified_at
    stats = archive.stats()
    assert (stats.first, stats.last) == (STRIKE.document.published_at, ENDED.document.published_at)


def test_mementos_come_in_the_order_asked_for(archive: Archive):
    archive.add([STRIKE, ENDED])
    ids = [ENDED.document.id, "0" * 32, STRIKE.document.id, "' OR 1 = 1 --", ""]
    assert [memento.document.id for memento in archive.mementos(ids)] == [ENDED.document.id, STRIKE.document.id]
    assert archive.holds(ids) == {ENDED.document.id, STRIKE.document.id}


def test_equal_scores_are_ordered_by_document_and_place(archive: Archive):
    copies = [entry("The harbour of Port Sorrel stayed shut.", date(2025, 5, 1) + timedelta(days=n)) for n in range(30)]
    archive.add(copies)
    ids = sorted(copy.document.id for copy in copies)
    assert search(archive, "harbour shut", limit=12) == (ids[:12], ids[:12])


def test_what_a_paragraph_of_every_document_finds_is_settled_by_order_too(archive: Archive):
    """However many tie: which of them the store names first hangs on how it was filled."""
    entries = [
        entry("Sign up for our letters.", date(2025, 9, 1), url=f"https://quay.example/{at}") for at in range(200)
    ]
    for at in range(0, 200, 50):
        archive.add(entries[at : at + 50])
    first = sorted(one.document.id for one in entries)[:10]
    assert search(archive, "sign up letters") == (first, first)


def test_the_revision_names_the_state(archive: Archive):
    empty = archive.revision
    archive.add([STRIKE])
    first = archive.revision
    assert archive.add([STRIKE]) == 0
    assert archive.revision == first == archive.stats().revision
    archive.add([ENDED])
    assert len({empty, first, archive.revision}) == 3


def test_the_newest_is_the_same_until_something_is_committed(archive: Archive):
    archive.add([STRIKE])
    before = archive.newest()
    assert before.newest() == before
    archive.add([ENDED])
    now = before.newest()
    assert now.revision == archive.revision
    assert now.holds([ENDED.document.id]) == {ENDED.document.id}


def test_what_is_found_is_the_same_once_it_was_warmed(archive: Archive):
    archive.warm()
    archive.add([STRIKE, ENDED])
    before = search(archive, "strike")
    archive.warm()
    assert search(archive, "strike") == before


def test_rulings_are_kept_in_order_and_named_by_the_revision(archive: Archive):
    archive.add([STRIKE, ENDED])
    before = archive.revision
    pair = STRIKE.document.id, ENDED.document.id
    made = [
        OriginRuling(documents=pair, together=which, by="Ana Petrov", reason="“so” \u2014\nshe said", at=NOON)
        for which in (True, None)
    ]
    for ruling in made:
        archive.rule(ruling)
    assert archive.rulings() == tuple(made)
    assert archive.revision != before


def test_a_document_without_passages_is_kept(archive: Archive):
    bare = Entry(document=document("...", published_at=date(2025, 5, 1)), passages=(), vectors=EMBEDDER.embed([]))
    assert archive.add([bare]) == 1
    assert archive.holds([bare.document.id]) == {bare.document.id}
    assert archive.stats().passages == 0


@pytest.mark.parametrize(
    "query",
    [
        "",
        "   ",
        "the of and",
        '"strike" AND (harbour OR',
        "strike^2 ~1 har* ?:[] {} \\ / + - !",
        "'; DROP TABLE archive; --",
        "strike\x00harbour",
        "strike \ud800 harbour",
        "\u202estrike\u200b harbour",
        "strike " * 20_000,
    ],
)
def test_any_text_may_be_sought(archive: Archive, query: str):
    archive.add([STRIKE])
    (hits,) = archive.match([query], window=FOREVER, limit=5)
    assert {hit.passage.document_id for hit in hits} == ({STRIKE.document.id} if "strike" in query else set())


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Hafenarbeiter in Zürich streikten.", "zurich"),
        ("Президент прибыл в столицу.", "президент"),
        ("הנשיא הגיע לבירה.", "הנשיא"),
        ("وصل الرئيس إلى العاصمة.", "الرئيس"),
        ("首都で大きな地震が発生した。", "地震"),
        ("首都发生了强烈地震。", "强烈地震"),
        ("เกิดแผ่นดินไหวในเมืองหลวง", "แผ่นดินไหว"),
        ("राजधानी में भूकंप आया।", "भूकंप"),
        ("수도에서 지진이 발생했다.", "지진이"),
        ("About 1,250 dockers of the U.N. mission were killed.", "1250 UN killing"),
    ],
)
def test_words_of_any_script_are_found(archive: Archive, text: str, query: str):
    sought = entry(text, date(2025, 5, 1))
    archive.add([STRIKE, sought])
    assert search(archive, query)[0] == [sought.document.id]


def test_text_and_metadata_come_back_as_they_were(archive: Archive):
    odd = document(
        "Null \x00, half a pair \ud800, \u202eright to left\u202c, 👩‍👩‍👧.\r\n\tTabs.",
        title="A \udfff title",
        byline="N. N.",
        publisher="Island Ledger",
        url="https://ledger.example/?q='\"",
        language="en",
        rights="© 2025 Island Ledger \u202e",
        published_at=datetime(2025, 5, 1, 1, 2, 3, 456789, tzinfo=UTC),
        modified_at=date(2025, 5, 2),
        captured_at=datetime(2025, 5, 3, tzinfo=UTC),
        source_id="ledger-1",
    )
    passage = Passage(document_id=odd.id, span=Span(start=0, end=len(odd.text)))
    archive.add([Entry(document=odd, passages=(passage,), vectors=EMBEDDER.embed([odd.text]))])
    assert [memento.document for memento in archive.mementos([odd.id])] == [odd]
    assert list(archive.documents()) == [odd]


days = st.dates(date(2025, 1, 1), date(2025, 1, 12))
instants = st.datetimes(datetime(2025, 1, 1), datetime(2025, 1, 12)).map(lambda at: at.replace(tzinfo=UTC))  # noqa: DTZ001
moments = days | instants
names = st.sampled_from(("harbour", "ferry", "mayor", "strike"))


@st.composite
def documents_at(draw: st.DrawFn) -> Entry:
    said = " ".join(draw(st.lists(names, min_size=1, max_size=4)))
    return entry(f"The {said} of Port Sorrel.", draw(st.none() | moments))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    batches=st.lists(st.lists(documents_at(), min_size=1, max_size=5), min_size=1, max_size=3),
    windows=st.lists(st.builds(Window, until=moments, after=st.none() | moments), min_size=1, max_size=4),
)
def test_every_hit_lies_in_the_window_and_none_in_it_is_missed(
    kind, batches: Sequence[Sequence[Entry]], windows: Sequence[Window]
):
    with kind() as archive:
        for batch in batches:
            archive.add(batch)
        held: dict[str, Document] = {one.document.id: one.document for batch in batches for one in batch}
        for window in windows:
            admitted = {key for key, one in held.items() if window.admits(one.published_at)}
            worded, nearest = search(archive, "Port Sorrel", window, limit=100)
            assert set(worded) == set(nearest) == admitted
            assert [sorted(worded), sorted(nearest)] == [sorted(admitted)] * 2


def test_scores_of_near_are_cosines(archive: Archive):
    archive.add([STRIKE, ENDED])
    query = EMBEDDER.embed(["The strike ended"])
    (hits,) = archive.near(query, window=FOREVER, limit=10)
    held = {one.document.id: one.document.text for one in (STRIKE, ENDED)}
    cut = [hit.passage.span.cut(held[hit.passage.document_id]) for hit in hits]
    assert [hit.score for hit in hits] == pytest.approx((EMBEDDER.embed(cut) @ query[0]).tolist(), abs=1e-5)
    assert all(np.diff([hit.score for hit in hits]) <= 0)
