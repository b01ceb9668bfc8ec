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
from onrecord.restore.pasted.taken import fills
from onrecord.restore.words import COMPILED_REPLY, ENDED

_DOES = re.compile(
    r"(?:would you like|(?:do you )?want) me to\b|(?:shall|should) i (?:also )?[a-z]{3,}\b|"
    r"let me know (?:if|which|what|how)\b|\bi (?:can|could|would be happy to|['’]d be happy to) (?:also )?[a-z]{3,}\b|"
    r"happy to\b",
    re.IGNORECASE,
)
"""Who offers is to do it."""
_FAR, _DOUBT = -2.5, -4.0
"""How far below the bound of the register an offer may be, and one in which who offers is to do something."""
_BEHIND = re.compile(r"(?:\A|\n|[.!?…][”\"’)\]]*)[ \t]*\Z")
_BEFORE = re.compile(r"[ \t]*(?=\n|\Z)|[ \t]+(?=[^\W\d_a-z]|[\"“(\d])")
_NEAR = 80  # characters
_HANDS = re.compile(
    r"(?:[a-z]+[!,.] )?(?:here(?:['’]s| is)|below is) (?:an?|the|your|my) (?:[\w-]+,? ){0,4}?"
    r"(?:(?:revised|rewritten|edited|polished|condensed|shortened|shorter|corrected|improved|tightened|clearer|concise|"
    r"rephrased|reworked|simplified|neutral)(?: and \w+)? (?:version|draft|text)|"
    r"(?:version|rewrite|draft|revision|summary|edit) of (?:the|your|this|that) (?:[\w-]+ ){0,2}"
    r"(?:article|text|story|report|piece|draft|paragraphs?|section|passage)|"
    r"(?:alternative|alternate|possible|suggested|clearer|softer|tighter) "
    r"(?:phrasing|wording|headline|caption|opening|ending))"
    r"\b[^.:\n]{0,100}:\s*",
    re.IGNORECASE,
)
"""What hands over a text."""
_CODES = (ReasonCode.REPLY_OFFER,)
_OFFER = dict(COMPILED_REPLY)[ReasonCode.REPLY_OFFER]


def with_offers(text: str, lines: Sequence[Span], replies: Sequence[Reply], asked: Sequence[Span]) -> tuple[Reply, ...]:
    """Return replies, those called sure that are nothing but offers, on a page that else speaks to nobody.

    So is then the line that hands over a text to whom it is offered. What stands in replies and in what is ``asked``,
    which may be of replies too, tells nothing of how the page speaks.
    """
    replies = [part for one in replies for part in _parted(text, one)]
    offers = [one for one in replies if _is_offer(text, one)]
    if not offers:  # as on most pages
        return tuple(replies)
    story = Story.of(text, tuple(lines))
    told = sorted((*asked, *(one.span for one in replies)), key=lambda span: span.start)
    rest = (line.cut(text) for line in lines if not any(line.overlaps(one) for one in told))
    if story.about_chatbots or story.asks or any(speaks_out(line) and not _OFFER.search(line) for line in rest):
        return tuple(replies)
    offers += [one for one in replies if _HANDS.fullmatch(one.span.cut(text)) and fills(text, one.span)]
    return tuple(replace(one, certain=True, offered=True) if one in offers else one for one in replies)


def _parted(text: str, reply: Reply) -> tuple[Reply, ...]:
    """Return a reply, or what stands above its last line and that line, where that alone offers something."""
    at = text.rfind("\n", reply.span.start, reply.span.end) + 1
    last = replace(reply, span=Span(start=at, end=reply.span.end), codes=_CODES, firm=False)
    if reply.certain or not at or not _is_offer(text, last) or _is_offer(text, reply):
        return (reply,)
    above = Span(start=reply.span.start, end=reply.span.start + len(text[reply.span.start : at].rstrip()))
    return replace(reply, span=above, firm=False), last


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
    if _HANDS.match(words) and odds > _DOUBT:
        return True
    return odds > 0.0 or (_OFFER.search(words) is not None and odds > (_DOUBT if _DOES.search(words) else _FAR))
