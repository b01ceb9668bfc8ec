"""Sentences of a restored page as statements, in reading order."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from onrecord.data import (
    Attribution,
    BlockKind,
    Document,
    Interval,
    Moment,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
    Statement,
    day_of,
)
from onrecord.extract.attribution import attribute
from onrecord.extract.kinds import kind_of
from onrecord.extract.quotes import quoted
from onrecord.extract.references import Cast, readable_alone, speaker_of
from onrecord.text.dates import find_times
from onrecord.text.names import Name, find_names
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.text.spans import Reading, lines

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
    cast = Cast.of(find_names(reading.text))
    before: str | None = None
    for line in lines(reading.text):
        paragraph = line.cut(reading.text)
        quotes = quoted(paragraph)
        if _HEADING.match(paragraph):
            continue
        if kinds is not None and kinds.at(reading.original(line).start) not in STATING:
            continue
        for sentence in sentences(paragraph, document.language):
            words = sentence.cut(paragraph)
            if len(words) > _LONGEST or len(words.split()) < _SHORTEST:
                continue
            inside = tuple(_within(quote, sentence) for quote in quotes if quote.overlaps(sentence))
            attribution = attribute(words, inside)
            named = find_names(words)
            if attribution is not None and attribution.source is not None:
                source = attribution.source
                in_source = tuple(name for name in named if source.covers(name.span))
                speaker = speaker_of(source.cut(words), in_source, cast, before)
                attribution = replace(attribution, speaker=speaker)
            offset = line.start + sentence.start
            yield _statement(document, reading, offset, words, attribution=attribution, before=before, foreign=foreign)
            before = _person(attribution, named, cast) or before


def _within(quote: Span, sentence: Span) -> Span:
    return Span(
        start=max(quote.start, sentence.start) - sentence.start, end=min(quote.end, sentence.end) - sentence.start
    )


def _person(attribution: Attribution | None, named: tuple[Name, ...], cast: Cast) -> str | None:
    """Return the one person a later "she" or "he" may stand for: who spoke, else the only one named."""
    if attribution is not None and attribution.speaker is not None and cast.is_person(attribution.speaker):
        return attribution.speaker
    people = {cast.full(name.words) for name in named if cast.is_person(name.words)}
    return people.pop() if len(people) == 1 else None


def _statement(
    document: Document,
    reading: Reading,
    offset: int,
    words: str,
    *,
    attribution: Attribution | None,
    before: str | None,
    foreign: RemovalKind | None,
) -> Statement:
    def place(span: Span) -> Span:
        return reading.original(Span(start=offset + span.start, end=offset + span.end))

    span = place(Span(start=0, end=len(words)))
    figures = tuple(replace(figure, span=place(figure.span)) for figure in find_figures(words))
    text = readable_alone(" ".join(_MARKUP.sub("", words).split()), before)
    return Statement(
        id=hashlib.sha256(f"{document.id}:{span.start}:{span.end}".encode()).hexdigest()[:16],
        document_id=document.id,
        span=span,
        text=text,
        kind=kind_of(text, attribution, figures),
        attribution=attribution and _placed(attribution, place),
        time=_time(words, document.published_at),
        figures=figures,
        foreign=foreign,
    )


def _placed(attribution: Attribution, place: Callable[[Span], Span]) -> Attribution:
    return replace(
        attribution,
        content=place(attribution.content),
        source=attribution.source and place(attribution.source),
        cue=attribution.cue and place(attribution.cue),
    )


def _time(words: str, published_at: Moment | None) -> Interval | None:
    """Return the shortest interval the words speak of."""
    anchor = day_of(published_at) if published_at is not None else None
    times = [time.interval for time in find_times(words, anchor=anchor) if time.interval is not None]
    return min(times, key=lambda time: (time.end - time.start, time.start)) if times else None
