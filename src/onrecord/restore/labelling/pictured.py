"""Captions and credits that the model takes for something else: told by words, and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import ARTICLE_KINDS, Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.labelling.alone import stands_alone
from onrecord.restore.labelling.beside import reach, says_author
from onrecord.restore.labelling.ended import word_count
from onrecord.restore.words import OWNED, furniture_of

_CREDIT = 120  # characters
_CAPTION = (24, 600)  # characters
_FEWEST = 3  # words of a caption
_UNTOLD = (BlockKind.INTERFACE, BlockKind.TEASER)
_FIGURE = re.compile(r"/(?:figure|figcaption|picture)\[")
_FIGCAPTION = re.compile(r"/figcaption\[")
_PLAYER = re.compile(r"video|audio|player|podcast|embed")
_PLAYED = re.compile(r"\W*(?:video|audio|podcast|watch|listen)\b|.*\b(?:javascript|cookies?)\b", re.IGNORECASE)
"""What stands below a player is its title, or what a site says instead of it."""
_APART = re.compile(r"/(?:aside|footer|nav)\[")
_NAMED = re.compile(
    r"credit|copyright|photographer|fotograf|(?:bild|image|photo|pict?|media)[-_]?(?:autor|author|quelle|source|src|by|recht)"
)
"""Names of elements for credits, in English and German; they stand inside others."""
_NEAREST = 2  # hints
_OWN = 4  # and those in which a player is named
_LINKED = 0.6  # share of linked characters from which a block leads elsewhere
_AGENCY = (
    "getty(?: images)?|afp|reuters|ap(?: photo)?|associated press|dpa|picture alliance|imago|epa|keystone|apa|"
    "shutterstock|istock|alamy|ansa|efe|ntb|scanpix|tt|lusa|belga|anp|pa(?: wire)?|bloomberg|zuma|unsplash|pixabay"
)
_PICTURE = (
    r"(?:photo|foto|fotograf\w*|bild(?:rechte|quelle)?|image|picture|crédits? photo|фото|写真|תמונה|צילום)"
    r"\s*(?:credit|by|par|von|di|de)?\s*[:/©]"
)
_WORDS = re.compile(
    r"[(\[]?(?:(?:photo|foto|fotograf\w*|bild(?:rechte|quelle)?|image|picture|illustration|grafik|graphic|source|quelle|"
    r"crédits?(?: photo)?|credits?|copyright|фото|写真)\s*(?:credit|by|par|von|di|de)?\s*[:/©].{1,100}|"
    r"(?:photo|photograph|illustration|graphic)s? by .{2,80}|©\s?.{2,60}|"
    rf"(?:.{{0,60}}[/|–-]\s*|.{{0,40}}\bvia\s+)?(?:{_AGENCY})|(?:{_AGENCY})\s*/.{{1,40}})[)\]]?\W*",
    re.IGNORECASE,
)
_OF_PICTURE = re.compile(rf"[(\[]?{_PICTURE}\s*[^\s:.?!][^?!]{{1,100}}", re.IGNORECASE)
"""What is said of a picture alone, wherever it stands."""
_ENDS = re.compile(
    rf"(?:[.!?)”\"’|(\[]\s?|\s)(?:{_PICTURE}\s*[^\s:.?!][^:?!\n]{{1,80}}|"
    r"\((?:ap photo|afp|reuters|getty|epa|dpa)\b[^()\n]{0,60}\))$",
    re.IGNORECASE,
)
"""Whose a picture is, at the end of its caption."""


def name_pictured(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the blocks with captions and credits named.

    What stands in the element of a picture's caption, or ends with whose it is, is one; words about a picture beside
    one are a credit.
    """
    last = max((n for n, block in enumerate(blocks) if block.kind in ARTICLE_KINDS), default=0)
    found = list(blocks)
    for n in reach(blocks):
        block, words, raw = blocks[n], blocks[n].span.cut(page.document.text), page.raw_blocks[n]
        if block.kind in (*_UNTOLD, BlockKind.CREDIT) and n <= last + 1 and _is_caption(block, words, raw):
            found[n] = _named(block, BlockKind.CAPTION, "tells of a picture, in its element or with whose it is")
            continue
        signed = block.kind is BlockKind.BYLINE and not says_author(words, page)
        if (signed or block.kind in _UNTOLD) and _is_credit(n, words, blocks, page.raw_blocks):
            found[n] = _named(block, BlockKind.CREDIT, "says whose a picture is, beside one")
    return tuple(found)


def _is_caption(block: Block, words: str, raw: RawBlock) -> bool:
    """Say whether a block tells of a picture: in an element for that, or with whose picture it is at its end."""
    if raw.link_share >= _LINKED or not _CAPTION[0] <= len(words) <= _CAPTION[1]:
        return False
    if _ENDS.search(words) and not _OF_PICTURE.fullmatch(words):
        return block.kind is not BlockKind.TEASER or raw.link_share == 0
    if _WORDS.fullmatch(words):
        return False
    element = raw.element or ""
    pictured = block.kind is BlockKind.INTERFACE and _FIGCAPTION.search(element) and not _APART.search(element)
    played = any(map(_PLAYER.search, raw.hints[:_OWN])) or _PLAYED.match(words)
    return (
        bool(pictured)
        and not played
        and word_count(words) >= _FEWEST
        and not (furniture_of(words) or stands_alone(words))
    )


def _is_credit(n: int, words: str, blocks: Sequence[Block], raws: Sequence[RawBlock]) -> bool:
    raw = raws[n]
    if len(words) > _CREDIT:
        return False
    named = any(map(_NAMED.search, raw.hints[:_NEAREST]))
    pictured = (
        named
        or _FIGURE.search(raw.element or "")
        or any(block.kind is BlockKind.CAPTION for block in blocks[max(0, n - 2) : n + 3])
        or (blocks[n].kind is BlockKind.INTERFACE and _OF_PICTURE.fullmatch(words))
        or _is_owned(n, words, blocks)
    )
    said = _WORDS.fullmatch(words) is not None
    return bool(pictured) and raw.link_share < _LINKED and (said or (named and blocks[n].kind in _UNTOLD))


def _is_owned(n: int, words: str, blocks: Sequence[Block]) -> bool:
    """Say whether a line is whose the text above it is, in a paragraph as that has: "© Reuters"."""
    above = next((block for block in reversed(blocks[:n]) if block.kind is BlockKind.BODY), None)
    return (
        words.startswith("©")
        and OWNED.fullmatch(words) is not None
        and above is not None
        and (above.element or "").rpartition("[")[0] == (blocks[n].element or "").rpartition("[")[0]
    )


def _named(block: Block, kind: BlockKind, why: str) -> Block:
    return replace(block, kind=kind, reasons=(Reason(code=ReasonCode.POSITION, words=why),))
