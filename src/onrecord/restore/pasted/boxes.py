"""Boxes and lists of a page, in marks as its text may have them: left to it, whatever their wording sounds like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.data import ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.labelling.alone import is_heading
from onrecord.restore.pasted.ends import removal
from onrecord.restore.pasted.evidence import runs
from onrecord.restore.pasted.taken import fills
from onrecord.restore.words import LIST_ITEM, MARKUP

_NAMED = re.compile(
    r"(?:[\w’'-]+ ){0,5}at a glance|in (?:brief|numbers|figures)|by the numbers|fact ?(?:file|box|sheet)", re.IGNORECASE
)
"""What pages call their boxes and assistants seldom call a list."""
_MARKS = " \t#*_:"
_FEWEST = 2  # items


def without_boxes(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Return what is found, as doubted the box that a reply begins with: a heading and a list in lines of their own.

    That has a box's name, or is all of the reply and stands above the running text, where pages have one. So is a reply
    that is nothing but a list and most of the page.
    """
    half = sum(map(len, lines)) / 2
    return [part for one in found for part in _parted(text, lines, one, half)]


def _parted(text: str, lines: Sequence[Span], one: Removal, half: float) -> tuple[Removal, ...]:
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED and fills(text, one.span)
    first, last = (bisect_left(lines, at, key=lambda line: line.start) for at in (one.span.start, one.span.end))
    held = lines[first:last] if cut else ()
    if not held:
        return (one,)
    if sum(map(len, held)) > half and all(
        LIST_ITEM.match(text, line.start) or MARKUP.match(line.cut(text)) for line in held
    ):
        return (replace(one, status=RemovalStatus.SUSPECTED),)
    top = first - 1 if LIST_ITEM.match(text, held[0].start) else first
    items = list(takewhile(lambda line: LIST_ITEM.match(text, line.start), lines[top + 1 :]))
    words = lines[top].cut(text).strip(_MARKS) if top >= 0 else ""
    if len(items) < _FEWEST or not words or not is_heading(words):
        return (one,)
    end = min(items[-1].end, held[-1].end)
    heads = end == held[-1].end and not any(runs(line.cut(text)) for line in lines[: max(0, top)])
    if not _NAMED.fullmatch(words) and not heads:
        return (one,)
    box = removal(Span(start=one.span.start, end=end), one.kind, (ReasonCode.OTHER_STORY,), False, one.score)
    behind = one.span.end - len(text[end : one.span.end].lstrip())
    return (box, replace(one, span=Span(start=behind, end=one.span.end))) if behind < one.span.end else (box,)
