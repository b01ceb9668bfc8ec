"""What of an article the model passes by, told by its place: paragraphs like the others, answers, terms, a summary.

Each rule asks for more than one sign, and none takes what its words, its element or its links tell for the site's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.data import ARTICLE_KINDS, Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.labelling.alone import stands_alone, stands_below
from onrecord.restore.labelling.ended import is_ended, word_count
from onrecord.restore.labelling.lines import told_by_words
from onrecord.restore.labelling.voice import names_site

_LIKE = 0.65  # likelihood of none of the article up to which a block like the article's others is one of them
_HEADED = 0.9  # and one up to which a heading is the article's, or a summary
_LINKED = 0.5  # share of linked characters from which a block leads elsewhere
_LED = 0.25  # and one from which it may
_MANY = 4  # and one from which on it is that of nothing else
_ALIKE = 2  # paragraphs of one place and name from which on it is that of paragraphs
_BEHIND = 2  # blocks behind the last of the article that may be like it
_FEWEST = 4  # words of a paragraph or a point
_SUMMARY = 5  # words
_SHORT, _SHORT_ONES = 8, 6  # words; lines with fewer, from which on another one behind them is of them
_BETWEEN = 24  # words of a line between paragraphs, or of a question there
_NEAR = 2  # blocks below a headline
_RUNNING = (BlockKind.BODY, BlockKind.LIST, BlockKind.LIVE_ENTRY)
_NUMBER = re.compile(r"\[\d+\]")
_ANSWERED = re.compile(r"/details\[\d+\]/summary\[\d+\]$")
_AMONG = re.compile(r"/(?:p|[uo]l\[\d+\]/li)\[\d+\]$")
_OF_TEXT = re.compile(r"/(?:p|h[1-6]|blockquote|[uo]l\[\d+\]/li)\[\d+\]$")
_HEADING = re.compile(r"/h[2-6]\[\d+\]$")
_CALLED = re.compile(r"(?:^|[-_])(?:head|header|heading|title)$")
_TERM = re.compile(r"/dl\[\d+\](?:/div\[\d+\])?/d[td]\[\d+\]$")
_POINTS = re.compile(r"(.*/[uo]l\[\d+\])/li\[\d+\](?:/(?:div|p|span)\[1\])?$")
_POINT = re.compile(r"/[uo]l\[\d+\]/li\[\d+\]$")
_ASIDE = re.compile(r"/(?:aside|footer|nav|form|header/nav)\[")
_WORKED = re.compile(
    r"\W*(?:(?:[Aa]dditional )?[Rr]eporting by\b.{2,200}|[Cc]ontribut(?:ing|ors?)\b.{2,200}|"
    r"(?:[A-Z][\w.'’-]+ )[^.?!]{2,160}\b(?:contributed (?:to (?:this|the) (?:report|story|article)|reporting)|"
    r"reported from [A-Z])[^?!]{0,160})",
)
"""Who else worked on a report."""


_FACTS = re.compile(
    r"(?:^|[-_])(?:facts?-?(?:box|file|sheet|list)|faktab(?:ox|oks)|faktaruta|faktenbox|(?:key|quick|fast)-?facts|at-a-glance)"
    r"(?:$|[-_])"
)
"""What boxes of facts are called."""
_BUTTON = re.compile(r"/(?:button|label)\[\d+\]$")
_LAID_OUT = re.compile(r"/(?:div|span|section)\[\d+\]$")
_OF_BOX = 4  # hints; a name further up is not the box's

Place = tuple[str, tuple[str, ...]]
"""A path, and what a block there is called."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """Where the article's running text stands."""

    alike: Mapping[Place, Counter[BlockKind]]
    """The kinds of the blocks of one path, its numbers aside, and one name."""
    brothers: frozenset[Place]
    """The paths of paragraphs without their last number, and what they are called."""

    @classmethod
    def of(cls, blocks: Sequence[Block], raws: Sequence[RawBlock]) -> _Counted:
        """Count the blocks of a page."""
        told = [(block, raw) for block, raw in zip(blocks, raws, strict=True) if block.kind in _RUNNING]
        names = {raw.hints for _, raw in told}
        alike: dict[Place, Counter[BlockKind]] = defaultdict(Counter)
        for block, raw in zip(blocks, raws, strict=True):
            if raw.hints in names:
                alike[_NUMBER.sub("", raw.element or ""), raw.hints][block.kind] += 1
        return cls(alike, frozenset(_brother(raw) for block, raw in told if block.kind is BlockKind.BODY))

    def kind_at(self, raw: RawBlock) -> BlockKind | None:
        """Return the kind of running text where a block stands, if most of what stands there is that."""
        if _brother(raw) in self.brothers:
            return BlockKind.BODY
        counts = self.alike.get((_NUMBER.sub("", raw.element or ""), raw.hints))
        kind, count = counts.most_common(1)[0] if counts else (BlockKind.INTERFACE, 0)
        return kind if kind in _RUNNING and count >= _ALIKE and counts and 2 * count > counts.total() else None

    def kind_of_all(self, raw: RawBlock, words: str) -> BlockKind | None:
        """Return the kind of running text that all else is where a block stands, on a page laid out without paragraphs.

        There the names say what a block is; what leads on with a colon may lead elsewhere.
        """
        counts = self.alike.get((_NUMBER.sub("", raw.element or ""), raw.hints))
        if not counts or words[-1] in ":：" or not _LAID_OUT.search(raw.element or ""):
            return None
        kind, count = counts.most_common(1)[0]
        return kind if kind in _RUNNING and count >= _MANY and counts.total() == count + 1 else None


def with_passed_by(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the blocks, those named that by their place are the article's though the model has them for none of it."""
    article = [n for n, block in enumerate(blocks) if block.kind in ARTICLE_KINDS]
    raws = page.raw_blocks
    untold = [
        n
        for n, block in enumerate(blocks)
        if (_is_untold(block) or _is_called_heading(block, raws[n])) and raws[n].link_share < _LINKED
    ]
    if not article or not untold:
        return tuple(blocks)
    text = page.document.text
    found = list(blocks)
    headline = next((n for n, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), -1)
    reach = _name_alike(found, [n for n in untold if n > article[0]], article[-1] + _BEHIND, page)
    for n in reversed(untold):  # so that a heading knows what it heads
        why = _heads(n, found, text) if found[n] is blocks[n] and headline < n <= reach else ""
        if why:
            found[n] = _named(blocks[n], BlockKind.SUBHEAD, why)
    for n in _between(found, [n for n in untold if found[n] is blocks[n]], page):
        found[n] = _named(
            blocks[n], _kind(blocks[n], text), "between paragraphs of the article, and called as they are"
        )
    for n in _led(found, [n for n in untold if found[n] is blocks[n]], page):
        found[n] = _named(blocks[n], BlockKind.LIST, "of a list that a paragraph leads to")
    for n in _facts(found, range(article[0] + 1, article[-1] + _BEHIND), page):
        found[n] = _named(blocks[n], _kind(blocks[n], text), "of a box of facts in the article")
    for n in _of_text_alone(found, [n for n in untold if found[n] is blocks[n]], page):
        found[n] = _named(blocks[n], _kind(blocks[n], text), "on a page that has no other part of a site")
    if 0 <= headline < article[0]:
        for n in _summary(headline, article[0], blocks, page):
            found[n] = _named(blocks[n], BlockKind.STANDFIRST, "stands between headline and text as a summary does")
    return tuple(found)


def _name_alike(blocks: list[Block], untold: Sequence[int], reach: int, page: Page) -> int:
    """Name what is like the article's paragraphs, its terms and its credits; return how far the article reaches."""
    text = page.document.text
    like: _Counted | None = None
    for n in untold:
        if n > reach + _BEHIND:
            break
        block, words, kind = blocks[n], blocks[n].span.cut(text), None
        if block.score < _HEADED and _is_sentence(words) and not names_site(words):
            like = like or _Counted.of(blocks, page.raw_blocks)
            near = n <= reach and block.score < _LIKE
            kind = like.kind_at(page.raw_blocks[n]) if near else like.kind_of_all(page.raw_blocks[n], words)
        if _WORKED.fullmatch(words):
            blocks[n] = _named(block, BlockKind.CREDIT, "says who else worked on the report")
        elif n <= reach and _is_term(block, blocks):
            blocks[n] = _named(block, BlockKind.LIST, "of a list of terms beside the article's paragraphs")
            reach = max(reach, n + _BEHIND)
        elif kind:
            blocks[n] = _named(block, kind, "stands where the article's other paragraphs do, and is called as they are")
            reach = max(reach, n + _BEHIND)
    return reach


def _is_untold(block: Block) -> bool:
    """Say whether nothing but the model has a block for none of the article, or for the caption of a question."""
    asked = block.kind is BlockKind.CAPTION and _ANSWERED.search(block.element or "") is not None
    return asked or (block.kind is BlockKind.INTERFACE and block.reasons[0].code is ReasonCode.POSITION)


def _is_called_heading(block: Block, raw: RawBlock) -> bool:
    """Say whether a heading is one of the site's by nothing but its own name, which says that it is one."""
    named = block.kind is BlockKind.INTERFACE and block.reasons[0].code is ReasonCode.FURNITURE_ELEMENT
    return named and _HEADING.search(block.element or "") is not None and any(map(_CALLED.search, raw.hints[:1]))


def _brother(raw: RawBlock) -> Place:
    """Return what blocks of one parent, one tag and one name share."""
    return (raw.element or "").rpartition("[")[0], raw.hints


def _is_term(block: Block, blocks: Sequence[Block]) -> bool:
    """Say whether a block is a term or what it means, in a list that is a brother of paragraphs of the article."""
    element = block.element or ""
    if not _TERM.search(element) or _ASIDE.search(element):
        return False
    around = element.rpartition("/dl[")[0]
    return any(one.kind is BlockKind.BODY and (one.element or "").rpartition("/")[0] == around for one in blocks)


def _heads(n: int, blocks: Sequence[Block], text: str) -> str:
    """Return why a block is a heading of what stands below it, nothing where it is none."""
    element = blocks[n].element or ""
    after = blocks[n + 1] if n + 1 < len(blocks) else None
    around = f"{element.rpartition('/')[0]}/"
    if not any((one.element or "").startswith(around) for one in (*blocks[max(0, n - 1) : n], *blocks[n + 1 : n + 2])):
        around = f"{around[:-1].rpartition('/')[0]}/"  # it stands alone in an element of its own
    if after is None or _ASIDE.search(element) or not f"{after.element}/".startswith(around):
        return ""
    leads = after.kind in ARTICLE_KINDS
    if _ANSWERED.search(element) and leads:
        return "opens a part of the article"
    if not _HEADING.search(element) or blocks[n].score >= _HEADED or names_site(blocks[n].span.cut(text)):
        return ""
    first = not any(block.kind in ARTICLE_KINDS for block in blocks[:n])
    summed = after.kind is BlockKind.STANDFIRST and not _POINT.search(after.element or "")
    return "a heading inside the article" if (summed if first else leads) else ""


def _between(blocks: Sequence[Block], untold: Sequence[int], page: Page) -> list[int]:
    """Return the short lines that stand where paragraphs do, called as they are, with others above and below.

    They are paragraphs themselves, or items of a list. Of 10 such lines on the pages of ``benchmarks/restoring`` none
    is the site's; what a site says there has its words. Where several stand so, one more below the last paragraph is
    of them: the last question of a quiz.
    """
    raws, text = page.raw_blocks, page.document.text
    ends: dict[Place, list[int]] = defaultdict(list)
    paragraphs: Counter[Place] = Counter()
    short: Counter[Place] = Counter()
    for n, block in enumerate(blocks):
        if block.kind in (*ARTICLE_KINDS, BlockKind.HEADLINE):
            place = _around(raws[n])
            ends[place].append(n)
            paragraphs[place] += block.kind is BlockKind.BODY
            short[place] += word_count(block.span.cut(text)) < _SHORT
    found = []
    for n in untold:
        place = _around(raws[n])
        beside = ends[place] if paragraphs[place] >= _ALIKE else [n]
        last = beside[-1] + _BEHIND if short[place] >= _SHORT_ONES else beside[-1] - 1
        if beside[0] < n <= last and raws[n].link_share < _LED and _may_be_told(blocks[n].span.cut(text)):
            found.append(n)
    return found


def _led(blocks: Sequence[Block], untold: Sequence[int], page: Page) -> list[int]:
    """Return the items of lists that a paragraph right above leads to with a colon, or a heading if the first is one.

    So are those of a list that stands itself among many paragraphs of the article. None of them has words of a site.
    """
    lists: dict[str, list[int]] = defaultdict(list)
    for n in untold:
        if point := _POINTS.match(blocks[n].element or ""):
            lists[point[1]].append(n)
    if not lists:
        return []
    places = Counter(_around(page.raw_blocks[n]) for n, block in enumerate(blocks) if block.kind is BlockKind.BODY)
    found = []
    for root, points in lists.items():
        first = next(n for n, block in enumerate(blocks) if (block.element or "").startswith(f"{root}/"))
        before = blocks[first - 1] if first else None
        leads = before and before.kind in _RUNNING and before.span.cut(page.document.text).endswith((":", "："))
        told = before and before.kind is BlockKind.SUBHEAD and blocks[first].kind is BlockKind.LIST
        among = before and before.kind in ARTICLE_KINDS and places[_around(page.raw_blocks[first])] >= _MANY
        if (leads or told or among) and all(_may_be_item(n, blocks, page) for n in points):
            found += points
    return found


def _facts(blocks: Sequence[Block], inside: range, page: Page) -> list[int]:
    """Return what stands in boxes of facts inside the article, none of whose lines is a site's or leads elsewhere."""
    raws = page.raw_blocks
    found = []
    boxed = [n for n in inside if n < len(blocks) and any(map(_FACTS.search, raws[n].hints[:_OF_BOX]))]
    for _, numbered in groupby(enumerate(boxed), lambda one: one[1] - one[0]):
        run = [n for _, n in numbered if not _BUTTON.search(blocks[n].element or "")]
        plain = all(_is_untold(blocks[n]) or blocks[n].kind in ARTICLE_KINDS for n in run)
        if len(run) > 1 and plain and all(_may_be_item(n, blocks, page) for n in run):
            found += [n for n in run if _is_untold(blocks[n])]
    return found


def _of_text_alone(blocks: Sequence[Block], untold: Sequence[int], page: Page) -> list[int]:
    """Return what words do not tell for a site's on a page that is a text alone: one element's paragraphs and lists.

    So editors hand it on; the labeller learned from whole pages, where the site is what stands apart.
    """
    raws = page.raw_blocks
    around = {_OF_TEXT.sub("", raw.element or "") for raw in raws}
    if not untold or len(around) > 1 or any(raw.hints or raw.link_share >= _LINKED for raw in raws):
        return []
    told, _ = told_by_words([block.span.cut(page.document.text) for block in blocks])
    return [n for n in untold if told[n] is None]


def _may_be_item(n: int, blocks: Sequence[Block], page: Page) -> bool:
    words = blocks[n].span.cut(page.document.text)
    return page.raw_blocks[n].link_share < _LED and not (
        names_site(words) or stands_alone(words) or stands_below(words)
    )


def _around(raw: RawBlock) -> Place:
    """Return the element that a paragraph, or the list of an item, stands in, with what it is called."""
    return _AMONG.sub("", raw.element or ""), raw.hints


def _kind(block: Block, text: str) -> BlockKind:
    if _POINT.search(block.element or ""):
        return BlockKind.LIST
    return BlockKind.BODY if is_ended(block.span.cut(text)) else BlockKind.SUBHEAD


def _may_be_told(words: str) -> bool:
    """Say whether a line is short and, by its words, none of a site's."""
    short = any(map(str.isalnum, words)) and word_count(words) <= _BETWEEN
    return short and not (names_site(words) or stands_alone(words) or stands_below(words))


def _summary(headline: int, first: int, blocks: Sequence[Block], page: Page) -> list[int]:
    """Return the blocks between headline and text that sum it up: a line beside the headline, or a list of points."""
    raws, text = page.raw_blocks, page.document.text
    lists: dict[str, list[int]] = defaultdict(list)
    found = []
    above = (raws[headline].element or "").rpartition("/")[0]
    told = any(block.kind is BlockKind.STANDFIRST for block in blocks[headline:first])
    for n in range(headline + 1, first):
        element = raws[n].element or ""
        if _POINT.search(element) and not _ASIDE.search(element):
            lists[element.rpartition("/")[0]].append(n)
            continue
        if not _is_untold(blocks[n]) or raws[n].link_share >= _LINKED or blocks[n].score >= _HEADED:
            continue
        beside = not told and n <= headline + _NEAR and element.rpartition("/")[0] == above
        words = blocks[n].span.cut(text)
        if beside and word_count(words) >= _SUMMARY and not names_site(words):
            found.append(n)
    for points in lists.values():
        plain = all(_is_untold(blocks[n]) and raws[n].link_share < _LINKED for n in points)
        counts = [word_count(blocks[n].span.cut(text)) for n in points]
        if plain and len(points) > 1 and min(counts) >= _FEWEST and min(blocks[n].score for n in points) < _HEADED:
            found += points
    return found


def _is_sentence(words: str) -> bool:
    return is_ended(words) and word_count(words) >= _FEWEST


def _named(block: Block, kind: BlockKind, why: str) -> Block:
    return replace(block, kind=kind, reasons=(Reason(code=ReasonCode.POSITION, words=why),))
