"""Webhooks, against a server on this machine that answers in every way it can."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import time

import pytest
from werkzeug import Response

from onrecord.adapters.reaching import PERMIT
from onrecord.adapters.tell_webhook import VARIABLE, Webhook, draw, keys_from, signature
from onrecord.data import Message, Outcome
from onrecord.errors import InputMissing, UsageError

KEY = bytes(range(32))
SECRET = "whsec_" + base64.b64encode(KEY).decode()
MESSAGE = Message(id="msg1", subject="On record", text="…", body='{"type": "alert", "words": "Zürich"}')


@pytest.fixture(autouse=True)
def permitted(monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    monkeypatch.delenv(VARIABLE, raising=False)


def told(url: str, *keys: bytes) -> Outcome:
    (outcome,) = Webhook(url, keys=keys or (KEY,), agent="onrecord/test").tell([MESSAGE])
    return outcome


def test_the_signature_is_that_of_the_specification():
    """The example of the reference libraries of Standard Webhooks, which all of them test against."""
    key = base64.b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signed = signature([key], "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", b'{"test": 2432232314}')
    assert signed == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_receiver_can_verify_what_it_gets(httpserver):
    httpserver.expect_request("/hook", method="POST").respond_with_data("", status=204)
    assert told(httpserver.url_for("/hook"), KEY, b"old" * 10) == Outcome(code=204)
    ((request, _),) = httpserver.log
    head = request.headers
    signed = f"{head['webhook-id']}.{head['webhook-timestamp']}.".encode() + request.get_data()
    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    assert f"v1,{expected}" in head["webhook-signature"].split()
    assert len(head["webhook-signature"].split()) == 2
    assert head["webhook-id"] == "msg1"
    assert abs(int(head["webhook-timestamp"]) - time.time()) < 60
    assert head["content-type"] == "application/json"
    assert request.get_data() == MESSAGE.body.encode()


@pytest.mark.parametrize("status", [301, 400, 404, 410, 429, 500, 503])
def test_any_answer_but_2xx_is_a_failure_and_redirects_are_not_followed(httpserver, status):
    httpserver.expect_request("/hook").respond_with_response(
        Response("", status=status, headers={"Location": "/other", "Retry-After": "60"})
    )
    outcome = told(httpserver.url_for("/hook"))
    assert (outcome.error, outcome.code) == (f"it answers with status {status}", status)
    assert outcome.final == (status == 410)
    assert outcome.until is not None
    assert [request.path for request, _ in httpserver.log] == ["/hook"]


def test_private_addresses_are_refused_as_for_pages(httpserver, monkeypatch):
    httpserver.expect_request("/hook").respond_with_data("")
    monkeypatch.delenv(PERMIT)
    for url in (httpserver.url_for("/hook"), "http://169.254.169.254/latest", "http://[::1]/", "http://10.0.0.1/x"):
        assert "not of the public internet" in told(url).error
    assert httpserver.log == []


def test_nobody_there_or_no_address_is_an_outcome():
    assert told("http://127.0.0.1:9/hook").error
    assert told("http://ada:secret@127.0.0.1:9/").error == "it holds a name and a password"


def test_a_secret_is_drawn_once_and_closed_to_others(tmp_path):
    file = tmp_path / "hook.secret"
    assert draw(file)
    assert file.stat().st_mode & 0o777 == 0o600
    (key,) = keys_from(file)
    assert len(key) == 32
    assert not draw(file)
    assert keys_from(file) == (key,)
    with pytest.raises(InputMissing):
        draw(tmp_path / "nowhere" / "hook.secret")


def test_a_secret_is_read_from_a_closed_file_or_the_environment(tmp_path, monkeypatch):
    file = tmp_path / "hook.secret"
    with pytest.raises(InputMissing):
        keys_from(file)
    file.write_text(f"{SECRET}\n{SECRET.removeprefix('whsec_')}\n")
    file.chmod(0o640)
    with pytest.raises(UsageError, match="others may read"):
        keys_from(file)
    file.chmod(0o600)
    assert keys_from(file) == (KEY, KEY)
    with pytest.raises(UsageError, match="there is no secret in the environment"):
        keys_from(None)
    monkeypatch.setenv(VARIABLE, SECRET)
    assert keys_from(None) == (KEY,)
    for bad in ("whsec_", "whsec_short", "hunter2!", "whsec_" + base64.b64encode(b"x" * 65).decode()):
        monkeypatch.setenv(VARIABLE, bad)
        with pytest.raises(UsageError) as raised:
            keys_from(None)
        assert bad.removeprefix("whsec_") not in str(raised.value) or bad == "whsec_"


def test_no_secret_is_in_the_logs(httpserver, caplog):
    caplog.set_level(logging.DEBUG)
    httpserver.expect_request("/hook").respond_with_data("", status=500)
    told(httpserver.url_for("/hook"))
    assert SECRET.removeprefix("whsec_") not in caplog.text
