"""When a sentence speaks of, and what it counts: times and figures of 300 news sentences against a careful reader.

Data: sentences of ``news/articles.jsonl.xz``, drawn by ``draw.py`` and annotated by ``guidelines.md`` in
``annotations.jsonl``: 150 for development, whose misses ``python -m benchmarks.times.misses`` tells, and 300 that
are only counted.

A time is right when exactly the annotated days are given. Wrong are other days, days for what means none (a duration,
"that week"), and days where there is no time, all in shares of the times that mean days; the rest is left unresolved,
and said so, or is missed. Of durations, ages, sets and what nobody can tell it counts whether they are said to be that. dateparser alone is the baseline: what its search finds, as long as the period it tells. A figure is
right when value, unit and bound are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import dateparser.search
from benchmarks.times.annotated import Sentence, sentences
from benchmarks.times.scoring import figures, times
from dateparser.date import DateDataParser

from onrecord.data import Interval, Span
from onrecord.text.dates import TimeExpression
from onrecord.text.dates.days import month, one, week, year
from onrecord.text.numbers import find_figures
from onrecord.text.undated import find_all


def ours(sentence: Sentence) -> Sequence[TimeExpression]:
    return find_all(sentence.text, anchor=sentence.published)


def by_dateparser(sentence: Sentence) -> Sequence[TimeExpression]:
    """Return the times that dateparser finds, each the day, week, month or year that it tells."""
    settings = {
        "RELATIVE_BASE": datetime.combine(sentence.published, datetime.min.time()),
        "PREFER_DATES_FROM": "past",
    }
    parser = DateDataParser(languages=["en"], settings=settings)
    found: list[TimeExpression] = []
    end = 0
    for words, at in dateparser.search.search_dates(sentence.text, languages=["en"], settings=settings) or ():
        start = sentence.text.index(words, end)
        end = start + len(words)
        period = parser.get_date_data(words).period
        span = Span(start=start, end=end)
        found.append(TimeExpression(span=span, interval=_as_long_as(period, at), words=words))
    return found


def _as_long_as(period: str, at: datetime) -> Interval:
    day = at.date()
    if period == "year":
        return year(day.year)
    if period == "month":
        return month(day.year, day.month)
    return week(day) if period == "week" else one(day)


def run() -> dict[str, float]:
    read = sentences("measure")
    baseline = {f"dateparser_{name}": value for name, value in times(read, by_dateparser).items()}
    return {"sentences": len(read)} | times(read, ours) | figures(read, find_figures) | baseline
