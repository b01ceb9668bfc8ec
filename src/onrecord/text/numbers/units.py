"""Units of measure and currencies: the words and signs for them, and the one name each has here."""

from __future__ import annotations

import re

_CODES = "USD EUR GBP INR CHF JPY CNY CAD AUD".split()
CURRENCY = rf"(?:(?<![A-Za-z])(?:(?:us|nz|hk|[acsr])?\$|(?:rs\.?|{'|'.join(_CODES)})(?=\s?\d))|[€£¥₹₪₩₽₴₺])"
_CURRENCIES = {
    "$": "USD", "us$": "USD", "a$": "AUD", "c$": "CAD", "nz$": "NZD", "hk$": "HKD", "s$": "SGD", "r$": "BRL",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₽": "RUB", "₴": "UAH", "₺": "TRY",
    "rs": "INR", "rs.": "INR", **{code.lower(): code for code in _CODES},
}  # fmt: skip
_UNITS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "prozent": "percent",
    "percentage point": "percentage point", "basis point": "basis point",
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "mile", "metre": "m", "meter": "m", "cm": "cm",
    "centimetre": "cm", "centimeter": "cm", "mm": "mm", "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch",
    "inche": "inch", "yard": "yard", "hectare": "hectare", "acre": "acre", "square mile": "square mile",
    "square kilometre": "square km", "square kilometer": "square km", "square foot": "square foot",
    "square feet": "square foot", "square metre": "square m", "square meter": "square m",
    "kg": "kg", "pound": "pound", "kilogram": "kg", "kilo": "kg", "gram": "g", "tonne": "tonne", "ton": "ton",
    "ounce": "ounce", "litre": "litre", "liter": "litre", "gallon": "gallon", "barrel": "barrel",
    "°": "degree", "degree": "degree", "°c": "degree", "°f": "degree",
    "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "hour": "hour",
    "minute": "minute", "second": "second", "dollar": "USD", "euro": "EUR", "rupee": "INR", "yen": "JPY",
    "yuan": "CNY", "shekel": "ILS", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "mph": "mph", "km/h": "km/h", "kph": "km/h", "megawatt": "MW", "mw": "MW", "gigawatt": "GW",
    "gw": "GW", "cent": "cent", "¢": "cent", "pence": "penny",
}  # fmt: skip
"""By their words, singular. Pounds, weight or money, stay pounds; "millimetres", of rain, are left to be counted."""

HUNDREDTHS = {"cent": "USD", "penny": "GBP"}
"""Small money, in hundredths of what the large is counted in; cents are taken for those of dollars, as "$" is."""

LASTING = ("day", "week", "month", "year", "decade", "hour", "minute", "second")

_UNIT = re.compile(
    r"\s?(%|¢|°[CF]?\b|°)"
    r"|[\s-](per\scent|percentage\spoints?|basis\spoints?|square[\s-][a-z]+|[a-z]+(?:/h)?)\b"
    r"|(km|kg|cm|mm|ft|mph|kph|mw|gw)\b",
    re.IGNORECASE,
)


def currency(sign: str) -> str:
    """Return the ISO 4217 code of a currency sign."""
    return _CURRENCIES[sign.lower()]


def unit_at(text: str, end: int) -> tuple[str, int]:
    """Return the unit that stands at ``end``, and where it ends; no unit and ``end`` when there is none."""
    found = _UNIT.match(text, end)
    if found is None:
        return "", end
    words = re.sub(r"[\s-]+", " ", next(filter(None, found.groups())).lower())
    unit = _UNITS.get(words) or _UNITS.get(words.removesuffix("s"))
    return (unit, found.end()) if unit else ("", end)
