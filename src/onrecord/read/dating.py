"""When a page says it was published and changed. What it does not say stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime
from html import escape

from htmldate import find_date

from onrecord.data import Moment

_FIRST = 1605  # the year of the first newspaper; a year before it stands for none
_NUMBERS = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|\s?[-/.年년]\s?(\d\d?)\s?[-/.月월]\s?(\d\d?))(?=\D|$|\d{6}$)")
_ZONED = re.compile(r"[\s,]*(?:Z|UTC|GMT)$")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")  # seconds or milliseconds, 2001 to 2033
_SPOKEN = re.compile(r"(?=.*\b(?:1[6-9]|20)\d\d\b)(?=.*\b\d{1,2}\b).{8,80}", re.DOTALL)
_EITHER_WAY = re.compile(r"\b(0?[1-9]|1[0-2])[/-](?!\1\b)(?:0?[1-9]|1[0-2])[/-]\d{2,4}")  # 4/5/2025: April or May?
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|°|-?го)(?!\w)")
_ONE = re.compile(r"(?<!\d)0?1(?!\d)")
_ERA = 543  # years before our era in which that of Thailand begins
_BUDDHIST = re.compile(r"(?<![\w.:,])25(?:4[3-9]|[5-9]\d)(?![\w:])")
"""A year of that era from 2000 on; no page is of so late a year of ours."""
_THAI = (
    "ม.ค. มกราคม ก.พ. กุมภาพันธ์ มี.ค. มีนาคม เม.ย. เมษายน พ.ค. พฤษภาคม มิ.ย. มิถุนายน ก.ค. กรกฎาคม ส.ค. สิงหาคม ก.ย. กันยายน "
    "ต.ค. ตุลาคม พ.ย. พฤศจิกายน ธ.ค. ธันวาคม"
).split()
"""The months, each as it is written short and whole."""
_THAI_DAY = re.compile(
    rf"(?<!\d)(\d{{1,2}})\s?({'|'.join(map(re.escape, _THAI))})\s?(?:พ\.ศ\.\s?)?(\d{{4}}|\d\d)(?!\d)"
)
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # what computers write for no time at all
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:/(\d\d?)/(\d\d?)|-(\d\d)-(\d\d)|(\d\d)(\d\d))(?=[/_.-]|$)")


def first_moment(values: Iterable[str | None]) -> Moment | None:
    """Return the first value that reads as a moment."""
    return next((moment for value in values if value and (moment := moment_of(value))), None)


def moment_of(words: str) -> Moment | None:
    """Read a moment as pages write it: ISO 8601, RFC 2822, Unix time, or a day in words.

    A time without a zone leaves its day, and so does midnight: pages write it for days of which they know no more.
    Days that may be read either way, as 4/5/2025, are unknown.
    """
    found = _read(western(words.strip()))
    return None if found in (_NEVER, _NEVER.date()) else found


def western(words: str) -> str:
    """Return words with the days of Thailand's calendar in ours: "14 มีนาคม 2567" is 2024-03-14."""
    return _BUDDHIST.sub(lambda year: str(int(year[0]) - _ERA), _THAI_DAY.sub(_numbered, words))


def _numbered(day: re.Match[str]) -> str:
    month, year = _THAI.index(day[2]) // 2 + 1, day[3] if len(day[3]) > 2 else f"25{day[3]}"
    return f"{year}-{month:02}-{int(day[1]):02}"


def _read(words: str) -> Moment | None:
    if _EPOCH.fullmatch(words):
        return datetime.fromtimestamp(int(words[:10]), UTC)
    if numbers := _NUMBERS.match(words):
        day = _day(numbers)
        return (_instant(words) or day) if day else None
    return _rfc_2822(words) or spoken_day(words)


def address_day(url: str | None) -> date | None:
    """Return the day in an address such as ``https://outlet.example/2025/05/19/story``."""
    found = _IN_ADDRESS.search(url or "")
    return _day(found) if found else None


def spoken_day(words: str) -> date | None:
    """Return the one day written out in some words of any language; None for none, and for one that may be another."""
    words = _ORDINAL.sub("", words)
    if not _SPOKEN.fullmatch(words) or _EITHER_WAY.search(words):
        return None
    found = _found(words)
    if found is None or found.day != 1:
        return found
    # For a year or a month of which it finds no day, the library names the first: too early, and no day that was said.
    others = (words[: one.start()] + "2" + words[one.end() :] for one in _ONE.finditer(words))
    return found if any(_found(other) != found for other in others) else None


def _found(words: str) -> date | None:
    found = find_date(
        f"<html><body><time>{escape(words)}</time></body></html>",
        original_date=True,
        min_date=datetime(_FIRST, 1, 1),  # noqa: DTZ001 (htmldate compares without zones)
        max_date=datetime(9999, 12, 31),  # noqa: DTZ001
    )
    return date.fromisoformat(found) if found else None


def _instant(words: str) -> Moment | None:
    words = _ZONED.sub("+00:00", words.split("[", 1)[0].strip())
    words = re.sub(r"\s+(?=[+-]\d)", "", words)
    try:
        return _settled(datetime.fromisoformat(words))
    except ValueError:
        return None


def _rfc_2822(words: str) -> Moment | None:
    try:
        return _settled(parsedate_to_datetime(words))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _settled(moment: datetime) -> Moment | None:
    if moment.year < _FIRST:
        return None
    if moment.tzinfo is None or moment.time().replace(microsecond=0) == time.min:
        return moment.date()
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.date()


def _day(numbers: re.Match[str]) -> date | None:
    try:
        found = date(*map(int, filter(None, numbers.groups())))
    except ValueError:
        return None
    return found if found.year >= _FIRST else None
