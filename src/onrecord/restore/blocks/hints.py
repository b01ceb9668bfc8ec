"""What classes, ids and elements are called, and what such names speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from onrecord.data import RawBlock
from onrecord.restore.alternatives import by_letter
from onrecord.restore.blocks.numbered import numbered
from onrecord.restore.blocks.own import Matrix

TAGS = tuple(
    "p div li h1 h2 h3 h4 h5 h6 span section article blockquote figcaption figure tr td a button label time ul main "
    "header footer nav aside form dd dt address pre summary".split()
)
ABOVE = tuple("article main aside nav footer header figure form ul ol table section blockquote dl details a".split())

# Words in class, id, role or element names, in several languages. Read off usage across sites, not off any one.
_NAMES = (
    r"cookie|consent|gdpr|onetrust|cmp|didomi|privacy",
    r"comments?|disqus|coral|replies|respond|kommentare?|commentaires?|comentarios?",
    r"newsletter|sign-?up|subscri|mailing",
    r"paywall|regwall|piano|metered|premium|abo",
    r"ads?|advert|sponsor|promoted|outbrain|taboola|dfp|commercial",
    r"related|recommend|more|read-?(?:more|next)|teasers?|promos?|most|popular|trending|latest|upnext|carousel|card|list",
    r"credit|copyright|attribution|photographer|source",
    r"caption|legend|figure|gallery|photo|image|media|img|picture|bild|foto",
    r"by-?line|author|writer|contributor|autor",
    r"date|published|timestamp|time|datum",
    r"standfirst|dek|deck|sub-?(?:title|headline|heading)|summary|excerpt|chapeau|lead|abstract|intro|sell|desc|teaser-?text",
    r"kicker|eyebrow|overline|rubric|section|category|label|topper",
    r"pull-?quote|quote|blockquote",
    r"nav|menu|breadcrumb|share|sharing|social|toolbar|footer|header|sidebar|widget|modal|popup|overlay|search|skip|login|tags?|topics?|player|follow|print|banner|masthead|button|btn|tool",
    r"body|content|story|article|text|paragraph|entry|post|artikel|articulo|copy|rich",
    r"headline|title|heading|titre|titel|titulo|hed",
    r"bio|about|profile|disclaimer|footnote|note|correction|info",
    r"tweet|twitter|instagram|facebook|tiktok|embed|iframe",
    r"video|audio|podcast|slideshow|gallery|playlist",
    r"box|aside|callout|widget|factbox|module|infobox|expand|accordion|collaps",
)
_PATTERNS = tuple(map(re.compile, _NAMES))
_ANY = re.compile(by_letter("|".join(_NAMES)))

CALLED = (
    *(f"tag {tag}" for tag in TAGS),
    *(f"in {tag}" for tag in ABOVE),
    *(f"called {name.partition('|')[0]}" for name in _NAMES),
)
"""The columns of :func:`called`."""


def called(raws: Sequence[RawBlock], shapes: Sequence[str]) -> Matrix:
    """Return for each block its element, those above it and what they are called, shape (blocks, len(CALLED))."""
    elements = numbered(shapes)
    names = numbered([raw.hints for raw in raws])
    told = np.array([_elements(shape) for shape in elements.rows], dtype=np.float32)
    weighed = np.array([_weighed(hints) for hints in names.rows], dtype=np.float32)
    return np.hstack((told[elements.of], weighed[names.of]))


def _elements(shape: str) -> list[bool]:
    *above, tag = shape.split("/")
    return [*(tag == name for name in TAGS), *(name in above for name in ABOVE)]


def _weighed(hints: tuple[str, ...]) -> list[float]:
    """Return how near a hint stands that speaks for each of the names: 1 for the nearest, then 1/2, 1/3, ..."""
    found = [0.0] * len(_PATTERNS)
    for rank, hint in enumerate(hints, 1):
        for n in _spoken_for(hint):
            found[n] = found[n] or 1.0 / rank
    return found


@lru_cache(maxsize=20_000)
def _spoken_for(hint: str) -> tuple[int, ...]:
    return tuple(n for n, pattern in enumerate(_PATTERNS) if pattern.search(hint)) if _ANY.search(hint) else ()
