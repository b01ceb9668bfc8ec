"""The tables of an archive's folder: which one is the archive, and how another takes its place.

A table is made with its indexes in ``draft/`` and moved in by one rename, so it is there whole or not at all. Which of
them is the archive stands in the format file, which is replaced by one rename too. What a killed writer leaves of any
other, the next one deletes.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import lancedb
import pyarrow as pa
import pyarrow.compute as pc
from lancedb.table import Table

from onrecord.adapters.lance_folder import FORMAT_FILE, write_whole
from onrecord.adapters.lance_indexes import index_vectors, make_indexes

FIRST = "archive"
"""The table of an archive that nothing was ever deleted from; those after it are numbered from 2."""
_DRAFT = "draft"
_AT_ONCE = 1 << 15
"""Rows in memory at once: 60 MB."""


def name_of(folder: Path) -> str:
    """Return the name of the table that is the archive of ``folder``, which has one or will."""
    described = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))
    return str(described.get("table", FIRST))


def every_row(table: Table) -> Iterator[pa.RecordBatch]:
    """Yield all rows in the order they were written; the store hands over one answer whole, so a part is asked for."""
    for start in range(0, table.count_rows(), _AT_ONCE):
        yield from table.search().limit(_AT_ONCE).offset(start).to_batches()


def make_table(folder: Path, name: str, schema: pa.Schema, rows: Iterable[pa.Table] = ()) -> None:
    """Make a table with its indexes and, where there are any, rows; it appears when all of it is there."""
    draft = folder / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    table = lancedb.connect(draft).create_table(name, schema=schema)
    for part in rows:
        table.add(part)
    make_indexes(table)
    index_vectors(table)
    (draft / f"{name}.lance").rename(folder / f"{name}.lance")
    shutil.rmtree(draft)


def replace_table(folder: Path, table: Table, *, without: Collection[str]) -> None:
    """Make a table without some documents the archive, and delete the one before it with every version it had."""
    described = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))
    number = int(described.get("table", FIRST).partition("-")[2] or 1) + 1
    make_table(folder, f"{FIRST}-{number}", table.schema, _parts(table, pa.array(sorted(without), pa.string())))
    write_whole(folder / FORMAT_FILE, json.dumps(described | {"table": f"{FIRST}-{number}"}))
    sweep(folder)


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


def sweep(folder: Path) -> None:
    """Delete every table but the archive, and what was left of one that was being made."""
    shutil.rmtree(folder / _DRAFT, ignore_errors=True)
    for other in folder.glob(f"{FIRST}*.lance"):
        if other.name != f"{name_of(folder)}.lance":
            shutil.rmtree(other)
