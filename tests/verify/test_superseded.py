"""Offices and counts that a later report replaced."""

from datetime import date

import pytest
from tests.verify.newsroom import check, codes, report

from onrecord.data import Label, Stance

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


def test_the_reason_and_the_evidence_name_the_same_reports_the_last_of_either_side():
    told = "The storm has killed {} people in Harrow, the health ministry said."
    counted = [
        report(told.format(12), on=date(2025, 5, 8), origin="harbour"),
        report("The storm has killed 12 people in Harrow, said the health ministry.", on=TENTH, origin="harbour"),
        report(told.format(31), on=date(2025, 5, 12), origin="northgate"),
        report(told.format(40), on=FOURTEENTH, origin="harbour"),
        report(told.format(44), on=date(2025, 5, 16), origin="northgate"),
    ]
    for reports in (counted, counted[::-1]):
        verdict = check("The storm has killed 12 people in Harrow.", *reports)
        assert verdict.reasons[0].words == "on record until 10 May 2025, replaced by a report of 16 May 2025"
        assert verdict.reasons[1].words == "says “12” where the record of 16 May 2025 says “44”"
        days = [(piece.stance, piece.memento.at) for piece in verdict.evidence]
        assert days == [
            (Stance.SUPPORTS, TENTH), (Stance.REFUTES, date(2025, 5, 16)), (Stance.REFUTES, FOURTEENTH)
        ]  # fmt: skip
    earlier = check("The storm has killed 12 people in Harrow.", *counted, as_of=date(2025, 5, 13))
    assert earlier.reasons[0].words == "on record until 10 May 2025, replaced by a report of 12 May 2025"
