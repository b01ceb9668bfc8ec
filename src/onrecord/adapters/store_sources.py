"""The sources that the archive is filled from, and which of their items were taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from onrecord.adapters.store import Store
from onrecord.adapters.store_columns import Columns, plain
from onrecord.data import Source
from onrecord.errors import InputMissing, UsageError

_SOURCE = Columns(Source)
_AT_ONCE = 500
"""Addresses looked up together; SQLite takes 999 values in its older builds."""


class KeptSources:
    """The tables of sources. Every change is on the disk when its method returns."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def add(self, source: Source) -> None:
        """Follow a source.

        Raises:
            UsageError: it is followed already.
        """
        with self._store.writing() as connection:
            if connection.execute("SELECT 1 FROM sources WHERE url = ?", (source.url,)).fetchone():
                fix = "see onrecord follow list"
                raise UsageError("it is followed already", why=f"{source.url} was added before", fix=fix)
            inserting = f"INSERT INTO sources ({_SOURCE.names}) VALUES ({_SOURCE.marks})"
            connection.execute(inserting, _SOURCE.values(source))

    def remove(self, url: str) -> None:
        """Follow a source no longer; what came from it is kept.

        Raises:
            InputMissing: it is not followed.
        """
        with self._store.writing() as connection:
            if not connection.execute("DELETE FROM sources WHERE url = ?", (url,)).rowcount:
                why, fix = "it was removed, or never added", "see onrecord follow list"
                raise InputMissing(f"nothing at {url!r} is followed", why=why, fix=fix)

    def all(self) -> tuple[Source, ...]:
        """Return every source, in the order they were added."""
        return tuple(map(_SOURCE.read, self._store.rows("SELECT * FROM sources ORDER BY added_at, url")))

    def due(self, at: datetime) -> tuple[Source, ...]:
        """Return the sources to be asked, the longest waiting first."""
        query = "SELECT * FROM sources WHERE due_at <= ? ORDER BY due_at, url"
        return tuple(map(_SOURCE.read, self._store.rows(query, (plain(at),))))

    def taken(self, keys: Iterable[str]) -> dict[str, datetime | None]:
        """Return those of the addresses from which something was taken, with the time of change that came with it."""
        asked = sorted(frozenset(keys))
        found: dict[str, datetime | None] = {}
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            for row in self._store.rows(f"SELECT * FROM taken WHERE key IN ({marks})", some):
                found[row["key"]] = datetime.fromisoformat(row["changed_at"]) if row["changed_at"] else None
        return found

    def checked(self, source: Source, taken: Mapping[str, datetime | None] = MappingProxyType({})) -> None:
        """Keep how a source fared and what was taken from it, after that is in the archive.

        ``taken`` has for each address when it had last changed, where that is known.
        """
        values = (*_SOURCE.values(source), source.url)
        with self._store.writing() as connection:
            connection.execute(f"UPDATE sources SET {_SOURCE.sets} WHERE url = ?", values)
            rows = ((key, plain(at)) for key, at in taken.items())
            connection.executemany("INSERT OR REPLACE INTO taken VALUES (?, ?)", rows)
