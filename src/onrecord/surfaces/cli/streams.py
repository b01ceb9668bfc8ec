"""What comes in and what goes out: files, standard input, standard output."""

from __future__ import annotations

import gzip
import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EBADF, EDQUOT, ENOSPC
from io import BufferedReader, RawIOBase, TextIOWrapper
from itertools import count
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO, cast

import click

from onrecord.errors import InputMalformed, InputMissing, OutputError, UsageError
from onrecord.text.addresses import is_address

STANDARD = "-"
LARGEST = 32 << 20
"""Bytes a page may have: one of 20 MB with all its scripts is read, and an endless line is not."""


def stand_in() -> None:
    """Put something where a standard stream was closed, before a file gets its number.

    Reading ends at once, what would go to standard error goes nowhere, and a result that would is refused.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 (open as long as the process)
    if sys.stdout is None:
        refusing = open(os.open(os.devnull, os.O_RDONLY), "wb", buffering=0)  # noqa: SIM115
        sys.stdout = TextIOWrapper(refusing, encoding="utf-8", write_through=True)  # nothing is left for the last flush
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a lone surrogate leaves as its escape, which JSON reads back."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


# In --------------------------------------------------------------------------------------------


def source(context: click.Context, argument: click.Parameter, value: str | None) -> str:  # noqa: ARG001 (click's)
    """Take standard input where no file is named; with nobody writing to it, show help instead.

    Raises:
        UsageError: a file is named, and ``--statements`` names what is worked on instead of it.
    """
    statements = context.params.get("statements")
    if value is not None and statements is not None:
        fix = "take one of them away, or check them one after the other"
        raise UsageError(f"{value} is a page, and --statements names {statements}", why="one is checked", fix=fix)
    if value is None and sys.stdin.isatty() and statements is None and not context.resilient_parsing:
        raise click.exceptions.NoArgsIsHelpError(context)
    return value or STANDARD


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """Open a file, or standard input for ``-``.

    Raises:
        InputMissing: there is no such file, or it may not be read.
    """
    with ExitStack() as stack:
        with _readable(name):
            stream = sys.stdin.buffer if name == STANDARD else stack.enter_context(Path(name).open("rb"))
        yield stream


def read(name: str) -> bytes:
    """Return the bytes of a page in a file, or on standard input for ``-``.

    Raises:
        InputMissing: there is no such file, or it may not be read.
        InputMalformed: it is larger than any page.
    """
    with opened(name) as stream:
        data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise too_large(called(name))
    return data


def buffered(stream: BinaryIO) -> BufferedReader:
    """Return a stream whose beginning can be looked at before it is read."""
    return stream if isinstance(stream, BufferedReader) else BufferedReader(cast("RawIOBase", stream), 1 << 16)


def called(name: str) -> str:
    """Return what to call an input in a message."""
    return "standard input" if name == STANDARD else name


def too_large(what: str) -> InputMalformed:
    """Say that something is larger than any page."""
    why = f"it has more than {LARGEST >> 20} MiB"
    return InputMalformed(f"{what} is too large for a page", why=why, fix="take the article out of it, or split it")


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Return the lines that hold something, numbered from 1; of one longer than any page the beginning only."""
    for number in count(1):
        line = stream.readline(LARGEST + 1)
        if not line:
            return
        rest = line
        while len(rest) > LARGEST and not rest.endswith(b"\n"):
            rest = stream.readline(LARGEST + 1)
        if line.strip():
            yield number, line


def not_fetched(address: str) -> InputMissing:
    """Say that an address was given for a file."""
    quoted = shlex.quote(address)
    piped = f"write `curl -s {quoted} |` before the command, and - for the address"
    fix = f"{piped}; or fill an archive from it with `onrecord follow add {quoted}` and `onrecord follow run`"
    return InputMissing(f"{address} is not fetched", why="it is an address, and files are read here", fix=fix)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    """Turn the system's refusal to open a file for reading into ours."""
    try:
        yield
    except FileNotFoundError as error:
        if is_address(name):
            raise not_fetched(name) from error
        raise InputMissing(f"{name} cannot be read", why="there is no such file", fix="check the path") from error
    except IsADirectoryError as error:
        fix = "name a file; `onrecord add` takes folders"
        raise InputMissing(f"{name} cannot be read", why="it is a folder", fix=fix) from error
    except PermissionError as error:
        fix = "ask its owner for permission, or copy it to where you may read it"
        raise InputMissing(f"{name} cannot be read", why="you have no permission to read it", fix=fix) from error
    except OSError as error:
        raise InputMissing(f"{name} cannot be read", why=str(error.strerror or error), fix="check the path") from error


# Out -------------------------------------------------------------------------------------------


class Output(NamedTuple):
    """Where a result goes: a file, or standard output when ``path`` is None."""

    path: Path | None
    overwrite: bool

    @classmethod
    def to(cls, name: str | None, *, overwrite: bool) -> Output:
        """Name a place, refusing it before any work is done when it could not be written afterwards.

        Raises:
            OutputError: the file is there already, or its folder is not.
        """
        path = None if name in (None, STANDARD) else Path(str(name))
        if path is not None and not path.parent.is_dir():
            raise OutputError(f"{path} cannot be written", why=f"there is no folder {path.parent}", fix="make it first")
        if path is not None and path.is_dir():
            raise OutputError(f"{path} cannot be written", why="it is a folder", fix="name a file in it")
        if path is not None and path.is_file() and not overwrite:
            raise OutputError(f"{path} cannot be written", why="it is there already", fix="add -f to write over it")
        return cls(path, overwrite)

    def write(self, words: str) -> None:
        """Write a whole result: all of it or nothing."""
        data = (words if words.endswith("\n") else f"{words}\n").encode("utf-8", "backslashreplace")
        with self.bytes() as stream:
            stream.write(gzip.compress(data, mtime=0) if self.packed else data)

    @property
    def packed(self) -> bool:
        """Whether what is written is to be compressed: a name in ``.gz`` says so."""
        return self.path is not None and self.path.suffix == ".gz"

    @contextmanager
    def bytes(self) -> Iterator[BinaryIO]:
        """Open the place for bytes that are worth nothing in part."""
        if self.path is None:
            with writable("standard output"):
                sys.stdout.flush()
                yield sys.stdout.buffer
                sys.stdout.buffer.flush()
            return
        if self.path.exists() and not self.path.is_file():
            with writable(str(self.path)), self.path.open("wb") as raw:
                yield raw
            return
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}.part")
        with writable(str(self.path)):
            try:
                with part.open("wb") as raw:
                    yield raw
                part.replace(self.path)
            finally:
                part.unlink(missing_ok=True)

    @contextmanager
    def lines(self) -> Iterator[TextIO]:
        """Open the place for lines each of which is worth having alone; an interrupted run keeps those written."""
        if self.path is None:
            with writable("standard output"):
                yield sys.stdout
                sys.stdout.flush()
        else:
            with (
                writable(str(self.path)),
                self.path.open("w", encoding="utf-8", errors="backslashreplace") as stream,
            ):
                yield stream


STANDARD_OUTPUT = Output(None, overwrite=False)


@contextmanager
def writable(name: str) -> Iterator[None]:
    """Turn the system's refusal to write into ours; a reader that went away is no refusal."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        full = error.errno in (ENOSPC, EDQUOT)
        raise OutputError(
            f"{name} cannot be written",
            why="it is closed" if error.errno == EBADF else str(error.strerror or error),
            fix=f"{'free some space, or ' if full else ''}name another place with -o",
        ) from error
