"""Quotation marks: where quoted words begin and end within a paragraph, in the styles of many languages."""

from __future__ import annotations

import re

from onrecord.data import Span
from onrecord.extract.reading.code import is_string

_CLOSERS = {
    "“": "”",
    "„": "“”",
    "‟": "”",
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
    "＂": "＂",
}
"""Each double mark that may open with those that may close it, by language (Unicode 15.0, section 6.2)."""

LONG_QUOTATION = 5
"""Words; a quotation of fewer is more often a term, as the tagger's is too (``guard.py``)."""

_TURNED = frozenset('”»›"＂')
"""Marks that open in some languages and close in others: which they do is told by the white space beside them."""

_ELIDED = re.compile(r"(?:\d|(?:em|n|til|tis|twas|cause|bout|round|cos|im|er|ere|neath)\b)", re.IGNORECASE)
"""What an apostrophe stands before in place of letters left out: ’90s, ’em, rock ’n’ roll."""

_SINGLE = re.compile(r"[‘’'‚]")


def quoted(paragraph: str) -> tuple[Span, ...]:
    """Return the outermost spans inside quotation marks, marks left out; one left open runs to the paragraph's end.

    News leaves a quotation open at the end of a paragraph when the next one goes on with it. Where marks are not
    balanced otherwise, an opening mark ends the claim of the one before it. Strings of a program are none.
    """
    single = _single(paragraph)
    found, balanced = _double(paragraph, single, nested=True)
    found = found if balanced else _double(paragraph, single, nested=False)[0]
    return tuple(one for one in found if paragraph[one.start - 1] not in "\"'" or not is_string(paragraph, one.start))


def _double(text: str, single: dict[int, int], *, nested: bool) -> tuple[list[Span], bool]:
    """Return the outermost quotations, and whether every mark opened inside one was closed."""
    found: list[Span] = []
    opened, mark, depth, inner = 0, "", 0, False
    at = -1
    while (at := at + 1) < len(text):
        sign = text[at]
        if not depth and at in single:
            found.append(Span(start=at + 1, end=single[at]))
            at = single[at]
        elif depth and sign in _CLOSERS[mark] and not (sign in _TURNED and sign == mark and _opens(text, at)):
            depth -= 1
            if not depth and at > opened:
                found.append(Span(start=opened, end=at))
        elif sign in _CLOSERS and (not depth or sign == mark) and _opens(text, at):
            if depth and nested and sign not in _CLOSERS[sign]:
                depth, inner = depth + 1, True
            else:
                opened, mark, depth = at + 1, sign, 1
    if depth and opened < len(text):
        found.append(Span(start=opened, end=len(text)))
    return found, not (depth and inner)


def _opens(text: str, at: int) -> bool:
    """Say whether the mark at ``at`` can open: for one that may close as well, white space before and none after."""
    if text[at] not in _TURNED:
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in "»›":
        return not before.isalnum() and after.isalnum()
    return bool(after.strip()) and not before.isalnum() and before not in (".", ",", "!", "?", "…", "%")


def _single(text: str) -> dict[int, int]:
    """Return where quotations in single marks open and close.

    The same signs are apostrophes. One closes for certain after punctuation or before it, and perhaps at the end
    of a word; the first that is certain counts, or else the first that may be.
    """
    found = {}
    opened = perhaps = -1
    for match in _SINGLE.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if not before.isalnum() and after.isalnum() and before not in ("’", "'"):
            if (before.strip() and before not in '([{—–-“"„«') or _ELIDED.match(text, at + 1) or text[at] == "’":
                continue
            if perhaps > 0:
                found[opened] = perhaps
            opened, perhaps = at, -1
        elif opened >= 0 and before.strip() and not after.isalnum() and at > opened + 1:
            if not before.isalnum() or after in (".", ",", ";", ":", "!", "?", "—", "–"):
                found[opened] = at
                opened = perhaps = -1
            elif perhaps < 0:
                perhaps = at
    if perhaps > 0:
        found[opened] = perhaps
    return found


_AROUND = " \t\xa0,;:“”„‟\"‘’‚'«»‹›「」『』《》＂—–"
_OPENERS = {"”": "“„‟", "“": "„", "»": "«", "«": "»", "›": "‹", "‹": "›", "」": "「", "』": "『", "》": "《"}


def bare_words(text: str, span: Span) -> Span | None:
    """Return ``span`` without the white space, commas and quotation marks at its ends, or None when that is all.

    A mark that closes one inside belongs to the words, and so does an apostrophe: he called it “safe”, the workers’.
    """
    start, end = span.start, span.end
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND and not _belongs(text, start, end - 1):
        end -= 1
    if start < end < len(text) and text[end] not in "’'" and _belongs(text, start, end):
        end += 1
    return Span(start=start, end=end) if start < end else None


def _belongs(text: str, start: int, at: int) -> bool:
    """Say whether the mark at ``at`` belongs to the words from ``start`` on that it ends."""
    sign = text[at]
    if sign in "’'":
        return text[at - 1].isalnum() and text[start - 1 : start] not in ("‘", "'")
    if sign == '"':
        return text.count(sign, start, at) % 2 == 1
    opened = sum(text.count(opener, start, at) for opener in _OPENERS.get(sign, ""))
    return opened > text.count(sign, start, at)
