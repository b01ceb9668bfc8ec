"""All that is measured of a page's blocks, neighbours included."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from onrecord.data import Page
from onrecord.restore.blocks.hints import CALLED, called
from onrecord.restore.blocks.own import OWN, Matrix, own, size_of
from onrecord.restore.blocks.place import PLACE, Layout, places

_NEAR = ("characters", "words", "ended", "upper", "link", "stressed", "depth", "running")
_NAMED = ("tag h1", "tag h2", "tag h3", "tag h4", "tag figcaption", "tag li")
_STEPS = (-2, -1, 1, 2)

MEASURES = (
    *OWN,
    *PLACE,
    *CALLED,
    *(f"{name} {step:+}" for step in _STEPS for name in _NEAR),
    *(f"{name} {step:+}" for step in (-1, 1) for name in _NAMED),
    *(f"same {name} {step:+}" for step in _STEPS for name in ("parent", "shape")),
)
"""The columns of :attr:`Measured.values`."""
_NEAR_COLUMNS = [MEASURES.index(name) for name in _NEAR]
_NAMED_COLUMNS = [MEASURES.index(name) for name in _NAMED]


@dataclass(frozen=True, slots=True)
class Measured:
    """A page's blocks in figures."""

    values: Matrix
    """Shape (blocks, len(MEASURES))."""
    layout: Layout


def measure(page: Page) -> Measured:
    """Measure every block of a page."""
    raws = page.raw_blocks
    blocks = [raw.span.cut(page.document.text) for raw in raws]
    sizes = [size_of(block) for block in blocks]
    layout = Layout.of(raws, sizes)
    alone = own(blocks, sizes, page.document.title)
    values = np.hstack((alone, places(raws, layout, alone), called(raws, layout.shapes)))
    near = values[:, _NEAR_COLUMNS]
    named = values[:, _NAMED_COLUMNS]
    beside = [shifted(near, step) for step in _STEPS] + [shifted(named, step) for step in (-1, 1)]
    same = [_same(names, step) for step in _STEPS for names in (layout.parent_of, layout.shape_of)]
    return Measured(np.hstack((values, *beside, np.column_stack(same))).astype(np.float32), layout)


def shifted(rows: Matrix, step: int, fill: float = -1.0) -> Matrix:
    """Return for each row the one ``step`` rows on, ``fill`` where there is none."""
    found = np.full_like(rows, fill)
    if step > 0:
        found[:-step] = rows[step:]
    else:
        found[-step:] = rows[:step]
    return found


def _same(names: Matrix, step: int) -> Matrix:
    same: Matrix = shifted(names, step) == names  # no name has the number that stands for none
    return same
