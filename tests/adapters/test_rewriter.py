"""A writer over the network, against a local endpoint that also misbehaves."""

import json

import pytest
from tests.adapters.endpoints import MISBEHAVIOUR, says, serving

from onrecord.adapters.completions import GIVE_UP, TRIES
from onrecord.adapters.rewriter import Rewriter

SENTENCE = "The Anselm sank off Port Sorrel on Monday, the coast guard said."
OTHER = "The coast guard said the Anselm sank off Port Sorrel on Monday."

NO_SENTENCE = MISBEHAVIOUR | {
    "JSON in a fence": says(f"```json\n{json.dumps({'sentence': OTHER})}\n```"),
    "another name": says(json.dumps({"text": OTHER})),
    "more than was asked": says(json.dumps({"sentence": OTHER, "note": "as you wished"})),
    "an empty sentence": says(json.dumps({"sentence": " "})),
    "a list of sentences": says(json.dumps({"sentence": [OTHER]})),
}


def test_one_sentence_goes_in_and_one_comes_out():
    with serving(says(json.dumps({"sentence": OTHER}))) as (address, seen):
        assert Rewriter(address).reword([SENTENCE, SENTENCE.upper()]) == (OTHER, OTHER)
    assert {json.loads(each["messages"][1]["content"])["sentence"] for each in seen} == {SENTENCE, SENTENCE.upper()}
    assert {(each["path"], each["key"]) for each in seen} == {("/v1/chat/completions", "Bearer secret")}


@pytest.mark.parametrize("name", NO_SENTENCE)
def test_what_is_no_sentence_is_none_after_a_few_tries(name):
    with serving(NO_SENTENCE[name]) as (address, seen):
        (silent,) = Rewriter(address).reword([SENTENCE])
    assert silent.code == "rewriter_silent"
    assert len(seen) == TRIES


def test_an_endpoint_that_is_down_is_not_asked_for_ever():
    with serving(says("{}", 503)) as (address, seen):
        found = Rewriter(address).reword([f"The Anselm sank {number} times." for number in range(40)])
    assert {each.code for each in found} == {"rewriter_silent"}
    assert len(seen) <= TRIES * (GIVE_UP + 4)  # those under way when it was given up


def test_nothing_is_asked_about_nothing():
    with serving(says("{}")) as (address, seen):
        assert Rewriter(address).reword([]) == ()
    assert not seen
