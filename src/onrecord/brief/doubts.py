"""Days that cannot be known: the page was written on after its date, or others tell the same of another week.

"Monday" is counted from the day of publication. Who changes a page later counts from another day, and mostly does not
say so; then no date is shown, since one of two would be wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from onrecord.brief.days import days_in, is_relative, tells_of_later, times_of
from onrecord.brief.revisions import ahead_of_their_day
from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence, numbers_of
from onrecord.data import Memento
from onrecord.text.origins import count_origins

_ONE_EVENT = 0.6
"""Share of terms from which two sentences tell one event."""
_WEEKS = 14
"""Days that two datings of one event lie apart, at most; what is told again after more has come again."""


_Years = dict[tuple[int, int], dict[date, list[Memento]]]
"""Who tells of a day, by its month and number: what is written on a year later takes "8 August" for the one before."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence and a day of it."""

    sentence: Sentence
    day: date
    relative: bool


def without_doubted_days(told: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences, those marked whose weekdays cannot be known."""
    times = {one.place: times_of(one) for one in told}
    ahead = ahead_of_their_day(told)
    went_on = {document for document, _ in ahead} | {
        one.memento.document.id for one in told if any(tells_of_later(one, time) for time in times[one.place])
    }
    days: dict[int, list[_Dated]] = defaultdict(list)
    years: _Years = defaultdict(lambda: defaultdict(list))
    for one in told:
        for time in times[one.place]:
            if time.interval and days_in(time) == 0:
                start = time.interval.start
                days[start.weekday()].append(_Dated(one, start, is_relative(time)))
                years[start.month, start.day][start].append(one.memento)
    doubted = {
        each.sentence.place for same in days.values() for each in same if each.relative and _is_rivalled(each, same)
    } | {one.sentence.place for one in chain(*days.values()) if not one.relative and _is_of_another_year(one, years)}
    return tuple(
        replace(one, unsure=True) if one.place in doubted or one.memento.document.id in went_on else one
        for one in told
        if one.place not in ahead
    )


def _is_rivalled(one: _Dated, same_weekday: Iterable[_Dated]) -> bool:
    """Say whether as many origins tell the same of that weekday in another week as do of this one."""
    told: dict[date, list[Memento]] = defaultdict(list)
    for other in same_weekday:
        if abs((other.day - one.day).days) <= _WEEKS and _tell_one_event(one.sentence, other.sentence):
            told[other.day].append(other.sentence.memento)
    here = count_origins(told.pop(one.day))
    return any(count_origins(there) >= here for there in told.values())


def _is_of_another_year(one: _Dated, years: _Years) -> bool:
    """Say whether as many origins tell of the same day of another year as do of this one."""
    told = years[one.day.month, one.day.day]
    here = count_origins(told[one.day]) if len(told) > 1 else 0
    return any(count_origins(there) >= here for day, there in told.items() if day != one.day)


def _tell_one_event(one: Sentence, other: Sentence) -> bool:
    fewer, more = sorted((numbers_of(one), numbers_of(other)), key=len)
    return alike(one.terms, other.terms) >= _ONE_EVENT and fewer <= more
