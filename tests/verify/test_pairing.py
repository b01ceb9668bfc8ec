"""A figure is of its year and its name, a part is not the whole, and a day is of its deed."""

from datetime import date

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label

STRIKE = "The strike at Lind harbour began on 3 June 2025 and ended on 9 June 2025."
BREAD = "The price of bread in Lind was 4 crowns in 2020 and is 6 crowns now."
SCHOOL = "The Lind school has 420 pupils, up from 390 last year and 350 in 2020."
JOBS = "Unemployment in Brannoch fell to 4.1 percent in May from 4.6 percent in April."
SEATS = "The Liberal Party won 41 seats and the Farmers' Party 27 in the Brannoch election on Sunday."
VOTE = "Ingrid Voss was re-elected mayor on Sunday with 53.1 percent of the vote. Her challenger, Pell Marden, got 46.9 percent."
BUSES = "Only 3 of the 40 buses in Ostwick are electric."
MINERS = "Five of the seven miners trapped at Holm were brought out alive on Monday."
RESCUED = "All but two of the miners at Carrow were rescued on Tuesday."
LIBRARY = "The library in Ostwick is open every day but Monday 16 June 2025."
POLL = "A survey published on Monday put the Wren Party at 29 percent in Tabor. In the election of 2023 it had won 36 percent in Tabor."
HURT = "Three people were injured in Pell, one of them critically; nobody was killed."
DOCKS = "Dockers at Pell returned to work on Friday. At Dunmere the strike goes on."

TOGETHER = [
    ("The Wren Party won 36 percent in the election of 2023 in Tabor.", POLL),
    ("Three people were injured in Pell.", HURT),
    ("Three people were seriously injured in Pell.", "Three people were seriously injured in Pell on Monday."),
    ("The strike at Dunmere goes on.", DOCKS),
    (
        "Orrin's sales fell to 310 million crowns in 2024.",
        "Orrin's sales fell to 310 million crowns in 2024. In 2023 they had been 340 million.",
    ),
    ("The strike at Lind harbour began on 3 June 2025.", STRIKE),
    ("The strike at Lind harbour ended on 9 June 2025.", STRIKE),
    ("The price of bread in Lind was 4 crowns in 2020.", BREAD),
    ("The price of bread in Lind is 6 crowns.", BREAD),
    ("The Lind school has 420 pupils.", SCHOOL),
    ("Unemployment in Brannoch was 4.1 percent in May 2025.", JOBS),
    ("The Liberal Party won 41 seats in the Brannoch election.", SEATS),
    ("Ingrid Voss was re-elected with 53.1 percent of the vote.", VOTE),
    ("Only 3 of the 40 buses in Ostwick run on electricity.", BUSES),
    ("Ostwick has 40 buses.", BUSES),
    ("Five miners were brought out alive at Holm on Monday.", MINERS),
]

APART = [
    ("The Wren Party won 29 percent in the election of 2023 in Tabor.", POLL),
    ("Three people were injured critically in Pell.", HURT),
    ("Forty-one people fell seriously ill in Lunden.", "Forty-one people fell ill in Lunden, but none seriously."),
    ("The strike at Pell goes on.", DOCKS),
    ("The strike at Lind harbour began on 9 June 2025.", STRIKE),
    ("The strike at Lind harbour ended on 3 June 2025.", STRIKE),
    ("The price of bread in Lind was 6 crowns in 2020.", BREAD),
    ("The Lind school had 420 pupils in 2020.", SCHOOL),
    ("Unemployment in Brannoch was 4.1 percent in April 2025.", JOBS),
    ("The Farmers' Party won 41 seats in the Brannoch election.", SEATS),
    ("Pell Marden got 53.1 percent of the vote.", VOTE),
    ("40 buses in Ostwick are electric.", BUSES),
    ("Seven miners were brought out alive at Holm on Monday.", MINERS),
    ("Two miners at Carrow were rescued.", RESCUED),
    ("The library in Ostwick is open on Monday 16 June 2025.", LIBRARY),
]


@pytest.mark.parametrize(("statement", "text"), TOGETHER)
def test_what_the_record_has_together_is_on_record(statement, text):
    assert check(statement, report(text, on=date(2025, 6, 12)), as_of=date(2025, 6, 13)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), APART)
def test_what_it_has_apart_is_not(statement, text):
    verdict = check(statement, report(text, on=date(2025, 6, 12)), as_of=date(2025, 6, 13))
    assert verdict.label is not Label.SUPPORTED
