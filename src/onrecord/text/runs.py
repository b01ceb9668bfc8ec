"""The longest run of words that two texts share, and where it stands in each."""

from __future__ import annotations

import numpy as np

from onrecord.data import Span
from onrecord.text.codes import Codes, place_words, run_codes
from onrecord.text.shingles import SIZE

_FIRST_READ = 64
"""Words compared at once; twice as many each time that all are alike."""


def longest_run(one: str, other: str) -> tuple[Span, Span] | None:
    """Return where the longest run of words stands in either text, or None where they share no run of six.

    Of six words that ``other`` says more than once the first place counts, so that where words are said over and over a
    run may be cut short. Linear in the two texts.
    """
    (said, begins, ends), (heard, begun, ended) = place_words(one), place_words(other)
    mine, theirs = run_codes(said, SIZE), run_codes(heard, SIZE)
    places = np.argsort(theirs, kind="stable")
    firsts = np.searchsorted(theirs[places], mine)
    within = np.flatnonzero(firsts < len(places))
    shared = within[theirs[places[firsts[within]]] == mine[within]]
    best, start, place = 0, 0, 0
    after = 0
    for at in shared.tolist():
        if at < after:
            continue
        there = int(places[firsts[at]])
        length = _alike(said[at:], heard[there:])
        if length > best:
            best, start, place = length, at, there
        after = at + max(0, length - SIZE) + 1
    if best < SIZE:
        return None
    last, final = start + best - 1, place + best - 1
    return (
        Span(start=int(begins[start]), end=int(ends[last])),
        Span(start=int(begun[place]), end=int(ended[final])),
    )


def _alike(one: Codes, other: Codes) -> int:
    """Return how many words two texts have in common from their beginnings on, read no further than twice as far."""
    alike, some = 0, _FIRST_READ
    while some:
        some = min(some, len(one) - alike, len(other) - alike)
        differ = np.flatnonzero(one[alike : alike + some] != other[alike : alike + some])
        if len(differ):
            return alike + int(differ[0])
        alike, some = alike + some, 2 * some
    return alike
