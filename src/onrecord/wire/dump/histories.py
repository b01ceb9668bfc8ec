"""Histories to JSON."""

from __future__ import annotations

from onrecord.data import History, News, Transition
from onrecord.text.moments import format_moment
from onrecord.wire.dump.briefs import update_shape
from onrecord.wire.dump.documents import reason_shape
from onrecord.wire.dump.statement import statement_shape
from onrecord.wire.dump.verdicts import evidence_shape, run_shape, verdict_shape
from onrecord.wire.json import Json


def history_shape(given: History) -> Json:
    """Return the shape of a history."""
    return {
        "statement": statement_shape(given.statement),
        "as_of": format_moment(given.as_of),
        "verdicts": [verdict_shape(each) for each in given.verdicts],
        "transitions": [turn_shape(each) for each in given.transitions],
        "run": run_shape(given.run),
    }


def transition_shape(given: Transition) -> Json:
    """Return the shape of a transition that stands alone, both verdicts in whole."""
    return {
        "at": format_moment(given.at),
        "before": verdict_shape(given.before),
        "after": verdict_shape(given.after),
        "gained": [evidence_shape(each) for each in given.gained],
    }


def news_shape(given: News) -> Json:
    """Return the shape of news."""
    return {
        "as_of": format_moment(given.as_of),
        "looked": given.looked,
        "transitions": [transition_shape(each) for each in given.transitions],
        "updates": [update_shape(each) for each in given.updates],
    }


def turn_shape(given: Transition) -> Json:
    """Return the shape of a transition beside the verdicts of its history."""
    return {
        "at": format_moment(given.at),
        "before": given.before.label,
        "after": given.after.label,
        "reasons": [reason_shape(each) for each in given.after.reasons],
        "gained": [evidence_shape(each) for each in given.gained],
    }
