"""What each block of a page is, by its words, its place and, for HTML, its element."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from onrecord.data import Block, BlockKind, Page, RawBlock, Reason, ReasonCode
from onrecord.restore.words import BYLINE, COMPILED_FURNITURE, CORRECTION, CREDIT, DATELINE, ENDED, LIST_ITEM

_SHORT = 240  # characters; longer blocks are never furniture by their words alone
_LINKED = 0.6  # share of linked characters above which a block leads elsewhere

# Words in class, id, role or element names; the nearest one decides. Read off usage across sites, not off any one.
HINTS = (
    (BlockKind.CONSENT, r"cookie|consent|gdpr|onetrust|cmp|didomi|privacy-(?:banner|notice)"),
    (BlockKind.COMMENTS, r"comments?|disqus|coral|replies|respond"),
    (BlockKind.NEWSLETTER, r"newsletter|sign-?up|subscri(?:be|ption)|mailing"),
    (BlockKind.PAYWALL, r"paywall|regwall|piano|metered"),
    (BlockKind.ADVERT, r"ads?|advert\w*|sponsor\w*|promoted|outbrain|taboola|dfp|commercial"),
    (BlockKind.TEASER, r"related|recommend\w*|more-?(?:on|from|stories|news)|read-?(?:more|next)|teasers?|promos?|most-?(?:read|popular|viewed)|trending|latest|see-?also|popular|upnext|carousel"),
    (BlockKind.CREDIT, r"credits?|copyright|attribution|photographer"),
    (BlockKind.CAPTION, r"captions?|figcaption|legend|figure|gallery|photo|image"),
    (BlockKind.BYLINE, r"by-?line|authors?|writer|contributors?"),
    (BlockKind.DATELINE, r"date(?:line|time)?|published|timestamp|pub-?date|time"),
    (BlockKind.STANDFIRST, r"standfirst|dek|deck|sub-?(?:title|headline)|summary|excerpt|chapeau|teaser-?text|lead-?text|abstract"),
    (BlockKind.KICKER, r"kicker|eyebrow|overline|rubric|section-?(?:name|label)"),
    (BlockKind.PULL_QUOTE, r"pull-?quote"),
    (BlockKind.INTERFACE, r"nav|menu|breadcrumbs?|share|sharing|social|toolbar|footer|header|sidebar|widget|modal|popup|overlay|search|skip|login|tags?|topics?|player|follow|print|banner|masthead|button"),
)  # fmt: skip
_HINTS = tuple((kind, re.compile(rf"(?:^|[-_]){words}(?:$|[-_])")) for kind, words in HINTS)
_SPLIT = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAGS = {
    "nav": BlockKind.INTERFACE,
    "footer": BlockKind.INTERFACE,
    "button": BlockKind.INTERFACE,
    "label": BlockKind.INTERFACE,
    "form": BlockKind.INTERFACE,
    "aside": BlockKind.TEASER,
    "figcaption": BlockKind.CAPTION,
    "h1": BlockKind.HEADLINE,
    "time": BlockKind.DATELINE,
    "address": BlockKind.BYLINE,
    "li": BlockKind.LIST,
    "table": BlockKind.TABLE,
    "tr": BlockKind.TABLE,
    "td": BlockKind.TABLE,
    "blockquote": BlockKind.BODY,
}
_RUNNING = ("p", "div", "section", "article", "blockquote", "span", "td", "li")
_WIDE = 0.3  # share of a page's running text
_MOST = 0.8  # share of the text in the heaviest element that a deeper one must still hold
_FURNITURE_TAGS = ("nav", "footer", "aside", "form", "button", "figcaption")
_SUBHEADS = ("h2", "h3", "h4", "h5", "h6")


def label_blocks(page: Page) -> tuple[Block, ...]:
    """Label every raw block of a page with its kind, a score and reasons."""
    if any(raw.element for raw in page.raw_blocks):
        return _label_elements(page)
    return _label_lines(page)


def _furniture(words: str) -> BlockKind | None:
    if len(words) > _SHORT:
        return None
    return next((kind for kind, pattern in COMPILED_FURNITURE if pattern.fullmatch(words)), None)


def _plain_kind(words: str) -> BlockKind | None:
    """Return the kind that a block's words alone give away."""
    kind = _furniture(words)
    if kind is not None:
        return kind
    if len(words) <= _SHORT:
        for kind, pattern in (
            (BlockKind.CORRECTION, CORRECTION),
            (BlockKind.BYLINE, BYLINE),
            (BlockKind.CREDIT, CREDIT),
            (BlockKind.DATELINE, DATELINE),
        ):
            if pattern.fullmatch(words) and not (kind is BlockKind.BYLINE and ENDED.search(words)):
                return kind
    return None


def _made(raw: RawBlock, kind: BlockKind, score: float, code: ReasonCode, words: str) -> Block:
    reason = Reason(code=code, words=words)
    return Block(span=raw.span, kind=kind, element=raw.element, score=score, reasons=(reason,))


# Plain text --------------------------------------------------------------------------------------


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
    return bool(ENDED.search(line)) and len(line.split()) >= 8 and _plain_kind(line) is None and line[-1:] != ":"


def _line_kind(  # noqa: PLR0911 (rules in order, the first that fits decides)
    n: int, line: str, words: list[str], first_body: int, last_body: int
) -> tuple[BlockKind, ReasonCode, str]:
    plain = _plain_kind(line)
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
    tail = [line for line in words[last_body + 1 :] if _plain_kind(line) is None]
    return len(tail) >= 2 and sum(len(line.split()) >= 5 for line in tail) >= 2 and words[n] in tail


# HTML --------------------------------------------------------------------------------------------


def _label_elements(page: Page) -> tuple[Block, ...]:
    text = page.document.text
    layout = _Layout.of(page)
    title = _norm(page.document.title or "")
    seen_headline = False
    blocks = []
    for raw in page.raw_blocks:
        words = raw.span.cut(text)
        kind, code, why = _element_kind(raw, words, layout, title, seen_headline)
        seen_headline = seen_headline or kind is BlockKind.HEADLINE
        blocks.append(_made(raw, kind, 0.7, code, why))
    return tuple(_linked_runs(blocks))


def _norm(words: str) -> str:
    return " ".join(words.split()).casefold()


def _parents(element: str) -> list[str]:
    parts = element.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where a page keeps its running text."""

    main: str
    """Path of the deepest element that holds most of it."""
    wide: frozenset[str]
    """Elements and hints that hold so much of it that they cannot be furniture, whatever their names."""

    @classmethod
    def of(cls, page: Page) -> _Layout:
        """Weigh a page's elements and hints by the running text they hold; linked text does not count."""
        held: Counter[str] = Counter()
        running = [raw for raw in page.raw_blocks if _runs(raw)]
        total = sum(len(raw.span) for raw in running)
        for raw in running:
            for name in (*_parents(raw.element or ""), *set(raw.hints)):
                held[name] += len(raw.span)
        wide = frozenset(name for name, weight in held.items() if weight > _WIDE * total)
        told: Counter[str] = Counter()
        for raw in running:
            if _hinted(raw, wide) is None:
                for parent in _parents(raw.element or ""):
                    told[parent] += len(raw.span)
        best = max(told.values(), default=0)
        holding = [path for path, weight in told.items() if weight >= _MOST * best]
        return cls(main=max(holding, key=lambda path: path.count("/"), default=""), wide=wide)


def _runs(raw: RawBlock) -> bool:
    """Say whether a block may be running text: long enough, in an element for it, and not mostly links."""
    return raw.link_share < 0.5 and len(raw.span) >= 60 and _tag(raw.element or "") in _RUNNING


def _tag(element: str) -> str:
    return element.rsplit("/", 1)[-1].split("[", 1)[0]


def _hinted(raw: RawBlock, wide: frozenset[str]) -> BlockKind | None:
    for hint in raw.hints:
        if hint in wide:
            continue
        for kind, pattern in _HINTS:
            if pattern.search(hint):
                return kind
    return None


def _element_kind(  # noqa: PLR0911 (rules in order, the first that fits decides)
    raw: RawBlock, words: str, layout: _Layout, title: str, seen_headline: bool
) -> tuple[BlockKind, ReasonCode, str]:
    element = raw.element or ""
    tag = _tag(element)
    main = layout.main
    hinted = _hinted(raw, layout.wide)
    if title and not seen_headline and (_norm(words) == title or (tag == "h1" and _norm(words) in title)):
        return BlockKind.HEADLINE, ReasonCode.POSITION, "says the page's title"
    if hinted in (BlockKind.CONSENT, BlockKind.COMMENTS) or (hinted is not None and not element.startswith(main)):
        return hinted, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    plain = _plain_kind(words)
    if plain is not None:
        return plain, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
    for path in (element, *reversed(_parents(element))):
        if _tag(path) in _FURNITURE_TAGS and path not in layout.wide:
            return _TAGS[_tag(path)], ReasonCode.FURNITURE_ELEMENT, f"stands in <{_tag(path)}>"
    if not element.startswith(f"{main}/") and main:
        kind = (
            BlockKind.HEADLINE
            if tag == "h1" and not seen_headline
            else BlockKind.STANDFIRST
            if hinted is BlockKind.STANDFIRST
            else BlockKind.INTERFACE
        )
        return kind, ReasonCode.POSITION, "stands outside the element that holds the article"
    if raw.link_share >= _LINKED and len(words.split()) >= 3:
        return BlockKind.TEASER, ReasonCode.LINK_DENSITY, "is mostly a link"
    running = tag == "p" and len(words) >= 80 and bool(ENDED.search(words))
    if hinted is not None and not running:
        return hinted, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    if tag in _SUBHEADS:
        return BlockKind.SUBHEAD, ReasonCode.POSITION, "a heading inside the article"
    return _TAGS.get(tag, BlockKind.BODY), ReasonCode.POSITION, "stands in the element that holds the article"


def _linked_runs(blocks: list[Block]) -> list[Block]:
    """Turn a heading whose whole run below it leads elsewhere into a teaser too."""
    found: list[Block] = []
    for is_teaser, group in groupby(blocks, key=lambda block: block.kind is BlockKind.TEASER):
        run = list(group)
        if is_teaser and found and found[-1].kind is BlockKind.SUBHEAD and len(run) >= 2:
            last = found.pop()
            found.append(
                Block(
                    span=last.span,
                    kind=BlockKind.TEASER,
                    element=last.element,
                    score=last.score,
                    reasons=run[0].reasons,
                )
            )
        found += run
    return found
