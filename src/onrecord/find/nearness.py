"""How near a passage is to a query, from the two texts alone: no other document changes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.text.words import terms


@lru_cache(maxsize=4_096)
def said(passage: str) -> tuple[str, ...]:
    """Return the terms of a passage; one page's statements bring up the same passages again and again."""
    return terms(passage)


def overlap(sought: Iterable[str], passage: str) -> float:
    """Return the share of the query's terms that the passage has, as if the query had one more: 0 to below 1.

    The one more makes a single word in common with a query of two words mean little.
    """
    sought = frozenset(sought)
    return len(sought & frozenset(said(passage))) / (len(sought) + 1)


def nearness(cosine: float, shared: float) -> float:
    """Return how near a passage is, 0 to 1: by meaning or by words, whichever is more."""
    return min(1.0, max(0.0, cosine, shared))
