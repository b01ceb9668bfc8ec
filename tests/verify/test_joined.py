"""Of clauses that "and" joins without a sign each has its own doer; what is compared, faced or titled has its sides."""

import time

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.clausewise import unmet_clause
from onrecord.verify.comparing.crossings import crossed
from onrecord.verify.comparing.undecided import undecided
from onrecord.verify.reading.gist import gist

BACKED = "The council backed the plan for a tram line and residents of Halme opposed it."
WELCOMED = "The pilots' union welcomed the takeover of Skylark and the cabin crew union opposed it."
MUSEUM = "The museum in Tarn opened on Monday and the library closed."
CUT = "The central bank of Veldania lowered its key rate by a quarter of a point to 3.25 percent."
FACES = "Renn faces a ban of up to four years."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Residents of Halme opposed the plan for a tram line.", BACKED),
        ("The council backed the plan for a tram line.", BACKED),
        ("The cabin crew union opposed the takeover of Skylark.", WELCOMED),
        ("The library in Tarn closed on Monday.", MUSEUM),
        ("The council and the mayor of Tarn opposed the plan.", "The council and the mayor of Tarn opposed the plan and residents backed it."),
        ("Fans of Tarn attended the match.", "Lund thanked the players of Tarn and fans who attended the match."),
        ("The plan for Tarn was stopped by a court.", "The plan for Tarn passed and a court stopped it."),
        ("The bus and the tram in Tarn collided.", "The bus and the tram in Tarn collided."),
        ("Forty firefighters fought the blaze in Tarn.", "Twenty of the forty firefighters who fought the blaze in Tarn came from Pell."),
        ("The central bank of Veldania lowered its key rate to 3.25 percent.", CUT),
        ("The price in Tarn was raised by 12 crowns.", "The council of Tarn raised the price by 12 crowns to 40."),
        ("Girls in Tarn read more books than boys.", "Girls in Tarn read more books than boys, a study found."),
        ("Renn could be banned for four years.", FACES),
        ("Renn was banned for four years.", "Renn, who had faced a ban of up to six years, was banned for four years."),
        ("Renn faced criticism over the closure of the mill.", "Renn faces criticism over the closure of the mill in Tarn."),
    ],
)  # fmt: skip
def test_what_the_record_has_of_them_is_on_record(text, told):
    assert check(text, report(told)).label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council opposed the plan for a tram line.", BACKED),
        ("Residents of Halme backed the plan for a tram line.", BACKED),
        ("The pilots' union opposed the takeover of Skylark.", WELCOMED),
        ("The museum in Tarn closed on Monday.", MUSEUM),
        ("Wages in Tarn rose.", "Wages in Tarn fell and prices rose."),
        ("Lund was injured in the crash near Tarn.", "Lund was killed in the crash near Tarn and his driver was injured."),
        ("Savings banks in Veldania welcomed the cut.", "Business groups in Veldania welcomed the cut while savings banks criticised it."),
        ("The central bank of Veldania lowered its key rate by 3.25 percent.", CUT),
        ("The price in Tarn was raised by 40 crowns.", "The council of Tarn raised the price by 12 crowns to 40 crowns."),
        ("The Tarn mill lost more workers than it hired.", "The Tarn mill hired more workers than it lost."),
        ("Construction in Tarn lost more people than it hired.", "Construction was the only trade in Tarn to hire more people than it lost."),
        ("More boys than girls in Tarn learn to swim.", "In Tarn, more girls than boys learn to swim."),
        ("Renn has been banned for four years.", FACES),
        ("Renn was fined 2,000 crowns.", "Renn risks a fine of 2,000 crowns."),
        ("Acmar was expelled from the league.", "Acmar faces expulsion from the league."),
    ],
)  # fmt: skip
def test_what_it_has_of_the_other_is_not(text, told):
    assert check(text, report(told)).label is Label.NOT_ENOUGH_EVIDENCE


def test_what_only_the_title_tells_of_another_is_not_on_record():
    told = report(
        "The Centre Union wants to charge farmers 4 pence for every cubic metre of water that they pump.",
        title="Farmers' Party breaks off talks with Centre Union",
    )
    assert check("The Centre Union broke off the talks.", told).label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize("words", ["and ", "rose and fell and prices ", "more than ", "faces a ", "later than later "])
def test_hostile_input_is_read_in_linear_time(words):
    started = time.perf_counter()
    many = gist("The council " + words * 400)
    crossed(many, many)
    undecided(gist("It was banned."), gist(words * 20_000))
    unmet_clause(gist("The council rose."), many)
    assert time.perf_counter() - started < 10
