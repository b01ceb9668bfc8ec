"""What people ruled on origins, beside the archive's table: a file of JSON Lines that only grows, a ruling a line."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from onrecord.adapters.lance_faults import damaged
from onrecord.adapters.lance_place import RULINGS_FILE, Place, Writer
from onrecord.data import OriginRuling
from onrecord.text.moments import format_moment, parse_moment


def read_rulings(place: Place) -> tuple[OriginRuling, ...]:
    """Return all rulings, the oldest first.

    Raises:
        ArchiveDamaged: their file is not what was written.
    """
    try:
        return tuple(map(_ruling, (place.read(RULINGS_FILE) or "").splitlines()))
    except (ValueError, KeyError, TypeError) as error:
        raise damaged(place, f"{RULINGS_FILE} cannot be read: {error}") from error


def write_rulings(writer: Writer, rulings: Iterable[OriginRuling]) -> None:
    """Write all rulings; the file is replaced whole or not at all."""
    writer.write(RULINGS_FILE, "".join(json.dumps(_line(each)) + "\n" for each in rulings))


def forget_documents(place: Place, writer: Writer, document_ids: Collection[str]) -> None:
    """Take out the rulings on documents that were deleted."""
    held = read_rulings(place)
    left = [each for each in held if not set(each.documents) & set(document_ids)]
    if len(left) < len(held):
        write_rulings(writer, left)


def _line(given: OriginRuling) -> dict[str, object]:
    one, other = given.documents
    return {
        "documents": [one, other],
        "together": given.together,
        "by": given.by,
        "reason": given.reason,
        "at": format_moment(given.at),
    }


def _ruling(line: str) -> OriginRuling:
    held = json.loads(line)
    one, other = held["documents"]
    return OriginRuling(
        documents=(one, other),
        together=held["together"],
        by=held["by"],
        reason=held["reason"],
        at=parse_moment(held["at"]),
    )
