"""Idempotency keys: what the same person's same key brought about before, a job or a note."""

from __future__ import annotations

import sqlite3

from onrecord.errors import KeyReused


def brought_about(connection: sqlite3.Connection, by: str, key: str, digest: str) -> str | None:
    """Return the id of what a key made when it came first; None where it comes for the first time.

    Raises:
        KeyReused: it came with another request.
    """
    found = connection.execute("SELECT digest, job FROM keys WHERE by = ? AND key = ?", (by, key)).fetchone()
    if found is None:
        return None
    if found["digest"] != digest:
        why = "the same Idempotency-Key came with another request before"
        raise KeyReused("the request was not accepted", why=why, fix="draw a new key")
    return str(found["job"])


def remember(connection: sqlite3.Connection, by: str, key: str, digest: str, made: str) -> None:
    """Keep what a key brings about; in the transaction that makes it."""
    connection.execute("INSERT INTO keys VALUES (?, ?, ?, ?)", (by, key, digest, made))
