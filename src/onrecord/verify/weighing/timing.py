"""Words of the record that were published too early to be of what a statement tells."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from onrecord.data import Memento, Reason, ReasonCode, StatementKind, day_of, latest
from onrecord.text.dates.tense import is_done
from onrecord.verify.comparing.claims import Claim
from onrecord.verify.comparing.findings import day_words
from onrecord.verify.comparing.times import meets
from onrecord.verify.reading.gist import Gist

_A_DAY = timedelta(days=1)
_JUST_NOW = timedelta(days=31)
"""How long before a page something may have come about that it tells of without a time. Of 45 statements of 40 news
pages that were on record in other words 22 were so wrongly, 12 by a report older than this; of the others two."""
_LATE = 10
"""The hour of UTC from which on it is the next day somewhere."""
_NO_STOP = re.compile(r"(?:\w|\.{3}|…)$")


def too_early(claim: Claim, there: Gist, memento: Memento, *, day: date) -> Reason | None:
    """Return why words of the record, published on ``day``, were out too early to be of what a claim tells."""
    return _foretold(claim, there, memento) or _long_before(claim, day)


def _foretold(claim: Claim, there: Gist, memento: Memento) -> Reason | None:
    """Return why words of the record cannot tell that something was done: they were out before the day of it.

    Late by the clock of the archive it was the next day further east; what they themselves tell of as to come was not.
    """
    if memento.at is None:
        return None
    day = day_of(last := max(memento.at, memento.document.modified_at or memento.at, key=latest))
    eastern = day + _A_DAY if isinstance(last, datetime) and last.hour >= _LATE else day
    ahead = [time.interval for time in there.times if time.interval and time.interval.start > day]
    for time in claim.gist.times:
        when = time.interval
        if when is None or when.start <= day or not is_done(claim.gist.text, time.span.start, time.span.end):
            continue
        given = any(sign.isdigit() for sign in time.words)  # "on Friday" may be that of the report
        if (given and when.start > eastern) or any(meets(when, one) for one in ahead):
            return _told_before(day_of(memento.at), when.start)
    return None


def _long_before(claim: Claim, day: date) -> Reason | None:
    """Return why words published long before a page are of something else than what the page tells of.

    What a page tells without a time has just come about; what stays so, and what it says of old times, has not. A
    headline, which ends without a stop, says in the present what has come about.
    """
    told = claim.around.told
    timed = claim.statement.time or any(time.interval for time in claim.gist.times)
    stays = claim.statement.kind is StatementKind.STATE and not _NO_STOP.search(claim.statement.text)
    if told is None or timed or stays or told - day <= _JUST_NOW:
        return None
    return _told_before(day, told)


def _told_before(day: date, told: date) -> Reason:
    words = f"on record of {day_words(day)}, and told of on {day_words(told)}"
    return Reason(code=ReasonCode.DATE_DIFFERS, words=words)
