"""Which furniture of a site a block is, by its words, its element and what its element is called."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.data import BlockKind, RawBlock, ReasonCode
from onrecord.restore.words import BYLINE, CORRECTION, CREDIT, DATELINE, ENDED, furniture_of

Judged = tuple[BlockKind, ReasonCode, str]
"""A kind with the reason for it: its code and its words."""

SHORT = 240
"""Characters; longer blocks are never furniture by their words alone."""

_LINKED = 0.6  # share of linked characters above which a block leads elsewhere
_WIDE = 0.3  # share of a page's running text
_WIDEST = 0.9  # the same, of a name for consent, which may well be most of a page's text
_RUNNING = 60  # characters

# Words in class, id, role or element names; the nearest one decides. Read off usage across sites, not off any one.
_CONSENT = r"cookies?|consent|gdpr|onetrust|didomi|cmp-?(?:app|banner|box|container|modal|popup|root|ui)|privacy-(?:banner|notice)"
_HINTS = (
    (BlockKind.CONSENT, _CONSENT),
    (BlockKind.COMMENTS, r"comments?|disqus|coral|replies|respond"),
    (BlockKind.NEWSLETTER, r"newsletter|sign-?up|subscri(?:be|ption)|mailing"),
    (BlockKind.PAYWALL, r"paywall|regwall|piano|metered"),
    (BlockKind.ADVERT, r"ads?|advert\w*|sponsor\w*|promoted|outbrain|taboola|dfp|commercial"),
    (BlockKind.TEASER, r"related|recommend\w*|more-?(?:on|from|stories|news)|read-?(?:more|next)|teasers?|promos?|most-?(?:read|popular|viewed)|trending|latest|see-?also|popular|upnext|carousel"),
    (BlockKind.KICKER, r"kicker|eyebrow|overline|rubric|section-?(?:name|label)"),
    (BlockKind.INTERFACE, r"nav|menu|breadcrumbs?|share|sharing|social|toolbar|footer|header|sidebar|widget|modal|popup|overlay|search|skip|login|tags?|topics?|player|follow|print|banner|masthead|button"),
)  # fmt: skip
_NAMED = tuple((kind, re.compile(rf"(?:^|[-_])(?:{words})(?:$|[-_])")) for kind, words in _HINTS)
_ANY = re.compile("|".join(words for _, words in _HINTS))
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


@dataclass(frozen=True, slots=True)
class Names:
    """The names on a page that hold so much of its running text that they cannot mean furniture."""

    wide: frozenset[str]
    widest: frozenset[str]

    @classmethod
    def of(cls, raws: Sequence[RawBlock], headline: RawBlock | None) -> Names:
        """Weigh the names of a page's elements by the running text in them; those above its headline are the page's."""
        running = [raw for raw in raws if raw.link_share < 0.5 and len(raw.span) >= _RUNNING]
        held: Counter[str] = Counter()
        for raw in running:
            for name in set(raw.hints):
                held[name] += len(raw.span)
        total = sum(len(raw.span) for raw in running)
        wide, widest = (
            frozenset(name for name, weight in held.items() if weight > share * total) for share in (_WIDE, _WIDEST)
        )
        return cls(wide, widest.union(headline.hints) if headline else widest)

    def nearest(self, raw: RawBlock) -> BlockKind | None:
        """Return the kind of furniture that the nearest telling name of a block speaks for."""
        return next((kind for hint in raw.hints if hint not in self.wide and (kind := _spoken_for(hint))), None)

    def consent(self, raw: RawBlock) -> bool:
        """Say whether a block stands in an element named for consent."""
        return any(_spoken_for(hint) is BlockKind.CONSENT for hint in raw.hints if hint not in self.widest)


@lru_cache(maxsize=20_000)
def _spoken_for(hint: str) -> BlockKind | None:
    return next((kind for kind, pattern in _NAMED if pattern.search(hint)), None) if _ANY.search(hint) else None


def judge_furniture(raw: RawBlock, words: str, names: Names) -> Judged:
    """Say which furniture a block is that does not belong to the article."""
    named = BlockKind.CONSENT if names.consent(raw) else names.nearest(raw)
    if named in (BlockKind.CONSENT, BlockKind.COMMENTS):
        return named, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    told = by_words(words)
    if told is not None and told not in _ABOUT_AN_ARTICLE:
        return told, ReasonCode.FURNITURE_WORDS, "its words are those of such a block"
    if named is not None:
        return named, ReasonCode.FURNITURE_ELEMENT, "stands in an element named for it"
    if raw.link_share >= _LINKED and len(words.split()) >= 3:
        return BlockKind.TEASER, ReasonCode.LINK_DENSITY, "is mostly a link"
    return BlockKind.INTERFACE, ReasonCode.POSITION, "stands apart from the article"
