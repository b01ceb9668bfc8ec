"""Where a block stands: in the element that holds the running text or beside it, among which others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.data import RawBlock
from onrecord.restore.blocks.numbered import numbered
from onrecord.restore.blocks.own import OWN, Matrix

PLACE = tuple(
    "link stressed depth order above below running_size in_main main_share parent_share grand_share third_share "
    "of_parent group_count group_share shape_count shape_share shape_order from_headline from_first from_last "
    "running".split()
)
"""The columns of :func:`places`."""

_LEAST = 60  # characters of running text
_UNENDED = 200  # characters from which a block is running text without a full stop
_MOST = 0.7  # share of the text in the heaviest element that a deeper one must still hold
_STEP = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Layout:
    """The elements of a page's blocks."""

    parents: tuple[str, ...]
    shapes: tuple[str, ...]
    """Each block's path without numbers: what repeats on a page has one shape."""
    parent_of: NDArray[np.int64]
    """The number of each block's parent, as of its shape and of its group."""
    shape_of: NDArray[np.int64]
    group_of: NDArray[np.int64]
    """Each block's parent and tag: brothers of one kind."""
    sizes: NDArray[np.float64]

    @classmethod
    def of(cls, raws: Sequence[RawBlock], sizes: Sequence[float]) -> Layout:
        """Read the paths of a page's blocks."""
        paths = [raw.element or "" for raw in raws]
        parents = tuple(path.rpartition("/")[0] for path in paths)
        steps = [_shape(path[len(up) :]) for path, up in zip(paths, parents, strict=True)]
        shapes = tuple(_shape(up) + step for up, step in zip(parents, steps, strict=True))
        groups = numbered(zip(parents, steps, strict=True))
        lengths = np.array(sizes, dtype=np.float64)
        return cls(parents, shapes, numbered(parents).of, numbered(shapes).of, groups.of, lengths)


@lru_cache(maxsize=20_000)
def _shape(path: str) -> str:
    return _STEP.sub("", path)


def places(raws: Sequence[RawBlock], layout: Layout, own: Matrix) -> Matrix:
    """Return where each block stands, shape (blocks, len(PLACE))."""
    count, sizes = len(raws), layout.sizes
    links = np.array([raw.link_share for raw in raws])
    ended = own[:, OWN.index("ended")] > 0
    runs = (sizes >= _LEAST) & (links < 0.5) & (ended | (sizes >= _UNENDED))
    mass = np.where(runs, sizes, 0.0)
    total = max(1.0, mass.sum())
    held = _held([raw.element or "" for raw in raws], mass)
    best = max(held.values(), default=0.0)
    deep = (path for path, weight in held.items() if weight >= _MOST * best)
    main = max(deep, key=lambda path: path.count("/"), default="")
    inside = np.array([bool(main) and (raw.element or "").startswith(f"{main}/") for raw in raws])
    grands = [path.rpartition("/")[0] for path in layout.parents]
    thirds = [path.rpartition("/")[0] for path in grands]
    before = np.cumsum(mass) - mass
    order = np.arange(count)
    within = np.flatnonzero(inside & runs)
    first, last = (within[0], within[-1]) if len(within) else (0, count - 1)
    of_parent, _ = _totals(layout.parent_of, sizes)
    group_share, group_count = _totals(layout.group_of, mass)
    shape_share, shape_count = _totals(layout.shape_of, mass)
    return np.column_stack(
        (
            links,
            [raw.stressed_share for raw in raws],
            [(raw.element or "").count("/") for raw in raws],
            order / count,
            before / total,
            1.0 - (before + mass) / total,
            np.log1p(mass),
            inside,
            np.full(count, held.get(main, 0.0) / total),
            [held.get(path, 0.0) / total for path in layout.parents],
            [held.get(path, 0.0) / total for path in grands],
            [held.get(path, 0.0) / total for path in thirds],
            sizes / of_parent,
            np.log1p(group_count),
            group_share / total,
            np.log1p(shape_count),
            shape_share / total,
            np.log1p(_order(layout.shape_of)),
            np.clip(order - _headline(layout, own), -40, 80),
            np.clip(order - first, -60, 80),
            np.clip(order - last, -80, 40),
            runs,
        )
    ).astype(np.float32)


def _held(paths: Sequence[str], mass: NDArray[np.float64]) -> dict[str, float]:
    """Return the running text that each element holds."""
    held: dict[str, float] = defaultdict(float)
    for path, weight in zip(paths, mass, strict=True):
        at = path.rfind("/") if weight else -1
        while at > 0:
            path = path[:at]  # noqa: PLW2901 (up the path, element by element)
            held[path] += weight
            at = path.rfind("/")
    return held


def _totals(names: NDArray[np.int64], weights: NDArray[np.float64]) -> tuple[Matrix, Matrix]:
    """Return for each block the weight of all of its name, and their number."""
    return np.bincount(names, weights)[names], np.bincount(names)[names]


def _order(names: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return for each block how many of its name came before it."""
    by_name = np.argsort(names, kind="stable")
    counts = np.bincount(names)
    order = np.empty_like(names)
    order[by_name] = np.arange(len(names)) - np.repeat(np.cumsum(counts) - counts, counts)
    return order


def _headline(layout: Layout, own: Matrix) -> int:
    """Return the first block that says the title, else the first in an ``h1``, else the first."""
    titled = np.flatnonzero(own[:, OWN.index("title")])
    if len(titled):
        return int(titled[0])
    return next((n for n, shape in enumerate(layout.shapes) if shape.endswith("/h1")), 0)
