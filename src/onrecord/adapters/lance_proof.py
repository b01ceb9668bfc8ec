"""Proof that an archive's rows are what was written: every document's, held against its digest and its id.

What a digest does not hold, the date that searches go by and the sketch, is made of the document again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

import pyarrow as pa

from onrecord.adapters.lance_place import SKETCHES_SINCE, TERMS_SINCE
from onrecord.adapters.lance_rows import digest, encode, made_of, stored_document, terms_of
from onrecord.data import Span


def unproved(batches: Iterable[pa.RecordBatch], *, written_as: int) -> frozenset[str]:
    """Return the ids of documents whose rows, as they come, do not prove what was written, or come more than once.

    The rows of a document stand together, for they were written in one commit and merging keeps their order.

    Args:
        batches: rows of the table, all columns.
        written_as: the format of the archive.
    """
    seen: set[str] = set()
    faulty: set[str] = set()
    for key, rows in _by_document(batches):
        if key in seen or not _proves(rows, written_as):
            faulty.add(key)
        seen.add(key)
    return frozenset(faulty)


def _by_document(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, pa.Table]]:
    """Yield the runs of rows of one document."""
    for key, slices in groupby(_runs(batches), key=itemgetter(0)):
        yield key, pa.Table.from_batches([rows for _, rows in slices])


def _runs(batches: Iterable[pa.RecordBatch]) -> Iterator[tuple[str, pa.RecordBatch]]:
    for batch in batches:
        start = 0
        for key, run in groupby(batch.column("document_id").to_pylist()):
            rows = sum(1 for _ in run)
            yield key, batch.slice(start, rows)
            start += rows


def _proves(rows: pa.Table, written_as: int) -> bool:
    """Say whether a document's rows prove its digest, its id, its date, its terms and its sketch."""
    starts = rows["start"].to_pylist()
    if starts.count(None) != 1:
        return False
    own = rows.slice(starts.index(None), 1).to_pylist()[0]
    places = sorted((at for at, start in enumerate(starts) if start is not None), key=starts.__getitem__)
    passages = rows.take(pa.array(places, pa.int64()))
    try:
        document = stored_document(own)
        made = made_of(document)
        if set(rows["published_until"].to_pylist()) != {made["published_until"]}:
            return False
        if written_as >= SKETCHES_SINCE and own["sketch"] != made["sketch"]:
            return False
        spans = [Span(**edges) for edges in passages.select(["start", "end"]).to_pylist()]
        said = passages["terms"].to_pylist()
        written = (
            encode(document.text),
            own["metadata"],
            spans,
            passages["vector"].combine_chunks().flatten().to_numpy(),
        )
        if digest(*written, said) == own["digest"]:
            return True
        # Before format 3 terms had no part in the digest; from format 2 on they were cut as today.
        today = written_as < TERMS_SINCE or said == [terms_of(document.text, span) for span in spans]
        return digest(*written) == own["digest"] and today
    except (ValueError, KeyError, TypeError):
        return False
