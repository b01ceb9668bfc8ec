"""The jobs of a service: what was asked for, how far it came, and what it made."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

import zstandard

from onrecord.adapters.store import Store
from onrecord.adapters.store_columns import Columns, plain
from onrecord.adapters.store_keys import brought_about, remember
from onrecord.data import Job, JobKind, JobState, Moment, Request
from onrecord.errors import InputMissing
from onrecord.text.moments import parse_moment

_JOB = Columns(Job)


class KeptJobs:
    """The table of jobs. Every change is on the disk when its method returns."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def accept(self, job: Job, request: Request, key: str | None = None) -> Job:
        """Keep a new job and return it; or the one that the same person's same key brought about before.

        Raises:
            KeyReused: the key came with another request.
        """
        with self._store.writing() as connection:
            if key is not None:
                before = brought_about(connection, job.by, key, request.digest)
                if before is not None:
                    return _JOB.read(connection.execute(_BY_ID, (before,)).fetchone())
                remember(connection, job.by, key, request.digest, job.id)
            connection.execute(
                f"INSERT INTO jobs ({_JOB.names}, about, body) VALUES ({_JOB.marks}, ?, ?)",
                (*_JOB.values(job), request.about, _packed(request.body)),
            )
        return job

    def begin(self, job: Job) -> Job:
        """Note that a job is worked on."""
        now = datetime.now(UTC)
        return self._changed(replace(job, state=JobState.RUNNING, began_at=now, attempts=job.attempts + 1))

    def finish(self, job: Job, result: str, statements: Iterable[str] = ()) -> Job:
        """Keep what a job made, and which statements stand in it."""
        made = replace(job, state=JobState.DONE, ended_at=datetime.now(UTC))
        return self._changed(made, result=_packed(result.encode()), statements=statements)

    def fail(self, job: Job, problem: str) -> Job:
        """Note why a job came to nothing."""
        return self._changed(replace(job, state=JobState.FAILED, ended_at=datetime.now(UTC), error=problem))

    def cancel(self, job: Job) -> Job:
        """Note that a job is not wanted any more."""
        return self._changed(replace(job, state=JobState.CANCELLED, ended_at=datetime.now(UTC)))

    def postpone(self, job: Job) -> Job:
        """Note that a job was left as if it had not been begun."""
        return self._changed(replace(job, state=JobState.WAITING, began_at=None, attempts=job.attempts - 1))

    def get(self, name: str) -> Job:
        """Return a job.

        Raises:
            InputMissing: there is none of that id.
        """
        row = self._store.row(_BY_ID, (name,))
        if row is None:
            why = "nothing of that id was asked for here, or it was so long ago that it is not kept"
            raise InputMissing(f"there is no job {name!r}", why=why, fix="check the id")
        return _JOB.read(row)

    def request(self, name: str) -> Request:
        """Return what a job was asked for with."""
        row = self._store.row("SELECT about, body FROM jobs WHERE id = ?", (name,))
        assert row is not None, "asked of a job that was got"
        return Request(about=row["about"], body=_unpacked(row["body"]))

    def dates(self, jobs: Iterable[Job]) -> Mapping[str, Moment]:
        """Return the dates that govern jobs, by the id of the job; one that is governed by none has none."""
        query = (
            "SELECT id, json_extract(about, '$.as_of') AS as_of FROM jobs "
            "WHERE id IN (SELECT value FROM json_each(?)) AND as_of IS NOT NULL"
        )
        rows = self._store.rows(query, (json.dumps([job.id for job in jobs]),))
        return {row["id"]: parse_moment(row["as_of"]) for row in rows}

    def result(self, name: str) -> str | None:
        """Return what a job made, as JSON; None while there is nothing."""
        row = self._store.row("SELECT result FROM jobs WHERE id = ?", (name,))
        return None if row is None or row["result"] is None else _unpacked(row["result"]).decode()

    def unfinished(self) -> tuple[Job, ...]:
        """Return the jobs that have not ended, in the order they were asked for."""
        query = f"SELECT {_JOB.names} FROM jobs WHERE ended_at IS NULL ORDER BY asked_at, id"
        return tuple(map(_JOB.read, self._store.rows(query)))

    def newest(self, *, limit: int, kind: JobKind | None = None, before: Job | None = None) -> tuple[Job, ...]:
        """Return jobs, the newest first, of one kind or all, asked for before another."""
        at, name = (plain(before.asked_at), before.id) if before else ("~", "")
        query = (
            f"SELECT {_JOB.names} FROM jobs WHERE (asked_at, id) < (?, ?) AND (? IS NULL OR kind = ?) "
            "ORDER BY asked_at DESC, id DESC LIMIT ?"
        )
        return tuple(map(_JOB.read, self._store.rows(query, (at, name, kind, kind, limit))))

    def with_statement(self, statement: str) -> tuple[Job, ...]:
        """Return the checks in whose reports a statement stands, the newest first."""
        query = (
            f"SELECT {_JOB.names} FROM jobs WHERE id IN (SELECT job FROM stated WHERE statement = ?) "
            "ORDER BY asked_at DESC, id DESC"
        )
        return tuple(map(_JOB.read, self._store.rows(query, (statement,))))

    def forget(self, *, beyond: int) -> int:
        """Take away the jobs that ended first, so that ``beyond`` ended ones stay; return how many went.

        A check stays where somebody wrote a note on a statement of it.
        """
        noted = "SELECT job FROM stated JOIN notes ON notes.statement_id = stated.statement"
        with self._store.writing() as connection:
            old = connection.execute(
                "SELECT id FROM (SELECT id FROM jobs WHERE ended_at IS NOT NULL ORDER BY ended_at DESC, id DESC "
                f"LIMIT -1 OFFSET ?) WHERE id NOT IN ({noted})",
                (beyond,),
            ).fetchall()
            for table, column in (("stated", "job"), ("keys", "job"), ("jobs", "id")):
                connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", map(tuple, old))
        return len(old)

    def _changed(self, job: Job, *, result: bytes | None = None, statements: Iterable[str] = ()) -> Job:
        with self._store.writing() as connection:
            connection.execute(
                f"UPDATE jobs SET {_JOB.sets}, result = ? WHERE id = ?", (*_JOB.values(job), result, job.id)
            )
            connection.executemany(
                "INSERT OR IGNORE INTO stated VALUES (?, ?)", ((statement, job.id) for statement in statements)
            )
        return job


_BY_ID = f"SELECT {_JOB.names} FROM jobs WHERE id = ?"


def _packed(data: bytes) -> bytes:
    return zstandard.compress(data, 3)


def _unpacked(data: bytes) -> bytes:
    return zstandard.decompress(data)
