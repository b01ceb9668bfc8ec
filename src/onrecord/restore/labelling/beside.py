"""Bylines and days beside a text that the model takes for something else: told by what the page states of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import ARTICLE_KINDS, Block, BlockKind, Page, Reason, ReasonCode
from onrecord.restore.blocks.own import bare

_AROUND = 6  # blocks above a headline and below a text among which both stand
_NAMES = 60  # characters of a line of names
_ROLE = 5  # words behind a name that say what somebody is
_DAY = 10  # words of a line with the day
_LINKED = 0.6  # share of linked characters from which a block leads elsewhere
_DATED = re.compile(r"\b\d{1,2}[./ -]\w{1,9}[./ -]\d{2,4}\b")
"""A day, as it stands beside a name in one line; such a line is a byline first."""
_UNTOLD = (BlockKind.INTERFACE, BlockKind.TEASER)
_BY = re.compile(r"^(?:by|von|par|por|di|door|av|af|texte?|author|autor(?:in)?)\b\s*:?\s+", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\W*(?:(?:first |last )?(?:published|updated|posted)|publiziert|veröffentlicht|erschienen|aktualisiert|stand:|"
    r"online seit|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|"
    r"uppdaterad|publisert|oppdatert|udgivet|opdateret|опубликовано|обновлено)(?!\w)",
    re.IGNORECASE,
)


def reach(blocks: Sequence[Block]) -> range:
    """Return the blocks among which what stands beside a text is: around its headline and its running text."""
    article = [n for n, block in enumerate(blocks) if block.kind in ARTICLE_KINDS]
    if not article:
        return range(0)
    head = next((n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), article[0])
    return range(max(0, min(article[0], head) - _AROUND), min(article[-1] + _AROUND, len(blocks)))


def says_author(words: str, page: Page) -> bool:
    """Say whether a line is an author that the page states, and nothing else."""
    authors = set(filter(None, map(bare, (page.document.byline or "").split(", "))))
    return len(words) <= _NAMES and bare(_BY.sub("", words)) in authors


def name_beside(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the blocks with bylines and days named: lines that say an author or the day that the page states."""
    article = [n for n, block in enumerate(blocks) if block.kind in ARTICLE_KINDS] or [0]
    head = next((n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), len(blocks))
    outlet = bare(page.document.publisher or "")
    names = [name for name in (page.document.byline or "").split(", ") if bare(name)]
    people = [name for name in names if not outlet or (bare(name) not in outlet and outlet not in bare(name))]
    found = list(blocks)
    for n in reach(blocks):
        block, words = blocks[n], blocks[n].span.cut(page.document.text)
        if block.kind not in (*_UNTOLD, BlockKind.BYLINE, BlockKind.DATELINE):
            continue
        outside = block.kind in _UNTOLD and not article[0] <= n <= article[-1]
        dated = block.kind is BlockKind.DATELINE or (outside and n < article[0] and bool(_DATED.search(words)))
        below = head < n < article[0] and block.kind is BlockKind.INTERFACE
        if (outside and says_author(words, page)) or _says(people, words, dated=dated, leading=below):
            found[n] = _named(block, BlockKind.BYLINE, "says an author that the page states")
        elif block.kind is BlockKind.BYLINE and _PUBLISHED.match(words) and not _says(names, words, dated=True):
            found[n] = _named(block, BlockKind.DATELINE, "says when the page was published")
        elif below and page.raw_blocks[n].link_share < _LINKED and _says_day(words, page):
            found[n] = _named(block, BlockKind.DATELINE, "says the day that the page states")
    return tuple(found)


def _says(names: Sequence[str], words: str, *, dated: bool, leading: bool = False) -> bool:
    """Say whether a short line has a name, beside a day or with what its bearer is: "Emma Lund Travel Writer"."""
    if len(words) > _NAMES:
        return False
    said, whole = _BY.sub("", words).casefold(), bare(_BY.sub("", words))
    led = [name for name in names if said.startswith(f"{name.casefold()} ")]
    return (dated and any(bare(name) in whole for name in names)) or (
        leading and any(len(said.split()) - len(name.split()) <= _ROLE for name in led)
    )


def _says_day(words: str, page: Page) -> bool:
    """Say whether a short line has the year and the number of the day that the page states."""
    day = page.document.published_at
    if day is None or len(words) > _NAMES or len(words.split()) > _DAY:
        return False
    numbers = re.findall(r"\d+", words)
    return str(day.year) in numbers and not {str(day.day), f"{day.day:02}"}.isdisjoint(numbers)


def _named(block: Block, kind: BlockKind, why: str) -> Block:
    return replace(block, kind=kind, reasons=(Reason(code=ReasonCode.POSITION, words=why),))
