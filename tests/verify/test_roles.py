"""Who does what to whom: the same words with those they are told of in each other's place bear nothing out."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.verify.newsroom import check, codes, report

import onrecord.assets
from onrecord.assets import digest
from onrecord.data import Label
from onrecord.verify.reading.grammar import FILE, parse
from onrecord.verify.weighing.roles import exchanged, find_deeds
from onrecord.wiring.models import judging_models

TURNED = [
    ("Gas boilers outsold heat pumps in Sturmark.", "Heat pumps outsold gas boilers in Sturmark last year."),
    ("The boilers were outsold by the pumps.", "The boilers outsold the pumps."),
    ("The importer was jailed for bribing a minister.", "The minister was jailed for taking bribes from an importer."),
    ("She became his partner in 1959.", "She joined the workshop in 1959 and became his partner in 1966."),
    ("A freight train hit a commuter train.", "A commuter train hit a stationary freight train at Tannbeck."),
    ("The council borrowed it from the fund.", "The fund borrowed it from the council."),
    ("The judge who dismissed the clerk resigned.", "The clerk who dismissed the judge resigned on Friday."),
    (
        "The groups want the cameras, but the council is opposed.",
        "The council wants the cameras, but the groups are opposed.",
    ),
    ("The state was ordered to pay Nantak.", "A judge ordered Nantak to pay the state."),
]

ALIKE = [
    ("Heat pumps outsold gas boilers.", "In Sturmark heat pumps outsold gas boilers last year."),
    ("The pumps were outsold by the boilers.", "The boilers outsold the pumps in May."),
    ("Inspectors closed the hotel's kitchens.", "The kitchens of the hotel were closed by inspectors on Monday."),
    ("The tax office fined widows, the ombudsman found.", "The ombudsman found that the tax office had fined widows."),
    ("Brandt, who forged 112 landscapes, was released.", "Brandt forged 112 landscapes and was released on Tuesday."),
    ("A commuter train hit a freight train.", "A commuter train hit a stationary freight train at Tannbeck."),
    ("The court ordered Nantak to pay the state.", "Nantak was ordered by the court to pay the state."),
    (
        "The stage from Halme to the Col de Tarn was won by Ilse Renn, 21, who attacked nine kilometres from the summit.",
        "The stage over 148 kilometres from Halme to the Col de Tarn was won by 21-year-old Ilse Renn of Team Osprey, who "
        "attacked nine kilometres from the summit.",
    ),
    (
        "Two men and a woman suspected of burglaries were stopped in a van in the early hours of 26 March.",
        "Police have arrested two men and a woman over burglaries. The suspects, aged 22, 27 and 35, were stopped in a van "
        "at 3.15am.",
    ),
    (
        "In a pilot project at 36 schools, the number of reported incidents dropped by 22 per cent within a year.",
        "The decision was based on a pilot project at 36 schools in which the number of reported incidents fell by 22 per "
        "cent within a year.",
    ),
    # nobody knows who "he" is, and who is not told of by both is no other
    ("Lund beat Holt.", "He beat Holt."),
    ("Voters chose Lund.", "The party chose Lund."),
]


@pytest.mark.parametrize(("statement", "record"), TURNED, ids=[case[0] for case in TURNED])
def test_a_deed_of_one_anothers_parties_is_told(statement, record):
    words = exchanged(statement, record)
    assert words is not None
    assert words.cut(record).strip()


@pytest.mark.parametrize(("statement", "record"), ALIKE, ids=[case[0] for case in ALIKE])
def test_one_deed_told_otherwise_is_of_the_same(statement, record):
    assert exchanged(statement, record) is None


def test_the_other_clause_names_whose_deed_it_is():
    clause, record = "Ostravia wants a guaranteed flow", "Kell wants a guaranteed flow; Ostravia has offered 240."
    assert exchanged(clause, record) is None
    assert exchanged(clause, record, around=f"{clause}, while Kell has offered 240.") is not None


@pytest.mark.parametrize("text", sorted({text for case in (*TURNED, *ALIKE) for text in case}))
def test_no_text_tells_its_deeds_of_others_than_itself(text):
    assert exchanged(text, text) is None


REPORT = "The ferry Orlan struck the freighter Bolvik off Tarrow on Monday, the coastguard said, and nobody was hurt."


def test_what_is_on_record_the_other_way_about_is_not_on_record():
    turned = check("The freighter Bolvik struck the ferry Orlan off Tarrow on Monday.", report(REPORT))
    assert turned.label is not Label.SUPPORTED


def test_the_reason_quotes_the_record():
    found = "Heat pumps outsold gas boilers in Sturmark last year for the first time."
    turned = check("Gas boilers outsold heat pumps in Sturmark last year.", report(found))
    assert turned.label is Label.NOT_ENOUGH_EVIDENCE
    assert "entity_differs" in codes(turned)
    assert any("Heat pumps outsold gas boilers" in reason.words for reason in turned.reasons)
    assert check("In Sturmark heat pumps outsold gas boilers last year.", report(found)).label is Label.SUPPORTED


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60) | st.sampled_from([text for case in TURNED for text in case]), max_size=4))
@example(["\ud800 x", "a" * 5_000, "x " * 500])
@example(["", " \n"])
@example(["'s ’ beat ’ 's"])
def test_whatever_is_read_hangs_together(parts):
    text = " ".join(parts)
    nodes = parse(text)
    assert all(one.span.end <= other.span.start for one, other in pairwise(nodes))
    assert all(node.span.cut(text) == node.text for node in nodes)
    for node in nodes:
        above, steps = node, 0
        while above.head >= 0:
            above, steps = nodes[above.head], steps + 1
            assert steps <= len(nodes)
    assert all(deed.span.cut(text) for deed in find_deeds(text))
    assert exchanged(text, text) is None or len(parts) > 1


def test_the_card_names_the_file_and_a_run_the_model():
    card = Path(onrecord.assets.__file__).with_name("grammar.md").read_text(encoding="utf-8")
    assert digest(FILE) in card
    assert [model.digest for model in judging_models()] == [digest(FILE)]
