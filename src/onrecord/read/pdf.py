"""PDF: the text of its pages in the order it was set, in paragraphs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import count
from typing import IO, TYPE_CHECKING, Any

from onrecord.data import DateKind, Moment, Page
from onrecord.errors import InputEmpty, InputError, InputMalformed
from onrecord.read.dating import moment_of
from onrecord.read.page import Format, read_text, restated
from onrecord.read.records import LARGEST, whole
from onrecord.read.rights import rights_of
from onrecord.read.telling import Read
from onrecord.read.typesetting import Line, Setting, paragraphs, without_running_heads
from onrecord.read.xml import elements

if TYPE_CHECKING:
    from pypdf import PdfReader

_BEFORE = 1024  # bytes in which a PDF must begin; some have empty lines before it
_MOST_PAGES = 1_000  # a newspaper has a hundred; a report of more is a book
_MOST_STEPS = 1_000_000  # a dense page takes 5,000, and a form in forms in forms has no end
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?(?:\d\d)?)?")
_NO_TITLE = re.compile(r"untitled|^microsoft word|\.(?:docx?|indd|pdf|qxp|odt|tex|rtf|x?html?)$|^\W*$", re.IGNORECASE)
_BROWSERS = re.compile(r"mozilla|chrom|safari|webkit|wkhtml|firefox|skia", re.IGNORECASE)
"""What makes a PDF of a page that was published before."""


def begins(head: bytes) -> bool:
    """Say whether a file that begins so is a PDF."""
    return head[:_BEFORE].lstrip().startswith(b"%PDF-")


def read_pdf(stream: IO[bytes], name: str) -> Iterator[Read]:
    """Read a PDF as one page.

    Lines that stand in the same place of most pages, as running heads do, are left out; what is a picture is not read.

    Raises:
        InputMalformed: it is damaged, locked, or has no letters in it, or the extra that reads PDF is not installed.
    """
    yield page_of(whole(stream, name), name)


def page_of(data: bytes, name: str) -> Page:
    """Read the bytes of a PDF; see :func:`read_pdf`."""
    try:
        import pypdf  # noqa: PLC0415 (an extra)
    except ImportError as error:
        fix = "pip install 'onrecord[pdf]', or convert it to text"
        raise InputMalformed(f"{name} cannot be read", why="it is a PDF", fix=fix) from error
    logging.getLogger("pypdf").addHandler(logging.NullHandler())  # what it can repair it only remarks on
    try:
        held = pypdf.PdfReader(BytesIO(data))
        if held.is_encrypted and not held.decrypt(""):
            raise _unread(name, "it is a PDF locked with a password", "unlock it first")
        text = "\n\n".join(paragraphs(without_running_heads(list(_lines(held, name)))))
        about = _about(held)
    except InputError:
        raise
    except Exception as error:  # the library meets a broken file with whatever its parts raise
        why = f"it is a PDF that is damaged ({type(error).__name__}: {error})"[:200]
        raise _unread(name, why, "fetch the file again, or print it to a new PDF") from error
    try:
        return restated(read_text(text, name=name, kind=Format.TEXT), **about)
    except InputEmpty as error:
        raise _unread(name, "it is a PDF of pictures: there are no letters in it", "run OCR over it first") from error


def _unread(name: str, why: str, fix: str) -> InputMalformed:
    return InputMalformed(f"{name} cannot be read", why=why, fix=fix)


def _lines(held: PdfReader, name: str) -> Iterator[Line]:
    """Yield the lines of all pages in the order they were set, which is that of reading."""
    made = 0
    steps = count(1)

    def step(*_: object) -> None:
        if next(steps) > _MOST_STEPS:
            raise _unread(name, f"it is a PDF that takes more than {_MOST_STEPS:,} steps to set", "print it anew")

    for number, page in enumerate(held.pages):
        if number == _MOST_PAGES:
            raise _unread(name, f"it is a PDF of more than {_MOST_PAGES:,} pages", "take the article out of it")
        setting = Setting(number)
        page.extract_text(visitor_operand_before=step, visitor_text=setting.take)
        for line in setting.end():
            made += len(line.words)
            if made > LARGEST:
                raise _unread(name, f"it is a PDF of more than {LARGEST >> 20} MiB of text", "split it")
            yield line


def _about(held: PdfReader) -> dict[str, Any]:
    """Return what a PDF states of itself; what a browser made was published before and is dated as a copy."""
    stated: Mapping[str, Any] = held.metadata or {}
    title, author, maker = (str(stated.get(key) or "").strip() for key in ("/Title", "/Author", "/Creator"))
    made, changed = (_moment(str(stated.get(key) or "")) for key in ("/CreationDate", "/ModDate"))
    found: dict[str, Any] = {"rights": _rights(held)}
    if title and not _NO_TITLE.search(title):
        found["title"] = title
    if author:
        found["byline"] = author
    if made and _BROWSERS.search(f"{maker} {stated.get('/Producer')}"):
        found["captured_at"] = made
    elif made:
        found |= {"published_at": made, "date_kind": DateKind.STATED}
        found |= {"modified_at": changed} if changed and changed != made else {}
    return found


def _rights(held: PdfReader) -> str | None:
    """Return the rights that a PDF states in its XMP (ISO 16684-1), a packet of RDF; None where that cannot be read."""
    try:
        packet = held.root_object.get("/Metadata")
        if packet is None:
            return None
        data = BytesIO(packet.get_object().get_data())
        named = elements(data, "rights", "UsageTerms", "WebStatement", name="XMP")
        return rights_of(["".join(one.itertext()) for one in named])
    except Exception:  # a broken packet breaks no text, and the library raises whatever its parts do
        return None


def _moment(words: str) -> Moment | None:
    """Read a date as PDF writes it, D:20250519143000+02'00'; without a zone its day is known."""
    found = _DATE.match(words)
    if found is None:
        return moment_of(words) if words else None
    year, month, day, hour, minute, second, zone = found.groups()
    written = f"{year}-{month}-{day}"
    if hour and zone:
        zone = "Z" if zone == "Z" else f"{zone[:3]}:{re.sub(r'[^0-9]', '', zone[3:]) or '00'}"
        written += f"T{hour}:{minute}:{second or '00'}{zone}"
    return moment_of(written)
