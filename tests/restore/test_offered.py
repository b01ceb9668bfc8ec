"""Offers to somebody who asked, in sentences of their own on pages that else speak to nobody."""

import pytest

from onrecord.data import RemovalStatus
from onrecord.read import read_text
from onrecord.restore import restore

LIGHTHOUSE = (
    "Lighthouse at Cape Ordel to be sold\n"
    "The lighthouse at Cape Ordel, which has been dark since 2011, is to be sold at auction in May, the coast office said.\n"
    "It was built by Amos Tarrant in 1874 and stands 41 metres above the sea.{inside}\n"
    "{pasted}"
    "Fishermen had asked for a small light to be kept on the tower, and the buyer will have to see to it.\n"
    "The roof leaks, and the last keeper's piano is still in the kitchen.{last}\n"
)
EMPTY = LIGHTHOUSE.format(inside="", pasted="", last="")


@pytest.mark.parametrize(
    "offer",
    [
        "If you'd like, I can explain how lighthouses are auctioned.",
        "Would you like information about other lighthouses on the coast?",
        "Let me know if you want more on Amos Tarrant's other buildings.",
        "Would you like me to add a line on the price?",
        "If you'd prefer a more formal tone, I can rework the ending.",
        "Want it trimmed to 120 words?",
        "Do you want a version with a map caption and a sidebar on lighthouses?",
        "If it would help, I can add a short explainer on how lamps of that size are moved.",
    ],
)
@pytest.mark.parametrize("place", ["inside", "pasted", "last"])
def test_an_offer_goes_wherever_it_stands(offer: str, place: str):
    parts = {"inside": "", "pasted": "", "last": ""} | {place: f"{offer}\n" if place == "pasted" else f" {offer}"}
    assert restore(read_text(LIGHTHOUSE.format(**parts))).restored.split() == EMPTY.split()


def test_what_tells_of_a_matter_above_an_offer_stays_and_is_pointed_at_at_most():
    told = (
        "Amos Tarrant was a British engineer of the Victorian era. He designed several lighthouses in the Gothic style. "
        "His work is noted for its use of granite."
    )
    page = LIGHTHOUSE.format(
        inside="", pasted=f"{told}\nLet me know if you want more on his other buildings.\n", last=""
    )
    restoration = restore(read_text(page))
    assert [span.cut(page).strip() for span in restoration.removed] == [
        "Let me know if you want more on his other buildings."
    ]


def test_what_is_exclaimed_before_an_offer_goes_with_it():
    page = LIGHTHOUSE.format(
        inside="", pasted="", last="\nAww, what a charming story! Want me to write a caption for it?"
    )
    assert restore(read_text(page)).restored.split() == EMPTY.split()


@pytest.mark.parametrize(
    ("place", "own"),
    [
        ("inside", " “Would you like me to carry the piano down?” the keeper's son asked at the viewing."),
        ("inside", " Would you like me to carry the piano down? the keeper's son asked at the viewing."),
        ("pasted", "Shall I put the kettle on? was what the keeper said to every visitor, his daughter recalled.\n"),
        ("last", " The keeper used to ask whether he should play: shall I, or would you rather hear the wind?"),
        ("pasted", "The estate agent, Ida Brenn, can show the tower on Saturdays and is happy to answer questions.\n"),
    ],
)
def test_what_somebody_is_reported_to_have_offered_stays(place: str, own: str):
    page = LIGHTHOUSE.format(**({"inside": "", "pasted": "", "last": ""} | {place: own}))
    assert restore(read_text(page)).restored == page


@pytest.mark.parametrize(
    "page",
    [
        "Ask the gardener\nMy roses have black spots, what should I do?\nCut the leaves off and burn them. Roses that stand in the "
        "shade suffer most.\nShould I feed them too? Not before April.\nIf you'd like, I can send you a list of hardy sorts.\n"
        "Ute Marl writes on gardens every Saturday.",
        "A walk along the Ordel coast\nThe path begins behind the chapel, where you can leave a car.\nAfter an hour you see the "
        "lighthouse, and I have never met anybody there.\nWould you like a shorter walk? Turn left at the quarry.\n"
        "The bus back goes at five.",
        "Q: When will the tower be sold?\nA: In May, if somebody wants it.\nQ: Who pays for the light?\nA: The buyer. Let me know if "
        "that is you.\nQ: What about the piano?\nA: It stays.",
    ],
    ids=["advice", "walk", "interview"],
)
def test_offers_of_a_page_that_speaks_to_its_readers_stay(page: str):
    restoration = restore(read_text(page))
    assert all(one.status is RemovalStatus.SUSPECTED for one in restoration.removals)
    assert restoration.restored == page


def test_paragraphs_of_the_page_between_two_offers_stay():
    said = [line for line in EMPTY.splitlines() if line]
    for at in range(1, len(said)):
        page = [*said[:1], "Want me to draft a caption?", *said[1:at], "Would you like me to shorten it?", *said[at:]]
        assert restore(read_text("\n\n".join(page))).restored.split() == EMPTY.split()


HEAT = (
    "Heat closes schools across Pell county\n\n"
    "Schools across Pell county will close at noon until Friday, the education office said on Monday, after thermometers at the "
    "harbour reached 41 degrees.\n\n"
    "The county's hospital in Dunmere treated 62 people for heat stroke over the weekend, twice as many as in the same days last "
    "year, it said.\n\n"
    "{}"
    "The forecast office expects rain on Saturday, when temperatures should fall to 29 degrees.\n"
)
COLUMNS = (
    "The Doric order is the oldest of the three styles of Greek columns and is known for its plain capitals. Its shafts taper "
    "toward the top, carry twenty flutes and stand without a base on the floor of the temple. Architects of the Renaissance "
    "revived it as a symbol of strength and order. Frieze and triglyphs alternate above the architrave, and metopes between them "
    "were filled with painted reliefs of gods, heroes and monsters."
)
BUSES = (
    "Bus drivers, crossing guards and the cooks of both canteens keep their wages, the union said after talks that went on until "
    "midnight. Whoever had booked the swimming pool for a club may have the money back or a date in autumn. A concert of the "
    "youth orchestra, for which nine hundred tickets had been sold, moves from the gym to the cathedral."
)
OFFER = "Let me know if you need a shorter version or a different tone."


def test_what_is_on_another_matter_above_an_offer_in_its_line_goes_with_it():
    assert restore(read_text(HEAT.format(f"{COLUMNS} {OFFER}\n\n"))).restored.split() == HEAT.format("").split()


def test_a_paragraph_of_the_page_above_an_offer_in_its_line_stays():
    page = HEAT.format(f"{BUSES}\n\n")
    assert restore(read_text(HEAT.format(f"{BUSES} {OFFER}\n\n"))).restored.split() == page.split()
