"""Whether what a feed gives of an article is the article."""

from __future__ import annotations

import re
from html import unescape

_MARKUP = re.compile(r"<[^<>]*>")
_BROKEN_OFF = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.\.\.|\+\d+ chars)\])\W*(?:\w+\W+){0,4}\w*\W*$"  # “… Continue reading The quay opens”
    r"|\b(?:read more|continue reading|read the full (?:story|article)|full story|weiterlesen|lire la suite|leer más|"
    r"continua a leggere|lees verder|läs mer|les mer|læs mere|читать далее|czytaj więcej)\W*$",
    re.IGNORECASE,
)
_END = 200  # characters at the end in which a text breaks off, the words of a link behind it included
_WHOLE = 1_000
"""Characters that no teaser has: the guidelines of feed readers and publishers ask for 100 to 300."""


def shown(markup: str) -> str:
    """Return the words of HTML or text, nearly as they are seen."""
    return " ".join(unescape(_MARKUP.sub(" ", markup)).split())


def is_teaser(words: str, *, summary: bool) -> bool:
    """Say whether the HTML or text of an item is a part only: it breaks off, or is called a summary and is short."""
    seen = shown(words)
    return bool(_BROKEN_OFF.search(seen[-_END:])) or (summary and len(seen) < _WHOLE)
