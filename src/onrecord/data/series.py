"""What was counted and how things stood, as it was reported over time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.data.briefs import Citation, CitedSentence, FigurePoint, require_cited
from onrecord.data.findings import Coverage
from onrecord.data.moments import Moment, Window, latest
from onrecord.data.reports import Run
from onrecord.data.requiring import require
from onrecord.data.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """A figure of a series, cited where it was reported first (SDMX: the value of a series at a time)."""

    point: FigurePoint
    span: Span
    """The figure's own words, in the text of the document that is cited."""
    origins: int
    """Independent origins that report it."""
    superseded_at: Moment | None = None
    """When the same counter, or the same source where none is named, was first reported with another one."""

    def __post_init__(self) -> None:
        require(self.origins >= 1, "a figure was reported by somebody")
        moved = self.superseded_at is None or latest(self.superseded_at) > latest(self.reported_at)
        require(moved, "a figure is superseded after it was reported")

    @property
    def reported_at(self) -> Moment:
        """When it was reported first."""
        return self.point.reported_at

    @property
    def sentence(self) -> CitedSentence:
        """What reports it."""
        return self.point.sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSeries:
    """The same thing counted, in order of time; who counted stands with each figure."""

    observations: tuple[Observation, ...]

    def __post_init__(self) -> None:
        _require_order(self.observations)
        kinds = {(one.point.counted, one.point.unit) for one in self.observations}
        require(len(kinds) == 1, "a series is of one thing in one unit")

    @property
    def points(self) -> tuple[FigurePoint, ...]:
        """Its figures alone."""
        return tuple(one.point for one in self.observations)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How something stood by a report."""

    sentence: CitedSentence
    span: Span
    """The words that the reports before and after put otherwise, in the text of the document that is cited."""
    reported_at: Moment
    source: str | None
    """Who published it."""
    superseded_at: Moment | None = None
    """When it was reported to stand otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateSeries:
    """How one thing stood by reports in order of time, each of which puts it otherwise than the one before."""

    states: tuple[State, ...]

    def __post_init__(self) -> None:
        _require_order(self.states)
        turns = [(one.superseded_at, other.reported_at) for one, other in pairwise(self.states)]
        require(all(ended == begun for ended, begun in turns), "a state is superseded by the next")
        require(self.states[-1].superseded_at is None, "the last state stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The series of figures and states on a topic, or of what a statement counts."""

    topic: str
    as_of: Moment
    since: Moment | None = None
    figures: tuple[FigureSeries, ...]
    states: tuple[StateSeries, ...]
    citations: tuple[Citation, ...]
    coverage: Coverage
    run: Run

    def __post_init__(self) -> None:
        window = Window(until=self.as_of, after=self.since)
        told: list[Observation | State] = [
            *(one for each in self.figures for one in each.observations),
            *(one for each in self.states for one in each.states),
        ]
        require_cited([one.sentence for one in told], self.citations, window)
        for one in told:
            require(one.superseded_at is None or window.admits(one.superseded_at), "what is later supersedes nothing")
            cited = self.citations[one.sentence.citations[0] - 1].evidence
            require(cited.span.covers(one.span), "the words of a series stand in the sentence that is cited")
            require(cited.memento.at == one.reported_at, "a report is dated by the document that is cited")


def _require_order(told: tuple[Observation, ...] | tuple[State, ...]) -> None:
    require(len(told) > 1, "a series has two reports or more")
    moments = [latest(one.reported_at) for one in told]
    require(moments == sorted(moments), "a series is told in order of time")
