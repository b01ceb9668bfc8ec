"""The members of a gzip file, one after the other; WARC files have one a record, so a damaged one costs no other."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import IO, cast

from onrecord.read.packed import DAMAGED, GZIP, HEAD, PIECE, in_proportion, unpacked

_BACK = 1 << 20  # bytes of a damaged member in which the next one is looked for: one cut short runs on into it
_AHEAD = 1 << 10  # compressed bytes that show whether a member begins somewhere
_GZIP_WINDOW = 31  # what zlib calls the format


def members(raw: io.BufferedReader) -> Iterator[io.BufferedReader]:
    """Return the members of a gzip file one after the other, as WARC files have one a record; else the file.

    A member that is cut short or damaged raises one of ``DAMAGED`` where it is read; the next is found all the same.
    """
    if not raw.peek(3).startswith(GZIP):
        yield unpacked(raw)
        return
    rest = b""
    while rest := rest if len(rest) >= len(GZIP) else rest + raw.read(PIECE):
        if not rest.startswith(GZIP) and not (rest := _next_member(raw, rest)):
            return
        member = _Member(raw, rest)
        yield io.BufferedReader(member, HEAD)
        rest = member.skipped()


def _next_member(raw: IO[bytes], seen: bytes) -> bytes:
    """Return what there is from the beginning of the next member of a WARC on, nothing at the end of the file."""
    while True:
        at = seen.find(GZIP, 1)
        while at >= 0:
            seen = seen[at:]
            if len(seen) < _AHEAD:
                seen += raw.read(_AHEAD)
            try:
                if zlib.decompressobj(_GZIP_WINDOW).decompress(seen[:_AHEAD], 5) == b"WARC/":
                    return seen
            except zlib.error:
                pass
            at = seen.find(GZIP, 1)
        more = raw.read(HEAD)
        if not more:
            return b""
        seen = seen[-len(GZIP) :] + more


class _Member(io.RawIOBase):
    """One member of a gzip file."""

    def __init__(self, raw: IO[bytes], begins: bytes) -> None:
        self._raw, self._packed, self._inflate = raw, begins, zlib.decompressobj(_GZIP_WINDOW)
        self._seen = bytearray(begins)
        self._read, self._made = 0, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("memoryview", buffer)
        made = b""
        while not made and not self._inflate.eof:
            if not self._packed:
                self._packed = self._raw.read(PIECE)
                self._seen += self._packed
                del self._seen[:-_BACK]
            if not self._packed:
                raise EOFError("it ends in the middle of a gzip member")
            made = self._inflate.decompress(self._packed, len(view))
            self._read += len(self._packed) - len(self._inflate.unconsumed_tail)
            self._packed = self._inflate.unused_data if self._inflate.eof else self._inflate.unconsumed_tail
        self._made += len(made)
        in_proportion(self._made, self._read)
        view[: len(made)] = made
        return len(made)

    def skipped(self) -> bytes:
        """Go to the end of the member; return what was read beyond it, or all that was read of one that is damaged."""
        try:
            while self.readinto(memoryview(bytearray(HEAD))):
                pass
        except DAMAGED:
            return b"\0" + self._seen[1:]
        return self._packed
