"""Following: how the record on a statement changes as more is published."""

from __future__ import annotations

from onrecord.follow.history import replay, settled

__all__ = ("replay", "settled")
