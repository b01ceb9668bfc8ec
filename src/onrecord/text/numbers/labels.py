"""Numbers that count nothing: days, clock times, years, ordinals, addresses, and those that name something."""

from __future__ import annotations

import re

from onrecord.text.dates.vocabulary import MONTH
from onrecord.text.numbers.units import unit_at

_ORDINAL_OR_CLOCK = re.compile(
    r"(?:st|nd|rd|th)\b|\s(?:hundred|thousand|million|billion)ths?\b|s\b|['’]s\b|:\d|/\d|\.\d|\sago\b|\s?(?:[ap]\.?m\b|o['’]clock|GMT\b|UTC\b)",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(rf"\b{MONTH}\s(?:\d{{1,2}}(?:,|\s?[-–]|\sand|\sto)\s?)?$")
_DATE_AFTER = re.compile(rf"(?:\s(?:of\s)?|(?:\s?[-–]\s?|\s(?:and|to|or)\s)\d{{1,2}}(?:st|nd|rd|th)?\s){MONTH}(?:\W|$)")
_ADDRESS_AFTER = re.compile(
    r"\s(?:[NSEW]\.?|North|South|East|West|\w+\s(?:St|Ave|Rd|Blvd|Dr|Street|Avenue|Road|Drive))(?:\W|$)"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_AFTER_COUNT = re.compile(
    r"\s?%|\s(?:people|troops|soldiers|homes|houses|workers|miles|acres|feet|jobs|deaths|cases|votes|percent)\b"
)
_NAMING_BEFORE = re.compile(
    r"(?:#|\b(?:H\.\s?R|S|H\.\s?Res|S\.\s?Res|[AHS]\.\s?B)\.\s?|\b(?i:no\.?|n[°º]|number|call(?:s|ed|ing)?|dial(?:s|l?ed|l?ing)?|chapter|page|verse|route|highway|interstate|flight|room|channel|top|road|bus|gate|platform|ward|zone|round|leg|act|volume|grade|step|item)\s"
    r"|(?<=[\w’”\"])[\s-](?!(?i:to|at|of|by|from|above|past|hits?|reach(?:es|ed)?|kill(?:s|ed)?)\s)[A-Z][\w’-]*\s)$"
)
_NUMBERED = re.compile(
    r"\b(?:Route|Highway|Interstate|Flight|Room|Channel|Formula|District|Version|[Pp]hase|Chapter|Exit|Big|UPDATE|Update|Level|Tier|Article"
    r"|(?:^|[:,]\s)[Dd]ay|Section|Proposition|Season|Episode|[Ss]tage|[Tt]ype|Gate|Platform|Windows|Apollo|S&P|Poor['’]s|FTSE|Nasdaq|Nikkei|CAC|DAX|Russell|Fortune|Sweet)\s$"
)
"""What is told apart by a number, whatever is counted behind it: "Type 2 cases"."""
_NAMING_AFTER = re.compile(
    r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?i:on|in|as|after|at|by|from|and|with|since|when|while|amid|were|was|are|is|had|have|has|died|dead|killed|injured|hurt|missing|of|or|to|out)\s)[A-Z]|[A-Za-z]"
)
"""In capitals "rose to 74 on Sunday" names nothing either."""
_OF_A_LAW = re.compile(r"(?:401|403|501|529)\s?\([a-z]\)")
"""Paragraphs of laws that go by their number: a 401(k)."""
_ROUND = re.compile(r"\b(?:Final|Elite|Sweet|Big)\s$")
_EMERGENCY = re.compile(r"\s(?:calls?|callers?|operators?|dispatch\w*|system|services?)\b")
_IN_NAME = re.compile(r"(?:\b[a-z]+|['’]s)\s$")
_PROSE = re.compile(r"\b[a-z]{5,}\b")
_SCORE_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:wins?|victor(?:y|ies)|loss(?:es)?|defeats?|draws?|ties?|leads?|records?|triumphs?|routs?|series|scores?"
    r"|votes?|rulings?|decisions?|majority|opinions?)\b"
)
_ITEM = re.compile(r"[.)/](?:\s|$)")
_CODE = re.compile(r"0\d")
"""What a telephone number or code begins with, and no figure: "0555 2310"."""
_CODE_BEFORE = re.compile(r"(?<![\d.,])0\d{2,5}[\s/-]$")
_LOOK = 48  # characters


def is_year(digits: str) -> bool:
    """Say whether digits look like a year."""
    return bool(_YEAR.fullmatch(digits))


def is_time_or_place(text: str, digits: str, start: int, end: int) -> bool:
    """Say whether bare digits are a day, a clock time, a year, an ordinal or part of an address."""
    if _ORDINAL_OR_CLOCK.match(text, end) or _ADDRESS_AFTER.match(text, end):
        return True
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True  # the mark of a note: "[1]"
    if _CODE.match(digits) or _CODE_BEFORE.search(text[max(0, start - 20) : start]):
        return True
    if len(digits) <= 2:
        day = _DATE_BEFORE.search(text[max(0, start - 20) : start]) and not unit_at(text, end)[0]
        return bool(day or _DATE_AFTER.match(text, end))
    return is_year(digits) and not _AFTER_COUNT.match(text, end)


def is_label(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a number that counts nothing names something: "Route 9", "Game 2", "5.", "2B"."""
    before = text[max(0, start - _LOOK) : start]
    if _NAMING_BEFORE.search(before) or (language == "en" and _NAMING_AFTER.match(text, end)):
        return True
    return not before.strip() and bool(_ITEM.match(text, end))


def is_in_name(text: str, start: int, end: int) -> bool:
    """Say whether a number is part of a name: "Formula 1", "the Six Nations", but not in a headline all in capitals."""
    if _NUMBERED.search(text, max(0, start - _LOOK), start) or (
        text[start:end] in ("911", "999", "112") and _EMERGENCY.match(text, end)
    ):
        return True
    if _OF_A_LAW.match(text, start) or (text[start].isupper() and _ROUND.search(text, max(0, start - _LOOK), start)):
        return True
    if not text[start].isupper() or not re.match(r"\s[A-Z]", text[end : end + 2]):
        return False
    return bool(_IN_NAME.search(text[max(0, start - _LOOK) : start]) and _PROSE.search(text))


def is_score(text: str, end: int) -> bool:
    """Say whether the two numbers that end there with a hyphen between them are a score: "a 5-0 victory"."""
    return bool(_SCORE_AFTER.match(text, end))
