"""Replies in other languages than English on an English page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.data import Span
from onrecord.restore.pasted.formulas import FORMULAS, may_be_in
from onrecord.restore.pasted.replies import Reply, find_replies
from onrecord.text.spans import joined

_ENGLISH = re.compile(r"\b(?:the|of|and|to|is|are|was|with|for|that|you|it|he|she)\b", re.IGNORECASE)
_SHORTEST_LINE, _LINE = 16, 1000  # characters of a line in another language; those of one that are looked at


def replies_elsewhere(text: str, lines: Sequence[Span]) -> tuple[Reply, ...]:
    """Return the replies in other languages than English that stand in lines of their own on an English page."""
    found: list[Reply] = []
    for other, run in groupby(lines, lambda line: _is_elsewhere(line.cut(text)[:_LINE])):
        if other and may_be_in(words := joined(text, held := tuple(run))[0].cut(text)):
            told = find_replies(text, held, None, english=False)
            said = sum(len(sign.findall(words)) for _, sign in FORMULAS)
            found += [one if said > 1 else replace(one, certain=False) for one in told if said]
    return tuple(found)


def _is_elsewhere(line: str) -> bool:
    return len(line) >= _SHORTEST_LINE and _ENGLISH.search(line) is None
