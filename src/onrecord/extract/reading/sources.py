"""The name that heads a source: whose words they are said to be, and not who else is named there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from onrecord.data import Span
from onrecord.extract.reading.strangers import GENDERED
from onrecord.text.names import ROLES, Name

_HEAD_END = re.compile(
    r"\s*(?:,(?!\d)|[(;:—–])|\s(?:who|whose|which|of|for|from|in|with|to|on|by|at|and|or|but|during|after)\s|$"
)
_ADVERBS = re.compile(
    r"\s*(?:(?:also|himself|herself|itself|then|later|too|now|again|once|still|never|often|repeatedly)\b\s*)*"
)
_AND_ANOTHER = re.compile(r"(?:^|,)\s+and\s+(?:(?!(?:of|at|for|in|to)\s)[a-z][\w’'-]*\s+){0,3}$")
_JOINED = re.compile(r"\s+(?:and|or)\s")
_OFFICE = re.compile(r"\b(?:[Ss]ecretary|[Mm]inister)$")
_TITLE = re.compile(
    r"(?:(?:Prof(?:essor|\.)|Dr\.?|Sir|Dame|Judge|Col(?:onel|\.)|Gen(?:eral|\.)|Capt(?:ain|\.)|M[rs]{1,2}\.?)\s)?"
)
"""What may stand before a name that is set beside a description."""
_APPOSED = re.compile(r",\s+")


def own_name(sentence: str, source: Span, named: Sequence[Name]) -> Name | None:
    """Return the name that heads a source: "Mayor Lotte Arndal of Tarn" is named, "an aide to Arndal" is not.

    Nor are "the Arndal campaign" and "Arndal and Tolland". A name set beside a description counts: "the mayor, Lotte
    Arndal".
    """
    inside = [name for name in named if source.covers(name.span)]
    at = source.start
    while True:
        end = _HEAD_END.search(sentence, at, source.end)
        cut = end.start() if end else source.end
        crossing = next((name for name in inside if name.span.start < cut < name.span.end), None)
        if crossing is None and _OFFICE.search(sentence, source.start, cut):
            held = next((name for name in inside if name.span.start > cut and name.role), None)
            at = held.span.start if held else at
            if held is not None:
                continue  # "the Minister of Works Karl Holt"
        if crossing is None:
            break
        at = crossing.span.end  # "of" inside a name: the Ministry of Works
    heads = [name for name in inside if name.span.end <= cut]
    if heads:
        rest = _ADVERBS.match(sentence, heads[-1].span.end, cut)
        joined = _JOINED.match(sentence, cut, source.end) or _among(sentence, heads[-1], inside)
        is_head = rest is not None and rest.end() >= cut and not joined
        return heads[-1] if is_head else None
    described = sentence[source.start : cut].lower()
    if not described.startswith(("the ", "his ", "her ", "their ", "its ", "a ", "an ")):
        return None
    beside = _APPOSED.match(sentence, cut, source.end)
    if beside is None and described.startswith(("a ", "an ")):
        return None
    if beside is None:
        comma = sentence.find(",", cut, source.end)
        words = sentence[cut : max(cut, comma)].split()
        body = words[-1].lower() if words else ""
        if not body or body in ROLES or body in GENDERED:
            return None  # "the wife of the mayor, Karl Holt"
        beside = _APPOSED.match(sentence, comma, source.end)
    bearer = next(
        (name for name in inside if beside and _TITLE.fullmatch(sentence, beside.end(), name.span.start)), None
    )
    return None if bearer is not None and _among(sentence, bearer, inside) else bearer


def _among(sentence: str, head: Name, inside: Sequence[Name]) -> bool:
    """Say whether others are named beside the name that heads a source: "Renn, who led it, and her aide Karl Holt"."""
    after = [name for name in inside if name.span.start >= head.span.end]
    for last, name in pairwise((head, *after)):
        between = sentence[last.span.end : name.span.start]
        listed = last is not head and sentence[head.span.end : after[0].span.start] == ", " and between.strip() == "and"
        if listed or (last is head and _AND_ANOTHER.search(between)):
            return True
    return False
