"""What is followed, and what there is to tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.data.moments import require_moment
from onrecord.data.requiring import require
from onrecord.data.verdicts import Label


class FollowedKind(StrEnum):
    """What is followed."""

    STATEMENT = "statement"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A statement whose verdict, or a topic whose record, is looked at again whenever the archive grows."""

    id: str
    """That of the statement, which its words give; a topic's comes from its words, too."""
    words: str
    added_at: datetime
    kind: FollowedKind = FollowedKind.STATEMENT
    looked_at: datetime | None = None
    """As of when the record was last read for it."""
    label: Label | None = None
    """What it said then of a statement."""

    def __post_init__(self) -> None:
        require(bool(self.words.strip()), "what is followed has words")
        judged = self.looked_at is not None and self.kind is FollowedKind.STATEMENT
        require(judged == (self.label is not None), "a label comes from a look at the record on a statement")
        for name in ("added_at", "looked_at"):
            require_moment(getattr(self, name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is kept of something followed."""

    followed: Followed
    trace: str | None = None
    """Of what was found for it when the record was last read."""
    verdict: str | None = None
    """The verdict that stands, as JSON."""


class NoticeKind(StrEnum):
    """What is told."""

    TRANSITION = "transition"
    UPDATE = "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A transition or an update put down to be told, so that nothing else is needed to tell it."""

    id: str
    """That of its entry in the feeds."""
    title: str
    text: str
    """For people, in lines."""
    kind: NoticeKind
    shape: str
    """The transition or the update as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """News of something followed, as it is kept: told once."""

    number: int
    """From 1, in the order in which they were noticed."""
    followed: str
    """The id of what is followed."""
    noticed_at: datetime
    notice: Notice

    def __post_init__(self) -> None:
        require(self.number > 0, "alerts are numbered from 1")
        require_moment(self.noticed_at, "noticed_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, a sitemap of news or a page that the archive is filled from, and how it fares."""

    url: str
    added_at: datetime
    due_at: datetime
    """When it is asked again."""
    checked_at: datetime | None = None
    succeeded_at: datetime | None = None
    error: str | None = None
    """Why it could not be read when it was last asked; None when it could."""
    failures: int = 0
    """In a row."""
    failed_at: datetime | None = None
    """When it failed the last time, however it fares since."""
    last_error: str | None = None
    """Why it failed then."""
    moved_to: str | None = None
    """Where its server says that it is from now on."""
    etag: str | None = None
    modified: str | None = None

    def __post_init__(self) -> None:
        require((self.error is None) == (self.failures == 0), "a source fails with an error")
        require((self.last_error is None) == (self.failed_at is None), "a source failed at a time")
        for name in ("added_at", "due_at", "checked_at", "succeeded_at", "failed_at"):
            require_moment(getattr(self, name), name)
