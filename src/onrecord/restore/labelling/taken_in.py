"""What of a site the model takes in with an article of an HTML page.

It is told by its first words with a link, by whole wordings, as in plain text too, by the answers below a comment, by a
title that leads away above it, and by where a dialog for consent stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.data import ARTICLE_KINDS, FURNITURE_KINDS, Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.alternatives import by_letter
from onrecord.restore.labelling.lines import of_site
from onrecord.restore.phrases import SITES
from onrecord.restore.words import CORRECTION, ENDED

_LED = re.compile(rf"\W*(?:{SITES['leads']['linked']})(?!\w)", re.IGNORECASE)
"""What leads to another story whose title is a link."""
_BEHIND = re.compile(r"\W*[:：|｜»>】〉\]）)►▶→–—-]|\s*$")
"""What stands behind such words, unless all of a block is a link."""
_WORDS = re.compile(r"\s|[^\x00-\x7f]")
"""What is no single word, which titles begin with too: "Watch", "Related"."""
_RELATED = re.compile(
    r"(?:^|[-_])(?:related|recommend\w*|read-?(?:more|next|also)|see-?also|teasers?|promos?|interstitial|"
    r"(?:inter|cross)-?links?|in-?line-?(?:links?|promo|related|story))(?:$|[-_])"
)
_BRACKETED = re.compile(r"(?:\[(?=[^\[\]]*\]$)|[»▶►→➤])\s*(?:\S+\s+){3}")
"""A title that is set apart from the text by brackets or an arrow."""
_HALF = 0.4  # share of linked characters beside a label
_LEADS = 0.25  # share of linked characters from which a block that begins so leads elsewhere
_ALL = 0.9  # and one from which nothing but a link is there
_MOSTLY = 0.8  # and one from which beside it stand brackets at most
_SHORT = 300  # characters
_ASKED = 400  # characters
_CORRECTED = (24, 1000)  # characters
_NOTED = (BlockKind.BODY, BlockKind.STANDFIRST)
_ASKS = re.compile(
    "|".join(f"(?P<{kind}>{by_letter(SITES['asks'][kind])})" for kind in ("paywall", "newsletter", "interface")),
    re.IGNORECASE,
)
_MORE = r"(?:\W+(?:like|share|report|flag|recommend|permalink|quote|melden|teilen|\d{1,4}))*"
_ANSWERS = re.compile(rf"\W*(?:\d{{1,4}}\W+)?(?:{SITES['asks']['answers']}){_MORE}\W*\d{{0,4}}\W*", re.IGNORECASE)
_CARDS = 3  # in a row
_TITLES, _SUMS = (BlockKind.TEASER, BlockKind.INTERFACE), (BlockKind.BODY, BlockKind.INTERFACE)
_SUMMED = 40  # characters of a summary
_LEFT = 60  # characters of an article
_ANSWER_WORDS = tuple(re.split(r"[^\w ]", words)[0] for words in SITES["asks"]["answers"].split("|"))
"""Their beginnings, one of which stands on a page with answers."""
_BUTTON = 40  # characters
_CLIMBED = 4  # elements from an answer's to that of its comment
_SAID = 4  # words of a comment
_THREAD = 2  # comments
_PARAGRAPH = re.compile(r"/p\[\d+\]$")
_TEXT = re.compile(r"/(?:h[1-6]|p|dt|summary)\[\d+\]$")
_ASKING = (BlockKind.NEWSLETTER, BlockKind.CONSENT)  # below the last heading of a teaser stands its paywall
_TITLE = re.compile(r"/h1\[\d+\]")
_NUMBER = re.compile(r"\[\d+\]")
_ABOUT_CONSENT = re.compile(SITES["voice"]["consent"])
_TOLD = (*ARTICLE_KINDS, BlockKind.STANDFIRST)


def without_taken_in(blocks: Sequence[Block], page: Page) -> tuple[Block, ...]:
    """Return the blocks, those of the site called so that the model has for the article's, and notes of corrections."""
    text = page.document.text
    found = [_worded(n, blocks, page) for n in range(len(blocks))]
    told = [n for n, block in enumerate(found) if block.kind in (*_TOLD, BlockKind.HEADLINE)]
    headings = {at for at, n in enumerate(told) if not _PARAGRAPH.search(found[n].element or "")}
    for at, kind in of_site([found[n].span.cut(text) for n in told], headings).items():
        found[told[at]] = _called(found[told[at]], kind, "its words are those of such a block")
    for n, kind in list(_heading_kinds(found)):
        found[n] = _called(found[n], kind, "heads what is all of the site's", ReasonCode.FURNITURE_ELEMENT)
    for n in _summaries(found, page):
        found[n] = _called(found[n], BlockKind.TEASER, "is below another story's title", ReasonCode.LINK_DENSITY)
    headline = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    if headline is not None:
        for root in _comments(found, text, headline):
            _call_all(found, root, BlockKind.COMMENTS, "stands in a thread, above an answer")
        for root in _consent(found, text, headline):
            _call_all(found, root, BlockKind.CONSENT, "stands in an element most of which speaks of consent")
    return tuple(found)


def _worded(n: int, blocks: Sequence[Block], page: Page) -> Block:
    """Return a block, called what its own words and links tell where it is told to be the article's or its byline."""
    block, words = blocks[n], blocks[n].span.cut(page.document.text)
    if block.kind not in _TOLD and block.kind is not BlockKind.BYLINE:
        return block
    if len(words) <= _SHORT and block.kind in ARTICLE_KINDS and _is_related(words, page.raw_blocks[n]):
        return _called(block, BlockKind.TEASER, "is mostly a link, in brackets or an element named for other stories")
    if len(words) <= _SHORT and _leads_away(words, page.raw_blocks[n].link_share, blocks[n - 1] if n else None):
        return _called(block, BlockKind.TEASER, "leads to another story", ReasonCode.LINK_DENSITY)
    if len(words) <= _ASKED and (asks := _ASKS.fullmatch(words)) and asks.lastgroup:
        return _called(block, BlockKind(asks.lastgroup), "its words are those of such a block")
    if block.kind in _NOTED and _CORRECTED[0] <= len(words) <= _CORRECTED[1] and CORRECTION.match(words):
        return _called(block, BlockKind.CORRECTION, "its words are those of such a block")
    return block


def _is_related(words: str, raw: RawBlock) -> bool:
    """Say whether a line without an end is half a link, in an element that is itself named for other stories.

    So is a link in brackets, and nothing else.
    """
    named = raw.link_share >= _HALF and any(map(_RELATED.search, raw.hints[:1]))
    return (named or (raw.link_share >= _MOSTLY and _BRACKETED.match(words) is not None)) and not ENDED.search(words)


def _leads_away(words: str, linked: float, before: Block | None) -> bool:
    """Say whether a block is a label and another story's title, or such a title below a label."""
    if linked < _LEADS:
        return False
    led = _LED.match(words)
    if led is not None and (_BEHIND.match(words, led.end()) or (linked >= _ALL and _WORDS.search(led[0].strip()))):
        return True
    if before is None or before.kind is not BlockKind.TEASER:
        return False
    return linked >= _ALL and before.reasons[0].code is ReasonCode.FURNITURE_WORDS


def _heading_kinds(blocks: Sequence[Block]) -> Iterator[tuple[int, BlockKind]]:
    """Yield the headings with nothing of the article below them in their element, but what asks for something."""
    for n, block in enumerate(blocks[:-1]):
        kind, root = blocks[n + 1].kind, (block.element or "").rpartition("/")[0]
        if block.kind is BlockKind.SUBHEAD and kind in _ASKING and _within(blocks[n + 1], root):
            inside = [one for one in blocks if one is not block and _within(one, root)]
            if all(one.kind in FURNITURE_KINDS for one in inside):
                yield n, kind


def _summaries(blocks: Sequence[Block], page: Page) -> list[int]:
    """Return the summaries of other stories in a row of cards; nothing where no other text would be left.

    In each of these a title leads away, which is none of the article's, and the summary below it leads nowhere.
    """
    raws = page.raw_blocks
    titles = [n for n, block in enumerate(blocks[:-1]) if raws[n].link_share >= _ALL and block.kind in _TITLES]
    cards: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for n in titles:
        below = blocks[n + 1]
        root = (below.element or "").rpartition("/")[0]
        sums_up = raws[n + 1].link_share < _LEADS and len(below.span) >= _SUMMED and below.kind in _SUMS
        if sums_up and _within(blocks[n], root):
            cards[root.rpartition("[")[0]][root] = [n + 1] if below.kind is BlockKind.BODY else []
    found = [at for row in cards.values() if len(row) >= _CARDS for card in row.values() for at in card]
    if not found:
        return []
    left = sum(len(block.span) for n, block in enumerate(blocks) if block.kind is BlockKind.BODY and n not in found)
    return found if left >= _LEFT else []


def _comments(blocks: Sequence[Block], text: str, headline: Block) -> Iterator[str]:
    """Yield the elements of the comments of a thread: each has an answer's button, and words above it."""
    low = text.lower()
    if not any(word in low for word in _ANSWER_WORDS):  # as on most pages
        return
    short = [block for block in blocks if len(block.span) <= _BUTTON]
    answers = [block for block in short if _ANSWERS.fullmatch(block.span.cut(text)) and not _is_text(block)]
    if len(answers) < _THREAD:
        return
    roots: dict[str, set[str]] = defaultdict(set)
    for answer in answers:
        root = answer.element or ""
        for _ in range(_CLIMBED):
            if _within(headline, root) or root.count("/") < 2:
                break
            if any(_within(block, root) and len(block.span.cut(text).split()) >= _SAID for block in blocks):
                roots[_NUMBER.sub("", root)].add(root)
                break
            root = root.rpartition("/")[0]
    for alike in roots.values():
        if len(alike) >= _THREAD:
            yield from alike


def _is_text(block: Block) -> bool:
    """Say whether a block is a heading or a paragraph, as what heads the answers of an interview is."""
    return _TEXT.search(block.element or "") is not None


def _consent(blocks: Sequence[Block], text: str, headline: Block) -> Iterator[str]:
    """Yield the elements above the headline and apart from it most of whose words speak of consent.

    Below it stand stories of such things too, and what the site asks there the model knows.
    """
    steps = (headline.element or "").split("/")
    seen = set()
    for block in takewhile(lambda block: block is not headline, blocks):
        root = _apart((block.element or "").split("/"), steps) if block.kind in _TOLD else None
        if root is None or root in seen:
            continue
        seen.add(root)
        inside = [one for one in blocks if _within(one, root)]
        about = sum(len(one.span) for one in inside if _ABOUT_CONSENT.search(one.span.cut(text).lower()))
        titled = any(_TITLE.search(one.element or "") for one in inside)
        if not titled and 2 * about >= sum(len(one.span) for one in inside):
            yield root


def _apart(steps: Sequence[str], others: Sequence[str]) -> str:
    """Return the largest element around a block that does not hold another one."""
    shared = next((n for n, (one, other) in enumerate(zip(steps, others, strict=False)) if one != other), len(others))
    return "/".join(steps[: shared + 1])


def _within(block: Block, root: str) -> bool:
    element = block.element or ""
    return element == root or element.startswith(f"{root}/")


def _call_all(blocks: list[Block], root: str, kind: BlockKind, why: str) -> None:
    for n, block in enumerate(blocks):
        if _within(block, root):
            blocks[n] = _called(block, kind, why, ReasonCode.FURNITURE_ELEMENT)


def _called(block: Block, kind: BlockKind, why: str, code: ReasonCode = ReasonCode.FURNITURE_WORDS) -> Block:
    return replace(block, kind=kind, reasons=(Reason(code=code, words=why),))
