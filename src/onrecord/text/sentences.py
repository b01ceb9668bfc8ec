"""Sentence boundaries, by sentencex (Wikimedia; rules for about 240 languages)."""

from __future__ import annotations

import sentencex

from onrecord.data import Span
from onrecord.text.spans import lines, trim


def sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """Return the sentences of ``text`` in order, trimmed; a line break always ends one.

    ``language`` is a BCP 47 primary tag; unknown ones fall back to rules that most languages share.
    """
    found = []
    for line in lines(text):
        words = line.cut(text)
        start = 0
        # The pieces are exhaustive, so their lengths give offsets whatever unit sentencex counts in.
        for piece in sentencex.segment(language or "en", words):
            end = start + len(piece)
            span = trim(words, Span(start=start, end=end)) if piece else None
            if span is not None:
                found.append(Span(start=line.start + span.start, end=line.start + span.end))
            start = end
    return tuple(found)
