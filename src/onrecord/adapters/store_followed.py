"""What is followed, the verdict that stands on it, and the alerts there were."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.adapters.store import Row, Store
from onrecord.adapters.store_alerts import alert, keep_alert
from onrecord.adapters.store_columns import Columns, plain
from onrecord.adapters.store_told import Plan, enqueue
from onrecord.data import Alert, Followed, Notice, Watch
from onrecord.errors import InputMissing, UsageError

_FOLLOWED = Columns(Followed)


class KeptFollowed:
    """The tables of what is followed. Every change is on the disk when its method returns."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def add(self, followed: Followed) -> None:
        """Follow something.

        Raises:
            UsageError: it is followed already.
        """
        with self._store.writing() as connection:
            if connection.execute("SELECT 1 FROM followed WHERE id = ?", (followed.id,)).fetchone():
                fix = "see onrecord follow list"
                raise UsageError("it is followed already", why=f"its id is {followed.id}", fix=fix)
            inserting = f"INSERT INTO followed ({_FOLLOWED.names}) VALUES ({_FOLLOWED.marks})"
            connection.execute(inserting, _FOLLOWED.values(followed))

    def remove(self, name: str) -> None:
        """Follow something no longer; its alerts are kept.

        Raises:
            InputMissing: nothing of that id is followed.
        """
        with self._store.writing() as connection:
            if not connection.execute("DELETE FROM followed WHERE id = ?", (name,)).rowcount:
                why, fix = "it was removed, or never added", "see onrecord follow list"
                raise InputMissing(f"nothing with the id {name!r} is followed", why=why, fix=fix)
            connection.execute("DELETE FROM seen WHERE followed = ?", (name,))

    def all(self) -> tuple[Watch, ...]:
        """Return what is followed, in the order it was added."""
        return tuple(map(_watch, self._store.rows("SELECT * FROM followed ORDER BY added_at, id")))

    def seen(self, name: str) -> frozenset[str]:
        """Return the ids of the documents that were there for a topic when the record was last read."""
        rows = self._store.rows("SELECT document FROM seen WHERE followed = ?", (name,))
        return frozenset(row["document"] for row in rows)

    def looked(
        self,
        before: Watch,
        after: Watch,
        *,
        notice: Notice | None = None,
        plan: Plan | None = None,
        seen: Iterable[str] = (),
    ) -> bool:
        """Keep what a look brought and, all together or not at all, what there is to tell of it and to whom.

        Args:
            before: what was known when the look began; where that is not so any more, somebody else looked, and nothing
                is kept.
            after: what is known now.
            notice: what there is to tell.
            plan: when each recipient is told; without it nobody is.
            seen: ids of documents that were there.
        """
        old, new = before.followed, after.followed
        with self._store.writing() as connection:
            known = connection.execute(
                "UPDATE followed SET looked_at = ?, label = ?, trace = ?, verdict = ? WHERE id = ? AND looked_at IS ?",
                (plain(new.looked_at), new.label, after.trace, after.verdict, new.id, plain(old.looked_at)),
            ).rowcount
            if known:
                rows = ((new.id, each) for each in seen)
                connection.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", rows)
            if known and notice is not None:
                assert new.looked_at is not None, "it was noticed in a look"
                number = keep_alert(connection, notice, followed=new.id, at=new.looked_at)
                if plan is not None:
                    enqueue(connection, number, new.id, plan)
            return bool(known)

    def alerts(self, *, limit: int, followed: str | None = None) -> tuple[Alert, ...]:
        """Return alerts, the newest first, of one thing followed or of all."""
        query = "SELECT * FROM alerts WHERE ? IS NULL OR followed = ? ORDER BY number DESC LIMIT ?"
        return tuple(map(alert, self._store.rows(query, (followed, followed, limit))))


def _watch(row: Row) -> Watch:
    return Watch(followed=_FOLLOWED.read(row), trace=row["trace"], verdict=row["verdict"])
