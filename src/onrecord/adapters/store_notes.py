"""Notes with their history: rows are added, and none is ever changed or taken away."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from onrecord.adapters.store import Row, Store
from onrecord.adapters.store_columns import plain
from onrecord.adapters.store_keys import brought_about, remember
from onrecord.data import Act, Label, Note, Quote, Revision, Ruling, Span, Target, Words
from onrecord.errors import InputMissing, StateConflict, UsageError
from onrecord.text.moments import format_moment, parse_moment

_COLUMNS = "id, document_id, url, statement_id, topic, as_of, words, reply_to, machine, person"


class KeptNotes:
    """The tables of notes and of what was done to them. Every change is on the disk when its method returns."""

    def __init__(self, store: Store) -> None:
        """Keep them in ``store``."""
        self._store = store

    def write(
        self,
        words: str,
        *,
        by: str,
        target: Target | None = None,
        reply_to: str | None = None,
        ruling: Ruling | None = None,
        key: str | None = None,
        digest: str = "",
    ) -> Note:
        """Keep a new note and return it; or the one that the same person's same key brought about before.

        A reply is about what the note is about that it answers; ``digest`` is that of what was asked for with ``key``.

        Raises:
            InputMissing: there is no note of the id to reply to.
            KeyReused: the key came with another digest.
            UsageError: it cannot be a note.
        """
        about = self.get(reply_to).target if reply_to else target
        if about is None:
            raise UsageError("the note is about nothing", why="neither a target nor a note is named", fix="name one")
        first = _revision(Act.WRITTEN, by, words)
        try:
            note = Note(id=secrets.token_hex(8), target=about, revisions=(first,), reply_to=reply_to, ruling=ruling)
        except ValueError as error:
            raise UsageError("the note cannot be kept", why=str(error), fix="correct it") from error
        with self._store.writing() as connection:
            if key is not None:
                before = brought_about(connection, by, key, digest)
                if before is not None:
                    return _held(connection, before)
                remember(connection, by, key, digest, note.id)
            marks = ", ".join("?" * len(_COLUMNS.split(",")))
            connection.execute(f"INSERT INTO notes ({_COLUMNS}) VALUES ({marks})", _row(note))
            connection.execute(_ADD, (note.id, 1, *_values(first)))
        return note

    def act(self, name: str, act: Act, *, by: str, words: str = "", version: int | None = None) -> Note:
        """Do something to a note and return it as it is then; ``version`` is the one that whoever does it has seen.

        Raises:
            InputMissing: there is no note of that id.
            StateConflict: something else was done to it in between, or nothing may be done to it any more.
            UsageError: it cannot be done so.
        """
        revision = _revision(act, by, words)
        with self._store.writing() as connection:
            held = _held(connection, name)
            if version is not None and version != held.version:
                why = f"it has version {held.version}, and version {version} was meant"
                raise StateConflict("the note was not changed", why=why, fix="read it again, then decide")
            try:
                note = replace(held, revisions=(*held.revisions, revision))
            except ValueError as error:
                raise StateConflict("the note was not changed", why=str(error), fix="write another") from error
            connection.execute(_ADD, (name, note.version, *_values(revision)))
        return note

    def get(self, name: str) -> Note:
        """Return a note.

        Raises:
            InputMissing: there is none of that id.
        """
        found = self._store.row(f"SELECT {_COLUMNS} FROM notes WHERE id = ?", (name,))
        if found is None:
            raise _missing(name)
        return _note(found, tuple(map(_read, self._store.rows(_HISTORY, (name,)))))

    def on(
        self,
        *,
        document_id: str | None = None,
        url: str | None = None,
        statement_id: str | None = None,
        topic: str | None = None,
        after: str = "",
        limit: int = -1,
    ) -> tuple[Note, ...]:
        """Return the notes on a document or another version of it, a statement or a topic, or all, the oldest first.

        Args:
            document_id: on this document,
            url: or on one with this address.
            statement_id: on this statement.
            topic: on briefs of this topic.
            after: those written after the note of this id.
            limit: so many at most; all, when it is negative.
        """
        chosen = (
            "SELECT id FROM notes WHERE (? IS NULL OR statement_id = ?) AND (? IS NULL OR topic = ?) "
            "AND (? IS NULL AND ? IS NULL OR document_id = ? OR url = ?) "
            "AND number > ifnull((SELECT number FROM notes WHERE id = ?), 0) ORDER BY number LIMIT ?"
        )
        query = f"{_WHOLE} WHERE id IN ({chosen}) ORDER BY number, turn"
        asked = (statement_id, statement_id, topic, topic, document_id, url, document_id, url, after, limit)
        return _notes(self._store.rows(query, asked))

    def on_statements(self, statement_ids: Iterable[str]) -> tuple[Note, ...]:
        """Return the notes on any of these statements, the oldest first."""
        query = f"{_WHOLE} WHERE statement_id IN (SELECT value FROM json_each(?)) ORDER BY number, turn"
        return _notes(self._store.rows(query, (json.dumps(tuple(statement_ids)),)))


def _held(connection: sqlite3.Connection, name: str) -> Note:
    """Return a note as the connection that writes sees it."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM notes WHERE id = ?", (name,)).fetchone()
    if found is None:
        raise _missing(name)
    return _note(found, tuple(map(_read, connection.execute(_HISTORY, (name,)))))


def _notes(rows: Iterable[Row]) -> tuple[Note, ...]:
    by_note = (list(some) for _, some in groupby(rows, key=itemgetter("id")))
    return tuple(_note(some[0], tuple(map(_read, some))) for some in by_note)


_WHOLE = (
    f"SELECT {_COLUMNS}, act, by, at, said FROM notes JOIN "
    "(SELECT note, number AS turn, act, by, at, words AS said FROM note_revisions) ON note = id"
)
_HISTORY = "SELECT act, by, at, words AS said FROM note_revisions WHERE note = ? ORDER BY number"
_ADD = "INSERT INTO note_revisions (note, number, act, by, at, words) VALUES (?, ?, ?, ?, ?, ?)"


def _revision(act: Act, by: str, words: str) -> Revision:
    try:
        return Revision(act=act, by=by, at=datetime.now(UTC), words=words)
    except ValueError as error:
        raise UsageError("the note cannot be kept", why=str(error), fix="correct it") from error


def _values(revision: Revision) -> tuple[str, str, str, str]:
    return (revision.act, revision.by, plain(revision.at), revision.words)


def _read(row: Row) -> Revision:
    return Revision(act=Act(row["act"]), by=row["by"], at=datetime.fromisoformat(row["at"]), words=row["said"])


def _row(note: Note) -> tuple[str | None, ...]:
    target, words, ruling = note.target, note.target.words, note.ruling
    return (
        note.id,
        words.document_id if words else None,
        words.url if words else None,
        target.statement_id,
        target.topic,
        format_moment(target.as_of) if target.as_of else None,
        _place(words) if words else None,
        note.reply_to,
        ruling.machine if ruling else None,
        ruling.person if ruling else None,
    )


def _place(words: Words) -> str:
    span, quote = words.span, words.quote
    return json.dumps([span.start, span.end, quote.exact, quote.prefix, quote.suffix])


def _note(row: Row, revisions: tuple[Revision, ...]) -> Note:
    words = None
    if row["words"] is not None:
        start, end, exact, prefix, suffix = json.loads(row["words"])
        words = Words(
            document_id=row["document_id"],
            url=row["url"],
            span=Span(start=start, end=end),
            quote=Quote(exact=exact, prefix=prefix, suffix=suffix),
        )
    as_of = parse_moment(row["as_of"]) if row["as_of"] else None
    target = Target(words=words, statement_id=row["statement_id"], topic=row["topic"], as_of=as_of)
    ruling = Ruling(machine=Label(row["machine"]), person=Label(row["person"])) if row["machine"] else None
    return Note(id=row["id"], target=target, revisions=revisions, reply_to=row["reply_to"], ruling=ruling)


def _missing(name: str) -> InputMissing:
    return InputMissing(
        f"there is no note {name[:64]!r}", why="nothing of that id was written here", fix="check the id"
    )
