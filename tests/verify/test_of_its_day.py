"""What a page tells has come about around its day, and of those whom its text names."""

from datetime import date

import pytest
from tests.verify.newsroom import TUESDAY, VERIFIER, found, report, stated

from onrecord.data import Label, ReasonCode
from onrecord.verify import verify

CROSSED = "Veldanian troops have crossed the river Arn near Harrow."
REPORTED = "Troops of Veldania crossed the river Arn near Harrow at dawn, the Island Wire has learned."


def checked(*texts, told, by):
    """The verdict on the first statement of a page, each of whose statements meets one report."""
    statements = [stated(text, document_id="0" * 64) for text in texts]
    return verify(statements, [found(by)] * len(texts), verifier=VERIFIER, as_of=TUESDAY, told=told)[0]


@pytest.mark.parametrize("told", [date(2021, 4, 21), date(2021, 5, 11), None])
def test_what_a_page_tells_is_on_record_of_its_days(told):
    assert checked(CROSSED, told=told, by=report(REPORTED, on=date(2021, 4, 20))).label is Label.SUPPORTED


def test_what_a_page_tells_without_a_time_is_not_on_record_of_long_before():
    verdict = checked(CROSSED, told=TUESDAY, by=report(REPORTED, on=date(2021, 4, 20)))
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert ReasonCode.DATE_DIFFERS in {reason.code for reason in verdict.reasons}


@pytest.mark.parametrize(
    ("statement", "reported"),
    [
        (
            "Veldanian troops crossed the river Arn near Harrow on 20 April 2021.",
            "Veldanian troops crossed the river Arn near Harrow on 20 April 2021, at dawn.",
        ),
        ("The town of Harrow is on the river Arn.", "Harrow, a town on the river Arn, is full of guests."),
        (REPORTED, REPORTED),
    ],
    ids=["of old times", "it stays so", "its own words"],
)
def test_some_things_are_on_record_whenever_they_were_published(statement, reported):
    assert checked(statement, told=TUESDAY, by=report(reported, on=date(2021, 4, 20))).label is Label.SUPPORTED


def test_deaths_are_of_the_place_that_the_page_names():
    deaths, told = "There have been four deaths attributed to the fever.", "Harrow closed its schools on Monday."
    harrow = report("There have been four deaths in Harrow attributed to the fever.")
    corvia = report("There have been four deaths in Corvia attributed to the fever.")
    assert checked(deaths, told, told=TUESDAY, by=harrow).label is Label.SUPPORTED
    assert checked(deaths, told, told=TUESDAY, by=corvia).label is Label.NOT_ENOUGH_EVIDENCE


def test_whom_a_newsroom_spoke_with_is_of_the_matter_that_the_page_names():
    spoke, told = "Harbour Wire spoke with experts.", "Harrow closed its schools on Monday."
    harrow = report("To tell why Harrow did so, Harbour Wire spoke with experts in fevers.")
    corvia = report("To tell how Corvia dances, Harbour Wire spoke with experts in waltzes.")
    assert checked(spoke, told, told=TUESDAY, by=harrow).label is Label.SUPPORTED
    assert checked(spoke, told, told=TUESDAY, by=corvia).label is Label.NOT_ENOUGH_EVIDENCE


def test_what_names_nobody_is_on_record_in_quite_other_words_of_its_own_matter():
    joined = "Close to 2,300 drivers joined the walkout."
    around = ("Bus drivers in Harrow went on strike.", "Dermot Holt of the Transport Guild blamed Metro Harrow.")
    more = "Nearly 2,300 drivers took part, and only night buses ran."
    led = "Bus drivers in Harrow began a strike, said Dermot Holt of the Transport Guild."
    other = "Bus drivers in Corvia began a strike, said Ida Lund of the Wagon League."
    title = "Bus drivers walk out over pay"
    ours, theirs = (report(f"{one} {more}", title=title) for one in (led, other))
    fewer = report(f"{led} {more.replace('2,', '1,')}", title=title)
    assert checked(joined, *around, told=TUESDAY, by=ours).label is Label.SUPPORTED
    assert checked(joined, *around, told=TUESDAY, by=theirs).label is Label.NOT_ENOUGH_EVIDENCE
    assert checked(joined, *around, told=TUESDAY, by=fewer).label is not Label.SUPPORTED


def test_a_surname_is_of_the_one_whom_its_text_names_so():
    told = report("Ida Lund died at the scene in Harrow on Monday evening.")
    text = "Lund died at the scene in Harrow."
    assert checked(text, "Ida Lund drove the bus.", told=TUESDAY, by=told).label is Label.SUPPORTED
    assert checked(text, "Tom Lund drove the bus.", told=TUESDAY, by=told).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_name_is_not_the_word_that_it_is_spelled_like():
    told = report("Renn left the field because of a separated shoulder and was sidelined.")
    statement = "Fields was sidelined because of a separated shoulder."
    assert checked(statement, told=TUESDAY, by=told).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_headline_tells_of_its_day_what_a_sentence_says_is_so():
    old = report("Acmar seeks leave to build a ferry port in Harrow.", on=date(2025, 3, 3))
    headline = "Acmar seeks leave for Harrow ferry port"
    assert checked(f"{headline}.", told=TUESDAY, by=old).label is Label.SUPPORTED
    assert checked(headline, told=TUESDAY, by=old).label is Label.NOT_ENOUGH_EVIDENCE
    assert checked(headline, told=date(2025, 3, 4), by=old).label is Label.SUPPORTED
