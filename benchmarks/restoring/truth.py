"""What each block of a known page is, found by aligning its blocks with what is asserted of the page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from benchmarks.restoring.pages import KnownPage, tokens

from onrecord.data import ARTICLE_KINDS, BlockKind, Page, RawBlock

_PIECE = 4  # words by which texts are compared, as in scrapinghub's measure
_SHARE = 0.7  # of a block's pieces that must stand in the article at the place
_LEAST = 5  # letters of a photographer's or agency's name looked for
_PLACES = 6  # tried for a block whose words stand in the article more than once
_SUBHEADS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class _Match:
    block: int
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Chain:
    match: _Match
    before: _Chain | None
    weight: float


def truth_of(known: KnownPage, page: Page) -> tuple[BlockKind | None, ...]:
    """Return the kind of each raw block; None where nothing is asserted of it: it is none of the article."""
    words = [tokens(raw.span.cut(page.document.text)) for raw in page.raw_blocks]
    kinds: list[BlockKind | None] = [None] * len(words)
    stream: list[str] = []
    owners: list[int] = []
    for n, (_, segment) in enumerate(known.segments):
        made = tokens(segment)
        stream += made
        owners += [n] * len(made)
    for match in _chain(words, stream, owners):
        spanned = owners[match.start : match.end]
        segment = max(set(spanned), key=spanned.count)
        kinds[match.block] = _told(known.segments[segment][0], page.raw_blocks[match.block])
    _others(kinds, words, known, page)
    return tuple(kinds)


def _told(kind: BlockKind, raw: RawBlock) -> BlockKind:
    """Tell headings, lists and tables in a body by their elements."""
    if kind is not BlockKind.BODY:
        return kind
    path = (raw.element or "").split("/")
    tags = [step.split("[")[0] for step in path]
    if tags[-1] in _SUBHEADS:
        return BlockKind.SUBHEAD
    if "li" in tags[-3:]:
        return BlockKind.LIST
    return BlockKind.TABLE if "tr" in tags[-2:] else kind


def _chain(words: list[list[str]], stream: list[str], owners: list[int]) -> list[_Match]:
    """Return the heaviest run of matches whose order on the page is that of the article."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, _PIECE + 1):
        for at in range(len(stream) - size + 1):
            index[tuple(stream[at : at + size])].append(at)
    best: list[_Chain | None] = [None] * (len(stream) + 1)  # a Fenwick tree: the heaviest chain up to each place

    def before(place: int) -> _Chain | None:
        found = None
        while place > 0:
            found = max(found, best[place], key=_weight)
            place -= place & -place
        return found

    for block, made in enumerate(words):
        matches = _matches(block, made, stream, owners, index)
        for chain in [_Chain(match, last := before(match.start), _weight(last) + match.weight) for match in matches]:
            place = chain.match.end
            while place <= len(stream):
                best[place] = max(best[place], chain, key=_weight)
                place += place & -place
    chain, found = before(len(stream)), []
    while chain is not None:
        found.append(chain.match)
        chain = chain.before
    return found[::-1]


def _weight(chain: _Chain | None) -> float:
    return chain.weight if chain else 0.0


def _matches(
    block: int, made: list[str], stream: list[str], owners: list[int], index: dict[tuple[str, ...], list[int]]
) -> list[_Match]:
    if not made:
        return []
    size = min(_PIECE, len(made))
    places: list[int] = []
    for at in range(min(len(made) - size + 1, 12)):  # a block may begin with words the article leaves out
        places += [place - at for place in index.get(tuple(made[at : at + size]), ())[:_PLACES]]
        if len(set(places)) >= _PLACES:
            break
    found = []
    for place in dict.fromkeys(places[: 4 * _PLACES]):
        start, end = max(0, place), min(len(stream), place + len(made))
        if end <= start:
            continue
        window = stream[start:end]
        if window == made:
            whole = (start == 0 or owners[start - 1] != owners[start]) and (
                end == len(stream) or owners[end] != owners[end - 1]
            )
            if len(made) >= _PIECE or whole:
                found.append(_Match(block, start, end, len(made) + (1.0 if whole else 0.0)))
            continue
        ours = {tuple(made[at : at + size]) for at in range(len(made) - size + 1)}
        around = stream[max(0, start - 5) : end + 5]
        theirs = {tuple(around[at : at + size]) for at in range(len(around) - size + 1)}
        share = len(ours & theirs) / len(ours)
        if share >= _SHARE and len(made) > size:
            found.append(_Match(block, start, end, share * len(made)))
    return found


def _others(kinds: list[BlockKind | None], words: list[list[str]], known: KnownPage, page: Page) -> None:
    """Mark headline, captions, credits, byline and date line among the blocks that are none of the article."""
    body = [n for n, kind in enumerate(kinds) if kind in ARTICLE_KINDS] or [0]
    first, last = body[0], body[-1]
    bare = [_bare(made) for made in words]
    free = [n for n, kind in enumerate(kinds) if kind is None and words[n]]
    headline = _headline([n for n in free if n < first], bare, known, page)
    if headline is not None:
        kinds[headline] = BlockKind.HEADLINE
    captions = [_bare(tokens(caption)) for caption in known.captions]
    credited = [made for credit in known.credits if len("".join(made := tokens(credit.casefold()))) >= _LEAST]
    authors = [made for author in known.authors if (made := tokens(author.casefold()))]
    near = range(max(0, first - 25), last + 15)
    for n in free:
        if kinds[n] is None and any(_same(bare[n], caption) for caption in captions):
            kinds[n] = BlockKind.CAPTION
        elif kinds[n] is None and n in near and any(_holds(bare[n], credit, 4) for credit in credited):
            kinds[n] = BlockKind.CREDIT
    named = [
        n for n in free if kinds[n] is None and n in near and any(_holds(bare[n], author, 24) for author in authors)
    ]
    for n in [n for n in named if n < first][-3:] or [n for n in named if n > last][:1]:
        kinds[n] = BlockKind.BYLINE
    if known.published:
        year, day = str(known.published.year), {str(known.published.day), f"{known.published.day:02}"}
        for n in free:
            if (
                kinds[n] is None
                and first - 25 <= n < first
                and len(words[n]) <= 16
                and year in words[n]
                and day & set(words[n])
            ):
                kinds[n] = BlockKind.DATELINE


def _headline(above: list[int], bare: list[str], known: KnownPage, page: Page) -> int | None:
    """Return the block above the article that says its title; else the last heading that says half of it."""
    if not known.title:
        return None
    title = tokens(known.title.casefold())
    headings = [n for n in above if _tag(page.raw_blocks[n]) in ("h1", "h2")]
    same = [n for n in above if bare[n] == " ".join(title)]
    half = [n for n in headings if 2 * len(set(bare[n].split()) & set(title)) >= len(title)]
    return next(iter([n for n in same if n in headings][-1:] or half[-1:] or same[-1:]), None)


def _holds(bare: str, name: list[str], more: int) -> bool:
    """Say whether a block says a name, with at most ``more`` words beside it."""
    return f" {' '.join(name)} " in f" {bare} " and bare.count(" ") < len(name) + more


def _bare(made: list[str]) -> str:
    return " ".join(made).casefold()


def _same(bare: str, caption: str) -> bool:
    return bool(caption) and (
        bare == caption
        or (len(bare) > 20 and bare in caption)
        or (len(caption) > 20 and caption in bare and len(bare) < 1.5 * len(caption) + 40)
    )


def _tag(raw: RawBlock) -> str:
    return (raw.element or "").rsplit("/", 1)[-1].split("[")[0]
