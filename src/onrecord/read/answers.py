"""What a web server answered: status, kind and body, the body unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import zstandard

from onrecord.errors import InputMalformed

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\n]*)?\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A response, its body still as it was sent."""

    status: int
    fields: dict[str, str]
    sent: bytes

    @property
    def kind(self) -> str:
        """Its media type, such as ``text/html``; empty when it states none."""
        return media_type(self.fields.get("content-type", ""))

    @property
    def charset(self) -> str | None:
        """The encoding it states."""
        return charset(self.fields.get("content-type", ""))


def answer_of(message: bytes, name: str) -> Answer:
    """Read a response.

    Raises:
        InputMalformed: it does not begin as HTTP does.
    """
    began = _STATUS.match(message)
    if began is None:
        why = f"it begins with {message[:20]!r}"
        raise InputMalformed(f"{name} is no answer of a web server", why=why, fix="leave it out")
    end = _HEAD_END.search(message)
    head, body = (message[: end.start()], message[end.end() :]) if end else (message, b"")
    return Answer(status=int(began.group(1)), fields=fields_of(head.partition(b"\n")[2]), sent=body)


def fields_of(head: bytes) -> dict[str, str]:
    """Return named fields by lower-cased name; of one given twice the first, folded lines joined."""
    words = re.sub(r"\r?\n[ \t]+", " ", head.decode("utf-8", "replace"))
    pairs = (line.partition(":") for line in words.split("\n") if ":" in line)
    found: dict[str, str] = {}
    for name, _, value in pairs:
        found.setdefault(name.strip().lower(), value.strip())
    return found


def media_type(content_type: str) -> str:
    """Return the media type without its parameters."""
    return content_type.partition(";")[0].strip().lower()


def charset(content_type: str) -> str | None:
    """Return the encoding that a content type names."""
    named = _CHARSET.search(content_type)
    return named.group(1) if named else None


def body_of(answer: Answer, name: str, *, most: int) -> bytes:
    """Return a body without chunks and codings; one that names them and has them not, as crawlers keep it, as it is.

    Raises:
        InputMalformed: it is cut short or damaged, packed in an unknown way, or larger than ``most`` bytes.
    """
    data = answer.sent
    if "chunked" in answer.fields.get("transfer-encoding", "").lower() and _CHUNK.match(data):
        data = b"".join(_chunks(data, name))
    codings = re.split(r"[\s,]+", answer.fields.get("content-encoding", "").lower())
    for coding in reversed([coding for coding in codings if coding not in ("", "identity", "utf-8")]):
        data = _decoded(data, coding, name, most)
    if len(data) > most:
        raise too_large(name, most)
    return data


def _chunks(data: bytes, name: str) -> Iterator[bytes]:
    at = 0
    while (chunk := _CHUNK.match(data, at)) and (size := int(chunk.group(1), 16)):
        at = chunk.end() + size
        if at > len(data):
            break
        yield data[chunk.end() : at]
    else:
        if chunk:  # of no length: the last
            return
    why = f"its chunks end after {min(at, len(data)):,} of {len(data):,} bytes"
    raise InputMalformed(f"{name} is cut short", why=why, fix="fetch the page again")


def _decoded(data: bytes, coding: str, name: str, most: int) -> bytes:
    """Return what one coding packed, a little more than ``most`` bytes of it at the most."""
    try:
        if coding in ("gzip", "x-gzip"):
            return _inflated(data, 31, most) if data.startswith(b"\x1f\x8b") else data
        if coding == "deflate":
            wrapped = len(data) > 1 and data[0] & 15 == 8 and int.from_bytes(data[:2]) % 31 == 0  # RFC 1950, 2.2
            return _inflated(data, 15 if wrapped else -15, most)
        if coding == "zstd":
            packed = data.startswith(b"\x28\xb5\x2f\xfd")
            return zstandard.ZstdDecompressor().stream_reader(BytesIO(data)).read(most + 1) if packed else data
        if coding == "br":
            return _brotli(name)(data, most)
    except (EOFError, zlib.error, zstandard.ZstdError) as error:
        raise InputMalformed(f"{name} cannot be unpacked", why=str(error), fix="fetch the page again") from error
    why = f"it says that it is packed as {coding}"
    raise InputMalformed(f"{name} cannot be unpacked", why=why, fix="fetch the page without compression")


def _inflated(data: bytes, window: int, most: int) -> bytes:
    inflate = zlib.decompressobj(window)
    found = inflate.decompress(data, most + 1)
    if not inflate.eof and len(found) <= most:
        raise EOFError("its packed body is cut short")
    return found


def _brotli(name: str) -> Callable[[bytes, int], bytes]:
    try:
        import brotli  # noqa: PLC0415 (an extra)
    except ImportError as error:
        fix = "pip install 'onrecord[brotli]'"
        raise InputMalformed(f"{name} cannot be unpacked", why="it is packed with Brotli", fix=fix) from error

    def unpack(data: bytes, most: int) -> bytes:
        unpacking, found = brotli.Decompressor(), bytearray()
        try:
            for at in range(0, len(data), 1024):  # 1 KiB unpacks to a few MiB at most
                found += unpacking.process(data[at : at + 1024])
                if len(found) > most:
                    return bytes(found)
        except brotli.error:
            if found:
                raise EOFError("its packed body is damaged") from None
            return data
        if not unpacking.is_finished():
            raise EOFError("its packed body is cut short")
        return bytes(found)

    return unpack


def too_large(name: str, most: int) -> InputMalformed:
    """Say that something is larger than any page."""
    why = f"it has more than {most >> 20} MiB"
    return InputMalformed(f"{name} is too large for a page", why=why, fix="leave it out")
