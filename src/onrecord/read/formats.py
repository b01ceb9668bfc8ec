"""What a file is, told by how it begins, then by its name; and who reads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from io import BufferedReader
from itertools import chain
from pathlib import Path, PurePath
from typing import NamedTuple

from onrecord.data import DateKind, Moment, Page
from onrecord.errors import InputMalformed
from onrecord.read import feeds, listings, mail, newsml, page, pdf
from onrecord.read.packed import GZIP, HEAD, beginning, lying, told_of, unpacked
from onrecord.read.records import read_lines, read_objects, whole
from onrecord.read.telling import Read
from onrecord.read.wacz import read_wacz
from onrecord.read.warc import read_warc
from onrecord.read.warc_records import BEGINS
from onrecord.read.xml import root_of

Reader = Callable[[BufferedReader, str], Iterator[Read]]


class FileFormat(NamedTuple):
    """How files of one format are known, and what reads them."""

    begins: Callable[[bytes], object]
    """Says whether a file that begins so is one."""
    endings: tuple[str, ...]
    read: Reader
    sure: bool = True
    """Whether how a file begins goes before what it is called."""
    as_it_lies: bool = False
    """Whether it is read packed, for its packing has a meaning."""


def _read_page(stream: BufferedReader, name: str) -> Iterator[Read]:
    yield page.read_bytes(whole(stream, name), name=name)


def _read_xml(stream: BufferedReader, name: str) -> Iterator[Read]:
    """Read a page that is written as XML.

    Raises:
        InputMalformed: it is XML of another kind.
    """
    root = root_of(stream.peek(HEAD))
    if root not in (None, "html"):
        why, fix = f"it is XML of a kind that is not known, a “{root}”", "take the text out of it"
        raise InputMalformed(f"{name} is no page", why=why, fix=fix)
    return _read_page(stream, name)


def _roots(*names: str) -> Callable[[bytes], bool]:
    return lambda head: root_of(head) in names


def _is_line(head: bytes) -> bool:
    """Say whether a file begins with an object that ends with its line, or goes on beyond what is seen of it."""
    line, ended, _ = head.partition(b"\n")
    return line.startswith(b"{") and (not ended or _is_json(line))


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


PAGES = FileFormat(lambda _: False, (".txt", ".text", ".md", ".html", ".htm", ".xhtml"), _read_page, sure=False)
LINES = FileFormat(_is_line, (".jsonl", ".ndjson"), read_lines, sure=False)

FORMATS = (
    FileFormat(lambda head: BEGINS.match(head.partition(b"\n")[0]), (".warc",), read_warc, as_it_lies=True),
    FileFormat(lambda head: head.startswith(b"PK\x03\x04"), (".wacz",), read_wacz, as_it_lies=True),
    FileFormat(pdf.begins, (".pdf",), pdf.read_pdf),
    FileFormat(mail.MAILBOX.match, (".mbox",), mail.read_mailbox),
    FileFormat(mail.MESSAGE.match, (".eml",), mail.read_message),
    FileFormat(_roots(*feeds.ROOTS), (".rss", ".atom", ".rdf"), feeds.read_feed),
    FileFormat(_roots(*newsml.ROOTS), (".nitf", ".newsml"), newsml.read_newsml),
    FileFormat(_roots(*listings.ROOTS), (".opml",), listings.refuse_listing),
    LINES,
    FileFormat(lambda head: head.startswith(b"{"), (".json", ".ninjs"), read_objects, sure=False),
    FileFormat(lambda _: False, (".xml",), _read_xml, sure=False),
    PAGES,
)
"""Every format, in the order in which they are tried."""

_PACKED = (".gz", ".bz2", ".xz", ".zst")
_UNLISTED = (".json", ".xml")
"""In a folder most files that end so hold no documents; XML is read where it begins as a format does."""


def read_stream(raw: BufferedReader, name: str, *, otherwise: FileFormat = PAGES) -> Iterator[Read]:
    """Read whatever is in a file or a pipe, packed or not; what is not known for anything is read as ``otherwise``."""
    with told_of(name):
        stream = raw if raw.peek(HEAD).startswith(GZIP) else unpacked(raw)
        found = format_of(beginning(stream), name) or otherwise
        yield from found.read(stream if found.as_it_lies else unpacked(stream), name)


def format_of(head: bytes, name: str) -> FileFormat | None:
    """Return the format of a file that begins so and has that name; None where neither tells."""
    ending = _ending(name)
    return next(
        chain(
            (each for each in FORMATS if each.sure and each.begins(head)),
            (each for each in FORMATS if ending in each.endings),
            (each for each in FORMATS if each.begins(head)),
        ),
        None,
    )


def is_listed(path: Path) -> bool:
    """Say whether a file in a folder is one to be read."""
    ending = _ending(path.name)
    if ending == ".xml":
        with lying(path) as raw:
            found = format_of(beginning(raw), path.name)
            return found is not None and found.sure
    return ending not in _UNLISTED and any(ending in each.endings for each in FORMATS)


def _ending(name: str) -> str:
    """Return the ending that says what a file is: of ``wire.jsonl.gz``, ``.jsonl``."""
    path = PurePath(name)
    ending = path.suffix.lower()
    return PurePath(path.stem).suffix.lower() if ending in _PACKED else ending


def read_bytes(
    data: bytes,
    *,
    name: str = "the input",
    url: str | None = None,
    published: Moment | None = None,
    captured: Moment | None = None,
    encoding: str | None = None,
) -> Page:
    """Read one page from its bytes: HTML or plain text in any encoding, a PDF or an e-mail message.

    ``url`` and ``published`` are what the person who hands it in knows; they go before what the page states. The
    content decides what it is, then the ending of ``name``. ``captured`` is when it was fetched, ``encoding`` what its
    server said.

    Raises:
        InputEmpty: there is nothing in it.
        InputMalformed: it is no text, or a page on which nothing can be seen.
    """
    read = pdf.page_of if pdf.begins(data) else mail.page_of if mail.MESSAGE.match(data) else None
    taken = {"captured_at": captured} if captured else {}
    if read is None:
        found = page.read_bytes(data, name=name, url=url, published=published, encoding=encoding)
        return page.restated(found, **taken) if taken else found
    known = {"url": url} if url else {}
    given = {"published_at": published, "date_kind": DateKind.GIVEN} if published else {}
    return page.restated(read(data, name), **known, **given, **taken)
