"""Counting who stands behind evidence, each voice once."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.data import Evidence, Memento


def publisher_of(memento: Memento) -> str:
    """Return what tells a publisher from another: its name, or the document where no name is known."""
    return (memento.document.publisher or memento.document.id).casefold()


def count_origins(evidence: Iterable[Evidence]) -> int:
    """Return the largest number of pieces of which no two share an origin or a publisher.

    Wire copy carried by two papers is one, and so are two reports of one paper. It is the size of a maximum
    matching between origins and publishers, found by augmenting paths (Kuhn 1955).
    """
    carried: dict[str, set[str]] = {}
    for piece in evidence:
        carried.setdefault(piece.memento.origin, set()).add(publisher_of(piece.memento))
    matched: dict[str, str] = {}
    return sum(_match(origin, carried, matched, set()) for origin in sorted(carried))


def _match(origin: str, carried: dict[str, set[str]], matched: dict[str, str], tried: set[str]) -> bool:
    for publisher in sorted(carried[origin] - tried):
        tried.add(publisher)
        if publisher not in matched or _match(matched[publisher], carried, matched, tried):
            matched[publisher] = origin
            return True
    return False


def independent(one: Memento, other: Memento) -> bool:
    """Say whether two mementos share neither origin nor publisher."""
    return one.origin != other.origin and publisher_of(one) != publisher_of(other)
