"""The text of a statement: its own words, and in brackets what makes them readable alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.extract.reading.verbs import form_of
from onrecord.text.names import find_names
from onrecord.text.spans import gaps

_MARKUP = re.compile(r"^(?:>\s*|#{1,6}\s+|[-*•]\s+|\d{1,2}[.)/]\s+)+|\*{1,3}|__")
_TITLE = re.compile(
    r"(?:[-*•]\s+|\d{1,2}[.)]\s+)?(?:\*\*|__)?([A-Z][^\n:*_.!?]{2,48})(?::(?:\*\*|__)?|(?:\*\*|__):)\s+(?=[A-Z“\"\d])"
)
_SECTIONS = frozenset(
    "aftermath aid background casualties cause causes changes consequences context cost costs damage date dead "
    "deaths details developments displaced effects efforts evacuation evacuations facts figures funding history "
    "impact injured injuries inquiry investigation location measures missing money numbers operation operations "
    "outcome overview points politics reaction reactions relief rescue response responses result results "
    "situation sport sports status summary survivors timeline toll update updates victims weather what when where "
    "who why".split()
)
"""Last words of titles that stand before a sentence and only say what it is about: "**Death toll:** The ministry …"."""
_PHRASE_ENDS = re.compile(r"[,(;:]|\s(?:more|less|fewer|as|than)\s")
_SPACE = re.compile(r"\s+")
_LOOSE_SIGN = re.compile(r" [.,;:!?…](?:\s|$)")
"""A sign that a mark of stress parted from its word: "**31 people** ."."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to be put in brackets before or behind the character ``at``."""

    at: int
    span: Span
    """Where the words stand, in the text as it is read."""
    words: str
    leads: bool = False
    """They come before what stands there."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A text, with the spans its own words were cut from, and where in it each insertion stands."""

    text: str
    pieces: tuple[Span, ...]
    insertions: tuple[tuple[Span, Span], ...]
    """Where brackets stand in the text, the space beside them included, and where their words stand elsewhere."""


def unmarked(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Return ``pieces`` of a sentence without marks of lists, headings and stress, and without a title before it."""
    begin = _title(text)
    marks = tuple(Span(start=found.start(), end=found.end()) for found in _MARKUP.finditer(text, begin))
    marks = (Span(start=0, end=begin), *marks) if begin else marks
    if not marks:
        return tuple(pieces)
    own = (gap for gap in gaps(marks, len(text)))
    kept = (
        Span(start=max(one.start, piece.start), end=min(one.end, piece.end))
        for one in own
        for piece in pieces
        if one.overlaps(piece)
    )
    return tuple(sorted(kept, key=lambda span: span.start))


def _title(text: str) -> int:
    """Return where the title of a section ends that a sentence begins with.

    One that names something is kept, and one that says what a figure without a verb is of: "Cost: 412 million marks".
    """
    title = _TITLE.match(text)
    words = title[1].lower().split() if title else []
    if not title or words[-1] not in _SECTIONS or (len(words) > 1 and find_names(" ".join(words).capitalize())):
        return 0
    behind = _PHRASE_ENDS.split(text[title.end() :], maxsplit=1)[0].lower().split()
    counts = text[title.end()].isdigit() and not any(form_of(word.strip('*_”".')) for word in behind)
    return 0 if counts else title.end()


def word(text: str, pieces: Sequence[Span], insertions: Sequence[Insertion]) -> Worded:
    """Return the words of ``pieces`` of ``text`` as one, white space made single, with the insertions in brackets."""
    built: list[str] = []
    size = 0
    placed = []
    for words, insertion in _in_order(text, pieces, insertions):
        plain = _SPACE.sub(" ", words)
        if size == 0 or built[-1].endswith(" ") or (insertion is None and _LOOSE_SIGN.match(plain)):
            plain = plain.lstrip(" ")
        if insertion is not None:
            start = size
            if not insertion.leads and size and built[-1].endswith(" "):
                plain = plain.lstrip(" ")
            placed.append((Span(start=start, end=start + len(plain)), insertion.span))
        if plain:
            built.append(plain)
            size += len(plain)
    whole = "".join(built)
    return Worded(whole.rstrip(), tuple(pieces), tuple(placed))


def _in_order(
    text: str, pieces: Sequence[Span], insertions: Sequence[Insertion]
) -> Iterator[tuple[str, Insertion | None]]:
    """Yield own words and insertions in turn."""
    rest = sorted(insertions, key=lambda one: one.at)
    for piece in pieces:
        at = piece.start
        while rest and (rest[0].at < piece.end or (rest[0].at == piece.end and not rest[0].leads)):
            insertion = rest.pop(0)
            if insertion.at > at:
                yield text[at : insertion.at], None
                at = insertion.at
            yield (f"[{insertion.words}] " if insertion.leads else f" [{insertion.words}]"), insertion
        if at < piece.end:
            yield text[at : piece.end], None
