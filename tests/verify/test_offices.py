"""Statements that have somebody act in an office, against who held it when by the archive."""

from dataclasses import replace
from datetime import date

import pytest
from tests.verify.newsroom import VERIFIER, found, report, stated

from onrecord.data import Interval, Label, Span
from onrecord.data import OfficeMention as Mention
from onrecord.text.offices import find_offices
from onrecord.verify import verify

DAY = date(2025, 5, 19)
BEFORE = [
    ("President Orla Venn opened the harbour of Veldania.", date(2024, 6, 1)),
    ("Veldanian President Orla Venn met the ferry crews.", date(2024, 9, 3)),
]
SINCE = [
    ("Former President Orla Venn was at the game.", date(2025, 4, 20)),
    ("The former Veldanian president Orla Venn has written a book.", date(2025, 5, 2)),
    ("Veldanian President Pia Lund spoke in Harrow.", date(2025, 5, 5)),
]
THERE_STILL = [
    ("President Orla Venn opened a school.", date(2025, 4, 20)),
    ("Veldanian President Orla Venn spoke in Harrow.", date(2025, 5, 5)),
]


def mentions(reports):
    for text, day in reports:
        memento = report(text, on=day).memento
        for office in find_offices(text):
            yield Mention(memento=memento, span=office.span, person=office.person, office=office.office,
                          of=office.of, standing=office.standing)  # fmt: skip


def judge(text, *reports, as_of=DAY, **fields):
    held = replace(found(), offices=tuple(mentions(sorted(reports, key=lambda one: one[1]))))
    (verdict,) = verify([stated(text, **fields)], [held], verifier=VERIFIER, as_of=as_of)
    return verdict


FROM_THE_PAST = [
    "President Orla Venn is meeting the harbour masters today.",
    "Under President Venn, the position of the republic has been to wait.",
    "There is no official confirmation from the Venn administration that the dam failed.",
    "The talks are being handled by the Venn administration.",
    "Orla Venn, the president of Veldania, is in talks with the ferry crews.",
]


@pytest.mark.parametrize("text", FROM_THE_PAST)
def test_who_left_an_office_does_not_act_in_it_now(text):
    verdict = judge(text, *BEFORE, *SINCE)
    assert verdict.label is Label.REFUTED
    reason = verdict.reasons[0]
    assert reason.code == "role_differs"
    assert reason.here.cut(text) in text
    assert reason.there.cut(verdict.evidence[0].memento.document.text) == "former Veldanian president Orla Venn"
    assert [one.code for one in verdict.reasons] == ["role_differs", "later_report"]


@pytest.mark.parametrize("text", FROM_THE_PAST)
def test_at_a_date_when_it_was_so_it_is_not_denied(text):
    assert judge(text, *BEFORE, *SINCE, as_of=date(2024, 9, 10)).label is Label.NOT_ENOUGH_EVIDENCE
    assert judge(text, *BEFORE, *THERE_STILL).label is Label.NOT_ENOUGH_EVIDENCE


def test_a_successor_in_the_very_office_is_enough():
    text = "Veldanian President Orla Venn is meeting the harbour masters."
    after = [SINCE[2], ("President Pia Lund of Veldania spoke.", date(2025, 5, 6))]
    again = [*after, ("Veldania’s president, Pia Lund, said so.", date(2025, 5, 8))]
    assert judge(text, *BEFORE, *again).label is Label.REFUTED


OTHERS = [
    ("Kestrian President Pia Lund spoke in Harrow.", "another country"),
    ("Veldanian Vice President Pia Lund spoke in Harrow.", "another office"),
    ("Former Veldanian President Otto Venn spoke in Harrow.", "another person"),
    ("Former Veldanian Vice President Orla Venn spoke in Harrow.", "another office that she left"),
    ("Acting Veldanian Governor Pia Lund spoke in Harrow.", "another office, acting"),
]


@pytest.mark.parametrize("told", [text for text, _ in OTHERS])
def test_other_people_countries_and_offices_are_not_confused(told):
    days = [date(2025, 4, 20), date(2025, 5, 2), date(2025, 5, 9)]
    reports = [(f"{told} Report {number}.", day) for number, day in enumerate(days)]
    verdict = judge("Veldanian President Orla Venn is meeting the harbour masters.", *BEFORE, *reports)
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE


UNDENIED = [
    "President Venn signed the harbour law.",
    "The harbour law that President Venn signed is in force.",
    "Former President Orla Venn is writing a book.",
    "Ada Moss said that President Venn is meeting the harbour masters.",
    "“President Venn is meeting us,” the ferry crews said.",
]


@pytest.mark.parametrize("text", UNDENIED)
def test_what_was_done_in_office_and_what_others_say_is_not_denied(text):
    assert judge(text, *BEFORE, *SINCE).label is not Label.REFUTED


def test_a_statement_with_its_own_day_is_judged_at_that_day():
    text = "President Orla Venn signed the harbour law on 3 September 2024."
    at = {"time": Interval(start=date(2024, 9, 3), end=date(2024, 9, 3))}
    assert judge(text, *BEFORE, *SINCE, **at).label is Label.NOT_ENOUGH_EVIDENCE
    later = "President Orla Venn signed the ferry law on 12 May 2025."
    at = {"time": Interval(start=date(2025, 5, 12), end=date(2025, 5, 12))}
    assert judge(later, *BEFORE, *SINCE, **at).label is Label.REFUTED


def test_reports_of_long_ago_deny_nothing():
    text = "President Orla Venn is meeting the harbour masters."
    assert judge(text, *BEFORE, *SINCE, as_of=date(2025, 12, 1)).label is Label.NOT_ENOUGH_EVIDENCE


def test_who_is_coming_back_is_not_denied():
    text = "President Orla Venn is meeting the harbour masters."
    elected = ("President-elect Orla Venn named a cabinet.", date(2025, 5, 10))
    assert judge(text, *BEFORE, *SINCE, elected).label is Label.NOT_ENOUGH_EVIDENCE
    sworn = ("Former President Orla Venn will be sworn in on Friday.", date(2025, 5, 10))
    assert judge(text, *BEFORE, sworn, SINCE[0]).label is Label.NOT_ENOUGH_EVIDENCE


def test_one_text_alone_denies_nothing():
    text = "President Orla Venn is meeting the harbour masters."
    assert judge(text, *BEFORE, SINCE[0]).label is Label.NOT_ENOUGH_EVIDENCE


BACK = [
    ("Former President Orla Venn was at the game.", date(2024, 6, 1)),
    ("Veldanian President Orla Venn spoke in Harrow.", date(2025, 4, 20)),
    ("President Orla Venn opened a school.", date(2025, 5, 5)),
]


def test_what_one_text_alone_has_otherwise_is_shown_all_the_same():
    verdict = judge("President Orla Venn leads the republic.", *BEFORE, SINCE[1])
    assert verdict.label is Label.NOT_ENOUGH_EVIDENCE
    assert [one.code for one in verdict.reasons][-2:] == ["role_differs", "later_report"]
    assert verdict.evidence[0].quote == SINCE[1][0]


def test_who_is_in_office_again_is_not_former():
    text = "There is no confirmation that former President Orla Venn or her team are in talks."
    verdict = judge(text, *BACK)
    assert verdict.label is Label.REFUTED
    assert verdict.evidence[0].quote == "President Orla Venn opened a school."
    assert judge(text, *BACK, as_of=date(2024, 7, 1)).label is not Label.REFUTED


def test_who_is_newly_out_of_office_is_not_denied():
    text = "Former President Orla Venn is writing a book."
    assert judge(text, *BEFORE, *THERE_STILL).label is Label.NOT_ENOUGH_EVIDENCE


def test_the_evidence_is_the_sentence_with_its_day():
    verdict = judge(FROM_THE_PAST[0], *BEFORE, *SINCE)
    for piece in verdict.evidence:
        assert piece.span == Span(start=0, end=len(piece.memento.document.text))
    assert verdict.evidence[-1].stance == "neutral"
    assert "3 September 2024" in verdict.reasons[1].words
