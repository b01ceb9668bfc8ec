"""What happened when: sentences by the days they speak of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.brief.sentences import Sentence, say_the_same
from onrecord.data import Interval, day_of
from onrecord.text.dates import TimeExpression, find_times

_LONGEST = 7  # days; what lasts longer is no entry


def times_of(sentence: Sentence) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a sentence, counted from the day it was published."""
    at = sentence.memento.at
    return find_times(sentence.words, anchor=day_of(at) if at is not None else None)


def entries(sentences: Sequence[Sentence], *, most: int) -> tuple[tuple[Interval, Sentence], ...]:
    """Return the best sentence for each day, in order of days; an event told on two days is told once."""
    best: dict[date, tuple[Interval, Sentence]] = {}
    for sentence in sentences:
        short = [
            t.interval for t in times_of(sentence) if t.interval and (t.interval.end - t.interval.start).days < _LONGEST
        ]
        if not short:
            continue
        interval = min(short, key=lambda found: (found.end - found.start, found.start))
        told = any(say_the_same(sentence, other) for _, other in best.values())
        if interval.start not in best and not told:
            best[interval.start] = (interval, sentence)
        if len(best) == most:
            break
    return tuple(best[day] for day in sorted(best))


def dated(sentence: Sentence) -> str:
    """Return the words of a sentence with the day in brackets behind each that is named from the day of report."""
    parts, end = [], 0
    for time in times_of(sentence):
        relative = not any(sign.isdigit() for sign in time.words)
        if time.interval is not None and relative and time.interval.start == time.interval.end:
            day = time.interval.start
            parts += [sentence.words[end : time.span.end], f" [{day.day} {day:%B %Y}]"]
            end = time.span.end
    return "".join((*parts, sentence.words[end:]))
