"""Judging bare pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verify.newsroom import VERIFIER

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.data import Pair
from onrecord.testing import HashingEmbedder
from onrecord.verify import judge_pairs


def judge(premise, hypothesis):
    (judgement,) = judge_pairs([Pair(premise=premise, hypothesis=hypothesis)], verifier=VERIFIER)
    return judgement


@pytest.mark.parametrize(
    ("premise", "hypothesis", "expected"),
    [
        ("The storm killed 12 people in Harrow.", "In Harrow the storm killed 12 people.", "supports"),
        ("The storm killed 12 people in Harrow.", "The storm did not kill 12 people in Harrow.", "refutes"),
        ("The storm killed 12 people in Harrow.", "The cricket season opens in Corvia.", "neutral"),
    ],
)
def test_the_likeliest_reading(premise, hypothesis, expected):
    judgement = judge(premise, hypothesis)
    assert max(("supports", "refutes", "neutral"), key=lambda name: getattr(judgement, name)) == expected


def test_another_number_makes_refutation_likelier_and_says_so():
    premise = "It rained in Corvia. The storm killed 31 people in Harrow. Schools are closed."
    same, other = (
        judge(premise, "The storm killed 31 people in Harrow."),
        judge(premise, "The storm killed 12 people in Harrow."),
    )
    assert same.refutes < other.refutes
    (reason,) = other.reasons
    assert reason.code == "number_differs"
    assert reason.there.cut(premise) == "31"


def test_somebodys_words_are_less_than_a_fact():
    assert judge("The dam is safe, Hale said.", "The dam is safe.").reasons[0].code == "said_not_so"


def test_nothing_in_nothing_out():
    assert judge_pairs([], verifier=VERIFIER) == ()
    assert judge("", "The dam is safe.").neutral > 0.5


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(), st.text()), max_size=3))
def test_any_pair_is_judged_with_probabilities_that_sum_to_one(texts):
    pairs = [Pair(premise=premise, hypothesis=hypothesis) for premise, hypothesis in texts]
    judgements = judge_pairs(pairs, verifier=AgreementVerifier(HashingEmbedder()))
    assert len(judgements) == len(pairs)
    for pair, judgement in zip(pairs, judgements, strict=True):
        assert judgement.supports + judgement.refutes + judgement.neutral == pytest.approx(1)
        assert all(reason.there.end <= len(pair.premise) for reason in judgement.reasons if reason.there)
