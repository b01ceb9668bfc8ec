"""What stands in which row of the archive's table: read once for each version, and then no search reads it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from lancedb.table import Table
from numpy.typing import NDArray

from onrecord.adapters.lance_indexes import is_coded
from onrecord.adapters.lance_search import NONE, Extent, Ranking, extent_of, matched, nearest
from onrecord.data import Dates, Hit, Passage, Retriever, Span
from onrecord.ports import Vectors

_AT_ONCE = 1 << 17
"""Rows in memory at once while they are read: 9 MB."""
_NOWHERE = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rows of one version of a table: 28 bytes of memory for each, and the ids of the documents."""

    table: Table
    coded: bool
    """Whether its index of vectors holds codes of them."""
    extent: Extent
    own: dict[str, int]
    """The row of each document itself, by its id."""
    ids: tuple[str, ...]
    rows: NDArray[np.uint64]
    """All of them, by the numbers that the store gives them, in ascending order; the next are in the same."""
    documents: NDArray[np.int32]
    """Whose they are, by place in ``ids``."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def match(self, queries: Sequence[str], window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the passages in a window whose terms match best."""
        where = self.extent.filter(window)
        found = [NONE] * len(queries) if where is None else matched(self.table, queries, where, limit)
        return tuple(self._ranked(ranking, limit, Retriever.WORDING) for ranking in found)

    def near(self, vectors: Vectors, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each vector the passages in a window that are nearest."""
        where = self.extent.filter(window)
        if where is None:
            found = [NONE] * len(vectors)
        else:
            held = self.extent.count(window)
            found = nearest(self.table, vectors, where, limit, coded=self.coded, documents=held)
        return tuple(self._ranked(ranking, limit, Retriever.VECTOR) for ranking in found)

    def rows_of(self, document_ids: Iterable[str]) -> list[int]:
        """Return the rows of documents themselves, leaving out unknown ids."""
        return [self.own[key] for key in document_ids if key in self.own]

    def _ranked(self, found: Ranking, limit: int, retriever: Retriever) -> tuple[Hit, ...]:
        """Return hits for rows with scores, the best first, as many as wanted; ties by document and place."""
        rows, scores = found
        best = sorted(zip((-scores).tolist(), *self._places(rows), strict=True))[:limit]
        return tuple(
            Hit(
                passage=Passage(document_id=key, span=Span(start=start, end=end)),
                score=-negative,
                retriever=retriever,
            )
            for negative, key, start, end in best
        )

    def _places(self, rows: NDArray[np.uint64]) -> tuple[list[str], list[int], list[int]]:
        """Return for each of these rows the document that its passage stands in, and where it starts and ends."""
        at = np.searchsorted(self.rows, rows)
        assert np.array_equal(self.rows[at], rows), "what is searched is the version that was laid out"
        owners = [self.ids[owner] for owner in self.documents[at].tolist()]
        return owners, self.starts[at].tolist(), self.ends[at].tolist()


def laid_out(table: Table) -> Layout:
    """Read what stands in which row of ``table``."""
    own: dict[str, int] = {}
    dates: list[int | None] = []
    places: dict[str, int] = {}
    parts = []
    for part in _parts(table):
        said = part["document_id"].combine_chunks().dictionary_encode()
        known = [places.setdefault(key, len(places)) for key in said.dictionary.to_pylist()]
        owners = np.array(known, dtype=np.int32)[said.indices.to_numpy()]
        starts, ends = (part[name].fill_null(_NOWHERE).to_numpy() for name in ("start", "end"))
        parts.append((part["_rowid"].to_numpy(), owners, starts, ends))
        heads = part.filter(pa.array(starts == _NOWHERE))
        own.update(zip(heads["document_id"].to_pylist(), heads["_rowid"].to_pylist(), strict=True))
        dates += heads["published_until"].to_pylist()
    rows, owners, starts, ends = map(np.concatenate, zip(*parts, strict=True))
    order = np.argsort(rows, kind="stable")
    return Layout(
        table=table,
        coded=is_coded(table),
        extent=extent_of(dates),
        own=own,
        ids=tuple(places),
        rows=rows[order],
        documents=owners[order],
        starts=starts[order],
        ends=ends[order],
    )


def _parts(table: Table) -> Iterator[pa.Table]:
    """Yield what is read of the rows; the store hands over one answer whole, so a part is asked for."""
    columns = ["document_id", "start", "end", "published_until"]
    for start in range(0, max(1, table.count_rows()), _AT_ONCE):
        yield table.search().with_row_id(True).select(columns).limit(_AT_ONCE).offset(start).to_arrow()
