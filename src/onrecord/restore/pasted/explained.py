"""What a reply explains right above its offer to explain more: a common word, in general and in its own manner.

Reporters say in a clause what a word of their story means, or tell of a thing that has a name there, in the past tense.
So whoever defines a word that is no name of the page's, over two sentences that tell of no time, place or person of it,
and uses the turns of an encyclopedia, wrote what the offer below speaks of. A page that explains elsewhere too keeps
it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.evidence import Story
from onrecord.restore.pasted.joins import sentences_apart
from onrecord.restore.pasted.proposals import overlaps
from onrecord.restore.pasted.register import speaks_out
from onrecord.restore.words import COMPILED_REPLY

_MOST = 4  # lines
_LINE = 2_000  # characters of a line that are read
_FEWEST, _TURNS_LEAST = 2, 2  # sentences, and turns of an encyclopedia in them
_MORE = re.compile(
    r"\b(?:expla(?:in|nation)s?|compar(?:e|ison)s?|information|"
    r"(?:more|further|specific) (?:details?|examples?|aspects?)|"
    r"(?:more|deeper) (?:about|on|into)|know more|explor\w+|dive|dig|learn|history of|examples of|overview)\b",
    re.IGNORECASE,
)
"""What is offered to who asked what something is, and not to who had a text edited."""
_DEFINES = re.compile(
    r"(?!(?:The(?! (?:term|word|concept|process|practice)\b)|This|That|These|Those|Such|Its?|Their|There|He|She|They|"
    r"His|Her|Some|Many|Most|All|Both|Each|Other|Another|One|What|Who)\b)"
    r"(?P<what>(?:(?:An?|The (?:term|word|concept|process|practice)) )?[^\W\d_][^.,:;()\"“”\n]{1,60}?)"
    r"(?: \([^()\n]{1,60}\))?(?:, [^,.;\n]{2,80},)? "
    r"(?:are (?!not\b|to\b|being\b|now\b|set\b)|refers? to |"
    r"(?:typically|generally|commonly|usually|traditionally|often) [a-z]|"
    r"is (?:[a-z]+ly )?(?:an?|one|the|any|defined|considered|used|known|caused|produced|measured|found)\b)"
)
_TURNS = re.compile(
    r"\b(?:typically|commonly|generally|usually|widely|often|primarily|traditionally|particularly|various|refers? to|"
    r"defined as|known (?:for|as|to)|rang(?:e|ing) from|includ(?:es?|ing)|such as|characteri[sz]ed by|consists? of|"
    r"can be \w+|used (?:to|in|for)|(?:in|across) many \w+|plays? an? \w+ role|important|depend(?:s|ing) on|one of the|"
    r"an? (?:[a-z-]+ ){0,2}(?:type|form|species|genus|kind|method|process|branch|field|system|technique|device|"
    r"discipline|practice|concept|measure) )\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[“”\"$£€]|\b(?:said|says|told|was|were|had|did|would|he|she|his|her|we|our|us|i|me|my|mr|mrs|ms|yesterday|today|"
    r"tonight|tomorrow|ago|now|(?:this|last|next) (?:week|month|year|spring|summer|autumn|fall|winter|season)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What tells of a time, a person or a sum: of the story."""
_NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][\w’'-]+")  # where no sentence begins
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


def with_explained(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Take what is explained in general right above an offer of more of it with that."""
    cut = [one for one in found if one.status is RemovalStatus.REMOVED]
    offers = [one for one in cut if one.kind is RemovalKind.CHATBOT_REPLY and _MORE.search(one.span.cut(text))]
    if not offers:  # as on most pages
        return list(found)
    removed = sorted((one.span for one in cut), key=lambda span: span.start)
    own = [line for line in lines if not overlaps(line, removed)]
    wider = {one: _explained(text, lines, one.span, own) for one in offers}
    if all(span is None for span in wider.values()) or Story.of(text, tuple(lines)).about_chatbots:
        return list(found)
    made = [replace(one, span=span) for one, span in wider.items() if span is not None]
    rest = (one for one in found if wider.get(one) is None)
    return [*(one for one in rest if not any(other.span.covers(one.span) for other in made)), *made]


def _explained(text: str, lines: Sequence[Span], offer: Span, own: Sequence[Span]) -> Span | None:
    """Return an offer with what is explained right above it; None where nothing is, or the page may have done it."""
    first = bisect_right(lines, offer.start, key=lambda line: line.start) - 1
    top = None
    for at in range(first, max(-1, first - _MOST), -1):
        said = _sentences(text[lines[at].start : min(lines[at].end, offer.start)])
        if any(_TELLS.search(one) or _speaks(one) for one in said):
            break
        if said and (what := _DEFINES.match(said[0])) and not _TELLS.search(what["what"]):
            top = at
    if top is None or (top == 0):
        return None
    span = Span(start=lines[top].start, end=offer.end)
    told = Span(start=span.start, end=offer.start).cut(text)
    rest = [line for line in own if not line.overlaps(span)]
    page = " ".join(line.cut(text)[:_LINE] for line in rest)
    if not _is_general(told, page):
        return None
    explains = any(_is_general(line.cut(text), "") for line in rest[1:])
    return None if explains or any(speaks_out(line.cut(text)) for line in rest) else span


def _sentences(words: str) -> list[str]:
    return [one.cut(words) for one in sentences_apart(words[:_LINE], "en")]


def _speaks(words: str) -> bool:
    return any(sign.search(words) for _, sign in COMPILED_REPLY)


def _is_general(told: str, page: str) -> bool:
    """Say whether some words define what is no name of the ``page``, over sentences with turns of an encyclopedia."""
    said = _sentences(told)
    what = _DEFINES.match(said[0]) if len(said) >= _FEWEST else None
    if what is None or any(map(_TELLS.search, said)) or len(_TURNS.findall(told)) < _TURNS_LEAST:
        return False
    names = set(_NAME.findall(page))
    named = _NAME.findall(told)
    known = sum(name in names for name in named)
    return names.isdisjoint(_CAPITAL.findall(what["what"])) and 2 * known <= max(1, len(named))
