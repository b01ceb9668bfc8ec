"""How a topic is covered: by how many documents, from when to when, later than the moment asked for, without a date."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from datetime import date

from onrecord.data import Coverage, Document, Hit, Moment, Undated, Window, latest
from onrecord.find.held import Held, id_of
from onrecord.ports import Finder

SEEN = 40
"""Passages looked at for a statement, which also say how well its topic is covered."""

_ON_TOPIC = 0.5
"""Nearness from which a passage is on a statement's topic."""

_FEW = 3
"""With fewer passages on the topic than this, what was published later is counted too."""


def on_topic(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits that are on the topic they were found for."""
    return tuple(hit for hit in hits if hit.score >= _ON_TOPIC)


def coverage_of(
    hits: Iterable[Hit],
    held: Held,
    copies: Container[str],
    *,
    later: int,
    undated: int,
    more: bool = False,
    foreign: bool = False,
) -> Coverage:
    """Count what is on the topic; ``copies`` of the page say nothing new of it, but for what is ``foreign`` to it."""
    near = {id_of(hit) for hit in on_topic(hits)}
    documents = [held.standing[key] for key in near & held.standing.keys() if foreign or key not in copies]
    first, last = first_and_last(documents)
    return Coverage(
        documents=len(documents),
        more=more,
        first=first,
        last=last,
        later=later,
        changed=sum(key not in copies for key in near & held.changed.keys()),
        undated=undated,
    )


def first_and_last(documents: Iterable[Document]) -> tuple[Moment | None, Moment | None]:
    """Return when the first and the last of the documents were published."""
    dates = sorted((one.published_at for one in documents if one.published_at is not None), key=latest)
    return (dates[0], dates[-1]) if dates else (None, None)


def count_later(
    queries: Sequence[str], found: Sequence[Sequence[Hit]], *, archive: Finder, as_of: Moment
) -> tuple[int, ...]:
    """Return how many documents on each topic were published after ``as_of``; 0 where enough was found before."""
    short = [index for index, hits in enumerate(found) if sum(hit.score >= _ON_TOPIC for hit in hits) < _FEW]
    window = Window(after=as_of, until=date.max)
    seen = archive.find([queries[index] for index in short], window=window, limit=SEEN)
    counts = {index: _count(hits) for index, hits in zip(short, seen, strict=True)}
    return tuple(counts.get(index, 0) for index in range(len(queries)))


def count_undated(queries: Sequence[str], archive: Finder) -> tuple[int, ...]:
    """Return how many documents on each topic have no date."""
    return tuple(map(_count, archive.find(queries, window=Undated(), limit=SEEN)))


def _count(hits: Iterable[Hit]) -> int:
    return len({id_of(hit) for hit in on_topic(hits)})
