"""The history of a verdict, replayed from the archive alone.

A verdict can change only with what is published or changed. So the record is asked as of the last day first, then at
the end of every day on which something it brings up was, and so on back, until nothing new is brought up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from onrecord.data import Found, Label, Moment, Origins, ReasonCode, Verdict, day_of, latest

Judge = Callable[[Moment], tuple[Verdict, Found]]
"""Says what the record says of a statement as of a moment, and what was found for it."""


def replay(judge: Judge, *, as_of: Moment, since: date | None = None) -> Iterator[Verdict]:
    """Yield the verdict as of every day that may have changed it, in no order.

    Args:
        judge: asked once for each day.
        as_of: the last moment; a verdict as of it is always among them.
        since: the first day; by default the one before anything that bears on the statement was published.
    """
    last = day_of(as_of)
    verdict, found = judge(as_of)
    yield verdict
    judged, waiting = {last}, _published(found)
    while waiting:
        day = max(waiting)
        waiting.remove(day)
        if day in judged or day > last or (since is not None and day < since):
            continue
        verdict, found = judge(day)
        yield verdict
        judged.add(day)
        waiting |= _published(found) - judged
    first = since or min(judged) - timedelta(days=1)
    if first not in judged:
        yield judge(first)[0]


def settled(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Return verdicts in order of time, without those that say what the one before them said."""
    told: list[Verdict] = []
    for verdict in sorted(verdicts, key=lambda each: latest(each.as_of)):
        if not told or _said(verdict) != _said(told[-1]):
            told.append(verdict)
    return tuple(told)


def _said(verdict: Verdict) -> tuple[Label, Origins, frozenset[ReasonCode]]:
    """Return the label, the origins on either side, and why nothing is on record where that is so."""
    silent = verdict.label is Label.NOT_ENOUGH_EVIDENCE
    return verdict.label, verdict.origins, frozenset(each.code for each in verdict.reasons if silent)


def _published(found: Found) -> set[date]:
    documents = (one.memento.document for one in found.candidates)
    return {day_of(at) for each in documents for at in (each.published_at, each.modified_at) if at is not None}
