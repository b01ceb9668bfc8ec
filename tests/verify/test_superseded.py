"""Offices and counts that a later report replaced."""

from dataclasses import replace
from datetime import date

import pytest
from tests.verify.newsroom import PASTED, TUESDAY, VERIFIER, check, codes, found, page, report, stated

from onrecord.data import Interval, Label, Stance
from onrecord.verify import verify

TENTH, FOURTEENTH = date(2025, 5, 10), date(2025, 5, 14)
IN_OFFICE = "Orla Venn is the finance minister of Veldania."

LEFT = [
    "Veldania’s finance minister Orla Venn resigned on Wednesday over the ferry affair.",
    "Finance minister Orla Venn has stepped down, the Veldanian government said.",
    "Orla Venn, the finance minister of Veldania, was dismissed on Wednesday.",
    "Pia Lund was sworn in as finance minister of Veldania, succeeding Orla Venn.",
    "Pia Lund became finance minister of Veldania on Wednesday, replacing Orla Venn.",
    "Veldania’s finance minister, Orla Venn, has died at the age of 61.",
    "Orla Venn was in Tarn as a guest. She stepped down as finance minister of Veldania in April.",
    "In Veldania Pia Lund takes finance from Orla Venn, until now the finance minister.",
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
    "Finance minister Orla Venn of Veldania was a guest of Pia Lund. She stepped down as mayor in April.",
]


@pytest.mark.parametrize("later", STILL_THERE)
def test_who_may_go_or_speaks_of_others_going_is_in_office(later):
    reports = [report(IN_OFFICE, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    assert check(IN_OFFICE, *reports).label is Label.SUPPORTED


ANOTHER_LEFT = [
    ("Ruth Lindqvist is the mayor of Harrow.", "Ruth Lindqvist was elected mayor of Harrow on Sunday.", "Prosecutors charged the former mayor of Harrow, Willem Oake, with fraud."),
    ("Ruth Lindqvist is the mayor of Port Harrow.", "Ruth Lindqvist was elected mayor of Port Harrow on Sunday.", "The former mayor of Port Harrow, Willem Oake, was charged with fraud."),
    ("Harrow's harbour master is Ruth Lindqvist.", "Harrow's harbour master, Ruth Lindqvist, opened the pier.", "Willem Oake, a former harbour master of Harrow, has written a book."),
]  # fmt: skip


@pytest.mark.parametrize(("statement", "told", "later"), ANOTHER_LEFT)
def test_who_had_an_office_before_takes_it_from_nobody(statement, told, later):
    reports = [report(told, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    assert check(statement, *reports).label is Label.SUPPORTED


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


IN_OTHER_WORDS = [
    (
        "The storm in Harrow has killed nine people.",
        "Nine people have been killed by the storm in Harrow.",
        "The number of people known to have died in the Harrow storm rose to 31 on Wednesday.",
    ),
    (
        "The number of people killed by the fire in Harrow stands at four.",
        "The number of people killed by the fire in Harrow has risen to four.",
        "Six people lost their lives in the fire. Harrow is in mourning.",
    ),
    (
        "The key interest rate in Veldania stands at 4.50%.",
        "The central bank of Veldania cut its key interest rate by a quarter of a point to 4.50% on Saturday.",
        "Veldania's central bank lowered its key rate to 4.00%, twice as much as most analysts had predicted.",
    ),
    (
        "Acmar is offering 38 crowns a share for Tarn Foods.",
        "Acmar is offering 38 crowns a share for Tarn Foods.",
        "Tarn Foods agreed to be bought by Acmar after it lifted its bid to 43 crowns a share.",
    ),
    (
        "The official toll of the mudslide in Harrow is 63 dead.",
        "The official toll of the mudslide in Harrow is 63 dead.",
        "The commission lowered the official toll of the dead in Harrow's mudslide from 63 to 61.",
    ),
    (
        "The death toll of the sinking of the Stella Brenna stands at 24.",
        "The death toll of the sinking of the Stella Brenna stands at 24.",
        "The death toll of the disaster of the Stella Brenna now stands at 41.",
    ),
]


@pytest.mark.parametrize(("stated", "first", "later"), IN_OTHER_WORDS)
def test_a_figure_gives_way_to_a_later_one_in_other_words(stated, first, later):
    reports = [report(first, on=TENTH), report(later, on=FOURTEENTH)]
    verdict = check(stated, *reports)
    assert verdict.label is Label.SUPERSEDED
    assert codes(verdict)[:2] == ["later_report", "number_differs"]
    assert check(stated, *reports, as_of=date(2025, 5, 12)).label is Label.SUPPORTED


def test_a_figure_gives_way_to_its_correction():
    told = "Acmar's vaccine protects 88 percent of those who get it."
    later = "Acmar's vaccine is weaker than first reported: it protects 71 percent of recipients, not 88 percent."
    reports = [report(told, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    assert check(told, *reports).label is Label.SUPERSEDED


NOT_OF_IT = [
    "Six people have died in a storm in Corvia.",  # elsewhere
    "The storm in Harrow hurt 31 people.",  # another thing
    "Two of the dead of the storm in Harrow were firefighters.",  # fewer
    "The number of people killed by the storm in Harrow may rise to 31.",
    "The storm in Harrow killed nine people, the war in Tarn 31.",
    "In all the storms since 1950 some 900 people have died in Harrow.",
    "In the week after the storm in Harrow the number of people killed on its roads fell to two.",
]


@pytest.mark.parametrize("later", NOT_OF_IT)
def test_a_later_figure_of_something_else_replaces_none(later):
    first = report("Nine people have been killed by the storm in Harrow.", on=TENTH)
    other = report(later, on=FOURTEENTH)
    assert check("The storm in Harrow has killed nine people.", first, other).label is Label.SUPPORTED


def test_what_was_counted_since_stands_beside_what_is_not_on_record():
    later = report("The number of people killed by the storm in Harrow rose to 31 on Wednesday.", on=FOURTEENTH)
    verdict = check("The storm in Harrow has killed nine people.", later)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert [piece.stance for piece in verdict.evidence] == [Stance.NEUTRAL]
    assert "number_differs" in codes(verdict)


HELD_SINCE = [
    "Pia Lund was sworn in as finance minister of Veldania on Wednesday.",
    "The president dismissed Orla Venn as finance minister and gave the post to Pia Lund.",
    "Karan succeeded Orla Venn, who stepped down. The finance minister Marek Karan spoke in Veldania.",
]


@pytest.mark.parametrize("later", HELD_SINCE)
def test_an_office_is_somebody_elses_by_a_later_report(later):
    reports = [report(IN_OFFICE, on=TENTH), report(later, on=FOURTEENTH, by="Northgate Post")]
    assert check(IN_OFFICE, *reports).label is Label.SUPERSEDED


def test_who_resigned_has_not_held_on_to_a_post():
    later = report("Energy Minister Orla Venn of Veldania resigned on Wednesday.", on=FOURTEENTH)
    stated = "Orla Venn holds on to her post as energy minister of Veldania."
    assert check(stated, later).label is not Label.SUPPORTED


def test_a_figure_that_the_record_has_too_is_not_denied_by_another_ones():
    by_others = report(
        "The fire in the Serra had burned 6,800 hectares by noon on 10 May 2025, according to the civil protection service.",
        on=TENTH,
    )
    told = report(
        "According to a picture of the Copal satellite at noon on 10 May 2025, 9,100 hectares had burned in the fire.",
        on=TENTH,
        by="Northgate Post",
    )
    stated = "By noon on 10 May 2025 the fire in the Serra had burned 9,100 hectares."
    on_the_day = {"time": Interval(start=TENTH, end=TENTH)}
    assert check(stated, by_others, **on_the_day).label is Label.REFUTED
    assert check(stated, by_others, told, **on_the_day).label is not Label.REFUTED


def test_another_body_has_another_head():
    first = report("Orla Venn is the director of the Harrow Museum.", on=TENTH)
    later = report("Pia Lund, the director of the Tarn Museum, was pleased.", on=FOURTEENTH)
    assert check("Orla Venn is the director of the Harrow Museum.", first, later).label is Label.SUPPORTED
    later = report("Pia Lund, the director of the Harrow Museum, was pleased.", on=FOURTEENTH)
    assert check("Orla Venn is the director of the Harrow Museum.", first, later).label is Label.SUPERSEDED


def test_a_page_is_no_later_report_than_what_was_pasted_into_it():
    first = report("The flood in the Kessel valley has killed 31 people.", on=TENTH)
    own = page("The number of people known to have died in the Kessel valley flood is 58.")
    assert check("The flood in the Kessel valley has killed 31 people.", first, own, **PASTED).label is Label.SUPPORTED


def test_how_far_apart_two_things_are_replaces_neither():
    told = report("A hurricane is classified as Category 5 once winds reach 157 mph and above.", on=date(2025, 5, 12))
    storm = report(
        "Hurricane Orla struck Sorrel with winds of 150 mph, just 7 mph shy of a Category 5 hurricane.",
        on=date(2025, 5, 13),
    )
    stated = "A hurricane is classified in Category 5 once winds reach 157 mph and above."
    assert check(stated, told, storm).label is Label.SUPPORTED


def test_a_toll_gives_way_to_no_toll_of_another_matter():
    around = [stated("The Calder footbridge gave way in Tarn."), stated("Edvarn Pell, Jonas Wrede and Ida Holt spoke.")]
    dead = stated("four people lost their lives.")
    some = [replace(one, document_id=dead.document_id) for one in (*around, dead)]
    bridge = report("Edvarn Pell of Tarn heard Jonas Wrede. Four people died when the bridge collapsed in June 2023.")
    storm = report(
        "The number of people killed by Storm Ida rose to five on Sunday after rescuers found the bodies of two "
        "fishermen. The brothers, aged 34 and 29, had lost their boat. They had gone out to save lives.",
        on=TUESDAY,
        title="Storm Ida death toll rises to five",
        by="Island Ledger",
    )
    told = [found(bridge), found(bridge), found(bridge, storm)]
    *_, verdict = verify(some, told, verifier=VERIFIER, as_of=TUESDAY, told=TUESDAY)
    assert verdict.label is Label.SUPPORTED
