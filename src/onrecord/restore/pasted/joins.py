"""Joins: places where two texts meet inside a sentence.

A sentence that is broken off leaves a function word with nothing to govern, and the next text starts with a capital;
where the pasted text ends, its full stop is glued to a lower-case letter.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.data import Span
from onrecord.restore.words import OPEN_WORDS, UNFINISHED
from onrecord.text.sentences import sentences

_LEFT = rf"{OPEN_WORDS}|been|not|no|more|this|these|said|after|before|during|very|so|such|national|new"
_STARTERS = (
    "The|A|An|There|Here|This|These|Those|It|If|As|In|On|At|According|Based|Certainly|Sure|Yes|No|Unfortunately|While|However|"
    "Would|You|To|For|Your|Of|Absolutely|Great|Let|Below|My|We|Our|Is|Are|What|When|Although|Currently|Recent|That|Key"
)
OPENING = re.compile(
    rf"(?<=\s)(?:{_LEFT})\s+(?P<spaced>(?:{_STARTERS}|Here['’]s)\b)"
    rf"|(?<=[a-z]{{2}})(?P<glued>(?:{_STARTERS}|Here['’]s)\b)"
)
CLOSING = re.compile(r"(?<=[a-z\d”\"*)][.!?])(?P<next>[a-z])(?=[a-z]+\b(?!\.(?:com|org|net|io)))")
GLUED_STOP = re.compile(r"[.!?](?:(?<=[a-z]{3}.)|(?<=[a-z]{3}[”\"’)].))[”\"’)]*(?=[A-Z][a-z’']+[ ,]|I[ ’'])")
"""A full stop, and another sentence behind it without a space. What stands before it is looked at last: the engine then
goes from stop to stop."""
_BEFORE = re.compile(r"(?:[^\W_]|[,’”\"'])(\s*)\Z")
_BEHIND = re.compile(r"(\s*)(?=[a-zß-öø-ÿа-яёіїєґ])")
_NEAR = 80  # characters


def breaks_off(text: str, start: int) -> bool:
    """Say whether what starts there stands in a line behind a word after which a sentence goes on."""
    line = text.rfind("\n", 0, start) + 1
    return UNFINISHED.search(text, max(line, start - _NEAR), start) is not None


def takes_rest(text: str, span: Span) -> bool:
    """Say whether a passage starts where a sentence cannot end and leaves nothing for it to go on with.

    What it ends with is then mostly that sentence's own: a reply without a full stop runs into it.
    """
    behind = text[span.end : span.end + _NEAR]
    if behind.split("\n")[0].strip() or behind.lstrip()[:1].islower():
        return False
    return breaks_off(text, span.start)


def rejoined(text: str, span: Span) -> Span:
    """Return a passage with the line breaks beside it, where the sentence that it broke goes on behind them.

    Of the white space around it one space is left. Where the passage began a line of its own, only a word that no line
    ends with says that the sentence was not finished.
    """
    before = _BEFORE.search(text, max(0, span.start - _NEAR), span.start)
    behind = _BEHIND.match(text, span.end)
    if before is None or behind is None or "\n" not in before[1] + behind[1]:
        return span
    if "\n" in before[1] and not UNFINISHED.search(text, max(0, before.start(1) - _NEAR), before.start(1)):
        return span
    if before[1].startswith(" "):
        return Span(start=before.start(1) + 1, end=behind.end())
    return Span(start=before.start(1), end=behind.end() - 1) if behind[1].endswith(" ") else span


_WHOLE = re.compile(r"[.!?…][”\"’)]*\Z")
SAYING = re.compile(
    r"\b(?:said|says?|told|tells|added|adds|asked|asks|wrote|writes|read|reads|called|calls|that|as)\W*\Z"
)
_GOES_ON = re.compile(r"[a-zß-öø-ÿ]{2,}[’”]?\s*\Z")


def parts(text: str, span: Span) -> bool:
    """Say whether a passage that ends as a sentence does parts one in two: open words before it go on behind it.

    What leads to somebody's words may stand open before them, and goes on behind a comma.
    """
    before = text[max(0, span.start - _NEAR) : span.start]
    words = text[max(span.start, span.end - _NEAR) : span.end].rstrip()
    open_before = _GOES_ON.search(before) is not None and SAYING.search(before) is None
    return open_before and _WHOLE.search(words) is not None and _BEHIND.match(text, span.end) is not None


def sentences_apart(words: str, language: str | None) -> tuple[Span, ...]:
    """Return the sentences of some words, in English also those glued to the full stop of another."""
    if language != "en" or GLUED_STOP.search(words) is None:  # as in most lines
        return sentences(words, language)
    found: list[Span] = []
    for one in sentences(words, language):
        edges = [one.start, *(at.end() for at in GLUED_STOP.finditer(words, one.start, one.end)), one.end]
        found += [Span(start=start, end=end) for start, end in pairwise(edges)]
    return tuple(found)
