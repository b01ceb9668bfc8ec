"""Figures of a text that names somebody, in a document that names him too, however far away; and how it was before."""

import re
from dataclasses import replace

import pytest
from tests.verify.newsroom import TUESDAY, VERIFIER, found, report, stated

from onrecord.data import Label, Span
from onrecord.verify import verify

ASKED = "Ida Holt, the finance minister, was asked about it on Monday."
SHRANK = (
    "SORREL (Harbour Wire) - The economy shrank by 0.2 percent in the first quarter, the statistics office said.\n\n"
    "Exports fell 1.8 percent. Inflation stood at 2.3 percent in April, down from 3.1 percent in January.\n\n"
    "Finance minister Ida Holt spoke of a stumble."
)


def told_beside(text, told, *, beside=ASKED):
    """The verdict on a statement of a text that has another sentence too."""
    some = [replace(stated(one), document_id="page") for one in (beside, text)]
    whole = report(told)
    passages = [replace(whole, span=Span(start=one.start(), end=one.end())) for one in re.finditer(r"[^\n]+", told)]
    return verify(some, [found(), found(*passages)], verifier=VERIFIER, as_of=TUESDAY)[1]


@pytest.mark.parametrize(
    "text",
    [
        "In the first quarter the economy shrank by 0.2 percent.",
        "Exports fell by 1.8 percent.",
        "Inflation was 2.3 percent in April.",
        "Inflation was 3.1 percent in January.",
    ],
)
def test_it_is_on_record(text):
    assert told_beside(text, SHRANK).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("text", "told", "beside"),
    [
        ("Exports fell by 1.8 percent.", SHRANK.replace("Ida Holt", "Jan Renn"), ASKED),
        ("Exports fell by 1.8 percent.", SHRANK.replace("Exports fell", "Exports of Corvia fell"), ASKED),
        ("Exports fell by 1.8 percent.", SHRANK.replace("Ida Holt spoke", "Ida Holt of the Supreme Court spoke").replace("Ida Holt", "Holt"), "The Supreme Court was asked about it on Monday."),
        ("Imports fell by 1.8 percent.", SHRANK, ASKED),
        ("The number of trains cancelled fell by 1.8 percent.", SHRANK, ASKED),
        ("Exports fell by 2.3 percent.", SHRANK, ASKED),
        ("Exports rose by 1.8 percent.", SHRANK, ASKED),
        ("Inflation was 2.3 percent in January.", SHRANK, ASKED),
        ("Inflation was 3.1 percent in April.", SHRANK, ASKED),
    ],
)  # fmt: skip
def test_what_is_of_another_matter_or_time_is_not(text, told, beside):
    assert told_beside(text, told, beside=beside).label is not Label.SUPPORTED


@pytest.mark.parametrize(
    "text",
    [
        "In January it had still been at 3.1 percent.",
        "Inflation had been 3.1 percent before.",
        "Until then inflation was at 3.1 percent, more than in any other year.",
    ],
)
def test_how_it_was_before_is_not_denied_by_how_it_is(text):
    assert told_beside(text, SHRANK).label in (Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)
