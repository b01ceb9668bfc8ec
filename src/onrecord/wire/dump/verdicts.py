"""Verdicts, their evidence and the run they were reached in to JSON."""

from __future__ import annotations

from onrecord.data import Evidence, Judgement, Reference, Report, Run, Verdict
from onrecord.text.moments import format_moment
from onrecord.wire.dump.documents import edges, reason_shape, restoration_shape
from onrecord.wire.dump.findings import coverage_shape, source_shape
from onrecord.wire.dump.searches import search_shape
from onrecord.wire.dump.statement import statement_shape
from onrecord.wire.json import Json


def evidence_shape(given: Evidence) -> Json:
    """Return the shape of an evidence."""
    return {
        **source_shape(given.memento),
        **edges(given.span),
        "quote": given.quote,
        "stance": given.stance,
        "score": given.score,
        "reasons": [reason_shape(each) for each in given.reasons],
    }


def verdict_shape(given: Verdict) -> Json:
    """Return the shape of a verdict."""
    return {
        "statement": statement_shape(given.statement),
        "label": given.label,
        "as_of": format_moment(given.as_of),
        "reasons": [reason_shape(each) for each in given.reasons],
        "origins": {"supporting": given.origins.supporting, "refuting": given.origins.refuting},
        "evidence": [evidence_shape(each) for each in given.evidence],
        "coverage": coverage_shape(given.coverage),
        "score": given.score,
    }


def judgement_shape(given: Judgement) -> Json:
    """Return what a verifier makes of one pair."""
    return {
        "supports": given.supports,
        "refutes": given.refutes,
        "neutral": given.neutral,
        "reasons": [reason_shape(each) for each in given.reasons],
    }


def report_shape(given: Report) -> Json:
    """Return a checked page."""
    return {
        "restoration": restoration_shape(given.restoration),
        "verdicts": [verdict_shape(each) for each in given.verdicts],
        "notices": [reason_shape(each) for each in given.notices],
        "run": run_shape(given.run),
        "references": [_reference_shape(each) for each in given.references],
        "search": search_shape(given.search),
    }


def _reference_shape(given: Reference) -> Json:
    return {
        **edges(given.span),
        "kind": given.kind,
        "status": given.status,
        "sentence": given.sentence and edges(given.sentence),
        "urls": list(given.urls),
        "reasons": [reason_shape(each) for each in given.reasons],
        "evidence": [evidence_shape(each) for each in given.evidence],
    }


def run_shape(given: Run) -> Json:
    """Return the shape of a run."""
    return {
        "version": given.version,
        "as_of": format_moment(given.as_of),
        "archive_revision": given.archive_revision,
        "models": [{"name": model.name, "digest": model.digest} for model in given.models],
        "settings": dict(given.settings),
    }
