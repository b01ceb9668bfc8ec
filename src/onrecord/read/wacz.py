"""WACZ: a zip with WARC files in it, as browsers and crawlers of the Webrecorder project write it."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import cast

from onrecord.errors import InputError, InputMalformed
from onrecord.read.packed import HEAD, in_proportion, told_of
from onrecord.read.telling import Read
from onrecord.read.warc import read_warc

_WARC = re.compile(r"(?:^|/)archive/[^/]+\.warc(?:\.gz)?$", re.IGNORECASE)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What zipfile raises on damaged files, unknown ways of packing, and what is encrypted."""


def read_wacz(raw: BufferedReader, name: str) -> Iterator[Read]:
    """Read the pages in every WARC file of a WACZ, none of it unpacked to disk.

    Raises:
        InputMalformed: it is no zip, or there is no WARC in it.
    """
    if not raw.seekable():
        raise InputMalformed(f"{name} cannot be read", why="a WACZ is read from its end", fix="save it to a file first")
    try:
        with zipfile.ZipFile(raw) as held:
            inside = [each for each in held.infolist() if _WARC.search(each.filename)]
            for each in inside:
                try:
                    with told_of(f"{name}, {each.filename}"):
                        in_proportion(each.file_size, each.compress_size)
                    with held.open(each) as packed:
                        yield from read_warc(
                            BufferedReader(cast("RawIOBase", packed), HEAD), f"{name}, {each.filename}"
                        )
                except InputError as error:
                    yield error
    except _BROKEN as error:
        raise InputMalformed(f"{name} cannot be read to its end", why=str(error), fix="fetch the file again") from error
    if not inside:
        why = "it is a zip without a WARC file in its folder archive/"
        raise InputMalformed(f"{name} is no WACZ", why=why, fix="take out of it what is to be read")
