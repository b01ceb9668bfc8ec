"""What a record tells of one and a statement of another that stands near: by its kind, of a part, to him, by him."""

import time

import pytest
from tests.verify.newsroom import ON_MONDAY, check, report

from onrecord.data import Label
from onrecord.verify.comparing.told_of import unmet_whom
from onrecord.verify.reading.gist import gist

MINE = (
    "The mine in Korv, which is owned by Lodestar, produces about 38,000 tonnes of copper a year. It was opened in 1974 "
    "and employs 520 people."
)
FETCHED = "Sixty-one workers were brought to the surface in Korv, 14 of whom were treated for smoke inhalation."
POOL = (
    "The council of Tarn voted to sell the pool to a hotel company for 5.2 million crowns. The pool, which opened in 1934, "
    "needs repairs. It had 64,000 visitors last summer."
)
DERAILED = "A train derailed near Hennock on Friday, injuring 23 people, four of them seriously."
FILM = "The Salt Wife won the Golden Heron at the Quill festival on Sunday. The film was shot in 26 days and cost 1.1 million crowns."
TRIAL = (
    "Patients in Lissow who took the drug had on average 4.1 days with migraine a month, compared with 8.2 before the "
    "trial. Among those given a placebo the number fell to 6.9."
)
TROST = "Judge Ines Rahm gave her a suspended sentence of two years and ordered her to pay back 90,000 crowns."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mine in Korv was opened in 1974.", MINE),
        ("Fourteen workers in Korv were treated for smoke inhalation.", FETCHED),
        ("Four people were seriously injured near Hennock.", DERAILED),
        ("The Salt Wife cost 1.1 million crowns.", FILM),
        ("The film The Salt Wife was shot in 26 days.", FILM),
        ("The pool in Tarn had 64,000 visitors last summer.", POOL),
        ("Patients in Lissow who took the drug had 4.1 days with migraine a month.", TRIAL),
    ],
)
def test_what_is_told_of_it_is_on_record(text, told):
    assert check(text, report(told)).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mine in Korv was opened by Lodestar in 1974.", MINE),
        ("Lodestar was opened in 1974.", MINE),
        ("Fourteen workers in Korv were brought to the surface.", FETCHED),
        ("Sixty-one workers in Korv were treated for smoke inhalation.", FETCHED),
        ("A hotel company in Tarn had 64,000 visitors last summer.", POOL),
        ("Twenty-three people were seriously injured near Hennock.", DERAILED),
        ("The Quill festival cost 1.1 million crowns.", FILM),
        ("The Golden Heron cost 1.1 million crowns.", FILM),
        ("Patients in Lissow who got a placebo had 4.1 days with migraine a month.", TRIAL),
        ("Ines Rahm was ordered to pay back 90,000 crowns.", TROST),
    ],
)
def test_what_is_told_of_another_is_not(text, told):
    assert check(text, report(told)).label is Label.NOT_ENOUGH_EVIDENCE


def test_what_a_figure_is_compared_with_is_not_denied_by_it():
    text = "Before the trial in Lissow patients had 8.2 days with migraine a month."
    assert check(text, report(TRIAL), **ON_MONDAY).label in (Label.SUPPORTED, Label.NOT_ENOUGH_EVIDENCE)


@pytest.mark.parametrize("words", ["The film was shot in Tarn. ", "of whom 14 of them ", "Lund ordered him by Holt "])
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    unmet_whom(gist("Lund was ordered to pay 14 crowns by Holt."), gist(words * 300), before="", title="")
    assert time.perf_counter() - started < 10
