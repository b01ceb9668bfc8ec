"""Views that no verb of saying gives: "in Lund's view P", "Lund is convinced that P", "Lund's version is that P".

Whoever holds one holds it; the narrator does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.data import Span
from onrecord.verify.reading.sources import BREAK

_WHOSE = (
    r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y|[Oo]ur"
    r"|(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s)?(?:[\w-]+\s){0,4}?[\w-]+(?:['’]s|s['’]))"
)
"""Before what somebody holds: "Lund's", "the harbour board's", "his"."""
_VIEWS = "views?|opinion|eyes|estimation|judge?ment|telling|words|belief|experience"
_IN_VIEW = re.compile(
    rf"(?P<lead>^\W*|,\s(?:and\s|but\s)?)(?:[Ii]n|[Tt]o|[Ff]rom|[Bb]y)\s"
    rf"(?:{_WHOSE}\s(?:own\s|official\s)?(?:{_VIEWS}|account(?=,))|the\s(?:{_VIEWS})\sof\s(?P<of>[^,;:]{{2,80}}?)(?=[,.]))"
)
"""At the beginning of a sentence, or between commas: "in Lund's view, the dam is safe"."""
_CONVINCED = re.compile(
    r"\b(?:is|are|was|were|am|been|remain(?:s|ed)?|seem(?:s|ed)?|sound(?:s|ed)|feels?|felt)\s"
    r"(?:(?:not|also|still|now|[a-z]+ly)\s)?(?:"
    r"(?:convinced|certain|sure|adamant|confident|persuaded|satisfied|positive|clear|unequivocal|worried|afraid"
    r"|of\sthe\s(?:opinion|view|belief)|under\sthe\simpression)\sthat"
    r"|(?:convinced|certain|sure|adamant|confident|persuaded)(?=\s(?:the|an?|his|her|its|their|th[ei]se?|he|she|it|they"
    r"|there|[A-Z][\w’-]+)\s))\s"
)
"""What somebody is sure of: "Lund is convinced that the dam is safe", "is sure the dam is safe"."""
_NOBODY = re.compile(r"\b(?:it|what|there|this|one thing)\s*$", re.IGNORECASE)
"""Before "is certain that" in the narrator's own words."""
_HELD = (
    "claim|assertion|contention|belief|view|insistence|argument|conviction|suggestion|theory|complaint|opinion"
    "|impression|allegation|accusation|suspicion"
)
_TOLD = "version|case|position|line|explanation|message|defen[cs]e|stance"
_IS_HELD = re.compile(
    rf"{_WHOSE}\s(?:[a-z]+\s)?(?P<cue>(?:{_HELD})s?\sthat"
    rf"|(?:{_HELD}|{_TOLD})s?\s(?:(?:is|was|has\s(?:always\s)?been|remains|remained)\sthat(?!\sof\b)|:)"
    rf"|(?:{_HELD}|{_TOLD}):)\s"
)
"""What somebody holds as a thing: "Lund's version is that", "repeated her claim that"."""
_CASE = re.compile(
    rf"\b[Tt]he\s(?P<whose>(?:[\w-]+\s){{1,2}}?)(?P<cue>(?:{_HELD}|{_TOLD})\s(?:is|was|remains|remained)\sthat(?!\sof\b))\s"
)
"""The same of a side: "the prosecution case was that"."""
_GROUNDS = re.compile(r"\bon\s(?:the\s)?(?:grounds?|pretext|pretence|assumption|premise)\sthat\s", re.IGNORECASE)
"""What somebody gives as a reason: "closed the school on the grounds that it was unsafe"."""
_PARTED = re.compile(r"[;:]\s|,\s(?:and|but|while|whereas|because|although|though)\s")
"""Between what is somebody's view and what is not."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What somebody holds, the words that say so, and whose it is."""

    content: Span
    cue: Span
    source: Span | None


def find_standpoints(text: str, sentence: Span) -> Iterator[Standpoint]:
    """Yield the views that a sentence gives as somebody's without a verb of saying."""
    yield from _in_view(text, sentence)
    yield from _convinced(text, sentence)
    for pattern in (_IS_HELD, _CASE):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match.end() < sentence.end:
                content = Span(start=match.end(), end=sentence.end)
                yield Standpoint(content, _span(match, "cue"), _span(match, "whose"))
    for match in _GROUNDS.finditer(text, sentence.start, sentence.end):
        if match.end() < sentence.end:
            content = Span(start=match.end(), end=sentence.end)
            yield Standpoint(content, Span(start=match.start(), end=match.end()), None)


def _in_view(text: str, sentence: Span) -> Iterator[Standpoint]:
    for match in _IN_VIEW.finditer(text, sentence.start, sentence.end):
        start = match.end() if match.start() == sentence.start else _clause_start(text, sentence, match.start())
        parted = _PARTED.search(text, match.end(), sentence.end)
        end = parted.start() if parted else sentence.end
        if start < end:
            source = _span(match, "of" if match["of"] else "whose")
            yield Standpoint(Span(start=start, end=end), Span(start=match.end("lead"), end=match.end()), source)


def _convinced(text: str, sentence: Span) -> Iterator[Standpoint]:
    for match in _CONVINCED.finditer(text, sentence.start, sentence.end):
        start = _clause_start(text, sentence, match.start(), by=BREAK)
        comma = text.rfind(",", sentence.start, start)
        if start == match.start() and comma > 0:  # "the firm's owner, Ida Holt, is convinced that"
            start = _clause_start(text, sentence, comma, by=BREAK)
        holder = text[start : match.start()].rstrip(" ,")
        if holder.strip() and match.end() < sentence.end and not _NOBODY.search(holder):
            source = Span(start=start, end=start + len(holder.rstrip()))
            content = Span(start=match.end(), end=sentence.end)
            yield Standpoint(content, Span(start=match.start(), end=match.end()), source)


def _clause_start(text: str, sentence: Span, before: int, *, by: re.Pattern[str] = _PARTED) -> int:
    ends = [one.end() for one in by.finditer(text, sentence.start, before)]
    start = ends[-1] if ends else sentence.start
    return start + len(text[start:before]) - len(text[start:before].lstrip())


def _span(match: re.Match[str], group: str) -> Span:
    return Span(start=match.start(group), end=match.end(group))
