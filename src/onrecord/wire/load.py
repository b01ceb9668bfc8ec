"""JSON back to nouns, and nothing taken on trust: ids are computed again and quotes cut again.

Evidence on the wire names its document without the text, so what cites documents is loaded with them, by id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from onrecord.data import (
    Attribution,
    Block,
    BlockKind,
    Bound,
    Brief,
    Candidate,
    Changes,
    Citation,
    CitedSentence,
    Coverage,
    DateKind,
    Directness,
    Dispute,
    Document,
    Evidence,
    Figure,
    FigurePoint,
    Found,
    Interval,
    Judgement,
    Label,
    Memento,
    Model,
    Origins,
    Reason,
    ReasonCode,
    Removal,
    RemovalKind,
    RemovalStatus,
    Replacement,
    Report,
    Restoration,
    Run,
    Section,
    Span,
    Stance,
    Statement,
    StatementKind,
    Tie,
    TieKind,
    TimelineEntry,
    Verdict,
    Voice,
)
from onrecord.errors import InputMalformed
from onrecord.wire.dump import SCHEMA
from onrecord.wire.view import View

Documents = Mapping[str, Document]
"""The documents that are cited, by id."""

Noun = TypeVar("Noun")


def _whole(read: Callable[[View], Noun], given: Any) -> Noun:  # noqa: ANN401 (JSON is anything)
    """Read a noun from its JSON, after a look at the schema it claims.

    Raises:
        InputMalformed: it is of another schema, out of shape, or no such noun can exist.
    """
    view = View(given)
    if view["schema"].words() != SCHEMA:
        view["schema"].refuse(f"is not {SCHEMA}")
    try:
        return read(view)
    except (ValueError, OverflowError) as error:
        fix = "write it again from where it came"
        raise InputMalformed("the JSON contradicts itself", why=str(error), fix=fix) from error


def document(given: Any) -> Document:  # noqa: ANN401
    """Load what :func:`onrecord.wire.document` gives."""
    return _whole(_document, given)


def restoration(given: Any) -> Restoration:  # noqa: ANN401
    """Load what :func:`onrecord.wire.restoration` gives."""
    return _whole(_restoration, given)


def statements(given: Any) -> tuple[Statement, ...]:  # noqa: ANN401
    """Load what :func:`onrecord.wire.statements` gives."""
    return _whole(lambda view: view["statements"].each(_statement), given)


def judgement(given: Any) -> Judgement:  # noqa: ANN401
    """Load what :func:`onrecord.wire.judgement` gives."""
    return _whole(_judgement, given)


def verdict(given: Any, documents: Documents) -> Verdict:  # noqa: ANN401
    """Load what :func:`onrecord.wire.verdict` gives."""
    return _whole(partial(_verdict, documents), given)


def report(given: Any, documents: Documents) -> Report:  # noqa: ANN401
    """Load what :func:`onrecord.wire.report` gives; the page itself need not be among the documents."""
    return _whole(partial(_report, documents), given)


def found(given: Any, documents: Documents) -> Found:  # noqa: ANN401
    """Load what :func:`onrecord.wire.found` gives."""
    return _whole(partial(_found, documents), given)


def brief(given: Any, documents: Documents) -> Brief:  # noqa: ANN401
    """Load what :func:`onrecord.wire.brief` gives."""
    return _whole(partial(_brief, documents), given)


def changes(given: Any, documents: Documents) -> Changes:  # noqa: ANN401
    """Load what :func:`onrecord.wire.changes` gives."""
    return _whole(partial(_changes, documents), given)


# What they are made of -------------------------------------------------------------------------


def _span(view: View) -> Span:
    return Span(start=view["start"].count(), end=view["end"].count())


def _day(view: View) -> date:
    day = view.moment()
    return view.refuse("is an instant, not a day") if isinstance(day, datetime) else day


def _interval(view: View) -> Interval:
    return Interval(start=_day(view["start"]), end=_day(view["end"]))


def _reason(view: View) -> Reason:
    return Reason(
        code=view["code"].among(ReasonCode),
        words=view["words"].words(),
        here=view["here"].maybe(_span),
        there=view["there"].maybe(_span),
    )


def _document(view: View) -> Document:
    return Document(
        id=view["id"].words(),
        text=view["text"].words(),
        title=view["title"].maybe(View.words),
        byline=view["byline"].maybe(View.words),
        publisher=view["publisher"].maybe(View.words),
        url=view["url"].maybe(View.words),
        language=view["language"].maybe(View.words),
        published_at=view["published_at"].maybe(View.moment),
        modified_at=view["modified_at"].maybe(View.moment),
        captured_at=view["captured_at"].maybe(View.moment),
        date_kind=view["date_kind"].among(DateKind),
        source_id=view["source_id"].maybe(View.words),
        partial=view["partial"].flag(),
    )


def _restoration(view: View) -> Restoration:
    made = Restoration(
        document=_document(view["document"]),
        blocks=view["blocks"].each(_block),
        kept=view["kept"].each(_span),
        removals=view["removals"].each(_removal),
    )
    if view["restored"].words() != made.restored:
        view["restored"].refuse("is not what is kept of the text")
    return made


def _block(view: View) -> Block:
    return Block(
        span=_span(view),
        kind=view["kind"].among(BlockKind),
        element=view["element"].maybe(View.words),
        score=view["score"].number(),
        reasons=view["reasons"].each(_reason),
    )


def _removal(view: View) -> Removal:
    return Removal(
        span=_span(view),
        kind=view["kind"].among(RemovalKind),
        status=view["status"].among(RemovalStatus),
        score=view["score"].number(),
        reasons=view["reasons"].each(_reason),
    )


def _statement(view: View) -> Statement:
    return Statement(
        id=view["id"].words(),
        document_id=view["document_id"].words(),
        span=_span(view["span"]),
        text=view["text"].words(),
        kind=view["kind"].among(StatementKind),
        attribution=view["attribution"].maybe(_attribution),
        time=view["time"].maybe(_interval),
        figures=view["figures"].each(_figure),
        foreign=view["foreign"].maybe(lambda kind: kind.among(RemovalKind)),
    )


def _attribution(view: View) -> Attribution:
    return Attribution(
        source=view["source"].maybe(_span),
        cue=view["cue"].maybe(_span),
        content=_span(view["content"]),
        speaker=view["speaker"].maybe(View.words),
        directness=view["directness"].among(Directness),
    )


def _figure(view: View) -> Figure:
    return Figure(
        span=_span(view),
        value=view["value"].number(),
        unit=view["unit"].words(),
        counted=view["counted"].words(),
        bound=view["bound"].among(Bound),
    )


def _judgement(view: View) -> Judgement:
    return Judgement(
        supports=view["supports"].number(),
        refutes=view["refutes"].number(),
        neutral=view["neutral"].number(),
        reasons=view["reasons"].each(_reason),
    )


def _verdict(documents: Documents, view: View) -> Verdict:
    return Verdict(
        statement=_statement(view["statement"]),
        label=view["label"].among(Label),
        as_of=view["as_of"].moment(),
        reasons=view["reasons"].each(_reason),
        origins=Origins(
            supporting=view["origins"]["supporting"].count(),
            refuting=view["origins"]["refuting"].count(),
        ),
        evidence=view["evidence"].each(partial(_evidence, documents)),
        coverage=_coverage(view["coverage"]),
        score=view["score"].number(),
    )


def _report(documents: Documents, view: View) -> Report:
    page = _restoration(view["restoration"])
    known = {page.document.id: page.document, **documents}
    return Report(
        restoration=page,
        verdicts=view["verdicts"].each(partial(_verdict, known)),
        run=_run(view["run"]),
        notices=view["notices"].each(_reason),
    )


def _coverage(view: View) -> Coverage:
    return Coverage(
        documents=view["documents"].count(),
        first=view["first"].maybe(View.moment),
        last=view["last"].maybe(View.moment),
        later=view["later"].count(),
    )


def _memento(documents: Documents, view: View) -> Memento:
    cited = view["document_id"].words()
    if cited not in documents:
        view["document_id"].refuse("names a document that is not among those given")
    return Memento(
        document=documents[cited],
        origin=view["origin"].words(),
        ties=view["ties"].each(_tie),
        own=view["own"].flag(),
    )


def _tie(view: View) -> Tie:
    return Tie(
        kind=view["kind"].among(TieKind),
        other=view["other"].words(),
        document_id=view["document_id"].maybe(View.words),
        at=view["published_at"].maybe(View.moment),
        quote=view["quote"].words(),
        here=view["here"].maybe(_span),
        there=view["there"].maybe(_span),
    )


def _evidence(documents: Documents, view: View) -> Evidence:
    return Evidence(
        memento=_memento(documents, view),
        span=_span(view),
        quote=view["quote"].words(),
        stance=view["stance"].among(Stance),
        score=view["score"].number(),
        reasons=view["reasons"].each(_reason),
    )


def _hit(documents: Documents, view: View) -> Candidate:
    made = Candidate(memento=_memento(documents, view), span=_span(view), score=view["score"].number())
    if view["quote"].words() != made.span.cut(made.memento.document.text):
        view["quote"].refuse("is not what its span cuts out of the document")
    return made


def _found(documents: Documents, view: View) -> Found:
    return Found(candidates=view["hits"].each(partial(_hit, documents)), coverage=_coverage(view["coverage"]))


def _run(view: View) -> Run:
    return Run(
        version=view["version"].words(),
        as_of=view["as_of"].moment(),
        archive_revision=view["archive_revision"].words(),
        models=view["models"].each(lambda model: Model(name=model["name"].words(), digest=model["digest"].words())),
        settings=tuple((name, value.words()) for name, value in view["settings"].fields()),
    )


def _brief(documents: Documents, view: View) -> Brief:
    return Brief(
        topic=view["topic"].words(),
        as_of=view["as_of"].moment(),
        since=view["since"].maybe(View.moment),
        takeaways=view["takeaways"].each(_sentence),
        sections=view["sections"].each(_section),
        timeline=view["timeline"].each(_entry),
        figures=view["figures"].each(_point),
        voices=view["voices"].each(_voice),
        disputes=view["disputes"].each(_dispute),
        replacements=view["replacements"].each(_replacement),
        gaps=view["gaps"].each(_reason),
        related=view["related"].each(partial(_memento, documents)),
        citations=view["citations"].each(partial(_citation, documents)),
        coverage=_coverage(view["coverage"]),
        run=_run(view["run"]),
    )


def _changes(documents: Documents, view: View) -> Changes:
    return Changes(
        topic=view["topic"].words(),
        since=view["since"].moment(),
        as_of=view["as_of"].moment(),
        new=view["new"].each(_sentence),
        replacements=view["replacements"].each(_replacement),
        disputes=view["disputes"].each(_dispute),
        gaps=view["gaps"].each(_reason),
        citations=view["citations"].each(partial(_citation, documents)),
        coverage=_coverage(view["coverage"]),
        run=_run(view["run"]),
    )


def _sentence(view: View) -> CitedSentence:
    return CitedSentence(text=view["text"].words(), citations=view["citations"].each(View.count))


def _section(view: View) -> Section:
    return Section(title=view["title"].words(), sentences=view["sentences"].each(_sentence))


def _entry(view: View) -> TimelineEntry:
    return TimelineEntry(time=_interval(view["time"]), sentence=_sentence(view["sentence"]))


def _point(view: View) -> FigurePoint:
    return FigurePoint(
        counted=view["counted"].words(),
        value=view["value"].number(),
        unit=view["unit"].words(),
        bound=view["bound"].among(Bound),
        reported_at=view["reported_at"].moment(),
        source=view["source"].maybe(View.words),
        counted_by=view["counted_by"].maybe(View.words),
        sentence=_sentence(view["sentence"]),
    )


def _dispute(view: View) -> Dispute:
    return Dispute(about=view["about"].words(), sides=view["sides"].each(_sentence))


def _voice(view: View) -> Voice:
    return Voice(speaker=view["speaker"].words(), sentences=view["sentences"].each(_sentence))


def _replacement(view: View) -> Replacement:
    return Replacement(
        about=view["about"].words(),
        before=_sentence(view["before"]),
        after=_sentence(view["after"]),
        replaced_at=view["replaced_at"].moment(),
    )


def _citation(documents: Documents, view: View) -> Citation:
    return Citation(number=view["number"].count(), evidence=_evidence(documents, view["evidence"]))
