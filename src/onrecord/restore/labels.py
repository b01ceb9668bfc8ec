"""What each block of a page is: by its words and place in plain text, by these and its element in HTML."""

from __future__ import annotations

from onrecord.data import Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.blocks import Labeller
from onrecord.restore.elements import label_elements
from onrecord.restore.furniture import by_words
from onrecord.restore.words import ENDED, LIST_ITEM


def label_blocks(page: Page, labeller: Labeller | None = None) -> tuple[Block, ...]:
    """Label every raw block of a page with its kind, a score and reasons, by default with the shipped labeller."""
    if any(raw.element for raw in page.raw_blocks):
        return label_elements(page, labeller)
    return _label_lines(page)


def _made(raw: RawBlock, kind: BlockKind, score: float, code: ReasonCode, words: str) -> Block:
    reason = Reason(code=code, words=words)
    return Block(span=raw.span, kind=kind, element=raw.element, score=score, reasons=(reason,))


def _label_lines(page: Page) -> tuple[Block, ...]:
    text = page.document.text
    words = [raw.span.cut(text) for raw in page.raw_blocks]
    first_body = next((n for n, line in enumerate(words) if _is_paragraph(line)), len(words))
    last_body = max((n for n, line in enumerate(words) if _is_paragraph(line)), default=-1)
    blocks = []
    for n, (raw, line) in enumerate(zip(page.raw_blocks, words, strict=True)):
        kind, code, why = _line_kind(n, line, words, first_body, last_body)
        blocks.append(_made(raw, kind, 0.8, code, why))
    return tuple(blocks)


def _is_paragraph(line: str) -> bool:
    return bool(ENDED.search(line)) and len(line.split()) >= 8 and by_words(line) is None and line[-1:] != ":"


def _line_kind(  # noqa: PLR0911 (rules in order, the first that fits decides)
    n: int, line: str, words: list[str], first_body: int, last_body: int
) -> tuple[BlockKind, ReasonCode, str]:
    plain = by_words(line)
    if plain is not None:
        return plain, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
    if n == 0 and len(words) > 1 and not _is_paragraph(line):
        return BlockKind.HEADLINE, ReasonCode.POSITION, "the first line, short and without a full stop"
    if n < first_body:
        return BlockKind.STANDFIRST, ReasonCode.POSITION, "stands between headline and first paragraph"
    if LIST_ITEM.match(line):
        return BlockKind.LIST, ReasonCode.POSITION, "starts with a list mark"
    if n > last_body and not ENDED.search(line) and last_body >= 0 and _starts_teaser(n, words, last_body):
        return BlockKind.TEASER, ReasonCode.OTHER_STORY, "title and summary of another story below the last paragraph"
    if not ENDED.search(line) and len(line.split()) <= 12:
        return BlockKind.SUBHEAD, ReasonCode.POSITION, "short and without a full stop between paragraphs"
    return BlockKind.BODY, ReasonCode.POSITION, "running text"


def _starts_teaser(n: int, words: list[str], last_body: int) -> bool:
    """Say whether the lines below the body, furniture left out, are title and summary: two or more of five words."""
    tail = [line for line in words[last_body + 1 :] if by_words(line) is None]
    return len(tail) >= 2 and sum(len(line.split()) >= 5 for line in tail) >= 2 and words[n] in tail
