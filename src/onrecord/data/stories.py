"""Documents that tell one thing."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.data.findings import Coverage, Memento
from onrecord.data.moments import Interval, Moment, Window, day_of, latest
from onrecord.data.reports import Run
from onrecord.data.requiring import require


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents of about one time that tell one thing."""

    title: str
    """The headline of one of them."""
    mementos: tuple[Memento, ...]
    """In order of publication."""
    events: tuple[tuple[Memento, ...], ...] = ()
    """The same documents by what of it they tell: those of about one day in like words are one event, with copies."""

    def __post_init__(self) -> None:
        require(bool(self.mementos), "a story is told by somebody")
        moments = [latest(one.at) for one in self.mementos if one.at is not None]
        require(len(moments) == len(self.mementos) and moments == sorted(moments), "a story is told in order of time")
        parted = sorted(one.document.id for event in self.events for one in event)
        whole = sorted(one.document.id for one in self.mementos)
        require(not self.events or parted == whole, "each document of a story tells of one of its events")

    @property
    def days(self) -> Interval:
        """From the first publication to the last."""
        days = [day_of(one.at) for one in self.mementos if one.at is not None]
        return Interval(start=days[0], end=days[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """The stories on a topic up to a date, the newest first."""

    topic: str
    as_of: Moment
    since: Moment | None = None
    stories: tuple[Story, ...]
    coverage: Coverage
    run: Run

    def __post_init__(self) -> None:
        window = Window(until=self.as_of, after=self.since)
        for story in self.stories:
            require(all(one.stood_in(window) for one in story.mementos), "a story is told within the dates asked for")
