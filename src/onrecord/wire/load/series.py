"""Series of figures and states from JSON."""

from __future__ import annotations

from functools import partial

from onrecord.data import FigureSeries, Observation, Series, State, StateSeries
from onrecord.wire.load.briefs import citation_from, point_from, sentence_from
from onrecord.wire.load.documents import span_from
from onrecord.wire.load.findings import coverage_from
from onrecord.wire.load.verdicts import run_from
from onrecord.wire.view import Documents, View


def series_from(documents: Documents, view: View) -> Series:
    """Read the series on a topic."""
    return Series(
        topic=view["topic"].words(),
        as_of=view["as_of"].moment(),
        since=view["since"].maybe(View.moment),
        figures=view["figures"].each(_figures_from),
        states=view["states"].each(lambda each: StateSeries(states=each["states"].each(_state_from))),
        citations=view["citations"].each(partial(citation_from, documents)),
        coverage=coverage_from(view["coverage"]),
        run=run_from(view["run"]),
    )


def _figures_from(view: View) -> FigureSeries:
    return FigureSeries(observations=view["observations"].each(_observation_from))


def _observation_from(view: View) -> Observation:
    return Observation(
        point=point_from(view),
        span=span_from(view),
        origins=view["origins"].count(),
        superseded_at=view["superseded_at"].maybe(View.moment),
    )


def _state_from(view: View) -> State:
    return State(
        sentence=sentence_from(view["sentence"]),
        span=span_from(view),
        reported_at=view["reported_at"].moment(),
        source=view["source"].maybe(View.words),
        superseded_at=view["superseded_at"].maybe(View.moment),
    )
