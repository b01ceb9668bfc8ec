"""A paragraph cut up for the attribution tagger: tokens, sentences, quotations, and what is known of its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import Span
from onrecord.extract.reading.quotes import quoted
from onrecord.extract.reading.tokens import tokenize
from onrecord.text.sentences import sentences

_LONGEST = 1_000
"""Tokens read in one go, more than a paragraph of news has: what runs on longer is cut where a sentence ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph with its tokens, sentences and quotations as spans of its text."""

    text: str
    tokens: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    continues: bool = False
    """The paragraph before left a quotation open."""
    announced: bool = False
    """The paragraph before ended with a colon."""

    @property
    def is_open(self) -> bool:
        """Whether a quotation is left open at its end."""
        return bool(self.quotes) and self.quotes[-1].end == len(self.text)


def paragraph_of(
    text: str, *, language: str | None = None, continues: bool = False, announced: bool = False
) -> Paragraph:
    """Cut a paragraph into tokens, sentences and quotations."""
    return Paragraph(
        text=text,
        tokens=tokenize(text),
        sentences=sentences(text, language),
        quotes=quoted(text),
        continues=continues,
        announced=announced,
    )


def parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph whole, or cut where sentences end when it is too long to be read in one go.

    Every sentence belongs to the part it begins in.
    """
    if len(paragraph.tokens) <= _LONGEST:
        if paragraph.tokens:
            yield paragraph
        return
    begin = 0
    ends = [sentence.end for sentence in paragraph.sentences]
    while begin < len(paragraph.tokens):
        tokens = paragraph.tokens[begin : begin + _LONGEST]
        last = bisect_right(ends, tokens[-1].end) - 1
        if last >= 0 and ends[last] > tokens[0].start:
            tokens = tuple(token for token in tokens if token.start < ends[last])
        reach = Span(start=tokens[0].start, end=tokens[-1].end)
        begun = [sentence for sentence in _overlapping(paragraph.sentences, reach) if sentence.start >= reach.start]
        yield replace(paragraph, tokens=tokens, sentences=tuple(begun), quotes=_overlapping(paragraph.quotes, reach))
        begin += len(tokens)


def _overlapping(spans: Sequence[Span], reach: Span) -> tuple[Span, ...]:
    """Return those of ``spans``, in order and disjoint, that share a character with ``reach``."""
    first = bisect_right(spans, reach.start, key=lambda span: span.end)
    return tuple(spans[first : bisect_left(spans, reach.end, key=lambda span: span.start)])
