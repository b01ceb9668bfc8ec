"""The dates that people give, and the one that governs a run, for every face alike."""
# ruff: noqa: PLC0415 (`onrecord --help` needs no date)

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import UsageError

if TYPE_CHECKING:
    from datetime import datetime

    from onrecord.data import Moment


def moment(given: Moment | str) -> Moment:
    """Read a day or an instant, given in words or as what it is.

    Raises:
        UsageError: it is neither, or an instant without a zone.
    """
    from onrecord.text.moments import parse_moment

    words = given if isinstance(given, str) else given.isoformat()
    try:
        return parse_moment(words)
    except (ValueError, OverflowError) as error:
        why = str(error) if any(sign.isdigit() for sign in words) else "it is neither a day nor an instant"
        fix = "write a day as 2025-05-19, or an instant as 2025-05-19T14:30:00Z"
        raise UsageError(f"{words!r} is not a date", why=why, fix=fix) from error


def as_of(given: Moment | str | None) -> Moment:
    """Return the date that governs a run: now when none is given.

    Raises:
        UsageError: it is no date, has no time zone, or has not come yet.
    """
    if given is None:
        return _now()
    return _past(
        moment(given), "what will be on record then is not known", "name an earlier date, or leave it out for now"
    )


def published(given: Moment | str) -> Moment:
    """Return when a page was published, as whoever hands it in says.

    Raises:
        UsageError: it is no date, has no time zone, or has not come yet.
    """
    return _past(
        moment(given), "a page that is at hand was published already", "name the day it is of, or leave it out"
    )


def _past(asked: Moment, why: str, fix: str) -> Moment:
    from datetime import datetime

    from onrecord.data import day_of
    from onrecord.text.moments import format_moment

    now = _now()
    if asked > now if isinstance(asked, datetime) else asked > day_of(now):
        why = f"it is {format_moment(now)}, and {why}"
        raise UsageError(f"{format_moment(asked)} lies in the future", why=why, fix=fix)
    return asked


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC).replace(microsecond=0)
