"""Cutting a restored page into the passages that an archive is searched by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.data import Block, BlockKind, Passage, Restoration, Span
from onrecord.text.sentences import sentences
from onrecord.text.spans import gaps
from onrecord.text.words import words

_ALONE = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.LIVE_ENTRY, BlockKind.CORRECTION)
"""Kinds whose blocks are read each by itself."""

_RUNNING = (BlockKind.BODY, BlockKind.LIST, BlockKind.TABLE)
"""Kinds whose blocks run on from one to the next. A pull quote repeats the body, a subhead is no sentence."""

_MOST_SENTENCES = 4
_ENOUGH_WORDS = 60
_MOST_WORDS = 120
"""Two to four sentences of news; 120 words are about 160 of the 256 word pieces that the embedder reads."""

_FEWEST_WORDS = 3
"""A passage of one or two words, such as a caption's stub or a list's bullet, states nothing."""

_LONGEST = 4_000
"""Characters; what runs on longer without an end is no sentence (code, a table in one line) and is not cut up."""


_ENDED = re.compile(r"""[.!?…。！？]["'”’»)\]]*\s*\Z""")
_TAIL = 64


def cut_passages(restoration: Restoration) -> tuple[Passage, ...]:
    """Return the page's own text as passages of whole sentences, in order.

    A passage never reaches across a foreign passage, another kind of block or other words between two blocks.
    What is only suspected to be foreign is left out too, and so are sentences that a foreign passage breaks:
    half a sentence may say the opposite of the whole.
    """
    text = restoration.document.text
    spans = [
        passage
        for run in _runs(restoration)
        for passage in _group([(sentence, len(words(sentence.cut(text)))) for sentence in run])
    ]
    return tuple(Passage(document_id=restoration.document.id, span=span) for span in spans)


def _runs(restoration: Restoration) -> Iterator[list[Span]]:
    """Yield sentences that follow one another with nothing foreign between them."""
    text = restoration.document.text
    own = gaps((removal.span for removal in restoration.removals), len(text))
    run: list[Span] = []
    last: Block | None = None
    for block, pieces in _kept_of(restoration.blocks, own):
        if not pieces:  # removed whole: what stands above and below does not follow on
            yield run
            run, last = [], None
            continue
        follows = last is not None and last.kind in _RUNNING and block.kind in _RUNNING
        if last is None or not follows or text[last.span.end : block.span.start].strip():
            yield run
            run = []
        last = block
        if block.kind not in _ALONE + _RUNNING:
            continue
        for piece in pieces:
            if piece.before is not None:
                yield run
                run = []
            for sentence in _whole(text, piece, restoration.document.language):
                if len(sentence) > _LONGEST:
                    yield run
                    run = []
                else:
                    run.append(sentence)
            if piece.after:
                yield run
                run = []
    yield run


@dataclass(frozen=True, slots=True)
class _Piece:
    """Kept text of a block, and whether something was removed right before or after it."""

    span: Span
    before: Span | None
    """The kept text before what was removed."""
    after: bool


def _kept_of(blocks: Iterable[Block], kept: Sequence[Span]) -> Iterator[tuple[Block, list[_Piece]]]:
    """Yield each block with the kept text that lies in it."""
    for block in blocks:
        first = bisect_right(kept, block.span.start, key=lambda span: span.end)
        end = bisect_left(kept, block.span.end, key=lambda span: span.start)
        pieces = []
        for index in range(first, end):
            span = Span(start=max(kept[index].start, block.span.start), end=min(kept[index].end, block.span.end))
            before = kept[index - 1] if index and span.start == kept[index].start else None
            pieces.append(_Piece(span, before, span.end == kept[index].end and index < len(kept) - 1))
        yield block, pieces


def _whole(text: str, piece: _Piece, language: str | None) -> list[Span]:
    """Return the sentences of ``piece`` that no removal has broken."""
    start = piece.span.start
    found = [Span(start=start + s.start, end=start + s.end) for s in sentences(piece.span.cut(text), language)]
    if found and piece.before is not None and not _begins(text, piece.before, found[0]):
        found = found[1:]
    if found and piece.after and not _ENDED.search(text[max(start, found[-1].end - _TAIL) : found[-1].end]):
        found = found[:-1]
    return found


def _begins(text: str, before: Span, sentence: Span) -> bool:
    """Say whether ``sentence``, the first after a removal, begins there and did not begin in ``before``."""
    if _ENDED.search(text[max(before.start, before.end - _TAIL) : before.end]):
        return True
    between = text[max(before.end, sentence.start - _TAIL) : sentence.start]
    return "\n" in between[len(between.rstrip()) :] and not text[sentence.start].islower()


def _group(run: Sequence[tuple[Span, int]]) -> Iterator[Span]:
    """Yield spans of two to four sentences; what is left alone at the end joins the passage before it if it may."""
    groups: list[list[tuple[Span, int]]] = []
    for sentence in run:
        if groups and _has_room(groups[-1], sentence[1]):
            groups[-1].append(sentence)
        else:
            groups.append([sentence])
    if len(groups) > 1 and len(groups[-1]) == 1 and len(groups[-2]) < _MOST_SENTENCES:
        (left,) = groups[-1]
        if _words(groups[-2]) + left[1] <= _MOST_WORDS:
            groups[-2:] = [[*groups[-2], left]]
    for group in groups:
        if _words(group) >= _FEWEST_WORDS:
            yield Span(start=group[0][0].start, end=group[-1][0].end)


def _has_room(group: Sequence[tuple[Span, int]], more: int) -> bool:
    held = _words(group)
    if len(group) >= _MOST_SENTENCES or held + more > _MOST_WORDS:
        return False
    return len(group) < 2 or held < _ENOUGH_WORDS


def _words(group: Sequence[tuple[Span, int]]) -> int:
    return sum(count for _, count in group)
