"""How much of a result fits into an answer, and where the next answer goes on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord import wire
from onrecord.data import Moment
from onrecord.errors import UsageError
from onrecord.text.moments import format_moment
from onrecord.wire import Json

_FORM = re.compile(r"(\d{1,9})~([0-9TZ:.-]*)~([0-9a-f]{12})")


class Cursor(NamedTuple):
    """Where a result goes on. Nothing is kept for it: the result is made again, and checked to be the same."""

    place: int
    as_of: str
    """The date that governs the first answer and all that go on from it; empty where none does."""
    of: str
    """A digest of what the result is made from."""

    def __str__(self) -> str:
        return f"{self.place}~{self.as_of}~{self.of}"


def date_of(given: str | None) -> str | None:
    """Return the date that a cursor carries, None where it carries none.

    Raises:
        UsageError: it is no cursor.
    """
    return (_read(given).as_of or None) if given else None


def cursor(given: str | None, *made_from: str, as_of: Moment | None = None) -> Cursor:
    """Return where the result made from these goes on: at its beginning, where no cursor is given.

    Raises:
        UsageError: it is no cursor, or that of another result.
    """
    of = hashlib.sha256(repr(made_from).encode("utf-8", "backslashreplace")).hexdigest()[:12]
    begun = Cursor(0, format_moment(as_of) if as_of else "", of)
    if not given:
        return begun
    read = _read(given)
    if read.of != of:
        raise UsageError(
            "the cursor belongs to another result",
            why="the arguments differ from those of the first call, or the archive has changed since",
            fix="call again without the cursor",
        )
    return begun._replace(place=read.place)


def _read(given: str) -> Cursor:
    match = _FORM.fullmatch(given)
    if match is None:
        fix = "give the next_cursor of the answer before as it is, or none"
        raise UsageError(f"{given[:60]!r} is no cursor", why="it was not given out by this tool", fix=fix)
    return Cursor(int(match[1]), match[2], match[3])


def fitting(items: Sequence[Json], start: int, characters: int) -> tuple[Sequence[Json], int]:
    """Return the items from ``start`` on that fit, one at least, and the place of the first that does not."""
    end, room = start, characters
    while end < len(items):
        room -= len(wire.encode(items[end]))
        if room < 0 and end > start:
            break
        end += 1
    return items[start:end], end
