"""The tables of a place: which one is the archive, and how another takes its place.

A table is made with its indexes under a name that no other ever has, and is the archive once the format file names it,
which is replaced whole. What a killed writer leaves of any other, the next one deletes.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import uuid4

import lancedb
import pyarrow as pa
import pyarrow.compute as pc
from lancedb.table import Table

from onrecord.adapters.lance_indexes import index_vectors, make_indexes
from onrecord.adapters.lance_place import FORMAT_FILE, Place, Writer
from onrecord.adapters.lance_seals import broken, seal
from onrecord.errors import UsageError
from onrecord.ports import Entry

_NAME = "archive"
"""How the names of tables begin, and the whole name in archives from before their format file named it."""
_AT_ONCE = 1 << 15
"""Rows in memory at once: 60 MB."""
_KEPT = timedelta(minutes=10)
"""How long a superseded version stays readable for those who opened the archive before."""


def name_of(place: Place) -> str | None:
    """Return the name of the table that is the archive of ``place``; None before anything was added."""
    described = _described(place)
    if "table" in described:
        return None if described["table"] is None else str(described["table"])
    return _NAME if _NAME in place.tables() else None


def open_table(place: Place, session: lancedb.Session) -> Table | None:
    """Open the table that is the archive of ``place`` at its newest version; None before anything was added."""
    name = name_of(place)
    return lancedb.connect(place.uri, session=session).open_table(name) if name else None


def begin(place: Place, writer: Writer, session: lancedb.Session, *, late: bool) -> Table | None:
    """Open the table as :func:`open_table` does, to be written to: what was left is deleted, what is late is shut out.

    Late is the commit of a writer before, or one of this writer's own of which it never heard.
    """
    sweep(place, writer)
    table = open_table(place, session)
    if table is not None and (writer.took_over or (late and not place.lock_ends_with_process)):
        shut_out(table)
    writer.settle()
    return table


def _described(place: Place) -> dict[str, Any]:
    described: dict[str, Any] = json.loads(place.read(FORMAT_FILE) or "{}")
    return described


def every_row(table: Table) -> Iterator[pa.RecordBatch]:
    """Yield all rows in the order they were written; the store hands over one answer whole, so a part is asked for."""
    for start in range(0, table.count_rows(), _AT_ONCE):
        yield from table.search().limit(_AT_ONCE).offset(start).to_batches()


def make_table(place: Place, writer: Writer, schema: pa.Schema, rows: Iterable[pa.Table] = ()) -> None:
    """Make a table with its indexes and, where there are any, rows the archive; it is so when all of it is there."""
    name = f"{_NAME}-{uuid4().hex}"
    table = lancedb.connect(place.uri).create_table(name, schema=schema)
    for part in rows:
        table.add(part)
    make_indexes(table)
    index_vectors(table)
    writer.write(FORMAT_FILE, json.dumps(_described(place) | {"table": name}))
    seal(place, writer)


def dimensions_of(place: Place, table: Table | None, entries: Sequence[Entry]) -> int:
    """Return how many numbers the vectors of ``entries`` have.

    Raises:
        UsageError: not all have as many, or those held in the table have others.
    """
    given = {entry.vectors.shape[1] for entry in entries}
    held = given if table is None else {table.schema.field("vector").type.list_size}
    if given != held or len(held) != 1:
        why = f"its vectors have {sorted(held)} numbers and the new ones {sorted(given)}"
        fix = "use the model the archive was made with, or add everything again into a new one"
        raise UsageError(f"the documents do not fit the archive {place}", why=why, fix=fix)
    return int(held.pop())


def replace_table(place: Place, writer: Writer, table: Table, *, without: Collection[str]) -> None:
    """Make a table without some documents the archive, and delete the one before it with every version it had."""
    make_table(place, writer, table.schema, _parts(table, pa.array(sorted(without), pa.string())))
    sweep(place, writer)


def merge(place: Place, writer: Writer, table: Table, session: lancedb.Session) -> Table | None:
    """Bring the indexes of a table up to date, merge its files, delete what nobody reads any more; return the table.

    Where a file of an index is damaged all of them are made anew, with the table.
    """
    if broken(place, table) is not None:
        replace_table(place, writer, table, without=())
        return open_table(place, session)
    index_vectors(table)
    table.optimize(cleanup_older_than=_KEPT, delete_unverified=place.lock_ends_with_process)
    seal(place, writer)
    return table


def _parts(table: Table, without: pa.Array) -> Iterator[pa.Table]:
    """Yield the rows of all other documents, as many as are held in memory at once."""
    kept: list[pa.RecordBatch] = []
    for rows in every_row(table):
        kept.append(rows.filter(pc.invert(pc.is_in(rows["document_id"], without))))
        if sum(part.num_rows for part in kept) >= _AT_ONCE:
            yield pa.Table.from_batches(kept)
            kept = []
    if kept:
        yield pa.Table.from_batches(kept)


def sweep(place: Place, writer: Writer) -> None:
    """Delete every table but the archive.

    They are listed before it is made sure that nobody took over, and no name is used twice; so, however late it deletes
    them, none is one that another writer makes.
    """
    held, named = place.tables(), name_of(place)
    writer.prove()
    for other in held:
        if other != named and other.startswith(_NAME):
            place.drop(other)


def shut_out(table: Table) -> None:
    """Let no commit pass that began before, and lose none that came before this was done.

    The store refuses what began before a restoration. But a restoration passes over what was committed since the
    version that it restores. The rows of a table only ever become more, so the fullest version is restored until none
    is fuller, which also makes good what a process left that was killed at this.
    """
    while True:
        fullest = max(table.list_versions(), key=lambda each: (_rows(each), each["version"]))
        table.checkout(fullest["version"])
        table.restore()
        if table.count_rows() == max(map(_rows, table.list_versions())):
            return


def _rows(version: dict[str, Any]) -> int:
    return int(version["metadata"]["total_rows"])
