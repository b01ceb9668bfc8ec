"""Plain text with lines of one width: such a line ends where the next word had no room, and its paragraph goes on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.data import Block, Page, RawBlock, Span, document_id
from onrecord.restore.labelling.alone import is_heading
from onrecord.restore.words import ENDED, LIST_ITEM, MARKUP

_WIDTHS = range(40, 101)  # characters; what is longer is a paragraph in one line
_LONGEST = 30  # characters of a word for which there may have been no room; some scripts part none
_FEWEST = 4  # lines that end so inside a sentence
_AGREE = 0.85  # share of the lines that end inside a sentence at which the next word had no room
_SHARE = 1 / 3  # of all lines
_USUAL = 0.9  # of such lines, by length, below which the width lies: a few may stand out


def flowing(page: Page) -> Page | None:
    """Return a page with a space in place of each line end at which a paragraph goes on; None where none does.

    Every character else stays in its place, so that what is found there is found in the page.
    """
    if any(raw.element for raw in page.raw_blocks):
        return None
    text, spans = page.document.text, [raw.span for raw in page.raw_blocks]
    ends = _soft_ends(text, spans)
    if not ends:
        return None
    parts, firsts, end = [], [0], 0
    for n, (line, below) in enumerate(pairwise(spans)):
        if n in ends:
            parts += [text[end : line.end], " " * (below.start - line.end)]
            end = below.start
        else:
            firsts.append(n + 1)
    made = "".join((*parts, text[end:]))
    lasts = [*(first - 1 for first in firsts[1:]), len(spans) - 1]
    raws = tuple(
        RawBlock(span=Span(start=spans[a].start, end=spans[b].end)) for a, b in zip(firsts, lasts, strict=True)
    )
    title, first = page.document.title, raws[0].span.cut(made)
    if title is not None and title != first and title == spans[0].cut(text):
        title = first if is_heading(first) else None
    known = document_id(made, url=page.document.url, published_at=page.document.published_at)
    return replace(page, document=replace(page.document, id=known, text=made, title=title), raw_blocks=raws)


def by_line(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the lines of a page, each labelled as the paragraph is that it stands in."""
    starts = [block.span.start for block in blocks]
    return tuple(replace(blocks[bisect_right(starts, raw.span.start) - 1], span=raw.span) for raw in page.raw_blocks)


def _soft_ends(text: str, spans: Sequence[Span]) -> frozenset[int]:
    """Return which lines end only because the next word had no room."""
    taken, inside = {}, []
    for n, (line, below) in enumerate(pairwise(spans)):
        between = text[line.end : below.start]
        words = text[below.start : below.start + _LONGEST + 1].split(maxsplit=1)[0]
        parted = between.count("\n") != 1 or len(words) > _LONGEST or len(line) not in _WIDTHS
        if parted or LIST_ITEM.match(text, below.start, below.end) or MARKUP.match(below.cut(text)):
            continue
        taken[n] = len(line) + 1 + len(words)
        if not ENDED.search(text, line.start, line.end):
            inside.append(n)
    if len(inside) < _FEWEST:
        return frozenset()
    width = sorted(len(spans[n]) for n in inside)[int(_USUAL * (len(inside) - 1))]
    ends = frozenset(n for n, length in taken.items() if length > width)
    agree = len(ends.intersection(inside)) >= _AGREE * len(inside)
    return ends if agree and len(ends) >= _SHARE * len(spans) else frozenset()
