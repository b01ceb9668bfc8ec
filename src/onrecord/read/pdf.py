"""PDF: the text of its pages in the order it was set, in paragraphs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count, groupby, pairwise
from statistics import median
from typing import IO, TYPE_CHECKING, Any

from onrecord.data import DateKind, Moment, Page
from onrecord.errors import InputEmpty, InputError, InputMalformed
from onrecord.read.dating import moment_of
from onrecord.read.page import Format, read_text, restated
from onrecord.read.records import LARGEST, whole
from onrecord.read.telling import Read

if TYPE_CHECKING:
    from pypdf import PdfReader

_BEFORE = 1024  # bytes in which a PDF must begin; some have empty lines before it
_MOST_PAGES = 1_000  # a newspaper has a hundred; a report of more is a book
_MOST_STEPS = 1_000_000  # a dense page takes 5,000, and a form in forms in forms has no end
_LEADING = 1.35
"""Times the distance of two lines from which they stand in two paragraphs: set solid it is 1, an empty line apart 2."""
_SAME_SIZE = 0.1  # share by which the letters of a paragraph may differ, as small capitals do
_INDENT = 0.8  # of the size of the letters
_WIDE = 2.5  # sizes of letters: the largest distance of two lines of one text
_DATE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z|[+-]\d\d'?(?:\d\d)?)?")
_NO_TITLE = re.compile(r"untitled|^microsoft word|\.(?:docx?|indd|pdf|qxp|odt|tex|rtf)$|^\W*$", re.IGNORECASE)
_BROWSERS = re.compile(r"mozilla|chrom|safari|webkit|wkhtml|firefox|skia|quartz pdfcontext", re.IGNORECASE)
"""What makes a PDF of a page that was published before."""
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_HEADS = 2  # lines a running head or foot may have
_BROKEN_WORD = re.compile(r"\u00ad$|[^\W\d_]-$")
_END = re.compile(r"[.!?:;。！？…][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of letters, from its place at the left; points, from the lower left corner of its page."""

    words: str
    page: int
    left: float
    height: float
    size: float


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
        text = "\n\n".join(_paragraphs(_without_running_heads(list(_lines(held, name)))))
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


def _lines(held: PdfReader, name: str) -> Iterator[_Line]:
    """Yield the lines of all pages in the order they were set, which is that of reading."""
    made = 0
    steps = count(1)

    def step(*_: object) -> None:
        if next(steps) > _MOST_STEPS:
            raise _unread(
                name, f"it is a PDF that takes more than {_MOST_STEPS:,} steps to set", "print it to a new PDF"
            )

    for number, page in enumerate(held.pages):
        if number == _MOST_PAGES:
            raise _unread(name, f"it is a PDF of more than {_MOST_PAGES:,} pages", "take the article out of it")
        setting = _Setting(number)
        page.extract_text(visitor_operand_before=step, visitor_text=setting.take)
        for line in setting.end():
            made += len(line.words)
            if made > LARGEST:
                raise _unread(
                    name, f"it is a PDF of more than {LARGEST >> 20} MiB of text", "take the article out of it"
                )
            yield line


class _Setting:
    """Puts the pieces of a page together, as the library hands them over, to its lines."""

    def __init__(self, page: int) -> None:
        self._page, self._pieces, self._place = page, [""], None
        self._lines: list[_Line] = []

    _place: tuple[float, float, float] | None

    def take(self, words: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        """Take a piece with its two matrices."""
        first, *others = words.split("\n")
        self._put(first, cm, tm, size)
        for more in others:
            self._close()
            self._put(more, cm, tm, size)

    def end(self) -> list[_Line]:
        """Return the lines."""
        self._close()
        return self._lines

    def _put(self, words: str, cm: Sequence[float], tm: Sequence[float], size: float) -> None:
        if words.strip() and self._place is None:
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            self._place = left, height, abs(size * (tm[3] or 1) * (cm[3] or 1))
        self._pieces.append(words)

    def _close(self) -> None:
        words = " ".join("".join(self._pieces).translate(_LIGATURES).split())
        if words and self._place is not None:
            left, height, size = self._place
            self._lines.append(_Line(words=words, page=self._page, left=left, height=height, size=size or 1.0))
        self._pieces, self._place = [], None


def _without_running_heads(lines: list[_Line]) -> list[_Line]:
    """Leave out lines at the top or foot that most pages have in the same place, their numbers aside."""
    edges = [line for _, page in groupby(lines, key=lambda line: line.page) for line in _edges(list(page))]
    pages = len({line.page for line in lines})
    seen = Counter(place for place, _ in {(_place(line), line.page) for line in edges})
    heads = {place for place, count in seen.items() if count >= 3 and count * 2 > pages}
    return [line for line in lines if _place(line) not in heads]


def _edges(page: list[_Line]) -> list[_Line]:
    """Return the lines at the top and foot of a page, none of one that hardly has others."""
    page.sort(key=lambda line: line.height)
    return page[:_HEADS] + page[-_HEADS:] if len(page) > 2 * _HEADS else []


def _place(line: _Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.words), round(line.height)


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """Join lines to paragraphs: what is set at one size, a line below the other, from indent to indent."""
    gaps = [a.height - b.height for a, b in pairwise(lines) if _follows(a, b)]
    leading = median(gaps) if gaps else 0.0
    held: list[_Line] = []
    for line in lines:
        if held and not _goes_on(held, line, leading):
            yield _joined(held)
            held = []
        held.append(line)
    if held:
        yield _joined(held)


def _follows(above: _Line, below: _Line) -> bool:
    """Say whether a line stands just below another."""
    return above.page == below.page and 0 < above.height - below.height < _WIDE * above.size


def _goes_on(held: Sequence[_Line], line: _Line, leading: float) -> bool:
    last = held[-1]
    if abs(line.size - last.size) > _SAME_SIZE * last.size:
        return False
    if not _follows(last, line):  # the top of a column or page: a sentence may go on there
        return not _END.search(last.words) and len(held) > 1 and line.words[:1].islower()
    indented = line.left - last.left > _INDENT * line.size and len(held) > 1 and bool(_END.search(last.words))
    return last.height - line.height <= _LEADING * leading and not indented


def _joined(lines: Iterable[_Line]) -> str:
    """Join the lines of a paragraph; a word that was broken at the end of one is put together again."""
    text = ""
    for line in lines:
        if _BROKEN_WORD.search(text) and (text[-1] == "\u00ad" or line.words[:1].islower()):
            text = text[:-1] + line.words
        elif not text or (_UNSPACED.match(text[-1]) and _UNSPACED.match(line.words)):
            text += line.words
        else:
            text += " " + line.words
    return text


def _about(held: PdfReader) -> dict[str, Any]:
    """Return what a PDF states of itself; what a browser made was published before and is dated as a copy."""
    stated: Mapping[str, Any] = held.metadata or {}
    title, author, maker = (str(stated.get(key) or "").strip() for key in ("/Title", "/Author", "/Creator"))
    made, changed = (_moment(str(stated.get(key) or "")) for key in ("/CreationDate", "/ModDate"))
    found: dict[str, Any] = {}
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
