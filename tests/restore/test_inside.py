"""Sentences and headings inside a sentence of the page: their form tells of them, whatever they speak of."""

import re
import time
from dataclasses import replace

import pytest

from onrecord.data import ReasonCode, RemovalKind, RemovalStatus, Span
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.ends import removal, without_rest
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


SAID = (
    "Wells at Torre to be closed\n"
    "Two of the five wells at Torre will be closed in May, the province said on Friday.\n"
    "“The level falls by a hand each year,” said the engineer, Ida Sol. “Without rain{inside} we will drink the sea.”\n"
    "Farmers have dug a sixth well, which nobody has counted, and water their almonds at night.\n"
    "A pipe from the north is to be laid by 2031, and half of it has been paid for.\n"
)


@pytest.mark.parametrize(
    "reply",
    [
        " Let me check the latest data on this. I don't have real-time access to well levels, so I can't confirm the current "
        "figure. You can check the province's site or a service such as Torre Data for up-to-date levels.",
        " Let me know if you'd like the figures for the other wells.",
        " Your question is about the five wells. The text does not say how deep they are.",
    ],
)
@pytest.mark.parametrize("marks", ["\\g<0>", '"'], ids=["curly", "straight"])
def test_a_reply_inside_somebodys_words_goes(reply: str, marks: str):
    page = re.sub("[“”]", marks, SAID)
    assert restore(read_text(page.format(inside=reply))).restored.split() == page.format(inside="").split()


@pytest.mark.parametrize(
    "own",
    [
        "“He looked at the pump and said Let me check the latest bill, as an aside, and left,” said Sol.",
        "“My mother asked Would you like me to fetch water, and I said No,” said Sol.",
        "“The farmers wrote I can't confirm the figure, and signed with a thumb,” said Sol.",
    ],
)
def test_whoever_is_quoted_inside_somebodys_words_stays(own: str):
    page = SAID.format(inside="") + own + "\n"
    assert restore(read_text(page)).restored.split() == page.split()


def test_what_closes_somebodys_words_that_it_did_not_open_is_pointed_at():
    text = "The club was to be where “actors and men of letters might meet”. It is named after an actor.\n"
    start, end = text.index("letters"), text.index(" It is")
    one = removal(Span(start=start, end=end), RemovalKind.CHATBOT_REPLY, (ReasonCode.BROKEN_SENTENCE,), True, 0.9)
    assert without_rest(text, one).status is RemovalStatus.SUSPECTED
    whole = replace(one, span=Span(start=text.index("“"), end=end))
    assert without_rest(text, whole).status is RemovalStatus.REMOVED
