"""How near a passage is to a query, from the two texts alone: no other document changes it."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.text.words import terms


def overlap(sought: Iterable[str], passage: str) -> float:
    """Return the share of the query's terms that the passage has, 0 to 1; 0 for a query without terms."""
    sought = frozenset(sought)
    return len(sought & frozenset(terms(passage))) / len(sought) if sought else 0.0


def nearness(cosine: float, shared: float) -> float:
    """Return how near a passage is, 0 to 1: by meaning or by words, whichever is more."""
    return min(1.0, max(0.0, cosine, shared))
