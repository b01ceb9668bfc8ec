from __future__ import annotations

import hashlib
import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Memento, TieKind, document
from onrecord.find import name_origins

WORDS = tuple(f"{first}{second}" for first in "bdfgklmnprst" for second in ("al", "en", "ir", "os", "um", "ax", "ot"))


def story(seed: int, length: int = 160) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length)) + "."


def memento(text: str, day: int | None, publisher: str | None = None, byline: str | None = None) -> Memento:
    published_at = date(2025, 5, day) if day else None
    slug = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    url = f"https://{(publisher or 'nowhere').lower().replace(' ', '-')}.example/{day}/{slug}"
    made = document(text, publisher=publisher, byline=byline, url=url, published_at=published_at)
    return Memento(document=made, origin=made.id)


def origins(*mementos: Memento) -> list[str]:
    return [named.origin for named in name_origins(mementos)]


def test_copies_have_the_origin_of_the_earliest():
    late, early = memento(story(1), 20, "Island Ledger"), memento(story(1), 19, "The Sorrel Tribune")
    other = memento(story(2), 18, "Northgate Post")
    assert origins(late, other, early) == [early.document.id, other.document.id, early.document.id]


def test_a_shortened_copy_and_one_with_a_preface_are_copies():
    full = memento(story(1), 19)
    brief = memento(story(1)[:400], 20)
    prefaced = memento("We carry this report in full, as it was sent to us. " + story(1), 21)
    assert origins(full, brief, prefaced) == [full.document.id] * 3


def test_an_undated_copy_is_never_the_origin():
    undated, dated = memento(story(1), None), memento(story(1), 30)
    assert origins(undated, dated) == [dated.document.id] * 2


def test_two_reports_of_one_event_are_two_origins():
    quote = " “We will sail when we are paid,” said the union of pilots at the bridge on Monday night."
    assert len(set(origins(memento(story(1) + quote, 19), memento(story(2) + quote, 19)))) == 2


@pytest.mark.parametrize(
    ("text", "byline", "publisher", "agency"),
    [
        ("PORT SORREL, May 19 (Harbour Wire) — " + story(1), None, "Veldania Today", "Harbour Wire"),
        ("PORT SORREL (AP) – " + story(1), None, "Veldania Today", "Associated Press"),
        ("Port Sorrel (Reuters) - " + story(1), None, "Veldania Today", "Reuters"),
        (story(1), "Ann Marsh, Associated Press", "Veldania Today", "Associated Press"),
        (story(1), "Harbour Wire", "Veldania Today", "Harbour Wire"),
        (story(1), "Ann Marsh and Bo Reed | AFP", "Veldania Today", "AFP"),
        (story(1) + "\n(With inputs from PTI)", None, "Veldania Today", "PTI"),
        (story(1) + "\nSource: AFP", None, "Veldania Today", "AFP"),
        (story(1) + "\n— Harbour Wire", None, "Veldania Today", "Harbour Wire"),
        (story(1) + "\nCopyright 2025 The Associated Press.", None, "Veldania Today", "Associated Press"),
        ("Ann Marsh\nReuters\n" + story(1), None, "Veldania Today", "Reuters"),
        (story(1), None, "Harbour Wire", "Harbour Wire"),
    ],
)
def test_an_agency_that_is_credited_is_the_origin(text: str, byline: str | None, publisher: str, agency: str):
    assert origins(memento(text, 19, publisher, byline)) == [agency]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported that the ferry sank. " + story(1),
        "The mayor (Labour) - who won the vote - spoke. " + story(1),
        "PORT SORREL (Veldania Today) — " + story(1),
        "PORT SORREL (May 19) — " + story(1),
        story(1) + "\n— The mayor of Port Sorrel",
        story(1) + " " + story(2) + "\nAP was quoted by the court, and Reuters by the union of pilots.",
    ],
)
def test_a_mention_is_no_credit(text: str):
    one = memento(text, 19, "Veldania Today")
    assert origins(one) == [one.document.id]


SANK = (
    "The dredger Marta sank off Tarn on Tuesday after it had hit a rock. Eight sailors were rescued by a fishing boat."
)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("A dredger, the Marta, went down near Tarn when it struck a rock, the Island Ledger reported.", None),
        ("The dredger Marta has sunk off Tarn, according to the newspaper Island Ledger. It hit a rock.", None),
        ("As first reported by the Island Ledger, the dredger Marta sank at Tarn. A boat picked up the crew.", None),
        ("The Island Ledger reports that the dredger Marta is lost near Tarn. Nobody was hurt.", None),
        ("TARN (Island Ledger) - A dredger, the Marta, went down on a rock. A boat picked up its crew.", None),
        ("The dredger Marta is lost at Tarn, where it hit a rock. A boat came. Source: Island Ledger.", None),
        (
            "Dredger lost\n\nThe dredger Marta is lost at Tarn, as the Ledger reported on Tuesday. A boat came.",
            "Ledger",
        ),
    ],
)
def test_an_outlet_that_is_credited_is_the_origin(text: str, credit: str | None):
    first = memento(SANK, 19, f"The {credit or 'Island Ledger'}")
    named, again = name_origins([first, memento(text, 19, "Northgate Post")])
    assert [one.origin for one in (named, again)] == [first.document.id] * 2
    (tie,) = again.ties
    assert (tie.kind, tie.other, tie.document_id) == (TieKind.CREDIT, first.document.publisher, first.document.id)
    assert tie.here is not None
    assert tie.here.cut(text) == tie.quote
    assert (credit or "Island Ledger") in tie.quote


@pytest.mark.parametrize(
    "text",
    [
        "The dredger Marta is lost at Tarn. Its owner told the Island Ledger nothing.",
        "The dredger Marta is lost at Tarn. The Island Ledger reported in May that the harbour is too shallow.",
        "The harbour board of Tarn has lost its licence, the Island Ledger reported. The dredger Marta sank there.",
        "The dredger Marta did not sink off Tarn, contrary to what was reported by the Island Ledger.",
        "The dredger Marta sank off Tarn, said the head of the Island Ledger, who was on the boat.",
        "The dredger Marta sank off Tarn near the printing works of the Island Ledger on a rock.",
    ],
)
def test_an_outlet_that_is_named_for_something_else_is_no_origin(text: str):
    assert len(set(origins(memento(SANK, 19, "Island Ledger"), memento(text, 20, "Northgate Post")))) == 2


def test_who_credits_what_comes_later_or_is_not_there_stands_alone():
    text = "The dredger Marta is lost near Tarn, the Island Ledger reported. Nobody was hurt, it said."
    early, late = memento(text, 19, "Northgate Post"), memento(SANK, 20, "Island Ledger")
    assert len(set(origins(early, late))) == 2
    assert origins(early) == [early.document.id]


def test_who_credits_an_outlet_has_the_origin_of_its_report():
    first = memento("TARN, May 19 (AP) — " + SANK, 19, "Island Ledger")
    again = memento("The dredger Marta is lost near Tarn, the Island Ledger reported on Monday.", 20, "Northgate Post")
    assert origins(first, again) == ["Associated Press"] * 2


def test_a_person_is_no_agency():
    one = memento(story(1), 19, "Veldania Today", "Ann Marsh, Bo Wire")
    assert origins(one) == [one.document.id]


def test_one_credit_names_the_origin_of_all_copies():
    bare, credited = memento(story(1), 19, "Island Ledger"), memento(story(1) + "\nSource: AFP", 20, "Northgate Post")
    assert origins(bare, credited) == ["AFP", "AFP"]


def test_order_and_ownership_stay():
    own = Memento(document=document(story(1)), origin="page", own=True)
    copy = memento(story(1), 19)
    named = name_origins([own, copy])
    assert [one.own for one in named] == [True, False]
    assert named == tuple(reversed(name_origins([copy, own])))


def test_nothing_has_no_origin():
    assert name_origins([]) == ()


@pytest.mark.parametrize(
    "text", ["(" * 5_000, "A " * 5_000, "(A" + " A" * 5_000, "\n" * 5_000 + "x", "© " * 5_000, "\ud800("]
)
def test_hostile_text(text: str):
    one = memento(text, 19)
    assert origins(one) == [one.document.id]


def at(url: str, seed: int, day: int = 19, **more: Any) -> Memento:
    made = document(story(seed), url=url, published_at=date(2025, 5, day), **more)
    return Memento(document=made, origin=made.id)


def test_versions_mirrors_and_translations_of_a_page_are_one_origin():
    first = at("https://www.tribune.example/news/ferry-stays-in-port", 1)
    corrected = at("https://www.tribune.example/news/ferry-stays-in-port", 2, modified_at=date(2025, 5, 21))
    mirror = at("https://web.archive.org/web/20250520/https://tribune.example/news/ferry-stays-in-port", 3, 20)
    translated = at("https://www.tribune.example/de/news/ferry-stays-in-port", 4, 20)
    named = name_origins([translated, mirror, corrected, first])
    assert {one.origin for one in named} == {first.document.id}
    assert [[tie.kind for tie in one.ties] for one in named[:3]] == [[TieKind.SAME_PAGE]] * 3


def test_a_partial_copy_under_another_lead_is_a_copy_in_either_order():
    full, lead = story(1, 400), story(2, 60)
    part = lead + " " + " ".join(full.split()[120:280])
    for days in ((19, 20), (20, 19)):
        whole, partial = memento(full, days[0]), memento(part, days[1])
        assert len(set(origins(whole, partial))) == 1


def test_a_tie_shows_the_words_in_both_documents():
    early, late = (
        memento("Early. " + story(1), 19, "Island Ledger"),
        memento("A copy. " + story(1), 20, "Northgate Post"),
    )
    named = name_origins([late, early])
    for one, other in (named, named[::-1]):
        (tie,) = one.ties
        assert (tie.kind, tie.other, tie.document_id) == (
            TieKind.SAME_WORDS,
            other.document.publisher,
            other.document.id,
        )
        assert tie.here
        assert tie.there
        assert tie.here.cut(one.document.text) == tie.quote == tie.there.cut(other.document.text)
        assert tie.at == other.at


def test_a_credit_is_a_tie_with_its_words():
    (named,) = name_origins([memento(story(1) + "\nContributing: The Associated Press", 19)])
    (tie,) = named.ties
    assert (tie.kind, tie.other, tie.document_id) == (TieKind.CREDIT, "Associated Press", None)
    assert tie.here
    assert tie.here.cut(named.document.text) == tie.quote == "Contributing: The Associated Press"


def test_what_stands_alone_has_no_tie():
    assert all(not one.ties for one in name_origins([memento(story(1), 19), memento(story(2), 19)]))


def test_an_earlier_copy_that_arrives_later_corrects_the_origin():
    copy, other = memento(story(1), 20, "Island Ledger"), memento(story(2), 20)
    assert origins(copy, other)[0] == copy.document.id
    early = memento(story(1), 18, "Northgate Post")
    assert origins(copy, other, early)[0] == early.document.id


POOL = (
    memento(story(1), 19),
    memento("As sent to us. " + story(1), 20, "Island Ledger"),
    memento(story(3, 50) + " " + " ".join(story(1).split()[40:130]), 20, "Northgate Post"),
    memento(story(1) + "\nSource: AFP", 22, "Veldania Today"),
    memento(story(2), 19),
    memento(story(2), None, "Island Ledger"),
    at("https://www.tribune.example/news/ferry-stays-in-port", 5),
    at("https://m.tribune.example/news/ferry-stays-in-port", 6, modified_at=date(2025, 5, 20)),
    memento(story(7) + " " + story(2), 21),
)


@given(st.permutations(POOL))
def test_any_order_of_adding_gives_the_same_origins(added: list[Memento]):
    assert {one.document.id: one for one in name_origins(added)} == {one.document.id: one for one in name_origins(POOL)}


def test_many_copies_of_one_text_stay_linear_in_ties():
    carried = [memento(f"{story(1)} {number}.", 1 + number % 28, f"Paper {number}") for number in range(200)]
    named = name_origins(carried)
    assert len({one.origin for one in named}) == 1
    assert all(len(one.ties) <= 8 for one in named)
