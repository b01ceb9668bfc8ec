"""A noun as a row: each of its fields is a column of its name, and its type says how that is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from onrecord.adapters.store import Row

_Noun = TypeVar("_Noun")


class Columns(Generic[_Noun]):
    """The columns of a noun, each of whose fields is a moment, a text, a number, a choice among a few, or None."""

    def __init__(self, noun: type[_Noun]) -> None:
        """Take them from the types of the noun's fields."""
        self._noun = noun
        self._reads = {name: _reads(hint) for name, hint in get_type_hints(noun).items()}
        self.names = ", ".join(self._reads)
        """As a query lists them."""
        self.marks = ", ".join("?" * len(self._reads))
        """Places for their values."""
        self.sets = ", ".join(f"{name} = ?" for name in self._reads)
        """As an update lists them."""

    def values(self, one: _Noun) -> tuple[Any, ...]:
        """Return what the columns hold."""
        return tuple(plain(getattr(one, name)) for name in self._reads)

    def read(self, row: Row) -> _Noun:
        """Return the noun of a row, which may have other columns too."""
        held = ((name, row[name], read) for name, read in self._reads.items())
        return self._noun(**{name: None if value is None else read(value) for name, value, read in held})


def plain(value: Any) -> Any:  # noqa: ANN401 (whatever a column holds)
    """Return a value as a column holds it: moments as ISO 8601 with microseconds, which sorts as time does."""
    return value.isoformat(timespec="microseconds") if isinstance(value, datetime) else value


def _reads(hint: Any) -> Callable[[Any], object]:  # noqa: ANN401 (a type, or one that may be None)
    """Return what makes the value of a field of a column; but for moments, it is the type itself."""
    kind: type
    (kind,) = (each for each in get_args(hint) or (hint,) if each is not NoneType)
    return datetime.fromisoformat if kind is datetime else kind
