"""A verifier over the network, against a local endpoint that also misbehaves."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.verify.newsroom import check, codes, report

from onrecord.adapters.endpoint import GIVE_UP, LONGEST_ANSWER, TRIES, Address, Endpoint, from_environment
from onrecord.data import Judgement, Pair
from onrecord.errors import UsageError

PASSAGE = "The ferry Anselm sank off Port Sorrel on Monday."
PAIR = Pair(premise=PASSAGE, hypothesis="The Anselm sank.")
Answer = Callable[[BaseHTTPRequestHandler, dict, int], None]


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[Endpoint, list[dict]]]:
    """Serve ``answer`` on a port of this machine; hand out a verifier that asks there, and what it was asked."""
    seen: list[dict] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append(body | {"path": self.path, "key": self.headers.get("Authorization")})
            answer(self, body, len(seen))

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        base = f"http://127.0.0.1:{server.server_port}/v1/"
        yield Endpoint(Address(base=base, model="m", key="secret", timeout=0.5, pause=0.0)), seen
    finally:
        server.shutdown()
        server.server_close()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def says(content: object, status: int = 200) -> Answer:
    body = json.dumps({"choices": [{"message": {"content": content}}]}).encode()
    return lambda handler, _, __: send(handler, body, status)


def label(name: str, span: str = PASSAGE) -> str:
    return json.dumps({"label": name, "span": span})


def silent(judgement: Judgement) -> bool:
    return [reason.code.value for reason in judgement.reasons] == ["verifier_silent"] and judgement.neutral == 1.0


@pytest.mark.parametrize("name", ["supports", "refutes", "neutral"])
def test_a_label_with_words_of_the_passage_counts(name: str):
    with serving(says(label(name, "sank off Port Sorrel"))) as (endpoint, seen):
        (judgement,) = endpoint.judge([PAIR])
    assert getattr(judgement, name) == pytest.approx(0.9)
    assert not judgement.reasons
    (asked,) = seen
    assert (asked["path"], asked["model"], asked["key"]) == ("/v1/chat/completions", "m", "Bearer secret")
    assert json.loads(asked["messages"][1]["content"]) == {"passage": PASSAGE, "statement": "The Anselm sank."}


def cut_short(handler: BaseHTTPRequestHandler, _: dict, __: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b'{"choices"')


def slow(handler: BaseHTTPRequestHandler, _: dict, __: int) -> None:
    time.sleep(1.0)
    with suppress(OSError):  # whoever asked has gone
        send(handler, b"{}")


MISBEHAVIOUR: dict[str, Answer] = {
    "prose": says("The passage supports the statement."),
    "JSON in a fence": says("```json\n" + label("supports") + "\n```"),
    "another label": says(label("probably")),
    "no label": says(json.dumps({"span": PASSAGE})),
    "a list": says("[]"),
    "words that are not there": says(label("supports", "The ferry Anselm has sunk")),
    "no words": says(label("refutes", " ")),
    "a span that is a number": says(json.dumps({"label": "supports", "span": 3})),
    "NaN": says("NaN"),
    "no content": says(None),
    "nested without end": says("[" * 100_000),
    "an error": says(label("supports"), 500),
    "too many requests": says(label("supports"), 429),
    "no such model": says(label("supports"), 404),
    "no completion": lambda handler, _, __: send(handler, b'{"error": "overloaded"}'),
    "not JSON": lambda handler, _, __: send(handler, b"<html>gateway</html>"),
    "not UTF-8": lambda handler, _, __: send(handler, b"\xff\xfe\x80"),
    "nothing": lambda handler, _, __: send(handler, b""),
    "megabytes": lambda handler, _, __: send(handler, b" " * (LONGEST_ANSWER + 2)),
    "half an answer": cut_short,
    "no HTTP": lambda handler, _, __: handler.wfile.write(b"SSH-2.0-none\r\n"),
    "too slow": slow,
    "sends elsewhere": lambda handler, _, __: send(handler, b"", 307, Location="http://127.0.0.1:9/"),
}


@pytest.mark.parametrize("name", MISBEHAVIOUR)
def test_what_is_no_answer_leaves_the_pair_unjudged_after_a_few_tries(name: str):
    with serving(MISBEHAVIOUR[name]) as (endpoint, seen):
        (judgement,) = endpoint.judge([PAIR])
    assert silent(judgement)
    assert len(seen) == TRIES


def test_it_is_asked_again_before_a_pair_is_given_up():
    def second_time(handler: BaseHTTPRequestHandler, body: dict, turn: int) -> None:
        (says("?") if turn < TRIES else says(label("supports")))(handler, body, turn)

    with serving(second_time) as (endpoint, _):
        assert endpoint.judge([PAIR])[0].supports == pytest.approx(0.9)


def test_an_endpoint_that_is_down_is_not_asked_for_ever():
    pairs = [Pair(premise=PASSAGE, hypothesis=f"The Anselm sank {number} times.") for number in range(40)]
    with serving(says("?")) as (endpoint, seen):
        judged = endpoint.judge(pairs)
    assert all(map(silent, judged))
    assert len(seen) <= TRIES * (GIVE_UP + 4)  # those under way when it was given up


def test_nobody_listening_is_silence():
    address = Address(base="http://127.0.0.1:9/v1", model="m", timeout=0.5, pause=0.0)
    assert silent(Endpoint(address).judge([PAIR])[0])


def test_a_pair_is_asked_about_once_and_empty_ones_never():
    with serving(says(label("supports"))) as (endpoint, seen):
        one, other, empty = endpoint.judge([PAIR, PAIR, Pair(premise="", hypothesis="The Anselm sank.")])
    assert one == other
    assert empty.neutral == 1.0
    assert len(seen) == 1
    assert endpoint.judge([]) == ()


def test_down_means_not_checked_and_no_other_verdict():
    def for_some(handler: BaseHTTPRequestHandler, body: dict, turn: int) -> None:
        passage = json.loads(body["messages"][1]["content"])["passage"]
        (says("?") if "Harrow" in passage else says(label("supports", passage)))(handler, body, turn)

    news, other = (
        report("The ferry Anselm sank off Port Sorrel on Monday."),
        report("The dam at Harrow broke on Monday."),
    )
    with serving(for_some) as (endpoint, _):
        judged = check("The ferry Anselm sank off Port Sorrel on Monday.", news, verifier=endpoint)
        unjudged = check("The dam at Harrow broke on Monday.", other, verifier=endpoint)
    assert judged.label == "supported"
    assert unjudged.label == "not_checked"
    assert codes(unjudged) == ["verifier_silent"]


def test_the_environment_names_the_endpoint(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONRECORD_ENDPOINT_URL", "http://localhost:8000/v1")
    monkeypatch.setenv("ONRECORD_ENDPOINT_MODEL", "m")
    assert from_environment() == Address(base="http://localhost:8000/v1", model="m")
    for broken in ("", "file:///etc/passwd", "localhost:8000"):
        monkeypatch.setenv("ONRECORD_ENDPOINT_URL", broken)
        with pytest.raises(UsageError, match="no endpoint to ask"):
            from_environment()
