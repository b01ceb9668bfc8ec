"""Telling by mail, over the server that the settings name.

Nothing is sent in the clear: a server is spoken to over TLS from the first byte (``smtps``) or from STARTTLS on
(``smtp``), and its certificate is verified. Only a server on this very machine may do without.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import formatdate
from urllib.parse import unquote, urlsplit

from onrecord.data import Message, Outcome
from onrecord.errors import UsageError

VARIABLE = "ONRECORD_MAIL_PASSWORD"
PATIENCE = 20.0
"""Seconds for a single step; servers that greet late on purpose do so within 20 (RFC 5321, 4.5.3.2 allows minutes)."""
_PORTS = {"smtp": 587, "smtps": 465}
_HERE = ("localhost", "127.0.0.1", "::1")
_FOR_EVER = range(500, 600)
"""Replies by which a server says that a recipient never will be known to it (RFC 5321, 4.2.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where mail is handed over, and as whom."""

    host: str
    port: int
    tls: bool
    """From the first byte on."""
    user: str = ""
    password: str = ""
    sender: str


def server_at(url: str, sender: str) -> Server:
    """Return the server that a URL such as ``smtp://ada@mail.example:587`` names; the environment has the password.

    Raises:
        UsageError: the URL is none of SMTP, or the sender is no address.
    """
    fix = "write mail_server as smtp://USER@HOST:587 or smtps://USER@HOST, and mail_from as an address"
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise UsageError("mail cannot be sent", why=f"mail_server is no address: {error}", fix=fix) from error
    if parts.scheme not in _PORTS or not parts.hostname or parts.password or not is_mail_address(sender):
        why = "the settings mail_server and mail_from do not name a server and an address; no password stands in them"
        raise UsageError("mail cannot be sent", why=why, fix=fix)
    user, password = unquote(parts.username or ""), os.environ.get(VARIABLE, "")
    if user and not password:
        why = f"the environment does not give {VARIABLE} for {user}"
        raise UsageError("mail cannot be sent", why=why, fix=f"set {VARIABLE}")
    tls = parts.scheme == "smtps"
    return Server(host=parts.hostname, port=port, tls=tls, user=user, password=password, sender=sender)


def is_mail_address(words: str) -> bool:
    """Say whether words are an address of mail, and one only."""
    name, at, host = words.rpartition("@")
    one = bool(name and at and host) and "@" not in name
    return one and words.isprintable() and not set(words) & set(' ,;:<>"()[]\\/')


class Mail:
    """Tells one address of mail."""

    def __init__(self, to: str, *, server: Server) -> None:
        """Send to ``to``, over one connection for all that is told at once."""
        self._to, self._server = to, server

    def tell(self, messages: Iterable[Message]) -> Iterator[Outcome]:
        """Send each message; see :class:`onrecord.ports.Teller`."""
        connection: smtplib.SMTP | None = None
        try:
            for message in messages:
                try:
                    connection = connection or _connected(self._server)
                    refused = connection.send_message(self._mail(message))
                    yield Outcome(code=250) if not refused else Outcome(error="the server refused the recipient")
                except smtplib.SMTPRecipientsRefused as error:
                    code, words = error.recipients[self._to]
                    yield _answered(code, words, final=code in _FOR_EVER)
                except smtplib.SMTPResponseException as error:
                    yield _answered(error.smtp_code, error.smtp_error)
                except (smtplib.SMTPException, OSError, MessageError, ValueError) as error:
                    yield Outcome(error=str(error) or type(error).__name__)
        finally:
            if connection is not None:
                with suppress(smtplib.SMTPException, OSError):
                    connection.quit()

    def _mail(self, message: Message) -> EmailMessage:
        mail = EmailMessage()
        host = self._server.sender.rpartition("@")[2]
        headers = {
            "From": self._server.sender,
            "To": self._to,
            "Subject": message.subject,
            "Date": formatdate(),
            "Message-ID": f"<{message.id}@{host}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no holiday notice comes back
        }
        for name, value in headers.items():
            mail[name] = value
        mail.set_content(message.text)
        return mail


def _connected(server: Server) -> smtplib.SMTP:
    """Connect, over TLS, and sign in where there is a name to sign in with.

    Raises:
        SMTPException: the server refuses, or does not speak TLS.
        OSError: it cannot be reached.
    """
    context = ssl.create_default_context()
    if server.tls:
        made: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    else:
        made = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        if not server.tls:
            made.ehlo()
            if made.has_extn("starttls"):
                made.starttls(context=context)
            elif server.host not in _HERE or server.user:
                raise smtplib.SMTPNotSupportedError(
                    "the server does not speak STARTTLS, and nothing is sent in the clear"
                )
        if server.user:
            made.login(server.user, server.password)
    except BaseException:
        made.close()
        raise
    return made


def _answered(code: int, words: bytes | str, *, final: bool = False) -> Outcome:
    said = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Outcome(error=f"the server answers {code} {said[:200]}".strip(), code=code, final=final)
