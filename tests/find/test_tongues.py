"""Words are found, copies known and origins told in any script."""

from __future__ import annotations

import random
from datetime import date

import pytest

import tongues
from onrecord.adapters.lance import LanceArchive
from onrecord.data import Memento, Passage, Span, Window, document
from onrecord.find import name_origins
from onrecord.ports import Entry
from onrecord.testing import HashingEmbedder
from onrecord.text.words import words

DAY = date(2025, 5, 19)
DRAWN = 20


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory):
    """Every report of every script in one archive, each one passage."""
    entries = []
    for reports in tongues.REPORTS.values():
        for text in reports:
            made = document(text, published_at=DAY)
            passage = Passage(document_id=made.id, span=Span(start=0, end=len(text)))
            entries.append(Entry(document=made, passages=(passage,), vectors=HashingEmbedder().embed([text])))
    with LanceArchive.open(tmp_path_factory.mktemp("archive"), create=True) as opened:
        opened.add(entries)
        yield opened


def ranks(archive: LanceArchive, queries: list[tuple[str, str]]) -> list[float]:
    """The reciprocal rank of the text sought by each query."""
    found = archive.match([query for query, _ in queries], window=Window(until=DAY), limit=10)
    gains = []
    for hits, (_, text) in zip(found, queries, strict=True):
        held = [memento.document.text for memento in archive.mementos([hit.passage.document_id for hit in hits])]
        gains.append(1 / (held.index(text) + 1) if text in held else 0.0)
    return gains


@pytest.mark.parametrize("script", tongues.REPORTS)
def test_a_report_is_found_by_half_of_its_words(archive: LanceArchive, script: str):
    rng = random.Random(script)
    queries = []
    for text in tongues.REPORTS[script]:
        said = words(text)
        spaced = "" if script in ("Chinese", "Japanese", "Thai") else " "
        for _ in range(DRAWN):
            start = rng.randrange(len(said) // 2)
            half = said[start : start + len(said) // 2] if not spaced else rng.sample(said, len(said) // 2)
            queries.append((spaced.join(half), text))
    gains = ranks(archive, queries)
    assert sum(gains) / len(gains) >= 0.97


@pytest.mark.parametrize("script", tongues.OTHER_FORMS)
def test_other_forms_of_a_word_are_found(archive: LanceArchive, script: str):
    queries = [(query, tongues.REPORTS[script][number]) for query, number in tongues.OTHER_FORMS[script]]
    missed = [query for (query, _), gain in zip(queries, ranks(archive, queries), strict=True) if gain < 1]
    assert missed == tongues.MISSED.get(script, [])


@pytest.mark.parametrize("script", tongues.REPORTS)
def test_copies_are_known_in_any_script(script: str):
    reports = tongues.REPORTS[script]
    whole, other = " ".join(reports[:4]), " ".join(reports[4:])
    part = reports[5] + " " + " ".join(reports[:3])
    told = [
        Memento(document=made, origin=made.id)
        for made in (
            document(text, published_at=date(2025, 5, day)) for day, text in ((1, whole), (2, part), (3, other))
        )
    ]
    first, second, third = (one.origin for one in name_origins(told))
    assert first == second == told[0].document.id
    assert third == told[2].document.id
