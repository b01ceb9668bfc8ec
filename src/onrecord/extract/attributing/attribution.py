"""Who is said to have said what: source, cue and content, as the tagger reads it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import Attribution, Directness, Span
from onrecord.extract.reading.paragraphs import Paragraph
from onrecord.extract.reading.quotes import bare_words
from onrecord.extract.tagging.linking import Relation, link
from onrecord.extract.tagging.tagger import shipped
from onrecord.extract.tongues.hearsay import heard
from onrecord.extract.tongues.reporting import patterns

_THAT = re.compile(r"that\s+", re.IGNORECASE)
_ENDING = re.compile(r"[”“\"’'»)\].!?…]*")

_ALL_QUOTED = 0.9
"""Share of a content in quotation marks from which it is direct: commas and marks may stand outside."""


def find_relations(paragraphs: Sequence[Paragraph], language: str | None = "en") -> list[tuple[Relation, ...]]:
    """Return the relations of each paragraph of a text: by the tagger, which reads English alone, else by patterns."""
    if language != "en":
        known = patterns(language)
        return [heard(paragraph, known) for paragraph in paragraphs]
    return [link(pieces, one) for pieces, one in zip(shipped().read(paragraphs), paragraphs, strict=True)]


def is_said(relation: Relation, sentence: Span) -> bool:
    """Say whether some of ``sentence`` is content of ``relation``."""
    return any(content.overlaps(sentence) for content in relation.contents)


def attribution_of(relation: Relation, paragraph: Paragraph, sentence: Span) -> Attribution | None:
    """Return what ``relation`` says of one sentence of its paragraph; its parts elsewhere are left out."""
    shared = [part for part in (_shared(content, sentence) for content in relation.contents) if part]
    bare = bare_words(paragraph.text, max(shared, key=len)) if shared else None
    content = bare and _shared(bare, sentence)
    if content is None:
        return None
    how = Directness.DIRECT if relation.spoken else directness(content, paragraph.quotes)
    if how is not Directness.DIRECT:
        content = _clause(paragraph.text, content, sentence)
    return Attribution(
        source=_if_inside(relation.source, sentence),
        cue=relation.cue if relation.fills else _if_inside(relation.cue, sentence),
        content=content,
        directness=how,
    )


def directness(content: Span, quotes: Sequence[Span]) -> Directness:
    """Return how much of a content stands in quotation marks."""
    quoted = sum(len(part) for part in (_shared(quote, content) for quote in quotes) if part)
    if quoted >= _ALL_QUOTED * len(content):
        return Directness.DIRECT
    return Directness.MIXED if quoted else Directness.INDIRECT


def _clause(text: str, content: Span, sentence: Span) -> Span:
    """Return reported words as a clause: without the "that" before them, with the full stop that ends the sentence."""
    that = _THAT.match(text, content.start, content.end)
    rest = _ENDING.match(text, content.end, sentence.end)
    end = sentence.end if rest and rest.end() == sentence.end else content.end
    return Span(start=that.end() if that and that.end() < end else content.start, end=end)


def _shared(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start=start, end=end) if start < end else None


def _if_inside(span: Span | None, sentence: Span) -> Span | None:
    return span if span is not None and sentence.covers(span) else None
