"""Comparing times: days as intervals, each with the precision it is given in."""

from __future__ import annotations

import re
from datetime import date

from onrecord.data import Interval, ReasonCode
from onrecord.text.dates import TimeExpression
from onrecord.verify.findings import Finding, clash
from onrecord.verify.gist import Gist

_BOUND = re.compile(r"\b(before|until|by|after|since)\s", re.IGNORECASE)


def compare_times(here: Gist, there: Gist, *, record: str, reported: Interval | None) -> Finding:
    """Hold each time of a statement against those of the record; ``reported`` are the days of its publication.

    Times clash when they are equally precise and apart, a month against a month, and nothing else in the
    record meets the statement's.
    """
    recorded = [(time.span, _bounded(there, time)) for time in there.times if time.interval is not None]
    finding = Finding()
    for time in here.times:
        if time.interval is None:
            continue
        interval = _bounded(here, time)
        days = [other for _, other in recorded] or ([reported] if reported else [])
        rivals = [span for span, other in recorded if _precision(interval) in (_precision(other), _OPEN)]
        if any(meets(interval, other) for other in days):
            finding += Finding(met=(time.span,))
        elif rivals:
            said, held = (here.text, time.span), (there.text, rivals[0])
            finding += Finding(clashes=(clash(ReasonCode.DATE_DIFFERS, said, held, record=record),))
        else:
            finding += Finding(missing=(time.span,))
    return finding


def _bounded(text: Gist, time: TimeExpression) -> Interval:
    """Return the days of a time expression, those before or after it where the text says so."""
    interval = time.interval or Interval(start=date.min, end=date.max)
    word = _BOUND.search(text.text, max(0, time.span.start - 10), time.span.start + 6)
    if word is None or word.end() < time.span.start:
        return interval
    if word[1].lower() in ("before", "until", "by"):
        return Interval(start=date.min, end=interval.end)
    return Interval(start=interval.start, end=date.max)


def meets(one: Interval, other: Interval) -> bool:
    """Say whether two intervals share a day."""
    return one.start <= other.end and other.start <= one.end


def _precision(interval: Interval) -> int:
    """Return how precise an interval is: 0 for days, 1 for weeks, 2 for months, 3 for years, 4 when it is open."""
    length = (interval.end - interval.start).days + 1
    return sum(length > most for most in (1, 14, 92, 4_000))


_OPEN = 4
