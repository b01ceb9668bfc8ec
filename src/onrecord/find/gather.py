"""Gathering what the record has for statements and topics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from onrecord.data import Candidate, Coverage, Found, Hit, Memento, Moment, Statement, Undated, Window, latest
from onrecord.find.nearness import said
from onrecord.find.offices import look_up_offices
from onrecord.find.origins import is_copy
from onrecord.find.versions import changed_since, in_force
from onrecord.ports import Finder

_SEEN = 40
"""Passages looked at for a statement, which also say how well its topic is covered."""

_CANDIDATES = 16
"""Passages of the archive handed on for a statement: a larger share of answers is not found further down
(recall .91 in 16, .92 in 20, .93 in 40; ``benchmarks/finding``)."""

_TESTIFIED = 8
"""Passages of the page itself handed on for a foreign statement."""

_TOPIC_SEEN = 200
"""Passages looked at, and handed on, for a brief."""

_ON_TOPIC = 0.5
"""Nearness from which a passage is on a statement's topic."""

_NEAR = 0.3
"""Nearness below which a passage is not handed on: 99 of 100 passages that answer a question are nearer."""

_FEW = 3
"""With fewer passages on the topic than this, what was published later is counted too."""


def gather(statements: Sequence[Statement], *, archive: Finder, page: Finder, as_of: Moment) -> tuple[Found, ...]:
    """Return for each statement what was found up to ``as_of``, best first, and what the archive covers.

    The page's own text is asked about foreign statements only. For its own statements copies of the page are no
    evidence, they would say the same thing twice: where nothing else is on the topic they are handed on marked as
    the page's own, so that one can tell, and otherwise left out.
    """
    if not statements:
        return ()
    queries = [statement.text for statement in statements]
    found = archive.find(queries, window=Window(until=as_of), limit=_SEEN)
    mementos, changed = _mementos(archive, found, as_of)
    later = _later(queries, found, archive=archive, as_of=as_of)
    undated = _undated(queries, archive)
    own = {memento.document.id: memento for memento in page.mementos([statements[0].document_id])}
    copied = _copies(own.values(), (mementos | changed).values())
    others = {key: memento for key, memento in mementos.items() if key not in copied}
    testified = _of_page(statements, page, as_of)
    offices = look_up_offices(statements, archive=archive, as_of=as_of)
    gathered = []
    for statement, hits, after, dateless, held in zip(statements, found, later, undated, offices, strict=True):
        usable = mementos if statement.foreign else others
        coverage = _coverage(hits, usable, changed.keys() - copied.keys(), later=after, undated=dateless)
        told = _told(hits, usable)[:_CANDIDATES]
        if statement.foreign:
            told += _told(testified[statement.id], own)
        elif not coverage.documents:
            told = _told([hit for hit in hits if hit.score >= _ON_TOPIC], copied) or told
        by_others = tuple(one for one in held if one.memento.document.id not in copied)
        gathered.append(Found(candidates=_nearest_first(told), coverage=coverage, offices=by_others))
    return tuple(gathered)


def search(query: str, *, archive: Finder, as_of: Moment, limit: int) -> Found:
    """Return up to ``limit`` passages near ``query``, best first, and the documents they stand in as coverage."""
    found = archive.find([query], window=Window(until=as_of), limit=limit)
    mementos, changed = _mementos(archive, found, as_of)
    candidates = tuple(
        Candidate(memento=mementos[hit.passage.document_id], span=hit.passage.span, score=hit.score)
        for hit in found[0]
        if hit.passage.document_id in mementos
    )
    dates = sorted((memento.at for memento in mementos.values() if memento.at is not None), key=latest)
    first, last = (dates[0], dates[-1]) if dates else (None, None)
    coverage = Coverage(documents=len(mementos), first=first, last=last, changed=len(changed))
    return Found(candidates=candidates, coverage=coverage)


def gather_topic(topic: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> Found:
    """Return the passages on ``topic`` after ``since`` and up to ``as_of``, best first, and what the archive covers."""
    return _on_topic(topic, (Window(until=as_of, after=since),), archive=archive, as_of=as_of)


def gather_changes(topic: str, *, archive: Finder, since: Moment, as_of: Moment) -> Found:
    """Return the passages on ``topic`` after ``since``, which coverage is of, and those up to it."""
    windows = (Window(until=as_of, after=since), Window(until=since))
    return _on_topic(topic, windows, archive=archive, as_of=as_of)


def _on_topic(topic: str, windows: Sequence[Window], *, archive: Finder, as_of: Moment) -> Found:
    """Search each window, and tell origins apart over all that is found."""
    found = [archive.find([topic], window=window, limit=_TOPIC_SEEN)[0] for window in windows]
    mementos, changed = _mementos(archive, found, as_of)
    (later,) = _later([topic], found[:1], archive=archive, as_of=as_of)
    (undated,) = _undated([topic], archive)
    told = _told([hit for hits in found for hit in hits if hit.score >= _ON_TOPIC], mementos)
    coverage = _coverage(found[0], mementos, changed.keys(), later=later, undated=undated)
    return Found(candidates=_nearest_first(told), coverage=coverage)


def _mementos(
    finder: Finder, found: Iterable[Iterable[Hit]], as_of: Moment
) -> tuple[dict[str, Memento], dict[str, Memento]]:
    """Return the documents behind hits as they stood, and apart from them those that were changed since."""
    ids = sorted({hit.passage.document_id for hits in found for hit in hits})
    held = {memento.document.id: memento for memento in finder.mementos(ids)}
    return in_force(held, as_of), changed_since(held, as_of)


def _copies(own: Iterable[Memento], mementos: Iterable[Memento]) -> dict[str, Memento]:
    """Return those mementos that copy the page, or that it copies, marked as its own."""
    told = list(mementos)
    return {
        memento.document.id: replace(memento, own=True) for page in own for memento in told if is_copy(page, memento)
    }


def _of_page(statements: Sequence[Statement], page: Finder, as_of: Moment) -> dict[str, tuple[Hit, ...]]:
    foreign = [statement for statement in statements if statement.foreign is not None]
    found = page.find([statement.text for statement in foreign], window=Window(until=as_of), limit=_TESTIFIED)
    return {statement.id: hits for statement, hits in zip(foreign, found, strict=True)}


def _told(hits: Iterable[Hit], mementos: Mapping[str, Memento]) -> list[Candidate]:
    """Return the hits near enough, in order; where one origin says the same words, only the earliest of them."""
    told: dict[tuple[str, tuple[str, ...]], Candidate] = {}
    for hit in hits:
        memento = mementos.get(hit.passage.document_id)
        if memento is not None and hit.score >= _NEAR:
            candidate = Candidate(memento=memento, span=hit.passage.span, score=hit.score)
            words = (memento.origin, said(hit.passage.span.cut(memento.document.text)))
            told[words] = min(told.get(words, candidate), candidate, key=_by_date)
    return list(told.values())


def _nearest_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda candidate: (-candidate.score, *_by_date(candidate))))


def _by_date(candidate: Candidate) -> tuple[float, str, int]:
    at = candidate.memento.at
    return (latest(at).timestamp() if at else float("inf"), candidate.memento.document.id, candidate.span.start)


def _coverage(
    hits: Iterable[Hit], mementos: Mapping[str, Memento], changed: Set[str], *, later: int, undated: int
) -> Coverage:
    near = {hit.passage.document_id for hit in hits if hit.score >= _ON_TOPIC}
    ids = near & mementos.keys()
    dates = sorted((at for key in ids if (at := mementos[key].at) is not None), key=latest)
    return Coverage(
        documents=len(ids),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        later=later,
        changed=len(near & changed),
        undated=undated,
    )


def _later(
    queries: Sequence[str], found: Sequence[Sequence[Hit]], *, archive: Finder, as_of: Moment
) -> tuple[int, ...]:
    """Return how many documents on each topic were published after ``as_of``; 0 where enough was found before."""
    short = [index for index, hits in enumerate(found) if sum(hit.score >= _ON_TOPIC for hit in hits) < _FEW]
    window = Window(after=as_of, until=date.max)
    seen = archive.find([queries[index] for index in short], window=window, limit=_SEEN)
    counts = {index: _documents(hits) for index, hits in zip(short, seen, strict=True)}
    return tuple(counts.get(index, 0) for index in range(len(queries)))


def _undated(queries: Sequence[str], archive: Finder) -> tuple[int, ...]:
    """Return how many documents on each topic have no date."""
    return tuple(map(_documents, archive.find(queries, window=Undated(), limit=_SEEN)))


def _documents(hits: Iterable[Hit]) -> int:
    return len({hit.passage.document_id for hit in hits if hit.score >= _ON_TOPIC})
