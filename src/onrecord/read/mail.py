"""E-mail newsletters: one message in a file, or a mailbox of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from io import BufferedReader
from typing import IO

from onrecord.data import DateKind, Moment, Page
from onrecord.errors import InputEmpty, InputError, InputMalformed
from onrecord.read.dating import first_moment
from onrecord.read.page import Format, read_bytes, restated
from onrecord.read.records import LARGEST, whole
from onrecord.read.telling import Read

_FIELD = rb"[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+"
_OF_MAIL = (
    rb"(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|list-id|list-unsubscribe|"
    rb"x-mailer|content-transfer-encoding):"
)
_SOME = rb"(?:" + _FIELD + rb"){0,200}?"
MESSAGE = re.compile(rb"(?i)(?=" + _SOME + _OF_MAIL + rb")(?=" + _SOME + rb"from:)" + _FIELD)
"""How a message begins: fields, one that says from whom it is, and one that only mail has."""
_PARTING = re.compile(rb"From \S+ [^\n]*\d\d:\d\d[^\n]*\b\d{4}\b[^\n]*\n")
MAILBOX = re.compile(_PARTING.pattern + rb"(?=" + _FIELD + rb")")
"""How a mailbox begins (RFC 4155): a line that is no field, then those of the first message."""

_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1 << 20
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError, AssertionError)
"""What the library's parser raises on fields and parts that are broken in ways it does not expect."""


def read_message(stream: IO[bytes], name: str) -> Iterator[Read]:
    """Read one message."""
    yield page_of(whole(stream, name), name)


def read_mailbox(stream: BufferedReader, name: str) -> Iterator[Read]:
    """Read the messages of a mailbox (mboxrd), one after the other."""
    for number, message in enumerate(_messages(stream), start=1):
        where = f"{name}, message {number}"
        try:
            if len(message) > LARGEST:
                why = f"it has more than {LARGEST >> 20} MiB"
                raise InputMalformed(f"{where} is too large for a newsletter", why=why, fix="leave it out")
            yield page_of(_QUOTED_FROM.sub(rb"\1", message), where)
        except InputError as error:
            yield error


def _messages(stream: BufferedReader) -> Iterator[bytes]:
    """Yield the messages; of one larger than any the beginning only."""
    held, blank = bytearray(), True
    while line := stream.readline(_LONGEST_LINE):
        if blank and _PARTING.match(line):
            if held.strip():
                yield bytes(held)
            held.clear()
        elif len(held) <= LARGEST:
            held += line
        blank = not line.strip()
    if held.strip():
        yield bytes(held)


def page_of(data: bytes, name: str) -> Page:
    """Return a message's page: its HTML where there is some, else its text; what is attached is left alone.

    Raises:
        InputMalformed: it is no message, or there is nothing in it to read.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)
        part = message.get_body(("html", "plain"))
        content = part.get_payload(decode=True) if part is not None else None
        html = part is not None and part.get_content_subtype() == "html"
        said = part.get_content_charset() if part is not None else None
        sender, address = parseaddr(_field(message, "From") or "")
        about = {
            "title": _field(message, "Subject"),
            "publisher": sender or address.rpartition("@")[2] or None,
            "source_id": _field(message, "Message-ID"),
            "published_at": first_moment([_field(message, "Date")]),
            "captured_at": _arrived(message),
        }
    except _BROKEN as error:
        raise InputMalformed(
            f"{name} cannot be read as mail", why=str(error) or "it is broken", fix="leave it out"
        ) from error
    if not isinstance(content, bytes) or not content.strip():
        raise InputMalformed(f"{name} has no text", why="there is neither HTML nor text in it", fix="leave it out")
    try:
        page = read_bytes(content, name=name, kind=Format.HTML if html else Format.TEXT, encoding=said)
    except InputEmpty as error:
        raise InputMalformed(f"{name} has no text", why=error.why, fix="leave it out") from error
    known = {field: value for field, value in about.items() if value}
    if "published_at" in known:
        known["date_kind"] = DateKind.STATED
    return restated(page, **known)


def _field(message: EmailMessage, name: str) -> str | None:
    try:
        value = message.get(name)
    except _BROKEN:
        return None
    words = " ".join(str(value).split()) if value is not None else ""
    return words.encode("utf-8", "replace").decode() or None


def _arrived(message: EmailMessage) -> Moment | None:
    """Return when the last server on its way took the message: the first of the lines that servers leave."""
    received = _field(message, "Received")
    return first_moment([received.rpartition(";")[2]]) if received else None
