"""Sentence boundaries, by sentencex (Wikimedia; rules for about 240 languages)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import sentencex

from onrecord.data import Span
from onrecord.text.spans import lines, trimmed

_LONGEST = 20_000
"""Characters split in one go: longer lines are cut at white space first, since the rules look back without bound."""

_HOUR = re.compile(r"\b[ap]\.m\.$")
_ZONE = re.compile(
    r"(?:GMT|UTC|[ACEMPW][EO]?[SD]?T)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,?\s(?:[a-z]\w*\s)?(?:is|was|will|brings|brought|marks|marked)\b)"
)
"""What no sentence begins with behind an hour: "9:45 p.m. ET", "at about 11 p.m. Saturday"."""
_PARTY = re.compile(r"\b[DRI]-[A-Z]\.$")
_STATE = re.compile(r"[A-Z][a-z]{0,2}\.")
"""The rest of a state behind a party: "R-S.C., said"."""
_RANK = re.compile(r"\b(?:Cpt|Ofc|Const|Amb|Atty|Dep)\.$")
_NAME = re.compile(r"[A-Z][\w’'-]+\s(?:[A-Z]|sa(?:id|ys)\b)")
"""A rank that the rules do not know, and the name it stands before: "Fire Department Cpt. Ida Marsh"."""
_ONCE = re.compile(r"\b(?:[Tt]hen|[Ee]x|[Vv]ice)-(?:Sen|Rep|Gov|Pres|Gen|Col|Adm|Capt|Sgt|Lt|Prof|Dr)\.$")
_CALLED = re.compile(r"[A-Z]")
"""A title that somebody once had, "then-Sen.", and the name."""
_ENDS = re.compile(
    r"(?:[.!?…][’'][”\"]|\b(?:on|to|via)\sX\.|\b(?:[a-z]{2,}|\d{1,2}(?:st|nd|rd|th)?)\sMay\.)\s+(?=[A-Z“‘])"
)
"""What ends a sentence though it does not look like it: a quotation inside another one, "wrote on X.", "on 6 May."."""
_IN_ENDS = ("’”", "'\"", '’"', "'”", "X.", "May.")
"""What stands in whatever it matches."""
_GOES_ON = ((_ZONE, _HOUR), (_STATE, _PARTY), (_NAME, _RANK), (_CALLED, _ONCE))
"""What a sentence goes on with, and behind what."""
_SHORTENED = 16  # characters, more than any of that has

_NO_END = {
    "fr": re.compile(r"(?:^|[\s«“\"(])MM?\.$"),
    "de": re.compile(r"\b(?:[Dd](?:er|ie|as|es|em|en)|am|beim|zum|zur|vom|im)\s\d{1,2}\.$"),
}
"""By language what a sentence does not end with: "M." before a name, and the "1." of a club or a century."""
_BEFORE = 8  # characters of it that are looked at
_OPENS = re.compile(r"\s[“„‘«]")
_OPENING = re.compile(r"(?<=\S)\s+[“„‘«]$")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_SPACE = re.compile(r"[^\S ]")
"""sentencex steps one byte over the space behind a lone letter, and panics within a wider one ("H\u00a0.")."""


def sentences(text: str, language: str | None = None) -> tuple[Span, ...]:
    """Return the sentences of ``text`` in order, trimmed; a line break always ends one.

    ``language`` is a BCP 47 primary tag; unknown ones fall back to rules that most languages share.
    """
    found: list[Span] = []
    no_end = _NO_END.get(language or "")
    for part in _parts(text):
        words = part.cut(text)
        ends = any(map(words.__contains__, _IN_ENDS))
        start = 0
        readable = words if words.isprintable() else _SPACE.sub(" ", _LONE_SURROGATE.sub("\ufffd", words))
        # The pieces are exhaustive, so their lengths give offsets whatever unit sentencex counts in.
        for piece in sentencex.segment(language or "en", readable):
            whole = trimmed(words[start : start + len(piece)], part.start + start)
            if whole is not None:
                if start and found and _goes_on(words, start, whole.start - part.start, no_end):
                    found[-1] = Span(start=found[-1].start, end=whole.end)
                elif ends:
                    found += _cut(text, whole)
                else:
                    found.append(whole)
            start += len(piece)
    return tuple(_opening(text, found)) if _OPENS.search(text) else tuple(found)


def _goes_on(words: str, end: int, start: int, no_end: re.Pattern[str] | None) -> bool:
    """Say whether a sentence that the rules end at ``end`` goes on with what begins at ``start``."""
    if no_end is not None and no_end.search(words, max(0, end - _BEFORE), end - 1):
        return True
    before = words[:end].rstrip()[-_SHORTENED:]
    shortened = before.endswith(".")
    return shortened and any(begins.match(words, start) and ended.search(before) for begins, ended in _GOES_ON)


def _opening(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Yield sentences; a mark that opens a quotation and ends one begins the next: "“So is the mill.”"."""
    moved = None
    for at, span in enumerate(found):
        start = span.start if moved is None else moved
        mark = _OPENING.search(text, max(start + 1, span.end - 4), span.end)
        last = at + 1 == len(found) or text[span.end : found[at + 1].start].strip(" ")
        moved = None if mark is None or last else mark.end() - 1
        yield Span(start=start, end=span.end if moved is None or mark is None else mark.start())


def _cut(text: str, span: Span) -> Iterator[Span]:
    """Yield a sentence, cut where another one begins in it."""
    start = span.start
    for end in _ENDS.finditer(text, span.start, span.end):
        yield Span(start=start, end=start + len(text[start : end.end()].rstrip()))
        start = end.end()
    yield Span(start=start, end=span.end)


def _parts(text: str) -> Iterator[Span]:
    """Yield lines, those that are too long in pieces."""
    for line in lines(text):
        start = line.start
        while line.end - start > _LONGEST:
            cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            yield Span(start=start, end=cut)
            start = cut
        yield Span(start=start, end=line.end)
