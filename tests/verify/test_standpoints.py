"""Views and reasons that no verb of saying gives are somebody's; what stands beside them is the narrator's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.reading.gist import gist

FISHING = "The trawler Solveig was fishing illegally."
SAFE = "The dam in Sorrel is safe."

ONLY_HELD = [
    (FISHING, "In Rebane's view, the trawler Solveig was fishing illegally."),
    (FISHING, "In the view of the ministry, the trawler Solveig was fishing illegally."),
    (FISHING, "The trawler Solveig, in Tesmar's view, was fishing illegally."),
    (FISHING, "Rebane is convinced that the trawler Solveig was fishing illegally."),
    (FISHING, "Tesmar's version is that the trawler Solveig was fishing illegally."),
    (FISHING, "Tesmar's case: the trawler Solveig was fishing illegally."),
    (FISHING, "He repeated his claim that the trawler Solveig was fishing illegally."),
    (FISHING, "Reports that the trawler Solveig was fishing illegally could not be confirmed."),
    (FISHING, "The theory that the trawler Solveig was fishing illegally has been ruled out."),
    (FISHING, "Tesmar seized the trawler Solveig on the grounds that it was fishing illegally."),
    (FISHING, "The trawler Solveig was, according to Rebane, fishing illegally."),
    (SAFE, "Pia Lund remains adamant that the dam in Sorrel is safe."),
    (SAFE, "Pia Lund sounded sure the dam in Sorrel is safe."),
    (SAFE, "The prosecution case was that the dam in Sorrel is safe."),
    (SAFE, "The dam in Sorrel, in the opinion of the engineers, is safe."),
]

NARRATED = [
    (FISHING, "The trawler Solveig was fishing illegally, an inquiry has found."),
    ("Pia Lund closed the mill in Sorrel.", "In the view of many, it was a mistake, but Pia Lund closed the mill in Sorrel on Monday."),
    ("Pia Lund closed the mill in Sorrel.", "Pia Lund closed the mill in Sorrel on Monday, and her position is that of a caretaker now."),
    ("Pia Lund closed the school in Sorrel.", "Pia Lund closed the school in Sorrel on Monday on the grounds that it was unsafe."),
    ("Pia Lund closed the school in Sorrel on the grounds that it was unsafe.", "Pia Lund closed the school in Sorrel on Monday on the grounds that it was unsafe."),
    ("The dam in Sorrel broke.", "It is certain that the dam in Sorrel broke on Monday."),
    ("Tom Lund won the race in Harrow.", "Tom Lund, 24, who is sure of a place in the final, won the race in Harrow."),
    ("Tom Lund returned to Harrow.", "From his own experience Tom Lund knew the road, and he returned to Harrow on Monday."),
    ("Pia Lund is convinced that the dam in Sorrel is safe.", "Pia Lund is convinced that the dam in Sorrel is safe, and moved there."),
    ("Ida Holt is convinced that the dam in Sorrel is safe.", "The mill's owner, Ida Holt, is convinced that the dam in Sorrel is safe."),
    ("Pia Lund was worried that the dam in Sorrel might break.", "Pia Lund was worried that the dam in Sorrel might break, and moved out."),
    ("In Pia Lund's view, the dam in Sorrel is safe.", "In Pia Lund's view, the dam in Sorrel is safe."),
]  # fmt: skip

BEHIND_AN_ASIDE = [
    "Tesmar's foreign minister, Ilmar Rebane, said the trawler, the Solveig, had been fishing illegally.",
    "Tesmar's foreign minister, Ilmar Rebane, said the trawler Solveig, which was seized on Monday, had been fishing illegally.",
    "Ilmar Rebane, who is 54, said the trawler, the Solveig, had been fishing illegally.",
    "Ilmar Rebane, of the Coast Party, said the trawler, the Solveig, had been fishing illegally.",
]  # fmt: skip


@pytest.mark.parametrize(("statement", "text"), ONLY_HELD)
def test_what_is_only_somebodys_view_is_not_on_record(statement, text):
    assert check(statement, report(text)).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(("statement", "text"), NARRATED)
def test_what_stands_beside_a_view_and_the_view_as_somebodys_are_on_record(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize("text", BEHIND_AN_ASIDE)
def test_whoever_says_it_is_not_looked_for_in_what_is_said_of_a_vessel(text):
    assert check(FISHING, report(text)).label is Label.NOT_ENOUGH_EVIDENCE
    said = check("Ilmar Rebane said the trawler Solveig had been fishing illegally.", report(text))
    assert said.label is Label.SUPPORTED


PIECES = st.lists(
    st.sampled_from(
        "In his view|in the view of the board|,| |.|;|: |Lund|is convinced that |is sure the |his claim that |Lund's |case|"
        " was that |The prosecution |on the grounds that |and |but |“|”|the dam is safe|it |It ".split("|")
    ),
    max_size=9,
).map("".join)


@given(PIECES)
def test_views_that_are_broken_off_are_read_all_the_same(text):
    for saying in gist(text).sayings:
        assert saying.content.end <= len(text)
