"""Files that may be compressed: recognised by how they begin, read a piece at a time."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

import zstandard

from onrecord.errors import InputMalformed, InputMissing

HEAD = 1 << 16
"""Bytes of a file that are looked at to tell what it is."""


class Overblown(Exception):
    """What is packed grows out of all proportion."""


DAMAGED = (Overblown, EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zstandard.ZstdError)
"""What unpacking raises where data is cut short or altered."""

GZIP = b"\x1f\x8b\x08"
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
"""How a file of bzip2 begins, and an empty one; three letters alone may begin a name."""

PIECE = 1024
"""Compressed bytes unpacked at once; zstd packs at most 32,768 to one."""
# News text packs to a third to a twentieth of its size, and a row of zeros to a thousandth.
_MOST_TIMES = 500
_NO_BOMB = 64 << 20  # bytes unpacked before that is asked


@contextmanager
def lying(path: Path) -> Iterator[io.BufferedReader[Any]]:
    """Open a file for reading as it lies, packed or not.

    Raises:
        InputMissing: there is no such file, or it may not be read.
    """
    try:
        with io.BufferedReader(io.FileIO(path), HEAD) as raw:
            yield raw
    except OSError as error:
        raise unreadable(path, error) from error


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file for reading, unpacking gzip, bzip2, xz and zstd.

    Raises:
        InputMissing: there is no such file, or it may not be read.
        InputMalformed: it is compressed and ends early or is damaged.
    """
    with lying(path) as raw, told_of(str(path)), unpacked(raw) as stream:
        yield stream


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Turn what unpacking raises into an error of ours that names the file."""
    try:
        yield
    except DAMAGED as error:
        why = str(error) or "it is damaged"
        raise InputMalformed(f"{name} cannot be read to its end", why=why, fix="fetch the file again") from error


def unreadable(path: Path, error: OSError) -> InputMissing:
    """Say why a path cannot be read."""
    fix = "check the path and who may read it"
    return InputMissing(f"{path} cannot be read", why=error.strerror or str(error), fix=fix)


def unpacked(raw: io.BufferedReader) -> io.BufferedReader:
    """Return what is packed in a file; the file itself where it is not packed."""
    begins = raw.peek(10)
    counted = _Counted(raw)
    packed = cast("IO[bytes]", counted)
    if begins.startswith(b"\x1f\x8b"):
        return io.BufferedReader(_Watched(gzip.open(packed), counted), HEAD)
    if _BZIP2.match(begins):
        return io.BufferedReader(_Watched(bz2.open(packed), counted), HEAD)
    if begins.startswith(b"\xfd7zXZ\x00"):
        return io.BufferedReader(_Watched(lzma.open(packed), counted), HEAD)
    if begins.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Watched(_Zstd(counted), counted), HEAD)
    return raw


def beginning(raw: io.BufferedReader) -> bytes:
    """Return how a file begins, unpacked if it is gzip; nothing of it counts as read."""
    begins = raw.peek(HEAD)
    if not begins.startswith(GZIP):
        return begins
    try:
        return zlib.decompressobj(31).decompress(begins, HEAD)
    except zlib.error:
        return b""


def in_proportion(made: int, read: int) -> None:
    """Refuse what unpacks to so much more than it is that it can be no text."""
    if made > _NO_BOMB and made > _MOST_TIMES * read:
        raise Overblown(f"{read:,} bytes unpack to more than {made >> 20} MiB, as no text does")


class _Counted(io.RawIOBase):
    """Counts what is read of a file."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw, self.count = raw, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        data = self._raw.read(size)
        self.count += len(data)
        return data


class _Watched(io.RawIOBase):
    """Reads what is unpacked as long as it stands in some proportion to what was packed."""

    def __init__(self, made: io.BufferedIOBase | io.RawIOBase, packed: _Counted) -> None:
        self._made, self._packed, self._count = made, packed, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("memoryview", buffer)
        try:
            data = self._made.read(len(view)) or b""
        except OSError as error:
            if error.errno is not None:  # the disk's, and not what bz2 and gzip raise where data is altered
                raise
            raise EOFError(str(error)) from error
        self._count += len(data)
        in_proportion(self._count, self._packed.count)
        view[: len(data)] = data
        return len(data)


class _Zstd(io.RawIOBase):
    """Unpacks every frame of a zstd file and says so when the last is cut; the library's own reader does neither."""

    def __init__(self, raw: _Counted) -> None:
        self._raw = raw
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("memoryview", buffer)
        while not self._ready:
            self._packed = self._packed or self._raw.read(PIECE)
            if not self._packed and self._frame is not None:
                raise EOFError("it ends in the middle of a zstd frame")
            if not self._packed:
                return 0
            self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._ready = self._frame.decompress(self._packed)
            self._packed = self._frame.unused_data
            if self._frame.eof:
                self._frame = None
        count = min(len(view), len(self._ready))
        view[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count
