"""Comparing times: days as intervals, each with the precision it is given in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from onrecord.data import Figure, Interval, ReasonCode, Span
from onrecord.text.dates import TimeExpression
from onrecord.text.dates.tense import is_done
from onrecord.text.numbers import find_figures
from onrecord.text.numbers.units import LASTING
from onrecord.text.sentences import sentences
from onrecord.verify.comparing.doers import deed_of
from onrecord.verify.comparing.findings import Finding, clash, dated
from onrecord.verify.reading.gist import DAY_OF_MONTH, Gist, gist, near_to
from onrecord.verify.reading.tokens import root

_BOUND = re.compile(r"\b(before|by|after|since)\s", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:on|in|at|during)\s+$", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(for|within|every)\s((?:(?:about|around|nearly|some|another|the (?:next|last|past))\s)?[\w-]+"
    r"(?:\sto\s[\w-]+)?\s(?:second|minute|hour|day|week|month|year|decade)s?)\b",
    re.IGNORECASE,
)
"""How long something takes, in what time it is done, and how often."""
_MORE = re.compile(
    r",?\s(?:and\s)?(a half|(?!(?:last|this|next|every|each)\b)[\w-]+\s(?:second|minute|hour|day|week|month)s?)\b"
    r"(?!\s(?:later|before|after|ago))"
)
"""Behind a time that is told in two units: "five years and six months"."""
_IN = {
    "months": {"month": 1, "year": 12, "decade": 120},
    "seconds": {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400, "week": 604_800},
}
"""Units of time in others of which they are a whole number."""
_LEFT_OVER = re.compile(r"\s+([,.;:!?]|(?=\s))")
"""Spaces that stand before a mark, or doubled, where words were taken out."""
_YEAR = re.compile(r"\d{4}")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_NOT_THEN = re.compile(r"\b(?:every|all|any|each)\s(?:\w+\s)?(?:but|except(?:\sfor)?|save)\s(?:on\s)?$", re.IGNORECASE)
"""Before the day on which alone it is otherwise: "open every day but Monday"."""
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)
_READ = 20_000
"""Characters of a document that are searched for the day of a deed."""


def compare_times(here: Gist, there: Gist, *, record: str, reported: Interval | None, whole: str = "") -> Finding:
    """Hold each time of a statement against those of the record; ``reported`` are the days of its publication.

    What words of it tell without a time, as a headline does, is of these days, unless the document (``whole``) gives
    the deed another. Times clash when they are equally precise and apart, a month against a month, and nothing else
    in the record meets the statement's.
    """
    finding = _compare_lengths(here, there)
    if not here.times:
        return finding
    recorded = _told(there, reported)
    for time, interval in (*resolved(here), *_in_its_year(here, recorded, reported)):
        rivals = [(other, told) for other, told in recorded if precision(interval) in (precision(told), OPEN)]
        undated = not recorded and _goes_without_saying(interval, reported)
        undated = undated and not _is_dated_otherwise(here, there, interval, whole)
        alike = any(_in_the_same_words(time, interval, *other) for other in recorded)
        if undated or alike or any(bears_out(interval, told) for _, told in recorded):
            finding += Finding(met=(time.span,))
        elif rivals:
            other, told = rivals[0]
            differs = clash(ReasonCode.DATE_DIFFERS, (here.text, time.span), (there.text, other.span), record=record)
            if time.words.casefold() == other.words.casefold() and _is_a_day(interval) and _is_a_day(told):
                differs = dated(differs, interval.start, told.start, said=time.words, record=record)
            finding += Finding(clashes=(differs,))
        else:
            finding += Finding(missing=(time.span,))
    return finding


def are_weeks_apart(here: Gist, there: Gist) -> bool:
    """Say whether the same words mean days that lie more than a week apart: two fires, each "on Tuesday"."""
    return any(
        mine.words.casefold() == theirs.words.casefold()
        and (_is_a_day(said) and _is_a_day(told))
        and abs(said.start - told.start) > _A_WEEK
        and not _in_the_same_words(mine, said, theirs, told)
        for (mine, said), (theirs, told) in zip(resolved(here), resolved(there), strict=False)
    )


def _is_a_day(interval: Interval) -> bool:
    return interval.start == interval.end


def _is_dated_otherwise(here: Gist, there: Gist, interval: Interval, whole: str) -> bool:
    """Say whether sentences of a document tell the statement's deed with a time, and none with the statement's."""
    deed = deed_of(here)
    if deed is None or not whole:
        return False
    told = (gist(one.cut(whole), anchor=there.anchor) for one in sentences(whole[:_READ], there.language))
    days = [day for one in told if root(deed.stem) in one.roots for _, day in resolved(one)]
    return bool(days) and not any(bears_out(interval, day) or meets(interval, day) for day in days)


def _in_the_same_words(mine: TimeExpression, here: Interval, theirs: TimeExpression, there: Interval) -> bool:
    """Say whether a month or a day, told in the same words without a year, was only read a year apart.

    Or a week: who says "on Friday" on one may have taken that over from the day before.
    """
    named = mine.words.casefold() == theirs.words.casefold() and _YEAR.search(mine.words) is None
    apart = abs((here.start - there.start).days)
    return named and (apart in (365, 366) or (apart == _A_WEEK.days and _WEEKDAY.fullmatch(mine.words) is not None))


def _compare_lengths(here: Gist, there: Gist) -> Finding:
    """Hold the length of each time without a day against those of the record: "six months before he was found"."""
    known = {(figure.value, figure.unit) for figure in there.numbers}
    lengths = {lasts(there.text, figure) for figure in there.numbers}
    told = [
        (time.span, figure)
        for time in here.times
        if time.interval is None
        for figure in here.numbers
        if time.span.covers(figure.span) and figure.unit in LASTING and (figure.value, figure.unit) not in known
    ]
    met = tuple(span for span, one in told if lasts(here.text, one) in lengths or _is_for_a(one, there.text))
    return Finding(met=met, missing=tuple(span for span, _ in told if span not in met))


def _is_for_a(figure: Figure, there: str) -> bool:
    """Say whether a length is one of its unit, and the record has it with "a": "one day", "for a day"."""
    return figure.value == 1 and re.search(rf"\bfor\san?\s{figure.unit}\b", there) is not None


def unmet_durations(here: Gist, there: Gist) -> tuple[Span, ...]:
    """Return how long something took where the record has that time only otherwise: within five days, or for ten.

    Who is jailed for five years and six months is not banned for five.
    """
    lasting = list(_LASTS.finditer(here.text))
    if not lasting:
        return ()
    told = [(match[1].lower(), _length(match[2])) for match in _LASTS.finditer(there.text)]
    lengths = {(figure.value, figure.unit) for figure in there.numbers}
    found = []
    for match in lasting:
        how, mine = match[1].lower(), _length(match[2])
        alike = {kind for kind, length in told if length and length == mine}
        rivals = {kind for kind, length in told if length and mine and length[1] == mine[1]}
        another = (alike or (mine not in lengths and how in rivals)) and how not in alike
        again = re.finditer(re.escape(match[2]), there.text, re.IGNORECASE)
        mores = {more_of(there.text, Span(start=one.start(), end=one.end())) for one in again}
        if another or (mores and more_of(here.text, Span(start=match.start(2), end=match.end(2))) not in mores):
            found.append(Span(start=match.start(), end=match.end()))
    return tuple(found)


def more_of(text: str, time: Span) -> str:
    """Return what stands behind a time and belongs to it: "six months", of five years and six months."""
    more = _MORE.match(text, time.end)
    return more[1].lower() if more else ""


def whole(text: str, figure: Figure) -> Span:
    """Return a figure with what belongs to it: "five years and six months"."""
    more = _MORE.match(text, figure.span.end) if figure.unit in LASTING else None
    return Span(start=figure.span.start, end=more.end() if more else figure.span.end)


def lasts(text: str, figure: Figure) -> tuple[float, str] | None:
    """Return how long a figure of a text is with what belongs to it, in months or seconds, and in which of these.

    A year and a half are 18 months, and four years and six months.
    """
    for unit, parts in _IN.items():
        if figure.unit in parts:
            more = more_of(text, figure.span)
            over = [one.value * parts[one.unit] for one in find_figures(more) if one.unit in parts]
            half = parts[figure.unit] / 2 if more == "a half" else 0.0
            return figure.value * parts[figure.unit] + sum(over) + half, unit
    return None


def _length(words: str) -> tuple[float, str] | None:
    figures = find_figures(words)
    return (figures[0].value, figures[0].unit) if figures else None


def in_its_times(here: Gist, there: Gist, *, reported: Interval | None) -> str:
    """Return a statement as a model can hold it against the record, which gives the same days in other words.

    A model does not know that "Monday" was 3 March. Where the record's time bears out the statement's, the statement
    is given the record's words for it; where the record needs none, for it is of the day, it has none either.
    """
    recorded = _told(there, reported)
    edits = []
    for time, interval in (*resolved(here), *_in_its_year(here, recorded, reported)):
        bearing = [other for other, told in recorded if _lies_within(told, interval)]
        if any(other.words.casefold() == time.words.casefold() for other in bearing):
            continue
        if bearing:
            edits.append((_with_preposition(here, time), _with_preposition(there, bearing[0]).cut(there.text)))
        elif not recorded and _goes_without_saying(interval, reported):
            edits.append((_with_preposition(here, time), ""))
    text = here.text
    for span, words in sorted(edits, key=lambda edit: -edit[0].start):
        text = text[: span.start] + words + text[span.end :]
    return _LEFT_OVER.sub(r"\1", text).lstrip(" ,") if edits else text


def _in_its_year(
    here: Gist, recorded: Iterable[tuple[TimeExpression, Interval]], reported: Interval | None
) -> Iterator[tuple[TimeExpression, Interval]]:
    """Yield the days of a month whose year a statement leaves open, "12 September", where the record bears them out.

    Against it a record cannot be held that has another day: which year is meant nobody knows.
    """
    told = [one for _, one in recorded] or ([reported] if reported else [])
    for time in here.times:
        if time.interval is None and DAY_OF_MONTH.fullmatch(time.words):
            days = ((near_to(time, one.start).interval, one) for one in told)
            found = (day for day, one in days if day and bears_out(day, one))
            yield from ((time, day) for day in islice(found, 1))


def resolved(text: Gist) -> list[tuple[TimeExpression, Interval]]:
    """Return the times of a text of which the days are known, with these: all before it, of "before 3 May"."""
    return [(time, _bounded(text, time)) for time in text.times if time.interval is not None]


def _told(there: Gist, reported: Interval | None) -> list[tuple[TimeExpression, Interval]]:
    """Return the times of the record; a weekday may be the one before, or to come: "made Friday a day of mourning".

    What was done on it was done on the one before: "burned down on Friday".
    """
    recorded = [(time, told) for time, told in resolved(there) if not _NOT_THEN.search(there.text, 0, time.span.start)]
    other = [
        (time, _moved(told, _A_WEEK if told.end < reported.end else -_A_WEEK))
        for time, told in recorded
        if reported
        and told.end != reported.end
        and told.start == told.end
        and _WEEKDAY.fullmatch(time.words)
        and not is_done(there.text, time.span.start, time.span.end)
    ]
    return [*recorded, *other]


def _moved(interval: Interval, by: timedelta) -> Interval:
    return Interval(start=interval.start + by, end=interval.end + by)


def _with_preposition(text: Gist, time: TimeExpression) -> Span:
    found = _PREPOSITION.search(text.text, max(0, time.span.start - 10), time.span.start)
    return Span(start=found.start(), end=time.span.end) if found else time.span


def _goes_without_saying(interval: Interval, reported: Interval | None) -> bool:
    """Say whether what is reported without a time is of these days; that it is of this year's cup does not follow."""
    return reported is not None and precision(interval) <= _WEEKS and meets(interval, reported)


def _bounded(text: Gist, time: TimeExpression) -> Interval:
    """Return the days of a time expression, those before or after it where the text says so."""
    interval = time.interval or Interval(start=date.min, end=date.max)
    word = _BOUND.search(text.text, max(0, time.span.start - 10), time.span.start + 6)
    if word is None or word.end() < time.span.start:
        return interval
    match word[1].lower():
        case "before":
            return Interval(start=date.min, end=max(date.min, interval.start - _A_DAY))
        case "by":
            return Interval(start=date.min, end=interval.end)
        case "after":
            return Interval(start=min(date.max, interval.end + _A_DAY), end=date.max)
    return Interval(start=interval.start, end=date.max)


def bears_out(asked: Interval, told: Interval) -> bool:
    """Say whether a time of the record bears out the statement's: it lies within it, and two of one precision agree.

    The year alone does not say the day, nor five years seven; a week is counted in many ways.
    """
    if precision(told) == OPEN != precision(asked):
        return False  # "first since 1998" is not of 2023
    if precision(asked) == OPEN or precision(asked) == precision(told) == _WEEKS:
        return meets(asked, told)
    if precision(asked) == precision(told):
        return asked == told
    return _lies_within(told, asked)


def _lies_within(told: Interval, asked: Interval) -> bool:
    return asked.start <= told.start and told.end <= asked.end and precision(asked) < OPEN


def meets(one: Interval, other: Interval) -> bool:
    """Say whether two intervals share a day."""
    return one.start <= other.end and other.start <= one.end


def precision(interval: Interval) -> int:
    """Return how precise an interval is: 0 for days, 1 for weeks, 2 for months, 3 for years, 4 when it is open."""
    length = (interval.end - interval.start).days + 1
    return sum(length > most for most in (1, 14, 92, 4_000))


_WEEKS = 1
OPEN = 4
"""The precision of an interval with no end or no beginning."""
