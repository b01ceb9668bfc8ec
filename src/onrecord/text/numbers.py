"""Figures in a text: value, unit, what is counted and how it is bounded."""

from __future__ import annotations

import re
import unicodedata

from onrecord.data import Bound, Figure, Span

_UNITS_OF_TEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: number for number, word in enumerate(_UNITS_OF_TEN)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
_CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₪": "ILS"}
_UNITS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pc": "percent",
    "percentage point": "percentage point", "percentage points": "percentage point",
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "mile", "metre": "m", "meter": "m", "foot": "foot",
    "feet": "foot", "hectare": "hectare", "acre": "acre", "kg": "kg", "kilogram": "kg", "tonne": "tonne",
    "ton": "ton", "litre": "litre", "liter": "litre", "barrel": "barrel", "degree": "degree",
    "day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "minute": "minute",
    "second": "second", "dollar": "USD", "euro": "EUR", "pound": "GBP", "mph": "mph", "km/h": "km/h",
    "megawatt": "MW", "mw": "MW",
}  # fmt: skip
_BOUNDS = (
    (Bound.MORE_THAN, r"more than|over|above|upwards of|exceeding|in excess of"),
    (Bound.AT_LEAST, r"at least|no fewer than|no less than|a minimum of"),
    (Bound.LESS_THAN, r"less than|fewer than|under|below"),
    (Bound.AT_MOST, r"at most|up to|no more than|a maximum of|as many as|as much as"),
    (Bound.ABOUT, r"about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated"),
)
_WORD_NUMBER = "|".join(sorted((*_SMALL, *_SCALES), key=len, reverse=True))
_NUMBER = re.compile(
    rf"""(?P<money>[{"".join(_CURRENCIES)}])?
    (?:(?P<digits>(?<![\w.,])\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|(?<![\w.,:/-])\d+(?:\.\d+)?)
       (?:(?P<suffix>(?:k|mn?|bn?|tn)\b)|\s+(?P<scale>hundred|thousand|million|billion|trillion|dozen)\b)?
      |\b(?P<words>(?:(?:a|half\sa)\s(?=(?:hundred|thousand|million|billion|trillion|dozen)\b))?
         (?:{_WORD_NUMBER})(?:(?:[\s-]|\sand\s)(?:{_WORD_NUMBER})){{0,8}})\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:" + "|".join(rf"(?P<b{i}>\b(?:{words}))" for i, (_, words) in enumerate(_BOUNDS)) + r")\s+$", re.IGNORECASE
)
_AFTER = re.compile(r"[\s-]?(%|per cent\b|percentage points?\b|[A-Za-z]+(?:/h)?\b)")
_COUNTED = re.compile(
    r"\s+(?:of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?)?((?:[^\W\d_]+(?:['’-][^\W\d_]+)*\s+){0,3}?[^\W\d_]{2,}s|people|children|men|women|police|staff)\b"
)
_COUNT_BEFORE = re.compile(
    r"\b(?:number|count|total) of (?:the )?([^\W\d_]+)\b[^.;:\d]{0,80}\b(?:at|to|is|was|reached|stands at|stood at)\s$"
)
_REACH = 140  # characters before a figure in which "the number of people killed …" may stand
_NOT_FIGURE_AFTER = re.compile(r"(?:st|nd|rd|th)\b|:\d|/\d|-\d|\s*(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$|\b{_MONTH}\s\d{{1,2}},?\s$")
_DATE_AFTER = re.compile(rf"\s(?:{_MONTH})(?:\s|$|[.,])")
_YEARISH = re.compile(r"(?:1[5-9]|20)\d\d")
_LONE_ONE = ("one", "second", "zero")  # a pronoun or an ordinal far more often than a figure
_LOOK = 48  # characters searched on either side for a bound or what is counted


def find_figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order; dates, years, clock times, ordinals and labels are none."""
    plain = _ascii_digits(text)
    return tuple(figure for match in _NUMBER.finditer(plain) if (figure := _figure(plain, match)) is not None)


def _ascii_digits(text: str) -> str:
    """Write the digits of every script in ASCII, character for character."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, -1) >= 0 else c for c in text)


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    before, after = text[max(0, match.start() - _LOOK) : match.start()], text[match.end() : match.end() + _LOOK]
    if _is_label(match, before, after):
        return None
    value = _value(match)
    if value is None:
        return None
    unit, end = _unit(match, after)
    counted = None
    if not unit or unit == "percent":
        counted = _COUNTED.match(text[end : end + _LOOK]) or _COUNT_BEFORE.search(
            text[max(0, end - _REACH) : match.start()]
        )
    bound = _BOUND.search(before)
    which = next((_BOUNDS[int(name[1:])][0] for name, hit in bound.groupdict().items() if hit), None) if bound else None
    return Figure(
        span=Span(start=match.start(), end=end),
        value=value,
        unit=unit,
        counted=" ".join(counted.group(1).split()) if counted else "",
        bound=which or Bound.EXACTLY,
    )


def _is_label(match: re.Match[str], before: str, after: str) -> bool:
    """Say whether a number names something (a day, a year, a flight) rather than counting it."""
    digits = match["digits"]
    if match["words"] and match["words"].lower() in _LONE_ONE:
        return True
    if match["money"] or match["suffix"] or match["scale"] or not digits:
        return False
    if _NOT_FIGURE_AFTER.match(after) or _DATE_BEFORE.search(before):
        return True
    if len(digits) <= 2 and _DATE_AFTER.match(after):
        return True
    return bool(_YEARISH.fullmatch(digits)) and not _AFTER_COUNT.match(after)


_AFTER_COUNT = re.compile(
    r"\s(?:people|troops|soldiers|homes|houses|workers|percent|%|k[mg]|[a-z]+s\b(?<!was)(?<!is)(?<!has))"
)


def _value(match: re.Match[str]) -> float | None:
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
        if match["suffix"]:
            return value * _SUFFIXES[match["suffix"].lower()]
        return value * _SCALES[match["scale"].lower()] if match["scale"] else value
    return _spelled(re.split(r"[\s-]+", match["words"].lower()))


def _spelled(words: list[str]) -> float | None:
    total, part, seen = 0.0, 0.0, False
    for word in words:
        if word in _SMALL:
            part += _SMALL[word]
            seen = True
        elif word in _SCALES:
            scale = _SCALES[word]
            part = (part if seen or part else 1.0) * scale
            if scale >= 1e3:
                total, part = total + part, 0.0
            seen = True
        elif word == "half":
            part, seen = 0.5, True
    return total + part if seen else None


def _unit(match: re.Match[str], after: str) -> tuple[str, int]:
    """Return the unit and where the figure with it ends."""
    if match["money"]:
        return _CURRENCIES[match["money"]], match.end()
    found = _AFTER.match(after)
    if found:
        word = found.group(1).lower()
        unit = _UNITS.get(word) or _UNITS.get(word.removesuffix("s"))
        if unit:
            return unit, match.end() + found.end()
    return "", match.end()
