"""The indexes of the archive's table: over words, over vectors, and over what rows are looked up by."""

from __future__ import annotations

from lancedb.index import FTS, BTree, IvfRq
from lancedb.table import LanceTable, Table

_WORDING = FTS(
    base_tokenizer="whitespace",  # the column holds terms, cut and stemmed by text.words
    max_token_length=64,
    lower_case=False,
    stem=False,
    remove_stop_words=False,
    ascii_folding=False,
)

# Measured on 2 cores: at 150,000 passages words are found in 6 ms in the index and 480 ms outside it, so an eighth at
# most waits outside. With 35,000 of 390,000 outside, words took 83 ms and vectors 57, with none 6 and 8; so who ends
# writing leaves a 64th at most, which costs no more to merge than it did to add. Comparing all vectors takes 760 ms at
# 420,000.
_WAITING = 2_000
_WAITING_SHARE, _LEFT_SHARE = 8, 64
_VECTOR_INDEX_FROM = 1 << 16
_PARTS = 4
_PASSAGES_A_PART = 1 << 18
"""Each merge adds a part to the index of vectors, in which clusters are looked into apart: at 262,000 passages, in 11
parts, 60 of each took 23 ms of processor time, in one 18. Making one of them takes 0.04 ms a passage."""
_BITS = 4
"""Of a number of a vector in the index: RaBitQ (Gao et al. 2025), 200 bytes a passage; whole vectors take 1,536."""
_CODED = "IVF_RQ"


def make_indexes(table: Table) -> None:
    """Index all but the vectors, which are clustered once there are many."""
    table.create_index("terms", config=_WORDING)
    table.create_index("published_until", config=BTree())
    table.create_index("document_id", config=BTree())


def too_much_waits(table: Table) -> bool:
    """Say whether more rows are outside the index of words than should be; they are found all the same."""
    return _wait(table, _WAITING_SHARE)


def too_much_is_left(table: Table) -> bool:
    """Say whether more are than should be when nothing more is to come for now."""
    return _wait(table, _LEFT_SHARE)


def _wait(table: Table, share: int) -> bool:
    held = table.index_stats("terms_idx")
    return held is not None and held.num_unindexed_rows > max(_WAITING, table.count_rows() / share)


def index_vectors(table: Table) -> None:
    """Cluster the vectors once there are many, again whenever their number has doubled, or the index has many parts.

    Before there were codes, the vectors stood in their clusters whole; merging brings such an index up to date.
    """
    passages = table.count_rows("start IS NOT NULL")
    if passages < _VECTOR_INDEX_FROM:
        return
    held = table.index_stats("vector_idx")
    doubled = held is None or held.num_indexed_rows.bit_length() < passages.bit_length()
    parts = 0 if held is None else held.num_indices or 0
    if doubled or not is_coded(table) or parts >= max(_PARTS, passages // _PASSAGES_A_PART):
        table.create_index("vector", config=IvfRq(distance_type="dot", num_bits=_BITS))


def is_coded(table: Table) -> bool:
    """Say whether the index of vectors holds codes of them, so that what is found must be compared again."""
    held = table.index_stats("vector_idx")
    return held is not None and held.index_type == _CODED


def warm_indexes(table: LanceTable, *, room: int) -> None:
    """Read the indexes over words and vectors into memory; that over vectors only where ``room`` bytes hold it."""
    table.prewarm_index("terms_idx")
    held = table.index_stats("vector_idx")
    numbers = table.schema.field("vector").type.list_size
    if held is not None and held.num_indexed_rows * numbers * (_BITS / 8 if is_coded(table) else 4) <= room:
        table.prewarm_index("vector_idx")
