"""What comes out of a file: pages, and what could not be read or is none, told in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from onrecord.data import Page
from onrecord.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something that is no document, and is no fault either: a picture, the answer of a server that failed."""

    why: str
    """In the plural, for there may be many: “are pictures”."""


Read = Page | InputError | LeftOut
"""What a reader yields; it raises an :class:`InputError` where it cannot go on."""

Refused = Callable[[InputError], None]
"""Told what could not be read, and why; reading then goes on."""

Passed = Callable[[LeftOut], None]
"""Told what was left out."""


def pages_of(items: Iterable[Read], *, refused: Refused | None = None, passed: Passed | None = None) -> Iterator[Page]:
    """Yield the pages among what is read, and tell of the rest.

    Raises:
        InputError: something could not be read, and there is no ``refused`` to tell of it.
    """
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, LeftOut):
            if passed is not None:
                passed(item)
        elif refused is None:
            raise item
        else:
            refused(item)
