"""Following: how the record on a statement changes as more is published, and what of it is news."""

from __future__ import annotations

from onrecord.follow.history import replay, settled
from onrecord.follow.polling import failed, put_off, succeeded
from onrecord.follow.standing import stands_aside, trace, transition
from onrecord.follow.telling import begun, due, ended

__all__ = (
    "begun",
    "due",
    "ended",
    "failed",
    "put_off",
    "replay",
    "settled",
    "stands_aside",
    "succeeded",
    "trace",
    "transition",
)
