"""Other articles on a page: what stands whole in an article element of its own, with a title and running text.

Entries of a live blog, cards and comments stand in such elements too: they have no first-level heading, or the page's
headline stands above them all. What is none of these is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.data import Block, BlockKind, Reason, ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.words import ENDED

_ARTICLE = re.compile(r"/article\[\d+\](?=/|$)")
_TITLE = re.compile(r"/h1\[\d+\]")
_RUNNING = 60  # characters of a paragraph
_PARAGRAPHS = 3  # of an article; a teaser has one, a card of a live blog two
_TEXT = 600  # characters of an article
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
        enough = len(running) >= _PARAGRAPHS and sum(map(len, running)) >= _TEXT
        return bool(self.heading) and enough and all(block.kind is not BlockKind.COMMENTS for block in self.blocks)


def mark_others(blocks: Sequence[Block], text: str) -> tuple[tuple[Block, ...], tuple[Removal, ...]]:
    """Call the blocks of other articles teasers; return all blocks, and those articles as removals."""
    others = {found.root: found.heading for found in _others(blocks, text)}
    if not others:  # as on most pages
        return tuple(blocks), ()
    marked: list[Block] = []
    removals = []
    for root, run in groupby(blocks, lambda block: _root_of(block, others)):
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


def _root_of(block: Block, roots: Container[str]) -> str | None:
    return next((root for root in _articles(block) if root in roots), None)


def _articles(block: Block) -> list[str]:
    """Return the article elements a block stands in, the outermost first."""
    path = block.element or ""
    return [path[: step.end()] for step in _ARTICLE.finditer(path)] if "/article[" in path else []


def _others(blocks: Sequence[Block], text: str) -> Iterator[_Found]:
    held: dict[str, list[Block]] = defaultdict(list)
    for block in blocks:
        for root in _articles(block)[-1:]:
            held[root].append(block)
    if len(held) < 2:
        return
    every = [_Found(root, inside, text) for root, inside in held.items()]
    for main in [found for found in every if found.is_main][:1]:
        yield from (one for one in every if one.is_whole and not (_holds(one, main) or _holds(main, one)))


def _holds(outer: _Found, inner: _Found) -> bool:
    return f"{inner.root}/".startswith(f"{outer.root}/")


def _is_running(block: Block, text: str) -> bool:
    return len(block.span) >= _RUNNING and ENDED.search(block.span.cut(text)) is not None
