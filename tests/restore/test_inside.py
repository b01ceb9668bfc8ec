"""Sentences and headings inside a sentence of the page: their form tells of them, whatever they speak of."""

import time

import pytest

from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.inside import with_inside
from onrecord.text.spans import lines

DYKE = (
    "Dyke at Hollum to be raised\n"
    "The dyke at Hollum will be raised by a metre before the winter of 2029, the water board decided on Monday.\n"
    "Engineers had found that the{here}old clay was drier than anybody thought and cracked in three places.\n"
    "Farmers will lose eleven hectares and be paid for them by the province.\n"
    "“We would rather lose grass than sleep,” said Jan Wiersma, who keeps cows behind the sluice.\n"
)
EMPTY = DYKE.format(here=" ").split()


@pytest.mark.parametrize(
    "pasted",
    [
        " The clay dates from between 1610 and 1727, which spans the reigns of two counts. ",
        "The clay dates from between 1610 and 1727. ",
        " This is a common cause of leaks in dykes of that age. It is often found after dry summers. ",
        " There are three kinds of clay in the region.",
    ],
)
def test_a_sentence_inside_a_sentence_goes(pasted: str):
    restored = restore(read_text(DYKE.format(here=pasted))).restored.split()
    assert restored == EMPTY or restored == " ".join(EMPTY).replace("the old", "theold").split()


@pytest.mark.parametrize(
    "pasted",
    [
        " Title: Hollum Dyke to Be Raised by a Metre ",
        " ## Reasons for the Raising of the Dyke ",
        " ### Dyke, Clay and Water: An Overview ",
    ],
)
def test_a_heading_inside_a_sentence_goes(pasted: str):
    assert restore(read_text(DYKE.format(here=pasted))).restored.split() == EMPTY


@pytest.mark.parametrize(
    "own",
    [
        "The board read the Clay Report of the Dyke Society, printed in 1981 by Smit & Co. and found it dry.",
        "They had called it The Wall. it was never one, wrote the schoolmaster in 1824.",
        "His card gave his title: Head of the Board of Dykes and Drains for the north.",
        "“Who pays for the A road?” asked the mayor of Hollum.",
        "In the play The dyke speaks first; then the sea answers it, and the two agree on nothing.",
        "The sign read # 4 Dyke Road North and was under water.",
        "She sang for the Who! and others in the summer of 1969.",
    ],
)
def test_what_only_looks_like_it_stays(own: str):
    page = DYKE.format(here=" ") + own + "\n"
    assert restore(read_text(page)).restored.split() == page.split()


def test_a_page_of_many_slips_stays():
    slips = "The board met in The hall of the inn. it sat until ten. the mayor left in The rain by then. nobody minded."
    page = DYKE.format(here=" ") + slips + "\n"
    assert restore(read_text(page)).restored.split() == page.split()


def test_a_heading_behind_which_a_name_goes_on_is_left_as_nobody_knows_where_it_ends():
    page = DYKE.format(here=" ## Reasons for the Raising of the Dyke ").replace("old clay", "Hollum clay")
    assert "Hollum clay" in restore(read_text(page)).restored


def test_time_is_linear():
    began = time.perf_counter()
    for hostile in (
        "## A ",
        "Title: A ",
        "the The a",
        ". aa ",
        "the The end. aa ",
        "A of ",
        "aaa.",
        "the ## A B C dd ",
        "## A",
    ):
        for text in (hostile * 30_000, (hostile * 100 + "\n") * 300, "## " + hostile * 30_000):
            with_inside(text, lines(text), [])
    assert time.perf_counter() - began < 10
