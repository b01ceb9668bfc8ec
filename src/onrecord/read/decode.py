"""Bytes to text: what encoding they are in, and whether they are text at all."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from onrecord.errors import InputEmpty, InputMalformed
from onrecord.read.latin import PAGES, latin_page

_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"filedesc://", "an ARC, the format before WARC"),
    (b"PK\x03\x04", "a zip archive, as office documents are"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's mark does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings of the web, and what browsers take their names for: encoding.spec.whatwg.org, section 4.2.
_WEB = (
    "big5hkscs cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949 euc_jp gb18030 "
    "iso2022_jp iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 "
    "iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic utf-8"
).split()
_TAKEN_FOR = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "big5": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Those a guess may name; the others are rare, and short texts look like any of them.
_GUESSED = "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r cp932 euc_jp gb18030 big5 cp949".split()
_STATED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_MARKUP = re.compile(rb"<(?:!doctype|html|head|meta|body)\b", re.IGNORECASE)
_CONTROLS = bytes((*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_KANA = re.compile("[\u3041-\u3096]")
_HEAD = 4096  # bytes in which a page states its encoding; the standard asks for the first 1,024
_SAMPLE = 1 << 16  # bytes from which an encoding is guessed
_MOST_CONTROLS = 0.05  # share of bytes; among evenly spread ones it is 0.1
_LEAST_KANA = 0.2  # share of the characters; of Japanese news about half are hiragana
_MOST_DAMAGE = 0.1  # share of the characters beyond ASCII that may be broken; with more, the encoding is another
_MOST_OF_STATED = 0.5
"""The same of UTF-8 that is stated: characters that are whole in it do not come about by chance in another encoding."""


def decode(data: bytes, name: str, said: str | None = None) -> str:
    """Return the text in ``data``.

    A byte order mark decides, then UTF-8 if the bytes are valid, then what was ``said`` by whoever sent the page, then
    what the page states, then a guess. A few broken characters become U+FFFD each; null bytes in a page go, as browsers
    have it.

    Raises:
        InputEmpty: there is nothing in it.
        InputMalformed: it is no text, or its encoding cannot be told.
    """
    if not data.strip():
        raise InputEmpty(f"{name} is empty", why="there are no words in it", fix="give a file with text")
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None) or _unmarked_utf_16(data)
    if marked is None:
        _refuse_binary(data, name)
        data = data.replace(b"\x00", b"")
    stated = marked or _known(said or "") or _stated(data)
    for encoding in (marked,) if marked else _candidates(data, stated):
        most = _MOST_OF_STATED if encoding == stated == "utf-8" else _MOST_DAMAGE
        if (text := _decoded(data, encoding, most)) is not None:
            return text
    why = f"it is not in {stated}, as it says" if stated else "its encoding cannot be told"
    raise InputMalformed(f"{name} is no text", why=why, fix="save it as UTF-8")


def _refuse_binary(data: bytes, name: str) -> None:
    why = next((f"it is {what}" for magic, what in _MAGIC if data.startswith(magic)), None)
    if why is None and b"\x00" in data and not _MARKUP.search(data[:_HEAD]):
        why = "it holds null bytes"
    sample = data[:_SAMPLE]
    if why is None and len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        why = "it is full of control characters"
    if why is not None:
        raise InputMalformed(f"{name} is no text", why=why, fix="convert it to text or HTML first")


def _unmarked_utf_16(data: bytes) -> str | None:
    """Name the UTF-16 in which every other byte of the beginning is null, as in western text."""
    nulls = [data[start:_HEAD:2].count(0) * 4 > len(data[start:_HEAD:2]) for start in (0, 1)]
    return {(False, True): "utf-16-le", (True, False): "utf-16-be"}.get((nulls[0], nulls[1]))


def _candidates(data: bytes, stated: str | None) -> Iterator[str]:
    if stated == "iso2022_jp":
        yield stated  # its bytes are valid UTF-8
    yield "utf-8"
    if stated:
        yield stated
    beyond_ascii = re.search(rb"[^\x00-\x7f]", data)
    first = beyond_ascii.start() if beyond_ascii else 0
    sample = data[max(0, first - _HEAD) : first + _SAMPLE]
    if len(data) > first + _SAMPLE:
        sample = sample.rsplit(maxsplit=1)[0]  # without half a character
    yield from _with_kana(sample)
    latin, told = latin_page(sample)
    if told:
        yield latin
    guess = from_bytes(sample, cp_isolation=_GUESSED).best()
    if guess is not None:  # of the Latin pages it names the first by name that reads well
        yield latin if guess.encoding in PAGES else guess.encoding
    yield "cp1252"


def _with_kana(sample: bytes) -> Iterator[str]:
    """Name the Japanese encodings in which the bytes hold kana; charset-normalizer takes them for Korean."""
    for encoding in ("cp932", "euc_jp"):
        text = sample.decode(encoding, "ignore")
        if len(_KANA.findall(text)) > _LEAST_KANA * len(text):
            yield encoding


def _stated(data: bytes) -> str | None:
    match = _STATED.search(data[:_HEAD])
    return _known(match.group(1).decode("ascii", "replace")) if match else None


def _known(label: str) -> str | None:
    """Return the encoding that browsers take a label for."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _TAKEN_FOR.get(name, name)
    return name if name in _WEB else None


def _decoded(data: bytes, encoding: str, most: float) -> str | None:
    """Return the text, None when more than a share ``most`` of the characters beyond ASCII is broken."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return text if text.count("\ufffd") <= most * beyond_ascii else None
