"""Parts of a period told by where they lie in it: "the end of 2024", "the first three months of the year"."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.data import Interval
from onrecord.text.dates import days
from onrecord.text.dates.absolute import in_decade, in_month_of_year, in_year
from onrecord.text.dates.periods import in_century
from onrecord.text.dates.relative import in_month, in_period
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.tense import Tense
from onrecord.text.dates.vocabulary import COUNT, MONTH, YEAR, count_of, month_number

_EDGE = (
    r"\b(?i:the\s)?(?i:very\s|tail\s)?(?P<part>(?i:(?:end|close|start|beginning|middle)(?=\sof\s)|(?:early|late)(?=\sin\s)"
    r"|midway(?=\sthrough\s)))\s\w+\s"
)
"""What says of which third it is; "late in March" as "late March"."""
_LOOSE = r"(?!\d|[.,:]\d|['’]s\b|['’-]\w|\s\d)"
_HALF = r"\b(?i:the\s)?(?P<nth>(?i:first|second|latter|last))\s(?i:half\sof\s)(?i:the\s)?"
_COUNTED = (
    r"\b(?i:the\s)?(?P<edge>(?i:first|last|final|opening|closing))\s"
    rf"(?P<count>{COUNT})\s(?P<unit>(?i:days|months))\s(?i:of|in)\s"
)
_VAGUE = (
    r"\b(?i:the\s)?(?i:(?:opening|closing|final|first|last|early|dying|waning)\s(?:few\s)?(?:days|weeks|months)|(?:early|latter"
    r"|later|first|last|better)\spart|turn|(?:first|last|final|opening|closing)\s(?:two|three|four|six)\sweeks)\s(?i:of)\s"
)


def _half(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the first half of March" and "the latter half of the 1990s"."""
    first = match["nth"].lower() == "first"
    groups = match.groupdict()
    if groups.get("month"):
        whole = in_month_of_year(match, place) if groups.get("year") else in_month(match, place)
        if whole is None:
            return None
        middle = whole.start.replace(day=15)
        return (
            Interval(start=whole.start, end=middle) if first else Interval(start=middle + timedelta(1), end=whole.end)
        )
    whole = in_century(match, place) if groups.get("century") else in_decade(match, place)
    half = (whole.end.year - whole.start.year + 1) // 2
    begins = whole.start.year + (0 if first else half)
    return days.years(begins, begins + half - 1)


def _counted(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the first ten days of May" and "the last three months of 2023"."""
    whole = _whole(match, place)
    count, unit = count_of(match["count"]), match["unit"].lower()[:-1]
    if whole is None or not count:
        return None
    if match["edge"].lower() in ("first", "opening"):
        found = Interval(start=whole.start, end=days.shift(whole.start, count, unit) - timedelta(1))
    else:
        found = Interval(start=days.shift(whole.end + timedelta(1), -count, unit), end=whole.end)
    inside = whole.start <= found.start and found.end <= whole.end and found != whole
    return found if inside else None


def _whole(match: re.Match[str], place: Place) -> Interval | None:
    """Return the month or year that days or months are counted in; "the year" only where it can but be this one."""
    groups = match.groupdict()
    if groups.get("month"):
        month = month_number(match["month"])
        return days.month(int(match["year"]), month) if match["year"] else in_month(match, place)
    if match["year"]:
        return days.year(int(match["year"]))
    if place.anchor is None or place.year:
        return None
    which = match["whose"].lower()
    if which in ("last", "next"):
        return days.year(place.anchor.year + (1 if which == "next" else -1))
    late = match["edge"].lower() not in ("first", "opening")
    soon = place.anchor.month < 3 if not late else place.tense is not Tense.FUTURE
    return None if soon else days.year(place.anchor.year)


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


_NO = r"(?P<last>)?(?P<which>)?"
"""Groups that the readings of months ask for."""

RULES: tuple[Rule, ...] = (
    rule(rf"{_EDGE}{_NO}(?P<month>{MONTH}),?\s(?:of\s)?(?P<year>{YEAR})\b{_LOOSE}", in_month_of_year),
    rule(rf"{_EDGE}(?P<which>)(?P<month>{MONTH})(?!\w){_LOOSE}", in_month),
    rule(rf"{_EDGE}(?P<year>{YEAR})\b{_LOOSE}", in_year),
    rule(rf"{_EDGE}(?i:the\s)(?:(?P<year>{YEAR[:-4]}\d0)|['’](?P<short>[2-9]0))['’]?s\b", in_decade),
    rule(rf"{_EDGE}(?i:the\s)(?P<nth>\d\d?(?:st|nd|rd|th))[\s-]century\b(?!-)", in_century),
    rule(
        rf"{_EDGE}(?P<the>)?(?P<which>(?i:last|this|next))\s(?P<unit>(?i:week|month|quarter|year|decade|century))\b(?!-|['’])",
        in_period,
    ),
    rule(rf"{_HALF}(?P<part>)?{_NO}(?P<month>{MONTH})(?!\w)(?:,?\s(?:of\s)?(?P<year>{YEAR})\b)?{_LOOSE}", _half),
    rule(rf"{_HALF}(?P<part>)?(?:(?P<year>{YEAR[:-4]}\d0)|['’](?P<short>[2-9]0))['’]?s\b", _half),
    rule(
        r"\b(?i:the\s)?(?P<nth>(?i:first|second|latter|last))\s(?i:half\sof\sthe\s)(?P<century>\d\d?(?:st|nd|rd|th))[\s-]century\b(?!-)",
        _half,
    ),
    rule(rf"{_COUNTED}(?P<part>)?(?P<which>)(?P<month>{MONTH})(?!\w)(?:,?\s(?P<year>{YEAR})\b)?{_LOOSE}", _counted),
    rule(
        rf"{_COUNTED}(?:(?P<year>{YEAR})\b{_LOOSE}|(?i:(?P<whose>last|this|next|the)\syear)\b(?!\s(?:of|to)\b))",
        _counted,
    ),
    rule(
        rf"{_VAGUE}(?:{MONTH}(?!\w)(?:\s{YEAR}\b)?|{YEAR}\b|(?i:(?:last|this|next|the)\s(?:year|month|week|decade|century|millennium)\b)"
        rf"|(?i:the\s){YEAR[:-4]}\d0s\b){_LOOSE}",
        _unsaid,
    ),
    rule(r"\b(?i:(?:earlier|later)\sin\sthe\s(?:week|month|year|decade|century))\b", _unsaid),
)
