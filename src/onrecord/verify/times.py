"""Comparing times: days as intervals, each with the precision it is given in."""

from __future__ import annotations

from onrecord.data import Interval, ReasonCode
from onrecord.verify.findings import Finding, clash
from onrecord.verify.gist import Gist


def compare_times(here: Gist, there: Gist, *, record: str, reported: Interval | None) -> Finding:
    """Hold each time of a statement against those of the record; ``reported`` are the days of its publication.

    Times clash when they are equally precise and apart, a month against a month, and nothing else in the
    record meets the statement's.
    """
    recorded = [(time.span, time.interval) for time in there.times if time.interval is not None]
    finding = Finding()
    for time in here.times:
        if time.interval is None:
            continue
        interval = time.interval
        if any(meets(interval, other) for _, other in recorded) or (
            reported and not recorded and meets(interval, reported)
        ):
            finding += Finding(met=(time.span,))
            continue
        rivals = [span for span, other in recorded if _days(interval) == _days(other)]
        if rivals:
            said, held = (here.text, time.span), (there.text, rivals[0])
            finding += Finding(clashes=(clash(ReasonCode.DATE_DIFFERS, said, held, record=record),))
        else:
            finding += Finding(missing=(time.span,))
    return finding


def meets(one: Interval, other: Interval) -> bool:
    """Say whether two intervals share a day."""
    return one.start <= other.end and other.start <= one.end


def _days(interval: Interval) -> int:
    """Return the precision of an interval: 0 for days, 1 for weeks, 2 for months, 3 for a year and more."""
    length = (interval.end - interval.start).days + 1
    return sum(length > most for most in (1, 14, 92))
