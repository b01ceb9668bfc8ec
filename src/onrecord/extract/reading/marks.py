"""A text without the marks of links and notes in its sentences, which are no words of them.

"The [report](https://…) names him [1][2]." is read as "The report names him."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.data import Span
from onrecord.text.spans import Reading

_NOTE = r"\[\^?\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,9}\](?![(:])|【\d{1,3}†?[^】\n]{0,80}】"
_RAISED = r"(?<=[^\W\d_]|[.!?,”’\"')])(?<!\b[kcm]m)(?<!\b[mk])(?<!\bft)[⁰¹²³⁴-⁹]{1,3}"
_URL = r"\(https?://[^)\s]{1,2000}\)"
_MARK = re.compile("[\\[【⁰¹²³⁴-⁹]")
"""Every mark has one of these; most texts have none."""
_MARKS = re.compile(
    rf"[ ]?\[\^?\d{{1,3}}\]{_URL}"
    r"|\[(?=[^\[\]\n]{1,300}\]\(https?://)|(?<=[^\[\n])\]"
    rf"{_URL}|{_RAISED}|(?<=[^\s\[])(?:[ ]?(?:{_NOTE}))+"
)
"""A note's mark stands behind a word or sign; one that opens a line heads the note itself."""


def unmarked_reading(text: str, pieces: Iterable[Span]) -> Reading:
    """Return pieces of a text read as one, without marks of links and notes."""
    pieces = tuple(pieces)
    if not _MARK.search(text):
        return Reading.of(text, pieces)
    return Reading.of(text, (part for piece in pieces for part in _between(text, piece)))


def _between(text: str, piece: Span) -> Iterator[Span]:
    """Yield what stands between the marks of a piece."""
    start = piece.start
    for mark in _MARKS.finditer(text, piece.start, piece.end):
        if mark.start() > start:
            yield Span(start=start, end=mark.start())
        start = mark.end()
    if start < piece.end:
        yield Span(start=start, end=piece.end)
