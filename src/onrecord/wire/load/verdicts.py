"""Verdicts, their evidence and the run they were reached in from JSON."""

from __future__ import annotations

from functools import partial

from onrecord.data import (
    Evidence,
    Judgement,
    Label,
    Model,
    Origins,
    Reference,
    ReferenceKind,
    ReferenceStatus,
    Report,
    Run,
    Stance,
    Verdict,
)
from onrecord.wire.load.documents import reason_from, restoration_from, span_from
from onrecord.wire.load.findings import coverage_from, memento_from
from onrecord.wire.load.searches import search_from
from onrecord.wire.load.statement import statement_from
from onrecord.wire.view import Documents, View


def evidence_from(documents: Documents, view: View) -> Evidence:
    """Read an evidence."""
    return Evidence(
        memento=memento_from(documents, view),
        span=span_from(view),
        quote=view["quote"].words(),
        stance=view["stance"].among(Stance),
        score=view["score"].number(),
        reasons=view["reasons"].each(reason_from),
    )


def verdict_from(documents: Documents, view: View) -> Verdict:
    """Read a verdict."""
    return Verdict(
        statement=statement_from(view["statement"]),
        label=view["label"].among(Label),
        as_of=view["as_of"].moment(),
        reasons=view["reasons"].each(reason_from),
        origins=Origins(
            supporting=view["origins"]["supporting"].count(),
            refuting=view["origins"]["refuting"].count(),
        ),
        evidence=view["evidence"].each(partial(evidence_from, documents)),
        coverage=coverage_from(view["coverage"]),
        score=view["score"].number(),
    )


def judgement_from(view: View) -> Judgement:
    """Read a judgement."""
    return Judgement(
        supports=view["supports"].number(),
        refutes=view["refutes"].number(),
        neutral=view["neutral"].number(),
        reasons=view["reasons"].each(reason_from),
    )


def report_from(documents: Documents, view: View) -> Report:
    """Read a report."""
    page = restoration_from(view["restoration"])
    known = {page.document.id: page.document, **documents}
    return Report(
        restoration=page,
        verdicts=view["verdicts"].each(partial(verdict_from, known)),
        run=run_from(view["run"]),
        notices=view["notices"].each(reason_from),
        references=view.later("references", []).each(partial(_reference_from, known)),
        search=search_from(view),
    )


def _reference_from(documents: Documents, view: View) -> Reference:
    return Reference(
        span=span_from(view),
        kind=view["kind"].among(ReferenceKind),
        status=view["status"].among(ReferenceStatus),
        sentence=view["sentence"].maybe(span_from),
        urls=view["urls"].each(View.words),
        reasons=view["reasons"].each(reason_from),
        evidence=view["evidence"].each(partial(evidence_from, documents)),
    )


def run_from(view: View) -> Run:
    """Read a run."""
    return Run(
        version=view["version"].words(),
        as_of=view["as_of"].moment(),
        archive_revision=view["archive_revision"].words(),
        models=view["models"].each(lambda model: Model(name=model["name"].words(), digest=model["digest"].words())),
        settings=tuple((name, value.words()) for name, value in view["settings"].fields()),
    )
