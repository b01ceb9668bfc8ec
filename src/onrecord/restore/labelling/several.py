"""Other articles on a page: what stands whole in an element of its own, with a title and running text.

Entries of a live blog, cards and comments stand in such elements too: they have no first-level heading, or the page's
headline stands above them all. What is none of these is left alone. In any other element than ``article`` it is the
brother of the one that holds the page's article, and says who wrote it or when.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.data import Block, BlockKind, Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.words import ENDED

_ARTICLE = re.compile(r"/article\[\d+\](?=/|$)")
_TITLE = re.compile(r"/h1\[\d+\]")
_ENDS_AT_TITLE = re.compile(r"/h1\[\d+\]$")
_RUNNING = 60  # characters of a paragraph
_PARAGRAPHS = 3  # of an article; a teaser has one, a card of a live blog two
_TEXT = 600  # characters of an article
_SIGNED = 300  # and of one with a byline or a date of its own
_SHORT = (2, 150)  # paragraphs and characters of one that stands as the page's own does
_NUMBER = re.compile(r"\[\d+\]")
_SIGNED_BY = (BlockKind.BYLINE, BlockKind.DATELINE)
_ENTRIES = (BlockKind.COMMENTS, BlockKind.LIVE_ENTRY)
_SCORE = 0.9
_HEAD = 80  # characters of a heading that are told


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in one article element, other article elements inside it left out."""

    root: str
    blocks: list[Block]
    text: str

    @property
    def heading(self) -> str:
        """Return its title, nothing where it has none."""
        titles = (block.span.cut(self.text) for block in self.blocks if _TITLE.search(block.element or ""))
        return " ".join(next(titles, "").split())

    @property
    def is_main(self) -> bool:
        """Say whether the page's headline stands here."""
        return any(block.kind is BlockKind.HEADLINE for block in self.blocks)

    @property
    def is_whole(self) -> bool:
        """Say whether it has what an article has."""
        running = [block.span for block in self.blocks if _is_running(block, self.text)]
        least = _SIGNED if self.is_signed else _TEXT
        enough = len(running) >= _PARAGRAPHS and sum(map(len, running)) >= least
        return bool(self.heading) and enough and all(block.kind not in _ENTRIES for block in self.blocks)

    @property
    def is_signed(self) -> bool:
        """Say whether its authors or its day are told."""
        return any(block.kind in _SIGNED_BY for block in self.blocks)


def mark_others(blocks: Sequence[Block], text: str) -> tuple[tuple[Block, ...], tuple[Removal, ...]]:
    """Call the blocks of other articles teasers; return all blocks, and those articles as removals."""
    others = {one.root: one.heading for one in _others(blocks, text)}
    if not others:  # as on most pages
        return tuple(blocks), ()
    marked: list[Block] = []
    removals = []
    for root, run in groupby(blocks, _holder(others)):
        if root is None:
            marked += run
            continue
        why = f"another article of this page: “{others[root][:_HEAD]}”"
        reasons = (Reason(code=ReasonCode.OTHER_STORY, words=why),)
        made = [replace(block, kind=BlockKind.TEASER, score=_SCORE, reasons=reasons) for block in run]
        marked += made
        removals.append(
            Removal(
                span=Span(start=made[0].span.start, end=made[-1].span.end),
                kind=RemovalKind.OTHER_ARTICLE,
                status=RemovalStatus.REMOVED,
                score=_SCORE,
                reasons=reasons,
            )
        )
    return tuple(marked), tuple(removals)


def _holder(roots: Collection[str]) -> Callable[[Block], str | None]:
    """Return what tells the outermost of some elements that a block stands in."""
    lengths = sorted(set(map(len, roots)))

    def holder(block: Block) -> str | None:
        path = f"{block.element}/"
        return next((path[:end] for end in lengths if path[end : end + 1] == "/" and path[:end] in roots), None)

    return holder


def _articles(block: Block) -> list[str]:
    """Return the article elements a block stands in, the outermost first."""
    path = block.element or ""
    return [path[: step.end()] for step in _ARTICLE.finditer(path)] if "/article[" in path else []


def _others(blocks: Sequence[Block], text: str) -> list[_Found]:
    """Return the other articles, none of which holds another one."""
    return list(_in_articles(blocks, text)) or list(_in_brothers(blocks, text))


def _in_brothers(blocks: Sequence[Block], text: str) -> Iterator[_Found]:
    """Yield the articles in brothers of the element that holds the page's own."""
    titles = [block for block in blocks if block.element and "/h1[" in block.element]
    headline = next((block for block in titles if block.kind is BlockKind.HEADLINE), None)
    if headline is None or len(titles) < 2:
        return
    owns: dict[str, str] = {}
    for title in titles:
        own, root = _parted(headline.element or "", title.element or "")
        brothers = own.rpartition("[")[0] == root.rpartition("[")[0]
        if title is not headline and brothers and not _ENDS_AT_TITLE.search(root):
            owns.setdefault(root, own)
    mains = {own: _Found(own, list(filter(_holder({own}), blocks)), text).is_whole for own in set(owns.values())}
    held: dict[str | None, list[Block]] = {root: [] for root in (None, *owns)}
    holder = _holder(owns)
    for block in blocks:
        held[holder(block)].append(block)
    for root, own in owns.items():
        other = _Found(root, held[root], text)
        if mains[own] and other.is_whole and other.is_signed:
            yield other


def _parted(one: str, other: str) -> tuple[str, str]:
    """Return the largest elements around two blocks that do not hold both."""
    steps, others = one.split("/"), other.split("/")
    shared = next((n for n, (a, b) in enumerate(zip(steps, others, strict=False)) if a != b), 0)
    return "/".join(steps[: shared + 1]), "/".join(others[: shared + 1])


def _in_articles(blocks: Sequence[Block], text: str) -> Iterator[_Found]:
    held: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        for root in _articles(block)[-1:]:
            held[root].append(block)
    if len(held) < 2:
        return
    every = [_Found(root, inside, text) for root, inside in held.items()]
    for main in [found for found in every if found.is_main][:1]:
        others = (one for one in every if not (_holds(one, main) or _holds(main, one)))
        yield from (one for one in others if one.is_whole or _is_like(one, main))


def _is_like(one: _Found, main: _Found) -> bool:
    """Say whether a short article stands as the page's own does, with a title, and signed where that is."""
    running = [len(block.span) for block in one.blocks if _is_running(block, one.text)]
    signed = {(block.element or "")[len(main.root) :] for block in main.blocks if block.kind in _SIGNED_BY}
    return (
        main.is_whole
        and _NUMBER.sub("", one.root) == _NUMBER.sub("", main.root)
        and bool(one.heading)
        and len(running) >= _SHORT[0]
        and sum(running) >= _SHORT[1]
        and all(block.kind not in _ENTRIES for block in one.blocks)
        and any((block.element or "")[len(one.root) :] in signed for block in one.blocks)
    )


def _holds(outer: _Found, inner: _Found) -> bool:
    return f"{inner.root}/".startswith(f"{outer.root}/")


def _is_running(block: Block, text: str) -> bool:
    return len(block.span) >= _RUNNING and ENDED.search(block.span.cut(text)) is not None
