"""What happens in a novel or film, what a leaked paper has, and what a note has for a mistake is not on record as so."""

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

NOVEL = (
    "Mira Solberg has won the Tarnholm prize for her third novel, The Water Clerk.\n\n"
    "The novel tells the story of a town clerk in Hellevig. The mayor sells the dyke to a foreign bank. In the spring "
    "flood 400 people drown. The clerk burns the town hall and flees to Tesmar. It was printed in Lunden in May.\n\n"
    "Solberg lives in Lunden and works as a nurse."
)
FILM = (
    "The Golden Gull went to Greta Sandon on Sunday.\n\nIn the film, a fisherman finds the body of a minister on the "
    "beach in Pell. The police arrest the wrong man. The prime minister resigns on live television."
)
DRAFT = (
    "According to a leaked draft, the hospital in Skarn is to close. The maternity ward has lost 14 nurses since May. A "
    "spokeswoman for the ministry said no decision had been taken.\n\nThe hospital treats 18,000 patients a year in Skarn."
)
NOTES = "In an article on the census we gave the population of Dunmere as 81,000. It is 18,000.\n\nPia Lund lives in Dunmere."

NOT_SO = [
    ("The mayor of Hellevig sold the dyke to a foreign bank.", NOVEL),
    ("400 people drowned in the spring flood.", NOVEL),
    ("The clerk burned the town hall and fled to Tesmar.", NOVEL),
    ("A fisherman found the body of a minister on the beach.", FILM),
    ("The police arrested the wrong man.", FILM),
    ("The prime minister has resigned.", FILM),
    ("The maternity ward in Skarn has lost 14 nurses since May.", DRAFT),
]

SO = [
    ("Mira Solberg has won the Tarnholm prize.", NOVEL),
    ("Mira Solberg works as a nurse.", NOVEL),
    ("The novel tells the story of a town clerk in Hellevig.", NOVEL),
    ("The Golden Gull went to Greta Sandon.", FILM),
    ("The hospital in Skarn treats 18,000 patients a year.", DRAFT),
    ("Pia Lund owns the mill in Sorrel.", "Pia Lund, whose novel is set in Harrow, owns the mill in Sorrel."),
    ("Pia Lund closed the mill in Sorrel.", "In the film industry, wages fell. Pia Lund closed the mill in Sorrel."),
    (
        "The bank in Sorrel failed in 2008.",
        "The documentary film follows Pia Lund through the crisis. The bank in Sorrel failed in 2008.",
    ),
]


@pytest.mark.parametrize(("statement", "text"), NOT_SO)
def test_what_is_made_up_or_leaked_is_not_on_record_as_so(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), SO)
def test_what_stands_beside_it_is_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


def test_what_a_page_of_corrections_has_for_a_mistake_is_not_on_record():
    notes = report(NOTES, title="Corrections and clarifications")
    assert check("The population of Dunmere is 81,000.", notes).label is Label.NOT_ENOUGH_EVIDENCE
    assert check("Pia Lund lives in Dunmere.", notes).label is Label.SUPPORTED
