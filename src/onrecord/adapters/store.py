"""What the service keeps, in one SQLite file: what was accepted is on the disk before anybody is told so.

Whoever keeps something of their own adds a step to ``STEPS`` and a module like ``store_jobs``.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from onrecord.errors import StoreError

FILE = "service.sqlite"
SERVING = "serving.lock"
"""Held by the process that serves."""
_PATIENCE = 10.0
"""Seconds to wait for another process that writes, such as the command that adds people."""

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE jobs (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, by TEXT NOT NULL, asked_at TEXT NOT NULL,
        state TEXT NOT NULL, began_at TEXT, ended_at TEXT, done INTEGER NOT NULL, total INTEGER,
        attempts INTEGER NOT NULL, error TEXT,
        about TEXT NOT NULL, body BLOB NOT NULL, result BLOB
    ) STRICT;
    CREATE INDEX jobs_by_time ON jobs (asked_at, id);
    CREATE INDEX jobs_open ON jobs (asked_at, id) WHERE ended_at IS NULL;
    CREATE TABLE keys (
        by TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, job TEXT NOT NULL, PRIMARY KEY (by, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE stated (
        statement TEXT NOT NULL, job TEXT NOT NULL, PRIMARY KEY (statement, job)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE people (
        name TEXT PRIMARY KEY, role INTEGER NOT NULL, added_at TEXT NOT NULL, token TEXT NOT NULL
    ) STRICT;
    CREATE TABLE deeds (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL,
        status INTEGER NOT NULL, request_id TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE followed (
        id TEXT PRIMARY KEY, words TEXT NOT NULL, added_at TEXT NOT NULL,
        looked_at TEXT, label TEXT, trace TEXT, verdict TEXT
    ) STRICT;
    CREATE TABLE alerts (
        number INTEGER PRIMARY KEY AUTOINCREMENT, followed TEXT NOT NULL, noticed_at TEXT NOT NULL,
        transition TEXT NOT NULL
    ) STRICT;
    CREATE INDEX alerts_of ON alerts (followed, number);
    CREATE TABLE sources (
        url TEXT PRIMARY KEY, added_at TEXT NOT NULL, due_at TEXT NOT NULL, checked_at TEXT, succeeded_at TEXT,
        error TEXT, failures INTEGER NOT NULL, etag TEXT, modified TEXT
    ) STRICT;
    CREATE TABLE taken (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE notes (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT, url TEXT, statement_id TEXT, topic TEXT,
        as_of TEXT, words TEXT, reply_to TEXT, machine TEXT, person TEXT
    ) STRICT;
    CREATE INDEX notes_by_document ON notes (document_id);
    CREATE INDEX notes_by_statement ON notes (statement_id);
    CREATE TABLE note_revisions (
        note TEXT NOT NULL, number INTEGER NOT NULL, act TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL,
        words TEXT NOT NULL, PRIMARY KEY (note, number)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE INDEX jobs_ended ON jobs (ended_at, id) WHERE ended_at IS NOT NULL;
    CREATE INDEX stated_by_job ON stated (job);
    """,
    """
    ALTER TABLE alerts ADD COLUMN id TEXT NOT NULL DEFAULT '';
    ALTER TABLE alerts ADD COLUMN title TEXT NOT NULL DEFAULT '';
    ALTER TABLE alerts ADD COLUMN text TEXT NOT NULL DEFAULT '';
    CREATE TABLE recipients (
        id TEXT PRIMARY KEY, way TEXT NOT NULL, target TEXT NOT NULL, added_at TEXT NOT NULL, zone TEXT NOT NULL,
        secret TEXT, quiet_begin TEXT, quiet_end TEXT, digest TEXT, at_most INTEGER
    ) STRICT;
    CREATE TABLE deliveries (
        id TEXT PRIMARY KEY, recipient TEXT NOT NULL, made_at TEXT NOT NULL, due_at TEXT NOT NULL,
        together INTEGER NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, code INTEGER, error TEXT,
        told_at TEXT
    ) STRICT;
    CREATE INDEX deliveries_open ON deliveries (recipient, due_at) WHERE state IN ('waiting', 'trying');
    CREATE TABLE told (
        recipient TEXT NOT NULL, alert INTEGER NOT NULL, delivery TEXT NOT NULL, decided_at TEXT NOT NULL,
        held_back INTEGER NOT NULL, PRIMARY KEY (recipient, alert)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX told_in ON told (delivery);
    """,
    """
    ALTER TABLE followed ADD COLUMN kind TEXT NOT NULL DEFAULT 'statement';
    ALTER TABLE alerts ADD COLUMN kind TEXT NOT NULL DEFAULT 'transition';
    ALTER TABLE alerts RENAME COLUMN transition TO shape;
    CREATE TABLE seen (
        followed TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (followed, document)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE sources ADD COLUMN failed_at TEXT;
    ALTER TABLE sources ADD COLUMN last_error TEXT;
    ALTER TABLE sources ADD COLUMN moved_to TEXT;
    UPDATE sources SET failed_at = checked_at, last_error = error WHERE error IS NOT NULL;
    """,
    """
    ALTER TABLE taken ADD COLUMN changed_at TEXT;
    """,
)
"""How the tables came to be, in order; a file remembers how many of the steps it has taken."""

Row = sqlite3.Row
Values = Sequence[str | int | bytes | None]


class Store:
    """A file with one connection that writes and one that reads, each used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the store in ``folder``, making it where there is none.

        Raises:
            StoreError: it cannot be made or read, or a newer onrecord wrote it.
        """
        self.path = folder / FILE
        self._serving: int | None = None
        with self._translated():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._writer = self._connected()
            self._step_up()
            self._reader = self._connected()
        self._writing, self._reading = threading.Lock(), threading.Lock()

    def close(self) -> None:
        """Let go of the file."""
        with self._writing, self._reading:
            self._reader.close()
            self._writer.close()
        if self._serving is not None:
            os.close(self._serving)
            self._serving = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def serve_alone(self) -> None:
        """Be the one process that works on the jobs, until closed or the process ends; others may still read and write.

        Raises:
            StoreError: another one is.
        """
        with self._translated():
            self._serving = os.open(self.path.with_name(SERVING), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._serving, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            why = "another process serves what is kept there"
            fix = "end that one, or name another folder with --service"
            raise StoreError(f"{self.path.parent} cannot be served", why=why, fix=fix) from error

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for changes that are made all together, and on the disk at the end, or not at all."""
        with self._writing, self._translated():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    def rows(self, query: str, values: Values = ()) -> list[Row]:
        """Return what a query finds in what was committed."""
        with self._reading, self._translated():
            return self._reader.execute(query, values).fetchall()

    def row(self, query: str, values: Values = ()) -> Row | None:
        """Return the first row that a query finds."""
        return next(iter(self.rows(query, values)), None)

    def _connected(self) -> sqlite3.Connection:
        made = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        made.row_factory = sqlite3.Row
        made.execute("PRAGMA journal_mode = WAL")
        made.execute("PRAGMA synchronous = FULL")  # in WAL, NORMAL may lose the last commits with the power
        made.execute("PRAGMA foreign_keys = ON")
        self.path.chmod(0o600)
        return made

    def _step_up(self) -> None:
        """Take the steps that the file has not taken yet, all or none."""
        self._writer.execute("BEGIN IMMEDIATE")
        taken: int = self._writer.execute("PRAGMA user_version").fetchone()[0]
        if taken > len(STEPS):
            self._writer.execute("ROLLBACK")
            why = f"it has taken {taken} steps, and this onrecord knows {len(STEPS)}"
            raise StoreError(f"{self.path} cannot be opened", why=why, fix="upgrade onrecord")
        for script in STEPS[taken:]:
            for statement in filter(str.strip, script.split(";")):
                self._writer.execute(statement)
        self._writer.execute(f"PRAGMA user_version = {len(STEPS)}")
        self._writer.execute("COMMIT")

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            fix = f"look at the free space and the permissions of {self.path.parent}, or name another folder"
            raise StoreError(
                f"what the service keeps in {self.path} cannot be used", why=str(error), fix=fix
            ) from error
