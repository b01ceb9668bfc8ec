"""Who held which office when, as the archive tells it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data.findings import OfficeMention, Standing
from onrecord.data.moments import Interval, Moment, Window, day_of, latest
from onrecord.data.reports import Run
from onrecord.data.requiring import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """What the archive says of one person's standing in one office, from its first mention to its last."""

    person: str
    """The name most mentions have."""
    office: str
    of: str
    """Whose office it is, as most mentions say; empty when none does."""
    standing: Standing
    first: OfficeMention
    last: OfficeMention
    documents: int
    origins: int

    def __post_init__(self) -> None:
        require(latest(self.first.at) <= latest(self.last.at), "a tenure is told in order of time")
        require(1 <= self.origins <= self.documents, "every origin has a document")

    @property
    def days(self) -> Interval:
        """From the day of the first mention to that of the last; it may have begun before and gone on after."""
        return Interval(start=day_of(self.first.at), end=day_of(self.last.at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Who is given an office, or what offices somebody is given, in order of the first mention."""

    query: str
    as_of: Moment
    since: Moment | None = None
    tenures: tuple[Tenure, ...]
    run: Run

    def __post_init__(self) -> None:
        window = Window(until=self.as_of, after=self.since)
        for tenure in self.tenures:
            require(
                all(one.memento.stood_in(window) for one in (tenure.first, tenure.last)),
                "a role is told within the dates asked for",
            )
