"""Figures in a text: value, unit, what is counted and how it is bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.data import Bound, Figure, Span
from onrecord.text.numbers.ages import age_at, is_old
from onrecord.text.numbers.bounds import bound_before, bound_behind
from onrecord.text.numbers.counted import counted_after, counted_before, measured_of
from onrecord.text.numbers.labels import is_in_name, is_label, is_score, is_time_or_place, is_year
from onrecord.text.numbers.numerals import (
    DIGITS,
    SCALE,
    SHORT_SCALE,
    SHORT_SCALE_OF_MONEY,
    WORDS,
    in_ascii,
    spelled,
    value_of,
)
from onrecord.text.numbers.shares import AND_A_HALF, PART, RATIO, SHARE, is_half_of_game, part, ratio, share
from onrecord.text.numbers.units import CURRENCY, HUNDREDTHS, LASTING, currency, is_heat, unit_at

_NUMBER = re.compile(
    rf"""(?:(?P<money>{CURRENCY})\s?)?
    (?:(?<![\w.,:/$-])(?P<ratio>{RATIO})|(?<![\w.,:/])(?<![^\d%]-)(?<![^\d%]–)(?P<sign>[-−](?=\d))?(?P<digits>{DIGITS})
       (?:(?P<short>{SHORT_SCALE}|(?(money){SHORT_SCALE_OF_MONEY}|(?!)))\b|(?P<scale>{SCALE})\b)?
      |\b(?P<odd>{AND_A_HALF})|\b(?P<part>{PART})|\b(?P<share>{SHARE})
      |\b(?P<words>{WORDS})\b)(?P<half>\sand\sa\shalf\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_HYPHEN = re.compile(r"%?\s?–\s?|%?-")
_TO = re.compile(r"\s(?P<to>to|and|or)\s")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:about\s|around\s)?\$?$", re.IGNORECASE)
_FROM = re.compile(
    r"(?<!\branging\s)(?<!\branged\s)(?<!\branges\s)(?<!\brange\s)(?<!\banywhere\s)\bfrom\s(?:about\s|around\s)?\$?$",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s(?:about\s|around\s)?\$?$", re.IGNORECASE)
_NOTHING_ELSE = re.compile(r"\W*\d+\W*")
_LOOK = 48  # characters searched before a figure


def find_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    """Return the figures of ``text`` in order; dates, years, clock times, ordinals, scores and labels are none.

    ``language`` says how decimals are marked. A share ("two-thirds of", "one in five") is a percentage, an age ("Olga
    Renn, 70,") a figure in years. The two ends of a range are two figures, bounded from below and above.
    """
    plain = in_ascii(text, language)
    if _NOTHING_ELSE.fullmatch(plain):
        return ()
    return tuple(
        _with_ranges(plain, [_Read(match, _figure(plain, match, language)) for match in _NUMBER.finditer(plain)])
    )


@dataclass(frozen=True, slots=True)
class _Read:
    """A number where it stands, and the figure it is if it is one."""

    match: re.Match[str]
    figure: Figure | None


def _with_ranges(text: str, numbers: list[_Read]) -> Iterator[Figure]:
    """Yield the figures; two that "to" or a hyphen joins are the ends of a range, more are a code or a list."""
    at = 0
    while at < len(numbers):
        last = at + 1
        while last < len(numbers) and _HYPHEN.fullmatch(
            text, numbers[last - 1].match.end(), numbers[last].match.start()
        ):
            last += 1
        if last == at + 1 and last < len(numbers) and _is_range(text, numbers[at], numbers[last]):
            last += 1
        if last == at + 1:
            yield from filter(None, (numbers[at].figure,))
        elif last == at + 2:
            yield from _range(text, numbers[at], numbers[at + 1])
        at = last


def _is_range(text: str, first: _Read, last: _Read) -> bool:
    """Say whether "to", "and" or "or" makes two numbers the ends of one range."""
    between = _TO.fullmatch(text, first.match.end(), last.match.start())
    if between is None or first.figure is None or last.figure is None:
        return False
    before = text[max(0, first.match.start() - _LOOK) : first.match.start()]
    if between["to"] == "and":
        return bool(_BETWEEN.search(before))
    aged = age_at(text, *first.match.span(), first.match.end()) is not None
    shared = (last.figure.unit or last.figure.counted or aged) and not first.figure.counted
    return bool(shared) and (last.figure.unit == "percent" or not _BY.search(before))


def _range(text: str, first: _Read, last: _Read) -> Iterator[Figure]:
    """Yield the two ends of a range with the unit, scale and counted words that they share."""
    low, high = first.figure, last.figure
    digits = first.match["digits"] or ""
    if high is not None and low is not None and not (high.unit or high.counted):
        high = replace(high, unit=low.unit)  # "$5-10 million", "aged 15 to 20"
    if high is None or not (high.unit or high.counted) or is_year(digits) or _is_score(text, first, last):
        return  # a score, a telephone number, a school year
    if low is None:
        low = replace(
            high, span=Span(start=first.match.start(), end=first.match.end()), value=_value(first.match) or 0.0
        )
    scale = last.match["scale"] or last.match["short"]
    if scale and not (first.match["scale"] or first.match["short"]):
        low = replace(low, value=value_of(first.match["digits"] or "0", scale) or low.value)
    low = replace(low, unit=low.unit or high.unit, counted=low.counted or high.counted)
    if _FROM.search(text, max(0, first.match.start() - _LOOK), first.match.start()):
        yield from (low, high)  # "rose from 5 to 10" gives two values
    else:
        yield from (replace(low, bound=Bound.AT_LEAST), replace(high, bound=Bound.AT_MOST))


def _is_score(text: str, first: _Read, last: _Read) -> bool:
    """Say whether two numbers that a hyphen joins are a score: the first is not less, or a word behind says so."""
    if text[first.match.end() : last.match.start()].strip().isalpha():
        return False
    low, high = _value(first.match), _value(last.match)
    scaled = last.match["scale"] or last.match["short"]
    return is_score(text, last.match.end()) or (low is not None and high is not None and low >= high and not scaled)


def _figure(text: str, match: re.Match[str], language: str) -> Figure | None:
    value = _value(match)
    bare = match["digits"] and not match["money"] and not match["scale"]
    if value is None or (bare and is_time_or_place(text, match["digits"], match.start(), match.end())):
        return None
    if not match["money"] and is_in_name(text, match.start(), match.end()):
        return None
    behind, end = bound_behind(text, match.end())
    unit, end = _unit(text, match, end)
    if behind is None:
        behind, end = bound_behind(text, end)
    age = age_at(text, *match.span(), end) if not unit else None
    unit = unit if age is None else "year"
    before = text[max(0, match.start() - _LOOK) : match.start() if age is None else age]
    bound = behind or bound_before(before, unit, old=age is not None or is_old(text, end))
    counted = ""
    if unit in ("", "percent"):
        counted = counted_after(text, end, one=value == 1) or ("" if unit else counted_before(text, match.start()))
    elif unit not in LASTING and unit != "degree" and language == "en":
        counted = measured_of(text, end)
    if unit in HUNDREDTHS:
        unit, value = HUNDREDTHS[unit], value / 100
    if match["short"] == "m" and not (match["money"] or counted or unit):  # "100m" is a distance, "$100m" is not
        unit, value = "m", value / 1e6
    if not (unit or counted or bound or match["money"] or match["scale"]) and _counts_nothing(text, match, language):
        return None
    return Figure(
        span=Span(start=match.start(), end=end),
        value=-value if match["sign"] else value,
        unit=unit,
        counted=counted,
        bound=bound or Bound.EXACTLY,
    )


def _value(match: re.Match[str]) -> float | None:
    if match["ratio"]:
        return ratio(match["ratio"])
    if match["odd"]:
        return 1.5
    if match["part"] or match["share"]:
        if is_half_of_game(match.string, match.start()):
            return None
        return part(match["part"]) if match["part"] else share(match["share"])
    scale = match["short"] or match["scale"] or ""
    whole = value_of(match["digits"], scale) if match["digits"] else spelled(match["words"])
    return whole if whole is None or not match["half"] else whole + 0.5


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, int]:
    if match["money"]:
        return currency(match["money"]), end
    if match["digits"] and end == match.end() and is_heat(text, match.start(), end):
        return "degree", end + 1
    if match["odd"]:
        return unit_at(text, text.index(" ", match.start()))[0], end
    return ("percent", end) if match["share"] or match["ratio"] else unit_at(text, end)


def _counts_nothing(text: str, match: re.Match[str], language: str) -> bool:
    lone = (match["words"] or "").lower() in ("one", "zero")  # a pronoun far more often than a figure
    return lone or bool(match["short"]) or is_label(text, match.start(), match.end(), language)
