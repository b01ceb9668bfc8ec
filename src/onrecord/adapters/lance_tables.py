"""The tables of an archive's folder: which one is the archive, and how another takes its place.

A table is made with its indexes in ``draft/`` and moved in by one rename, so it is there whole or not at all. Which of
them is the archive stands in the format file, which is replaced by one rename too. What a killed writer leaves of any
other, the next one deletes.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import lancedb
import pyarrow as pa

from onrecord.adapters.lance_folder import FORMAT_FILE, write_whole
from onrecord.adapters.lance_indexes import index_vectors, make_indexes

FIRST = "archive"
"""The table of an archive that nothing was ever deleted from; those after it are numbered from 2."""
_DRAFT = "draft"


def name_of(folder: Path) -> str:
    """Return the name of the table that is the archive of ``folder``, which has one or will."""
    described = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))
    return str(described.get("table", FIRST))


def make_table(folder: Path, name: str, schema: pa.Schema, rows: pa.RecordBatchReader | None = None) -> None:
    """Make a table with its indexes and, where there are any, rows; it appears when all of it is there."""
    draft = folder / _DRAFT
    shutil.rmtree(draft, ignore_errors=True)
    table = lancedb.connect(draft).create_table(name, schema=schema)
    if rows is not None:
        table.add(rows)
    make_indexes(table)
    index_vectors(table)
    (draft / f"{name}.lance").rename(folder / f"{name}.lance")
    shutil.rmtree(draft)


def replace_table(folder: Path, schema: pa.Schema, rows: pa.RecordBatchReader) -> None:
    """Make a table of ``rows`` the archive, and delete the one before it with every version it had."""
    described = json.loads((folder / FORMAT_FILE).read_text(encoding="utf-8"))
    number = int(described.get("table", FIRST).partition("-")[2] or 1) + 1
    make_table(folder, f"{FIRST}-{number}", schema, rows)
    write_whole(folder / FORMAT_FILE, json.dumps(described | {"table": f"{FIRST}-{number}"}))
    sweep(folder)


def sweep(folder: Path) -> None:
    """Delete every table but the archive, and what was left of one that was being made."""
    shutil.rmtree(folder / _DRAFT, ignore_errors=True)
    for other in folder.glob(f"{FIRST}*.lance"):
        if other.name != f"{name_of(folder)}.lance":
            shutil.rmtree(other)
