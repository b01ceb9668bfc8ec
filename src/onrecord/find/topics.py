"""Gathering what the record has on a topic, over one window of time or several."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.data import Found, Hit, Moment, Window, day_of
from onrecord.find.candidates import nearest_first, told_once
from onrecord.find.covering import count_later, count_undated, coverage_of, on_topic
from onrecord.find.held import documents_behind, id_of
from onrecord.ports import Finder

_SEEN = 200
"""Passages looked at, and handed on, for a brief."""

_HALVINGS = 3
"""How often the time is halved: 8 searches find 1,600 passages at most; of the widest topics that takes 4 seconds."""


def gather_topic(topic: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> Found:
    """Return the passages on ``topic`` after ``since`` and up to ``as_of``, best first, and what the archive covers."""
    return _of_topic(topic, (Window(until=as_of, after=since),), archive=archive, as_of=as_of)


def gather_record(topic: str, *, archive: Finder, as_of: Moment, since: Moment | None = None) -> Found:
    """Return what :func:`gather_topic` does, over all of the time.

    Where more is on the topic than one search returns, each half of the time is searched, and the halves of these; else
    the days on which most is written of it would hide the others.
    """
    hits, more = _all_hits(topic, Window(until=as_of, after=since), archive=archive, depth=_HALVINGS)
    return _told_of(topic, [hits], more=more, archive=archive, as_of=as_of)


def gather_changes(topic: str, *, archive: Finder, since: Moment, as_of: Moment) -> Found:
    """Return the passages on ``topic`` after ``since``, which coverage is of, and those up to it."""
    windows = (Window(until=as_of, after=since), Window(until=since))
    return _of_topic(topic, windows, archive=archive, as_of=as_of)


def _all_hits(topic: str, window: Window, *, archive: Finder, depth: int) -> tuple[tuple[Hit, ...], bool]:
    """Search a window, and its halves where it holds more than one search returns; say whether there is still more."""
    (hits,) = archive.find([topic], window=window, limit=_SEEN)
    if not depth or not _is_full(hits):
        return hits, _is_full(hits)
    days = sorted(day_of(one.published_at) for one in archive.documents(sorted(map(id_of, hits))) if one.published_at)
    middle = days[len(days) // 2]
    halves = (Window(until=window.until, after=middle), Window(until=middle, after=window.after))
    if middle >= day_of(window.until) or (window.after is not None and middle <= day_of(window.after)):
        return hits, True
    found = [_all_hits(topic, half, archive=archive, depth=depth - 1) for half in halves]
    return tuple(hit for some, _ in found for hit in some), any(more for _, more in found)


def _is_full(hits: Sequence[Hit]) -> bool:
    """Say whether a search returned as much as it may, all of it on the topic, so that there may be more."""
    return len(on_topic(hits)) >= _SEEN


def _of_topic(topic: str, windows: Sequence[Window], *, archive: Finder, as_of: Moment) -> Found:
    """Search each window, and tell origins apart over all that is found."""
    found = [archive.find([topic], window=window, limit=_SEEN)[0] for window in windows]
    return _told_of(topic, found, more=_is_full(found[0]), archive=archive, as_of=as_of)


def _told_of(topic: str, found: Sequence[Sequence[Hit]], *, more: bool, archive: Finder, as_of: Moment) -> Found:
    """Tell origins apart over all that is found, and say what the archive covers of the first."""
    held = documents_behind(found, archive, as_of)
    hits = [hit for some in found for hit in on_topic(some) if id_of(hit) in held.standing]
    (later,) = count_later([topic], found[:1], archive=archive, as_of=as_of)
    (undated,) = count_undated([topic], archive)
    coverage = coverage_of(found[0], held, (), later=later, undated=undated, more=more)
    return Found(candidates=nearest_first(told_once(hits, held.mementos(archive, hits))), coverage=coverage)
