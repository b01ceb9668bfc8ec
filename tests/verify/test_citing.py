"""Whether a cited document in the archive carries the sentence that cites it."""

from datetime import date

import pytest
from tests.verify.newsroom import VERIFIER

from onrecord.adapters.minilm import MiniLM
from onrecord.adding import add
from onrecord.data import Reference, Run, Span
from onrecord.engine import check
from onrecord.find import ArchiveFinder
from onrecord.read import read_text
from onrecord.testing import MemoryArchive

DAY = date(2025, 5, 19)
STORED = {
    "https://wire.example/dam": "The dam at Orlo Gorge failed on Friday morning. Twelve people were killed in Kessel.",
    "https://wire.example/fare": "The ferry fare in Port Sorrel rises to four marks. The council voted on Thursday.",
}
TEXT = """The dam at Orlo Gorge

The dam at Orlo Gorge failed on Friday morning [1]. The council of Port Sorrel voted for a new school [2].
Nineteen people were killed in Kessel [1]. The valley was flooded in an hour [3].

[1] https://www.wire.example/dam?utm_source=mail
[2] https://wire.example/fare
[3] https://elsewhere.example/valley
"""


@pytest.fixture(scope="module")
def embedder():
    return MiniLM(threads=2)


def references(embedder, *, as_of=DAY, stored_on=date(2025, 5, 17)) -> dict[str, Reference]:
    archive = MemoryArchive()
    pages = [read_text(text, url=url, published=stored_on) for url, text in STORED.items()]
    list(add(pages, archive=archive, embedder=embedder))
    finder = ArchiveFinder(archive, embedder)
    run = Run(version="0", as_of=as_of, archive_revision="memory")
    page = read_text(TEXT, published=as_of)
    report = check(page, archive=finder, embedder=embedder, verifier=VERIFIER, as_of=as_of, run=run)
    return {one.sentence.cut(TEXT).split(" [")[0]: one for one in report.references if one.sentence}


def test_what_a_cited_document_carries_is_told_with_both_spans(embedder):
    told = references(embedder)["The dam at Orlo Gorge failed on Friday morning"]
    assert told.status == "carried"
    (reason,) = told.reasons
    assert reason.code == "cited_carries"
    assert reason.here.cut(TEXT).startswith("The dam at Orlo Gorge failed")
    assert reason.there.cut(STORED["https://wire.example/dam"]) == "The dam at Orlo Gorge failed on Friday morning."


def test_what_it_does_not_carry_is_told_with_what_comes_nearest(embedder):
    told = references(embedder)["The council of Port Sorrel voted for a new school"]
    assert told.status == "not_carried"
    assert told.reasons[0].code == "cited_silent"
    assert told.evidence[0].stance == "neutral"
    assert told.evidence[0].memento.document.url == "https://wire.example/fare"


def test_what_it_has_otherwise_is_told(embedder):
    told = references(embedder)["Nineteen people were killed in Kessel"]
    assert told.status in ("contradicted", "not_carried")
    assert told.evidence[0].memento.document.url == "https://wire.example/dam"


def test_what_is_not_in_the_archive_is_not_checked_never_missing(embedder):
    told = references(embedder)["The valley was flooded in an hour"]
    assert (told.status, told.reasons[0].code) == ("not_checked", "not_in_archive")


def test_what_was_published_later_is_not_read(embedder):
    told = references(embedder, stored_on=date(2025, 6, 1))
    assert {one.status for one in told.values()} == {"not_checked"}


def test_a_reference_that_is_carried_needs_evidence():
    span = Span(start=0, end=3)
    with pytest.raises(ValueError, match="needs its reasons"):
        Reference(span=span, kind="mark", status="carried", reasons=())
