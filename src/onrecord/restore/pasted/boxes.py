"""Boxes and lists of a page, in marks as its text may have them: left to it, whatever their wording sounds like."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from onrecord.data import ReasonCode, Removal, RemovalKind, RemovalStatus, Span
from onrecord.restore.labelling.alone import is_heading
from onrecord.restore.pasted.ends import removal
from onrecord.restore.pasted.evidence import runs
from onrecord.restore.pasted.proposals import overlaps
from onrecord.restore.pasted.taken import fills
from onrecord.restore.words import LIST_ITEM, MARKUP

_NAMED = re.compile(
    r"(?:[\w’'-]+ ){0,5}at a glance|in (?:brief|numbers|figures)|by the numbers|fact ?(?:file|box|sheet)", re.IGNORECASE
)
"""What pages call their boxes and assistants seldom call a list."""
_MARKS = " \t#*_:"
_MARK = re.compile(r"(?:[-*•–]|(\d{1,2})[.)])\s+")
Form = tuple[str, bool]
"""How a line begins: the mark of an item, and whether a head in marks stands there."""
_FEWEST = 2  # items


def without_boxes(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Return what is found, as doubted the box that a reply begins with: a heading and a list in lines of their own.

    That has a box's name, or is all of the reply and stands above the running text, where pages have one. So is a reply
    that is nothing but a list and most of the page.
    """
    half = sum(map(len, lines)) / 2
    return [part for one in found for part in _parted(text, lines, one, half)]


def _parted(text: str, lines: Sequence[Span], one: Removal, half: float) -> tuple[Removal, ...]:
    cut = _is_reply_in_lines(text, one)
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


def without_items(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Return what is found, as doubted the items of the page's own lists that a reply begins or ends with.

    Such a list goes on beside the reply, or the page has other lines that begin in marks as these do.
    """
    cut = [_is_reply_in_lines(text, one) for one in found]
    if not any(cut):  # as on most pages
        return list(found)
    told = sorted((one.span for one in found if one.status is RemovalStatus.REMOVED), key=lambda span: span.start)
    forms = [None if overlaps(line, told) else _form(line.cut(text)) for line in lines]
    outside = {form for form in forms if form is not None and form[1]}
    pairs = zip(found, cut, strict=True)
    return [
        part for one, is_cut in pairs for part in (_trimmed(text, lines, one, forms, outside) if is_cut else (one,))
    ]


def _is_reply_in_lines(text: str, one: Removal) -> bool:
    cut = one.kind is RemovalKind.CHATBOT_REPLY and one.status is RemovalStatus.REMOVED
    return cut and fills(text, one.span)


def _trimmed(
    text: str, lines: Sequence[Span], one: Removal, forms: Sequence[Form | None], outside: Collection[Form]
) -> tuple[Removal, ...]:
    first, last = (bisect_left(lines, at, key=lambda line: line.start) for at in (one.span.start, one.span.end))
    if first == last:
        return (one,)
    above = forms[first - 1] if first and _counts_on(text, *lines[first - 1 : first + 1]) else None
    below = forms[last] if last < len(lines) and _counts_on(text, *lines[last - 1 : last + 1]) else None
    inside = [_form(line.cut(text)) for line in lines[first:last]]
    leads = sum(1 for _ in takewhile(lambda form: form and (form == above or form in outside), inside))
    ends = sum(1 for _ in takewhile(lambda form: form and (form in (above, below) or form in outside), inside[::-1]))
    if not leads and not ends:
        return (one,)
    if leads + ends >= len(inside):
        return (replace(one, status=RemovalStatus.SUSPECTED),)
    edges = (first, first + leads, last - ends, last)
    spans = [Span(start=lines[a].start, end=lines[b - 1].end) if a < b else None for a, b in pairwise(edges)]
    head, rest, tail = spans
    kept = replace(one, span=rest) if rest else one
    return (kept, *(replace(one, span=part, status=RemovalStatus.SUSPECTED) for part in (head, tail) if part))


def _counts_on(text: str, one: Span, other: Span) -> bool:
    """Say whether the number of an item follows that of the one before it, where both have one."""
    marks = (_MARK.match(text, line.start) for line in (one, other))
    numbers = [int(mark[1]) for mark in marks if mark and mark[1]]
    return len(numbers) < 2 or numbers[1] == numbers[0] + 1


def _form(words: str) -> Form | None:
    """Return how an item of a list or a line with a head in marks begins: its mark, and whether a head follows."""
    mark = _MARK.match(words)
    bold = words.startswith("**", mark.end() if mark else 0)
    if mark is None and not bold:
        return None
    return ("1" if mark and mark[1] else words[: mark is not None], bold)
