"""Offers to somebody who asked: who reports the news has nobody to make them to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import ReasonCode, Span
from onrecord.restore.pasted.evidence import Story
from onrecord.restore.pasted.joins import sentences_apart
from onrecord.restore.pasted.register import likeliest, speaks_out
from onrecord.restore.pasted.replies import Reply
from onrecord.restore.words import COMPILED_REPLY, ENDED

_DOES = re.compile(
    r"(?:would you like|(?:do you )?want) me to\b|(?:shall|should) i (?:also )?[a-z]{3,}\b|let me know (?:if|which|what|how)\b|"
    r"\bi (?:can|could|would be happy to|['’]d be happy to) (?:also )?[a-z]{3,}\b|happy to\b",
    re.IGNORECASE,
)
"""Who offers is to do it."""
_FAR, _DOUBT = -2.5, -4.0
"""How far below the bound of the register an offer may be, and one in which who offers is to do something."""
_BEHIND = re.compile(r"(?:\A|\n|[.!?…][”\"’)\]]*)[ \t]*\Z")
_BEFORE = re.compile(r"[ \t]*(?=\n|\Z)|[ \t]+(?=[^\W\d_a-z]|[\"“(\d])")
_NEAR = 80  # characters
_OFFER = dict(COMPILED_REPLY)[ReasonCode.REPLY_OFFER]


def with_offers(text: str, lines: Sequence[Span], replies: Sequence[Reply], asked: Sequence[Span]) -> tuple[Reply, ...]:
    """Return replies, those called sure that are nothing but offers, on a page that else speaks to nobody.

    What stands in them and in what is ``asked``, which may be of replies too, tells nothing of how the page speaks.
    """
    offers = [one for one in replies if _is_offer(text, one)]
    if not offers:  # as on most pages
        return tuple(replies)
    story = Story.of(text, tuple(lines))
    told = sorted((*asked, *(one.span for one in replies)), key=lambda span: span.start)
    rest = (line.cut(text) for line in lines if not any(line.overlaps(one) for one in told))
    if story.about_chatbots or story.asks or any(speaks_out(line) and not _OFFER.search(line) for line in rest):
        return tuple(replies)
    return tuple(replace(one, certain=True, offered=True) if one in offers else one for one in replies)


def _is_offer(text: str, reply: Reply) -> bool:
    """Say whether all sentences of a reply, which are none of the page's, offer something to somebody who asked."""
    span, words = reply.span, reply.span.cut(text)
    if ReasonCode.REPLY_OFFER not in reply.codes or not _stands_apart(text, span):
        return False
    parts = sentences_apart(words, "en")
    return all(_speaks(text, Span(start=span.start + part.start, end=span.start + part.end)) for part in parts)


def _stands_apart(text: str, span: Span) -> bool:
    begins = _BEHIND.search(text[max(0, span.start - _NEAR) : span.start]) is not None
    return begins and ENDED.search(span.cut(text).rstrip()) is not None and _BEFORE.match(text, span.end) is not None


def _speaks(text: str, span: Span) -> bool:
    """Say whether a sentence speaks to somebody who asked, by its words and by what it means."""
    words, odds = span.cut(text), likeliest(text, span)
    return odds > 0.0 or (_OFFER.search(words) is not None and odds > (_DOUBT if _DOES.search(words) else _FAR))
