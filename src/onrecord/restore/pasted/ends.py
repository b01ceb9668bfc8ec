"""Ends of a reply that the judge cuts: the lines that go with it, and those that are handed over or stay above it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.data import ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.pasted.evidence import explain, is_markdown
from onrecord.restore.pasted.register import likeliest, only_assistants_say, speaks_itself, speaks_out
from onrecord.restore.pasted.replies import Reply
from onrecord.restore.pasted.spared import first_spoken, last_spoken, speaks_to_somebody
from onrecord.restore.pasted.taken import fills
from onrecord.restore.words import COMPILED_REPLY, LIST_ITEM, MARKUP, UNFINISHED
from onrecord.text.sentences import sentences
from onrecord.text.words import content_words

_NEAR, _LINE = 80, 1_000  # characters
_HALF = 0.3  # share of a page that is no little story
_LEADS_ON = re.compile(r"[^\n]*:\s*\Z")
_HANDED = re.compile(r"[^\n:]*:[ \t]+(?=[“„«\"]?(?![a-z])[^\W\d_])")
"""What leads on with a colon to a sentence of its own."""
_LEAD = re.compile(r"[A-Z][^.!?:;\n]{2,200}:\s+(?=[A-Z])")
_PART = re.compile(
    r"\b(?:note|version|draft|edit|answer|response|reply|question|suggestion|summary|option|caption|headline|tip|update|"
    r"correction|rewrite|text|paragraph|sentence|request|follow-up|step|disclaimer|clarification|example|translation)s?\b",
    re.IGNORECASE,
)
"""What a part of a reply is called."""
_TELLS = re.compile(r"[.…”\"’)\]]\s*\Z")
_AT_START = re.compile(r"(?:\A|\n|[.!?…][”\"’)\]]*)[ \t]*\Z")
_GOES_ON = re.compile(r"\s*(?=[^\W\d_A-ZÀ-ÞА-Я])[^\n]*?(?:[.!?…]+[”\"’)\]]*(?=\s|\Z)|(?=\n|\Z))")
_LONG, _OTHER_MATTER = 30, 0.15
"""Words of what has a matter of its own, and the share of them that stand elsewhere too; of the paragraphs of 150 dev
articles three in a hundred have less."""
_CLOSES = re.compile(
    r"(?:in (?:conclusion|summary|short)|to (?:conclude|sum up|summari[sz]e)|overall(?=,[^\d“”\"\n]*\s*\Z)), "
    r"[^.!?\n]{1,300}\b"
    r"(?:highlight|underscore|underline|emphasi[sz]e|demonstrate|illustrate|serve|reflect|remain)(?:s|d)?\b",
    re.IGNORECASE,
)
"""What a reply closes a text with that it wrote, and reporters do not: they have no conclusion, or one with figures."""
SURE_CLOSE = 0.9
_SURE_ABOVE = 0.995
"""From it on nothing of a reply is the page's for what speaks to somebody below it; of 1,400 pages of the train and dev
folds all three whose reply lost its upper part so were wrong."""
_SURE_DOCUMENT = 0.99
"""From it on a reply of several lines is all its own, whatever it hands over behind a colon."""
SURE_WORDS = 0.8
"""Below it most sentences of a reply have to speak to somebody who asked, or may do so; dev fold: of 300 pages none has
one below it that does not, whereas a marked-up title behind the lead of a page took this with it."""
BREAKS = frozenset((ReasonCode.BROKEN_SENTENCE, ReasonCode.GLUED_JOIN))
"""What a passage does to the sentence that it was pasted into."""


def removal(span: Span, kind: RemovalKind, codes: Collection[ReasonCode], certain: bool, score: float) -> Removal:
    """Return what is found as a removal, cut where it is ``certain``."""
    status = RemovalStatus.REMOVED if certain else RemovalStatus.SUSPECTED
    return Removal(span=span, kind=kind, status=status, score=round(score, 4), reasons=explain(codes))


def breaks(one: Removal) -> bool:
    """Say whether a passage breaks a sentence."""
    return not BREAKS.isdisjoint(why.code for why in one.reasons)


def with_lines(text: str, one: Removal, replies: Sequence[Reply]) -> Removal:
    """Take in the whole lines before and behind a reply that rules find in it too, where each speaks as it does.

    Of a sentence that is all of it and leads on with a colon the rest is taken too, in small letters: no other's.
    """
    start, end = one.span.start, one.span.end
    for reply in replies if one.kind is RemovalKind.CHATBOT_REPLY else ():
        if reply.certain and reply.span.overlaps(one.span):
            if _speak(text, reply.span.start, start):
                start = reply.span.start
            if _speak(text, end, reply.span.end):
                end = reply.span.end
    begins = one.kind is RemovalKind.CHATBOT_REPLY and _AT_START.search(text[max(0, start - _NEAR) : start])
    if begins and _LEADS_ON.match(text, start, end) and (goes_on := _GOES_ON.match(text, end)):
        end = goes_on.end()
    return replace(one, span=Span(start=start, end=end))


def without_lines(text: str, one: Removal, replies: Sequence[Reply]) -> tuple[Removal, ...]:
    """Return a reply and, as doubted, what speaks to nobody above what rules are sure of in it.

    That are lines, and sentences of its line too above nothing but offers, if they are on the page's matter, and where
    the judge is hardly surer than not above the first that speaks to who asked; who exclaims or asks tells nothing.
    """
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED and not breaks(one)
    inside = (reply for reply in replies if reply.certain and one.span.covers(reply.span)) if cut else ()
    parted = (reply.span for reply in inside if reply.offered or fills(text, reply.span))
    reply = next((span for span in parted if span.start > one.span.start), None)
    if reply is None and cut and one.score < SURE_WORDS:
        reply = first_spoken(text, one.span)
    above = Span(start=one.span.start, end=reply.start) if reply else one.span
    own = is_markdown(text) and not _says(text, above)  # then marks tell nothing, nor what the register makes of them
    if (
        reply is None
        or (not own and speaks_to_somebody(text, above))
        or not (fills(text, reply) or _TELLS.search(above.cut(text)))
    ):
        return (one,)
    if one.score >= _SURE_ABOVE or (one.score >= SURE_CLOSE and _CLOSES.match(text, above.start, above.end)):
        return (one,)
    offered = any(other.offered and other.span == reply for other in replies)
    if offered and _is_apart(text, above, one.span):
        return (one,)
    doubted = removal(above, one.kind, (ReasonCode.OTHER_STORY,), False, one.score)
    return doubted, replace(one, span=Span(start=reply.start, end=one.span.end))


def _is_apart(text: str, above: Span, whole: Span) -> bool:
    """Say whether hardly a word of what stands above an offer stands elsewhere on the page than in the passage."""
    own = set(content_words(above.cut(text)))
    rest = set(content_words(text[: whole.start])) | set(content_words(text[whole.end :]))
    return len(own) >= _LONG and len(own & rest) <= _OTHER_MATTER * len(own)


def handed_over(text: str, one: Removal) -> tuple[Removal, ...]:
    """Return a reply and, as doubted, what it hands over behind a colon where more of that stays in the paragraph.

    What breaks a sentence has none of it.
    """
    handed = _HANDED.match(text, one.span.start, one.span.end)
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED
    cut = cut and BREAKS.isdisjoint(why.code for why in one.reasons)
    cut = cut and not (one.score >= _SURE_DOCUMENT and "\n" in one.span.cut(text))
    if not cut or handed is None or not text[one.span.end :].partition("\n")[0].strip():
        return (one,)
    lead, rest = (Span(start=one.span.start, end=handed.end()), Span(start=handed.end(), end=one.span.end))
    if not _says(text, lead) or _says(text, rest) or likeliest(text, rest) >= 0:
        return (one,)
    doubted = removal(rest, one.kind, (ReasonCode.OTHER_STORY,), False, one.score)
    return replace(one, span=lead), doubted


def without_rest(text: str, one: Removal) -> Removal:
    """Return a passage that breaks a sentence without the small words it ends with, behind which that goes on.

    A reply ends with none of them: "please share it and I'll update my answer" stood in "a cup tie" and "at Hexley".
    What closes somebody's words that it did not open is pointed at.
    """
    end = one.span.end
    if one.status is not RemovalStatus.REMOVED or not breaks(one) or not text[end:].partition("\n")[0].strip():
        return one
    if _closes_others(text, one.span):
        return replace(one, status=RemovalStatus.SUSPECTED)
    while small := UNFINISHED.search(text, max(one.span.start + 1, end - _NEAR), end):
        end = small.start()
    return one if end == one.span.end else replace(one, span=Span(start=one.span.start, end=end))


def _closes_others(text: str, span: Span) -> bool:
    """Say whether a passage closes a quotation that is open in the line before it: its rest is the page's, too."""
    line = text.rfind("\n", 0, span.start) + 1
    before, inside = (text[max(line, span.start - _LINE) : span.start], span.cut(text))
    return before.rfind("“") > before.rfind("”") and -1 < inside.find("”") < (inside.find("“") + 1 or len(inside))


def without_tail(text: str, one: Removal) -> tuple[Removal, ...]:
    """Return a reply and, as doubted, the lines behind what speaks to somebody, where the judge is hardly surer."""
    hardly = one.status is RemovalStatus.REMOVED and one.score < SURE_WORDS and fills(text, one.span)
    end = last_spoken(text, one.span) if hardly and one.kind is RemovalKind.CHATBOT_REPLY else one.span.end
    if end == one.span.end:
        return (one,)
    start = one.span.end - len(text[end : one.span.end].lstrip())
    doubted = removal(Span(start=start, end=one.span.end), one.kind, (ReasonCode.OTHER_STORY,), False, one.score)
    return replace(one, span=Span(start=one.span.start, end=end)), doubted


def without_voices(text: str, lines: Sequence[Span], one: Removal) -> tuple[Removal, ...]:
    """Return a reply and, as doubted, the lines around what only assistants say in it that speak as the page does.

    Letters, columns and reviews say "I" and "you", and beside a reply they are easily taken for part of it.
    """
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED and not breaks(one)
    inside = [line for line in lines if cut and line.overlaps(one.span)]
    held = [Span(start=max(line.start, one.span.start), end=min(line.end, one.span.end)) for line in inside]
    told = [at for at, part in enumerate(held) if _is_of_reply(part.cut(text))]
    if not told or (told[0], told[-1]) == (0, len(held) - 1) or not speaks_itself(text, lines, one.span):
        return (one,)
    voiced = [at for at, part in enumerate(held) if speaks_out(part.cut(text))]
    first = told[0] if min(voiced, default=told[0]) < told[0] else 0
    last = told[-1] if max(voiced, default=0) > told[-1] else len(held) - 1
    edges = (0, first, last + 1, len(held))
    head, kept, tail = (held[a:b] for a, b in pairwise(edges))
    around = (Span(start=part[0].start, end=part[-1].end) for part in (head, tail) if part)
    doubted = (removal(part, one.kind, (ReasonCode.OTHER_STORY,), False, one.score) for part in around)
    return replace(one, span=Span(start=kept[0].start, end=kept[-1].end)), *doubted


def _is_of_reply(words: str) -> bool:
    """Say whether a line is only a reply's: by its words, its marks, or as what hands something over."""
    hands = words.rstrip().endswith(":") and any(pattern.search(words) for _, pattern in COMPILED_REPLY)
    return hands or only_assistants_say(words) or bool(MARKUP.search(words) or LIST_ITEM.match(words))


def with_rest(text: str, one: Removal) -> Removal:
    """Return a reply that ends in the midst of a sentence with what speaks so in the line in which that goes on."""
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED and fills(text, one.span)
    if not cut or not UNFINISHED.search(text, max(one.span.start, one.span.end - _NEAR), one.span.end):
        return one
    start = one.span.end + len(text[one.span.end :]) - len(text[one.span.end :].lstrip())
    line = text[start:].partition("\n")[0]
    said = sentences(line[:_LINE], "en")[:1]
    rest = Span(start=start, end=start + said[0].end) if said else None
    return (
        one
        if rest is None or likeliest(text, rest) <= 0
        else replace(one, span=Span(start=one.span.start, end=rest.end))
    )


def doubted_beside(text: str, one: Removal, broken: Sequence[Span]) -> Removal:
    """Return another story as doubted where it is the half of the page next to a line in which a sentence is broken."""
    if one.kind is not RemovalKind.OTHER_ARTICLE or breaks(one) or len(one.span) < _HALF * len(text):
        return one
    for other in broken:
        start, end = text.rfind("\n", 0, other.start) + 1, text.find("\n", other.end)
        behind = end >= 0 and end <= one.span.start and not text[end : one.span.start].strip()
        if behind or (one.span.end <= start and not text[one.span.end : start].strip()):
            return replace(one, status=RemovalStatus.SUSPECTED)
    return one


def without_lead(text: str, one: Removal) -> Removal:
    """Return a reply without what stands before the colon that a formula follows, where that goes on behind the reply.

    "… to the rules of the Channel association: Let me know if …? no wetsuit": that is the page's, unless it is what a
    part of a reply is called.
    """
    lead = _LEAD.match(text, one.span.start, one.span.end) if one.kind is RemovalKind.CHATBOT_REPLY else None
    if lead is None or _PART.search(lead.group()) or not text[one.span.end :].lstrip(" ")[:1].islower():
        return one
    said = Span(start=lead.start(), end=lead.end())
    if _says(text, said) or likeliest(text, said) > 0:
        return one
    begins = any(pattern.match(text, lead.end()) for _, pattern in COMPILED_REPLY)
    return replace(one, span=Span(start=lead.end(), end=one.span.end)) if begins else one


def _says(text: str, span: Span) -> bool:
    return any(pattern.search(span.cut(text)) for _, pattern in COMPILED_REPLY)


def _speak(text: str, start: int, end: int) -> bool:
    """Say whether from ``start`` to ``end`` there are whole lines, and each speaks to somebody who asked."""
    if start >= end:
        return False
    edges = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    whole = (start == 0 or "\n" in edges[0]) and (end == len(text) or "\n" in edges[1])
    said = (line for line in text[start:end].split("\n") if line.strip())
    return whole and all(any(pattern.search(line) for _, pattern in COMPILED_REPLY) for line in said)
