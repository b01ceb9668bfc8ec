"""Numbers as they are written: digits of any script with their marks, words, fractions, scales."""

from __future__ import annotations

import re
import unicodedata
from math import prod

_UNITS_OF_TEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: float(number) for number, word in enumerate(_UNITS_OF_TEN)} | {
    word: 10.0 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "lakhs": 1e5, "crores": 1e7, "dozen": 12.0, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
    "trn": 1e12, "cr": 1e7,
}  # fmt: skip
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SCALE = r"hundred|thousand|lakhs?|million|crores?|billion|trillion|dozen"
_WORD = "|".join(sorted((*_SMALL, *_SCALE.split("|")), key=len, reverse=True))
_LONGEST = 15
"""Digits; longer runs are codes, and no float holds them exactly."""

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?)[½¼¾⅓⅔]?|[½¼¾⅓⅔]"
WORDS = (
    rf"(?:(?:(?:a\s)?half(?:\san?)?|(?:a\s)?quarter\sof\sa|an?)[\s-](?=(?:{_SCALE})\b))?"
    rf"(?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}))*"
)
SCALE = rf"(?:[\s-](?:{_SCALE})\b)+"
SHORT_SCALE = r"(?:k|mn?|bn?|trn|tn|\s(?:mn|bn|trn|tn))"
SHORT_SCALE_OF_MONEY = r"(?:\sm|\s?cr)"
"""With a space between, "m" are metres of anything but money."""

_DECIMAL_COMMA = frozenset(
    "bg ca cs da de el es et fi fr hr hu id is it lt lv nb nl no pl pt ro ru sk sl sr sv tr uk vi".split()
)
"""Languages that write 1.250,5 (Unicode CLDR, ``decimal`` symbol)."""
_MARK = re.compile(r"(?<=\d)[.,](?=\d)")
_MARKS = str.maketrans("％٪٫٬", "%%.,")


def in_ascii(text: str, language: str = "en") -> str:
    """Write the digits of every script in ASCII and their marks as in English, character for character."""
    if not text.isascii():
        text = text.translate(_MARKS)
        text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    if language in _DECIMAL_COMMA:
        text = _MARK.sub(lambda mark: "." if mark[0] == "," else ",", text)
    return text


def value_of(digits: str, scale: str) -> float | None:
    """Return the number that digits and the scale after them give, or None when they are too long for one."""
    if sum(sign.isdigit() for sign in digits) > _LONGEST:
        return None
    part = _PARTS.get(digits[-1], 0.0)
    plain = re.sub(r"[^\d.]", "", digits)
    return (float(plain or 0) + part) * prod(_SCALES[word] for word in re.split(r"[\s-]+", scale.lower()) if word)


def spelled(words: str) -> float | None:
    """Return the number that words give: "sixty-one thousand", "half a million", "a dozen"."""
    total, part = 0.0, 0.0
    seen = False
    for word in re.split(r"[\s-]+", words.lower()):
        if word in ("half", "quarter"):
            part, seen = 0.5 if word == "half" else 0.25, True
        elif word in _SMALL:
            part, seen = part + _SMALL[word], True
        elif word in _SCALES:
            part, seen = (part if seen else 1.0) * _SCALES[word], True
            if _SCALES[word] >= 1e3:
                total, part = total + part, 0.0
    return total + part if seen else None
