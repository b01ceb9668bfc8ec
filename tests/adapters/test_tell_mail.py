"""Mail, handed to a server on this machine that wants STARTTLS and a password, or has neither."""

from __future__ import annotations

import socket
import ssl
import subprocess
from contextlib import contextmanager
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from onrecord.adapters.tell_mail import VARIABLE, Mail, Server, is_mail_address, server_at
from onrecord.data import Message, Outcome
from onrecord.errors import UsageError

MESSAGE = Message(id="msg1", subject="Not on record → On record: Zürich", text="“31 people”\n", body="{}")


class Inbox:
    """Keeps what it is handed; refuses whom it does not know."""

    def __init__(self) -> None:
        self.held: list = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 (the server's own name)
        if address.startswith("nobody"):
            return "550 5.1.1 no such person"
        if address.startswith("later"):
            return "450 4.2.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope):  # noqa: N802
        self.held.append((session.authenticated, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    more = ["-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run([*made, *more], check=True, capture_output=True)
    return folder


@contextmanager
def server(**options):
    inbox = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    running = Controller(inbox, hostname="localhost", port=port, **options)
    running.start()
    try:
        yield inbox, port
    finally:
        running.stop()


def told(to: str, at: Server, messages=(MESSAGE,)) -> list[Outcome]:
    return list(Mail(to, server=at).tell(messages))


def plain(port: int) -> Server:
    return Server(host="localhost", port=port, tls=False, sender="onrecord@tribune.example")


def test_mail_says_what_it_is_and_keeps_its_id():
    with server() as (inbox, port):
        assert told("ada@tribune.example", plain(port), (MESSAGE, MESSAGE)) == [Outcome(code=250)] * 2
    (_, mail), (_, again) = inbox.held
    assert (mail["Subject"], mail["To"], mail["From"]) == (
        MESSAGE.subject,
        "ada@tribune.example",
        "onrecord@tribune.example",
    )
    assert mail["Message-ID"] == again["Message-ID"] == "<msg1@tribune.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content().replace("\r\n", "\n") == MESSAGE.text


def test_over_starttls_with_a_password(certificate, monkeypatch):
    known = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    known.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")

    def right(_server, _session, _envelope, _mechanism, given):
        return AuthResult(success=(given.login, given.password) == (b"desk", b"s3cret"), handled=False)

    options = {"tls_context": known, "require_starttls": True, "authenticator": right, "auth_require_tls": True}
    with server(**options) as (inbox, port):
        url = f"smtp://desk@localhost:{port}"
        monkeypatch.setenv(VARIABLE, "s3cret")
        (unknown,) = told("ada@tribune.example", server_at(url, "onrecord@tribune.example"))
        assert "certificate" in unknown.error.lower()
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
        assert told("ada@tribune.example", server_at(url, "onrecord@tribune.example")) == [Outcome(code=250)]
        monkeypatch.setenv(VARIABLE, "wrong")
        (refused,) = told("ada@tribune.example", server_at(url, "onrecord@tribune.example"))
        assert (refused.code, refused.final) == (535, False)
        assert "wrong" not in refused.error
    assert [signed for signed, _ in inbox.held] == [True]


def test_no_password_goes_to_a_server_without_starttls():
    with server() as (inbox, port):
        at = Server(host="localhost", port=port, tls=False, user="desk", password="s3cret", sender="o@tribune.example")
        (outcome,) = told("ada@tribune.example", at)
    assert "STARTTLS" in outcome.error
    assert inbox.held == []


def test_whoever_is_refused_for_good_is_given_up_and_the_others_are_not():
    with server() as (_, port):
        (nobody,) = told("nobody@tribune.example", plain(port))
        (later,) = told("later@tribune.example", plain(port))
    assert (nobody.code, nobody.final, nobody.error) == (550, True, "the server answers 550 5.1.1 no such person")
    assert (later.code, later.final) == (450, False)


def test_a_server_that_is_not_there_is_an_outcome():
    (outcome,) = told("ada@tribune.example", plain(9))
    assert outcome.error
    assert not outcome.final


def test_headers_cannot_be_smuggled_in():
    with server() as (inbox, port):
        smuggled = Message(id="msg1", subject="On record\r\nBcc: eve@evil.example", text="", body="{}")
        (outcome,) = told("ada@tribune.example", plain(port), (smuggled,))
    assert outcome.error
    assert inbox.held == []


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("ada@tribune.example", True),
        ("ada.b+desk@tribune.example", True),
        ("ada@tribune.example,eve@evil.example", False),
        ("ada@tribune.example eve@evil.example", False),
        ("Ada <ada@tribune.example>", False),
        ("ada@tribune.example\r\nBcc: eve@evil.example", False),
        ("@tribune.example", False),
        ("ada@", False),
        ("ada@evil.example@tribune.example", False),
        ("./page@desk", False),
    ],
)
def test_an_address_is_one_address(words, is_one):
    assert is_mail_address(words) == is_one


@pytest.mark.parametrize(
    "url", ["", "mail.example", "http://mail.example", "smtp://", "smtp://a:pw@mail.example", "smtp://mail.example:x"]
)
def test_what_names_no_server_is_an_error(url):
    with pytest.raises(UsageError):
        server_at(url, "onrecord@tribune.example")
    with pytest.raises(UsageError):
        server_at("smtp://mail.example", "nobody")


def test_a_name_without_a_password_is_an_error(monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(UsageError, match="does not give"):
        server_at("smtp://desk@mail.example", "onrecord@tribune.example")
    assert server_at("smtps://mail.example", "onrecord@tribune.example").port == 465
