"""Who is given which office, and on which day a sentence has somebody act in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.data import Interval
from onrecord.text.offices import day_in_office, find_offices, may_be, office_in, same_place

GIVEN = [
    ("President Orla Venn spoke.", "President Orla Venn", "Orla Venn", "president", "", "holds"),
    ("the former Veldanian Premier Orla Venn left", "former Veldanian Premier Orla Venn", "Orla Venn", "premier", "Veldanian", "former"),
    ("ex-president Orla Venn", "ex-president Orla Venn", "Orla Venn", "president", "", "former"),
    ("then-Prime Minister Orla Venn", "then-Prime Minister Orla Venn", "Orla Venn", "prime minister", "", "then"),
    ("President-elect Orla Venn waits", "President-elect Orla Venn", "Orla Venn", "president", "", "elect"),
    ("Acting Labor Secretary Pia Lund", "Acting Labor Secretary Pia Lund", "Pia Lund", "labor secretary", "", "acting"),
    ("interim prime minister Pia Lund", "interim prime minister Pia Lund", "Pia Lund", "prime minister", "", "acting"),
    ("Veldania’s outgoing premier, Orla Venn, said", "Veldania’s outgoing premier, Orla Venn", "Orla Venn", "premier", "Veldania", "outgoing"),
    ("Pia Lund, the foreign minister, said", "Pia Lund, the foreign minister", "Pia Lund", "foreign minister", "", "holds"),
    ("Pia Lund is the finance minister of Veldania.", "Pia Lund is the finance minister of Veldania", "Pia Lund", "finance minister", "Veldania", "holds"),
    ("Orla Venn was sworn in as premier of Veldania", "Orla Venn was sworn in as premier of Veldania", "Orla Venn", "premier", "Veldania", "holds"),
    ("Orla Venn was appointed finance minister of Veldania", "Orla Venn was appointed finance minister of Veldania", "Orla Venn", "finance minister", "Veldania", "holds"),
    ("the premier of Veldania, Orla Venn, said", "premier of Veldania, Orla Venn", "Orla Venn", "premier", "Veldania", "holds"),
    ("Acmar CEO Tessa Okoye resigned", "Acmar CEO Tessa Okoye", "Tessa Okoye", "chief executive", "Acmar", "holds"),
    ("Tessa Okoye, the chief executive of Acmar,", "Tessa Okoye, the chief executive of Acmar", "Tessa Okoye", "chief executive", "Acmar", "holds"),
    ("Former Harrow Rovers coach Sam Reed", "Former Harrow Rovers coach Sam Reed", "Sam Reed", "coach", "Harrow Rovers", "former"),
    ("the Reef Front’s chairwoman, Ada Moss, said", "Reef Front’s chairwoman, Ada Moss", "Ada Moss", "chair", "Reef Front", "holds"),
    ("Queen Ingrid II visited", "Queen Ingrid II", "Ingrid II", "queen", "", "holds"),
    ("the Venn administration said", "Venn administration", "Venn", "government", "", "holds"),
    ("President Venn’s administration said", "President Venn’s administration", "Venn", "president", "", "holds"),
    ("Deputy Prime Minister Pia Lund", "Deputy Prime Minister Pia Lund", "Pia Lund", "deputy prime minister", "", "holds"),
    ("Secretary of State Pia Lund", "Secretary of State Pia Lund", "Pia Lund", "secretary of state", "", "holds"),
    ("North Harbour Gov. Ada Moss Thursday", "North Harbour Gov. Ada Moss", "Ada Moss", "governor", "North Harbour", "holds"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "person", "office", "of", "standing"), GIVEN)
def test_an_office_with_its_bearer(text, words, person, office, of, standing):
    (found,) = find_offices(text)
    assert found.span.cut(text) == words
    assert (found.person, found.office, found.of, found.standing.value) == (person, office, of, standing)


NOBODY = [
    "The president spoke on Monday.",
    "The defensive line coach Sam Reed stayed.",
    "A presidential vote.",
    "Who is the next speaker of the House",
    "The new government said so.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_an_office_nobody_here_knows_is_given_to_nobody(text):
    assert find_offices(text) == ()


DAY = date(2025, 5, 19)
FRIDAY = Interval(start=date(2025, 5, 16), end=date(2025, 5, 16))
NOW = [
    "President Venn is meeting the harbour masters.",
    "Under President Venn, the position of the republic has been to wait.",
    "There is no official confirmation from the Venn administration.",
    "The talks are being handled by the Venn administration.",
    "Orla Venn, the president of Veldania, has no plans to leave.",
    "Former President Orla Venn or her team are in talks.",
]
NOT_NOW = [
    "President Venn signed the harbour law.",
    "Gov. Orla Venn says that she will run.",
    "Port Sorrel Gov. Orla Venn is meeting the harbour masters.",
    "A law signed by President Venn is in force.",
    "What President Venn has done is on record.",
    "Under President Venn, tolls were cut.",
    "“President Venn is our friend,” she said.",
    "The policy of the Venn administration is in force.",
    "President Venn is said to have left.",
    "The fence built during the Venn administration is high.",
    "The storm that surrounded Venn’s presidency has gone.",
]


@pytest.mark.parametrize("text", NOW)
def test_who_acts_in_an_office_acts_in_it_now(text):
    assert day_in_office(text, find_offices(text)[0], time=None, as_of=DAY) == DAY


@pytest.mark.parametrize("text", NOT_NOW)
def test_a_title_in_passing_or_in_the_past_tells_no_day(text):
    assert all(day_in_office(text, office, time=None, as_of=DAY) is None for office in find_offices(text))


def test_what_names_its_day_is_of_that_day():
    text = "President Venn signed the harbour law on Friday."
    assert day_in_office(text, find_offices(text)[0], time=FRIDAY, as_of=DAY) == FRIDAY.end
    whole_year = Interval(start=date(2021, 1, 1), end=date(2021, 12, 31))
    assert day_in_office(text, find_offices(text)[0], time=whole_year, as_of=DAY) is None
    long_ago = Interval(start=date(2022, 1, 6), end=date(2022, 1, 6))
    assert day_in_office("President Venn said so on Jan. 6.", find_offices(text)[0], time=long_ago, as_of=DAY) is None


def test_names_that_may_be_one_persons():
    assert may_be("Venn", "Orla Venn")
    assert may_be("Orla B. Venn", "Orla Venn")
    assert may_be("Luís Ínacio", "Luis Inacio da Silva")
    assert not may_be("Orla Venn", "Otto Venn")
    assert not may_be("Orla", "Venn")


def test_places_and_their_people():
    assert same_place("Veldanian", "Veldania")
    assert same_place("U.K.", "British")
    assert same_place("Harrow Rovers", "Rovers")
    assert same_place("New Harrow", "New Northgate") is False
    assert same_place("", "Veldania") is None


def test_an_office_asked_after_goes_by_its_one_name():
    assert office_in("Acmar CEO") == "chief executive"
    assert office_in("harbour toll") == ""


@given(st.text(max_size=200) | st.text("Pre sidnt.,’-VO", max_size=200) | st.just("President " * 40 + "Venn"))
def test_spans_lie_in_any_text(text):
    for office in find_offices(text):
        assert office.person in office.span.cut(text) or office.person
        assert day_in_office(text, office, time=None, as_of=DAY) in (None, DAY)
