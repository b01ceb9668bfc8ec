"""Statements to JSON."""

from __future__ import annotations

from onrecord.data import Addition, Attribution, Figure, Statement, Time
from onrecord.wire.dump.documents import edges, interval_shape, span_shape
from onrecord.wire.json import Json


def statement_shape(given: Statement) -> Json:
    """Return the shape of a statement."""
    return {
        "id": given.id,
        "document_id": given.document_id,
        "span": edges(given.span),
        "text": given.text,
        "kind": given.kind,
        "attribution": None if given.attribution is None else attribution_shape(given.attribution),
        "time": interval_shape(given.time),
        "times": [time_shape(each) for each in given.times],
        "figures": [figure_shape(each) for each in given.figures],
        "foreign": given.foreign,
        "pieces": [edges(each) for each in given.pieces],
        "additions": [addition_shape(each) for each in given.additions],
        "unresolved": [edges(each) for each in given.unresolved],
        "worth": {"score": given.score, "parts": [{"part": one.part, "points": one.points} for one in given.worth]},
    }


def addition_shape(given: Addition) -> Json:
    """Return the shape of an addition."""
    return {"at": edges(given.at), "span": edges(given.span)}


def attribution_shape(given: Attribution) -> Json:
    """Return the shape of an attribution."""
    return {
        "source": span_shape(given.source),
        "cue": span_shape(given.cue),
        "content": edges(given.content),
        "speaker": given.speaker,
        "directness": given.directness,
    }


def time_shape(given: Time) -> Json:
    """Return the shape of a time expression."""
    return {**edges(given.span), "kind": given.kind, "interval": interval_shape(given.interval)}


def figure_shape(given: Figure) -> Json:
    """Return the shape of a figure."""
    return {
        **edges(given.span),
        "value": given.value,
        "unit": given.unit,
        "counted": given.counted,
        "bound": given.bound,
    }
