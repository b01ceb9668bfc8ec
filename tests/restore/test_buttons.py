"""Buttons and labels of a site that stand inside a paragraph."""

from __future__ import annotations

import pytest

from onrecord.data import RemovalKind, RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore

ARTICLE = (
    "Ferry to Karsholm runs all winter\n\n"
    "The ferry between Dunmere and the island of{inside}Karsholm will run all winter, the council decided on Monday.{between}"
    "Councillors voted 17 to 11 for a plan that gives the operator money until the end of March.\n\n"
    "The ferry carried 41,000 passengers last winter, a fifth fewer than in the winter before.\n\n"
    "A decision on the summer timetable is expected in February, when the county may buy the boat.\n"
)
WHOLE = ARTICLE.format(inside=" ", between=" ")


def restored(page: str) -> str:
    return restore(read_text(page)).restored


@pytest.mark.parametrize(
    ("button", "kind"),
    [
        ("Share on Facebook Share on X Copy link", RemovalKind.INTERFACE),
        ("View comments (24)", RemovalKind.COMMENTS),
        ("Sign up for our free newsletter", RemovalKind.NEWSLETTER),
        ("Register Log in", RemovalKind.INTERFACE),
        ("Accept all cookies", RemovalKind.CONSENT),
        ("Accept all Reject all Manage preferences", RemovalKind.CONSENT),
        ("Want more stories like this? Get our newsletter straight to your phone.", RemovalKind.NEWSLETTER),
        ("Skip ad", RemovalKind.ADVERT),
        ("Story continues below advertisement", RemovalKind.ADVERT),
        ("Show more", RemovalKind.INTERFACE),
        ("5 min read", RemovalKind.INTERFACE),
        ("Related articles", RemovalKind.TEASER),
        ("Facebook Twitter Email Print", RemovalKind.INTERFACE),
    ],
)
@pytest.mark.parametrize("place", ["inside", "between"])
def test_a_button_inside_a_paragraph_is_cut_to_the_character(button: str, kind: RemovalKind, place: str) -> None:
    page = ARTICLE.format(**{"inside": " ", "between": " "} | {place: f" {button} "})
    removed = [one for one in restore(read_text(page)).removals if one.status is RemovalStatus.REMOVED]
    assert restored(page) == WHOLE
    assert [one.kind for one in removed] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "Register Log in", "Sign in Subscribe", "Like Reply Share", "Add to bookmarks", "Skip advertisement",
        "This video cannot be played", "Loading comments", "0:12 / 2:45",
    ],
)  # fmt: skip
def test_a_line_of_nothing_but_buttons_is_the_sites(line: str) -> None:
    at = WHOLE.index("The ferry carried")
    assert restored(f"{WHOLE[:at]}{line}\n\n{WHOLE[at:]}").split() == WHOLE.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "Passengers who tap Share on Facebook in the app of the county send the timetable on, Holt said.",
        "The Read more button below the timetable leads to the list of fares.",
        "The sign above the pier reads Back to top deck only with a ticket.",
        "Readers found a Related articles section with three reports on the strike.",
        "“Show more patience,” she told them. Join the conversation Thursday at the library.",
        "Holt wrote on Facebook Twitter had done the island more harm than any storm.",
        "The county wants people to show more patience and to read more about the plan.",
        "Her band played “Back to Top” and “Skip Ad” on the quay.",
        "Log in before Friday, the county asks, and register every child who crosses.",
    ],
)
def test_what_a_page_tells_of_buttons_stays(sentence: str) -> None:
    page = WHOLE.replace("The ferry carried", f"{sentence} The ferry carried")
    assert restored(page) == page


@pytest.mark.parametrize(
    "headline", ["How to Read More Books This Winter", "Ten Ways to Show More Love", "Why We Share This Story Again"]
)
def test_a_headline_in_capitals_keeps_its_words(headline: str) -> None:
    page = WHOLE.replace("Ferry to Karsholm runs all winter", headline)
    assert restored(page) == page


def test_many_buttons_are_read_in_linear_time() -> None:
    crossings = [f"Crossing {n} carried {n + 7} people and their" for n in range(4_000)]
    page = WHOLE + " Share on Facebook Share Save cattle. ".join(crossings) + " cattle.\n"
    assert restored(page) == WHOLE + " cattle. ".join(crossings) + " cattle.\n"


def test_the_full_stop_of_a_button_inside_a_sentence_goes_with_it() -> None:
    broken = "41,000 passengers Your browser does not support the video element. last winter"
    assert restored(WHOLE.replace("41,000 passengers last winter", broken)) == WHOLE
