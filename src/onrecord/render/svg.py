"""Charts, drawn in the colour of the text around them: when things happened, how a figure was reported, what stood.

Every chart says in ``<title>`` and ``<desc>`` what it shows, and stands beside a table or list that says the same.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from onrecord.data import FigurePoint, Interval, Moment, TimelineEntry, Verdict, day_of
from onrecord.render import phrases, words
from onrecord.render.visible import visible

WIDTH = 720
_LEFT, _RIGHT, _TOP, _BASE = 16, 704, 34, 200
_LANE = 24
"""Height of one row of marks above a timeline."""
_MOST_TICKS = 6
_MONTH_STEPS = (1, 3, 12, 60, 120, 600, 1200, 6000)
"""Months between two ticks of an axis: a month, a quarter, a year, then round numbers of years."""
_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """Draws charts in the language of a page."""

    _: Callable[..., str] = phrases.filled
    date: Callable[[Moment], str] = phrases.day
    dates: Callable[[Interval], str] = phrases.days
    figure: Callable[[FigurePoint], str] = words.figure
    months: tuple[str, ...] = _MONTHS
    """The names of months on an axis."""
    mark: str = ""
    """What stands there behind the number of a day."""

    def timeline(self, entries: Sequence[TimelineEntry]) -> Markup:
        """Draw dated entries on one line, each with its number in the list beside it; a stretch of days is a bar."""
        axis = _Axis([day for entry in entries for day in (entry.time.start, entry.time.end)])
        lanes: list[float] = []
        marks = []
        for number, entry in enumerate(entries, start=1):
            start, end = axis.at(entry.time.start), axis.at(entry.time.end)
            lane = next((lane for lane, taken in enumerate(lanes) if taken + _LANE <= start), len(lanes))
            lanes[lane : lane + 1] = [max(start, end)]
            marks.append((number, start, end, lane, entry))
        base = _LANE * len(lanes) + 12
        drawn = Markup("").join(
            Markup(
                '<g><title>{}</title><rect x="{:.1f}" y="{}" width="{:.1f}" height="18" rx="9" class="mark"/>'
                '<text x="{:.1f}" y="{}" text-anchor="middle" class="in">{}</text></g>'
            ).format(
                visible(f"{self.dates(entry.time)}: {entry.sentence.text}"),
                start - 9,
                base - _LANE * (lane + 1),
                end - start + 18,
                (start + end) / 2,
                base - _LANE * (lane + 1) + 13,
                number,
            )
            for number, start, end, lane, entry in marks
        )
        return self._chart(self._("Timeline"), len(entries), axis, base, drawn)

    def figures(self, points: Sequence[FigurePoint]) -> Markup:
        """Draw how one figure was reported over time: the last of each who counted filled, those before it hollow."""
        points = sorted(
            (each for each in points if math.isfinite(each.value)), key=lambda each: day_of(each.reported_at)
        )
        if not points:
            return Markup("")
        axis = _Axis([day_of(point.reported_at) for point in points])
        places = [*zip((axis.at(day_of(each.reported_at)) for each in points), _heights(points), points, strict=True)]
        told: dict[str | None, list[str]] = {}
        last = {each.counted_by or each.source: each for each in points}
        for x, y, each in places:
            steps = told.setdefault(each.counted_by or each.source, [])
            steps.append(f"{'H' if steps else 'M'}{x:.1f}{' V' if steps else ','}{y:.1f}")
        dots = Markup("").join(
            Markup(
                '<g><title>{}</title><circle cx="{:.1f}" cy="{:.1f}" r="5" class="{}"/>'
                '<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text></g>'
            ).format(
                visible(
                    f"{self.figure(each)}, {self.date(each.reported_at)}, {each.source or self._('publisher unknown')}"
                ),
                x,
                y,
                "last" if each is last[each.counted_by or each.source] else "before",
                x,
                y - 12,
                _anchor(x),
                self.figure(each),
            )
            for x, y, each in places
        )
        # One line for each who counted, or reported: what two of them counted is no rise from the one to the other.
        line = Markup('<path d="{}" class="step"/>').format(" ".join(step for each in told.values() for step in each))
        title = f"{self._('Reported over time')}: {words.counted(points[0])}"
        return self._chart(title, len(points), axis, _BASE, line + dots)

    def verdicts(self, spells: Sequence[tuple[Interval, Verdict]]) -> Markup:
        """Draw for how long each verdict held: a bar from its first day to its last, with the number of its entry."""
        axis = _Axis([day for held, _ in spells for day in (held.start, held.end + timedelta(days=1))])
        bars = Markup("").join(
            Markup(
                '<g><title>{}</title><rect x="{:.1f}" y="10" width="{:.1f}" height="22" class="spell {}"/>'
                '<text x="{:.1f}" y="26" text-anchor="middle" class="in">{}</text></g>'
            ).format(
                visible(f"{self.dates(held)}: {self._(verdict.label.words)}"),
                axis.at(held.start),
                max(1.0, axis.at(held.end + timedelta(days=1)) - axis.at(held.start)),
                verdict.label,
                (axis.at(held.start) + axis.at(held.end + timedelta(days=1))) / 2,
                number,
            )
            for number, (held, verdict) in enumerate(spells, start=1)
        )
        return self._chart(self._("The verdict over time"), len(spells), axis, 44, bars)

    def _chart(self, title: str, drawn: int, axis: _Axis, base: float, marks: Markup) -> Markup:
        """Return a drawing over its axis, with what it shows in words."""
        held = self.dates(Interval(start=axis.first, end=axis.last))
        same = self._("what stands beside it says the same")
        shows = phrases.sentence(f"{self._('entries: %(count)s', count=drawn)}, {held}; {same}")
        return Markup(
            '<svg class="chart" viewBox="0 0 {} {:.0f}" role="img" xmlns="http://www.w3.org/2000/svg">'
            "<title>{}</title><desc>{}</desc>{}</svg>"
        ).format(WIDTH, base + 30, visible(title), visible(shows), marks + axis.drawn(base, self.months, self.mark))


def _heights(points: Sequence[FigurePoint]) -> list[float]:
    """Return how high each value stands, counted from nought, as figures that are counted must be."""
    largest = max(abs(each.value) for each in points) or 1.0  # divided by it, no difference is too large for a float
    shares = [each.value / largest for each in points]
    low = min(0.0, *shares)
    room = max(0.0, *shares) - low or 1.0
    return [_BASE - (share - low) / room * (_BASE - _TOP) for share in shares]


def _anchor(x: float) -> str:
    """Return which way a label runs so that it stays inside the chart."""
    return "start" if x < _LEFT + 60 else "end" if x > _RIGHT - 60 else "middle"


class _Axis:
    """Days from left to right."""

    def __init__(self, days: Sequence[date]) -> None:
        self.first, self.last = min(days), max(days)
        self.days = (self.last - self.first).days

    def at(self, day: date) -> float:
        """Return the place of a day; where there is one day only it stands in the middle."""
        share = (day - self.first).days / self.days if self.days else 0.5
        return _LEFT + 12 + share * (_RIGHT - _LEFT - 24)

    def drawn(self, base: float, months: Sequence[str], mark: str) -> Markup:
        """Draw the line, its ticks and their labels."""
        line = Markup('<line x1="{}" y1="{:.0f}" x2="{}" y2="{:.0f}" class="axis"/>').format(_LEFT, base, _RIGHT, base)
        ticks = (
            Markup(
                '<line x1="{0:.1f}" y1="{1:.0f}" x2="{0:.1f}" y2="{2:.0f}" class="axis"/>'
                '<text x="{0:.1f}" y="{3:.0f}" text-anchor="{4}">{5}</text>'
            ).format(self.at(day), base, base + 5, base + 20, _anchor(self.at(day)), label)
            for day, label in self._ticks(months, mark)
        )
        return line + Markup("").join(ticks)

    def _ticks(self, names: Sequence[str], mark: str) -> list[tuple[date, str]]:
        """Return the ticks and their labels: days where there are few, else the finest round months or years."""
        if self.days < _MOST_TICKS * 10:
            step = max(1, math.ceil(self.days / _MOST_TICKS))
            days = [self.first + timedelta(days=offset) for offset in range(0, self.days + 1, step)]
            return [
                (day, f"{day.day}{mark} {names[day.month - 1]}" + (f" {day.year}" if day == self.first else ""))
                for day in days
            ]
        for months in _MONTH_STEPS:
            days = list(_round_months(self.first, self.last, months))
            if len(days) <= _MOST_TICKS:
                break
        if months >= 12:
            return [(day, f"{day.year}") for day in days]
        named = ((day, names[day.month - 1]) for day in days)
        return [(day, f"{name} {day.year}" if day == days[0] or day.month == 1 else name) for day, name in named]


def _round_months(first: date, last: date, step: int) -> Iterator[date]:
    """Return the first days of every ``step``-th month, counted from January of year 0."""
    month = -(-(first.year * 12 + first.month - (first.day == 1)) // step) * step
    while month // 12 <= date.max.year:
        day = date(month // 12, month % 12 + 1, 1)
        if day > last:
            return
        yield day
        month += step
