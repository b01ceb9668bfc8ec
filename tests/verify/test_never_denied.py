"""True news that a no or another figure of the record only seems to deny."""

import time

import pytest
from tests.verify.newsroom import ON_MONDAY, check, report

from onrecord.data import Label
from onrecord.verify.comparing.denials import compare_polarity
from onrecord.verify.reading.gist import gist
from onrecord.verify.reading.polarity import is_kept_from


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # none of them did one thing, so they did the other
        ("All pilots of Norvane kept their jobs on Monday.", "No pilots of Norvane lost their jobs on Monday."),
        ("The pilots of Norvane kept their jobs on Monday.", "No pilots of Norvane lost their jobs on Monday."),
        ("Everyone on board in Tarn survived the crash on Monday.", "Nobody on board in Tarn died in the crash on Monday."),
        ("All passengers in Tarn survived the crash on Monday.", "No passengers in Tarn were killed in the crash on Monday."),
        ("Pupils in Tarn passed the test on Monday.", "No pupil in Tarn failed the test on Monday."),
        ("The children of Tarn were vaccinated on Monday.", "No children in Tarn were left unvaccinated on Monday."),
        ("Acmar cut no jobs in Tarn on Monday.", "Acmar kept all jobs in Tarn on Monday."),
        # kept from it, short of it, only asked for
        ("The fire in Tarn did not spread on Monday.", "Firefighters stopped the fire in Tarn from spreading on Monday."),
        ("The fire in Tarn was kept from spreading on Monday.", "The fire in Tarn did not spread on Monday."),
        ("Renn was one vote short of winning in Tarn on Monday.", "Renn did not win in Tarn on Monday. He was one vote short."),
        ("Parliament in Tarn voted down a motion to stop the bill on Monday.", "Parliament in Tarn did not stop the bill on Monday."),
        # more than there was, what there was at first, all together
        ("The Tarn dam holds 2 million litres more since Monday.", "The Tarn dam holds 12 million litres since Monday, up from 10 million."),
        ("The bank in Tarn cut its rate from 3.5 percent on Monday.", "The bank in Tarn cut its rate by a quarter of a point to 3.25 percent on Monday."),
        ("The Union and the Greens together won 41 seats in Tarn on Monday.", "The Union won 34 seats in Tarn on Monday and the Greens won seven seats."),
    ],
)  # fmt: skip
def test_it_is_not_denied(text, told):
    assert check(text, report(told), **ON_MONDAY).label in (Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pilots of Norvane lost their jobs on Monday.", "No pilots of Norvane lost their jobs on Monday."),
        ("No passengers died in the crash in Tarn on Monday.", "Two passengers died in the crash in Tarn on Monday."),
        ("No one was hurt in Tarn on Monday.", "Three people were injured in Tarn on Monday."),
        ("Nobody on board in Tarn died on Monday.", "Two people on board in Tarn died on Monday."),
        ("There were no injuries in Tarn on Monday.", "There were injuries in Tarn on Monday."),
        ("Acmar had no licence in Tarn on Monday.", "Acmar had a licence in Tarn on Monday."),
        ("The mill in Tarn did not close on Monday.", "The mill in Tarn closed on Monday."),
        ("The Tarn dam held 10 million litres on Monday.", "The Tarn dam held 12 million litres on Monday."),
    ],
)
def test_what_is_false_still_is(text, told):
    assert check(text, report(told), **ON_MONDAY).label is Label.REFUTED


@pytest.mark.parametrize(
    ("text", "word", "kept"),
    [
        ("They stopped the fire from spreading.", "spreading", True),
        ("They came from spreading towns.", "spreading", False),
        ("He fell short of winning.", "winning", True),
        ("He spoke of winning.", "winning", False),
        ("They rejected a motion to stop it.", "stop", True),
        ("They went to stop it.", "stop", False),
        ("She avoided losing.", "losing", True),
    ],
)
def test_what_did_not_come_about_without_a_no(text, word, kept):
    words = gist(text).words
    assert is_kept_from(words, next(at for at, one in enumerate(words) if one.plain == word)) is kept


@pytest.mark.parametrize("words", ["no pilots lost jobs and ", "stop from ", "no ", "nobody "])
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    many = gist(f"The pilots {words * 300}")
    compare_polarity(many, many, record="the record")
    assert time.perf_counter() - started < 10
