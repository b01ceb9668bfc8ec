"""What is to come by a statement is on record as planned, by what is planned as firmly, and else not checked."""

import time
from datetime import date

import pytest
from tests.verify.newsroom import check, codes, report

from onrecord.data import Label
from onrecord.verify.comparing.firmness import is_ahead, less_firm
from onrecord.verify.reading.gist import gist

OPENS = "The Tarn museum will open in June."
DEAL = (
    "Under the deal Yasmin Corder of the Alliance will become president of Tarn. Johanna Pryce of the Farmers' Party is "
    "to be her deputy."
)
FREEZES = "The coalition in Tarn says it will freeze bus fares for two years and hire 300 teachers."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OPENS, OPENS),
        ("The Tarn museum is due to open in June.", OPENS),
        ("The Tarn museum is expected to open in June.", OPENS),
        ("If the council agrees, the Tarn museum will open in June.", "If the council agrees, the Tarn museum will open in June."),
        ("A final report on the Tarn fire is expected in September.", "The final report on the Tarn fire is due in September."),
        ("The coalition in Tarn plans to freeze bus fares for two years.", FREEZES),
        ("The coalition in Tarn plans to hire 300 teachers.", FREEZES),
        ("The assembly of Tarn will vote on the new president on 2 June.", "The assembly of Tarn is due to vote on the new president on 2 June."),
        ("The Tarn museum plans to spend 400,000 crowns on better alarms.", "The Tarn museum plans to spend 400,000 crowns on new alarms."),
        ("Yasmin Corder will become president of Tarn.", DEAL),
        ("Bus fares in Tarn will rise by 4 percent next year.", "Bus fares in Tarn will go up by 4 percent next year."),
    ],
)  # fmt: skip
def test_a_plan_is_on_record_as_a_plan(text, told):
    verdict = check(text, report(told))
    assert verdict.label is Label.SUPPORTED
    assert codes(verdict)[-1] == "forecast"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # less firmly, as done, on a condition, in somebody's words alone
        (OPENS, "The Tarn museum is expected to open in June."),
        (OPENS, "The Tarn museum hopes to open in June."),
        (OPENS, "The Tarn museum may open in June."),
        (OPENS, "The Tarn museum opened in June."),
        (OPENS, "If the council agrees, the Tarn museum will open in June."),
        (OPENS, "Ida Holt said the Tarn museum would open in June."),
        ("The Tarn museum plans to open in June.", "The Tarn museum hopes to open in June."),
        ("The coalition in Tarn will freeze bus fares for two years.", FREEZES),
        # otherwise
        (OPENS, "The Tarn museum will open in July."),
        (OPENS, "The Tarn museum will not open in June."),
        (OPENS, "The Tarn library will open in June."),
        ("Johanna Pryce will become president of Tarn.", DEAL),
        ("The bank of Veldania will cut its rate again in June.", "The bank of Veldania declined to say whether another cut would follow in June."),
        ("Renn will resign as mayor of Tarn.", "Renn said he had no intention of resigning as mayor of Tarn."),
        ("Acmar will close its plant in Tarn.", "Acmar will close its plant in Sorrel and keep the one in Tarn open."),
        ("Acmar will build 400 homes in Tarn.", "Acmar will build 900 homes in Tarn and 400 in Sorrel."),
        ("The trial of Renn will begin in May.", "The trial of Renn will end in May."),
        ("Renn hopes to win the seat of Tarn.", "Renn hopes that Holt will win the seat of Tarn."),
        ("The opposition in Tarn plans to freeze bus fares for two years.", FREEZES),
        ("The coalition in Tarn plans to close schools.", "The coalition in Tarn said it would not close schools."),
        ("Acmar plans to close its plant in Tarn.", "Acmar said Brekk would close its plant in Tarn."),
    ],
)  # fmt: skip
def test_what_is_to_come_otherwise_or_less_surely_is_not_checked(text, told):
    verdict = check(text, report(told))
    assert (verdict.label, codes(verdict), verdict.evidence) == (Label.NOT_CHECKED, ["forecast"], ())


def test_a_plan_that_a_later_report_has_otherwise_is_not_checked():
    text = "A decision on the takeover of Skylark is expected in July."
    first = report("A decision on the takeover of Skylark is expected in July.", on=date(2025, 5, 8))
    later = report("A decision on the takeover of Skylark is now expected in October.", by="Island Ledger")
    assert check(text, first).label is Label.SUPPORTED
    assert check(text, first, later).label is Label.NOT_CHECKED


@pytest.mark.parametrize(
    ("text", "told", "word"),
    [
        ("It will open.", "It hopes to open.", "hopes"),
        ("It plans to open.", "It will open.", None),
        ("It will open.", "It opened.", None),
        ("Lund said it would open and is expected to last.", "It is expected to last.", None),
        ("It will open.", "Lund said it would open.", None),
    ],
)
def test_how_firmly_it_is_told(text, told, word):
    less = less_firm(gist(text), gist(told))
    assert (less and less.cut(told)) == word


@pytest.mark.parametrize("words", ["hopes that ", "will ", "hopes that a b c d will ", "is expected "])
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    is_ahead(gist(words * 10_000))
    less_firm(gist("Lund hopes to win."), gist(words * 400))
    assert time.perf_counter() - started < 10
