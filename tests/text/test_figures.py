"""Figures as news writes them: value, unit, what is counted, bound."""

import pytest

from onrecord.data import Bound
from onrecord.text.numbers import find_figures

EXACTLY, ABOUT = Bound.EXACTLY, Bound.ABOUT
MORE, LEAST, LESS, MOST = Bound.MORE_THAN, Bound.AT_LEAST, Bound.LESS_THAN, Bound.AT_MOST

CASES = [
    ("The lake covers 12 square kilometres.", (12, "square km", EXACTLY)),
    ("It holds 40 million cubic metres of water.", (4e7, "cubic m", EXACTLY)),
    ("It has only gone back up to 61 percent.", (61, "percent", EXACTLY)),
    # in capitals, and in titles
    ("THE TOLL ROSE TO 74 ON SUNDAY.", (74, "", EXACTLY)),
    ("31 DEAD in Kessel", (31, "", EXACTLY)),
    ("UPDATE 2-DAM FAILURE KILLS 31, MINISTRY SAYS", (31, "", EXACTLY)),
    ("19 WERE MISSING.", (19, "", EXACTLY)),
    ("Toll Rises to 74 in Kessel", (74, "", EXACTLY)),
    # fractions of a unit, and shares
    ("The half-hour show ended.", (0.5, "hour", EXACTLY)),
    ("It took half an hour.", (0.5, "hour", EXACTLY)),
    ("Up to three-quarters of a foot of water ran off.", (0.75, "foot", MOST)),
    ("A quarter-mile track was laid.", (0.25, "mile", EXACTLY)),
    ("It lasted one and a half hours.", (1.5, "hour", EXACTLY)),
    ("Half of the homes burned.", (50, "percent", EXACTLY)),
    ("About a third of the voters stayed away.", (33.3, "percent", ABOUT)),
    ("One in five homes is empty.", (20, "percent", EXACTLY)),
    ("Nearly three out of four voters agreed.", (75, "percent", ABOUT)),
    ("One in every 10 wells is dry.", (10, "percent", EXACTLY)),
    ("She took office when she was 48.", (48, "year", EXACTLY)),
    ("Olga Renn (48) and her son were found.", (48, "year", EXACTLY)),
    ("The Harrow Ledger (48) was closed.", (48, "", EXACTLY)),
    # units glued to their number
    ("A 2-metre wall fell.", (2, "m", EXACTLY)),
    ("A 2m-high wall fell.", (2, "m", EXACTLY)),
    ("The valley reached 40C at noon.", (40, "degree", EXACTLY)),
    ("The world has warmed by 1.5C since then.", (1.5, "degree", EXACTLY)),
    ("It was -5C at night.", (-5, "degree", EXACTLY)),
    ("It was over 98F in the shade.", (98, "degree", MORE)),
    ("The fire burned 5km of track.", (5, "km", EXACTLY)),
    ("Lorries may do 120km/h there.", (120, "km/h", EXACTLY)),
    ("The farm has 12ha of fruit.", (12, "hectare", EXACTLY)),
    ("The site has 10sq km of marsh.", (10, "square km", EXACTLY)),
    ("It used 20kWh.", (20, "kWh", EXACTLY)),
    ("A 90min delay followed.", (90, "minute", EXACTLY)),
    ("Yields rose 25bps.", (25, "basis point", EXACTLY)),
    ("Rents rose 12pc.", (12, "percent", EXACTLY)),
    ("The ticket costs 95p.", (0.95, "GBP", EXACTLY)),
    ("The deal is worth £3bn.", (3e9, "GBP", EXACTLY)),
    ("The plan costs $1.2trn.", (1.2e12, "USD", EXACTLY)),
    ("The deal is worth £3 bn.", (3e9, "GBP", EXACTLY)),
    ("The fund holds €3.5 m.", (3.5e6, "EUR", EXACTLY)),
    ("It cost Rs 500 cr.", (5e9, "INR", EXACTLY)),
    ("They shipped 10 mn tonnes of wheat.", (1e7, "tonne", EXACTLY)),
    ("The wall is 3 m high.", (3, "", EXACTLY)),
    ("About 1.2m people fled.", (1.2e6, "", ABOUT)),
    ("They shipped 10m tonnes of wheat.", (1e7, "tonne", EXACTLY)),
    ("They paid 3m euros.", (3e6, "EUR", EXACTLY)),
    # money
    ("Shares fell 37 cents.", (0.37, "USD", EXACTLY)),
    ("The stamp costs 95 pence.", (0.95, "GBP", EXACTLY)),
    ("It cost Rs 500 crore.", (5e9, "INR", EXACTLY)),
    ("It cost ₹2.5 lakh crore.", (2.5e12, "INR", EXACTLY)),
    ("It cost EUR 3 million.", (3e6, "EUR", EXACTLY)),
    ("The bill will exceed $15 million.", (15e6, "USD", MORE)),
    ("Tickets start as low as $4.99.", (4.99, "USD", LEAST)),
    ("Prices went to nearer £1,000.", (1000, "GBP", ABOUT)),
    # weight is in pounds as money is; the word is kept
    ("They recalled 174,207 pounds of chicken.", (174207, "pound", EXACTLY)),
    ("A 900-pound star was lit.", (900, "pound", EXACTLY)),
    # words and scales
    ("A dozen boats sank.", (12, "", EXACTLY)),
    ("More than two dozen ministers waited.", (24, "", MORE)),
    ("Half a million people came.", (500_000, "", EXACTLY)),
    ("A half-million people came.", (500_000, "", EXACTLY)),
    ("Some 40 boats sank.", (40, "", ABOUT)),
    ("Twenty-five lakh people voted.", (2_500_000, "", EXACTLY)),
    ("Three hundred and twelve houses burned.", (312, "", EXACTLY)),
    ("Inflation was १२ percent.", (12, "percent", EXACTLY)),
    ("Inflation was １２％ then.", (12, "percent", EXACTLY)),
    # ages
    ("Olga Renn, 70, was freed.", (70, "year", EXACTLY)),
    ("The 46-year-old driver was freed.", (46, "year", EXACTLY)),
    ("Everyone 16 and older may come.", (16, "year", LEAST)),
    ("Children 12 or younger may come.", (12, "year", MOST)),
    ("It is for babies under age 2.", (2, "year", LESS)),
    ("It is for those over 6 months old.", (6, "month", MORE)),
    ("She left school at age 15.", (15, "year", EXACTLY)),
    # bounds
    ("The town has just over 4,000 people.", (4000, "", MORE)),
    ("He fell just shy of 300 votes.", (300, "", LESS)),
    ("It has as few as 30 members.", (30, "", LEAST)),
    ("People play here for 13-plus years.", (13, "year", LEAST)),
    ("Under a 12-page order, the firm must stop.", (12, "", EXACTLY)),
    ("He walked above the 12 graves.", (12, "", EXACTLY)),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_a_figure(text, wanted):
    (figure,) = find_figures(text)
    assert (figure.value, figure.unit, figure.bound) == wanted


RANGES = [
    ("It fell by between 10 and 12 percent.", (10, "percent", LEAST), (12, "percent", MOST)),
    ("Rates of 19-25% are usual.", (19, "percent", LEAST), (25, "percent", MOST)),
    ("Expect 14 to 20 inches of snow.", (14, "inch", LEAST), (20, "inch", MOST)),
    ("It trades at $18.02 – $23.18 per share.", (18.02, "USD", LEAST), (23.18, "USD", MOST)),
    ("The fine is $5 to $10 million.", (5e6, "USD", LEAST), (10e6, "USD", MOST)),
    ("The fine is $5-10 million.", (5e6, "USD", LEAST), (10e6, "USD", MOST)),
    ("Those earning between £15,000 and £20,000 paid.", (15000, "GBP", LEAST), (20000, "GBP", MOST)),
    ("Expect totals ranging from two to six inches.", (2, "inch", LEAST), (6, "inch", MOST)),
    ("Deaths rose from 184 to 472 in all.", (184, "", EXACTLY), (472, "", EXACTLY)),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_two_ends_of_a_range(text, low, high):
    found = find_figures(text)
    assert [(figure.value, figure.unit, figure.bound) for figure in found] == [low, high]


@pytest.mark.parametrize(
    "text",
    [
        "Scotland surprised many in the Six Nations.",
        "She had to call 911 from the gym.",
        "He is an all-Big 12 player.",
        "Goals came in the first half of the season.",
        "It was their 5-0 victory.",
        "They lost after a 73-71 win.",
        "The court's 6-3 ruling stands.",
        "They won in Route 66 style.",
        "Version 2.1 is out.",
        "Cases of Type 2 were rare in District 9 schools.",
        "He plays for Formula 1 teams.",
        "The attacks of 9/11 changed it.",
        "It has been one of those days.",
        "It is 5 p.m. GMT there.",
        "A third year of drought began.",
        "It welcomed its 20 millionth visitor.",
        "She placed the 911 call.",
        "The dam was built then [1], and filled later [12].",
        "They were asked between 9 and 11 March.",
        "It runs from 3 to 5 May.",
        "He sat in seat 14C of the train.",
        "Day two of the inquiry began: day 3 will be short.",
        "3m ago 14.32 BST",
        "Call the press office on 0555 2310.",
        "CLOSED: ROAD 9, ROAD 12.",
        "They lost in Group 12F of the cup.",
        "The S&P fell, and so did the S&P 500.",
        "A 401(k) is a plan.",
        "They went to a Final Four game.",
        "The 5G network is a 4K one.",
        "It was filmed in 1080p.",
    ],
)
def test_names_scores_and_places_are_no_figures(text):
    assert find_figures(text) == ()
