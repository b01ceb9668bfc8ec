"""When somebody is told of a change, and when they are told again after an attempt that came to nothing.

Hours are by the clock of the recipient's zone, so they move with summer time. The clock is read minute by minute, which
takes a few milliseconds and is right on every day a zone can have: those without a half past two, those with two of
them, and those that a zone left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from onrecord.data import Delivery, DeliveryState, Due, Outcome, Recipient

WAITS = tuple(timedelta(seconds=each) for each in (5, 300, 1800, 7200, 18_000, 36_000, 36_000))
"""Before another attempt, after the first, the second …: the schedule that Standard Webhooks gives as an example."""
LONGEST_WAIT = timedelta(days=1)
"""For which the other side's own wish to be left alone is heeded."""
MORNING = time(8)
"""When somebody is told what was held back, if they named no hour at which to be told everything."""
_MINUTE = timedelta(minutes=1)
_SEARCHED = 3 * 24 * 60
"""Minutes; a zone that changed sides of the date line left out one whole day."""


def due(recipient: Recipient, *, at: datetime, told: Callable[[datetime], int]) -> Due:
    """Say when a recipient is told of what was noticed at ``at``.

    Args:
        recipient: who.
        at: now.
        told: how often they were told of the same thing since a moment.
    """
    if recipient.digest is not None:
        hour = _next(recipient, recipient.digest, after=at)
        return Due(decided_at=at, at=_loud(recipient, hour), together=True)
    if recipient.at_most is not None and told(_midnight(recipient, at)) >= recipient.at_most:
        hour = _next(recipient, MORNING, after=at)
        return Due(decided_at=at, at=_loud(recipient, hour), together=True, held_back=True)
    loud = _loud(recipient, at)
    return Due(decided_at=at, at=loud, together=loud > at)


def begun(delivery: Delivery) -> Delivery:
    """Return a delivery that is about to be tried."""
    return replace(delivery, state=DeliveryState.TRYING, attempts=delivery.attempts + 1)


def ended(delivery: Delivery, outcome: Outcome, *, recipient: Recipient, at: datetime) -> Delivery:
    """Return a delivery after an attempt: told, to be tried again, or given up."""
    known = replace(delivery, code=outcome.code, error=outcome.error)
    if outcome.error is None:
        return replace(known, state=DeliveryState.TOLD, told_at=at)
    if outcome.final or delivery.attempts > len(WAITS):
        return replace(known, state=DeliveryState.FAILED)
    again = at + WAITS[delivery.attempts - 1]
    if outcome.until is not None:
        again = min(max(again, outcome.until.astimezone(UTC)), at + LONGEST_WAIT)
    return replace(known, due_at=_loud(recipient, again))


def _loud(recipient: Recipient, at: datetime) -> datetime:
    """Return ``at``, or the end of the quiet hours it falls into."""
    if recipient.quiet is None:
        return at
    moment = at
    for _ in range(_SEARCHED):
        if not recipient.quiet.holds(recipient.clock(moment).time()):
            break
        moment = _minute(moment) + _MINUTE
    return moment


def _next(recipient: Recipient, hour: time, *, after: datetime) -> datetime:
    """Return the next moment at which the clock comes to an hour, or passes it where a day has no such hour.

    Where it comes to it twice, the first time counts.
    """
    moment = _minute(after)
    before = recipient.clock(moment)
    for _ in range(_SEARCHED):
        moment += _MINUTE
        clock = recipient.clock(moment)
        came = before.time() < hour or before.date() < clock.date()
        if came and clock.time() >= hour and not clock.fold:
            break
        before = clock
    return moment


def _midnight(recipient: Recipient, at: datetime) -> datetime:
    """Return when the recipient's day began."""
    clock = recipient.clock(at)
    return datetime.combine(clock, time(), clock.tzinfo).astimezone(UTC)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
