"""Bylines and credits that the model takes for none of the article: told by what the page states, and by words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import ARTICLE_KINDS, Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.blocks.own import bare

_AROUND = 6  # blocks above a headline and below a text among which both stand
_NAMES = 60  # characters of a line of names
_CREDIT = 120  # characters
_DATED = re.compile(r"\b\d{1,2}[./ -]\w{1,9}[./ -]\d{2,4}\b")
"""A day, as it stands beside a name in one line; such a line is a byline first."""
_UNTOLD = (BlockKind.INTERFACE, BlockKind.TEASER)
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|texte?|author|autor(?:in)?)\b\s*:?\s+", re.IGNORECASE)
_FIGURE = re.compile(r"/(?:figure|figcaption|picture)\[")
_NAMED = re.compile(
    r"credit|copyright|photographer|fotograf|(?:bild|image|photo|pict?|media)[-_]?(?:autor|author|quelle|source|src|by|recht)"
)
"""Names of elements for credits, in English and German; they stand inside others."""
_NEAREST = 2  # hints
_LINKED = 0.6  # share of linked characters from which a block leads elsewhere
_AGENCY = (
    "getty(?: images)?|afp|reuters|ap(?: photo)?|associated press|dpa|picture alliance|imago|epa|keystone|apa|"
    "shutterstock|istock|alamy|ansa|efe|ntb|scanpix|tt|lusa|belga|anp|pa(?: wire)?|bloomberg|zuma|unsplash|pixabay"
)
_WORDS = re.compile(
    r"[(\[]?(?:(?:photo|foto|fotograf\w*|bild(?:rechte|quelle)?|image|picture|illustration|grafik|graphic|source|quelle|"
    r"crédits?(?: photo)?|credits?|copyright|фото|写真)\s*(?:credit|by|par|von|di|de)?\s*[:/©].{1,100}|"
    r"(?:photo|photograph|illustration|graphic)s? by .{2,80}|©\s?.{2,60}|"
    rf"(?:.{{0,60}}[/|–-]\s*|.{{0,40}}\bvia\s+)?(?:{_AGENCY})|(?:{_AGENCY})\s*/.{{1,40}})[)\]]?\W*",
    re.IGNORECASE,
)


def name_beside(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the blocks with bylines and credits named: a line that says a stated author, and words about a picture."""
    article = [n for n, block in enumerate(blocks) if block.kind in ARTICLE_KINDS]
    if not article:
        return tuple(blocks)
    heads = [n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE]
    first, last = article[0], article[-1]
    outlet = bare(page.document.publisher or "")
    authors = set(filter(None, map(bare, (page.document.byline or "").split(", "))))
    people = [author for author in authors if not outlet or (author not in outlet and outlet not in author)]
    found = list(blocks)
    for n in range(max(0, min([first, *heads[:1]]) - _AROUND), min(last + _AROUND, len(blocks))):
        block, words = blocks[n], blocks[n].span.cut(page.document.text)
        if block.kind not in (*_UNTOLD, BlockKind.BYLINE, BlockKind.DATELINE):
            continue
        outside = block.kind in _UNTOLD and not first <= n <= last
        dated = block.kind is BlockKind.DATELINE or (outside and n < first and _DATED.search(words) is not None)
        said = bare(_BY.sub("", words)) if len(words) <= _NAMES else ""
        if (outside and said in authors) or (dated and any(author in said for author in people)):
            found[n] = _named(block, BlockKind.BYLINE, "says an author that the page states")
        elif block.kind is BlockKind.DATELINE:
            continue
        elif len(words) <= _CREDIT and _is_credit(n, words, blocks, page.raw_blocks):
            found[n] = _named(block, BlockKind.CREDIT, "says whose a picture is, beside one")
    return tuple(found)


def _is_credit(n: int, words: str, blocks: Sequence[Block], raws: Sequence[RawBlock]) -> bool:
    raw = raws[n]
    named = any(map(_NAMED.search, raw.hints[:_NEAREST]))
    pictured = (
        named
        or _FIGURE.search(raw.element or "")
        or any(block.kind is BlockKind.CAPTION for block in blocks[max(0, n - 2) : n + 3])
    )
    said = _WORDS.fullmatch(words) is not None
    return bool(pictured) and raw.link_share < _LINKED and (said or (named and blocks[n].kind in _UNTOLD))


def _named(block: Block, kind: BlockKind, why: str) -> Block:
    return replace(block, kind=kind, reasons=(Reason(code=ReasonCode.POSITION, words=why),))
