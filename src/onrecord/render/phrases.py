"""Small words: how numbers, days and sentences are written in English."""

from __future__ import annotations

from datetime import date, datetime

from onrecord.data import Interval, Moment


def filled(words: str, **values: object) -> str:
    """Return ``words`` with values in their places; where pages speak another language, theirs stand in for it."""
    return words % values if values else words


def count(number: int, thing: str) -> str:
    """Return ``1 document``, ``2,300 documents``."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def sentence(words: str) -> str:
    """Return a phrase as a sentence."""
    words = words.strip()
    if not words:
        return ""
    closed = words.endswith((".", "!", "?", "…", ".”", "?”", "!”"))
    return f"{words[:1].upper()}{words[1:]}{'' if closed else '.'}"


def heading(words: str) -> str:
    """Return a phrase as a heading."""
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}"


def day(moment: Moment) -> str:
    """Return ``19 May 2025``, with the time where the instant is known."""
    named = f"{moment.day} {moment:%B} {moment.year}"
    return f"{named}, {moment:%H:%M} UTC" if isinstance(moment, datetime) else named


def days(interval: Interval) -> str:
    """Return the days of an interval."""
    return stretch(interval.start, interval.end)


def stretch(start: date, end: date) -> str:
    """Return ``12–19 May 2025``, naming month and year once where they are the same."""
    if start == end:
        return day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{start.day} {start:%B} – {day(end)}" if start.year == end.year else f"{day(start)} – {day(end)}"


def number(value: float) -> str:
    """Return a figure's value the way a newspaper prints it."""
    return (
        f"{value:,.0f}" if float(value).is_integer() and abs(value) < 1e15 else f"{value:,.10g}"
    )  # floats count to 2**53


def letter(number: int) -> str:
    """Return the letters a removed passage goes by: A to Z, AA, AB and so on."""
    name = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
