"""E-mail newsletters: one message in a file, or a mailbox of them."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from io import BufferedReader
from typing import IO, Any

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
    """Read one message, and those forwarded in it."""
    yield from _letters(whole(stream, name), name)


def read_mailbox(stream: BufferedReader, name: str) -> Iterator[Read]:
    """Read the messages of a mailbox (mboxrd), one after the other."""
    for number, message in enumerate(_messages(stream), start=1):
        where = f"{name}, message {number}"
        try:
            if len(message) > LARGEST:
                why = f"it has more than {LARGEST >> 20} MiB"
                raise InputMalformed(f"{where} is too large for a newsletter", why=why, fix="leave it out")
            yield from _letters(_QUOTED_FROM.sub(rb"\1", message), where)
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
    """Return a message's page, or that of a letter forwarded in it which says more.

    Raises:
        InputMalformed: it is no message, or there is nothing in it to read.
    """
    read = tuple(_letters(data, name))
    pages = [one for one in read if isinstance(one, Page)]
    if not pages:
        raise next(one for one in read if isinstance(one, InputError))
    return max(pages, key=lambda page: len(page.document.text))


def _letters(data: bytes, name: str) -> Iterator[Page | InputError]:
    """Read a message, then those forwarded in it; one that only forwards others needs no words of its own."""
    waiting: list[tuple[EmailMessage, str, Moment | None]]
    try:
        waiting = [(_parsed(data), name, None)]
    except _BROKEN as error:
        raise _broken(name, error) from error
    while waiting:
        message, where, captured = waiting.pop()
        try:
            # It was there at the latest when the letter arrived that it came in.
            captured = _arrived(message) or captured
            inside = _forwarded(message)
            waiting += [(one, f"{where}, forwarded letter {k}", captured) for k, one in enumerate(inside, 1)][::-1]
        except _BROKEN as error:
            yield _broken(where, error)
            continue
        try:
            yield _page(message, where, captured)
        except InputMalformed as error:
            if where == name and not inside:
                raise
            if not inside:
                yield error


def _forwarded(message: EmailMessage) -> list[EmailMessage]:
    """Return the messages that lie in one whole (RFC 2046, 5.2.1), but not what lies in those."""
    found: list[EmailMessage] = []
    waiting: list[Any] = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() not in ("message/rfc822", "message/global"):
            waiting += reversed(part.get_payload()) if part.is_multipart() else ()
            continue
        (letter,) = part.get_payload()
        if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64":  # forbidden, and done
            letter = _parsed(b64decode(letter.get_payload()))
        found.append(letter)
    return found


def _parsed(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _page(message: EmailMessage, name: str, captured: Moment | None) -> Page:
    """Return a message's page: its HTML where there is some, else its text; what is attached is left alone."""
    try:
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
            "captured_at": captured,
        }
    except _BROKEN as error:
        raise _broken(name, error) from error
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


def _broken(name: str, error: BaseException) -> InputMalformed:
    return InputMalformed(f"{name} cannot be read as mail", why=str(error) or "it is broken", fix="leave it out")


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
