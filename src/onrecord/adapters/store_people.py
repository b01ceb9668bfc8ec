"""People with their roles and tokens, and the log of what they did. Of a token only its digest is kept."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime
from hashlib import sha256

from onrecord.adapters.store import Store
from onrecord.adapters.store_columns import Columns
from onrecord.data import Deed, Person, Role
from onrecord.errors import InputMissing, UsageError

MARK = "onr_"
"""Begins every token, so that scanners for leaked secrets know one."""
_BYTES = 32
_PERSON = Columns(Person)
_DEED = Columns(Deed)


class KeptPeople:
    """The table of people."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def add(self, name: str, role: Role) -> str:
        """Keep a person and return their token, which nobody can read again.

        Raises:
            UsageError: the name cannot be one, or is taken.
        """
        token = MARK + secrets.token_urlsafe(_BYTES)
        try:
            person = Person(name=name, role=role, added_at=datetime.now(UTC))
        except ValueError as error:
            raise UsageError(f"{name!r} cannot be a name", why=str(error), fix="choose another") from error
        with self._store.writing() as connection:
            taken = connection.execute("SELECT 1 FROM people WHERE name = ?", (name,)).fetchone()
            if taken:
                fix = "remove that one first, or choose another name"
                raise UsageError(f"{name!r} cannot be added", why="there is one of that name", fix=fix)
            inserting = f"INSERT INTO people ({_PERSON.names}, token) VALUES ({_PERSON.marks}, ?)"
            connection.execute(inserting, (*_PERSON.values(person), _digest(token)))
        return token

    def remove(self, name: str) -> None:
        """Forget a person; their token is worth nothing from now on.

        Raises:
            InputMissing: there is none of that name.
        """
        with self._store.writing() as connection:
            if not connection.execute("DELETE FROM people WHERE name = ?", (name,)).rowcount:
                raise InputMissing(f"there is no {name!r}", why="nobody of that name was added", fix="list the people")

    def all(self) -> tuple[Person, ...]:
        """Return everybody, by name."""
        return tuple(map(_PERSON.read, self._store.rows("SELECT * FROM people ORDER BY name")))

    def with_token(self, token: str) -> Person | None:
        """Return whose token it is; every digest is compared, so that the time taken tells nothing."""
        given = _digest(token)
        found = None
        for row in self._store.rows("SELECT * FROM people ORDER BY name"):
            if hmac.compare_digest(row["token"], given):
                found = row
        return None if found is None else _PERSON.read(found)


class KeptDeeds:
    """The audit log."""

    def __init__(self, store: Store) -> None:
        """Keep it in ``store``."""
        self._store = store

    def note(self, deed: Deed) -> None:
        """Keep a line."""
        with self._store.writing() as connection:
            connection.execute(f"INSERT INTO deeds ({_DEED.names}) VALUES ({_DEED.marks})", _DEED.values(deed))

    def newest(self, limit: int) -> tuple[Deed, ...]:
        """Return lines, the newest first."""
        return tuple(map(_DEED.read, self._store.rows("SELECT * FROM deeds ORDER BY number DESC LIMIT ?", (limit,))))


def _digest(token: str) -> str:
    """Return what is kept of a token; it holds 32 bytes of chance, so one round of SHA-256 is enough."""
    return sha256(token.encode()).hexdigest()
