"""Times counted in units from the day of publication: "three days ago", "the past two years"."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.data import Interval, TimeKind
from onrecord.text.dates import days
from onrecord.text.dates.rules import Place, Rule, rule
from onrecord.text.dates.tense import Tense, before, is_over
from onrecord.text.dates.vocabulary import COUNT, UNIT, WEEKDAY, count_of, weekday_number

_ABOUT = (
    r"(?:(?P<about>(?i:nearly|almost|about|around|roughly|some|more\sthan|over|at\sleast|less\sthan))\s"
    r"|(?i:just|exactly|only)\s)?"
)
_EITHER = re.compile(r"\b\w+(?:\s(?:or|to)\s|\s?[-–]\s?)$")
_TO_LAST = re.compile(
    r"\b(?:to|will|would|could|can|should|may|might|must|not|\w+ly)\slast\s|(?<!\bthe\s)\blast\s(?:at|about|more|less|up|only)\s",
    re.IGNORECASE,
)
"""The verb: "it may last two years"."""


def _rolling(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the past two years" and "the next six months"."""
    count, unit = count_of(match["count"]), match["unit"].lower()
    if place.anchor is None or not count or _TO_LAST.search(place.text, max(0, match.start() - 20), match.end()):
        return None
    if match["which"] and match["which"].islower() and match["unit"][0].isupper():
        return None  # "walk past 12 Days Inn"
    if match["coming"] or match["which"].lower() == "next":
        over = is_over(place.text, place.span.start, place.span.end)
        return None if over else Interval(start=place.anchor, end=days.shift(place.anchor, count, unit))
    return Interval(start=days.shift(place.anchor, -count, unit), end=place.anchor)


def _and_a_half(match: re.Match[str], place: Place) -> Interval | None:
    """Read "the past year and a half" and "the next two and a half years"; of shorter units nobody counts halves."""
    count = count_of(match["count"] or "a")
    if place.anchor is None or not count:
        return None
    months = (12 * count + 6) * (10 if "decade" in match[0].lower() else 1)
    other = days.shift(place.anchor, months if match["which"].lower() == "next" else -months, "month")
    return Interval(start=min(place.anchor, other), end=max(place.anchor, other))


def _ago(match: re.Match[str], place: Place) -> Interval | None:
    count, unit = count_of(match["count"]) if match["count"] else None, match["unit"].lower()
    if place.anchor is None or not count or (match["about"] and unit not in ("hour", "minute")):
        return None  # "some 900 years ago" names no year
    if _EITHER.search(place.text, max(0, match.start() - 12), match.start()):
        return None  # "two or three years ago"
    if unit in ("hour", "minute"):
        return Interval(start=place.anchor - timedelta(1), end=place.anchor)
    return days.around(days.shift(place.anchor, -count, unit), "day" if match["today"] else unit)


_PERFECT = re.compile(
    r"(?:\b(?:has|have|hasn['’]t|haven['’]t)|['’]ve)\s(?:(?!\w+ing\b)[\w’'-]+\s|been\s\w+ing\s){0,16}$", re.IGNORECASE
)
"""What has been so for a while is so still, unless another verb stands between: "for losing their seats for a week"."""
_HOW = re.compile(r"\b(for|in|within)\s$", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto\s\w+(?:\s\w+)?\s$")
_SUPERLATIVE = re.compile(r"\b(?:first|only|most|least|best|worst|\w{2,20}est|time)\b", re.IGNORECASE)


def _lasting(match: re.Match[str], place: Place) -> Interval | None:
    """Read "has been held for 600 days" and "dry for six weeks", which end with the day of publication.

    Of months and years nobody knows the first day. What was over before ("served for six years"), is to come, or says
    how long without saying when stays open.
    """
    count, unit = count_of(match["count"]), match["unit"].lower()
    if place.anchor is None or not count or unit not in ("day", "week") or place.tense is Tense.FUTURE:
        return None
    if not is_lasting(place.text, place.span.start) or (unit == "day" and match["how"].lower() != "for"):
        return None
    return Interval(start=days.shift(place.anchor, -count, unit), end=place.anchor)


def is_lasting(text: str, start: int) -> bool:
    """Say whether what lasts as long as the words at ``start`` say lasts still: "has led it for ten years"."""
    how = _HOW.search(text, max(0, start - 8), start)
    if how is None:
        return False
    clause = before(text, how.start())
    if how[1].lower() != "for":
        return bool(_SUPERLATIVE.search(clause[-60:]))
    return bool(_PERFECT.search(clause)) and not _INFINITIVE.search(clause) and not _is_quoted(text, how.start())


def _ago_weekday(match: re.Match[str], place: Place) -> Interval | None:
    """Read "a week ago Friday" and "a week from Friday", where the weekday nearest to that time says the same."""
    count = count_of(match["count"])
    if place.anchor is None or not count:
        return None
    weekday, forward = weekday_number(match["day"]), match["way"].lower() == "from"
    off = (weekday - place.anchor.weekday()) % 7 if forward else -((place.anchor.weekday() - weekday) % 7)
    found = place.anchor + timedelta(off + 7 * count * (1 if forward else -1))
    if not forward and abs((place.anchor - timedelta(7 * count) - found).days) > 3:
        return None
    return days.one(found)


def _from_now(match: re.Match[str], place: Place) -> Interval | None:
    count, unit = count_of(match["count"]), match["unit"].lower()
    if place.anchor is None or not count or match["about"]:
        return None
    exact = match["today"].lower() == "today"
    return days.around(days.shift(place.anchor, count, unit), "day" if exact else unit)


def _is_quoted(text: str, start: int) -> bool:
    """Say whether a place is in somebody's words, who may have spoken at another time."""
    return text.rfind("“", 0, start) > text.rfind("”", 0, start) or text.count('"', 0, start) % 2 == 1


def _unsaid(_: re.Match[str], __: Place) -> None:
    return None


_NO_VERB = "".join(rf"(?<!\b{word}\s)" for word in "will would could can may might must should to not".split())
_PAST_OR_NEXT = r"(?:(?P<which>(?i:last|past|next))|(?i:the|this)\s(?P<coming>(?i:coming)))"

RULES: tuple[Rule, ...] = (
    rule(rf"{_NO_VERB}\b(?:(?i:the)\s)?{_PAST_OR_NEXT}\s{_ABOUT}(?P<count>{COUNT})\s(?P<unit>{UNIT})s?\b", _rolling),
    rule(
        rf"{_NO_VERB}\b(?i:the\s)?(?P<which>(?i:last|past|next))\s(?:(?P<count>{COUNT})\sand\sa\shalf\s(?i:years|decades)"
        r"|(?i:year|decade)\sand\sa\shalf)\b",
        _and_a_half,
    ),
    rule(r"\b(?i:(?:the\s)?(?:last|past|next|coming)\s(?:week|month|year|decade)\sor\s(?:two|so|more))\b", _unsaid),
    rule(
        rf"\b{_ABOUT}(?:(?P<count>{COUNT})\s)?(?P<unit>(?i:minute|hour)|{UNIT})s?\s(?i:ago)(?P<today>\s(?i:today))?\b",
        _ago,
    ),
    rule(rf"\b(?P<count>{COUNT})\s(?i:weeks?)\s(?P<way>(?i:ago|from))\s(?P<day>{WEEKDAY})\b", _ago_weekday),
    rule(rf"\b{_ABOUT}(?P<count>{COUNT})\s(?P<unit>{UNIT})s?\s(?i:from)\s(?P<today>(?i:today|now))\b", _from_now),
    rule(
        rf"\b(?i:the\sprevious)\s(?:{COUNT}\s)?{UNIT}s\b|\b(?i:recent)\s{UNIT}s\b|\b{COUNT}\s{UNIT}s?\s(?i:earlier|later|before)\b",
        _unsaid,
    ),
    rule(
        rf"\b(?P<how>(?i:for|in|within))\s(?P<x>{_ABOUT}(?P<count>{COUNT})\s(?P<unit>{UNIT})s?)\b(?!['’]|\s(?i:ago|earlier|later|before|old|in\s(?:prison|jail)|of\s(?:pregnancy|gestation|age)))(?!-)",
        _lasting,
        TimeKind.DURATION,
    ),
)
