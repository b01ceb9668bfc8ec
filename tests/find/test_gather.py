from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.data import (
    Block,
    BlockKind,
    Coverage,
    Document,
    Found,
    Moment,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
    Statement,
    StatementKind,
    Window,
    document,
)
from onrecord.find import ArchiveFinder, PageFinder, cut_passages, gather, gather_record, gather_topic, search
from onrecord.find.versions import in_force
from onrecord.ports import Entry
from onrecord.testing import HashingEmbedder, MemoryArchive
from onrecord.text.spans import gaps, lines

EMBEDDER = HashingEmbedder()


def restored(text: str, *, pasted: str | None = None, **known: object) -> Restoration:
    made = document(text, language="en", **known)
    removals = ()
    if pasted:
        span = Span(start=text.index(pasted), end=text.index(pasted) + len(pasted))
        reasons = (Reason(code=ReasonCode.REPLY_OFFER, words="offers help"),)
        removed = RemovalStatus.REMOVED
        removals = (Removal(span=span, kind=RemovalKind.CHATBOT_REPLY, status=removed, score=1.0, reasons=reasons),)
    return Restoration(
        document=made,
        blocks=tuple(Block(span=span, kind=BlockKind.BODY) for span in lines(text)),
        kept=gaps((removal.span for removal in removals), len(text)),
        removals=removals,
    )


def entry(text: str, published_at: Moment | None = None, **known: object) -> Entry:
    page = restored(text, published_at=published_at, **known)
    passages = cut_passages(page)
    vectors = EMBEDDER.embed([passage.span.cut(text) for passage in passages])
    return Entry(document=page.document, passages=passages, vectors=vectors)


def finder(*entries: Entry) -> ArchiveFinder:
    archive = MemoryArchive()
    archive.add(entries)
    return ArchiveFinder(archive, EMBEDDER)


def statement(page: Document, text: str, foreign: RemovalKind | None = None) -> Statement:
    span = Span(start=page.text.index(text), end=page.text.index(text) + len(text))
    return Statement(id=text, document_id=page.id, span=span, text=text, kind=StatementKind.EVENT, foreign=foreign)


def said(found: Found) -> list[str]:
    return [candidate.span.cut(candidate.memento.document.text) for candidate in found.candidates]


STRIKE = "Dockers at Port Sorrel began a strike over night pay."
EARLY = entry("The dockers of Port Sorrel went on strike for night pay. Cranes stood still.", date(2025, 5, 17))
LATER = entry("The strike of the Port Sorrel dockers over night pay has ended. Cranes moved.", date(2025, 5, 23))
APART = entry("Snow fell on the northern hills. Schools opened late.", date(2025, 5, 16))
PAGE = restored(
    f"{STRIKE} Ferries were not affected.", published_at=date(2025, 5, 19), url="https://islander.example/strike"
)


def ask(*entries: Entry, as_of: Moment = date(2025, 5, 20), page: Restoration = PAGE, text: str = STRIKE) -> Found:
    (found,) = gather(
        [statement(page.document, text)], archive=finder(*entries), page=PageFinder(page, EMBEDDER), as_of=as_of
    )
    return found


def test_what_was_published_up_to_the_date_is_found():
    found = ask(EARLY, LATER, APART)
    assert said(found)[0] == EARLY.document.text
    assert found.candidates[0].score > 0.5
    assert all(Window(until=date(2025, 5, 20)).admits(candidate.memento.at) for candidate in found.candidates)


def test_coverage_counts_documents_on_the_topic():
    coverage = ask(EARLY, LATER, APART, as_of=date(2025, 5, 30)).coverage
    assert (coverage.documents, coverage.first, coverage.last) == (2, date(2025, 5, 17), date(2025, 5, 23))


def test_what_came_later_is_counted_and_not_handed_on():
    found = ask(LATER, APART)
    assert STRIKE not in said(found)
    assert (found.coverage.documents, found.coverage.later) == (0, 1)


def test_an_empty_archive_has_found_nothing():
    found = ask()
    assert found.candidates == ()
    assert (found.coverage.documents, found.coverage.later) == (0, 0)


def test_no_statements():
    assert gather((), archive=finder(EARLY), page=PageFinder(PAGE, EMBEDDER), as_of=date.max) == ()


def test_undated_documents_are_not_evidence():
    found = ask(entry(EARLY.document.text), entry(APART.document.text))
    assert (found.candidates, found.coverage) == ((), Coverage(undated=1))
    topic = gather_topic(STRIKE, archive=finder(entry(EARLY.document.text), EARLY), as_of=date(2025, 5, 20))
    assert (said(topic), topic.coverage.undated) == ([EARLY.document.text], 1)


def test_copies_of_the_page_are_no_evidence_for_it():
    copy = entry(PAGE.document.text, date(2025, 5, 18), publisher="Island Ledger")
    found = ask(copy, EARLY)
    assert {candidate.memento.document.id for candidate in found.candidates} == {EARLY.document.id}
    assert found.coverage.documents == 1


def test_where_only_copies_are_on_record_they_are_marked_as_the_pages_own():
    copy = entry(PAGE.document.text, date(2025, 5, 18), publisher="Island Ledger")
    found = ask(copy, APART)
    assert [candidate.memento.own for candidate in found.candidates] == [True]
    assert found.coverage.documents == 0


@pytest.mark.parametrize(
    ("told", "copies"), [("", 0), (" Ferries to the outer islands sailed as planned all day." * 5, 1)]
)
def test_a_claim_without_an_address_is_no_page_that_others_copy(told: str, copies: int):
    claim = restored(f"{STRIKE}{told}")
    found = ask(entry(f"{STRIKE}{told}", date(2025, 5, 18), url="https://ledger.example/1"), APART, page=claim)
    assert [candidate.memento.own for candidate in found.candidates if STRIKE in candidate.memento.document.text] == [
        bool(copies)
    ]
    assert found.coverage.documents == 1 - copies


CUP = "Sorrel Rovers won the island cup for the third time, beating Northgate Athletic 2-1 after extra time."
GATE = "The gate money of 48,000 crowns goes to the valley fund."
TIDE = """The tide at Port Sorrel was the highest of the year. The fish market stood under water until noon, and 40
stalls lost what they had; the town will lend them tents from its own stores until the summer fair opens in July."""
PLAYED = f"""Sorrel Rovers beat Northgate Athletic 2-1 after extra time on Sunday to win the island cup for the third time.
Players of both teams wore black armbands for the dead of Kessel. {GATE}"""


@pytest.mark.parametrize(
    ("text", "known", "own"),
    [
        (f"{CUP} {GATE} {TIDE}", {}, False),
        (f"{CUP} {GATE} {TIDE}", {"published_at": date(2025, 5, 19)}, True),
        (f"{CUP} {GATE} {TIDE}", {"url": "https://islander.example/day"}, True),
        # the report itself, with other words beside it or without
        (f"{PLAYED} {TIDE}", {}, True),
        (PLAYED, {}, True),
    ],
)
def test_what_nobody_published_rests_on_what_it_tells_in_other_words(text: str, known: dict, own: bool):
    page = restored(text, **known)
    told = entry(PLAYED, date(2025, 5, 18), url="https://ledger.example/1")
    found = ask(told, APART, page=page, text=GATE)
    assert [one.memento.own for one in found.candidates if GATE in one.memento.document.text] == [own]


def test_the_page_testifies_on_foreign_statements_only():
    pasted = " Sure! The strike of the dockers ended on Monday."
    page = restored(
        f"{STRIKE} Ferries sail.{pasted} No end is in sight.", pasted=pasted, published_at=date(2025, 5, 19)
    )
    own = statement(page.document, STRIKE)
    foreign = statement(page.document, "The strike of the dockers ended on Monday.", RemovalKind.CHATBOT_REPLY)
    of_own, of_foreign = gather(
        [own, foreign], archive=finder(EARLY), page=PageFinder(page, EMBEDDER), as_of=date(2025, 5, 20)
    )
    assert not any(candidate.memento.own for candidate in of_own.candidates)
    assert any(candidate.memento.own for candidate in of_foreign.candidates)
    assert not any("ended on Monday" in words for words in said(of_foreign))


def test_of_the_same_words_of_one_origin_the_earliest_is_handed_on():
    copies = [
        entry(EARLY.document.text, date(2025, 5, day), url=f"https://ledger.example/{day}") for day in (18, 15, 16)
    ]
    found = ask(*copies, APART)
    assert [candidate.memento.at for candidate in found.candidates] == [date(2025, 5, 15)]
    assert found.coverage.documents == 3


ADDRESS = "https://www.tribune.example/news/dockers-strike-2025"
FIRST = entry("Dockers at Port Sorrel began a strike, 12 of them were hurt.", date(2025, 5, 17), url=ADDRESS)
CORRECTED = entry(
    "Dockers at Port Sorrel began a strike, 2 of them were hurt.",
    date(2025, 5, 17),
    url=f"{ADDRESS}?utm_source=feed",
    modified_at=date(2025, 5, 19),
)


@pytest.mark.parametrize(
    ("as_of", "version"),
    [(date(2025, 5, 18), FIRST), (date(2025, 5, 19), CORRECTED), (date(2025, 6, 1), CORRECTED)],
)
def test_the_version_of_the_moment_is_handed_on(as_of: date, version: Entry):
    found = ask(FIRST, CORRECTED, as_of=as_of)
    assert [candidate.memento.document.id for candidate in found.candidates] == [version.document.id]
    memento = found.candidates[0].memento
    assert memento.origin == FIRST.document.id
    assert {tie.document_id for tie in memento.ties} == ({FIRST.document.id} if version is CORRECTED else set())
    assert found.coverage.documents == 1
    archive = finder(FIRST, CORRECTED)
    assert [one.memento.document.id for one in search(STRIKE, archive=archive, as_of=as_of, limit=9).candidates] == [
        version.document.id
    ]


def test_a_copy_taken_later_is_a_later_version():
    later = entry(
        CORRECTED.document.text, date(2025, 5, 17), url=ADDRESS, captured_at=datetime(2025, 5, 22, tzinfo=UTC)
    )
    for as_of, version in ((date(2025, 5, 21), FIRST), (date(2025, 5, 23), later)):
        found = ask(FIRST, later, as_of=as_of)
        assert {candidate.memento.document.id for candidate in found.candidates} == {version.document.id}


def changed(words: str = "2 of them were hurt", **known: object) -> Entry:
    """A page of 17 May as it read after a change."""
    return entry(f"Dockers at Port Sorrel began a strike, {words}.", date(2025, 5, 17), url=ADDRESS, **known)


def test_a_copy_changed_later_is_no_evidence_and_counted():
    found = ask(CORRECTED, as_of=date(2025, 5, 18))
    assert (found.candidates, found.coverage) == ((), Coverage(changed=1))
    assert ask(CORRECTED, as_of=date(2025, 5, 19)).candidates
    archive = finder(CORRECTED, EARLY)
    for found in (
        search(STRIKE, archive=archive, as_of=date(2025, 5, 18), limit=9),
        gather_topic(STRIKE, archive=archive, as_of=date(2025, 5, 18)),
    ):
        assert said(found) == [EARLY.document.text]
        assert (found.coverage.documents, found.coverage.changed) == (1, 1)


def test_an_earlier_version_proves_its_own_words_only():
    found = ask(FIRST, changed(modified_at=date(2025, 5, 19)), as_of=date(2025, 5, 18))
    assert said(found) == [FIRST.document.text]
    assert found.coverage.changed == 0  # the page is heard, as it stood


def test_a_copy_taken_by_then_is_evidence_whatever_its_page_says():
    taken = changed(modified_at=date(2025, 5, 19), captured_at=datetime(2025, 5, 18, 9, tzinfo=UTC))
    assert ask(taken, as_of=date(2025, 5, 18)).candidates
    assert not ask(taken, as_of=datetime(2025, 5, 18, 8, tzinfo=UTC)).candidates


def test_a_copy_taken_later_of_a_page_that_says_nothing_of_changes_is_evidence():
    assert ask(changed(captured_at=datetime(2025, 6, 1, tzinfo=UTC)), as_of=date(2025, 5, 18)).candidates


def test_where_one_version_tells_of_a_later_change_those_after_it_are_no_evidence_either():
    after = changed("none of them was hurt", captured_at=datetime(2025, 5, 22, tzinfo=UTC))
    found = ask(changed(modified_at=date(2025, 5, 19)), after, as_of=date(2025, 5, 18))
    assert (found.candidates, found.coverage.changed) == ((), 1)


def test_a_version_in_another_language_stays():
    other = document(CORRECTED.document.text, url=ADDRESS, published_at=date(2025, 5, 18), language="de")
    told = {one.id: one for one in (other, FIRST.document)}
    assert in_force(told, date(2025, 6, 1)) == told


def test_a_topic_is_gathered_with_its_coverage():
    found = gather_topic(
        "strike of the dockers in Port Sorrel", archive=finder(EARLY, LATER, APART), as_of=date(2025, 5, 20)
    )
    assert said(found) == [EARLY.document.text]
    assert (found.coverage.documents, found.coverage.later) == (1, 1)


def test_a_topic_of_more_than_is_read_says_so():
    def asked_of(many):
        entries = [
            entry(f"The dockers of Port Sorrel went on strike for night pay. Pier {n}.", day) for n in range(many)
        ]
        return finder(*entries)

    topic, day = "dockers of Port Sorrel strike for night pay", date(2025, 5, 17)
    few, many = (gather_topic(topic, archive=asked_of(number), as_of=day).coverage for number in (150, 250))
    assert (few.documents, few.more) == (150, False)
    assert (many.documents, many.more) == (200, True)
    whole = gather_record(topic, archive=asked_of(250), as_of=day).coverage
    assert whole.more  # of one day, which cannot be halved


def test_the_whole_record_is_searched_by_halves_of_the_time():
    days = (date(2025, 1, 1) + timedelta(days=n) for n in range(250))
    entries = [entry(f"The dockers of Port Sorrel went on strike for night pay. Pier {at}.", at) for at in days]
    found = gather_record(
        "dockers of Port Sorrel strike for night pay", archive=finder(*entries), as_of=date(2026, 1, 1)
    )
    assert (found.coverage.documents, found.coverage.more) == (250, False)


def test_a_page_finder_ranks_the_pages_passages():
    text = "\n\n".join(
        ("Snow fell. Schools opened late. Roads closed. Buses stood.", STRIKE, "Ferries sailed. Cranes moved.")
    )
    page = restored(text)
    (hits,) = PageFinder(page, EMBEDDER).find([STRIKE], window=Window(until=date.min), limit=2)
    assert STRIKE in hits[0].passage.span.cut(text)
    assert [memento.own for memento in PageFinder(page, EMBEDDER).mementos([page.document.id, "0" * 32])] == [True]


def test_a_page_that_is_asked_nothing_is_not_embedded():
    embedded: list[str] = []

    class Told(HashingEmbedder):
        def embed(self, texts):
            embedded.extend(texts)
            return super().embed(texts)

    page = restored(f"{STRIKE} Nobody knew why.")
    gather([statement(page.document, STRIKE)], archive=finder(EARLY), page=PageFinder(page, Told()), as_of=date.max)
    assert embedded == []


def test_what_is_asked_of_other_dates_next_is_embedded_once():
    embedded = []

    class Told(HashingEmbedder):
        def embed(self, texts):
            embedded.extend(texts)
            return super().embed(texts)

    archive = MemoryArchive()
    archive.add([EARLY])
    asked = ArchiveFinder(archive, Told())
    other = "The ferry fare is 4 marks."
    for queries in ([STRIKE, other, STRIKE], [other], [], [STRIKE, other]):
        found = asked.find(queries, window=Window(until=date.max), limit=3)
        assert found == finder(EARLY).find(queries, window=Window(until=date.max), limit=3)
    assert embedded == [STRIKE, other]
    asked.find(["The dam holds."], window=Window(until=date.max), limit=3)
    assert embedded == [STRIKE, other, "The dam holds."]


def test_a_page_without_passages():
    page = restored("All of it was pasted.", pasted="All of it was pasted.")
    assert PageFinder(page, EMBEDDER).find(["Anything"], window=Window(until=date.max), limit=3) == ((),)


unrelated = st.lists(
    st.tuples(
        st.sampled_from(
            ("Snow fell on hills.", "A choir sang in Northgate.", "The court heard a baker.", "Bees swarmed.")
        ),
        st.dates(date(2024, 1, 1), date(2026, 1, 1)),
    ),
    max_size=30,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(added=unrelated)
def test_unrelated_documents_change_no_score(added: list[tuple[str, date]]):
    before = ask(EARLY, LATER, APART)
    after = ask(EARLY, LATER, APART, *(entry(text, day) for text, day in added))
    scores = {(candidate.memento.document.id, candidate.span): candidate.score for candidate in after.candidates}
    for candidate in before.candidates:
        assert scores[candidate.memento.document.id, candidate.span] == pytest.approx(candidate.score)
    assert said(after)[0] == said(before)[0]
    assert after.coverage == before.coverage


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    published=st.lists(st.none() | st.dates(date(2025, 5, 1), date(2025, 5, 30)), min_size=1, max_size=8),
    as_of=st.dates(date(2025, 5, 1), date(2025, 5, 30)),
)
def test_no_candidate_is_later_than_as_of(published: list[date | None], as_of: date):
    entries = [entry(f"{STRIKE} It is day {n}.", day) for n, day in enumerate(published)]
    found = ask(*entries, as_of=as_of)
    assert all(
        candidate.memento.own or Window(until=as_of).admits(candidate.memento.at) for candidate in found.candidates
    )
    assert found.coverage.last is None or found.coverage.last <= as_of
