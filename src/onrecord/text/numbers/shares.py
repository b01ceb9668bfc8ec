"""Shares in words: "half of", "two-thirds of", "one in five", and parts of a unit, "three-quarters of a foot"."""

from __future__ import annotations

import re

_COUNTS = "one two three four five six seven eight nine ten".split()
_COUNT = "|".join(_COUNTS)
_PART_OF = {"half": 0.5, "third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "sixth": 1 / 6, "eighth": 0.125, "tenth": 0.1}
_FRACTION = (
    r"(?:(?:an?|one|two|three|four)[\s-](?:thirds?|quarters?|fifths?)"
    rf"|(?:an?|{_COUNT})[\s-](?:sixths?|eighths?|tenths?))"
)
_MEASURES = (
    "hour|minute|second|day|month|year|decade|century|mile|foot|inch|acre|ounce|pound|ton|tonne|gallon|lit(?:re|er)"
    "|(?:kilo)?met(?:re|er)|percent|percentage|degree"
)

_ABOUT = "|".join(
    rf"(?<=\b(?:by|to)\s{bound}\s)"
    for bound in ("almost", "nearly", "about", "around", "roughly", "over", r"more\sthan")
)
"""Between "by" and a share how near it is: "rose by almost a third"."""
SHARE = (
    rf"(?:half|{_FRACTION})(?=\s(?:of|the|its|their|all)\b)(?!\sof\sa\s(?:hundred|[mb]illion|trillion|dozen)\b)"
    r"|(?:two[\s-]thirds|(?:two|three|four)[\s-]fifths)(?=[.,;)](?!\d)|$|\s(?:are|were|is|was|have|had|say|said)\b)"
    rf"|(?:(?<=\b(?:by|to)\s)|{_ABOUT})(?:half|a\s(?:third|quarter|fifth))(?=[.,;)]|$|\s(?:since|in|on|to|from|over|last|this|as|and|when|after|within)\b)"
)
PART = (
    rf"(?:half(?:\s(?:of\s)?an?)?|quarter(?=-)|{_FRACTION}\sof\san?|(?:two|three|four)[\s-](?:thirds|quarters|fifths))"
    rf"(?=[\s-](?:{_MEASURES})\b)"
)
"""Without "of", "a third year" is the one after the second."""
AND_A_HALF = rf"an?\s(?:week|{_MEASURES})\sand\sa\shalf\b"
"""One and a half of what stands between: "a year and a half"."""
RATIO = (
    rf"(?:{_COUNT}|[1-9])\s(?:in|out\sof)\s(?:every\s)?"
    rf"(?:{_COUNT}|twenty|[2-9]|10|20|25|50|100|1,000|10,000|100,000)(?![\w.,]?\d|-|\s(?:minutes?|hours?|days?|weeks?|months?|years?"
    r"|decades?|games|matches|starts|seasons|tries|attempts|million|thousand)\b)\b"
)
"""Of ten, a hundred and the like; "nine out of 12" is a count."""
_GAME_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|last|final|top|bottom|better|front|back)[\s-]$", re.IGNORECASE
)


def share(words: str) -> float:
    """Return the percentage that a fraction in words gives: "half", "two-thirds", "a quarter"."""
    return round(100 * part(words), 1)


def part(words: str) -> float:
    """Return the number that a fraction in words gives: "half an", "two-thirds of a"."""
    pieces = re.split(r"[\s-]+", words.lower())
    named = next(piece.removesuffix("s") for piece in pieces if piece.removesuffix("s") in _PART_OF)
    return _PART_OF[named] * _number(pieces[0])


def ratio(words: str) -> float | None:
    """Return the percentage that "one in five" gives; None where the part is not less than the whole."""
    pieces = words.lower().split()
    some, whole = _number(pieces[0]), _number(pieces[-1])
    return round(100 * some / whole, 1) if some < whole else None


def is_half_of_game(text: str, start: int) -> bool:
    """Say whether a half is one of two that are told apart, as in "the first half of the season"."""
    return bool(_GAME_BEFORE.search(text, max(0, start - 12), start))


def _number(word: str) -> float:
    plain = word.replace(",", "")
    if plain.isdigit():
        return float(plain)
    if plain == "twenty":
        return 20.0
    return 1.0 + _COUNTS.index(plain) if plain in _COUNTS else 1.0
