"""What each block of a page is: by its words and place in plain text, by these and its element in HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.data import FURNITURE_KINDS, Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.blocks import Labeller
from onrecord.restore.labelling.elements import label_elements
from onrecord.restore.labelling.ended import is_ended, word_count
from onrecord.restore.labelling.lines import LABELLED, told_by_words
from onrecord.restore.labelling.unrelated import unrelated
from onrecord.restore.words import ENDED, LIST_ITEM


def label_blocks(page: Page, labeller: Labeller | None = None) -> tuple[Block, ...]:
    """Label every raw block of a page with its kind, a score and reasons, by default with the shipped labeller."""
    if any(raw.element for raw in page.raw_blocks) and not _is_bare(page.raw_blocks):
        return label_elements(page, labeller)
    return _label_lines(page)


def _is_bare(raws: Sequence[RawBlock]) -> bool:
    """Say whether the markup is that of a text alone, as in an item of a feed: no part of a site stands around it.

    Where an element stands says nothing then, and the labeller, which learned from whole pages, is not asked.
    """
    return all(raw.element and _BARE.fullmatch(raw.element) and not raw.hints for raw in raws)


_HEADING = re.compile(r"/h[1-6]\[")
_BARE = re.compile(r"html/body/(?:p|h[1-6]|blockquote)\[\d+\](?:/p\[\d+\])?")


def _made(raw: RawBlock, kind: BlockKind, score: float, code: ReasonCode, words: str) -> Block:
    reason = Reason(code=code, words=words)
    return Block(span=raw.span, kind=kind, element=raw.element, score=score, reasons=(reason,))


def _label_lines(page: Page) -> tuple[Block, ...]:
    text = page.document.text
    words = [raw.span.cut(text) for raw in page.raw_blocks]
    plain, paragraphs = told_by_words(words)
    headings = {n for n, raw in enumerate(page.raw_blocks) if _HEADING.search(raw.element or "")}
    for n, kind in unrelated(words, plain, headings).items():
        plain[n] = kind
    first_body, last_body = (paragraphs[0], paragraphs[-1]) if paragraphs else (len(words), -1)
    told_below = plain[last_body + 1 :]
    below = [line for line, told in zip(words[last_body + 1 :], told_below, strict=True) if told is None]
    teased = last_body >= 0 and _are_teasers(below)
    sited = any(told in FURNITURE_KINDS for told in told_below)
    entries = [n for n, line in enumerate(words) if _ENTRY.match(line)]
    live = range(entries[0], last_body + 1) if len(entries) >= _ENTRIES else range(0)
    blocks = []
    for n, (raw, line) in enumerate(zip(page.raw_blocks, words, strict=True)):
        told = plain[n]
        if told is not None:
            kind, code, why = told, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
        elif n == 0 and len(words) > 1 and first_body > 0:
            kind, code, why = BlockKind.HEADLINE, ReasonCode.POSITION, "the first line, short and without a full stop"
        else:
            kind, code, why = _line_kind(line, above=n < first_body, teased=teased and n > last_body)
            if kind is BlockKind.TEASER and sited:
                code, why = ReasonCode.FURNITURE_WORDS, f"{why}, beside lines of the site"
        if kind is BlockKind.BODY and n in live:
            kind, why = BlockKind.LIVE_ENTRY, "among lines that begin with the time of day"
        blocks.append(_made(raw, kind, 0.8, code, why))
    return tuple(blocks)


_ENTRY = re.compile(r"\(?\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)\W", re.IGNORECASE)
_ENTRIES = 3  # lines that begin with the time of day; two may be a programme's


def _line_kind(line: str, *, above: bool, teased: bool) -> tuple[BlockKind, ReasonCode, str]:
    """Return what a line is whose words alone do not tell: ``above`` the first paragraph, or below the last one."""
    if above:
        return BlockKind.STANDFIRST, ReasonCode.POSITION, "stands between headline and first paragraph"
    if LIST_ITEM.match(line):
        return BlockKind.LIST, ReasonCode.POSITION, "starts with a list mark"
    if teased and not ENDED.search(line) and "@" not in line and any(map(str.isalnum, line)):
        return BlockKind.TEASER, ReasonCode.OTHER_STORY, "title and summary of another story below the last paragraph"
    if not is_ended(line) and word_count(line) <= 12:
        return BlockKind.SUBHEAD, ReasonCode.POSITION, "short and without a full stop between paragraphs"
    return BlockKind.BODY, ReasonCode.POSITION, "running text"


_MOST_LINES = 6  # three teasers of title and summary; what runs on longer is a box of facts or a list
_MOST_WORDS = 60  # of a summary; news summaries have about 30


def _are_teasers(lines: Sequence[str]) -> bool:
    """Say whether the lines below the body, furniture left out, are titles and summaries of other stories.

    Facts, tables and lists stand below an article too, and belong to it.
    """
    if not 2 <= len(lines) <= _MOST_LINES or lines[0][:1].islower():
        return False
    long = sum(len(line.split()) >= 5 for line in lines)
    numbers = sum(part[0].isdigit() for line in lines for part in line.split())  # results and prices have more
    labelled = sum(LABELLED.match(line) is not None for line in lines)
    running = all(len(line.split()) <= _MOST_WORDS and line[-1:] != ":" for line in lines)
    few = numbers <= len(lines) and 2 * labelled <= len(lines)
    return long >= 2 and 3 * long >= 2 * len(lines) and few and running
