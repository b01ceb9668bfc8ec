"""What the open web was asked, what it named, and what became of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from onrecord.data.moments import Moment, require_moment
from onrecord.data.requiring import require


class LeadDate(StrEnum):
    """What the date is that an index gives with an address. None of them dates a document: its own page does that."""

    PUBLISHED = "published"
    """Its publisher states it."""
    FIRST_SEEN = "first_seen"
    """The index saw it then, which may be later than it was published."""
    TOLD_OF = "told_of"
    """Something that happened then is told with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What an index is asked for: words, and the terms of them that count most, the first the most."""

    words: str
    terms: tuple[str, ...]
    """Single words, and names of several."""

    def __post_init__(self) -> None:
        require(bool(self.words.strip()), "a query has words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An earlier fact-check, told beside verdicts and never read as evidence: it repeats the claim it is about."""

    claim: str
    rating: str
    """In the words of who reviewed it."""
    claimant: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """An address that an index names for a query."""

    url: str
    title: str | None = None
    at: Moment | None = None
    dated: LeadDate | None = None
    """What ``at`` is; None exactly where there is none."""
    review: Review | None = None
    """What stands there, where it is an earlier fact-check."""

    def __post_init__(self) -> None:
        require_moment(self.at, "at")
        require((self.at is None) == (self.dated is None), "a date and its kind come together")


class AskedState(StrEnum):
    """How it went with a source."""

    ANSWERED = "answered"
    FAILED = "failed"
    """It could not be asked to the end; what it named before counts."""
    LEFT_OUT = "left_out"
    """It cannot answer for the date asked for, or not without a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A source of the open web, and what it gave."""

    source: str
    state: AskedState
    leads: tuple[Lead, ...] = ()
    why: str | None = None
    """Why it failed or was left out; None exactly where it answered."""
    since: datetime | None = None
    """From when on it was searched; None where that is as far back as it goes."""
    copies: int | None = None
    """How many pages it gave copies of, where it is an archive of the web; None for what names pages."""

    def __post_init__(self) -> None:
        require(self.copies is None or (self.copies >= 0 and not self.leads), "an archive of the web names no pages")
        require_moment(self.since, "since")
        require((self.why is None) == (self.state is AskedState.ANSWERED), "a source that did not answer says why")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A page that was named, and what became of it."""

    url: str
    sources: tuple[str, ...]
    """Which named it."""
    document_id: str | None = None
    """What it is in the archive."""
    copy: str | None = None
    """The address of the copy that was taken instead of the page, which is gone or was changed later."""
    why: str | None = None
    """Why it is not in the archive, or why a copy was looked for."""

    def __post_init__(self) -> None:
        require(self.document_id is not None or self.why is not None, "a page that is not in the archive says why")
        require(self.copy is None or self.document_id is not None, "a copy is in the archive")


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was asked of the open web before the archive was."""

    queries: tuple[str, ...]
    as_of: Moment
    asked: tuple[Asked, ...]
    pages: tuple[Capture, ...]
    unread: int = 0
    """Pages that were named and not asked for, because there were too many."""

    def __post_init__(self) -> None:
        require_moment(self.as_of, "as_of")

    @property
    def reviews(self) -> tuple[Lead, ...]:
        """The earlier fact-checks that were named, each once."""
        named = [lead for each in self.asked for lead in each.leads if lead.review]
        return tuple({lead.url: lead for lead in reversed(named)}.values())[::-1]
