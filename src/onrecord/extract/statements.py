"""Sentences of a restored page as statements, in reading order."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.data import (
    Addition,
    Attribution,
    Block,
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
from onrecord.extract.attributing.attribution import find_relations
from onrecord.extract.citations import note_lines
from onrecord.extract.kinds import kind_of, stated
from onrecord.extract.measures import with_measures
from onrecord.extract.reading.cast import Cast
from onrecord.extract.reading.code import fenced, is_code
from onrecord.extract.reading.marks import unmarked_reading
from onrecord.extract.reading.paragraphs import Paragraph, paragraph_of, parts
from onrecord.extract.referring.speakers import Listener, names_in
from onrecord.extract.tagging.linking import Relation
from onrecord.extract.telling import Teller, Telling
from onrecord.extract.tongues.bearers import Bearers
from onrecord.extract.tongues.words import tongue_of
from onrecord.extract.wording import unmarked
from onrecord.extract.worth import weighed
from onrecord.text.dates import TimeExpression, is_lasting
from onrecord.text.language import guess_language
from onrecord.text.names import Name
from onrecord.text.numbers import find_figures
from onrecord.text.spans import Reading, lines
from onrecord.text.undated import find_all
from onrecord.text.words import is_english, word_count

_AUTHORED = (BlockKind.BYLINE, BlockKind.DATELINE)
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

_SHORTEST = 3  # words; anything shorter is a label
_LONGEST = 4_000  # characters; what runs on longer without an end is code or a table, no sentence
_LONGEST_LEAD = 200  # characters of what announces a list; more would bury what its items say
_BEFORE = 2
"""Paragraphs before a place that are read with it: news names people anew after about as many."""
_UNKNOWN = "de"
"""Stands for a language that nobody named and that is not English: most write decimals with a comma (Unicode CLDR)."""
_POINTED = re.compile(
    r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.,])(?!\s?(?:Uhr|[ap]\.?m))|(?<![\d.,])\d{1,3},\d{3}\s[a-z]+s\b"
)
"""Numbers as only those write them who part whole numbers with commas."""
_SENTENCES = re.compile(r"(?<=[a-z]{3})[.!?][”\"’»«]*\s+[A-Z“„»\"]")
"""What a heading does not have: a sentence that ends, and another behind it."""
_HEADING = re.compile(r"^#{1,6}\s")
_ROW = re.compile(r"\s*\|[^|]*(?:\|[^|]*){2,}$")
"""A row of a table written with bars, whose cells say nothing without the heads of their columns."""
_ITEM = re.compile(r"(?:[-*•–]|\d{1,2}[.)/])\s")


def extract(restoration: Restoration, *, whole: bool = False) -> tuple[Statement, ...]:
    """Return the statements of a page in reading order, those of its removed passages among them.

    ``whole`` leaves sentences uncut that state several things.
    """
    document = restoration.document
    own = unmarked_reading(document.text, restoration.kept)
    found = [*_statements(document, own, _kinds(restoration), None, whole=whole)]
    for removal in restoration.removals:
        if removal.status is RemovalStatus.REMOVED and removal.kind in FOREIGN:
            foreign = unmarked_reading(document.text, (removal.span,))
            found += _statements(document, foreign, None, removal.kind, whole=whole)
    return weighed(sorted(found, key=lambda statement: (statement.span.start, statement.span.end)))


def extract_at(document: Document, places: Sequence[Span]) -> tuple[Statement, ...]:
    """Return the statements of the paragraphs that some places of a text stand in, for less than the whole costs.

    Each is a whole sentence, as a brief cites it. They are read with the paragraphs before them, which name whom "he"
    and "she" stand for.
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
    return tuple(_statements(document, Reading.of(document.text, pieces), None, None, whole=True))


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Looks up the kind of the block an offset stands in."""

    starts: tuple[int, ...]
    kinds: tuple[BlockKind, ...]

    def at(self, offset: int) -> BlockKind:
        index = bisect_right(self.starts, offset) - 1
        return self.kinds[index] if index >= 0 else BlockKind.BODY


def _kinds(restoration: Restoration) -> _Kinds:
    """Return the kinds of blocks; what may be of another page, but stays in the text, is read as the text is.

    Who wrote it and when says nothing on either page.
    """
    suspected = sorted(
        (removal.span.start, removal.span.end)
        for removal in restoration.removals
        if removal.status is RemovalStatus.SUSPECTED and removal.kind in FOREIGN
    )

    def kind(block: Block) -> BlockKind:
        if block.kind in _AUTHORED:
            return block.kind
        at = bisect_right(suspected, (block.span.start, len(restoration.document.text))) - 1
        return BlockKind.BODY if at >= 0 and block.span.start < suspected[at][1] else block.kind

    kinds = map(kind, restoration.blocks)
    return _Kinds(tuple(block.span.start for block in restoration.blocks), tuple(kinds))


@dataclass(frozen=True, slots=True)
class _Passage:
    """A paragraph that states something, where its line stands, the headings since the one before it, its list."""

    line: Span
    paragraph: Paragraph
    headline: bool
    headings: tuple[str, ...]
    announcing: Span | None
    """Where the sentence stands that ends with a colon before the list that this is an item of."""


def _statements(
    document: Document, reading: Reading, kinds: _Kinds | None, foreign: RemovalKind | None, *, whole: bool = False
) -> Iterator[Statement]:
    spoken = document.language or guess_language(reading.text)
    english = is_english(reading.text, spoken)
    language = "en" if english else spoken or ("en" if _POINTED.search(reading.text) else _UNKNOWN)
    tongue = None if english else tongue_of(spoken)
    passages = tuple(_passages(spoken, reading, kinds))
    relations = find_relations([passage.paragraph for passage in passages], "en" if english else spoken)
    bearers = None if tongue is None else Bearers.of(tongue, reading.text, _sources(passages, relations))
    listener = Listener(Cast.of(_names(reading.text), reading.text), english=english, bearers=bearers)
    for passage, found in zip(passages, relations, strict=True):
        for heading in passage.headings:
            listener.pass_over(heading)
        for heard in listener.listen(passage.paragraph, found, passage.line.start):
            if _is_sentence(passage.paragraph.text, heard.sentence) and not heard.signs:
                teller = Teller(
                    passage.paragraph, heard, reading.text, passage.line.start, listener.cast, passage.announcing
                )
                told = teller.tell(headline=passage.headline, whole=whole or not english)
                yield from (
                    _statement(document, reading, passage, one, foreign=foreign, language=language) for one in told
                )


def _sources(passages: Sequence[_Passage], relations: Sequence[Sequence[Relation]]) -> Iterator[str]:
    for passage, found in zip(passages, relations, strict=True):
        yield from (one.source.cut(passage.paragraph.text) for one in found if one.source is not None)


def _is_sentence(text: str, span: Span) -> bool:
    sentence = span.cut(text)
    words = sum(word_count(piece.cut(sentence)) for piece in unmarked(sentence, (Span(start=0, end=len(span)),)))
    return len(span) <= _LONGEST and words >= _SHORTEST


def _names(text: str) -> Iterator[Name]:
    """Yield the names of a text, line by line, where they stand in it."""
    for line in lines(text):
        for name in names_in(line.cut(text)):
            moved = Span(start=line.start + name.span.start, end=line.start + name.span.end)
            yield replace(name, span=moved)


def _passages(language: str | None, reading: Reading, kinds: _Kinds | None) -> Iterator[_Passage]:
    """Yield what states something, line by line."""
    continues = announced = False
    headings: list[str] = []
    announcing: Span | None = None
    found = lines(reading.text)
    inside, notes = fenced(reading.text, found), note_lines(reading.text)
    for at, line in enumerate(found):
        words = line.cut(reading.text)
        if at in inside or line.start in notes or is_code(words):
            continue
        kind = kinds.at(reading.original(line).start) if kinds is not None else BlockKind.BODY
        said = kind is BlockKind.SUBHEAD and _SENTENCES.search(words) is not None
        kind = BlockKind.BODY if said else kind
        heads = bool(_HEADING.match(words)) or kind is BlockKind.SUBHEAD
        if heads:
            headings.append(words)
            announcing = None
        if heads or kind not in STATING or _ROW.match(words):
            continue
        paragraph = paragraph_of(words, language=language, continues=continues, announced=announced)
        continues, announced = paragraph.is_open, words.rstrip().endswith(":")
        listed = announcing if kind is BlockKind.LIST or _ITEM.match(words) else None
        for part in parts(paragraph):
            yield _Passage(line, part, kind is BlockKind.HEADLINE, tuple(headings), listed)
            headings.clear()
        announcing = _announcing(reading, line, paragraph) if announced else listed


def _announcing(reading: Reading, line: Span, paragraph: Paragraph) -> Span | None:
    """Return where the last sentence of a line stands, if it is short and nothing was taken out of it."""
    span = _moved(paragraph.sentences[-1], line) if paragraph.sentences else None
    whole = span is not None and len(reading.original(span)) == len(span) <= _LONGEST_LEAD
    return span if whole else None


def _statement(
    document: Document,
    reading: Reading,
    passage: _Passage,
    telling: Telling,
    *,
    foreign: RemovalKind | None,
    language: str,
) -> Statement:
    def place(span: Span) -> Span:
        return reading.original(_moved(span, passage.line))

    def parts_of(span: Span) -> tuple[Span, ...]:
        return reading.originals(_moved(span, passage.line))

    def moved(span: Span) -> Span:
        return place(own.original(span))

    worded, attribution = telling.worded, telling.attribution
    own = Reading.of(passage.paragraph.text, telling.pieces)
    at = document.published_at
    anchor = None if at is None else day_of(at)
    figures, times = find_figures(own.text, language), find_all(own.text, anchor=anchor, language=language)
    # an age, "two weeks ago" and "for ten years" say when; how long something took is counted
    when = [
        time.span
        for time in times
        if time.interval or time.kind is not TimeKind.DURATION or is_lasting(own.text, time.span.start)
    ]
    figures = with_measures(own.text, figures, but=when) if language == "en" else figures
    # nor do "the 140-page report" and "two former engineers", who say it, state a figure
    called = attribution.source if attribution is not None else None
    counts = tuple(
        figure
        for figure in figures
        if not any(figure.span.overlaps(one) for one in when)
        and not (called and called.covers(own.original(figure.span)))
    )
    span = place(telling.span)
    return Statement(
        id=hashlib.sha256(f"{document.id}:{span.start}:{span.end}".encode()).hexdigest()[:16],
        document_id=document.id,
        span=span,
        text=worded.text,
        kind=kind_of(worded.text, stated(own.text, counts), said=telling.said),
        attribution=attribution and _placed(attribution, place, parts_of),
        time=_shortest(times),
        times=tuple(Time(span=moved(time.span), kind=time.kind, interval=time.interval) for time in times),
        figures=tuple(replace(figure, span=moved(figure.span)) for figure in figures),
        foreign=foreign,
        pieces=tuple(one for piece in worded.pieces for one in parts_of(piece)),
        additions=tuple(Addition(at=at, span=reading.original(span)) for at, span in worded.insertions),
        unresolved=tuple(place(one) for one in telling.unresolved),
    )


def _moved(span: Span, line: Span) -> Span:
    return Span(start=line.start + span.start, end=line.start + span.end)


def _placed(
    attribution: Attribution, place: Callable[[Span], Span], parts: Callable[[Span], Sequence[Span]]
) -> Attribution:
    """Return an attribution with its spans in the whole text; of a source in pieces the longest names it."""
    return replace(
        attribution,
        content=place(attribution.content),
        source=attribution.source and max(parts(attribution.source), key=len),
        cue=attribution.cue and place(attribution.cue),
    )


def _shortest(times: Iterable[TimeExpression]) -> Interval | None:
    """Return the shortest interval that times speak of."""
    known = [time.interval for time in times if time.interval is not None]
    return min(known, key=lambda time: (time.end - time.start, time.start)) if known else None
