"""Numbers for the names of a page's blocks, by which they are compared and counted all at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Numbered(Generic[Name]):
    """The name of each block as a number."""

    rows: dict[Name, int]
    """The number of each name, in the order in which they first stand."""
    of: NDArray[np.int64]
    """Shape (blocks,): the number of each block's name."""


def numbered(names: Iterable[Name]) -> Numbered[Name]:
    """Number names, one a block."""
    rows: dict[Name, int] = {}
    of = [rows.setdefault(name, len(rows)) for name in names]
    return Numbered(rows, np.array(of, dtype=np.int64))
