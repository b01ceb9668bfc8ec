"""A verifier over the network, against a local endpoint that also misbehaves."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler

import pytest
from tests.adapters.endpoints import MISBEHAVIOUR, Answer, says, serving
from tests.verify.newsroom import check, codes, report

from onrecord.adapters.completions import GIVE_UP, TRIES, Address, from_environment
from onrecord.adapters.endpoint import Endpoint
from onrecord.data import Judgement, Pair
from onrecord.errors import UsageError

PASSAGE = "The ferry Anselm sank off Port Sorrel on Monday."
PAIR = Pair(premise=PASSAGE, hypothesis="The Anselm sank.")


def label(name: str, span: str = PASSAGE) -> str:
    return json.dumps({"label": name, "span": span})


def silent(judgement: Judgement) -> bool:
    return [reason.code.value for reason in judgement.reasons] == ["verifier_silent"] and judgement.neutral == 1.0


@pytest.mark.parametrize("name", ["supports", "refutes", "neutral"])
def test_a_label_with_words_of_the_passage_counts(name: str):
    with serving(says(label(name, "sank off Port Sorrel"))) as (address, seen):
        (judgement,) = Endpoint(address).judge([PAIR])
    assert getattr(judgement, name) == pytest.approx(0.9)
    assert not judgement.reasons
    (asked,) = seen
    assert (asked["path"], asked["model"], asked["key"]) == ("/v1/chat/completions", "m", "Bearer secret")
    assert json.loads(asked["messages"][1]["content"]) == {"passage": PASSAGE, "statement": "The Anselm sank."}


NO_LABEL: dict[str, Answer] = MISBEHAVIOUR | {
    "JSON in a fence": says("```json\n" + label("supports") + "\n```"),
    "another label": says(label("probably")),
    "no label": says(json.dumps({"span": PASSAGE})),
    "words that are not there": says(label("supports", "The ferry Anselm has sunk")),
    "no words": says(label("refutes", " ")),
    "a span that is a number": says(json.dumps({"label": "supports", "span": 3})),
}


@pytest.mark.parametrize("name", NO_LABEL)
def test_what_is_no_answer_leaves_the_pair_unjudged_after_a_few_tries(name: str):
    with serving(NO_LABEL[name]) as (address, seen):
        (judgement,) = Endpoint(address).judge([PAIR])
    assert silent(judgement)
    assert len(seen) == TRIES


def test_it_is_asked_again_before_a_pair_is_given_up():
    def second_time(handler: BaseHTTPRequestHandler, body: dict, turn: int) -> None:
        (says("?") if turn < TRIES else says(label("supports")))(handler, body, turn)

    with serving(second_time) as (address, _):
        assert Endpoint(address).judge([PAIR])[0].supports == pytest.approx(0.9)


def test_an_endpoint_that_is_down_is_not_asked_for_ever():
    pairs = [Pair(premise=PASSAGE, hypothesis=f"The Anselm sank {number} times.") for number in range(40)]
    with serving(says("?")) as (address, seen):
        judged = Endpoint(address).judge(pairs)
    assert all(map(silent, judged))
    assert len(seen) <= TRIES * (GIVE_UP + 4)  # those under way when it was given up


def test_nobody_listening_is_silence():
    address = Address(base="http://127.0.0.1:9/v1", model="m", timeout=0.5, pause=0.0)
    assert silent(Endpoint(address).judge([PAIR])[0])


def test_a_pair_is_asked_about_once_and_empty_ones_never():
    with serving(says(label("supports"))) as (address, seen):
        one, other, empty = Endpoint(address).judge([PAIR, PAIR, Pair(premise="", hypothesis="The Anselm sank.")])
    assert one == other
    assert empty.neutral == 1.0
    assert len(seen) == 1
    assert Endpoint(address).judge([]) == ()


def test_down_means_not_checked_and_no_other_verdict():
    def for_some(handler: BaseHTTPRequestHandler, body: dict, turn: int) -> None:
        passage = json.loads(body["messages"][1]["content"])["passage"]
        (says("?") if "Harrow" in passage else says(label("supports", passage)))(handler, body, turn)

    news, other = (
        report("The ferry Anselm sank off Port Sorrel on Monday."),
        report("The dam at Harrow broke on Monday."),
    )
    with serving(for_some) as (address, _):
        judged = check("The ferry Anselm sank off Port Sorrel on Monday.", news, verifier=Endpoint(address))
        unjudged = check("The dam at Harrow broke on Monday.", other, verifier=Endpoint(address))
    assert judged.label == "supported"
    assert unjudged.label == "not_checked"
    assert codes(unjudged) == ["verifier_silent"]


def test_the_environment_names_the_endpoint(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONRECORD_ENDPOINT_URL", "http://localhost:8000/v1")
    monkeypatch.setenv("ONRECORD_ENDPOINT_MODEL", "m")
    assert from_environment(otherwise="") == Address(base="http://localhost:8000/v1", model="m")
    for broken in ("", "file:///etc/passwd", "localhost:8000"):
        monkeypatch.setenv("ONRECORD_ENDPOINT_URL", broken)
        with pytest.raises(UsageError, match="no endpoint to ask"):
            from_environment(otherwise="")
