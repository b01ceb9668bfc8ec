"""Searching the archive's table, by words and by vectors, in a window of dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from lancedb.table import Table
from numpy.typing import NDArray

from onrecord.adapters.lance_rows import microseconds, within
from onrecord.data import Dates, Undated
from onrecord.ports import Vectors
from onrecord.text.words import terms

_PROBES, _PROBES_WHOLE = 60, 40
"""Clusters looked into where the index holds codes of the vectors, and where it holds them whole. At 386,000 passages
they hold .995 and .994 of the 20 nearest, and take 8 and 23 ms of processor time."""
_FEW = 256
"""Documents in a window of which all passages are compared: of 127, 2,697 of them, in 6 ms of processor time, no more
than clusters take. Of the 95 passages before 2012 among 390,000 the clusters looked into held .80 of the 20 nearest, of
the 6,589 before March 2014 .99."""
_QUERY_TERMS = 64
"""Of a query more are not looked up: a statement has about 15, and a page handed in whole is no query."""
_TIES = 32
"""Hits fetched beyond the limit, so that among equal scores the order, not the index, decides which are returned."""
_MORE_TIES = 16
"""Times as many where all tie with the last that is wanted, as a paragraph does that stands in every document."""
_AT_ONCE = 32
"""Vectors compared in one search, which reads the table once for all of them."""
_SIDE_BY_SIDE = 2

Ranking = tuple[NDArray[np.uint64], NDArray[np.float64]]
"""Rows by the numbers that the store gives them, and their scores."""
NONE: Ranking = (np.empty(0, dtype=np.uint64), np.empty(0))
"""No rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """Which dates the documents of a table have."""

    dates: NDArray[np.int64]
    """Of those that have one, in microseconds of the epoch, ascending."""
    undated: int
    """How many have none."""

    def count(self, window: Dates) -> int:
        """Return how many documents lie in ``window``."""
        if isinstance(window, Undated):
            return self.undated
        edges = [microseconds(window.until), *([microseconds(window.after)] if window.after else [])]
        until, *after = map(int, np.searchsorted(self.dates, edges, side="right"))
        return max(0, until - sum(after))

    def filter(self, window: Dates) -> str | None:
        """Return the filter on rows that ``window`` is: empty where all of them lie in it, None where none does.

        A filter takes a third of a search, and mostly people ask as of now.
        """
        held = self.count(window)
        if not held:
            return None
        return "" if held == len(self.dates) + self.undated else within(window)


def extent_of(dates: Iterable[int | None]) -> Extent:
    """Return the extent of documents by their dates, in microseconds of the epoch."""
    every = list(dates)
    known = np.array(sorted(one for one in every if one is not None), dtype=np.int64)
    return Extent(dates=known, undated=len(every) - len(known))


def matched(table: Table, queries: Sequence[str], where: str, limit: int) -> Iterator[Ranking]:
    """Yield for each query the rows whose terms match best, ``limit`` of them and what may tie with the last."""
    match = partial(_matched, table, where=where, limit=limit)
    if len(queries) == 1:
        yield match(queries[0])
        return
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:  # the store looks for one query at a time, outside the lock
        yield from pool.map(match, queries)


def _matched(table: Table, query: str, where: str, limit: int) -> Ranking:
    sought = " ".join(list(dict.fromkeys(terms(query)))[:_QUERY_TERMS]).encode("utf-8", "replace").decode("utf-8")
    if not sought:
        return NONE
    beyond = _TIES
    while True:
        search: Any = table.search(sought, query_type="fts", fts_columns="terms")
        search = search.where(where) if where else search
        found = search.select(["_rowid", "_score"]).limit(limit + beyond).to_arrow()
        rows, scores = found["_rowid"].to_numpy(), found["_score"].to_numpy().astype(np.float64)
        if not _is_cut(scores, limit, beyond):
            return rows, scores
        beyond *= _MORE_TIES


def _is_cut(scores: NDArray[np.float64], limit: int, beyond: int) -> bool:
    """Say whether the store may have left out rows that tie with the last of ``limit``."""
    return len(scores) == limit + beyond and bool(np.partition(scores, -limit)[-limit] == scores.min())


def nearest(table: Table, vectors: Vectors, where: str, limit: int, *, coded: bool, documents: int) -> list[Ranking]:
    """Return for each vector its nearest rows by cosine, ``limit`` of them and what may tie with the last.

    Where the index is ``coded``, those that are nearest by their codes are compared again; where few ``documents`` lie
    in the window, all are compared, for most of what is near them is no longer in it.
    """
    every = partial(_nearest, table, where=where, limit=limit, probes=0, again=False)
    if documents <= _FEW:
        return every(vectors)
    found = _nearest(table, vectors, where, limit, probes=_PROBES if coded else _PROBES_WHOLE, again=coded)
    short = [place for place, (rows, _) in enumerate(found) if len(rows) < limit]
    if short:  # too few in the clusters looked into lie in the window
        for place, ranking in zip(short, every(vectors[short]), strict=True):
            found[place] = ranking
    return found


def _nearest(
    table: Table, vectors: Vectors, where: str, limit: int, *, probes: int, again: bool, beyond: int = _TIES
) -> list[Ranking]:
    """Return for each vector its nearest rows, looked for in so many clusters, or without them where that is 0."""
    rankings: list[Ranking] = []
    for at in range(0, len(vectors), _AT_ONCE):
        some = vectors[at : at + _AT_ONCE]
        search: Any = table.search(some if len(some) > 1 else some[0], vector_column_name="vector")
        search = search.distance_type("dot")
        search = search.where(where) if where else search
        search = search.nprobes(probes) if probes else search.bypass_vector_index()
        search = search.refine_factor(1) if again else search
        found = search.select(["_rowid", "_distance"]).limit(limit + beyond).to_arrow()
        rows, scores = found["_rowid"].to_numpy(), 1.0 - found["_distance"].to_numpy().astype(np.float64)
        asked = found["query_index"].to_numpy() if len(some) > 1 else np.zeros(len(rows))
        rankings += [(rows[asked == place], scores[asked == place]) for place in range(len(some))]
    cut = [place for place, (_, scores) in enumerate(rankings) if _is_cut(scores, limit, beyond)]
    if cut:
        more = beyond * _MORE_TIES
        found = _nearest(table, vectors[cut], where, limit, probes=probes, again=again, beyond=more)
        for place, ranking in zip(cut, found, strict=True):
            rankings[place] = ranking
    return rankings
