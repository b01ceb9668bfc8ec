"""The longest run of words that two texts share, and where it stands in each."""

from __future__ import annotations

import re

import numpy as np

from onrecord.data import Span
from onrecord.text.codes import code_tokens, run_codes
from onrecord.text.shingles import SIZE

_TOKEN = re.compile(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]|\w+)")
"""A word, or a letter where words have no spaces between them."""


def longest_run(one: str, other: str) -> tuple[Span, Span] | None:
    """Return where the longest run of words stands in either text, or None where they share no run of six.

    Of a run that ``other`` says more than once the first place counts. Linear in the two texts.
    """
    here, there = _TOKEN.split(one), _TOKEN.split(other)
    said, heard = ([word.lower() for word in parts[1::2]] for parts in (here, there))
    mine, theirs = run_codes(code_tokens(said), SIZE), run_codes(code_tokens(heard), SIZE)
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
    return _span(here, start, best), _span(there, place, best)


def _span(parts: list[str], first: int, count: int) -> Span:
    """Return where so many words stand in a text, of which every second part is a word."""
    start = sum(map(len, parts[: 2 * first + 1]))
    return Span(start=start, end=start + sum(map(len, parts[2 * first + 1 : 2 * (first + count)])))
