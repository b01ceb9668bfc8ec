"""Restoring: which words belong to a page, and which came from elsewhere.

Blocks are labelled first; then passages are looked for that do not belong: replies of a chatbot, between paragraphs
and inside sentences; text that stands twice; and the furniture of the site. What is certain is cut out, what is only
likely is pointed at and stays.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.data import (
    ARTICLE_KINDS,
    FURNITURE_KINDS,
    Block,
    BlockKind,
    Document,
    Page,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Restoration,
    Span,
)
from onrecord.restore.blocks import Labeller
from onrecord.restore.labelling.alone import is_heading
from onrecord.restore.labelling.labels import label_blocks
from onrecord.restore.labelling.several import mark_others
from onrecord.restore.labelling.voice import sentences_of_site
from onrecord.restore.pasted.foreign import find_foreign
from onrecord.restore.pasted.joins import rejoined
from onrecord.restore.words import ENDED
from onrecord.restore.wrapped import by_line, flowing
from onrecord.restore.written import Written, is_item
from onrecord.text.spans import gaps

__all__ = ("restore",)

_TOLD = {*ARTICLE_KINDS, BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CORRECTION}
_SHORTEST_REPEAT = 24  # characters; shorter lines may well stand twice in one article
_LISTED = 12  # words; among lines so short one without an end may stand again, as in a poem or a list of nominees
_BESIDE = 2  # lines, and words of a label
_GOES_ON = re.compile(r"\s{1,9}[a-zß-öø-ÿ]+,?\s")
_ASIDE = "/aside["
_TEXT = re.compile(r"/(?:p|li|h[2-6]|blockquote)\[\d+\]$")
_DOUBTED = 0.65, 0.75
"""Likelihoods of none of the story below which a paragraph is read with it, and an item where all of its list are."""
_LINKED = 0.25  # share of linked characters from which a paragraph may lead elsewhere

_MAY_REPEAT = (*FURNITURE_KINDS, BlockKind.TABLE, BlockKind.PULL_QUOTE, BlockKind.CREDIT)
"""Rows of a table, signatures of posts and the credits of pictures may well be the same."""


def restore(page: Page, *, labeller: Labeller | None = None) -> Restoration:
    """Label the blocks of a page, by default with the shipped labeller, and find what does not belong to it."""
    read = flowing(page)
    if read is None:
        return _restored(page, labeller)
    made = _restored(read, labeller)
    document = replace(page.document, title=made.document.title)
    return replace(made, document=document, blocks=by_line(made.blocks, page))


def _restored(page: Page, labeller: Labeller | None) -> Restoration:
    text = page.document.text
    labelled, others = mark_others(label_blocks(page, labeller), text)
    blocks = _mark_repeats(labelled, text)
    foreign = _foreign(blocks, page)
    apart = [removal for removal in foreign if removal.status is RemovalStatus.REMOVED]
    parted = [removal.span for removal in apart if not _is_in_label(removal, blocks, text)]
    furniture = _furniture(blocks, others, parted)
    asked = (one for one in sentences_of_site(blocks, text) if not _is_parted(_stripped(one.span, text), parted))
    removals = _rejoined(_settle((*others, *furniture, *foreign, *asked), text), text)
    cut = [removal.span for removal in removals if removal.status is RemovalStatus.REMOVED]
    document = _retitled(page.document, blocks, removals)
    return Restoration(document=document, blocks=blocks, kept=gaps(cut, len(text)), removals=removals)


def _retitled(document: Document, blocks: Sequence[Block], removals: Sequence[Removal]) -> Document:
    """Return a plain text's document with the title below the reply that it begins with, whose words are no title."""
    replies = [one for one in removals if one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED]
    own = (block.span for block in blocks if not any(one.span.covers(block.span) for one in replies))
    begins = replies[:1] and replies[0].span.covers(blocks[0].span) and blocks[0].element is None
    first = next(own, None) if begins else None
    said = blocks[0].span.cut(document.text) if first else ""
    if first is None or document.title not in (None, said):
        return document
    line = first.cut(document.text)
    return replace(document, title=line if is_heading(line) else None)


def _foreign(blocks: tuple[Block, ...], page: Page) -> tuple[Removal, ...]:
    """Return the foreign passages, in HTML of the story's blocks alone: captions and names stand between them.

    A line of plain text may hold words of the site inside a sentence of the story, so all of them are read, as are the
    paragraphs of HTML that only their words tell for the site's, and what the labeller leaves out of it in doubt.
    """
    document = page.document
    if not any(block.element for block in blocks):
        lines = tuple(block.span for block in blocks if block.kind is not BlockKind.DUPLICATE)
        return find_foreign(document.text, lines, document.language)
    running = [n for n, block in enumerate(blocks) if block.kind in (BlockKind.BODY, BlockKind.LIVE_ENTRY)]
    places = {_place(blocks[n]) for n in running}
    inside = range(running[0], running[-1]) if running else range(0)
    sure = {_place(block) for block in blocks if is_item(block) and _is_left_out(block) and not _is_doubted(block)}
    framed = not running or _ASIDE in (blocks[running[0]].element or "")
    read = (
        block
        for n, (block, raw) in enumerate(zip(blocks, page.raw_blocks, strict=True))
        if (framed or _ASIDE not in (block.element or ""))  # boxes of facts are no part of how the text runs
        and (
            block.kind in _TOLD
            or (raw.link_share < _LINKED and _is_worded(block) and _place(block) in places)
            or (raw.link_share < _LINKED and n in inside and _is_doubted(block) and _place(block) not in sure)
        )
    )
    story = Written.of(read, document.text)
    found = find_foreign(story.text, story.lines, document.language)
    return tuple(replace(one, span=story.on_page(one.span)) for one in found)


def _is_doubted(block: Block) -> bool:
    """Say whether a block is none of the story by nothing but the labeller, which is hardly sure."""
    bound = _DOUBTED[is_item(block)]
    return _is_left_out(block) and block.score < bound and _TEXT.search(block.element or "") is not None


def _is_left_out(block: Block) -> bool:
    return block.kind is BlockKind.INTERFACE and block.reasons[0].code is ReasonCode.POSITION


def _place(block: Block) -> str:
    """Return what the paragraphs of one element share."""
    return (block.element or "").rpartition("[")[0]


def _is_worded(block: Block) -> bool:
    """Say whether nothing but its words tells a block for the site's."""
    return block.kind in FURNITURE_KINDS and block.reasons[0].code is ReasonCode.FURNITURE_WORDS


def _mark_repeats(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """Call a block a duplicate when the same words stood in an earlier one; a list may sum up what paragraphs say."""
    seen: set[tuple[str, bool]] = set()
    found = []
    for n, block in enumerate(blocks):
        words = " ".join(block.span.cut(text).split()).casefold()
        said = (words, is_item(block))
        again = said in seen and len(words) >= _SHORTEST_REPEAT and block.kind not in _MAY_REPEAT
        first = max(0, min(n - 1, len(blocks) - 1 - _BESIDE))
        if again and not _is_listed(blocks[first : first + 1 + _BESIDE], words, text):
            reason = Reason(code=ReasonCode.REPEATS_PAGE, words="the same words stand above")
            found.append(replace(block, kind=BlockKind.DUPLICATE, reasons=(reason,)))
        else:
            found.append(block)
        if block.kind not in FURNITURE_KINDS:
            seen.add(said)
    return tuple(found)


def _is_listed(beside: Sequence[Block], words: str, text: str) -> bool:
    """Say whether a line without an end stands between two as short, or behind two, in plain text."""
    short = all(len(block.span.cut(text).split()) <= _LISTED for block in beside)
    return len(beside) > _BESIDE and short and beside[1].element is None and not words.endswith((".", "!", "?"))


def _furniture(blocks: tuple[Block, ...], others: Sequence[Removal], cut: Sequence[Span]) -> tuple[Removal, ...]:
    """Return runs of furniture of one kind not told of yet as removals; nothing, when no article would be left.

    Where a foreign passage, of those in ``cut``, starts or ends inside such a line, the rest of it is the story's.
    """
    if not any(block.kind not in FURNITURE_KINDS for block in blocks):
        return ()
    told = {removal.reasons for removal in others}
    runs: list[list[Block]] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        untold = block.kind in FURNITURE_KINDS and not (told and block.reasons in told)
        if untold and not (cut and _is_parted(block.span, cut)):
            if runs and before is runs[-1][-1] and before.kind is block.kind:
                runs[-1].append(block)
            else:
                runs.append([block])
    return tuple(
        Removal(
            span=Span(start=run[0].span.start, end=run[-1].span.end),
            kind=RemovalKind(run[0].kind.value),
            status=_status(run[0]),
            score=min(block.score for block in run),
            reasons=run[0].reasons,
        )
        for run in runs
    )


def _behind(removal: Removal, end: int, text: str) -> Removal:
    """Return what of a removal is cut out behind an earlier one that overlaps it and ends at ``end``."""
    if removal.status is not RemovalStatus.REMOVED or not removal.span.start < end < removal.span.end:
        return removal
    start = removal.span.end - len(text[end : removal.span.end].lstrip())
    return replace(removal, span=Span(start=start, end=removal.span.end)) if start < removal.span.end else removal


def _status(block: Block) -> RemovalStatus:
    """Return what becomes of furniture: what only reads as part of another story, in plain text, may be the page's."""
    doubted = block.reasons[0].code is ReasonCode.OTHER_STORY
    return RemovalStatus.SUSPECTED if doubted else RemovalStatus.REMOVED


def _rejoined(removals: Sequence[Removal], text: str) -> tuple[Removal, ...]:
    """Return the removals in order, those that break a sentence with the line breaks between its two parts."""
    found: list[Removal] = []
    for at, one in enumerate(removals):
        span = rejoined(text, one.span) if one.status is RemovalStatus.REMOVED else one.span
        free = not any(span.overlaps(other.span) for other in (*found[-1:], *removals[at + 1 : at + 2]))
        found.append(replace(one, span=span) if free else one)
    return tuple(found)


def _stripped(span: Span, text: str) -> Span:
    return Span(start=span.end - len(span.cut(text).lstrip()), end=span.start + len(span.cut(text).rstrip()))


def _is_in_label(removal: Removal, blocks: Sequence[Block], text: str) -> bool:
    """Say whether a passage is of a label of its kind, which has a word or two beside it: "Comments (3)".

    None is what the next line goes on from in small letters. So is the last sentence of what words tell for the site's.
    """
    line = next((block for block in blocks if block.span.covers(removal.span)), None)
    if line is None:
        return False
    before, behind = text[line.span.start : removal.span.start].strip(), text[removal.span.end : line.span.end].strip()
    if _is_worded(line) and ENDED.search(before) and not behind:
        return True
    if line.kind.value != removal.kind.value or (before and _GOES_ON.match(text, line.span.end)):
        return False
    return len(before.split()) + len(behind.split()) <= _BESIDE and not ENDED.search(behind or before)


def _is_parted(line: Span, cut: Sequence[Span]) -> bool:
    """Say whether one of the passages cut starts or ends inside a line."""
    return any(line.overlaps(span) and not (span.start <= line.start and line.end <= span.end) for span in cut)


def _settle(removals: Iterable[Removal], text: str) -> tuple[Removal, ...]:
    """Put removals in order; where two overlap what is removed stands, then what starts first, then the longer one.

    Of what is removed behind such an overlap, the rest is removed too.
    """
    order = sorted(removals, key=lambda removal: (removal.status, removal.span.start, -removal.span.end))
    found: list[Removal] = []
    for removal in order:
        at = bisect_left(found, removal.span.start, key=lambda other: other.span.start)
        before, behind = found[max(0, at - 1) : at], found[at : at + 1]
        kept = _behind(removal, before[0].span.end, text) if before else removal
        if not any(kept.span.overlaps(other.span) for other in (*before, *behind)):
            found.insert(at, kept)
    return tuple(found)
