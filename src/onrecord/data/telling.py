"""Who is told of what is followed, how, when, and what became of each telling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from onrecord.data.following import Alert
from onrecord.data.moments import require_moment
from onrecord.data.requiring import require


class Way(StrEnum):
    """How somebody is told."""

    WEBHOOK = "webhook"
    MAIL = "mail"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Hours of the day in which nothing is told, by the clock of a zone; they may go over midnight."""

    begin: time
    end: time

    def __post_init__(self) -> None:
        require(self.begin != self.end, "quiet hours end at another time than they begin")

    def holds(self, clock: time) -> bool:
        """Say whether a time of the day is one of them."""
        if self.begin < self.end:
            return self.begin <= clock < self.end
        return clock >= self.begin or clock < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody, or something, that is told of what is followed."""

    id: str
    """That of where they are told."""
    way: Way
    target: str
    """An address of the web or of mail, or a command as a shell would read it."""
    added_at: datetime
    zone: str
    """An IANA name; hours and days are by its clock."""
    secret: str | None = None
    """The file that holds the secret a webhook is signed with; None where the environment does."""
    quiet: Quiet | None = None
    digest: time | None = None
    """The hour at which everything is told together; None where each thing is told by itself."""
    at_most: int | None = None
    """Times a day that one thing followed may be told; what is more is told together later."""

    def clock(self, at: datetime) -> datetime:
        """Return a moment by the clock of their zone."""
        return at.astimezone(UTC if self.zone == "UTC" else ZoneInfo(self.zone))

    def __post_init__(self) -> None:
        require(self.at_most is None or self.at_most > 0, "at least one thing a day is told")
        require_moment(self.added_at, "added_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a recipient is to be told something."""

    decided_at: datetime
    at: datetime
    """In UTC, as all of these moments."""
    together: bool = False
    """Whether with whatever else is due then."""
    held_back: bool = False
    """Whether it would have been told before, had not enough been told that day."""


class DeliveryState(StrEnum):
    """How far a delivery has come; the last two are final until it is asked for again."""

    WAITING = "waiting"
    TRYING = "trying"
    TOLD = "told"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One telling to one recipient, kept from the moment there was something to tell."""

    id: str
    """The same however often it is tried, so that whoever is told twice knows."""
    recipient: str
    made_at: datetime
    due_at: datetime
    together: bool = False
    state: DeliveryState = DeliveryState.WAITING
    attempts: int = 0
    code: int | None = None
    """What the last attempt was answered with: a status of HTTP or SMTP, or the exit code of a command."""
    error: str | None = None
    """Why the last attempt came to nothing."""
    told_at: datetime | None = None

    def __post_init__(self) -> None:
        require((self.state is DeliveryState.TOLD) == (self.told_at is not None), "what was told was told at a time")
        require(self.state is not DeliveryState.FAILED or self.error is not None, "a failed delivery says why")
        for name in ("made_at", "due_at", "told_at"):
            require_moment(getattr(self, name), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a delivery tells."""

    delivery: Delivery
    alerts: tuple[Alert, ...]
    """In the order in which they were noticed."""
    held_back: int = 0
    """How many of them would have been told before, had not enough been told that day."""

    def __post_init__(self) -> None:
        require(bool(self.alerts), "a delivery tells something")
        require(0 <= self.held_back <= len(self.alerts), "no more is held back than there is")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is handed to whoever tells it."""

    id: str
    """That of the delivery."""
    subject: str
    text: str
    """For people."""
    body: str
    """For programs: JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an attempt to tell something came to."""

    error: str | None = None
    """Why it was not told; no address, no secret and nothing that was told is in it."""
    code: int | None = None
    until: datetime | None = None
    """When it may be tried again, where the other side says so."""
    final: bool = False
    """Whether trying again is in vain."""
