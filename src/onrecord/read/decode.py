"""Bytes to text: what encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.errors import InputEmpty, InputMalformed

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page states its encoding; browsers look at 1,024
_SAMPLE = 1 << 18  # bytes from which an encoding is guessed


def decode(data: bytes, name: str) -> str:
    r"""Return the text in ``data``: line ends as ``\n``, no byte order mark, lone surrogates replaced.

    A byte order mark decides, then UTF-8 if the bytes are, then what a page states, then a guess from the bytes.

    Raises:
        InputEmpty: there is nothing in it.
        InputMalformed: it is no text, or its encoding cannot be told.
    """
    if not data.strip():
        raise InputEmpty(f"{name} is empty", why="there are no words in it", fix="give a file with text")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputMalformed(f"{name} is no text", why=f"it is {what}", fix="convert it to text or HTML first")
    bom = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if bom is None and b"\x00" in data:
        raise InputMalformed(f"{name} is no text", why="it holds null bytes", fix="convert it to text or HTML first")
    text = _decoded(data, bom, name)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, bom: str | None, name: str) -> str:
    stated = bom or _stated(data)
    for encoding in (bom, "utf-8", stated):
        if encoding is not None:
            try:
                return data.decode(encoding)
            except (UnicodeDecodeError, LookupError):
                continue
    guess = from_bytes(data[:_SAMPLE]).best()
    encoding = stated or (guess.encoding if guess is not None else None)
    if encoding is None:
        raise InputMalformed(f"{name} cannot be read", why="its encoding cannot be told", fix="save it as UTF-8")
    try:
        return data.decode(encoding, errors="replace")
    except LookupError:
        return data.decode(guess.encoding if guess is not None else "utf-8", errors="replace")


def _stated(data: bytes) -> str | None:
    match = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    return match.group(1).decode("ascii") if match else None
