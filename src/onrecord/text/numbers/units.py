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
_SPEEDS = {
    "kilometre": "km/h", "kilometres": "km/h", "kilometer": "km/h", "kilometers": "km/h", "km": "km/h",
    "mile": "mph", "miles": "mph",
}  # fmt: skip
"""What a length is of an hour."""
_LENGTH = f"(?:{'|'.join(_SPEEDS)})"
_UNITS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent", "prozent": "percent",
    "percentage point": "percentage point", "basis point": "basis point",
    "km": "km", "kilometre": "km", "kilometer": "km", "mile": "mile", "metre": "m", "meter": "m", "cm": "cm",
    "centimetre": "cm", "centimeter": "cm", "mm": "mm", "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch",
    "inche": "inch", "yard": "yard", "hectare": "hectare", "acre": "acre", "square mile": "square mile",
    "square kilometre": "square km", "square kilometer": "square km", "square foot": "square foot",
    "square feet": "square foot", "square metre": "square m", "square meter": "square m",
    "cubic metre": "cubic m", "cubic meter": "cubic m", "cubic kilometre": "cubic km", "cubic kilometer": "cubic km",
    "cubic foot": "cubic foot", "cubic feet": "cubic foot", "cubic yard": "cubic yard",
    "kg": "kg", "pound": "pound", "kilogram": "kg", "kilo": "kg", "gram": "g", "tonne": "tonne", "ton": "ton",
    "ounce": "ounce", "litre": "litre", "liter": "litre", "gallon": "gallon", "barrel": "barrel",
    "°": "degree", "degree": "degree", "°c": "degree", "°f": "degree",
    "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade", "hour": "hour",
    "minute": "minute", "second": "second", "dollar": "USD", "euro": "EUR", "rupee": "INR", "yen": "JPY",
    "yuan": "CNY", "shekel": "ILS", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "usd": "USD", "eur": "EUR",
    "gbp": "GBP", "mph": "mph", "km/h": "km/h", "kph": "km/h", "kmh": "km/h", "megawatt": "MW", "mw": "MW",
    "gigawatt": "GW", "gw": "GW", "kwh": "kWh", "mwh": "MWh", "gwh": "GWh", "twh": "TWh", "cent": "cent",
    "¢": "cent", "pence": "penny",
    "p": "penny", "pc": "percent", "bp": "basis point", "sq km": "square km", "sq mile": "square mile",
    "sq mi": "square mile", "sq ft": "square foot", "sq feet": "square foot", "sq m": "square m", "ha": "hectare",
    **{f"{length} {per} hour": speed for length, speed in _SPEEDS.items() for per in ("per", "an")},
    "mi": "mile", "g": "g", "lb": "pound", "oz": "ounce", "ml": "ml", "min": "minute", "hr": "hour", "sec": "second",
}  # fmt: skip
"""By their words, singular. Pounds, weight or money, stay pounds; "millimetres", of rain, are left to be counted."""

_ALONE = ("ha", "p", "g", "mi")
"""What has no plural in "s": "one has died" are no hectares."""

HUNDREDTHS = {"cent": "USD", "penny": "GBP"}
"""Small money, in hundredths of what the large is counted in; cents are taken for those of dollars, as "$" is."""

LASTING = ("day", "week", "month", "year", "decade", "hour", "minute", "second")

_UNIT = re.compile(
    r"\s?(%|¢|°[CF]?\b|°)"
    rf"|[\s-](per\scent|percentage\spoints?|basis\spoints?|(?:square|cubic)[\s-][a-z]+|{_LENGTH}\s(?:per|an)\shour|[a-z]+(?:/h)?)\b"
    r"|[\s-]?(sq\.?\s?(?:km|miles?|mi|ft|feet|m))\b"
    r"|(km/h|kmh|km|kg|cm|mm|ft|mph|kph|[kmgt]wh|mw|gw|pc|bps?|ha|mi|lbs?|oz|ml|mins?|hrs?|secs?|(?-i:g))\b"
    r"|(?<!\d{3})(?<![.,]\d)(?<![.,]\d\d)((?-i:p))\b(?!\.m)",
    re.IGNORECASE,
)
_HEAT = re.compile(r"(?<=\d)[CF]\b(?![-.]?\d)")
_SEAT = re.compile(
    r"(?:[A-Z][\w’-]*|\b(?:seat|gate|flat|row|unit|platform|class|grade|size|apartment|room|building|group|bus|line))\s$"
)
"""What a number with a letter behind it names: "seat 14C", "Group 12F"."""


def currency(sign: str) -> str:
    """Return the ISO 4217 code of a currency sign."""
    return _CURRENCIES[sign.lower()]


def unit_at(text: str, end: int) -> tuple[str, int]:
    """Return the unit that stands at ``end``, and where it ends; no unit and ``end`` when there is none."""
    found = _UNIT.match(text, end)
    if found is None:
        return "", end
    words = re.sub(r"[\s.-]+", " ", re.sub(r"^sq(?:\.|\b)\s?", "sq ", next(filter(None, found.groups())).lower()))
    single = words.removesuffix("s")
    unit = _UNITS.get(words) or ("" if single in _ALONE else _UNITS.get(single))
    return (unit, found.end()) if unit else ("", end)


def is_heat(text: str, start: int, end: int) -> bool:
    """Say whether the letter at ``end`` makes degrees of the digits that begin at ``start``: "40C", "1.5C", "-5C"."""
    plain = text[start:end].lstrip("-−")
    sure = len(plain) > 1 or plain != text[start:end]
    return bool(sure and _HEAT.match(text, end)) and not _SEAT.search(text, max(0, start - 30), start)
