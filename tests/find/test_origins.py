from __future__ import annotations

import random
from datetime import date

import pytest

from onrecord.data import Memento, document
from onrecord.find import name_origins

WORDS = ("harbour", "ferry", "pilot", "crane", "mayor", "strike", "union", "island", "vote", "storm", "bridge", "court")


def story(seed: int, length: int = 160) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length)) + "."


def memento(text: str, day: int | None, publisher: str | None = None, byline: str | None = None) -> Memento:
    published_at = date(2025, 5, day) if day else None
    url = f"https://{(publisher or 'nowhere').lower().replace(' ', '-')}.example/{day}"
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
