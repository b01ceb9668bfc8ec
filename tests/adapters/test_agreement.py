"""The first verifier: agreement by words and vectors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.adapters.agreement import AgreementVerifier
from onrecord.data import Pair
from onrecord.testing import HashingEmbedder

VERIFIER = AgreementVerifier(HashingEmbedder())
texts = st.text(max_size=60)


def judge(premise, hypothesis):
    (judgement,) = VERIFIER.judge([Pair(premise=premise, hypothesis=hypothesis)])
    return judgement


def test_it_names_the_embedder_as_its_model():
    assert VERIFIER.models == HashingEmbedder().models


def test_the_same_words_support_and_others_say_nothing():
    same, other = (
        judge("The port is closed.", "The port is closed."),
        judge("Cricket season opens.", "The port is closed."),
    )
    assert same.supports > 0.9
    assert other.neutral > 0.4
    assert same.supports > other.supports


def test_figures_do_not_count_as_words():
    assert judge("It killed 31 people.", "It killed 12 people.").supports > judge("It killed 31 people.", "It hurt 31 cows.").supports  # fmt: skip


def test_every_text_is_embedded_once():
    seen = []

    class Listening(HashingEmbedder):
        def embed(self, texts):
            seen.extend(texts)
            return super().embed(texts)

    pairs = [Pair(premise="a port", hypothesis="a dam"), Pair(premise="a dam", hypothesis="a port")]
    AgreementVerifier(Listening()).judge(pairs)
    assert sorted(seen) == ["a dam", "a port"]
    assert AgreementVerifier(Listening()).judge([]) == ()


@given(st.lists(st.tuples(texts, texts), max_size=4))
def test_a_judgement_depends_on_its_pair_alone(found):
    pairs = [Pair(premise=premise, hypothesis=hypothesis) for premise, hypothesis in found]
    together = VERIFIER.judge(pairs)
    assert together == tuple(VERIFIER.judge([pair])[0] for pair in pairs)
    for judgement in together:
        assert judgement.supports + judgement.refutes + judgement.neutral == pytest.approx(1)
