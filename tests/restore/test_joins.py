"""What a page reads on with where something was cut out of a sentence."""

import pytest

from onrecord.data import Span
from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore
from onrecord.restore.pasted.joins import rejoined

REPLY = "Okay, here's the rewritten section. I kept it under 100 words, as you asked."
PAGE = (
    "Swimmers told to stay out of Lake Ferris\n"
    "Swimmers have been told to stay out of Lake Ferris after a bloom of algae was found near the north beach.\n"
    "Two dogs have {pasted}died since Friday. The health office expects the warning to last until the weather turns.\n"
)


@pytest.mark.parametrize("behind", ["", " ", "\n", "\n\n"])
@pytest.mark.parametrize("before", ["", "\n", "\n\n"])
def test_a_sentence_reads_on_in_one_line_though_the_reply_in_it_stood_in_lines_of_its_own(before: str, behind: str):
    restoration = restore(read_text(PAGE.format(pasted=before + REPLY + behind)))
    assert restoration.restored == PAGE.format(pasted="")
    stated = [" ".join(one.span.cut(restoration.document.text).split()) for one in extract(restoration)]
    assert "died since Friday." not in stated


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("The bridge is closed.\n", "\nand so is the ford."),  # a sentence has ended before it
        ("Milk and rye bread \n", "\noat flakes, two pounds"),  # a list: no word that a line does not end with
        ("The harbour board opened the \n", "\nNorthgate stays closed."),  # another sentence begins
        ("Two dogs have", "\ndied since Friday."),  # the line break is all that parts the words
        ("Two dogs have ", "died since Friday."),  # reads on as it is
    ],
)
def test_line_breaks_stay_where_nothing_says_that_one_sentence_was_broken(before: str, behind: str):
    span = Span(start=len(before), end=len(before) + len(REPLY))
    assert rejoined(before + REPLY + behind, span) == span
