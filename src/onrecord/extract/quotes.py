"""Quotation marks: where quoted words begin and end within a paragraph."""

from __future__ import annotations

from onrecord.data import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"'}


def quoted(paragraph: str) -> tuple[Span, ...]:
    """Return the spans inside quotation marks, marks left out; one left open runs to the paragraph's end.

    News leaves a quotation open at the end of a paragraph when the next one goes on with it.
    """
    found = []
    opened: tuple[int, str] | None = None
    for at, sign in enumerate(paragraph):
        if opened is not None and sign in opened[1]:
            if at > opened[0]:
                found.append(Span(start=opened[0], end=at))
            opened = None
        elif opened is None and sign in _PAIRS:
            opened = (at + 1, _PAIRS[sign])
    if opened is not None and opened[0] < len(paragraph):
        found.append(Span(start=opened[0], end=len(paragraph)))
    return tuple(found)
