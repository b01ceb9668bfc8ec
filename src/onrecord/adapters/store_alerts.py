"""What was noticed about what is followed: rows that are added, and none is ever changed or taken away."""

from __future__ import annotations

from datetime import datetime
from sqlite3 import Connection

from onrecord.adapters.store import Row
from onrecord.adapters.store_columns import Columns, plain
from onrecord.data import Alert, Notice

_NOTICE = Columns(Notice)


def keep_alert(connection: Connection, notice: Notice, *, followed: str, at: datetime) -> int:
    """Keep what was noticed about something followed, and return the number of the alert."""
    inserting = f"INSERT INTO alerts (followed, noticed_at, {_NOTICE.names}) VALUES (?, ?, {_NOTICE.marks})"
    kept = connection.execute(inserting, (followed, plain(at), *_NOTICE.values(notice))).lastrowid
    assert kept is not None, "a row was inserted"
    return kept


def alert(row: Row) -> Alert:
    """Read a row of alerts."""
    at = datetime.fromisoformat(row["noticed_at"])
    return Alert(number=row["number"], followed=row["followed"], noticed_at=at, notice=_NOTICE.read(row))
