"""A careful look at JSON: every value is taken as a kind, and what is wrong is named with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

from onrecord.data import Document, Moment
from onrecord.errors import InputMalformed
from onrecord.text.moments import parse_moment

Thing = TypeVar("Thing")
Choice = TypeVar("Choice", bound=StrEnum)

Documents = Mapping[str, Document]
"""The documents that are cited, by id."""


@dataclass(frozen=True, slots=True)
class View:
    """A JSON value and where it stands, such as ``verdicts[3].label``."""

    value: Any
    place: str = ""

    def __getitem__(self, key: str) -> View:
        """Return a field of an object."""
        if not isinstance(self.value, dict):
            self.refuse("is no object")
        if key not in self.value:
            self.refuse(f"has no {key!r}")
        return View(self.value[key], f"{self.place}.{key}".lstrip("."))

    def later(self, key: str, before: object) -> View:
        """Return a field of an object that came after its first shape; ``before`` is what its absence means."""
        if isinstance(self.value, dict) and key not in self.value:
            return View(before, f"{self.place}.{key}".lstrip("."))
        return self[key]

    def __iter__(self) -> Iterator[View]:
        """Return the items of a list."""
        if not isinstance(self.value, list):
            self.refuse("is no list")
        return (View(item, f"{self.place}[{index}]") for index, item in enumerate(self.value))

    def fields(self) -> Iterator[tuple[str, View]]:
        """Return the names and values of an object, in order."""
        if not isinstance(self.value, dict):
            self.refuse("is no object")
        return ((key, self[key]) for key in self.value)

    def each(self, read: Callable[[View], Thing]) -> tuple[Thing, ...]:
        """Return what ``read`` makes of the items of a list."""
        return tuple(read(item) for item in self)

    def maybe(self, read: Callable[[View], Thing]) -> Thing | None:
        """Return what ``read`` makes of the value, or None for ``null``."""
        return None if self.value is None else read(self)

    def words(self) -> str:
        """Return a string."""
        return self.value if isinstance(self.value, str) else self.refuse("is no string")

    def count(self) -> int:
        """Return a whole number."""
        if isinstance(self.value, int) and not isinstance(self.value, bool):
            return self.value
        return self.refuse("is no whole number")

    def number(self) -> float:
        """Return a number."""
        if isinstance(self.value, (int, float)) and not isinstance(self.value, bool):
            return float(self.value)
        return self.refuse("is no number")

    def flag(self) -> bool:
        """Return true or false."""
        return self.value if isinstance(self.value, bool) else self.refuse("is neither true nor false")

    def among(self, kinds: type[Choice]) -> Choice:
        """Return a member of an enumeration."""
        words = self.words()
        return kinds(words) if words in {*kinds} else self.refuse(f"is none of {', '.join(kinds)}")

    def moment(self) -> Moment:
        """Return a day or an instant."""
        try:
            return parse_moment(self.words())
        except (ValueError, OverflowError):
            self.refuse("is no ISO 8601 day, nor an instant with its zone")

    def refuse(self, why: str) -> NoReturn:
        """Say what is wrong with this value.

        Raises:
            InputMalformed: always.
        """
        raise InputMalformed(
            f"{self.place or 'the whole'} {why}",
            why="the JSON is not in the shape its schema gives",
            fix="compare it with the schema of its kind in schema/",
        )
