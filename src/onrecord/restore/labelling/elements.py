"""Labels for the blocks of an HTML page: the model's, with what must not happen ruled out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.data import Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.blocks import KINDS, Labeller, shipped
from onrecord.restore.blocks.own import Matrix, bare
from onrecord.restore.labelling.beside import name_beside
from onrecord.restore.labelling.furniture import Judged, Names, judge_furniture
from onrecord.restore.labelling.passed_by import with_passed_by
from onrecord.restore.labelling.pictured import name_pictured
from onrecord.restore.labelling.taken_in import without_taken_in

_OTHER, _HEADLINE, _STANDFIRST, _BODY = (KINDS.index(kind) for kind in ("other", "headline", "standfirst", "body"))
_ARTICLE = tuple(KINDS.index(kind) for kind in ("body", "subhead", "list"))
_PICTURED = tuple(KINDS.index(kind) for kind in ("caption", "credit"))
_LEAST = 60  # characters of running text below which a page has no article yet
_REPEATED = 3  # times that a line of the site stands on one page; an article says nothing so often
_LINE = 24  # characters; a shorter line may well stand in an article more than once
_DOUBT = 1.3  # how much likelier than none of the article a kind must be; set on pages of publishers not seen
_SURE = 0.8  # likelihood; set on pages of publishers that the model had not seen
_LINKED = 0.7  # share of linked characters from which a block leads elsewhere, unless the model is sure
_BROTHERS = 3  # paragraphs beside a standfirst from which on it is the first of them, unless the model is sure
_LEFT_OUT, _TAKEN = 0.65, 0.2  # likelihoods of none of the article, and of it, that part blocks between its paragraphs
_RESCUED = 0.02  # likelihood from which a brother of the likeliest block is taken along
_QUOTED = re.compile(r"twitter-tweet|twitter-video|instagram-media|bluesky-embed|pull-?quote")
_LIVE = re.compile(r"(?:^|[-_])live-?(?:blog|event|ticker|feed|entry|entries|update|post)")
_ENTRIES = 3  # paragraphs in elements named for a live blog from which on it is one
_NEAREST = 6  # hints; a name further up is not the block's own

_HEADING = re.compile(r"/h[12]\[\d+\](?:/[a-z]+\[\d+\])?$")
_APART = re.compile(r"/(?:aside|footer|nav)\[")
_ENTRY_HEADING = re.compile(r"/h[2-6]\[\d+\](?:/[a-z]+\[\d+\])?$")
_LISTED = re.compile(r"/li\[\d+\]/h1\[\d+\]$")
_DIVIDER = re.compile(r"(?:[_*•·–—~#+=-]\s*){3,20}")
_ROW = re.compile(r"/tr\[\d+\](?:/td\[\d+\])?$")
_CELL = re.compile(r"/td\[\d+\]$")
"""A cell too long for a row: running text that is laid out with a table."""
_OF_LIST = re.compile(r"(.*/[uo]l\[\d+\])/li\[\d+\](?:/(?:div|p|span)\[1\])?$")
"""An item, and its text in an element of its own, with the list that it is of."""
_CALENDAR = re.compile(r"calendar|kalender|calendrier|calendario")
_CLOCK = re.compile(r"\W*\d{1,2}[:.h]\d\d(?:\s?[^\W\d]{1,4}\.?)?\W*")
_ITEM = re.compile(r"/li\[\d+\]$")


def label_elements(page: Page, labeller: Labeller | None = None) -> tuple[Block, ...]:
    """Label every block of an HTML page with its kind, the model's likelihood of it, and the reason.

    The kinds come from the model. What it may not do: take for the article what stands in an element named for consent,
    what stands on the page three times over, or nothing at all; part the first paragraph from the others.
    """
    raws, text = page.raw_blocks, page.document.text
    likely = (labeller or shipped()).likely(page)
    found = _told(likely, raws)
    words = [raw.span.cut(text) for raw in raws]
    times = Counter(line for line in words if len(line) >= _LINE)
    headline = int(likely[:, _HEADLINE].argmax())
    if found[headline] == _HEADLINE and (over := _over_article(headline, raws, words, page.document.title)) is not None:
        found[headline], found[over], headline = _OTHER, _HEADLINE, over
    if not (found == _HEADLINE).any() and (said := _says_title(found, raws, words, page)) is not None:
        found[said], headline = _HEADLINE, said
    names = Names.of(raws, words, raws[headline] if found[headline] == _HEADLINE else None)
    article = np.flatnonzero(np.isin(found, _ARTICLE))
    extent = range(article[0], article[-1] + 3) if len(article) else range(0)
    live = {n for n in np.flatnonzero(found == _BODY).tolist() if _is_live(raws[n].hints)}
    live = live if len(live) >= _ENTRIES else set()
    scores = np.minimum(likely[np.arange(len(raws)), found], 1.0).tolist()
    blocks = []
    for n, (raw, taken) in enumerate(zip(raws, found.tolist(), strict=True)):
        if n != headline and taken == _HEADLINE and bare(words[n]) == bare(words[headline]):
            kind, code, why = BlockKind.DUPLICATE, ReasonCode.REPEATS_PAGE, "says the headline once more"
        elif n in extent and _DIVIDER.fullmatch(words[n]):
            kind, code, why = BlockKind.BODY, ReasonCode.POSITION, "a divider between the article's paragraphs"
        else:
            kind, code, why = _judge(KINDS[taken], raw, words[n], names, inside=n in extent, times=times[words[n]])
        headed = (kind, code) == (BlockKind.INTERFACE, ReasonCode.POSITION) and not live.isdisjoint((n + 1, n + 2))
        if headed and _heads_entry(raw):
            kind, why = BlockKind.SUBHEAD, "heads an entry of a live blog"
        elif headed and _CLOCK.fullmatch(words[n]) and _is_live(raw.hints):
            kind, why = BlockKind.DATELINE, "says when an entry of a live blog was written"
        if kind is BlockKind.BODY and n in live:
            kind, code, why = BlockKind.LIVE_ENTRY, ReasonCode.FURNITURE_ELEMENT, "stands in an entry of a live blog"
        reasons = _reasons(code, why)
        blocks.append(Block(span=raw.span, kind=kind, element=raw.element, score=scores[n], reasons=reasons))
    return without_taken_in(with_passed_by(name_pictured(name_beside(blocks, page), page), page), page)


@lru_cache(maxsize=64)
def _reasons(code: ReasonCode, why: str) -> tuple[Reason]:
    return (Reason(code=code, words=why),)


def _told(likely: Matrix, raws: Sequence[RawBlock]) -> NDArray[np.int64]:
    """Return the likeliest kind of each block, with what may not be."""
    found: NDArray[np.int64] = np.where(
        likely[:, _OTHER] * _DOUBT >= likely[:, 1:].max(axis=1), _OTHER, 1 + likely[:, 1:].argmax(axis=1)
    )
    surely = likely.max(axis=1) >= _SURE
    sizes = np.array([len(raw.span) for raw in raws])
    groups = [(raw.element or "").rpartition("[")[0] for raw in raws]  # brothers of one tag
    linked = np.array([raw.link_share >= _LINKED for raw in raws])
    found[linked & ~surely & np.isin(found, _ARTICLE)] = _OTHER
    if (sizes * np.isin(found, _ARTICLE)).max() < _LEAST:  # no running text: the likeliest is, and its like
        best = int((likely[:, _BODY] * np.minimum(sizes, _LEAST)).argmax())
        like = np.array([group == groups[best] for group in groups])
        found[like & (found == _OTHER) & (likely[:, _BODY] >= _RESCUED)] = _BODY
        found[best] = _BODY
    paragraphs = Counter(group for group, kind in zip(groups, found, strict=True) if kind == _BODY)
    among = np.array([paragraphs[group] >= _BROTHERS for group in groups])
    found[among & ~surely & (found == _STANDFIRST)] = _BODY
    told = likely[:, _ARTICLE].sum(axis=1)
    spoken_for = (
        (likely[:, _OTHER] < _LEFT_OUT) & (told >= _TAKEN) & (told > likely[:, _PICTURED].sum(axis=1)) & ~linked
    )
    between = [n for n in _between(found, raws) if spoken_for[n]]
    between += [n for n in _items(found, raws) if likely[n, _OTHER] < _LEFT_OUT and not linked[n]]
    found[between] = np.array(_ARTICLE)[likely[np.ix_(between, _ARTICLE)].argmax(axis=1)]
    return found


def _over_article(headline: int, raws: Sequence[RawBlock], words: Sequence[str], title: str | None) -> int | None:
    """Return the heading that says the title, where what the model takes for the headline ends the way to the page."""
    said = bare(title or "")
    if not said or not _ends_trail(raws[headline]):
        return None
    headings = (n for n, raw in enumerate(raws) if _HEADING.search(raw.element or "") and not _ends_trail(raw))
    return next((n for n in headings if bare(words[n]).endswith(said)), None)


def _says_title(found: NDArray[np.int64], raws: Sequence[RawBlock], words: Sequence[str], page: Page) -> int | None:
    """Return the block above the article that says the title, beside a kicker perhaps, and leads nowhere."""
    said, first = bare(page.document.title or ""), int(np.isin(found, _ARTICLE).argmax())
    if said == bare(page.document.publisher or ""):  # the outlet's name stands on every page
        return None
    for n, raw in enumerate(raws[:first]):
        whole = bare(words[n])
        apart = raw.link_share >= _LINKED or _ends_trail(raw) or _APART.search(raw.element or "")
        named = said in whole and 2 * len(said) > len(whole)
        if (named or (whole in said and 4 * len(whole) > 3 * len(said))) and not apart:
            return n
    return None


def _heads_entry(raw: RawBlock) -> bool:
    headed = _ENTRY_HEADING.search(raw.element or "") is not None
    return headed and raw.link_share < _LINKED and _is_live(raw.hints)


@lru_cache(maxsize=1024)
def _is_live(hints: tuple[str, ...]) -> bool:
    return any(map(_LIVE.search, hints))


def _ends_trail(raw: RawBlock) -> bool:
    element = raw.element or ""
    return "/nav[" in element or bool(_LISTED.search(element)) or any("crumb" in hint for hint in raw.hints[:_NEAREST])


def _between(found: NDArray[np.int64], raws: Sequence[RawBlock]) -> list[int]:
    """Return the blocks that are none of the article though its nearest blocks before and after are their brothers."""
    parents = [(raw.element or "").rpartition("/")[0] for raw in raws]
    article = np.flatnonzero(np.isin(found, _ARTICLE))
    return [
        n
        for first, last in pairwise(article)
        if parents[first] == parents[last]
        for n in range(first + 1, last)
        if found[n] == _OTHER and parents[n] == parents[first]
    ]


def _items(found: NDArray[np.int64], raws: Sequence[RawBlock]) -> list[int]:
    """Return the items that are none of the article of lists half of whose items are."""
    lists = [item[1] if (item := _OF_LIST.match(raw.element or "")) else "" for raw in raws]
    told = np.isin(found, _ARTICLE)
    own = Counter(name for name, article in zip(lists, told, strict=True) if article)
    every = Counter(lists)
    return [n for n, name in enumerate(lists) if name and found[n] == _OTHER and 2 * own[name] >= every[name] > 2]


def _judge(kind: str, raw: RawBlock, words: str, names: Names, *, inside: bool, times: int) -> Judged:
    """Return the kind of a block that the model takes for ``kind``, with its reason."""
    element = raw.element or ""
    if names.mean_consent(raw) or (_ROW.search(element) and any(map(_CALENDAR.search, raw.hints[:_NEAREST]))):
        return judge_furniture(raw, words, names)
    laid_out = kind != "other" and _CELL.search(element) is not None and "\t" not in words
    if inside and kind in ("other", "body", "list"):
        if any(map(_QUOTED.search, raw.hints[:_NEAREST])):
            why = "stands in the article in an element for quotations"
            return BlockKind.PULL_QUOTE, ReasonCode.FURNITURE_ELEMENT, why
        if _ROW.search(element) is not None and not laid_out and raw.link_share < 0.5:
            return BlockKind.TABLE, ReasonCode.POSITION, "a row of a table in the article"
    if kind == "other" or not any(map(str.isalnum, words)):
        return judge_furniture(raw, words, names)
    if times >= _REPEATED and kind != "headline":  # which bars for sharing and lists of the site say again
        return BlockKind.INTERFACE, ReasonCode.REPEATS_PAGE, f"stands {times} times on the page"
    told = BlockKind.LIST if kind == "body" and _ITEM.search(element) else BlockKind(kind)
    if told is BlockKind.LIST and laid_out:
        told = BlockKind.BODY
    return told, ReasonCode.POSITION, _WHY[told]


_WHY = {
    BlockKind.HEADLINE: "says the page's title where headlines stand",
    BlockKind.STANDFIRST: "stands between headline and text as a summary does",
    BlockKind.BYLINE: "stands and reads as the names of authors do",
    BlockKind.DATELINE: "stands and reads as a date of publication does",
    BlockKind.BODY: "running text among the article's",
    BlockKind.SUBHEAD: "a heading inside the article",
    BlockKind.LIST: "an item of a list in the article",
    BlockKind.CAPTION: "stands and reads as a picture's caption does",
    BlockKind.CREDIT: "stands and reads as a credit does",
}
