"""Looking up what a page cites: the stored documents at its addresses, and their passages nearest to its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.data import (
    Candidate,
    Coverage,
    Document,
    Found,
    Memento,
    Moment,
    Passage,
    Reference,
    ReferenceStatus,
    Span,
    Statement,
    Window,
)
from onrecord.find.nearness import nearness, overlap
from onrecord.find.versions import in_force
from onrecord.ports import Finder
from onrecord.text.addresses import page_of
from onrecord.text.words import terms

_NEAREST = 4
"""Passages of a cited document that its sentence is compared with."""
MOST = 64
"""References looked up; a page with more is a list."""


def gather_cited(
    references: Sequence[Reference], statements: Mapping[Span | None, Statement], *, archive: Finder, as_of: Moment
) -> tuple[Found | None, ...]:
    """Return for each reference what the document it leads to has nearest to its sentence.

    None where there is nothing to look up: it leads nowhere, to nothing the archive had by ``as_of``, or from no
    statement. ``statements`` are by span.
    """
    asked = [
        one
        for one in references
        if one.status is ReferenceStatus.NOT_CHECKED and one.urls and one.sentence in statements
    ][:MOST]
    held = archive.at(sorted({url for one in asked for url in one.urls}))
    window = Window(until=as_of)
    dated = {document.id: document for document, _ in held if window.admits(document.published_at)}
    known = in_force(dated, as_of)
    by_page: dict[str | None, list[tuple[Document, tuple[Passage, ...]]]] = {}
    for document, passages in held:
        if document.id in known:
            by_page.setdefault(page_of(document.url), []).append((document, passages))
    found: dict[Reference, Found | None] = {}
    for one in asked:
        cited = [each for url in one.urls for each in by_page.get(page_of(url), ())]
        found[one] = _nearest(statements[one.sentence], cited) if cited else None
    return tuple(found.get(one) for one in references)


def _nearest(statement: Statement, cited: Sequence[tuple[Document, tuple[Passage, ...]]]) -> Found:
    sought = frozenset(terms(statement.text))
    candidates = [
        Candidate(
            memento=Memento(document=document, origin=document.id),
            span=passage.span,
            score=nearness(0.0, overlap(sought, passage.span.cut(document.text))),
        )
        for document, passages in cited
        for passage in passages
    ]
    best = sorted(candidates, key=lambda one: (-one.score, one.memento.document.id, one.span.start))[:_NEAREST]
    return Found(candidates=tuple(best), coverage=Coverage(documents=len({document.id for document, _ in cited})))
