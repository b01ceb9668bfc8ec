"""Gathering what the record has for statements and topics."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from onrecord.data import (
    Candidate,
    Coverage,
    Document,
    Found,
    Hit,
    Memento,
    Moment,
    Statement,
    Undated,
    Window,
    day_of,
    latest,
)
from onrecord.find.nearness import said
from onrecord.find.offices import look_up_offices
from onrecord.find.origins import is_copy
from onrecord.find.versions import changed_since, in_force
from onrecord.ports import Finder
from onrecord.text.addresses import page_of

_SEEN = 40
"""Passages looked at for a statement, which also say how well its topic is covered."""

_CANDIDATES = 16
"""Passages of the archive handed on for a statement: a larger share of answers is not found further down
(recall .91 in 16, .92 in 20, .93 in 40; ``benchmarks/finding``)."""

_REPORT = 40
"""Words from which a text without an address may be a report that others copy: the shortest briefs of agencies have
more. A shorter one is a claim, and whoever has it word for word is on record saying so."""

_TESTIFIED = 8
"""Passages of the page itself handed on for a foreign statement."""

_TOPIC_SEEN = 200
"""Passages looked at, and handed on, for a brief."""

_HALVED = 3
"""How often the time is halved: 8 searches find 1,600 passages at most; of the widest topics that takes 4 seconds."""

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
    the page's own, so that one can tell, and otherwise left out. A text that is no more than a claim has no copies.
    """
    if not statements:
        return ()
    queries = [statement.text for statement in statements]
    found = archive.find(queries, window=Window(until=as_of), limit=_SEEN)
    held = _documents(archive, found, as_of)
    own = {memento.document.id: memento for memento in page.mementos([statements[0].document_id])}
    copies = _Copies([memento.document for memento in own.values() if not _is_claim(memento.document)], held.every)
    later = _later(queries, found, archive=archive, as_of=as_of)
    undated = _undated(queries, archive)
    coverages = [
        _coverage(hits, held, copies, foreign=bool(statement.foreign), later=after, undated=dateless)
        for statement, hits, after, dateless in zip(statements, found, later, undated, strict=True)
    ]
    others = [
        _nearest(hits, held.standing, () if statement.foreign else copies)
        for statement, hits in zip(statements, found, strict=True)
    ]
    alone = [
        () if statement.foreign or coverage.documents else tuple(hit for hit in _on_topic(hits) if _id(hit) in copies)
        for statement, hits, coverage in zip(statements, found, coverages, strict=True)
    ]
    mementos = held.mementos(archive, chain.from_iterable((*others, *alone)))
    marked = {key: replace(memento, own=True) for key, memento in mementos.items() if key in copies}
    testified = _of_page(statements, page, as_of)
    offices = look_up_offices(statements, archive=archive, as_of=as_of)
    gathered = []
    for at, statement in enumerate(statements):
        told = _told(alone[at], marked) or _told(others[at], mementos)[:_CANDIDATES]
        if statement.foreign:
            told += _told([hit for hit in testified[statement.id] if hit.score >= _NEAR], own)
        by_others = tuple(one for one in offices[at] if one.memento.document.id not in copies)
        gathered.append(Found(candidates=_nearest_first(told), coverage=coverages[at], offices=by_others))
    return tuple(gathered)


def search(query: str, *, archive: Finder, as_of: Moment, limit: int) -> Found:
    """Return up to ``limit`` passages near ``query``, best first, and the documents they stand in as coverage."""
    found = archive.find([query], window=Window(until=as_of), limit=limit)
    held = _documents(archive, found, as_of)
    hits = [hit for hit in found[0] if _id(hit) in held.standing]
    mementos = held.mementos(archive, hits)
    candidates = tuple(_candidate(hit, mementos) for hit in hits)
    first, last = _first_and_last(held.standing.values())
    coverage = Coverage(documents=len(held.standing), first=first, last=last, changed=len(held.changed))
    return Found(candidates=candidates, coverage=coverage)


def gather_topic(topic: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> Found:
    """Return the passages on ``topic`` after ``since`` and up to ``as_of``, best first, and what the archive covers."""
    return _of_topic(topic, (Window(until=as_of, after=since),), archive=archive, as_of=as_of)


def gather_record(topic: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> Found:
    """Return what :func:`gather_topic` does, over all of the time.

    Where more is on the topic than one search returns, each half of the time is searched, and the halves of these; else
    the days on which most is written of it would hide the others.
    """
    hits = _all_hits(topic, Window(until=as_of, after=since), archive=archive, depth=_HALVED)
    return _told_of(topic, [hits], archive=archive, as_of=as_of)


def _all_hits(topic: str, window: Window, *, archive: Finder, depth: int) -> tuple[Hit, ...]:
    (hits,) = archive.find([topic], window=window, limit=_TOPIC_SEEN)
    if not depth or len(_on_topic(hits)) < _TOPIC_SEEN:
        return hits
    days = sorted(day_of(one.published_at) for one in archive.documents(sorted(map(_id, hits))) if one.published_at)
    middle = days[len(days) // 2]
    halves = (Window(until=window.until, after=middle), Window(until=middle, after=window.after))
    if middle >= day_of(window.until) or (window.after is not None and middle <= day_of(window.after)):
        return hits
    return tuple(hit for half in halves for hit in _all_hits(topic, half, archive=archive, depth=depth - 1))


def gather_changes(topic: str, *, archive: Finder, since: Moment, as_of: Moment) -> Found:
    """Return the passages on ``topic`` after ``since``, which coverage is of, and those up to it."""
    windows = (Window(until=as_of, after=since), Window(until=since))
    return _of_topic(topic, windows, archive=archive, as_of=as_of)


def _of_topic(topic: str, windows: Sequence[Window], *, archive: Finder, as_of: Moment) -> Found:
    """Search each window, and tell origins apart over all that is found."""
    found = [archive.find([topic], window=window, limit=_TOPIC_SEEN)[0] for window in windows]
    return _told_of(topic, found, archive=archive, as_of=as_of)


def _told_of(topic: str, found: Sequence[Sequence[Hit]], *, archive: Finder, as_of: Moment) -> Found:
    """Tell origins apart over all that is found, and say what the archive covers of the first."""
    held = _documents(archive, found, as_of)
    hits = [hit for some in found for hit in _on_topic(some) if _id(hit) in held.standing]
    (later,) = _later([topic], found[:1], archive=archive, as_of=as_of)
    (undated,) = _undated([topic], archive)
    coverage = _coverage(found[0], held, (), later=later, undated=undated)
    return Found(candidates=_nearest_first(_told(hits, held.mementos(archive, hits))), coverage=coverage)


def _is_claim(document: Document) -> bool:
    return document.url is None and len(document.text.split()) < _REPORT


_Documents = Mapping[str, Document]
"""By their ids."""


class _Copies(Container[str]):
    """The documents that copy a page, or that it copies; only those asked about are looked at, for that takes time."""

    def __init__(self, pages: Sequence[Document], documents: _Documents) -> None:
        self._pages = pages
        self._documents = documents
        self._told: dict[str, bool] = {}

    def __contains__(self, key: object) -> bool:
        document = self._documents.get(str(key))
        if document is None:
            return False
        if document.id not in self._told:
            self._told[document.id] = any(is_copy(page, document) for page in self._pages)
        return self._told[document.id]


@dataclass(frozen=True, slots=True)
class _Held:
    """The documents behind hits."""

    every: dict[str, Document]
    standing: dict[str, Document]
    """Those that stood so at the moment asked for."""
    changed: dict[str, Document]
    """Those that were changed since."""

    def mementos(self, finder: Finder, hits: Iterable[Hit]) -> dict[str, Memento]:
        """Return the documents behind some of the hits with their origins, told apart among them and their versions."""
        ids = {_id(hit) for hit in hits}
        pages = {page for key in ids if (page := page_of(self.every[key].url))}
        versions = (key for key, document in self.every.items() if page_of(document.url) in pages)
        return {memento.document.id: memento for memento in finder.mementos(sorted(ids.union(versions)))}


def _documents(finder: Finder, found: Iterable[Iterable[Hit]], as_of: Moment) -> _Held:
    every = {
        document.id: document for document in finder.documents(sorted({_id(hit) for hits in found for hit in hits}))
    }
    return _Held(every, in_force(every, as_of), changed_since(every, as_of))


def _id(hit: Hit) -> str:
    return hit.passage.document_id


def _on_topic(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    return tuple(hit for hit in hits if hit.score >= _ON_TOPIC)


def _nearest(hits: Iterable[Hit], documents: _Documents, left_out: Container[str]) -> list[Hit]:
    """Return the nearest hits, as many as have so many wordings, and those further down that have one of these too.

    Origins are told apart among their documents only: what nobody is shown need not be told apart.
    """
    wordings: set[tuple[str, ...]] = set()
    nearest = []
    for hit in hits:
        document = documents.get(_id(hit))
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


def _told(hits: Iterable[Hit], mementos: Mapping[str, Memento]) -> list[Candidate]:
    """Return candidates in order; where one origin says the same words, only the earliest of them."""
    told: dict[tuple[str, tuple[str, ...]], Candidate] = {}
    for hit in hits:
        candidate = _candidate(hit, mementos)
        words = (candidate.memento.origin, said(hit.passage.span.cut(candidate.memento.document.text)))
        told[words] = min(told.get(words, candidate), candidate, key=_by_date)
    return list(told.values())


def _candidate(hit: Hit, mementos: Mapping[str, Memento]) -> Candidate:
    return Candidate(memento=mementos[_id(hit)], span=hit.passage.span, score=hit.score)


def _nearest_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda candidate: (-candidate.score, *_by_date(candidate))))


def _by_date(candidate: Candidate) -> tuple[float, str, int]:
    at = candidate.memento.at
    return (latest(at).timestamp() if at else float("inf"), candidate.memento.document.id, candidate.span.start)


def _coverage(
    hits: Iterable[Hit],
    held: _Held,
    copies: Container[str],
    *,
    later: int,
    undated: int,
    foreign: bool = False,
) -> Coverage:
    """Count what is on the topic; ``copies`` of the page say nothing new of it, but for what is ``foreign`` to it."""
    near = {_id(hit) for hit in _on_topic(hits)}
    documents = [held.standing[key] for key in near & held.standing.keys() if foreign or key not in copies]
    first, last = _first_and_last(documents)
    return Coverage(
        documents=len(documents),
        first=first,
        last=last,
        later=later,
        changed=sum(key not in copies for key in near & held.changed.keys()),
        undated=undated,
    )


def _first_and_last(documents: Iterable[Document]) -> tuple[Moment | None, Moment | None]:
    dates = sorted((one.published_at for one in documents if one.published_at is not None), key=latest)
    return (dates[0], dates[-1]) if dates else (None, None)


def _later(
    queries: Sequence[str], found: Sequence[Sequence[Hit]], *, archive: Finder, as_of: Moment
) -> tuple[int, ...]:
    """Return how many documents on each topic were published after ``as_of``; 0 where enough was found before."""
    short = [index for index, hits in enumerate(found) if sum(hit.score >= _ON_TOPIC for hit in hits) < _FEW]
    window = Window(after=as_of, until=date.max)
    seen = archive.find([queries[index] for index in short], window=window, limit=_SEEN)
    counts = {index: _count(hits) for index, hits in zip(short, seen, strict=True)}
    return tuple(counts.get(index, 0) for index in range(len(queries)))


def _undated(queries: Sequence[str], archive: Finder) -> tuple[int, ...]:
    """Return how many documents on each topic have no date."""
    return tuple(map(_count, archive.find(queries, window=Undated(), limit=_SEEN)))


def _count(hits: Iterable[Hit]) -> int:
    return len({_id(hit) for hit in _on_topic(hits)})
