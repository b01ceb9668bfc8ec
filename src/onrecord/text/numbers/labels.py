"""Numbers that count nothing: days, clock times, years, ordinals, addresses, and those that name something."""

from __future__ import annotations

import re

from onrecord.text.dates.vocabulary import MONTH

_ORDINAL_OR_CLOCK = re.compile(
    r"(?:st|nd|rd|th)\b|s\b|['’]s\b|:\d|/\d|\.\d|\s?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b)", re.IGNORECASE
)
_DATE_BEFORE = re.compile(rf"\b{MONTH}\s(?:\d{{1,2}}(?:,|\s?[-–]|\sand|\sto)\s?)?$")
_DATE_AFTER = re.compile(rf"(?:\s(?:of\s)?|\s?[-–]\s?\d{{1,2}}\s){MONTH}(?:\W|$)")
_ADDRESS_AFTER = re.compile(
    r"\s(?:[NSEW]\.?|North|South|East|West|\w+\s(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Drive))(?:\W|$)"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AFTER_COUNT = re.compile(
    r"\s?%|\s(?:people|troops|soldiers|homes|houses|workers|miles|acres|feet|jobs|deaths|cases|votes|percent)\b"
)
_NAMING_BEFORE = re.compile(
    r"(?:#|\b(?i:no\.?|n[°º]|number|aged?|chapter|page|verse|route|highway|interstate|flight|room|channel|top)\s"
    r"|(?<=[\w’”\"])\s[A-Z][\w’-]*\s)$"
)
_NAMING_AFTER = re.compile(r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z]|[A-Za-z]")
_AGE_BEFORE, _AGE_AFTER = re.compile(r"[A-Z][\w’'-]*,\s$"), re.compile(r"[.,;)]|$")
_ITEM = re.compile(r"[.)](?:\s|$)")
_LOOK = 48  # characters


def is_year(digits: str) -> bool:
    """Say whether digits look like a year."""
    return bool(_YEAR.fullmatch(digits))


def is_time_or_place(text: str, digits: str, start: int, end: int) -> bool:
    """Say whether bare digits are a day, a clock time, a year, an ordinal or part of an address."""
    if _ORDINAL_OR_CLOCK.match(text, end) or _ADDRESS_AFTER.match(text, end):
        return True
    if len(digits) <= 2:
        return bool(_DATE_BEFORE.search(text[max(0, start - 20) : start]) or _DATE_AFTER.match(text, end))
    return is_year(digits) and not _AFTER_COUNT.match(text, end)


def is_label(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a number that counts nothing names something: "Route 9", "Game 2", "Olga Renn, 70,", "5.", "2B"."""
    before = text[max(0, start - _LOOK) : start]
    if _NAMING_BEFORE.search(before) or (language == "en" and _NAMING_AFTER.match(text, end)):
        return True
    if _AGE_BEFORE.search(before) and _AGE_AFTER.match(text, end):
        return True
    return not before.strip() and bool(_ITEM.match(text, end))
