"""Which furniture of a site a block is, by its words, its element and what its element is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from onrecord.data import BlockKind, RawBlock, ReasonCode
from onrecord.restore.alternatives import by_letter
from onrecord.restore.phrases import SITES
from onrecord.restore.words import BYLINE, CORRECTION, CREDIT, DATELINE, ENDED, furniture_of

Judged = tuple[BlockKind, ReasonCode, str]
"""A kind with the reason for it: its code and its words."""

Hints = tuple[str, ...]
"""What a block's element and those above it are called, the nearest first."""

SHORT = 240
"""Characters; longer blocks are never furniture by their words alone."""

_LINKED = 0.6  # share of linked characters above which a block leads elsewhere
_SENTENCE = 32  # characters; what a link says that leads to a story rather than to a section
_MENU = re.compile(r"/(?:nav|footer|menu)\[")
_MENUS = re.compile(r"(?:^|[-_])(?:nav|navigation|menu|footer)(?:$|[-_])")
_NEAREST = 8  # hints; a name further up is not the block's own
_OWN = 4  # hints; mostly those of the block's own element and its parent
_HEADED = 60  # characters; a link of so long a sentence leads to a story, in a menu too
_READ = 600  # characters of a block that are searched for words that news has too
_WIDE = 0.3  # share of a page's running text
_ABOUT_CONSENT = re.compile(SITES["voice"]["consent"])
_RUNNING = 60  # characters

_NAMED = tuple(
    (BlockKind(kind), re.compile(rf"(?:^|[-_])(?:{words})(?:$|[-_])")) for kind, words in SITES["names"].items()
)
"""Words in class, id, role or element names; the nearest one decides."""
_TELLING = (
    (BlockKind.CONSENT, re.compile(r"(?<!no-)(?:cookie|consent|gdpr)")),
    (BlockKind.NEWSLETTER, re.compile(r"newsletter")),
    (BlockKind.PAYWALL, re.compile(r"paywall|regwall")),
    (BlockKind.TEASER, re.compile(r"teaser|related|recommended")),
    (BlockKind.ADVERT, re.compile(r"advert(?:is|$)")),
    (BlockKind.COMMENTS, re.compile(r"comment|kommentar|coment[aá]rio")),
)
"""Names so telling that they may stand inside others, as those made by programs do."""
_ANY = re.compile(by_letter("|".join([*SITES["names"].values(), *(pattern.pattern for _, pattern in _TELLING)])))
_SAID_TOO = tuple((BlockKind(kind), re.compile(words, re.IGNORECASE)) for kind, words in SITES["news_too"].items())
"""Words of each kind that news has too: they tell only among what is none of the article."""
_PARTS = (
    (BlockKind.CORRECTION, CORRECTION),
    (BlockKind.BYLINE, BYLINE),
    (BlockKind.CREDIT, CREDIT),
    (BlockKind.DATELINE, DATELINE),
)
_ABOUT_AN_ARTICLE = (BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE)
"""Among furniture they are those of another article."""


def by_words(words: str) -> BlockKind | None:
    """Return the kind that a block's words alone give away."""
    if len(words) > SHORT:
        return None
    found = furniture_of(words)
    if found is not None:
        return found
    for kind, pattern in _PARTS:
        if pattern.fullmatch(words) and not (kind is BlockKind.BYLINE and ENDED.search(words)):
            return kind
    return None


def _said_too(words: str) -> BlockKind | None:
    """Return the kind that a block's first words speak for, given that it is none of the article."""
    return next((kind for kind, pattern in _SAID_TOO if pattern.search(words[:_READ])), None)


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a page's elements speak for."""

    nearest: Mapping[Hints, BlockKind | None]
    """The kind of furniture that the nearest telling name of a block speaks for, by all its names."""
    consent: frozenset[str]
    """Those for consent, without those that hold the headline, or much text most of which does not speak of it."""

    @classmethod
    def of(cls, raws: Sequence[RawBlock], words: Sequence[str], headline: RawBlock | None) -> Names:
        """Weigh the names of a page's elements by the running text in them, and by how much of it speaks of consent.

        Those that hold so much of the running text cannot mean furniture.
        """
        sizes: Counter[Hints] = Counter()
        running = [n for n, raw in enumerate(raws) if raw.link_share < 0.5 and len(raw.span) >= _RUNNING]
        for n in running:
            sizes[raws[n].hints] += len(raws[n].span)
        held: Counter[str] = Counter()
        for hints, size in sizes.items():
            for name in set(hints):
                held[name] += size
        total = sizes.total()
        wide = frozenset(name for name, weight in held.items() if weight > _WIDE * total)
        every = {raw.hints for raw in raws}
        named = {hint for hint in set(chain.from_iterable(every)) if _spoken_for(hint) is BlockKind.CONSENT}
        inside = {name: [words[n] for n in running if name in raws[n].hints] for name in named & wide}
        silent = {name for name, said in inside.items() if 2 * sum(map(_about_consent, said)) < held[name]}
        consent = frozenset(named - silent - set(headline.hints if headline else ()))
        return cls({hints: _nearest(hints, wide) for hints in every}, consent)

    def mean_consent(self, raw: RawBlock) -> bool:
        """Say whether a block stands in an element named for consent."""
        return not self.consent.isdisjoint(raw.hints)


def _about_consent(words: str) -> int:
    """Return how many characters of a block speak of consent: all or none."""
    return len(words) if _ABOUT_CONSENT.search(words.lower()) else 0


def _nearest(hints: Hints, wide: Container[str]) -> BlockKind | None:
    """Return the kind that the nearest telling name of a block speaks for, ``wide`` ones left out.

    Its own go before all others, of these those of the interface last: a widget or a header says little of what is in
    it.
    """
    told = filter(None, (_spoken_for(hint) for hint in hints[:_OWN] if hint not in wide))
    own = sorted(told, key=lambda kind: kind is BlockKind.INTERFACE)
    above = (_spoken_for(hint) for hint in hints[_OWN:] if hint not in wide)
    return own[0] if own else next(filter(None, above), None)


@lru_cache(maxsize=20_000)
def _spoken_for(hint: str) -> BlockKind | None:
    if not _ANY.search(hint):
        return None
    return next((kind for kind, pattern in (*_NAMED, *_TELLING) if pattern.search(hint)), None)


def judge_furniture(raw: RawBlock, words: str, names: Names) -> Judged:
    """Say which furniture a block is that does not belong to the article."""
    named = BlockKind.CONSENT if names.mean_consent(raw) else names.nearest[raw.hints]
    if named in (BlockKind.CONSENT, BlockKind.COMMENTS):
        return named, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    element, linked = raw.element or "", raw.link_share >= _LINKED
    entry = linked and len(words) < _SENTENCE and "/li[" in element[-8:]
    told = None if entry else by_words(words)
    teased = linked and named is BlockKind.TEASER and told is not BlockKind.ADVERT
    if told is not None and told not in _ABOUT_AN_ARTICLE and not teased:
        return told, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
    return _unworded(raw, words, named)


def _unworded(raw: RawBlock, words: str, named: BlockKind | None) -> Judged:
    """Say which furniture a block is whose own words do not tell, in an element that is ``named`` for some."""
    if named not in (None, BlockKind.INTERFACE):
        return named, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    element, linked = raw.element or "", raw.link_share >= _LINKED
    in_menu = _MENU.search(element.rpartition("/article[")[2]) or _are_menus(raw.hints[:_NEAREST])
    heads = len(words) >= _HEADED and ENDED.search(words) if in_menu else len(words) >= _SENTENCE
    if linked and (heads or "/article[" in element.partition("/a[")[2]):
        return BlockKind.TEASER, ReasonCode.LINK_DENSITY, "is mostly a link, as long as a headline"
    if not linked and not in_menu and (told := _said_too(words)) is not None:
        return told, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
    if named is not None:
        return named, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    return BlockKind.INTERFACE, ReasonCode.POSITION, "stands apart from the article"


@lru_cache(maxsize=20_000)
def _are_menus(hints: Hints) -> bool:
    return any(map(_MENUS.search, hints))
