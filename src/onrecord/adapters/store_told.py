"""Who is told of what is followed, and every delivery with what became of it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from hashlib import sha256
from sqlite3 import Connection

from onrecord.adapters.store import Row, Store
from onrecord.adapters.store_alerts import alert
from onrecord.adapters.store_columns import Columns, plain
from onrecord.data import Delivery, DeliveryState, Due, Quiet, Recipient, Told, Way
from onrecord.errors import InputMissing, UsageError

TELLING = "telling.lock"
"""Held by the process that tells, so that no two tell the same thing at once; it is let go of with the process."""

Plan = Callable[[Recipient, Callable[[datetime], int]], Due]
"""Says when a recipient is told; it may ask how often they were told of the same thing since a moment."""

_DELIVERY = Columns(Delivery)
_OPEN = "state IN ('waiting', 'trying')"


class KeptTelling:
    """The tables of recipients and deliveries. Every change is on the disk when its method returns."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def add(self, one: Recipient) -> None:
        """Tell somebody from now on.

        Raises:
            UsageError: they are told already.
        """
        quiet = (one.quiet.begin.isoformat(), one.quiet.end.isoformat()) if one.quiet else (None, None)
        digest = one.digest and one.digest.isoformat()
        values = (one.id, one.way, one.target, plain(one.added_at), one.zone, one.secret, *quiet, digest, one.at_most)
        with self._store.writing() as connection:
            if connection.execute("SELECT 1 FROM recipients WHERE id = ?", (one.id,)).fetchone():
                fix = "see onrecord tell list, and remove it first to change how it is told"
                raise UsageError("it is told already", why=f"its id is {one.id}", fix=fix)
            connection.execute(f"INSERT INTO recipients VALUES ({', '.join('?' * len(values))})", values)

    def remove(self, name: str) -> None:
        """Tell somebody no longer; what still waits for them is not told, and kept as failed.

        Raises:
            InputMissing: nobody of that id is told.
        """
        with self._store.writing() as connection:
            if not connection.execute("DELETE FROM recipients WHERE id = ?", (name,)).rowcount:
                why, fix = "it was removed, or never added", "see onrecord tell list"
                raise InputMissing(f"nobody with the id {name!r} is told", why=why, fix=fix)
            connection.execute(
                f"UPDATE deliveries SET state = 'failed', error = ? WHERE recipient = ? AND {_OPEN}",
                ("the recipient was removed", name),
            )

    def recipients(self) -> tuple[Recipient, ...]:
        """Return who is told, in the order they were added."""
        return tuple(map(_recipient, self._store.rows("SELECT * FROM recipients ORDER BY added_at, id")))

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Be the one process that tells; give False where another one is."""
        lock = os.open(self._store.path.with_name(TELLING), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
            else:
                yield True
        finally:
            os.close(lock)

    def due(self, recipient: str, at: datetime) -> tuple[Told, ...]:
        """Return what a recipient is to be told by ``at``, the longest waiting first."""
        query = f"SELECT * FROM deliveries WHERE recipient = ? AND {_OPEN} AND due_at <= ? ORDER BY due_at, made_at, id"
        return self._told(self._store.rows(query, (recipient, plain(at))))

    def deliveries(self, *, limit: int, state: DeliveryState | None = None) -> tuple[Told, ...]:
        """Return deliveries in a state, or in any, the newest first."""
        query = "SELECT * FROM deliveries WHERE ? IS NULL OR state = ? ORDER BY made_at DESC, id LIMIT ?"
        return self._told(self._store.rows(query, (state, state, limit)))

    def failing(self, *, limit: int) -> tuple[Told, ...]:
        """Return deliveries whose last attempt came to nothing, the newest first."""
        query = "SELECT * FROM deliveries WHERE state <> 'told' AND error IS NOT NULL ORDER BY made_at DESC, id LIMIT ?"
        return self._told(self._store.rows(query, (limit,)))

    def counts(self, recipient: str) -> dict[DeliveryState, int]:
        """Return how many deliveries to a recipient are in each state that any is in."""
        query = "SELECT state, count(*) AS n FROM deliveries WHERE recipient = ? GROUP BY state"
        return {DeliveryState(row["state"]): row["n"] for row in self._store.rows(query, (recipient,))}

    def changed(self, delivery: Delivery) -> None:
        """Keep how far a delivery has come; it takes up nothing more from now on."""
        values = (*_DELIVERY.values(delivery), delivery.id)
        with self._store.writing() as connection:
            connection.execute(f"UPDATE deliveries SET {_DELIVERY.sets} WHERE id = ?", values)

    def again(self, name: str, at: datetime) -> None:
        """Have a delivery told once more, as if it had not been tried; it keeps its id.

        Raises:
            InputMissing: there is none of that id, or its recipient is told no longer.
        """
        with self._store.writing() as connection:
            changed = connection.execute(
                "UPDATE deliveries SET state = 'trying', attempts = 0, due_at = ?, told_at = NULL"
                " WHERE id = ? AND recipient IN (SELECT id FROM recipients)",
                (plain(at), name),
            ).rowcount
        if not changed:
            why, fix = "there never was one, or its recipient was removed", "see onrecord tell log"
            raise InputMissing(f"nothing with the id {name!r} can be told again", why=why, fix=fix)

    def _told(self, rows: Sequence[Row]) -> tuple[Told, ...]:
        return tuple(self._one(row) for row in rows)

    def _one(self, row: Row) -> Told:
        query = "SELECT alerts.*, held_back FROM told JOIN alerts ON number = alert WHERE delivery = ? ORDER BY number"
        rows = self._store.rows(query, (row["id"],))
        held_back = sum(each["held_back"] for each in rows)
        return Told(delivery=_DELIVERY.read(row), alerts=tuple(map(alert, rows)), held_back=held_back)


def enqueue(connection: Connection, number: int, followed: str, plan: Plan) -> None:
    """Make a delivery of an alert for each recipient, or let one that waits for the same hour take it up.

    This is part of the transaction that makes the alert.
    """
    for one in map(_recipient, connection.execute("SELECT * FROM recipients ORDER BY id").fetchall()):

        def told(since: datetime, to: str = one.id) -> int:
            return int(connection.execute(_TOLD_SINCE, (to, followed, plain(since))).fetchone()[0])

        due = plan(one, told)
        waiting = due.together and connection.execute(_COLLECTING, (one.id, plain(due.at))).fetchone()
        name = waiting["id"] if waiting else sha256(f"{one.id} {number}".encode()).hexdigest()[:32]
        if not waiting:
            connection.execute(_MADE, (name, one.id, plain(due.decided_at), plain(due.at), due.together))
        values = (one.id, number, name, plain(due.decided_at), due.held_back)
        connection.execute("INSERT INTO told VALUES (?, ?, ?, ?, ?)", values)


_TOLD_SINCE = """
    SELECT count(*) FROM told JOIN alerts ON number = alert
    WHERE recipient = ? AND followed = ? AND decided_at >= ? AND NOT held_back"""
_COLLECTING = "SELECT id FROM deliveries WHERE recipient = ? AND due_at = ? AND together AND state = 'waiting'"
_MADE = """
    INSERT INTO deliveries (id, recipient, made_at, due_at, together, state, attempts)
    VALUES (?, ?, ?, ?, ?, 'waiting', 0)"""


def _recipient(row: Row) -> Recipient:
    begin, end, digest = (
        row[name] and time.fromisoformat(row[name]) for name in ("quiet_begin", "quiet_end", "digest")
    )
    return Recipient(
        id=row["id"],
        way=Way(row["way"]),
        target=row["target"],
        added_at=datetime.fromisoformat(row["added_at"]),
        zone=row["zone"],
        secret=row["secret"],
        quiet=Quiet(begin=begin, end=end) if begin and end else None,
        digest=digest or None,
        at_most=row["at_most"],
    )
