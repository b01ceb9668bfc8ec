"""Who speaks in a line with words of a site: the site to its readers, or a story about such things.

A story tells of cookies, newsletters and subscribers as of anything else. The site asks: it says "our" and "here",
begins with what it wants done, and reports nobody's words. Where that is in doubt, the line is the story's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from onrecord.data import (
    ARTICLE_KINDS,
    FURNITURE_KINDS,
    Block,
    BlockKind,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Span,
)
from onrecord.restore.labelling.furniture import SHORT
from onrecord.restore.phrases import SITES
from onrecord.restore.words import ENDED, furniture_of
from onrecord.text.sentences import sentences

_SCORE = 0.8
_REASON = Reason(code=ReasonCode.FURNITURE_WORDS, words="its words are those of the site, not of the story")
_LABEL = 5  # words; what is shorter is a label or a button, which asks for nothing
_ASKED = 12  # words of a site that asks for comments
_VOICE = SITES["voice"]
_TELLS = re.compile(rf"\b(?:{_VOICE['tells']})\b", re.IGNORECASE)
_QUOTES = re.compile(r"[“”„«»\"]")
_BEFORE = r"(?:\W*|[^.?!:]{1,60}[:?!]\s*|(?:for|to|if you)\b[^.?!:]{1,60}, )(?:please )?"
_ASKS = re.compile(rf"{_BEFORE}(?:{_VOICE['asks']})\b", re.IGNORECASE)
_ITS_OWN = re.compile(_VOICE["own"], re.IGNORECASE)
_FORMAL = re.compile(r"(?<=[\w,] )(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
"""The German of address, which "they" and "she" begin sentences like."""
_MORE = re.compile(
    r"(?:recommended|related|trending|up next|watch|listen|in pictures|mehr (?:aus|von))\b", re.IGNORECASE
)
_NAMED = re.compile(_VOICE["named"], re.IGNORECASE)
_SAID_TOO = re.compile(r"\b(?:your|our|apps?|share|comments?|register|terms|loading|download)\b", re.IGNORECASE)
"""Words of these that stories have too."""
_ADDRESSED = re.compile(_VOICE["addressed"], re.IGNORECASE)
_OUTLET = re.compile(_VOICE["outlet"], re.IGNORECASE)
_ABOUT = re.compile(
    r"cookies?\b|\bconsent|\bprivacy|newsletter|subscri|advert|\bcomments?\b|\bsign\w* up\b", re.IGNORECASE
)


def tells_of_site(words: str) -> bool:
    """Say whether a passage tells of such things in whole sentences, and speaks to nobody."""
    spoken = _ADDRESSED.search(words) or _ASKS.match(words)
    return spoken is None and ENDED.search(words) is not None and _ABOUT.search(words) is not None


def speaks_as_outlet(words: str) -> bool:
    """Say whether who made a page speaks of their own work: no chatbot has readers or reporters."""
    return _OUTLET.search(words) is not None


def names_site(words: str) -> bool:
    """Say whether a passage has a word that sites have more than stories; a heading of a story seldom does."""
    return _NAMED.search(words) is not None


def names_only_site(words: str) -> bool:
    """Say whether a passage names a site by more than one word that a line of a story has too: "Check your alarm"."""
    one = _SAID_TOO.search(words)
    return names_site(words) and (one is None or names_site(f"{words[: one.start()]} {words[one.end() :]}"))


@lru_cache(maxsize=1024)
def parts_of_site(words: str) -> tuple[Span, ...]:
    """Return what of a block that has words of a site is the site's: all of it, some of its sentences, or nothing."""
    kind = furniture_of(words)
    if kind not in FURNITURE_KINDS:
        return ()
    whole = (Span(start=0, end=len(words)),)
    count = len(words.split())
    if kind is BlockKind.TEASER:
        return () if count >= _LABEL and words.endswith((".", "!")) and _MORE.match(words) else whole
    if kind is BlockKind.INTERFACE or (count < _LABEL and not (kind is BlockKind.COMMENTS and words.endswith("."))):
        return whole
    said = sentences(words, None)
    asks = [_speaks(sentence.cut(words)) for sentence in said]
    own = [n for n, sentence in enumerate(said) if asks[n] and furniture_of(sentence.cut(words)) in FURNITURE_KINDS]
    if kind is BlockKind.COMMENTS and count > _ASKED and not _ITS_OWN.search(words):
        return ()
    if all(asks) and (own or len(said) == 1):
        return whole
    edge = [n for n in own if n in (0, len(said) - 1) and _ITS_OWN.search(said[n].cut(words))]
    return tuple(said[n] for n in edge)


def _speaks(sentence: str) -> bool:
    """Say whether a sentence speaks to whoever reads the site."""
    own = _ITS_OWN.search(sentence) or _FORMAL.search(sentence)
    if _TELLS.search(sentence) or (
        _QUOTES.search(sentence) and not re.search(r"\b(?:you|i) (?:agree|consent)\b", sentence, re.IGNORECASE)
    ):
        return False
    return (
        own is not None
        or _ASKS.match(sentence) is not None
        or (len(sentence.split()) < _LABEL and not ENDED.search(sentence))
    )


def sentences_of_site(blocks: Sequence[Block], text: str) -> Iterator[Removal]:
    """Yield what a site asks of its readers at either end of a paragraph of plain text, with the space beside it."""
    for block in blocks:
        if block.element is not None or block.kind not in ARTICLE_KINDS or len(block.span) > SHORT:
            continue
        words = block.span.cut(text)
        for part in parts_of_site(words):
            if len(part) == len(words):
                continue
            start = len(words[: part.start].rstrip())
            end = part.end if start else len(words) - len(words[part.end :].lstrip())
            yield Removal(
                span=Span(start=block.span.start + start, end=block.span.start + end),
                kind=RemovalKind((furniture_of(part.cut(words)) or BlockKind.INTERFACE).value),
                status=RemovalStatus.REMOVED,
                score=_SCORE,
                reasons=(_REASON,),
            )
