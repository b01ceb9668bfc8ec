"""How verdicts changed over time, in words."""

from __future__ import annotations

from datetime import timedelta

from onrecord.data import Evidence, History, Interval, News, Transition, Verdict, day_of
from onrecord.render.phrases import count, stretch


def spells(given: History) -> tuple[tuple[Interval, Verdict], ...]:
    """Return the verdicts of a history, each with the days for which it held."""
    starts = [day_of(each.as_of) for each in given.verdicts]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), day_of(given.as_of)]
    return tuple(
        (Interval(start=start, end=max(start, end)), verdict)
        for start, end, verdict in zip(starts, ends, given.verdicts, strict=True)
    )


def turns(given: History) -> str:
    """Say how often the verdict changed, and from when to when the record was read."""
    changed = count(len(given.transitions), "change")
    days_read = stretch(day_of(given.verdicts[0].as_of), day_of(given.as_of))
    return f"{changed if given.transitions else 'no change'} of the verdict, {days_read}"


def turn(given: Transition) -> str:
    """Say which label became which."""
    return f"{given.before.label.words} → {given.after.label.words}"


def looked(given: News) -> str:
    """Say how much was looked at, and how much of it is news; of what is told again, how much that is."""
    new = f", {count(len(given.updates), 'topic')} with something new" if given.updates else ""
    told_again = not given.looked and (given.transitions or given.updates)
    looked_at = "" if told_again else f"{given.looked:,} followed and looked at, "
    return f"{looked_at}{count(len(given.transitions), 'change')} of a verdict{new}."


def gained(given: History, verdict: Verdict) -> tuple[Evidence, ...]:
    """Return the evidence on which a verdict of a history came to be, or stands where it is the first."""
    made = (each.gained for each in given.transitions if each.after is verdict)
    return next(made, verdict.evidence)
