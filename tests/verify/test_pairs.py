"""Judging bare pairs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.verify.newsroom import VERIFIER

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.data import Judgement, Pair, Reason, ReasonCode
from onrecord.testing import HashingEmbedder
from onrecord.verify import judge_pairs


class Contrary:
    """Refutes everything; with a reason, says nothing of anything."""

    models = ()

    def __init__(self, reason=None):
        self.said = (
            Judgement(supports=0.0, refutes=0.0, neutral=1.0, reasons=(reason,))
            if reason
            else Judgement(supports=0.0, refutes=1.0, neutral=0.0)
        )

    def judge(self, pairs):
        return (self.said,) * len(pairs)


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


def test_the_same_words_need_no_model():
    denial = "The harbour authority did not close the port."
    (judgement,) = judge_pairs([Pair(premise=denial, hypothesis=denial)], verifier=Contrary())
    assert judgement.supports > 0.9


def test_what_a_model_left_unjudged_stays_so():
    words = "the verifier gave no usable answer"
    silent = Contrary(Reason(code=ReasonCode.VERIFIER_SILENT, words=words))
    (judgement,) = judge_pairs([Pair(premise="The dam is safe.", hypothesis="The dam is safe.")], verifier=silent)
    assert (judgement.neutral, [reason.words for reason in judgement.reasons]) == (1.0, [words])


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


def test_a_quotation_does_not_vouch_for_what_stands_around_it():
    report = "Mara Olin called the deal with Kestrel Lines “the gold standard” when she was minister, Tomas Reil said."
    (judgement,) = judge_pairs(
        [
            Pair(
                premise=report,
                hypothesis=report.replace("Mara Olin", "Tomas Reil", 1).replace("Tomas Reil said", "Mara Olin said"),
            )
        ],
        verifier=Contrary(),
    )
    assert judgement.supports < 0.9
