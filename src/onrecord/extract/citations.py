"""What a page cites: links, addresses and numbered marks with their sentences, and claims that sources are given.

A passage that does not belong to the page cites for itself: the page's links are not its sources.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from onrecord.data import (
    Link,
    Reason,
    ReasonCode,
    Reference,
    ReferenceKind,
    ReferenceStatus,
    RemovalStatus,
    Restoration,
    Span,
    Statement,
)
from onrecord.text.spans import lines

_ADDRESS = re.compile(r"https?://[^\s<>\"“”\[\]]{1,2000}")
_TRAILING = re.compile(r"[.,;:!?'’)]+$")
_MARKDOWN = re.compile(r"\[(?P<words>[^\]\n]{1,300})\]\((?P<url>https?://[^)\s]{1,2000})\)")
_MARK = re.compile(
    r"\[\^?(?P<numbers>\d{1,3}(?:\s?[,;–-]\s?\^?\d{1,3}){0,9})\](?![(:])|【(?P<tagged>\d{1,3})†?[^】\n]{0,80}】"
    r"|(?<=[^\W\d_]|[.!?,”’\"')])(?<!\b[kcm]m)(?<!\b[mk])(?<!\bft)(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"\s*(?:\[\^?(?P<a>\d{1,3})\]:?|(?P<b>\d{1,3})[.)]|(?P<c>[⁰¹²³⁴-⁹]{1,3}))\s*(?P<words>\S.*)")
_NOTES_BELOW = re.compile(
    r"\W*(?:sources?|references?|(?:foot|end)?notes|citations?|links|bibliography|further reading)\W*", re.IGNORECASE
)
_CLAIM = re.compile(
    r"\b(?:based on|according to|from|in) (?:the|these|my|your) (?:provided |web |given |available )?"
    r"(?:search results|sources provided|provided sources)\b"
    r"|\bsearch results (?:indicate|show|suggest|do not|don['’]t)\b"
    r"|\b(?:sources?|references?|reports?|articles?|links?|citations?|studies) "
    r"(?:(?:cited|listed|linked|mentioned|given|referenced|quoted|provided) )?(?:above|below)\b"
    r"|\((?:sources?|via): [^()\n]{2,200}\)",
    re.IGNORECASE,
)
_BEHIND = 3
"""Characters behind a sentence in which a mark still belongs to it: 'rose to 12. [1]'."""


def find_references(
    restoration: Restoration, links: Sequence[Link], statements: Sequence[Statement]
) -> tuple[Reference, ...]:
    """Return the references of a page in order: what leads somewhere *not checked*, claims *given* or *missing*.

    Args:
        restoration: the page.
        links: the links that its markup has; those of plain text and Markdown are found here.
        statements: what it states, in order. A link that stands in no statement is no citation.
    """
    text = restoration.document.text
    removed = [removal.span for removal in restoration.removals if removal.status is RemovalStatus.REMOVED]
    homes = [_Home.of(text, pieces) for pieces in (restoration.kept, *((span,) for span in removed))]
    for home in homes:
        home.links += [
            Link(span=link.span, url=urljoin(restoration.document.url or "", link.url))
            for link in (*links, *_written(text, home.pieces))
            if home.holds(link.span)
        ]
    stated = _Stated.of(statements)
    found = (reference for home in homes for reference in _references(text, home, stated))
    return tuple(sorted(found, key=lambda one: (one.span.start, one.span.end)))


@dataclass(slots=True)
class _Home:
    """A text that cites for itself: the page, or a passage that does not belong to it."""

    pieces: tuple[Span, ...]
    notes: Mapping[int, Span]
    """Its notes by number; of two with one number the first."""
    listed: tuple[Span, ...]
    """All its notes."""
    links: list[Link] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, pieces: tuple[Span, ...]) -> _Home:
        notes = list(_notes(text, pieces))
        return cls(pieces, dict(reversed(notes)), tuple(span for _, span in notes))

    def holds(self, span: Span) -> bool:
        at = bisect_right(self.pieces, span.start, key=lambda piece: piece.start) - 1
        return at >= 0 and self.pieces[at].covers(span)

    def is_note(self, span: Span) -> bool:
        return any(note.covers(span) for note in self.listed)

    def urls_in(self, span: Span) -> tuple[str, ...]:
        return tuple(dict.fromkeys(link.url for link in self.links if span.covers(link.span)))


@dataclass(frozen=True, slots=True)
class _Stated:
    """The statements of a page by where they begin."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> _Stated:
        spans = tuple(sorted({statement.span for statement in statements}, key=lambda span: (span.start, span.end)))
        return cls(spans, tuple(span.start for span in spans))

    def at(self, place: int) -> Span | None:
        """Return the statement that a place lies in or shortly behind."""
        index = bisect_right(self.starts, place) - 1
        return self.spans[index] if index >= 0 and place <= self.spans[index].end + _BEHIND else None


def _references(text: str, home: _Home, stated: _Stated) -> Iterator[Reference]:
    marks = [mark for mark in _marks(text, home.pieces) if not home.is_note(mark[0])]
    for link in home.links:
        sentence = stated.at(link.span.start)
        if sentence and not home.is_note(link.span) and not any(span.overlaps(link.span) for span, _ in marks):
            yield _leading(ReferenceKind.LINK, link.span, sentence, (link.url,))
    for span, numbers in marks:
        linked = [link.url for link in home.links if link.span.overlaps(span)]
        notes = [home.notes[number] for number in numbers if number in home.notes]
        urls = tuple(dict.fromkeys([*linked, *(url for note in notes for url in home.urls_in(note))]))
        if notes or linked:
            yield _leading(ReferenceKind.MARK, span, stated.at(max(0, span.start - 1)), urls)
        else:
            yield _missing(ReferenceKind.MARK, text, span, "there is no note of that number")
    for claim in _found(_CLAIM, text, home.pieces):
        span = Span(start=claim.start(), end=claim.end())
        urls = tuple(dict.fromkeys(link.url for link in home.links))
        named = claim.group().startswith("(")
        given = Reference(
            span=span,
            kind=ReferenceKind.CLAIM,
            status=ReferenceStatus.GIVEN,
            urls=urls,
            reasons=(Reason(code=ReasonCode.CITATION_GIVEN, words="what it speaks of is there", here=span),),
        )
        if urls or home.notes:
            yield given
        elif named:
            reason = Reason(code=ReasonCode.NOT_IN_ARCHIVE, words="it names its source and gives no address", here=span)
            yield replace(given, status=ReferenceStatus.NOT_CHECKED, reasons=(reason,))
        else:
            yield _missing(ReferenceKind.CLAIM, text, span, "there is no link and no note")


def _leading(kind: ReferenceKind, span: Span, sentence: Span | None, urls: tuple[str, ...]) -> Reference:
    words = "the archive does not have what it leads to" if urls else "its note gives no address"
    status, code = ReferenceStatus.NOT_CHECKED, ReasonCode.NOT_IN_ARCHIVE
    reasons = (Reason(code=code, words=words, here=span),)
    return Reference(span=span, kind=kind, status=status, sentence=sentence, urls=urls, reasons=reasons)


def _missing(kind: ReferenceKind, text: str, span: Span, why: str) -> Reference:
    words = f"says “{' '.join(span.cut(text).split())}”, and {why}"
    reason = Reason(code=ReasonCode.NO_CITATION, words=words, here=span)
    return Reference(span=span, kind=kind, status=ReferenceStatus.MISSING, reasons=(reason,))


def _written(text: str, pieces: Iterable[Span]) -> Iterator[Link]:
    """Yield the links of Markdown and the bare addresses in a text."""
    for piece in pieces:
        taken = 0
        for link in _MARKDOWN.finditer(text, piece.start, piece.end):
            yield from _bare(text, taken or piece.start, link.start())
            yield Link(span=Span(start=link.start("words"), end=link.end("words")), url=link["url"])
            taken = link.end()
        yield from _bare(text, taken or piece.start, piece.end)


def _bare(text: str, start: int, end: int) -> Iterator[Link]:
    for address in _ADDRESS.finditer(text, start, end):
        url = _TRAILING.sub("", address.group())
        yield Link(span=Span(start=address.start(), end=address.start() + len(url)), url=url)


def note_lines(text: str) -> frozenset[int]:
    """Return where the lines begin that are notes by their form, or stand below a heading such as "Sources"."""
    if not _ADDRESS.search(text):
        return frozenset()
    whole = Span(start=0, end=len(text))
    return frozenset(span.start for _, span in _notes(text, (whole,), sure=True))


def _notes(text: str, pieces: Iterable[Span], *, sure: bool = False) -> Iterator[tuple[int, Span]]:
    """Yield the numbered notes: lines with an address, in the form of a note, or below a heading such as "Sources".

    ``sure`` leaves out items of other lists that have an address in them.
    """
    for piece in pieces:
        below = False
        for line in lines(piece.cut(text)):
            words = line.cut(piece.cut(text))
            below = below or (len(words) <= _HEADING and bool(_NOTES_BELOW.fullmatch(words)))
            note = _NOTE.fullmatch(words)
            formal = bool(note and note["a"] and words.lstrip().startswith(("[^", f"[{note['a']}]:")))
            addressed = bool(note and not (sure and note["b"]) and _ADDRESS.search(words))
            if note and (below or formal or addressed):
                number = int((note["a"] or note["b"] or note["c"]).translate(_RAISED))
                yield number, Span(start=piece.start + line.start, end=piece.start + line.end)


_HEADING = 60
"""Characters of a line that heads notes."""


def _marks(text: str, pieces: Iterable[Span]) -> Iterator[tuple[Span, tuple[int, ...]]]:
    for mark in _found(_MARK, text, pieces):
        given = mark["numbers"] or mark["tagged"] or mark["raised"].translate(_RAISED)
        numbers = tuple(int(number) for number in re.findall(r"\d+", given))
        yield Span(start=mark.start(), end=mark.end()), numbers


def _found(pattern: re.Pattern[str], text: str, pieces: Iterable[Span]) -> Iterator[re.Match[str]]:
    for piece in pieces:
        yield from pattern.finditer(text, piece.start, piece.end)
