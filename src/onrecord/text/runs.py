"""The longest run of words that two texts share, and where it stands in each."""

from __future__ import annotations

import re
from itertools import islice

import numpy as np

from onrecord.data import Span
from onrecord.text.shingles import SIZE, run_hashes

_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]|\w+")
"""A word, or a letter where words have no spaces between them."""


def longest_run(one: str, other: str) -> tuple[Span, Span] | None:
    """Return where the longest run of words stands in either text, or None where they share no run of six.

    Of a run that ``other`` says more than once the first place counts. Linear in the two texts.
    """
    said, heard = _words(one), _words(other)
    mine, theirs = run_hashes(said, SIZE), run_hashes(heard, SIZE)
    known, places = np.unique(theirs, return_index=True)
    best, start, place = 0, 0, 0
    after = 0
    for at in np.flatnonzero(np.isin(mine, known)).tolist():
        if at < after:
            continue
        begun = int(places[np.searchsorted(known, mine[at])])
        length = 0
        while at + length < len(said) and begun + length < len(heard) and said[at + length] == heard[begun + length]:
            length += 1
        if length > best:
            best, start, place = length, at, begun
        after = at + max(0, length - SIZE) + 1
    if best < SIZE:
        return None
    return _span(one, start, start + best), _span(other, place, place + best)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(text)]


def _span(text: str, first: int, end: int) -> Span:
    words = list(islice(_TOKEN.finditer(text), first, end))
    return Span(start=words[0].start(), end=words[-1].end())
