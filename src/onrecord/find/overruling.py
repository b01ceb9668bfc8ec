"""What people ruled on origins, brought to the documents at hand: who is joined, who stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from onrecord.data import OriginRuling

Ruled = dict[tuple[int, int], OriginRuling]
"""Rulings on documents at hand, by their places in order of time."""


def standing(rulings: Iterable[OriginRuling]) -> tuple[OriginRuling, ...]:
    """Return the last ruling on each pair of documents, but for those withdrawn; ``rulings`` come oldest first."""
    last = {frozenset(each.documents): each for each in rulings}
    return tuple(each for each in last.values() if each.together is not None)


def on(rulings: Sequence[OriginRuling], places: Mapping[str, int]) -> Ruled:
    """Return the rulings on documents that are both at hand, by their places, the earlier first."""
    found: Ruled = {}
    for each in rulings:
        if all(key in places for key in each.documents):
            one, other = sorted(places[key] for key in each.documents)
            found[one, other] = each
    return found


def rooted(parents: Sequence[int], ruled: Ruled, alone: Set[int]) -> list[int]:
    """Return for each place the first of its group: that of its parent, which comes before it, and those joined to it.

    Those ``alone`` have no parent. What would bring together two that were ruled apart joins nothing.
    """
    roots: list[int] = []
    for at, parent in enumerate(parents):
        roots.append(at if parent == at or at in alone else roots[parent])
    apart = [pair for pair, ruling in ruled.items() if not ruling.together]
    for (one, other), ruling in ruled.items():
        both = {roots[one], roots[other]}
        if ruling.together and not any({roots[first], roots[second]} == both for first, second in apart):
            roots = [min(both) if root in both else root for root in roots]
    return roots


def parted_from(origins: Sequence[str], ruled: Ruled) -> set[int]:
    """Return the places of the later of two documents that were ruled apart and have one origin all the same."""
    pairs = ((pair, ruling.together) for pair, ruling in ruled.items())
    return {other for (one, other), together in pairs if not together and origins[one] == origins[other]}
