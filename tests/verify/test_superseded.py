"""Offices and counts that a later report replaced."""

from datetime import date

import pytest
from tests.verify.newsroom import check, codes, report

from onrecord.data import Label

TENTH, FOURTEENTH = date(2025, 5, 10), date(2025, 5, 14)
IN_OFFICE = "Orla Venn is the finance minister of Veldania."

LEFT = [
    "Veldania’s finance minister Orla Venn resigned on Wednesday over the ferry affair.",
    "Finance minister Orla Venn has stepped down, the Veldanian government said.",
    "Orla Venn, the finance minister of Veldania, was dismissed on Wednesday.",
    "Pia Lund was sworn in as finance minister of Veldania, succeeding Orla Venn.",
    "Pia Lund became finance minister of Veldania on Wednesday, replacing Orla Venn.",
    "Veldania’s finance minister, Orla Venn, has died at the age of 61.",
]


@pytest.mark.parametrize("later", LEFT)
def test_who_left_an_office_is_no_longer_in_it(later):
    reports = [report(IN_OFFICE, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    verdict = check(IN_OFFICE, *reports)
    assert verdict.label is Label.SUPERSEDED
    assert codes(verdict)[:2] == ["later_report", "role_differs"]
    assert check(IN_OFFICE, *reports, as_of=date(2025, 5, 12)).label is Label.SUPPORTED


STILL_THERE = [
    "Finance minister Orla Venn of Veldania refused to resign.",
    "The opposition in Veldania called on finance minister Orla Venn to resign.",
    "Finance minister Orla Venn has not resigned, the Veldanian government said.",
    "Finance minister Orla Venn of Veldania hasn’t resigned.",
    "Finance minister Orla Venn of Veldania dismissed the claims.",
    "The finance minister of Veldania, Orla Venn, resigned from the board of Acmar.",
    "Finance minister Orla Venn of Veldania met Tessa Okoye, who resigned last week.",
    "Finance minister Orla Venn of Veldania will step down in June.",
]


@pytest.mark.parametrize("later", STILL_THERE)
def test_who_may_go_or_speaks_of_others_going_is_in_office(later):
    reports = [report(IN_OFFICE, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    assert check(IN_OFFICE, *reports).label is Label.SUPPORTED


def test_that_somebody_resigned_is_borne_out_by_it():
    told = report("Finance minister Orla Venn resigned on Wednesday.", on=FOURTEENTH)
    assert check("Finance minister Orla Venn resigned.", told).label is Label.SUPPORTED


TOLLS = [
    "The storm has killed 31 people in Harrow, the health ministry said.",
    "The number of people killed by the storm in Harrow rose to 31 from 12, the health ministry said.",
]


@pytest.mark.parametrize("later", TOLLS)
def test_a_count_gives_way_to_the_same_sources_later_one(later):
    first = report("The storm has killed 12 people in Harrow, the health ministry said.", on=TENTH)
    verdict = check("The storm has killed 12 people in Harrow.", first, report(later, on=FOURTEENTH))
    assert verdict.label is Label.SUPERSEDED
    assert codes(verdict)[:2] == ["later_report", "number_differs"]


def test_another_sources_later_count_replaces_nothing():
    first = report("The storm has killed 12 people in Harrow, the health ministry said.", on=TENTH)
    other = report("The storm has killed 19 people in Harrow, the Reef Front said.", on=FOURTEENTH, by="Northgate Post")
    assert check("The storm has killed 12 people in Harrow.", first, other).label is Label.SUPPORTED
