"""Publishers are families: editions by name, pages by domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from onrecord.data import Evidence, Memento, Span, Stance, Tie, TieKind, document
from onrecord.text.origins import count_origins, independent


def piece(publisher: str | None, url: str | None, text: str) -> Evidence:
    made = document(text, publisher=publisher, url=url, published_at=date(2025, 5, 19))
    memento = Memento(document=made, origin=made.id)
    return Evidence(memento=memento, span=Span(start=0, end=4), quote=text[:4], stance=Stance.SUPPORTS, score=1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Tribune", None), ("The Tribune", None)),
        (("Tribune", None), ("Tribune International", None)),
        (("Tribune UK", None), ("Tribune US Edition", None)),
        (("Tribune", "https://www.tribune.example/a"), ("Sorrel Sports", "https://sports.tribune.example/b")),
        (("tribune.com", None), ("Tribune", None)),
        ((None, "https://news.tribune.co.uk/a"), (None, "https://www.tribune.co.uk/b")),
    ],
)
def test_editions_of_a_publisher_count_once(one: tuple[str | None, str | None], other: tuple[str | None, str | None]):
    pieces = piece(*one, "Said here."), piece(*other, "Said there.")
    assert count_origins(one.memento for one in pieces) == 1
    assert not independent(pieces[0].memento, pieces[1].memento)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Tribune", None), ("Ledger", None)),
        (("The Times of India", None), ("The Times of Canada", None)),
        (("Radio France", None), ("Radio Canada", None)),
        ((None, "https://www.tribune.co.uk/a"), (None, "https://www.ledger.co.uk/b")),
        ((None, None), (None, None)),
    ],
)
def test_publishers_that_are_two(one: tuple[str | None, str | None], other: tuple[str | None, str | None]):
    pieces = piece(*one, "Said here."), piece(*other, "Said there.")
    assert count_origins(one.memento for one in pieces) == 2
    assert independent(pieces[0].memento, pieces[1].memento)


def test_a_document_with_name_and_domain_joins_those_that_have_one_of_them():
    named, both = piece("Tribune", None, "Said one."), piece("Tribune", "https://trib.example/a", "Said two.")
    placed = piece("Sorrel Sports", "https://trib.example/b", "Said three.")
    assert count_origins(one.memento for one in (named, placed)) == 2
    assert count_origins(one.memento for one in (named, placed, both)) == 1


def test_who_copies_a_report_is_no_voice_of_its_own():
    told, again = piece("Tribune", None, "Said one."), piece("Tribune", None, "Said two.")
    copied = piece("Ledger", None, "Said two!")
    mementos = told.memento, again.memento, replace(copied.memento, origin=again.memento.origin)
    assert count_origins(mementos[:2]) == count_origins(mementos) == 1


def test_a_copy_speaks_for_the_paper_whose_other_report_is_there():
    copied, again = piece("Ledger", None, "Said one!").memento, piece("The Tribune", None, "Said two.").memento
    first = piece("Tribune", None, "Said one.").memento.document
    tie = Tie(kind=TieKind.SAME_WORDS, other="Tribune", document_id=first.id, quote="Said one")
    copied = replace(copied, origin=first.id, ties=(tie,))
    assert count_origins((copied,)) == count_origins((copied, again)) == 1
    own = piece("Ledger", None, "Said three.").memento
    assert count_origins((copied, own)) == 1
    assert count_origins((copied, own, again)) == 2
    assert count_origins((copied, piece("Gazette", None, "Said four.").memento)) == 2
