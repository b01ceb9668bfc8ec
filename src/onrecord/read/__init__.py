r"""Reading: bytes or text to a page, everything in it kept, nothing labelled yet.

Offsets of everything that follows index the text made here. Plain text keeps its characters, except that line ends
become ``\n``; HTML becomes all the text a reader could see, one block an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from onrecord.data import DateKind, Moment, Page, RawBlock, document
from onrecord.errors import InputEmpty, InputMalformed, InputMissing
from onrecord.read.decode import decode
from onrecord.read.html import ParserError, bare_text, blocks_of, parse
from onrecord.read.language import guess_language
from onrecord.read.metadata import domain, metadata_of
from onrecord.read.records import given_kind, moment_of, open_lines, records, text_of
from onrecord.text.spans import lines

__all__ = ("read_bytes", "read_file", "read_paths", "read_records", "read_text")

_HTML = re.compile(
    r"\s*(?:<!doctype\s+html|<\?xml|<!--|<(?:html|head|body|article|div|p|meta|title|section|main|h1)[\s>])",
    re.IGNORECASE,
)
_LINES = (".jsonl", ".ndjson")
_PACKED = (".gz", ".bz2", ".xz", ".zst")
_PAGES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
_LONGEST_TITLE = 200  # characters; longer first lines are paragraphs


def read_bytes(
    data: bytes, *, name: str = "the input", url: str | None = None, published: Moment | None = None
) -> Page:
    """Read one page, HTML or plain text, in any encoding.

    ``url`` and ``published`` are what the person who hands it in knows; they go before what the page states.

    Raises:
        InputEmpty: there is no text in it.
        InputMalformed: it is no text.
    """
    return read_text(decode(data, name), name=name, url=url, published=published)


def read_text(text: str, *, name: str = "the text", url: str | None = None, published: Moment | None = None) -> Page:
    """Read one page from its text, HTML or plain; see :func:`read_bytes`."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        raise InputEmpty(f"{name} is empty", why="there are no words in it", fix="give a text with words")
    page = _html(text, name, url) if _HTML.match(text) else _plain(text, url)
    return _dated(page, published, DateKind.GIVEN) if published is not None else page


def _plain(text: str, url: str | None) -> Page:
    blocks = tuple(RawBlock(span=span) for span in lines(text))
    first = blocks[0].span.cut(text)
    titled = len(blocks) > 1 and len(first) <= _LONGEST_TITLE and first[-1] not in ".:;,"
    made = document(
        text, url=url, publisher=domain(url), title=first if titled else None, language=guess_language(text)
    )
    return Page(document=made, raw_blocks=blocks)


def _html(text: str, name: str, url: str | None) -> Page:
    try:
        root = parse(text)
    except (ParserError, ValueError) as error:
        raise InputMalformed(f"{name} cannot be read as HTML", why=str(error), fix="check that it is a page") from error
    visible, blocks = blocks_of(root)
    if not blocks and bare_text(text).strip():
        return _plain(bare_text(text), url)
    if not blocks:
        fix = "save the page after it has loaded: some pages write their text with scripts"
        raise InputEmpty(f"{name} has no text", why="nothing in the page can be seen", fix=fix)
    about = metadata_of(root, url)
    made = document(
        visible,
        title=about.title,
        byline=about.byline,
        publisher=about.publisher,
        url=about.url,
        language=about.language or guess_language(visible),
        published_at=about.published_at,
        modified_at=about.modified_at,
        date_kind=about.date_kind,
    )
    return Page(document=made, raw_blocks=blocks)


def _dated(page: Page, published: Moment, kind: DateKind) -> Page:
    old = page.document
    made = document(
        old.text,
        title=old.title,
        byline=old.byline,
        publisher=old.publisher,
        url=old.url,
        language=old.language,
        published_at=published,
        modified_at=old.modified_at,
        captured_at=old.captured_at,
        date_kind=kind,
        source_id=old.source_id,
    )
    return replace(page, document=made)


def read_records(stream: Iterator[bytes] | IO[bytes], *, name: str = "the input") -> Iterator[Page]:
    """Read JSON Lines of documents.

    A line is ``{id?, url, title, text|html, published, captured?, publisher?, authors?, language?}``; other fields are
    passed over.

    Raises:
        InputMalformed: a line is not such a document; the message names the line.
    """
    for number, record in records(stream, name):
        yield _record(record, f"{name}, line {number}")


def _record(record: dict[str, Any], where: str) -> Page:
    body = record.get("html") if isinstance(record.get("html"), str) else record.get("text")
    if not isinstance(body, str):
        raise InputMalformed(f"{where} has no text", why="neither “text” nor “html” holds any", fix="add one of them")
    url = text_of(record, "url")
    try:
        page = read_text(body, name=where, url=url) if "html" in record else _plain_record(body, where, url)
    except InputEmpty as error:
        raise InputMalformed(f"{where} has no text", why=error.why, fix="leave the line out") from error
    old = page.document
    published = moment_of(record, "published", where)
    made = document(
        old.text,
        title=text_of(record, "title") or old.title,
        byline=text_of(record, "authors") or old.byline,
        publisher=text_of(record, "publisher") or old.publisher,
        url=old.url,
        language=text_of(record, "language") or old.language,
        published_at=published or old.published_at,
        modified_at=moment_of(record, "modified", where) or old.modified_at,
        captured_at=moment_of(record, "captured", where) or moment_of(record, "retrieved", where),
        date_kind=given_kind(published) if published else old.date_kind,
        source_id=text_of(record, "id"),
    )
    return replace(page, document=made)


def _plain_record(text: str, where: str, url: str | None) -> Page:
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputEmpty(f"{where} is empty", why="its text has no words", fix="leave the line out")
    return _plain(text, url)


def read_file(path: Path, *, url: str | None = None, published: Moment | None = None) -> Page:
    """Read one page from a file; see :func:`read_bytes`.

    Raises:
        InputMissing: there is no such file, or it may not be read.
    """
    try:
        return read_bytes(path.read_bytes(), name=str(path), url=url, published=published)
    except OSError as error:
        raise _missing(path, error) from error


def read_paths(paths: Iterable[Path]) -> Iterator[Page]:
    """Read pages, JSON Lines and folders of both, in order of name.

    Raises:
        InputMissing: a path does not exist or may not be read.
    """
    for path in paths:
        try:
            if path.is_dir():
                yield from read_paths(sorted(child for child in path.iterdir() if child.is_dir() or _known(child)))
            elif _is_lines(path):
                with open_lines(path) as stream:
                    yield from read_records(stream, name=str(path))
            else:
                yield read_file(path)
        except OSError as error:
            raise _missing(path, error) from error


def _is_lines(path: Path) -> bool:
    plain = path.with_suffix("") if path.suffix in _PACKED else path
    return plain.suffix in _LINES


def _known(path: Path) -> bool:
    return _is_lines(path) or path.suffix.lower() in _PAGES


def _missing(path: Path, error: OSError) -> InputMissing:
    return InputMissing(
        f"{path} cannot be read", why=error.strerror or str(error), fix="check the path and who may read it"
    )
