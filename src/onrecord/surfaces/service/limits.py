"""How much a service does for whoever asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The bounds of one service; the defaults are for two cores."""

    body: int = 32 << 20
    """Bytes of a request, unpacked: what the command line reads of a page too."""
    body_seconds: float = 30.0
    """Within which a request must have arrived."""
    head_seconds: float = 10.0
    """Within which the lines before the body must have arrived."""
    jobs: int = 2
    """Jobs worked on at one time."""
    waiting_jobs: int = 100
    """Jobs that may wait for their turn; what comes then is told to come again."""
    job_seconds: float = 900.0
    """After which a job is given up: a book of 4,000 statements takes about as long."""
    attempts: int = 3
    """How often a job is begun whose process died over it."""
    quick: int = 4
    """Searches and reads at one time."""
    slow: int = 2
    """Restorations and stories at one time."""
    waiting: int = 64
    """Requests that may wait for either."""
    follow_every: float | None = None
    """Seconds between two cycles of following; None where nobody follows anything here."""
    requests: int = 6_000
    """Requests of one caller in ``window`` seconds; a page of the desk makes about three."""
    window: int = 60
