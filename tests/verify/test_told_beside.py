"""What is told beside a thing is not told of it: an aside, another's figure, where somebody comes from, a condition."""

import time

import pytest
from tests.verify.newsroom import check, report

from onrecord.data import Label
from onrecord.verify.comparing.pairing import unmet_pairs
from onrecord.verify.comparing.told_of import unmet_whom
from onrecord.verify.reading.gist import gist

TALKS = "Acmar is in talks to buy Tarn Lines for 2 million crowns."
WEIGHING = "Harrow is weighing a ban on cars in its centre."
BLAME = "Residents blame Acmar for polluting the river Ilver."
INHABITANTS = "Harrow, with 900 inhabitants, lies 40 kilometres from Tarn."
PROFIT = "Bramwell made a profit of 142 million on sales of 1.9 billion."
UNLESS = "Nurses in Harrow will strike on 1 December unless they are offered more."
REVIEWED = "Ida Holt reviewed The Salt Ledger for the Sorrel Tribune."
FROM_TARN = "Firefighters from Tarn put out a fire that had broken out in Harrow."
TRADER = "Lund, a trader from Sorrel, was arrested in Harrow."
TITLE = "Lund, who won the title in 1998, was born in Tarn."

NOT_SO = [
    ("Acmar has bought Tarn Lines for 2 million crowns.", TALKS),
    ("Harrow has banned cars from its centre.", WEIGHING),
    ("Acmar polluted the river Ilver.", BLAME),
    ("Tarn has 900 inhabitants.", INHABITANTS),
    ("Bramwell made a profit of 1.9 billion.", PROFIT),
    ("Nurses in Harrow will strike on 1 December.", UNLESS),
    ("Ida Holt wrote The Salt Ledger.", REVIEWED),
    ("The fire broke out in Tarn.", FROM_TARN),
    ("Lund was arrested in Sorrel.", TRADER),
    ("Lund was born in 1998.", TITLE),
]
SO = [
    ("Acmar is in talks to buy Tarn Lines for 2 million crowns.", TALKS),
    (
        "Acmar has bought Tarn Lines for 2 million crowns.",
        "After talks Acmar has bought Tarn Lines for 2 million crowns.",
    ),
    ("Harrow has 900 inhabitants.", INHABITANTS),
    ("Bramwell made a profit of 142 million.", PROFIT),
    ("Bramwell had sales of 1.9 billion.", PROFIT),
    ("Ida Holt wrote The Salt Ledger.", "Ida Holt, author of The Salt Ledger, lives in Sorrel."),
    ("The fire broke out in Harrow.", FROM_TARN),
    ("Lund was arrested in Harrow.", TRADER),
    ("Lund won the title in 1998.", TITLE),
    ("Lund was born in Tarn.", TITLE),
    ("Lund was arrested in Sorrel.", "Lund, a trader from Sorrel, was arrested in Sorrel on Monday."),
]


@pytest.mark.parametrize(("statement", "text"), NOT_SO, ids=[statement for statement, _ in NOT_SO])
def test_what_is_told_beside_it_is_not_on_record_of_it(statement, text):
    assert check(statement, report(text)).label is not Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text"), SO, ids=[f"{statement} {len(text)}" for statement, text in SO])
def test_what_is_told_of_it_is(statement, text):
    assert check(statement, report(text)).label is Label.SUPPORTED


@pytest.mark.parametrize("unit", [", with 900 ", "profit of 9 ", ", who won in 1998", "traders from Sorrel ", "9 to "])
def test_no_part_beside_takes_long(unit):
    start, here, there = time.monotonic(), gist("Lund was born in Tarn in 1998."), gist(unit * 2_000)
    unmet_pairs(here, there)
    unmet_whom(here, there, before="", title="")
    assert time.monotonic() - start < 10
