"""What a request asks for, as it is kept until it is answered."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING, Any

from onrecord.data import Moment, Page
from onrecord.errors import InputMalformed, WrongMediaType
from onrecord.read import read_bytes, read_record, read_text
from onrecord.settings import published as dated

if TYPE_CHECKING:
    from onrecord.wiring import Fetched

JSON = "application/json"
PAGES: Mapping[str, str] = {
    "text/plain": "the text",
    "text/html": "the page.html",
    "application/xhtml+xml": "the page.html",
    "application/pdf": "the page.pdf",
    "message/rfc822": "the letter.eml",
    "application/octet-stream": "the page",
}
"""Media types in which a page is handed in, beside JSON, and what such a page is called; its content has its say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A page as it was handed in."""

    media_type: str
    """Such as ``text/html; charset=windows-1251``."""
    body: bytes
    url: str | None = None
    published: str | None = None

    def stated(self) -> Mapping[str, Any]:
        """Return the fields in which a page is handed in as JSON; none where it is handed in as it is.

        Raises:
            InputMalformed: it is no JSON object where it says that it is.
        """
        return json_object(self.body) if media_type(self.media_type)[0] == JSON else {}

    def found_at(self, fetch: Callable[[str], Fetched]) -> Handed:
        """Return the page itself: where nothing but its address was handed in, what ``fetch`` finds there.

        Raises:
            InputMalformed: it is no JSON object where it says that it is.
            NetworkError: it cannot be fetched, or may not be.
            WrongMediaType: what is there is no page.
        """
        record = self.stated()
        url, published = record.get("url"), record.get("published")
        if not isinstance(url, str) or {"text", "html"} & record.keys():
            return self
        found = fetch(url)
        if (kind := media_type(found.media_type)[0]) not in PAGES:
            raise wrong_media_type(kind, tuple(PAGES))
        stated = self.published or (None if published is None else str(published))
        return Handed(media_type=found.media_type, body=found.body, url=found.url, published=stated)

    def page(self) -> Page:
        """Read it.

        Raises:
            InputError: it is no page.
            UsageError: the date is none, or has not come yet.
            WrongMediaType: it is of another kind.
        """
        kind, encoding = media_type(self.media_type)
        given = dated(self.published) if self.published else None
        if kind == JSON:
            known: dict[str, str | Moment | None] = {"url": self.url, "published": given}
            return read_record({**json_object(self.body), **{name: value for name, value in known.items() if value}})
        if kind not in PAGES:
            raise wrong_media_type(kind, (JSON, *PAGES))
        if encoding is None or encoding == "utf-8":
            return read_bytes(self.body, name=PAGES[kind], url=self.url, published=given)
        text = self.body.decode(encoding, "replace")
        return read_text(text, name=PAGES[kind], url=self.url, published=given)


def json_object(body: bytes) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        InputMalformed: it is none.
    """
    fix = 'send one object, such as {"text": "…"}'
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputMalformed("the request is no JSON", why=str(error), fix=fix) from error
    if not isinstance(found, dict):
        raise InputMalformed("the request is no JSON object", why="it is another value", fix=fix)
    return found


def media_type(header: str) -> tuple[str, str | None]:
    """Return a media type, and the encoding it names where that is one.

    A text whose encoding is not named, or not known, is looked at for it.
    """
    message = Message()
    message["content-type"] = header
    named = message.get_param("charset")
    try:
        encoding = codecs.lookup(str(named)).name if named else None
    except LookupError:
        encoding = None
    return message.get_content_type(), encoding


def wrong_media_type(given: str, taken: tuple[str, ...]) -> WrongMediaType:
    """Say that content is of no kind that is read."""
    return WrongMediaType(
        "the request cannot be read", why=f"its content is {given}", fix=f"send one of {', '.join(taken)}"
    )
