"""What a reply says that it changed in a text: a line that leads to a list, each item of which says what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import ReasonCode, Removal, RemovalKind, Span
from onrecord.restore.pasted.ends import removal
from onrecord.restore.pasted.evidence import Story
from onrecord.restore.phrases import REPLIES
from onrecord.text.spans import trim

_DID = REPLIES["beside"]["did"]
_ITEM = rf"\n\s*(?:[-*•–·✅✔]|\d{{1,2}}[.)])\s*(?:\*\*)?(?:{_DID})\b[^\n]*"
_LED = re.compile(
    rf"(?<![^\n])(?:\*\*|\#{{1,4}}[ ])?(?:{REPLIES['beside']['edited']})(?:\*\*)?:?(?:\*\*)?[ \t]*"
    rf"(?P<items>(?:{_ITEM}){{2,}})",
    re.IGNORECASE,
)
_OF_TEXT = re.compile(rf"\b(?:{REPLIES['beside']['of_text']})\b", re.IGNORECASE)
"""What is changed in a text that is written, not in a law or a plan."""
_SCORE = 0.9
_MAY = re.compile(r"chang|edit|correct|revis|tweak|improve")
"""What stands in small letters in whatever ``_LED`` matches."""


def with_edits(text: str, lines: Sequence[Span], found: Sequence[Removal]) -> list[Removal]:
    """Add the lists of what was changed in a text, with what leads to each, to what is ``found``."""
    if not lines or not _MAY.search(text.lower()):
        return list(found)
    told = [at for at in _LED.finditer(text, lines[0].start, lines[-1].end) if _OF_TEXT.search(at["items"])]
    if not told or Story.of(text, tuple(lines)).about_chatbots:
        return list(found)
    spans = [Span(start=at.start(), end=at.end()) for at in told]
    kept = [part for one in found for part in _behind(text, one, spans)]
    return [
        *kept,
        *(removal(span, RemovalKind.CHATBOT_REPLY, (ReasonCode.REPLY_ADDRESS,), True, _SCORE) for span in spans),
    ]


def _behind(text: str, one: Removal, told: Sequence[Span]) -> tuple[Removal, ...]:
    """Return a passage, or what of it stands before and behind such lists."""
    over = [span for span in told if span.overlaps(one.span)]
    edges = [one.span.start, *(at for span in over for at in (span.start, span.end)), one.span.end]
    parts = (trim(text, Span(start=a, end=b)) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)
    return tuple(replace(one, span=part) for part in parts if part) if over else (one,)
