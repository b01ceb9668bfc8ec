"""Sentences of a restored page as statements, in reading order."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import (
    Attribution,
    BlockKind,
    Document,
    Interval,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
    Statement,
    Time,
    TimeKind,
    day_of,
)
from onrecord.extract.attribution import find_relations
from onrecord.extract.cast import Cast
from onrecord.extract.kinds import kind_of
from onrecord.extract.paragraphs import Paragraph, paragraph_of, parts
from onrecord.extract.references import readable_alone, source_named
from onrecord.extract.speakers import Listener, Told, names_in
from onrecord.text.dates import TimeExpression
from onrecord.text.numbers import find_figures
from onrecord.text.spans import Reading, lines
from onrecord.text.undated import find_all

STATING = (
    BlockKind.HEADLINE,
    BlockKind.STANDFIRST,
    BlockKind.BODY,
    BlockKind.LIST,
    BlockKind.LIVE_ENTRY,
    BlockKind.PULL_QUOTE,
    BlockKind.CAPTION,
    BlockKind.CORRECTION,
)
"""Blocks whose sentences state something."""

FOREIGN = (RemovalKind.CHATBOT_REPLY, RemovalKind.OTHER_ARTICLE, RemovalKind.FOREIGN, RemovalKind.TEASER)
"""Removed passages that state something; the others are the site speaking of itself."""

_MARKUP = re.compile(r"^(?:#{1,6}\s+|[-*•]\s+|\d{1,2}[.)]\s+)+|\*{1,3}|__")
_SHORTEST = 3  # words; anything shorter is a label
_LONGEST = 4_000  # characters; what runs on longer without an end is code or a table, no sentence
_BEFORE = 2
"""Paragraphs before a place that are read with it: news names people anew after about as many."""
_HEADING = re.compile(r"^#{1,6}\s")


def extract(restoration: Restoration) -> tuple[Statement, ...]:
    """Return the statements of a page in reading order, those of its removed passages among them."""
    document = restoration.document
    own = Reading.of(document.text, restoration.kept)
    found = [*_statements(document, own, _kinds(restoration), None)]
    for removal in restoration.removals:
        if removal.status is RemovalStatus.REMOVED and removal.kind in FOREIGN:
            found += _statements(document, Reading.of(document.text, (removal.span,)), None, removal.kind)
    return tuple(sorted(found, key=lambda statement: (statement.span.start, statement.span.end)))


def extract_at(document: Document, places: Sequence[Span]) -> tuple[Statement, ...]:
    """Return the statements of the paragraphs that some places of a text stand in, for less than the whole costs.

    They are read with the paragraphs before them, which name whom "he" and "she" stand for.
    """
    found = lines(document.text)
    starts = [line.start for line in found]
    wanted = {
        index
        for place in places
        for index in range(bisect_right(starts, place.start) - 1 - _BEFORE, bisect_right(starts, place.end - 1))
    }
    pieces = [
        Span(start=line.start, end=found[index + 1].start if index + 1 < len(found) else len(document.text))
        for index, line in enumerate(found)
        if index in wanted
    ]
    return tuple(_statements(document, Reading.of(document.text, pieces), None, None))


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Looks up the kind of the block an offset stands in."""

    starts: tuple[int, ...]
    kinds: tuple[BlockKind, ...]

    def at(self, offset: int) -> BlockKind:
        index = bisect_right(self.starts, offset) - 1
        return self.kinds[index] if index >= 0 else BlockKind.BODY


def _kinds(restoration: Restoration) -> _Kinds:
    blocks = restoration.blocks
    return _Kinds(tuple(block.span.start for block in blocks), tuple(block.kind for block in blocks))


def _statements(
    document: Document, reading: Reading, kinds: _Kinds | None, foreign: RemovalKind | None
) -> Iterator[Statement]:
    listener = Listener(Cast.of(name for line in lines(reading.text) for name in names_in(line.cut(reading.text))))
    paragraphs = tuple(_paragraphs(document, reading, kinds))
    relations = find_relations([paragraph for _, paragraph in paragraphs], document.language)
    for (line, paragraph), found in zip(paragraphs, relations, strict=True):
        for told in listener.listen(paragraph, found):
            read = _MARKUP.sub("", told.sentence.cut(paragraph.text))
            if len(told.sentence) <= _LONGEST and len(read.split()) >= _SHORTEST:
                yield _statement(document, reading, line, told, foreign)


def _paragraphs(document: Document, reading: Reading, kinds: _Kinds | None) -> Iterator[tuple[Span, Paragraph]]:
    """Yield what states something, line by line, with the line."""
    continues = announced = False
    for line in lines(reading.text):
        words = line.cut(reading.text)
        if _HEADING.match(words):
            continue
        if kinds is not None and kinds.at(reading.original(line).start) not in STATING:
            continue
        paragraph = paragraph_of(words, language=document.language, continues=continues, announced=announced)
        continues, announced = paragraph.is_open, words.rstrip().endswith(":")
        yield from ((line, part) for part in parts(paragraph))


def _statement(document: Document, reading: Reading, line: Span, told: Told, foreign: RemovalKind | None) -> Statement:
    def place(span: Span) -> Span:
        return reading.original(Span(start=line.start + span.start, end=line.start + span.end))

    words = told.sentence.cut(line.cut(reading.text))
    begin = told.sentence.start

    def moved(span: Span) -> Span:
        return place(Span(start=begin + span.start, end=begin + span.end))

    at = document.published_at
    figures, times = find_figures(words), find_all(words, anchor=None if at is None else day_of(at))
    ages = [time.span for time in times if time.kind is TimeKind.AGE]
    counts = tuple(figure for figure in figures if not any(figure.span.overlaps(age) for age in ages))
    span = place(told.sentence)
    text = readable_alone(" ".join(_MARKUP.sub("", _source_named(words, told)).split()), told.person)
    return Statement(
        id=hashlib.sha256(f"{document.id}:{span.start}:{span.end}".encode()).hexdigest()[:16],
        document_id=document.id,
        span=span,
        text=text,
        kind=kind_of(text, told.attribution, counts),
        attribution=told.attribution and _placed(told.attribution, place),
        time=_shortest(times),
        times=tuple(Time(span=moved(time.span), kind=time.kind, interval=time.interval) for time in times),
        figures=tuple(replace(figure, span=moved(figure.span)) for figure in figures),
        foreign=foreign,
    )


def _source_named(words: str, told: Told) -> str:
    """Return a sentence with its source named, where that is known and not said."""
    attribution, begin = told.attribution, told.sentence.start
    if attribution is None or attribution.source is None or attribution.speaker is None:
        return words
    source = Span(start=attribution.source.start - begin, end=attribution.source.end - begin)
    return source_named(words, source, attribution.speaker)


def _placed(attribution: Attribution, place: Callable[[Span], Span]) -> Attribution:
    return replace(
        attribution,
        content=place(attribution.content),
        source=attribution.source and place(attribution.source),
        cue=attribution.cue and place(attribution.cue),
    )


def _shortest(times: Iterable[TimeExpression]) -> Interval | None:
    """Return the shortest interval that times speak of."""
    known = [time.interval for time in times if time.interval is not None]
    return min(known, key=lambda time: (time.end - time.start, time.start)) if known else None
