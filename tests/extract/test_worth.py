"""What is worth checking comes first, and says why."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.data import WorthPart
from onrecord.extract import extract, most_worth
from onrecord.read import read_file, read_text
from onrecord.restore import restore

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
MONDAY = date(2025, 9, 22)


def told(text):
    return extract(restore(read_text(text, published=MONDAY)))


BEFORE = [
    ("The valley should be asked first.", "The flood killed 74 people in Tarn on Friday."),
    ("Would the valley vote for a dam?", "Soldiers laid the last plank at noon."),
    ("The bridge will open in the spring of next year.", "Karl Holt closed the bridge at Tarn on Friday."),
    ("“You can see it in the street.”", "Soldiers laid the last plank at noon."),
    ("They left the town in a hurry that night.", "Karl Holt left the town of Tarn on Friday night."),
    ("“We have to do what we have to do,” said Olga Renn.", "Olga Renn closed 12 schools in Tarn on Friday."),
]


@pytest.mark.parametrize(("less", "more"), BEFORE)
def test_what_is_concrete_comes_before_what_is_not_wherever_it_stands(less, more):
    (chosen,) = most_worth(told(f"{less} {more}"), 1)
    assert chosen.text == more


def test_a_title_that_only_announces_comes_last():
    (chosen,) = most_worth(
        told("Kessel flood: what we know three weeks on\n\nSoldiers laid the last plank at noon."), 1
    )
    assert chosen.text == "Soldiers laid the last plank at noon."


def test_of_equals_the_first_comes_first_and_the_order_is_that_of_the_text():
    text = " ".join(f"Soldiers closed road {letter} in Tarn." for letter in "ABCDEF")
    assert [one.text for one in most_worth(told(text), 2)] == [
        "Soldiers closed road A in Tarn.",
        "Soldiers closed road B in Tarn.",
    ]
    statements = told("The valley should be asked. Would it vote? The flood killed 74 people. Soldiers closed 2 roads.")
    assert most_worth(statements, 2) == statements[2:]
    assert most_worth(statements, None) == statements


def test_what_was_pasted_in_is_why_a_page_is_checked():
    statements = extract(restore(read_file(EXAMPLES / "page.txt")))
    assert all(one.foreign for one in most_worth(statements, 2))


def test_the_points_have_names_and_add_up():
    (statement,) = told("The flood killed 74 people in Tarn on Friday.")
    assert {one.part for one in statement.worth} == {
        WorthPart.KIND,
        WorthPart.FIGURES,
        WorthPart.TIME,
        WorthPart.NAMES,
        WorthPart.LEAD,
        WorthPart.LENGTH,
    }
    assert statement.score == sum(one.points for one in statement.worth)
