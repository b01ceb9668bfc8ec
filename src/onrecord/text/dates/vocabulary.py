"""The words of time expressions: pattern pieces for them, and what they mean."""

from __future__ import annotations

import calendar
import re

from onrecord.text.dates.days import EARLY, LATE, MID

_MONTH_NAMES = tuple(calendar.month_name)[1:]
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
_DAY_NUMBERS = {name[:3].lower(): number for number, name in enumerate(calendar.day_name)}
_PARTS = {
    **dict.fromkeys(("early", "earlier", "start", "beginning"), EARLY),
    **dict.fromkeys(("mid", "middle", "midway"), MID),
    **dict.fromkeys(("late", "later", "end", "close"), LATE),
}
_SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "a couple of": 2, "a couple": 2, "a dozen": 12, "thirty": 30, "forty": 40, "fifty": 50}
_VAGUE = ("a few", "several", "many", "some", "recent", "a number of", "dozens of", "hundreds of", "decades of")


def _cased(names: tuple[str, ...]) -> str:
    """Match names as they are written and in capitals: "may", "march" and "sun" are other words."""
    return "|".join(sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True))


MONTH = (
    rf"(?:(?:{_cased(_MONTH_NAMES)})\b|(?:{_cased(tuple(n[:3] for n in _MONTH_NAMES if n != 'May'))}|Sept|SEPT)\b\.?)"
)
MONTH_NAME = rf"(?:{_cased(_MONTH_NAMES)})"
WEEKDAY = rf"(?:{_cased(tuple(calendar.day_name))})"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
PART = r"(?i:early|mid|late)"
YEAR = r"(?:1[5-9]|20)\d\d"
UNIT = r"(?i:day|week|month|year|decade)"
COUNT = rf"(?i:\d{{1,3}}(?:,\d{{3}})?|{'|'.join(sorted((*_SMALL, *_VAGUE), key=len, reverse=True))})"


def month_number(words: str) -> int:
    """Return the number of a month by its name or abbreviation."""
    return _MONTH_NUMBERS[words[:3].lower()]


def weekday_number(words: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return _DAY_NUMBERS[words[:3].lower()]


def day_number(words: str) -> int:
    """Return the number in "19th"."""
    return int(re.match(r"\d+", words)[0])  # type: ignore[index]


def part_of(words: str | None) -> int | None:
    """Return which third of a period "early", "mid" or "late" is."""
    return _PARTS[words.lower()] if words else None


def count_of(words: str) -> int | None:
    """Return the count that words give, None when they are vague ("several")."""
    plain = " ".join(words.lower().replace(",", "").split())
    return int(plain) if plain.isdigit() else _SMALL.get(plain)
