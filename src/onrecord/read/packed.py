"""Files that may be compressed: recognised by how they begin, read a piece at a time."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import zstandard

from onrecord.errors import InputMalformed, InputMissing

_PIECE = 1024  # compressed bytes unpacked at once; zstd packs at most 32,768 to one


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """Open a file for reading, unpacking gzip, bzip2, xz and zstd.

    Raises:
        InputMissing: there is no such file, or it may not be read.
        InputMalformed: it is compressed and ends early or is damaged.
    """
    try:
        with path.open("rb") as raw, _unpacked(raw) as stream:
            yield stream
    except (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError, zstandard.ZstdError) as error:
        why = str(error) or "it is damaged"
        raise InputMalformed(f"{path} cannot be read to its end", why=why, fix="fetch the file again") from error
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> InputMissing:
    """Say why a path cannot be read."""
    fix = "check the path and who may read it"
    return InputMissing(f"{path} cannot be read", why=error.strerror or str(error), fix=fix)


def _unpacked(raw: io.BufferedReader) -> io.BufferedReader:
    begins = raw.peek(6)
    if begins.startswith(b"\x1f\x8b"):
        return io.BufferedReader(gzip.open(raw))
    if begins.startswith(b"BZh"):
        return io.BufferedReader(bz2.open(raw))
    if begins.startswith(b"\xfd7zXZ\x00"):
        return io.BufferedReader(lzma.open(raw))
    if begins.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Zstd(raw))
    return raw


class _Zstd(io.RawIOBase):
    """Unpacks every frame of a zstd file and says so when the last is cut; the library's own reader does neither."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("memoryview", buffer)
        while not self._ready:
            self._packed = self._packed or self._raw.read(_PIECE)
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
