"""One page, HTML or plain text, from its bytes or its text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import islice
from typing import Any

from onrecord.data import DateKind, Moment, Page, RawBlock, document, document_id
from onrecord.errors import InputEmpty, InputMalformed
from onrecord.read.below import LONGEST_SUMMARY, byline_in, days_in, head_of, reporter_in
from onrecord.read.dating import address_day
from onrecord.read.decode import decode
from onrecord.read.front import front_matter
from onrecord.read.html import blocks_of
from onrecord.read.markup import parse
from onrecord.read.metadata import domain, metadata_of
from onrecord.read.people import signed_by
from onrecord.read.shown import dated_head, is_dated
from onrecord.text.language import guess_language
from onrecord.text.spans import lines


class Format(StrEnum):
    """What a page is written in."""

    HTML = "html"
    TEXT = "text"


_TAGS = (
    "a|article|aside|b|base|blockquote|body|br|center|div|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|"
    "link|main|meta|nav|noscript|ol|p|pre|script|section|span|strong|style|table|title|ul"
)
_REVIEWS = re.compile(
    r"""["']@type["']\s*:\s*(?:\[[^\]]{0,60})?["'](?:https?://schema\.org/)?ClaimReview["']"""
    r"""|(?:itemtype|typeof)\s*=\s*["']?(?:https?://schema\.org/)?ClaimReview\b""",
)
"""The markup by which a page says of itself that it reviews a claim, as JSON-LD, microdata or RDFa."""
_BEGINS_AS_HTML = re.compile(rf"\s*<(?:!doctype\s+html|\?xml|!--|(?:{_TAGS})[\s/>])", re.IGNORECASE)
_IS_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_IS_FEED = re.compile(r"<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]", re.IGNORECASE)
_NAMED_HTML = re.compile(r"\.x?html?(?:\.\w+)?$", re.IGNORECASE)
_HEAD = 4096  # characters in which a page shows what it is
_APART = re.compile(r"/(?:aside|footer|nav)\[")
_BLOCKS = 400  # blocks among which the heading is
_BELOW = 6  # lines with the heading, as a picture's caption and a summary stand before the byline on some pages
_HEAD_LINES = 5  # of a plain text, among which its title is
_LONGEST_TITLE = 200  # characters; longer first lines are paragraphs
_HEADING = re.compile(r"^#{1,6}\s+(?=\S)")
"""The mark of a heading in Markdown, which is no part of a title."""
_RELEASE = re.compile(
    r"\W*(?:for immediate release|(?:press|media|news) release|embargoed until .{3,60}|(?:presse|medien)mitteilung|"
    r"communiqué de presse|(?:nota|comunicado) de prensa|comunicato stampa|persbericht|pressmeddelande|"
    r"komunikat prasowy|пресс-релиз|basın bülteni)\W*",
    re.IGNORECASE,
)
"""What stands over the title of a release."""
_ENDS = ".:;,。．：；，、।۔።"  # of sentences and of what leads to one; headlines may ask or exclaim
_CLOSING = "\"'”’»)]」』 "


def read_bytes(
    data: bytes,
    *,
    name: str = "the input",
    url: str | None = None,
    published: Moment | None = None,
    kind: Format | None = None,
    encoding: str | None = None,
) -> Page:
    """Read one page, HTML or plain text, in any encoding.

    ``url`` and ``published`` are what the person who hands it in knows; they go before what the page states. Without
    a ``kind`` the content decides, then the ending of ``name``. ``encoding`` is what its server said.

    Raises:
        InputEmpty: there is nothing in it.
        InputMalformed: it is no text, or a page on which nothing can be seen.
    """
    return read_text(decode(data, name, encoding), name=name, url=url, published=published, kind=kind)


def read_text(
    text: str,
    *,
    name: str = "the text",
    url: str | None = None,
    title: str | None = None,
    published: Moment | None = None,
    kind: Format | None = None,
) -> Page:
    r"""Read one page from its text, HTML or plain; see :func:`read_bytes`.

    Plain text keeps every character, except that a byte order mark goes, line ends become ``\n`` and lone surrogates,
    which no file can hold, U+FFFD. Front matter is none of it but what it says of itself, as the head of an HTML page
    is; where the ``kind`` is told, the text has none.
    """
    text = _settled(text)
    if not text.strip():
        raise InputEmpty(f"{name} is empty", why="there are no words in it", fix="give a text with words")
    if (kind or _kind(text, name)) is Format.HTML:
        page = _html(text, name, url)
    else:
        page = _fronted(text, url) if kind is None else _plain(text, url)
    given: dict[str, Any] = {"title": title} if title else {}
    if published is not None:
        given |= {"published_at": published, "date_kind": DateKind.GIVEN}
    return restated(page, **given) if given else page


def restated(page: Page, **fields: Any) -> Page:  # noqa: ANN401 (the fields of a document)
    """Return a page some of whose document's fields are known better; its id follows from them."""
    known = {"url": page.document.url, "published_at": page.document.published_at} | fields
    made = document_id(page.document.text, url=known["url"], published_at=known["published_at"])
    return replace(page, document=replace(page.document, **fields, id=made))


def _settled(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _kind(text: str, name: str) -> Format:
    is_html = _BEGINS_AS_HTML.match(text) or _IS_HTML.search(text[:_HEAD]) or _NAMED_HTML.search(name)
    return Format.HTML if is_html else Format.TEXT


def _fronted(text: str, url: str | None) -> Page:
    front = front_matter(text)
    if front is None:
        return _plain(text, url)
    stated = front.fields | ({"url": url} if url else {})
    address = stated.get("url")
    return restated(_plain(text[front.end :].lstrip("\n"), address), **stated)


def _plain(text: str, url: str | None) -> Page:
    blocks = tuple(RawBlock(span=span) for span in lines(text))
    first = _title_line([block.span.cut(text) for block in blocks[:_HEAD_LINES]])
    titled = len(blocks) > 1 and len(first) <= _LONGEST_TITLE and first.rstrip(_CLOSING)[-1:] not in _ENDS
    title = _HEADING.sub("", first) if titled else None
    published, modified = dated_head([block.span.cut(text) for block in blocks])
    kind = DateKind.STATED
    if published is None:
        published, kind = address_day(url), DateKind.ADDRESS
    made = document(
        text,
        url=url,
        publisher=domain(url),
        title=title,
        byline=signed_by(block.span.cut(text) for block in blocks[1:]),
        language=guess_language(text),
        published_at=published,
        modified_at=modified,
        date_kind=kind if published else DateKind.UNKNOWN,
    )
    return Page(document=made, raw_blocks=blocks)


def _title_line(lines: Sequence[str]) -> str:
    """Return the line of a plain text that may be its title: below the running head of a paper or a release."""
    if len(lines) <= 2:
        return lines[0]
    released = _RELEASE.fullmatch(lines[0]) is not None
    others = (
        line
        for line in lines[:-1]
        if not (is_dated(line) or _RELEASE.fullmatch(line) or (released and is_dated(line.partition(", ")[2])))
    )
    return next(others, lines[0])


def _html(text: str, name: str, url: str | None) -> Page:
    if _IS_FEED.search(text[:_HEAD]) and not _IS_HTML.search(text[:_HEAD]):
        fix = "give the pages it leads to"
        raise InputMalformed(f"{name} is no page", why="it is a feed or a list of addresses", fix=fix)
    try:
        root = parse(text)
    except ValueError as error:
        raise InputMalformed(f"{name} cannot be read as HTML", why=str(error), fix="check that it is a page") from error
    visible, blocks, links = blocks_of(root)
    if not blocks:
        fix = "save the page after it has loaded: some pages write their text with scripts"
        raise InputMalformed(f"{name} has no text", why="nothing in the page can be seen", fix=fix)
    about = metadata_of(root, url)
    if about.date_kind is not DateKind.STATED or about.byline is None:
        below = _below_heading(visible, blocks, about.title)
        about = replace(
            about, byline=about.byline or signed_by(below[1:]) or byline_in(head_of(below[1:])) or reporter_in(below)
        )
    if about.date_kind is not DateKind.STATED:
        published, modified = dated_head(below, alone=False)
        if published is None:
            language = about.language or guess_language(visible)
            published, changed = days_in(head_of(below[1:], LONGEST_SUMMARY), language, signed=about.byline is not None)
            modified = modified or changed
        if published:
            about = replace(about, published_at=published, date_kind=DateKind.STATED)
            about = replace(about, modified_at=about.modified_at or modified)
    made = document(
        visible,
        title=about.title,
        byline=about.byline,
        publisher=about.publisher,
        url=about.url,
        language=about.language or guess_language(visible),
        rights=about.rights,
        published_at=about.published_at,
        modified_at=about.modified_at,
        date_kind=about.date_kind,
        reviews_claim="ClaimReview" in text and bool(_REVIEWS.search(text)),  # the word is found at once
    )
    return Page(document=made, raw_blocks=blocks, links=links)


def _below_heading(text: str, blocks: Sequence[RawBlock], title: str | None) -> list[str]:
    """Return a page's heading and the lines below it among which its byline stands; nothing where it has no heading."""
    words = [block.span.cut(text) for block in islice(blocks, _BLOCKS)]
    places = [block.element or "" for block in blocks[: len(words)]]
    at = next((n for n, line in enumerate(words) if line == title and not _APART.search(places[n])), None)
    if at is None:
        at = next((n for n, place in enumerate(places) if "/h1[" in place), len(words))
    below = [line for line, place in zip(words[at:], places[at:], strict=True) if not _APART.search(place)][:_BELOW]
    return [line for block in below for line in block.splitlines()]
