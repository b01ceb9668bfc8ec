"""What a person rules on origins comes before what is found out."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.find.test_origins import memento, story

from onrecord.data import Memento, OriginRuling
from onrecord.find import ArchiveFinder, name_origins
from onrecord.find.overruling import standing
from onrecord.ports import Entry
from onrecord.testing import HashingEmbedder, MemoryArchive

EARLY = memento(story(1), 19, "The Sorrel Tribune")
COPY = memento(story(1), 20, "Island Ledger")
OTHER = memento(story(2), 21, "Northgate Post")
OF_AFP = tuple(memento(story(at) + "\nSource: AFP", at, f"Paper {at}") for at in (3, 4))


def ruling(one: Memento, other: Memento, together: bool | None) -> OriginRuling:
    at = datetime(2026, 11, 26, 9, tzinfo=UTC)
    return OriginRuling(
        documents=(one.document.id, other.document.id), together=together, by="Ana Petrov", reason="she asked", at=at
    )


def origins(mementos: tuple[Memento, ...], *rulings: OriginRuling) -> list[str]:
    return [named.origin for named in name_origins(mementos, standing(rulings))]


def test_copies_that_were_ruled_apart_are_two_origins():
    apart = ruling(COPY, EARLY, together=False)
    assert origins((EARLY, COPY), apart) == [EARLY.document.id, COPY.document.id]
    early, copy = name_origins((EARLY, COPY), (apart,))
    assert (early.ties, copy.ties) == ((), ())
    assert early.rulings == copy.rulings == (apart,)


def test_reports_that_were_ruled_together_are_one_origin():
    assert origins((OTHER, EARLY, COPY), ruling(OTHER, COPY, together=True)) == [EARLY.document.id] * 3


def test_two_that_credit_one_agency_can_be_ruled_apart():
    assert origins(OF_AFP) == ["AFP", "AFP"]
    assert origins(OF_AFP, ruling(*OF_AFP, together=False)) == ["AFP", OF_AFP[1].document.id]


def test_the_last_ruling_on_a_pair_stands_and_can_be_taken_back():
    together, apart, back = (ruling(OTHER, EARLY, together=which) for which in (True, False, None))
    alone = [EARLY.document.id, OTHER.document.id]
    assert origins((EARLY, OTHER), apart, together) == [EARLY.document.id] * 2
    assert origins((EARLY, OTHER), together, apart) == alone
    assert origins((EARLY, OTHER), together, back) == alone
    assert name_origins((EARLY, OTHER), standing((together, back)))[0].rulings == ()


def test_what_is_ruled_on_others_has_no_part():
    apart = ruling(OTHER, COPY, together=False)
    assert name_origins((EARLY, COPY), (apart,)) == name_origins((EARLY, COPY))


def test_what_one_ruling_parts_none_joins_by_a_third():
    joined = ruling(OTHER, EARLY, together=True), ruling(OTHER, COPY, together=True)
    told = origins((EARLY, COPY, OTHER), *joined, ruling(EARLY, COPY, together=False))
    assert told[0] != told[1]


PILE = (EARLY, COPY, OTHER, *OF_AFP, memento(story(3), 25, "Late Edition"))
pairs = st.tuples(st.sampled_from(PILE), st.sampled_from(PILE)).filter(lambda pair: pair[0] is not pair[1])


@given(st.lists(st.tuples(pairs, st.sampled_from([True, False, None])), max_size=8))
def test_whatever_is_ruled_those_ruled_apart_are_apart(said: list):
    rulings = standing(ruling(*pair, together=which) for pair, which in said)
    named = {each.document.id: each.origin for each in name_origins(PILE, rulings)}
    assert all(named[one] != named[other] for (one, other) in (r.documents for r in rulings if not r.together))
    assert named == {each.document.id: each.origin for each in name_origins(PILE[::-1], rulings)}


def test_an_archive_hands_its_rulings_to_whoever_searches_it():
    archive = MemoryArchive()
    finder = ArchiveFinder(archive, HashingEmbedder())
    none = HashingEmbedder().embed([])
    archive.add([Entry(document=each.document, passages=(), vectors=none) for each in (EARLY, COPY)])
    ids = [EARLY.document.id, COPY.document.id]
    assert len({each.origin for each in finder.mementos(ids)}) == 1
    archive.rule(ruling(EARLY, COPY, together=False))
    assert len({each.origin for each in finder.mementos(ids)}) == 2


def test_a_ruling_needs_a_name_and_a_reason():
    with pytest.raises(ValueError, match="by whom and why"):
        OriginRuling(documents=("a", "b"), together=True, by=" ", reason="so", at=date(2026, 1, 1))
    with pytest.raises(ValueError, match="two documents"):
        OriginRuling(documents=("a", "a"), together=True, by="N. N.", reason="so", at=date(2026, 1, 1))
