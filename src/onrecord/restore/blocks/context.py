"""The second look: what the first one took a block's neighbours, brothers and page for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.restore.blocks.measure import shifted
from onrecord.restore.blocks.own import Matrix
from onrecord.restore.blocks.place import Layout

_STEPS = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (5, 12)  # blocks to either side
_HEAVIEST = 400  # characters; a longer block counts no more
_SURE = 0.8  # likelihood of running text from which it marks the article's extent
_LEAST = 80  # characters of a block that does
_FAR = 30  # blocks


def context(likely: Matrix, layout: Layout, kinds: Sequence[str]) -> Matrix:
    """Return what the first look says of each block's surroundings.

    Args:
        likely: likelihoods of the first look, shape (blocks, kinds).
        layout: the elements of the blocks.
        kinds: names of the columns of ``likely``.
    """
    count = len(likely)
    weights = np.minimum(layout.sizes, _HEAVIEST)
    article = likely[:, [kinds.index(kind) for kind in ("body", "subhead", "list")]].sum(axis=1)
    heads = likely[:, [kinds.index(kind) for kind in ("headline", "standfirst", "byline", "dateline")]]
    mass = np.cumsum(article * weights)
    before, total = mass - article * weights, mass[-1] + 1.0
    sure = np.flatnonzero((likely[:, kinds.index("body")] > _SURE) & (weights >= _LEAST))
    order = np.arange(count)
    found = [
        likely,
        *(shifted(likely, step, 0.0) for step in _STEPS),
        _means(likely, layout.group_of, weights),
        _means(likely, layout.shape_of, weights),
        np.column_stack((before / total, 1.0 - mass / total)),
        np.column_stack((np.minimum(before, 2000), np.minimum(mass[-1] - mass, 2000))) / 2000,
        np.column_stack([_around(article, order, width) for width in _WINDOWS]),
        _to_sure(order, sure),
        np.minimum(np.cumsum(heads, axis=0) - heads, 3.0),
        np.tile(np.minimum(np.append(heads.sum(axis=0), article.sum()), 5.0), (count, 1)),
    ]
    return np.hstack(found).astype(np.float32)


def _means(likely: Matrix, names: Matrix, weights: Matrix) -> Matrix:
    """Return the weighted mean over all blocks of the same name."""
    whole = np.bincount(names, weights)
    sums = np.zeros((len(whole), likely.shape[1]))
    np.add.at(sums, names, likely * weights[:, None])
    means: Matrix = (sums / whole[:, None])[names]
    return means


def _around(article: Matrix, order: Matrix, width: int) -> Matrix:
    """Return the share of the article's text among the blocks up to ``width`` away."""
    sums = np.concatenate(([0.0], np.cumsum(article)))
    low, high = np.maximum(0, order - width), np.minimum(len(order), order + width + 1)
    found: Matrix = (sums[high] - sums[low]) / (high - low)
    return found


def _to_sure(order: Matrix, sure: Matrix) -> Matrix:
    """Return how far the nearest sure running text stands before and after, and its first and last."""
    if not len(sure):
        return np.full((len(order), 4), 3.0)
    after = np.searchsorted(sure, order, "left")
    before = np.searchsorted(sure, order, "right") - 1
    back = np.where(before >= 0, order - sure[np.maximum(before, 0)], _FAR)
    on = np.where(after < len(sure), sure[np.minimum(after, len(sure) - 1)] - order, _FAR)
    ends = (np.clip(order - sure[0], -20, 1), np.clip(order - sure[-1], -1, 20))
    return np.column_stack((np.log1p(np.minimum(back, _FAR)), np.log1p(np.minimum(on, _FAR)), *ends))
