"""Hours of the clock beside a day: "8 p.m. ET Friday" is that Friday as the text has it, whatever its zone."""

from __future__ import annotations

import re

from onrecord.data import Span

ZONE = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|[IJ]ST|AE[SD]T|(?:local|Eastern|Central|Mountain|Pacific)(?:\s[Tt]ime)?"
    r"|(?:[A-Z][a-z]+\s)?time)"
)
CLOCK = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s(?:to|and|or)\s|\s?[-–]\s?))?"
    rf"\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b\.?(?:\s{ZONE}\b)?"
    rf"|(?:[01]?\d|2[0-3])[:.]\d\d\s{ZONE}\b|(?i:noon|midnight)\b)"
)
_BEFORE = re.compile(rf"(?<![\w.:]){CLOCK},?\s(?:on\s)?$")
_AFTER = re.compile(rf",?\s(?:at\s(?:about\s|around\s)?)?{CLOCK}(?<!\.)")
_LOOK = 40  # characters


def with_hour(text: str, span: Span) -> Span:
    """Return the span of a day together with the hour that stands before or behind it."""
    before = _BEFORE.search(text, max(0, span.start - _LOOK), span.start)
    after = _AFTER.match(text, span.end)
    return Span(start=before.start() if before else span.start, end=after.end() if after else span.end)
