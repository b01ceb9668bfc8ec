"""Statements in the order a reader wants them."""

from dataclasses import replace

import veldania

from onrecord.data import Coverage, Label, Reason, ReasonCode
from onrecord.render.cases import ORDER, cases, rulings, runs, tally

CASES = cases(veldania.RESTORATION, veldania.VERDICTS)


def numbers(given):
    return tuple(case.number for case in given)


def test_what_speaks_against_a_page_is_counted_first_and_removed_passages_apart():
    assert [(each.label.value, numbers(each.own), numbers(each.foreign)) for each in tally(CASES)] == [
        ("refuted", (10,), (5, 6)),
        ("conflicting", (7,), ()),
        ("superseded", (3,), ()),
        ("supported", (1, 2), ()),
        ("not_enough_evidence", (11,), (9,)),
        ("not_checked", (4, 8), ()),
    ]


def test_numbers_that_follow_one_another_are_written_as_one():
    given = [CASES[number - 1] for number in (1, 2, 4, 6, 7, 8, 9, 11)]
    assert [named for _, named in runs(given)] == ["1", "2", "4", "6–9", "11"]
    assert runs(()) == ()


def test_every_label_has_its_place():
    assert sorted(ORDER) == sorted(Label)


def test_a_statement_knows_the_passage_it_stands_in():
    assert [(case.number, case.letter) for case in CASES if case.letter] == [(5, "B"), (6, "B"), (9, "C")]
    assert CASES[4].place == "stands in B, a passage that does not belong to this page (chatbot reply)"
    assert CASES[0].place is None


def test_every_statement_is_ruled_on_once():
    assert sorted(case.number for ruling in rulings(CASES) for case in ruling.cases) == [*range(1, len(CASES) + 1)]


def silent(verdict, words="the archive has nothing on the topic"):
    """The verdict on a statement of whose topic the archive holds nothing."""
    reason = Reason(code=ReasonCode.NOTHING_ON_TOPIC, words=words)
    label = Label.NOT_ENOUGH_EVIDENCE
    return replace(verdict, label=label, evidence=(), reasons=(reason,), coverage=Coverage())


def test_what_is_to_be_said_of_many_is_said_once():
    given = cases(veldania.RESTORATION, [silent(verdict) for verdict in veldania.VERDICTS])
    page, removed = rulings(given)
    assert (page.shared, removed.shared) == ("The archive has nothing on the topic.",) * 2
    assert page.where == "8 statements"
    assert removed.where == "3 statements in passages that do not belong to this page"
    assert numbers(removed.cases) == (5, 6, 9)


def test_what_differs_is_said_of_each():
    given = cases(veldania.RESTORATION, [silent(each, f"nothing, {n}") for n, each in enumerate(veldania.VERDICTS)])
    page, removed = rulings(given)
    assert (page.shared, removed.shared) == ("", "")
    assert len({case.ruling for case in (*page.cases, *removed.cases)}) == len(given)


def test_a_statement_with_evidence_stands_alone():
    for ruling in rulings(CASES):
        assert len(ruling.cases) == 1 or not any(case.verdict.evidence for case in ruling.cases)
