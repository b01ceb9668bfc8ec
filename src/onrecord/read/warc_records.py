"""The records of a WARC: where each begins and ends, whatever it says of its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader, BytesIO

from onrecord.data import Moment
from onrecord.errors import InputMalformed
from onrecord.read.answers import fields_of
from onrecord.read.records import LARGEST
from onrecord.text.moments import parse_moment

BEGINS = re.compile(rb"WARC/\d\.\d+\r?$")
"""The first line of a record."""

_NEXT = re.compile(rb"(?<=\n)WARC/\d\.\d+\r?\n")
_LONGEST_LINE = 1 << 20  # bytes; a field may hold a whole address and metadata
_MOST_FIELDS = 1 << 22  # bytes of a record's header; of ours, the longest metadata there may be
_AROUND_TEXT = 1 << 16  # bytes that an answer's own header may add to a page
_READ_AGAIN = LARGEST  # bytes, beside as many as were read


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record's fields by lower-cased name, and its block; of one longer than any page the beginning."""

    name: str
    fields: dict[str, str]
    block: bytes

    def field(self, name: str) -> str:
        """Return a field, empty where it is not given."""
        return self.fields.get(name, "")

    @property
    def target(self) -> str | None:
        """The address fetched; Wget 1.19 wrote it in angle brackets."""
        address = self.field("warc-target-uri").strip("<>")
        return address if address.lower().startswith(("http://", "https://")) else None

    @property
    def captured(self) -> Moment | None:
        """When it was fetched, None where that cannot be read."""
        try:
            return parse_moment(self.field("warc-date"))
        except (ValueError, OverflowError):
            return None


def records(raw: BufferedReader, name: str, before: int) -> Iterator[Record | InputMalformed]:
    """Yield the records of a stream; where one is not where it should be, say so once and look for the next.

    A record is yielded when what follows it could be read: a member's check sum stands at its end.
    """
    stream = _Again(raw)
    lost = False
    waiting: list[Record | InputMalformed] = []
    while line := stream.readline(_LONGEST_LINE):
        if not line.strip():
            continue
        where = f"{name}, record {before + 1}"
        if not BEGINS.match(line.rstrip(b"\n")):
            if not lost:
                before += 1
                waiting.append(damaged(where, f"it begins with {line[:20]!r}"))
            lost = True
            continue
        yield from waiting
        waiting.clear()
        before += 1
        found = _with_block(Record(name=where, fields=_fields(stream), block=b""), stream)
        waiting.append(found)
        lost = isinstance(found, InputMalformed)
    yield from waiting


def _fields(stream: _Again) -> dict[str, str]:
    held = bytearray()
    while (line := stream.readline(_LONGEST_LINE)).strip() and len(held) < _MOST_FIELDS:
        held += line
    return fields_of(bytes(held))


def _with_block(record: Record, stream: _Again) -> Record | InputMalformed:
    """Return a record with its block; where its length is not what it says, what was read is looked through again."""
    said = record.field("content-length")
    if not re.fullmatch(r"[0-9]{1,15}", said):
        return damaged(record.name, f"its length is {said[:20]!r}")
    block = stream.read(min(int(said), LARGEST + _AROUND_TEXT))
    missing = stream.skip(int(said) - len(block))
    if not missing and stream.readline(2) in (b"\r\n", b"\n", b""):
        return replace(record, block=block)
    if (next_ := _NEXT.search(block)) is not None:
        stream.again(block[next_.start() :])
    why = f"it ends {missing:,} bytes before its end" if missing else "its length is not what it says"
    return damaged(record.name, why)


class _Again:
    """Reads a stream, some of it twice where that is asked for: no more than there is of it, so that it has an end."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream, self._ahead, self._left = stream, BytesIO(), _READ_AGAIN

    def read(self, size: int) -> bytes:
        found = self._ahead.read(size)
        more = self._stream.read(size - len(found))
        self._left += len(more)
        return found + more

    def readline(self, most: int) -> bytes:
        line = self._ahead.readline(most)
        if len(line) < most and not line.endswith(b"\n"):
            more = self._stream.readline(most - len(line))
            self._left += len(more)
            line += more
        return line

    def skip(self, count: int) -> int:
        """Pass over some bytes; return how many are not there."""
        while count > 0 and (passed := len(self.read(min(count, 1 << 16)))):
            count -= passed
        return count

    def again(self, data: bytes) -> None:
        """Put bytes before those that are still to be read."""
        rest = self._ahead.read()
        if len(data) + len(rest) <= self._left:
            self._left -= len(data) + len(rest)
            self._ahead = BytesIO(data + rest)
        else:
            self._ahead = BytesIO(rest)


def damaged(where: str, why: str) -> InputMalformed:
    """Say that a record is damaged."""
    return InputMalformed(f"{where} is damaged", why=why, fix="fetch the page again; the other records are read")
