"""The longest run of words that two texts share, and where it stands in each."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.text.shingles import SIZE

_TOKEN = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7ff]|\w+")
"""A word, or a letter where words have no spaces between them."""


def longest_run(one: str, other: str) -> tuple[Span, Span] | None:
    """Return where the longest run of words stands in either text, or None where they share no run of six.

    Of a run that ``other`` says more than once the first place counts. Linear in the two texts.
    """
    here, there = list(_TOKEN.finditer(one)), list(_TOKEN.finditer(other))
    said, heard = [token[0].lower() for token in here], [token[0].lower() for token in there]
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(heard) - SIZE + 1):
        places.setdefault(tuple(heard[at : at + SIZE]), at)
    best, start, place = 0, 0, 0
    at = 0
    while at <= len(said) - SIZE:
        begun = places.get(tuple(said[at : at + SIZE]))
        if begun is None:
            at += 1
            continue
        length = SIZE
        while at + length < len(said) and begun + length < len(heard) and said[at + length] == heard[begun + length]:
            length += 1
        if length > best:
            best, start, place = length, at, begun
        at += length - SIZE + 1
    if not best:
        return None
    return (
        Span(start=here[start].start(), end=here[start + best - 1].end()),
        Span(start=there[place].start(), end=there[place + best - 1].end()),
    )
