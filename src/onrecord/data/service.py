"""What a service keeps between requests: work that was asked for, people, and what they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from hashlib import sha256

from onrecord.data.requiring import require


class JobKind(StrEnum):
    """What a job makes; its result has the shape of the command of that name."""

    CHECK = "check"
    BRIEF = "brief"
    HISTORY = "history"
    ADD = "add"


class JobState(StrEnum):
    """How far a job has come; the last three are final."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing more will happen to it."""
        return self in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work that was asked for and is not forgotten until it is done, whatever happens to the process."""

    id: str
    """16 hexadecimal digits drawn by chance; what the job makes is found under it too."""
    kind: JobKind
    title: str
    """A few words for people: the page's title, or the topic."""
    by: str
    """Who asked for it."""
    asked_at: datetime
    state: JobState = JobState.WAITING
    began_at: datetime | None = None
    ended_at: datetime | None = None
    done: int = 0
    """Statements judged, or documents stored, so far."""
    total: int | None = None
    """Of how many, once that is known."""
    attempts: int = 0
    """How often it was begun; a job whose process died is begun again."""
    error: str | None = None
    """Why it failed: a problem as JSON."""

    def __post_init__(self) -> None:
        require(self.state is not JobState.FAILED or self.error is not None, "a failed job says why")
        require(self.state.is_final == (self.ended_at is not None), "a job has ended exactly when its state is final")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was handed in, kept as it came so that it can be read again."""

    about: str
    """JSON: what was asked of the body."""
    body: bytes = b""

    @property
    def digest(self) -> str:
        """What tells one request from another."""
        return sha256(self.about.encode() + b"\0" + self.body).hexdigest()


class Role(IntEnum):
    """What somebody may do; each role may do what those before it may."""

    READ = 1
    """Search and read; start nothing that takes long."""
    CHECK = 2
    """Have pages checked and topics written up."""
    WRITE = 3
    """Add documents and notes."""
    ADMIN = 4
    """See and change who may do what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with a token, of which only a digest is kept."""

    name: str
    role: Role
    added_at: datetime

    def __post_init__(self) -> None:
        require(0 < len(self.name) <= 80 and self.name.isprintable(), "a name has 1 to 80 characters, all printable")
        require(self.name == self.name.strip(), "a name neither begins nor ends with a space")


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A line of the audit log: who did what, when, and how it ended. No text and no token is in it."""

    at: datetime
    by: str
    action: str
    """Such as ``POST /api/v1/checks``."""
    target: str
    """The id of what it was done to or what it made; empty where there is none."""
    status: int
    """The HTTP status it was answered with."""
    request_id: str
