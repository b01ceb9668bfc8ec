"""Series of figures and states to JSON."""

from __future__ import annotations

from onrecord.data import FigureSeries, Observation, Series, State
from onrecord.text.moments import format_moment
from onrecord.wire.dump.briefs import citation_shape, point_shape, sentence_shape
from onrecord.wire.dump.documents import edges, moment_shape
from onrecord.wire.dump.findings import coverage_shape
from onrecord.wire.dump.verdicts import run_shape
from onrecord.wire.json import Json


def series_shape(given: Series) -> Json:
    """Return the series of figures and states on a topic, with their numbered citations."""
    return {
        "topic": given.topic,
        "as_of": format_moment(given.as_of),
        "since": moment_shape(given.since),
        "figures": [_figures_shape(each) for each in given.figures],
        "states": [{"states": [_state_shape(one) for one in each.states]} for each in given.states],
        "citations": [citation_shape(each) for each in given.citations],
        "coverage": coverage_shape(given.coverage),
        "run": run_shape(given.run),
    }


def _figures_shape(given: FigureSeries) -> Json:
    first = given.points[0]
    observations = [_observation_shape(each) for each in given.observations]
    return {"counted": first.counted, "unit": first.unit, "observations": observations}


def _observation_shape(given: Observation) -> Json:
    return {
        **point_shape(given.point),
        **edges(given.span),
        "origins": given.origins,
        "superseded_at": moment_shape(given.superseded_at),
    }


def _state_shape(given: State) -> Json:
    return {
        "reported_at": format_moment(given.reported_at),
        "source": given.source,
        "sentence": sentence_shape(given.sentence),
        **edges(given.span),
        "superseded_at": moment_shape(given.superseded_at),
    }
