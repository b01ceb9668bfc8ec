"""What classes, ids and elements are called, and what such names speak for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from onrecord.data import RawBlock
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
_ANY = re.compile("|".join(_NAMES))

CALLED = (
    *(f"tag {tag}" for tag in TAGS),
    *(f"in {tag}" for tag in ABOVE),
    *(f"called {name.partition('|')[0]}" for name in _NAMES),
)
"""The columns of :func:`called`."""


def called(raws: Sequence[RawBlock], shapes: Sequence[str]) -> Matrix:
    """Return for each block its element, those above it and what they are called, shape (blocks, len(CALLED))."""
    known_shapes: dict[str, list[int]] = {}
    known_hints: dict[tuple[str, ...], list[float]] = {}
    found = np.zeros((len(raws), len(CALLED)), dtype=np.float32)
    for n, (raw, shape) in enumerate(zip(raws, shapes, strict=True)):
        if shape not in known_shapes:
            known_shapes[shape] = _elements(shape)
        found[n, known_shapes[shape]] = 1.0
        if raw.hints not in known_hints:
            known_hints[raw.hints] = _weighed(raw.hints)
        found[n, -len(_PATTERNS) :] = known_hints[raw.hints]
    return found


def _elements(shape: str) -> list[int]:
    *above, tag = shape.split("/")
    own = [TAGS.index(tag)] if tag in TAGS else []
    return own + [len(TAGS) + n for n, name in enumerate(ABOVE) if name in above]


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
