"""Who held which office when, to JSON."""

from __future__ import annotations

from onrecord.data import OfficeMention, Offices, Tenure
from onrecord.text.moments import format_moment
from onrecord.wire.dump.documents import edges, interval_shape, moment_shape
from onrecord.wire.dump.findings import source_shape
from onrecord.wire.dump.verdicts import run_shape
from onrecord.wire.json import Json


def offices_shape(given: Offices) -> Json:
    """Return the shape of who held an office when."""
    return {
        "query": given.query,
        "as_of": format_moment(given.as_of),
        "since": moment_shape(given.since),
        "tenures": [_tenure_shape(each) for each in given.tenures],
        "run": run_shape(given.run),
    }


def _tenure_shape(given: Tenure) -> Json:
    return {
        "person": given.person,
        "office": given.office,
        "of": given.of or None,
        "standing": given.standing,
        "days": interval_shape(given.days),
        "documents": given.documents,
        "origins": given.origins,
        "first": _mention_shape(given.first),
        "last": _mention_shape(given.last),
    }


def _mention_shape(given: OfficeMention) -> Json:
    return {**source_shape(given.memento), **edges(given.span), "quote": given.quote}
