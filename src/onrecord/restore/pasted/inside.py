"""Sentences and headings inside a sentence of the page, told by their form alone, whatever they speak of.

A sentence that stands whole in another has two joins: it begins behind a word after which a sentence goes on, and
behind its full stop that goes on in a small letter. A heading has its mark and its capitals. No line of 14,202 articles
has either.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from onrecord.data import Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.ends import BREAKS, removal
from onrecord.restore.pasted.joins import OPENING
from onrecord.restore.pasted.proposals import overlaps

_SCORE = 0.9
_FEWEST = 5  # words of a sentence
_MOST = 3  # headings in sentences; where there are more, the page has them itself
_LONG = 2_000  # characters of what stands in a sentence
_STOP = re.compile(r"[.!?](?:(?<=[a-z\d]{3}.)|(?<= [A-Z].))[”\"’)]* ?(?=[a-z]{2,}[ ,])")
"""A full stop behind which a sentence goes on; what stands before it is looked at last."""
_SMALL = r"(?:a|an|and|as|at|by|for|from|in|is|its|of|on|or|over|the|to|vs\.?|with) "
_MARKS = ("## ", "Title: ", "Headline: ", "Subheading: ", "Heading: ", "Caption: ")
_HEADED = re.compile(
    r"(?:#{2,4} |(?:Title|Headline|Subheading|Heading|Caption): )"
    rf"(?:[A-Z\d][\w’'&-]*[:,]? (?:{_SMALL}){{0,3}}){{3,20}}"
)
_BROKEN = re.compile(r"[\w,][ “\"]\Z")
_LAST = re.compile(rf"(?:{_SMALL})+\Z")
_QUOTES = re.compile(r"[“”\"]")


def with_inside(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Add the sentences and headings that stand inside a sentence of the page to what is ``found``."""
    spans = [*_sentences(text, lines), *_headings(text)]
    if not spans:  # as on most pages
        return list(found)
    known = sorted((one.span for one in found if one.status is RemovalStatus.REMOVED), key=lambda span: span.start)
    made = [
        removal(span, RemovalKind.CHATBOT_REPLY, BREAKS, True, _SCORE) for span in spans if not overlaps(span, known)
    ]
    return [*(one for one in found if not any(one.span.overlaps(other.span) for other in made)), *made]


def _sentences(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Yield what stands between the one place of a line where a sentence breaks off and the one where it goes on."""
    for line, stops in groupby(_STOP.finditer(text), lambda stop: _line(lines, stop.start())):
        stop, *others = stops
        if others or line is None or len(line) > _LONG:
            continue
        opened = [at.start(at.lastgroup or 0) for at in OPENING.finditer(text, line.start, stop.start())]
        opened = [at for at in opened if text[at : line.end].partition(" ")[2][:1].islower()]
        words = text[opened[0] : stop.end()] if len(opened) == 1 else ""
        if len(words.split()) >= _FEWEST and not _QUOTES.search(words):
            yield _spaced(text, Span(start=opened[0], end=stop.end()))


def _headings(text: str) -> Iterator[Span]:
    """Yield the headings, all in capitals, behind which a sentence goes on in a small letter.

    Where the last word is a name that stands elsewhere too, the sentence may go on with it.
    """
    if not any(mark in text for mark in _MARKS):
        return
    found = []
    for at in _HEADED.finditer(text):
        small = _LAST.search(text, at.start(), at.end())
        span = Span(start=at.start(), end=small.start() if small else at.end())
        broken = _BROKEN.search(text[max(0, span.start - 2) : span.start])
        if broken and text[span.end : span.end + 1].islower() and text[span.end - 1] == " ":
            found.append(span)
    for span in found if len(found) <= _MOST else ():
        name = re.escape(span.cut(text).rsplit(maxsplit=1)[-1])
        if all(span.start <= at.start() < span.end for at in _named(name, text)):
            yield _spaced(text, span)


def _named(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<=[a-z,] ){name}\b", text)


def _spaced(text: str, span: Span) -> Span:
    """Leave one space where what it broke has none before it."""
    spaced = text[span.start - 1 : span.start] == " "
    return span if spaced else Span(start=span.start, end=len(text[: span.end].rstrip()))


def _line(lines: Sequence[Span], at: int) -> Span | None:
    n = bisect_right(lines, at, key=lambda line: line.start) - 1
    return lines[n] if n >= 0 and lines[n].end > at else None
