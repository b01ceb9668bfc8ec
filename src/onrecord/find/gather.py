"""Gathering what the record has for statements and topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from onrecord.data import Candidate, Coverage, Found, Hit, Memento, Moment, Statement, Window, latest
from onrecord.ports import Finder
from onrecord.text.shingles import copies, shingles
from onrecord.text.words import terms

_SEEN = 40
"""Passages looked at for a statement, which also say how well its topic is covered."""

_CANDIDATES = 16
"""Passages handed on for a statement."""

_TOPIC_SEEN = 100
"""Passages looked at, and handed on, for a brief."""

_ON_TOPIC = 0.5
"""Nearness from which a passage is on a statement's topic."""

_FEW = 3
"""With fewer passages on the topic than this, what was published later is counted too."""


def gather(statements: Sequence[Statement], *, archive: Finder, page: Finder, as_of: Moment) -> tuple[Found, ...]:
    """Return for each statement what was found up to ``as_of``, best first, and what the archive covers.

    The page's own text is asked about foreign statements only. For its own statements copies of the page are no
    evidence: they would say the same thing twice.
    """
    if not statements:
        return ()
    queries = [statement.text for statement in statements]
    found = archive.find(queries, window=Window(until=as_of), limit=_SEEN)
    mementos = _mementos(archive, found)
    own = {memento.document.id: memento for memento in page.mementos([statements[0].document_id])}
    copied = _copies(own.values(), mementos.values())
    later = _later(queries, found, archive=archive, as_of=as_of)
    testified = _of_page(statements, page, as_of)
    return tuple(
        Found(
            candidates=_candidates(
                [*hits, *testified.get(statement.id, ())],
                mementos | own if statement.foreign else _without(mementos, copied),
            )[:_CANDIDATES],
            coverage=_coverage(hits, mementos, later=count),
        )
        for statement, hits, count in zip(statements, found, later, strict=True)
    )


def gather_topic(topic: str, *, archive: Finder, as_of: Moment) -> Found:
    """Return the passages on ``topic`` up to ``as_of``, best first, and what the archive covers."""
    found = archive.find([topic], window=Window(until=as_of), limit=_TOPIC_SEEN)
    mementos = _mementos(archive, found)
    (later,) = _later([topic], found, archive=archive, as_of=as_of)
    on_topic = [hit for hit in found[0] if hit.score >= _ON_TOPIC]
    return Found(candidates=_candidates(on_topic, mementos), coverage=_coverage(found[0], mementos, later=later))


def _mementos(finder: Finder, found: Iterable[Iterable[Hit]]) -> dict[str, Memento]:
    ids = sorted({hit.passage.document_id for hits in found for hit in hits})
    return {memento.document.id: memento for memento in finder.mementos(ids)}


def _without(mementos: Mapping[str, Memento], left_out: frozenset[str]) -> dict[str, Memento]:
    return {key: memento for key, memento in mementos.items() if key not in left_out}


def _copies(own: Iterable[Memento], mementos: Iterable[Memento]) -> frozenset[str]:
    """Return the ids of those documents that copy the page, or that it copies."""
    pages = [shingles(memento.document.text) for memento in own]
    return frozenset(
        memento.document.id
        for memento in mementos
        for mine in pages
        if copies([mine, shingles(memento.document.text)]) == (0, 0)
    )


def _of_page(statements: Sequence[Statement], page: Finder, as_of: Moment) -> dict[str, tuple[Hit, ...]]:
    foreign = [statement for statement in statements if statement.foreign is not None]
    found = page.find([statement.text for statement in foreign], window=Window(until=as_of), limit=_CANDIDATES)
    return {statement.id: hits for statement, hits in zip(foreign, found, strict=True)}


def _candidates(hits: Iterable[Hit], mementos: Mapping[str, Memento]) -> tuple[Candidate, ...]:
    """Return the hits whose documents are at hand, nearest first; of the same words of one origin the earliest only."""
    told = [
        Candidate(memento=mementos[hit.passage.document_id], span=hit.passage.span, score=hit.score)
        for hit in hits
        if hit.passage.document_id in mementos
    ]
    earliest: dict[tuple[object, ...], Candidate] = {}
    for candidate in sorted(told, key=_by_date):
        memento = candidate.memento
        said = terms(candidate.span.cut(memento.document.text))
        earliest.setdefault((memento.own, memento.origin, said), candidate)
    return tuple(sorted(earliest.values(), key=lambda candidate: (-candidate.score, *_by_date(candidate))))


def _by_date(candidate: Candidate) -> tuple[float, str, int]:
    at = candidate.memento.at
    return (latest(at).timestamp() if at else float("inf"), candidate.memento.document.id, candidate.span.start)


def _coverage(hits: Iterable[Hit], mementos: Mapping[str, Memento], *, later: int) -> Coverage:
    ids = {hit.passage.document_id for hit in hits if hit.score >= _ON_TOPIC}
    dates = sorted((at for key in ids if (at := mementos[key].at) is not None), key=latest)
    return Coverage(
        documents=len(ids), first=dates[0] if dates else None, last=dates[-1] if dates else None, later=later
    )


def _later(
    queries: Sequence[str], found: Sequence[Sequence[Hit]], *, archive: Finder, as_of: Moment
) -> tuple[int, ...]:
    """Return how many documents on each topic were published after ``as_of``; 0 where enough was found before."""
    short = [index for index, hits in enumerate(found) if sum(hit.score >= _ON_TOPIC for hit in hits) < _FEW]
    window = Window(after=as_of, until=date.max)
    seen = archive.find([queries[index] for index in short], window=window, limit=_SEEN)
    counts = {
        index: len({hit.passage.document_id for hit in hits if hit.score >= _ON_TOPIC})
        for index, hits in zip(short, seen, strict=True)
    }
    return tuple(counts.get(index, 0) for index in range(len(queries)))
