"""Where a reply that is cut begins: a number or a word on the wrong side of its edge.

The judge is sure of a reply and off by a token: it takes the number of the page's item that the reply was pasted into,
or a word of the sentence that this broke, or leaves the first number of the reply's list or its first word.
"""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.data import Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.words import UNFINISHED

_NUMBER = re.compile(r"(\d{1,3})[.)] ")
_NUMBERED = re.compile(r"(?:\A|(?<=[ \n]))(\d{1,3})[.)] \Z")
_ALONE = re.compile(r"(\w+)(?:[ ]*\n|[ ](?=\d{1,3}[.)] |[-*#•]+ |\*\*))")
"""A word in a line of its own, or before the mark of a list or of a heading."""
_FIRST = re.compile(r"[A-Z][a-z’']{1,8} ")
_MARK = 6  # characters of a number and its mark


def with_edges(text: str, found: list[Removal]) -> list[Removal]:
    """Return the passages, the replies that are cut without what is surely on the wrong side of where they begin."""
    return [_moved(text, one) for one in found]


def _moved(text: str, one: Removal) -> Removal:
    if one.kind is not RemovalKind.CHATBOT_REPLY or one.status is not RemovalStatus.REMOVED:
        return one
    return replace(one, span=Span(start=_start(text, one.span), end=one.span.end))


def _start(text: str, span: Span) -> int:
    line = text.rfind("\n", 0, span.start) + 1
    if span.start == line:
        number = _NUMBER.match(text, line, span.end)
        goes_on = text[span.end : span.end + 2].strip()[:1].isupper() and text[span.end : span.end + 1] != "\n"
        if number and goes_on and not _goes_on_to(text, Span(start=number.end(), end=span.end), int(number[1]) + 1):
            return number.end()
    alone = _ALONE.match(text, span.start, span.end)
    if alone and UNFINISHED.fullmatch(alone[1]):
        return alone.end()
    number = _NUMBERED.search(text, max(line, span.start - _MARK), span.start)
    if number and _goes_on_to(text, span, int(number[1]) + 1):
        return number.start()
    return line if text[span.start].islower() and _FIRST.fullmatch(text, line, span.start) else span.start


def _goes_on_to(text: str, span: Span, number: int) -> bool:
    """Say whether a line of a passage has this number in its list."""
    return re.compile(rf"\n{number}[.)] ").search(text, span.start, span.end) is not None
