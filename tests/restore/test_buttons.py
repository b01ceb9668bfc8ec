"""Buttons and labels of a site that stand inside a paragraph."""

from __future__ import annotations

import re

import pytest

from onrecord.data import RemovalKind, RemovalStatus, Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.labelling.buttons import find_buttons

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
        ("Accept cookies", RemovalKind.CONSENT),
        ("Please accept marketing cookies to view this content", RemovalKind.CONSENT),
        ("Continue reading", RemovalKind.INTERFACE),
        ("Sorry, this video has expired", RemovalKind.INTERFACE),
        ("Hide caption", RemovalKind.INTERFACE),
        ("Top stories this hour", RemovalKind.TEASER),
        ("Trending now", RemovalKind.TEASER),
        ("3 hours ago Reply Like", RemovalKind.COMMENTS),
        ("Already a subscriber? Log in", RemovalKind.INTERFACE),
        ("Promoted by Taboola", RemovalKind.ADVERT),
    ],
)
@pytest.mark.parametrize("place", ["inside", "between"])
def test_a_button_inside_a_paragraph_is_cut_to_the_character(button: str, kind: RemovalKind, place: str) -> None:
    page = ARTICLE.format(**{"inside": " ", "between": " "} | {place: f" {button} "})
    removed = [one for one in restore(read_text(page)).removals if one.status is RemovalStatus.REMOVED]
    assert restored(page) == WHOLE
    assert [one.kind for one in removed] == [kind]


@pytest.mark.parametrize(
    "button", ["Advertisement", "Loading more stories...", "View comments (24)", "This is paid content."]
)
def test_a_button_behind_the_last_sentence_of_a_line_is_cut(button: str) -> None:
    assert restored(WHOLE.replace("of March.", f"of March. {button}")) == WHOLE.replace("of March.", "of March. ")


@pytest.mark.parametrize("button", ["Advertisement", "Unsubscribe"])
def test_one_word_goes_where_the_sentence_goes_on_in_a_small_letter(button: str) -> None:
    assert restored(WHOLE.replace("of March", f"of {button} March")) == WHOLE.replace("of March", f"of {button} March")
    assert restored(WHOLE.replace("than in", f"than {button} in")) == WHOLE


@pytest.mark.parametrize("break_", ["\n", "\n\n"])
def test_a_button_at_either_side_of_a_broken_line_is_cut(break_: str) -> None:
    above = WHOLE.replace("that gives the operator", f"that gives the{break_}Back to top operator")
    assert restored(above).split() == WHOLE.split()
    below = WHOLE.replace("gives the operator", f"gives the Advertisement{break_}Hide caption{break_}operator")
    assert restored(below).split() == WHOLE.split()


def test_the_headline_below_another_goes_with_it() -> None:
    leads = "See also: How the harbour bridge was saved\nTen ferries that made the island rich"
    assert restored(WHOLE.replace("of March.", f"of March. {leads}")) == WHOLE.replace("of March.", "of March. ")


def test_what_may_be_of_the_line_that_it_ends_stays() -> None:
    page = WHOLE.replace("of March.", "of March. Read more")
    assert restored(page) == page


def test_a_heading_below_a_line_that_a_button_ends_is_none() -> None:
    page = WHOLE.replace("of March.", "of March. Read more\n\nMore news to know now")
    assert find_buttons(page, [Span(start=at.start(), end=at.end()) for at in re.finditer(".+", page)]) == []


def test_a_button_glued_to_the_word_before_it_is_cut() -> None:
    assert restored(WHOLE.replace("between Dunmere", "betweenRelated articles Dunmere")) == WHOLE


@pytest.mark.parametrize(
    "lead",
    [
        "See also: How the harbour bridge was saved",
        "READ MORE: Five new rail fares",
        "Don’t miss: The best walks of June",
    ],
)
def test_a_label_and_the_headline_behind_it_that_ends_the_line_are_cut(lead: str) -> None:
    behind = WHOLE.replace("of March.", f"of March. {lead}")
    assert restored(behind) == WHOLE.replace("of March.", "of March. ")
    inside = WHOLE.replace("fewer than in the", f"fewer than in {lead}\nthe")
    assert restored(inside) == WHOLE


def test_a_button_that_ends_a_line_of_the_site_leaves_nothing_of_it() -> None:
    line = "There are no comments yet. Be the first to comment.\n\n"
    assert restored(WHOLE.replace("A decision", f"{line}A decision")).split() == WHOLE.split()


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
        "The band’s second hit, “They Don’t Know About Us”, was written on the ferry.",
        "He gave her the council’s letter. Now read Holt’s answer to it. Read all Karsholm wrote of the storm.",
        "She reads the weather for the channel’s Latest News Hour, which opens at six.",
        "Pictures that Holt found on Quayside Street View photos show the old pier.",
        "The keeper made 31 saves in the match on the island, and the post had 2,700 shares in ten days.",
        "Most popular is the crossing at noon, which carries 300 people.",
        "He calls it a Watch: the crew looks out for seals on Mondays and for whales on all other days of the week.",
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
