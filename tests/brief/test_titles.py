"""What sections are called."""

from datetime import date

import pytest

from onrecord.brief.sentences import Sentence
from onrecord.brief.titles import title_of
from onrecord.brief.topic import is_roundup
from onrecord.data import Memento, Span, document
from onrecord.text.words import terms

TOLD = "The board closed the quay at Northgate on Monday, the captains said."


def under(title, words=TOLD):
    """A sentence of a document of that title."""
    made = document(words, title=title, published_at=date(2025, 9, 5))
    memento = Memento(document=made, origin=made.id)
    return Sentence(memento, Span(start=0, end=len(words)), words, frozenset(terms(words)), 1.0, leans=False)


def called(*told, replaced=frozenset()):
    return title_of(told, replaced)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Board closes quay at Northgate", "Board closes quay at Northgate"),
        ("Board closes quay at Northgate | Island Ledger", "Board closes quay at Northgate"),
        ("Board closes quay at Northgate in ...", "Board closes quay at Northgate …"),
        ("Board closes quay, captains protest at the", "Board closes quay, captains protest …"),
        ("Board has closed the quay. What captains can…", "Board has closed the quay"),
        ("Board closes quay. Here's why captains left", "Board closes quay. Here's why captains left"),
        ("Board closes quay: Northgate vs. captains …", "Board closes quay: Northgate vs. captains …"),
    ],
)
def test_a_headline_is_shown_without_its_site_and_without_a_broken_end(title, shown):
    assert called(under(title)) == shown


@pytest.mark.parametrize(
    "title",
    [
        "Five things to know today: quay, crane and the weather",
        "Quay closed: your harbour podcast",
        "50 towns",
        "Northgate quay, Ida Marsh, storm season, ferries …",
        "/2025/09/quay-closed-again",
        "",
        None,
    ],
)
def test_a_headline_over_other_things_is_none(title):
    words = "The board closed the quay at Northgate because the crane had fallen."
    assert called(under(title, words)) == "The board closed the quay at Northgate"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (TOLD, "Northgate"),
        (
            "Ida Marsh, who runs the board, denied that the quay had been closed.",
            "Ida Marsh, who runs the board, denied that the quay had been …",
        ),
        ("The quay had been closed by the board of the harbour for weeks, Ida Marsh said.", "Ida Marsh"),
        ("After the storm the board closed the quay at Port Sorrel.", "Port Sorrel"),
        ("He also closed the quay at Port Sorrel.", "Port Sorrel"),
        ("More than 13 years after the storm the quay at Port Sorrel was closed.", "Port Sorrel"),
    ],
)
def test_what_somebody_only_said_is_no_title(words, shown):
    assert called(under("Weather", words)) == shown


def test_a_headline_with_a_figure_that_was_given_anew_is_none():
    stale = under("Storm kills 12 at the quay", "The storm killed 12 people at the quay.")
    fresh = under("Divers search the quay for boats", "Divers searched the quay at Northgate for the boats.")
    assert called(stale) == "Storm kills 12 at the quay"
    assert called(stale, fresh, replaced=frozenset({stale.place})) == "Divers search the quay for boats"
    assert "12" in called(stale, replaced=frozenset({("another", 0)}))
    parted = under("Storm at the quay: 12 people killed", "The storm killed 12 people at the quay.")
    assert called(parted, replaced=frozenset({parted.place})) == "Storm at the quay"


def test_no_two_sections_have_one_title():
    told = under("Board closes quay at Northgate")
    assert title_of([told], frozenset(), frozenset({"Board closes quay at Northgate"})) == "Northgate"


@pytest.mark.parametrize(
    ("title", "words", "shown"),
    [
        (
            "Storm season: the worst week of the quay and the captains since records begin",
            "As Ida Marsh told it, the worst of the storm had come.",
            "Storm season: the worst week of the quay and the captains since records begin",
        ),
        (
            "Weather",
            "Captains say the crane that fell at Northgate on Friday had been cracked since May.",
            "Captains say the crane that fell at Northgate on Friday had been …",
        ),
        (
            "Weather",
            "May closed the quay at Port Sorrel, which the captains had asked for.",
            "May closed the quay at Port Sorrel",
        ),
        ("Weather", "Marsh said “the crane that fell at Northgate on Friday was old, and it was known”.", "Marsh"),
    ],
)
def test_a_name_alone_is_a_title_only_where_nothing_says_more(title, words, shown):
    assert called(under(title, words)) == shown


def test_a_number_is_not_cut_for_a_title():
    words = "The board counted 16,000 boats at Northgate, many of them old."
    assert called(under("Weather", words)) == "The board counted 16,000 boats at Northgate"


@pytest.mark.parametrize(
    ("title", "many"),
    [
        ("The week in pictures", True),
        ("Daily briefing: the quay, the crane and the captains", True),
        ("Flood in the Tarn valley - in pictures", False),
        ("Board closes quay at Northgate", False),
    ],
)
def test_a_headline_over_many_matters(title, many):
    assert is_roundup(title) is many


def test_pictures_head_no_section():
    assert "in pictures" not in called(under("Quay at Northgate - in pictures"))
