"""What a figure measures: inflation falls to 3.2 percent, and the toll is put at 74."""

import pytest

from onrecord.extract import extract
from onrecord.read import read_text
from onrecord.restore import restore


def measured(text):
    told = extract(restore(read_text(text)))
    return [figure.counted for statement in told for figure in statement.figures]


SUBJECTS = [
    ("Police found 40 kg of heroin in a van.", ["heroin"]),
    ("It owes $3m of debt to the bank.", ["debt"]),
    ("The reservoir holds 40 million cubic metres of water.", ["water"]),
    ("It burned for 3 hours of the night.", [""]),
    ("Tarn Water is proposing rises of 20 percent.", [""]),
    ("The dam weighs 2 million tonnes and measures 140 metres.", ["dam", "dam"]),
    ("Mills can face fines of $30,000.", ["fines"]),
    ("The death toll rose to 74.", ["death toll"]),
    ("Death toll hits 74 as rescuers search on", ["Death toll"]),
    ("Inflation fell to 3.2 % in February.", ["Inflation"]),
    ("In March inflation fell to 3.2%.", ["inflation"]),
    ("Inflation, which was high all winter, has eased to 4.2 percent.", ["Inflation"]),
    ("The ministry said inflation in the valley had slowed to 2.1 percent.", ["inflation"]),
    ("Turnout reached 61 percent on Sunday.", ["Turnout"]),
    ("With turnout at 61 percent, the party lost.", ["turnout"]),
    ("Unemployment stood at 4.1 percent, the statistics office said.", ["Unemployment"]),
    ("The unemployment rate among the young is 17 percent.", ["unemployment rate"]),
    ("Wages are expected to grow by 3 percent.", ["Wages"]),
    ("Rainfall was down 20 percent.", ["Rainfall"]),
    ("The magnitude of the quake was 6.2.", ["magnitude of the quake"]),
    ("The population of Tarn was 41,000 in 2020.", ["population of Tarn"]),
    ("The number of injured has passed 300.", ["injured"]),
    ("Life expectancy rose to 81 years.", ["Life expectancy"]),
    ("The river rose 2 metres overnight.", ["river"]),
    ("The index closed 1.2 percent higher at 7,410.", ["index", "index"]),
    ("Kessel shares ended the day down 4 percent.", ["Kessel shares"]),
    ("Sales of cars and trucks rose 3%.", ["Sales of cars and trucks"]),
    ("Support for the party has slumped from 31 percent to 18 percent.", ["Support", "Support"]),
    ("Revenue climbed 12% to $3.4 billion, from $3 billion a year earlier.", ["Revenue", "Revenue", "Revenue"]),
    ("Profit rose 12% and revenue fell 3%.", ["Profit", "revenue"]),
    ("Renn's approval has sunk to 27 percent.", ["Renn's approval"]),
    ("A loss was told, as sales in Corvia slumped 17% to $1.9bn.", ["sales", "sales"]),
    ("Waiting lists have grown for 14 months, to 7.6 million.", ["", "Waiting lists"]),
    ("People who sleep little are 30% more likely to fall ill.", ["People"]),
    ("A magnitude 6.4 earthquake struck on Tuesday.", ["magnitude"]),
    ("TARN, March 17 - Shares of Halme jumped more than 9%.", ["Shares of Halme"]),
    ("Earnings were $1.12 per share, compared with 87 cents then.", ["Earnings", "Earnings"]),
    ("The bill passed by 213 votes to 208.", ["votes", "votes"]),
    # what a share of those who were asked answered
    ("Asked whom they trust, 31 percent named the mayor.", ["named the mayor"]),
    ("In the survey about 31 percent named the council as their own.", ["named the council"]),
    ("Some 62% support the plan, he said.", ["support the plan"]),
    # in capitals
    ("INFLATION FELL TO 3.2 PERCENT IN MAY, POLICE SAID.", ["INFLATION"]),
    ("THE DEATH TOLL ROSE TO 74 ON SUNDAY.", ["DEATH TOLL"]),
    # what somebody sets
    ("It would raise capital spending to between $1 billion and $2 billion.", ["capital spending", "capital spending"]),
    ("The central bank raised its key interest rate to 4.5 percent.", ["key interest rate"]),
    ("Rates were cut by 0.25 percentage points.", ["Rates"]),
    ("Police put the toll at 31.", ["toll"]),
    # what is of a figure
    ("The quake had a magnitude of 6.1.", ["magnitude"]),
    ("The storm hit Tarn with winds of 120 mph.", ["winds"]),
    ("A fine of $500 was imposed.", ["fine"]),
    ("The firm reported a 5 percent rise in sales of cars.", ["sales of cars"]),
    ("It told of a 12% drop in the number of visitors on Friday.", ["visitors"]),
    ("They hold a 30 percent stake in the firm.", ["stake"]),
    # what a figure describes
    ("A 2-metre concrete wall fell on cars.", ["concrete wall"]),
    ("An 800-strong crowd marched through Tarn.", ["crowd"]),
    ("A 5km-long queue formed at the border.", ["queue"]),
    ("Pilots began a 24-hour strike on Friday.", ["strike"]),
    ("He is on a £90,000-a-year salary.", ["salary"]),
    ("The firm signed a $40m deal with Corvia.", ["deal"]),
]


@pytest.mark.parametrize(("sentence", "expected"), SUBJECTS)
def test_a_figure_says_what_it_measures(sentence, expected):
    assert measured(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It rose to 74.",
        "They were 12.",
        "The gunman killed 12.",
        "The team won by 5.",
        "The government lost the vote by 12.",
        "Renn climbed 300 metres.",
        "The shell fell 5 km from the town.",
        "The driver was 23 and drunk.",
        "The suspect was sentenced to 12 years.",
        "Renn scored 31.",
        "A poll puts him at 27 percent.",
        "A total of 12 were held.",
        "The union wants an 8 percent raise.",
    ],
)
def test_what_nothing_says_is_not_measured(sentence):
    assert measured(sentence) == [""]


def test_what_is_counted_behind_a_figure_stays():
    assert measured("The flood killed 74 people, and the toll of the fire is 12 homes.") == ["people", "homes"]
