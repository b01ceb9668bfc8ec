"""The day of a deed: as the record tells it, and no other that its words would do for too."""

from dataclasses import replace
from datetime import date

import pytest
from tests.verify.newsroom import VERIFIER, check, found, report

from onrecord.data import Interval, Label, ReasonCode
from onrecord.engine import statement_of
from onrecord.verify import verify

WEDNESDAY = date(2025, 5, 14)
BURNED = "The Ostwick theatre burned down on Friday. Nobody was hurt."
REOPENED = "Ostwick museum reopens\n\nThe Ostwick museum reopened on Saturday after a year of repairs."
SUNDAY = date(2025, 6, 8)

SAID_AND_SO = [
    ("The Ostwick theatre burned down on 9 May 2025.", BURNED, WEDNESDAY),
    ("The Ostwick museum reopened on 7 June 2025.", REOPENED, SUNDAY),
    ("Friday 16 May 2025 is a day of mourning in Ostwick.", "The premier made Friday a day of mourning in Ostwick.", WEDNESDAY),
]  # fmt: skip

ANOTHER_DAY = [
    ("The Ostwick theatre burned down on 16 May 2025.", BURNED, WEDNESDAY),
    ("The Ostwick museum reopened on 8 June 2025.", REOPENED, SUNDAY),
    ("The Ostwick museum reopened on Sunday, 8 June 2025.", REOPENED, SUNDAY),
    ("The Ostwick museum reopened on 14 June 2025.", REOPENED, SUNDAY),
]


@pytest.mark.parametrize(("statement", "text", "day"), SAID_AND_SO)
def test_the_day_that_is_told_is_on_record(statement, text, day):
    assert check(statement, report(text, on=day), as_of=date(2025, 6, 20)).label is Label.SUPPORTED


@pytest.mark.parametrize(("statement", "text", "day"), ANOTHER_DAY)
def test_another_day_is_not(statement, text, day):
    assert check(statement, report(text, on=day), as_of=date(2025, 6, 20)).label is not Label.SUPPORTED


def test_what_a_report_tells_without_a_day_is_of_its_day():
    told = report("The Ostwick theatre burned down, leaving a shell of brick.", on=WEDNESDAY)
    assert check("The Ostwick theatre burned down on 14 May 2025.", told).label is Label.SUPPORTED


HURT = "Four people were hurt in the fire at the Skerry mill on Tuesday."
ENDED = "The ferry strike at Tarn ended on Wednesday, the union said."
OPENED = "The new bridge at Tarn was opened to cars on 3 May, the mayor said."
VOTED = "The council of Ostwick voted yesterday to close the old quay."


@pytest.mark.parametrize(
    ("words", "told", "said"),
    [
        (HURT, date(2025, 5, 23), date(2025, 5, 12)),
        (HURT, date(2025, 5, 23), date(2025, 9, 12)),
        (ENDED, date(2025, 5, 23), date(2025, 5, 12)),
        (VOTED, date(2025, 5, 23), date(2025, 6, 2)),
    ],
)
def test_the_same_words_of_another_day_weeks_apart_bear_nothing_out(words, told, said):
    statement = statement_of(words, said=said)
    (verdict,) = verify(
        [statement],
        [found(report(f"{words} The clerk was there.", on=told))],
        verifier=VERIFIER,
        as_of=date(2025, 12, 1),
    )
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


@pytest.mark.parametrize(
    ("words", "told", "said"),
    [
        (HURT, date(2025, 5, 21), date(2025, 5, 21)),
        (HURT, date(2025, 5, 21), date(2025, 5, 23)),
        (VOTED, date(2025, 5, 21), date(2025, 5, 22)),
        (OPENED, date(2025, 5, 4), date(2025, 11, 3)),
        (HURT.replace(" on Tuesday", ""), date(2025, 5, 21), date(2025, 9, 1)),
    ],
)
def test_a_copy_of_the_same_days_bears_it_out(words, told, said):
    statement = statement_of(words, said=said)
    (verdict,) = verify(
        [statement],
        [found(report(f"{words} The clerk was there.", on=told))],
        verifier=VERIFIER,
        as_of=date(2025, 12, 1),
    )
    assert verdict.label is Label.SUPPORTED


def test_one_weekday_of_two_weeks_is_told_with_its_days():
    told = report("The Skerry bakery closed on Thursday, its owner Ruth Holm said.", on=date(2025, 5, 23))
    said = statement_of("The Skerry bakery closed on Thursday.", said=date(2025, 5, 12))
    (verdict,) = verify([said], [found(told)], verifier=VERIFIER, as_of=date(2025, 6, 1))
    (differs,) = (reason.words for reason in verdict.reasons if reason.code is ReasonCode.DATE_DIFFERS)
    assert differs == "says “Thursday”, 8 May 2025, where the record of 23 May 2025 says it of 22 May 2025"


def test_the_weekday_of_yesterdays_report_may_be_taken_over_on_that_day():
    told = report("Minister Eva Stroem did not resign on Friday but was dismissed.", on=date(2025, 6, 12))
    said = statement_of("Minister Eva Stroem did not resign on Friday.", said=date(2025, 6, 13))
    (verdict,) = verify([said], [found(told)], verifier=VERIFIER, as_of=date(2025, 6, 13))
    assert verdict.label is Label.SUPPORTED


@pytest.mark.parametrize(
    ("statement", "label"),
    [
        ("The Ostwick theatre burned down on 9 May.", Label.SUPPORTED),
        ("The Ostwick theatre burned down on May 9.", Label.SUPPORTED),
        ("The Ostwick theatre burned down on 10 May.", Label.NOT_ENOUGH_EVIDENCE),
        ("The Ostwick theatre burned down on 9 June.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_a_day_without_a_year_is_read_in_the_records_and_contradicts_nothing(statement, label):
    (verdict,) = verify(
        [replace(statement_of(statement), time=None)],
        [found(report(BURNED, on=WEDNESDAY))],
        verifier=VERIFIER,
        as_of=date(2025, 6, 20),
    )
    assert verdict.label is label


@pytest.mark.parametrize(
    ("ago", "days"),
    [
        ("A year ago", Interval(start=date(2024, 1, 1), end=date(2024, 12, 31))),
        ("A week ago", Interval(start=date(2025, 4, 21), end=date(2025, 4, 27))),
    ],
)
def test_what_is_counted_back_is_of_other_days_in_each_report_and_contradicts_nothing(ago, days):
    told = report(f"{ago}, the 30-year fixed rate stood at 3.14%.", on=date(2025, 5, 1))
    verdict = check(f"{ago}, the 30-year fixed rate stood at 3.10%.", told, time=days)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
