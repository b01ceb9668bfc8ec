"""Gathering what the record has on statements, and answering a query."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.data import Coverage, Document, Found, Hit, Moment, Statement, Window
from onrecord.find.candidates import candidate_of, nearest_first, told_once
from onrecord.find.covering import SEEN, count_later, count_undated, coverage_of, first_and_last, on_topic
from onrecord.find.held import Copies, documents_behind, id_of
from onrecord.find.nearness import said
from onrecord.find.offices import look_up_offices
from onrecord.ports import Finder

_CANDIDATES = 16
"""Passages of the archive handed on for a statement: a larger share of answers is not found further down
(recall .91 in 16, .92 in 20, .93 in 40; ``benchmarks/finding``)."""

_REPORT = 40
"""Words from which a text without an address may be a report that others copy: the shortest briefs of agencies have
more. A shorter one is a claim, and whoever has it word for word is on record saying so."""

_TESTIFIED = 8
"""Passages of the page itself handed on for a foreign statement."""

_NEAR = 0.3
"""Nearness below which a passage is not handed on: 99 of 100 passages that answer a question are nearer."""


def gather(statements: Sequence[Statement], *, archive: Finder, page: Finder, as_of: Moment) -> tuple[Found, ...]:
    """Return for each statement what was found up to ``as_of``, best first, and what the archive covers.

    The page's own text is asked about foreign statements only. For its own statements copies of the page are no
    evidence, they would say the same thing twice: where nothing else is on the topic they are handed on marked as
    the page's own, so that one can tell, and otherwise left out. A text that is no more than a claim has no copies,
    and what an answer that nobody published tells in other words is none.
    """
    if not statements:
        return ()
    queries = [statement.text for statement in statements]
    found = archive.find(queries, window=Window(until=as_of), limit=SEEN)
    held = documents_behind(found, archive, as_of)
    own = {memento.document.id: memento for memento in page.mementos([statements[0].document_id])}
    pages = [memento.document for memento in own.values() if not _is_claim(memento.document)]
    copies = Copies(pages, held.every)
    later = count_later(queries, found, archive=archive, as_of=as_of)
    undated = count_undated(queries, archive)
    coverages = [
        coverage_of(hits, held, copies, foreign=bool(statement.foreign), later=after, undated=dateless)
        for statement, hits, after, dateless in zip(statements, found, later, undated, strict=True)
    ]
    others = [
        _nearest(hits, held.standing, () if statement.foreign else copies)
        for statement, hits in zip(statements, found, strict=True)
    ]
    alone = [
        () if statement.foreign or coverage.documents else tuple(hit for hit in on_topic(hits) if id_of(hit) in copies)
        for statement, hits, coverage in zip(statements, found, coverages, strict=True)
    ]
    mementos = held.mementos(archive, chain.from_iterable((*others, *alone)))
    marked = {key: replace(memento, own=True) for key, memento in mementos.items() if key in copies}
    testified = _of_page(statements, page, as_of)
    offices = look_up_offices(statements, archive=archive, as_of=as_of)
    gathered = []
    for at, statement in enumerate(statements):
        told = told_once(alone[at], marked) or told_once(others[at], mementos)[:_CANDIDATES]
        if statement.foreign:
            told += told_once([hit for hit in testified[statement.id] if hit.score >= _NEAR], own)
        by_others = tuple(one for one in offices[at] if one.memento.document.id not in copies)
        gathered.append(Found(candidates=nearest_first(told), coverage=coverages[at], offices=by_others))
    return tuple(gathered)


def search(query: str, *, archive: Finder, as_of: Moment, limit: int) -> Found:
    """Return up to ``limit`` passages near ``query``, best first, and the documents they stand in as coverage."""
    found = archive.find([query], window=Window(until=as_of), limit=limit)
    held = documents_behind(found, archive, as_of)
    hits = [hit for hit in found[0] if id_of(hit) in held.standing]
    mementos = held.mementos(archive, hits)
    candidates = tuple(candidate_of(hit, mementos) for hit in hits)
    first, last = first_and_last(held.standing.values())
    coverage = Coverage(documents=len(held.standing), first=first, last=last, changed=len(held.changed))
    return Found(candidates=candidates, coverage=coverage)


def _is_claim(document: Document) -> bool:
    return document.url is None and len(document.text.split()) < _REPORT


def _nearest(hits: Iterable[Hit], documents: Mapping[str, Document], left_out: Container[str]) -> list[Hit]:
    """Return the nearest hits, as many as have so many wordings, and those further down that have one of these too.

    Origins are told apart among their documents only: what nobody is shown need not be told apart.
    """
    wordings: set[tuple[str, ...]] = set()
    nearest = []
    for hit in hits:
        document = documents.get(id_of(hit))
        if document is None or hit.score < _NEAR:
            continue
        words = said(hit.passage.span.cut(document.text))
        if (words in wordings or len(wordings) < _CANDIDATES) and document.id not in left_out:
            wordings.add(words)
            nearest.append(hit)
    return nearest


def _of_page(statements: Sequence[Statement], page: Finder, as_of: Moment) -> dict[str, tuple[Hit, ...]]:
    foreign = [statement for statement in statements if statement.foreign is not None]
    found = page.find([statement.text for statement in foreign], window=Window(until=as_of), limit=_TESTIFIED)
    return {statement.id: hits for statement, hits in zip(foreign, found, strict=True)}
