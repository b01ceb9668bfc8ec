"""Where a block stands: in the element that holds the running text or beside it, among which others."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from onrecord.data import RawBlock
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
    groups: tuple[str, ...]
    """Each block's parent and tag: brothers of one kind."""
    sizes: NDArray[np.float64]

    @classmethod
    def of(cls, raws: Sequence[RawBlock], sizes: Sequence[float]) -> Layout:
        """Read the paths of a page's blocks."""
        paths = [raw.element or "" for raw in raws]
        parents = tuple(path.rpartition("/")[0] for path in paths)
        shapes = tuple(map(_shape, paths))
        groups = tuple(f"{up}>{shape.rpartition('/')[2]}" for up, shape in zip(parents, shapes, strict=True))
        return cls(parents, shapes, groups, np.array(sizes, dtype=np.float64))


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
    of_parent, _, _ = _totals(layout.parents, sizes)
    group_share, group_count, _ = _totals(layout.groups, mass)
    shape_share, shape_count, shape_order = _totals(layout.shapes, mass)
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
            np.log1p(shape_order),
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


def _totals(names: Sequence[str], weights: NDArray[np.float64]) -> tuple[NDArray[np.float64], list[int], list[int]]:
    """Return for each block the weight of all of its name, their number, and how many came before it."""
    weight: dict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    order = []
    for name, own in zip(names, weights, strict=True):
        order.append(count[name])
        count[name] += 1
        weight[name] += own
    return np.array([weight[name] for name in names]), [count[name] for name in names], order


def _headline(layout: Layout, own: Matrix) -> int:
    """Return the first block that says the title, else the first in an ``h1``, else the first."""
    titled = np.flatnonzero(own[:, OWN.index("title")])
    if len(titled):
        return int(titled[0])
    return next((n for n, shape in enumerate(layout.shapes) if shape.endswith("/h1")), 0)
