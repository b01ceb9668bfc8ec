"""Ages: "Olga Renn, 70,", "aged 15", "16 and older"."""

from __future__ import annotations

import re

_PERSON = r"(?:man|woman|boy|girl|lad|widow|widower|pensioner|farmer|cyclist)"
"""Of whom a number tells the age; a mother of three has three children."""
_APPOSED_BEFORE = re.compile(rf"(?:[A-Z][\w’'-]*|\b(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s)?{_PERSON}),\s$")
_IN_FULL_BEFORE = re.compile(r"[A-Z][\w’'-]*\s[A-Z][\w’'-]*,\s$")
_BRACKETED_BEFORE = re.compile(r"(?<!The\s)\b[A-Z][\w’'-]*\s[A-Z][\w’'-]*\s\($")
_APPOSED_AFTER = re.compile(r",|(?P<last>[.;)]|$)")
_WORD = re.compile(r"\b[a-z]{2,}")
_NAMED = re.compile(r"\b(?:the\s)?(?:aged?|ages|age\sof)\s(?:\d{1,3}(?:,|\sand|,\sand)\s){0,3}$", re.IGNORECASE)
_OF = re.compile(rf"\b(?:an?|the|another)\s(?:[\w-]+\s)?{_PERSON}\sof\s(?:just\s|only\s|about\s)?$", re.IGNORECASE)
_NOT_MANY = re.compile(r"(?!\s(?!(?:was|is|has)\b)[a-z-]+s\b)")
"""Behind the number in "a man of 71": "71 countries" is no age."""
_IS = re.compile(
    r"\b(?:he|she|who)(?:['’]s|\s(?:is|was|turned|turns))\s(?:just\s|only\s|about\s|still\s)?$", re.IGNORECASE
)
_ALONE = re.compile(r"[.,;:)!?]|$|\s(?:when|and|but|or|now)\b")
"""What stands around the number in "when she was 48"."""
_OLD = re.compile(r"[\s-]old\b")
_OLDER = re.compile(r"\b(?:or|and)\s(?:older|younger)\b")
_OLDEST = 122  # years: Jeanne Calment
_LOOK = 48  # characters


def age_at(text: str, start: int, end: int, last: int) -> int | None:
    """Return where the age begins that a number is, with "aged" or "the age of"; None if it is no age.

    The number ends at ``end``, the words that bound it at ``last``.
    """
    named = _NAMED.search(text, max(0, start - 24), start)
    if named and _may_be(text[start:end]):
        return named.start()
    if _IS.search(text, max(0, start - 20), start) and _ALONE.match(text, end) and _may_be(text[start:end]):
        return start
    stands = is_apposed(text, start, end) or is_bracketed(text, start, end) or is_of(text, start, end)
    return start if stands or _OLDER.search(text, end, last) else None


def is_apposed(text: str, start: int, end: int) -> bool:
    """Say whether a bare number stands behind a name as an age does: "Olga Renn, 70,", "Lida Horvan, nine,"."""
    before = text[max(0, start - _LOOK) : start]
    after = _APPOSED_AFTER.match(text, end)
    if after is None or not _may_be(text[start:end]):
        return False
    if not text[start:end].isdigit():
        return text[start:end].isalpha() and after["last"] is None and bool(_IN_FULL_BEFORE.search(before))
    # "Olga Renn, 3." is a line of a table
    return bool(_APPOSED_BEFORE.search(before)) and (after["last"] is None or bool(_WORD.search(before)))


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Say whether a bare number stands in brackets behind a name as an age does: "Olga Renn (70)"."""
    before = _BRACKETED_BEFORE.search(text, max(0, start - _LOOK), start)
    return before is not None and text[end : end + 1] == ")" and text[start:end].isdigit() and _may_be(text[start:end])


def is_of(text: str, start: int, end: int) -> bool:
    """Say whether a bare number is the age of whoever stands before it: "a man of 71", "a girl of nine"."""
    told = _OF.search(text, max(0, start - _LOOK), start) and _NOT_MANY.match(text, end)
    return bool(told) and _may_be(text[start:end])


def is_old(text: str, end: int) -> bool:
    """Say whether "old" follows a unit of time."""
    return bool(_OLD.match(text, end))


def _may_be(words: str) -> bool:
    return not words.isdigit() or 0 < int(words) <= _OLDEST
