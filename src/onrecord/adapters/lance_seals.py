"""Digests of the files of an archive's indexes: whether each is what was written.

The rows of a document prove themselves; indexes are made of them and prove nothing. So whoever made them in a folder
keeps a digest of each of their files, and from rows that are whole they can be made anew. A bucket holds what lies in
it against checksums of its own.
"""

from __future__ import annotations

import json
from hashlib import file_digest
from pathlib import Path
from typing import Any, cast

from lancedb.table import Table

from onrecord.adapters.lance_place import Place, Writer
from onrecord.errors import ArchiveDamaged

SEALS_FILE = "indexes.json"
_INDEXES = ".lance/_indices/"
"""What stands in the path of a file between the name of its table and that of its index."""


def seal(place: Place, writer: Writer) -> None:
    """Keep the digest of each file of an index that has none yet, and of none that is gone; they never change."""
    if not isinstance(place.uri, Path):
        return
    held = _sealed(place)
    found = {name: held.get(name) or _digest(place, name) for name, _ in place.files() if _INDEXES in name}
    if found != held:
        writer.write(SEALS_FILE, json.dumps(found, indent=0, sort_keys=True))


def broken(place: Place, table: Table) -> str | None:
    """Return a file of the table's indexes that is not what was written, or is gone; None where there is none."""
    for name, digest in sorted(_sealed(place).items()):
        home, _, rest = name.partition(_INDEXES)
        if home != table.name:
            continue
        try:
            whole = _digest(place, name) == digest
        except FileNotFoundError:  # merging deletes those that no version needs
            whole = rest.partition("/")[0] not in _used(table)
        if not whole:
            return name
    return None


def prove(place: Place, table: Table) -> None:
    """Hold the files of the table's indexes against their digests.

    Raises:
        ArchiveDamaged: one is not what was written.
    """
    if (name := broken(place, table)) is not None:
        why = f"{name} of an index is not what was written; every document is"
        fix = "`onrecord archive compact` makes the indexes anew from the documents"
        raise ArchiveDamaged(f"an index of the archive {place} is damaged", why=why, fix=fix)


def _sealed(place: Place) -> dict[str, str]:
    """Return the digests kept; none where they cannot be read, for nothing can be said then."""
    try:
        held = json.loads(place.read(SEALS_FILE) or "{}")
    except ValueError:
        return {}
    return held if isinstance(held, dict) else {}


def _digest(place: Place, name: str) -> str:
    with place.open(name) as file:
        return file_digest(cast("Any", file), "sha256").hexdigest()


def _used(table: Table) -> set[str]:
    return {str(index.index_uuid) for index in table.list_indices()}
