"""An archive's prefix in a bucket of S3 or what is compatible with it: everything by conditional puts.

A put that names the state it replaces (``If-Match``), or that there is none (``If-None-Match``), is done whole or
refused. So the one writer holds a lease: an object that it puts anew every few seconds. Whoever sees it unchanged for
as long as a lease lasts, by a clock of its own, puts it in its own name, and then shuts out the one before: the small
files are in another state than that one knows, and the store refuses its commits (``lance_tables.shut_out``).
"""

from __future__ import annotations

import json
import os
import platform
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from io import BufferedReader, RawIOBase
from threading import Event, Lock, Thread
from typing import BinaryIO
from uuid import uuid4

import obstore
from obstore.exceptions import AlreadyExistsError, PreconditionError
from obstore.store import S3Store

from onrecord.adapters.lance_faults import locked, taken_over, translated, unreachable
from onrecord.adapters.lance_place import BUCKET, FORMAT_FILE, RULINGS_FILE
from onrecord.errors import ArchiveError, UsageError

LEASE_FILE = "writer.lock"
BEAT = 4.0
"""Seconds after which a writer puts its lease anew: one put, where a batch takes dozens."""
LEASE = 20.0
"""Seconds without one after which another takes over; that of a writer that was only slow costs it a new start."""
LOOK = 0.5
"""Seconds between two looks at a lease."""
_RETRIES = 4
_PATIENCE = timedelta(seconds=30)
_ADDRESS = re.compile(re.escape(BUCKET) + r"([a-z0-9][a-z0-9.-]+[a-z0-9])((?:/[\w.-]+)+)/?", re.ASCII)
"""A bucket and a prefix that neither the store nor the server writes otherwise."""


def bucket(address: str) -> Bucket:
    """Return the place that an address names; who may use it, and at which server, the environment says (``AWS_…``).

    Raises:
        UsageError: it names no prefix of a bucket.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or {".", ".."} & set(found[2].split("/")):
        why = "it needs the name of a bucket, and in it a prefix of letters, digits and . _ -"
        raise UsageError(f"{address} is no place for an archive", why=why, fix=f"write {BUCKET}bucket/prefix")
    name, prefix = found[1], found[2].strip("/")
    uri = f"{BUCKET}{name}/{prefix}"
    with translated(uri):
        store = S3Store(name, prefix=prefix, retry_config={"max_retries": _RETRIES, "retry_timeout": _PATIENCE})
    return Bucket(uri, store)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A prefix of a bucket that holds an archive, or may; see :class:`onrecord.adapters.lance_place.Place`."""

    uri: str
    store: S3Store
    lock_ends_with_process = False

    def __str__(self) -> str:
        return self.uri

    def read(self, name: str) -> str | None:
        """Return a small file, or None where there is none."""
        found = self.seen(name)
        return found and found[0]

    def seen(self, name: str) -> tuple[str, str] | None:
        """Return a small file and the state it is in, or None where there is none."""
        with translated(self):
            try:
                found = obstore.get(self.store, name)
                return bytes(found.bytes()).decode(), str(found.meta["e_tag"])
            except FileNotFoundError as error:
                if "NoSuchBucket" in str(error):
                    raise unreachable(self, "there is no such bucket") from error
                return None

    def swap(self, name: str, text: str, state: str | None) -> str | None:
        """Put a small file that is in a state, or not there; return its state then, or None where it was not so."""
        with translated(self):
            try:
                put = obstore.put(self.store, name, text.encode(), mode={"e_tag": state} if state else "create")
                return str(put["e_tag"])
            except (AlreadyExistsError, PreconditionError, FileNotFoundError) as error:
                if "NoSuchBucket" in str(error):
                    raise unreachable(self, "there is no such bucket") from error
                held = self.seen(name)  # ours, where the answer to a first try was lost on the way
                return held[1] if held and held[0] == text else None

    def make(self, name: str, text: str) -> None:
        """Put a small file unless it is there."""
        if self.read(name) is None:
            self.swap(name, text, None)

    def lock(self) -> Lease:
        """Become the one writer; waits until it is certain that the one before has ended or goes on."""
        found = before = self.seen(LEASE_FILE)
        until = time.monotonic() + LEASE
        while _holder(found) and time.monotonic() < until:
            time.sleep(LOOK)
            found = self.seen(LEASE_FILE)
            if _holder(found) and found != before:
                raise locked(self, str(_holder(found)))
        lease = Lease(self, found and found[1], took_over=_holder(found) is not None)
        lease.begin()
        return lease

    def tables(self) -> tuple[str, ...]:
        """Return the names of all tables."""
        with translated(self):
            found = obstore.list_with_delimiter(self.store)["common_prefixes"]
        return tuple(sorted(name.removesuffix(".lance") for name in found if name.endswith(".lance")))

    def state(self, table: str) -> object:
        """Return the newest version of a table; the store names them so that it comes first."""
        with translated(self):
            for some in obstore.list(self.store, f"{table}.lance/_versions"):
                return some[0]["path"], some[0]["e_tag"]
        return None

    def drop(self, table: str) -> None:
        """Delete all files of a table."""
        with translated(self):
            for some in obstore.list(self.store, f"{table}.lance"):
                obstore.delete(self.store, [each["path"] for each in some])

    def files(self) -> Iterator[tuple[str, int]]:
        """Yield all files with their sizes."""
        with translated(self):
            for some in obstore.list(self.store):
                yield from ((each["path"], each["size"]) for each in some)

    def open(self, name: str) -> BinaryIO:
        """Open a file to be read."""
        with translated(self):
            return BufferedReader(_Reading(obstore.open_reader(self.store, name)))


class _Reading(RawIOBase):
    """An object as a stream."""

    def __init__(self, reader: obstore.ReadableFile) -> None:
        self._reader = reader

    def readable(self) -> bool:
        """Say yes."""
        return True

    def readinto(self, into: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read into a buffer."""
        data = bytes(self._reader.read(len(into)))
        into[: len(data)] = data
        return len(data)


@dataclass(slots=True)
class Lease:
    """A lease that is put anew until closed; see :class:`onrecord.adapters.lance_place.Writer`."""

    place: Bucket
    state: str | None
    """That of the lease when it was last put by us."""
    took_over: bool
    files: dict[str, str | None] = field(default_factory=dict)
    """The states of the small files, as this writer found or left them."""
    closed: Event = field(default_factory=Event)
    _lost: bool = False
    _one: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """Become the writer, and remain it."""
        if not self._put({"holder": _name()}):
            raise locked(self.place, "another process")
        if self.took_over:
            self._shut_out_of_files()
        for name in (FORMAT_FILE, RULINGS_FILE):
            found = self.place.seen(name)
            self.files[name] = found and found[1]
        Thread(target=self._beat, daemon=True).start()

    def _shut_out_of_files(self) -> None:
        """Put the format file in a state that the writer before does not know."""
        while (found := self.place.seen(FORMAT_FILE)) is not None:
            changed = json.dumps(json.loads(found[0]) | {"taken_over": uuid4().hex})
            if self.place.swap(FORMAT_FILE, changed, found[1]):
                return

    def _beat(self) -> None:
        while not self.closed.wait(BEAT):
            try:
                self.prove()
            except ArchiveError:  # told to who writes, when it writes
                continue

    def settle(self) -> None:
        """Say that the one before is shut out for good."""
        self.took_over = False

    def prove(self) -> None:
        """Put the lease anew."""
        if self.closed.is_set() or not self._put({"holder": _name()}):
            raise taken_over(self.place)

    def _put(self, said: dict[str, str]) -> bool:
        """Put the lease unless another has; it never is what it was before."""
        with self._one:
            if not self._lost:
                self.state = self.place.swap(LEASE_FILE, json.dumps(said | {"put": uuid4().hex}), self.state)
                self._lost = self.state is None
            return not self._lost

    def write(self, name: str, text: str) -> None:
        """Write a small file, or replace it."""
        state = self.place.swap(name, text, self.files[name])
        if state is None:
            raise taken_over(self.place)
        self.files[name] = state

    def close(self) -> None:
        """Let others write."""
        self.closed.set()
        if not self.took_over:  # else it has to run out, so that the next writer shuts out whoever was before us
            with suppress(ArchiveError):  # then it runs out as well
                self._put({})


def _holder(lease: tuple[str, str] | None) -> str | None:
    """Return who holds a lease; None where nobody does."""
    try:
        held = json.loads(lease[0])["holder"] if lease else None
        return held and str(held)
    except (ValueError, KeyError, TypeError):
        return None


def _name() -> str:
    return f"process {os.getpid()} on {platform.node()}"
