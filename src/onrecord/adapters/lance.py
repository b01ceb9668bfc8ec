"""The archive: one LanceDB table, in a folder or under a prefix of a bucket.

One table, because a commit covers one table: documents and passages appear together or not at all, and a
reader that holds a version sees one state of both (docs/decisions/0002-archive-commit.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Self, cast

import lancedb
import numpy as np
from lancedb.query import LanceQueryBuilder, LanceTakeQueryBuilder
from lancedb.table import LanceTable, Table

from onrecord.adapters.empty import NOTHING
from onrecord.adapters.lance_faults import translated
from onrecord.adapters.lance_indexes import too_much_is_left, too_much_waits, warm_indexes
from onrecord.adapters.lance_layout import Layout, laid_out
from onrecord.adapters.lance_place import (
    RULINGS_FILE,
    SKETCHES_SINCE,
    Place,
    Writer,
    check_format,
    make,
    place_of,
)
from onrecord.adapters.lance_proof import unproved
from onrecord.adapters.lance_rows import (
    among,
    blocks,
    document_in,
    rows,
    schema,
    stored_holding,
    stored_passage,
)
from onrecord.adapters.lance_rulings import forget_documents, read_rulings, write_rulings
from onrecord.adapters.lance_seals import prove
from onrecord.adapters.lance_tables import (
    begin,
    dimensions_of,
    every_row,
    make_table,
    merge,
    name_of,
    open_table,
    replace_table,
)
from onrecord.data import (
    Dates,
    Document,
    Hit,
    Holding,
    Memento,
    Moment,
    OriginRuling,
    Passage,
    Stats,
)
from onrecord.errors import ArchiveError, ArchiveLocked, InputMissing
from onrecord.ports import Entry, Vectors
from onrecord.text.shingles import copies, shingles, sketch

_CACHE = {"index_cache_size_bytes": 768 << 20, "metadata_cache_size_bytes": 64 << 20}
_UNMERGED_COMMITS = 128
_ID = re.compile("[0-9a-f]{32}")


class LanceArchive:
    """An archive in a place; a reader stays at the version it opened, a writer moves on with its own commits."""

    def __init__(self, place: Place, session: lancedb.Session | None = None) -> None:
        """Open the archive in ``place``; see :meth:`open`. Archives with one ``session`` share what is in memory."""
        self.place = place
        self._writer: Writer | None = None
        self._commits = 0
        self._read: tuple[str, int] | None = None
        self._layout: tuple[tuple[str, int], Layout] | None = None
        self._failed = False
        self._revision: tuple[tuple[tuple[str, int], tuple[OriginRuling, ...]], str] | None = None
        with translated(place):
            self._session = session or lancedb.Session(**_CACHE)
            self._seen = self._mark()
            self._table = open_table(place, self._session)
            self._rulings = read_rulings(place)

    @classmethod
    def open(cls, where: Path | str, *, create: bool = False) -> Self:
        """Open the archive in a folder or bucket, making an empty one first when ``create`` says so.

        Raises:
            ArchiveMissing: there is none.
            ArchiveTooNew: a newer onrecord wrote it.
            ArchiveDamaged: it cannot be read.
            ArchiveReadOnly: it cannot be made there.
            ArchiveOffline: the storage does not answer.
            UsageError: a file stands where it would be made.
        """
        place = place_of(where)
        if create:
            make(place)
        check_format(place)
        return cls(place)

    def close(self) -> None:
        """Let others write."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        with closing(self):
            if not failed and self._writer and self._table is not None and too_much_is_left(self._table):
                with suppress(ArchiveError):  # searches would be slower for it, and nothing else
                    self.compact()

    def newest(self) -> LanceArchive:
        """Return the archive as it stands now: this one while nothing was committed since it was opened."""
        return self if self._mark() == self._seen else LanceArchive(self.place, self._session)

    def _mark(self) -> tuple[object, ...]:
        """Return what changes with every commit and ruling, by whatever process."""
        name = name_of(self.place)
        return name, name and self.place.state(name), self.place.read(RULINGS_FILE)

    # Writing -----------------------------------------------------------------------------------

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Remember it where a write failed: what was not heard to have come in may be there, or may yet come."""
        try:
            with translated(self.place):
                yield
        except ArchiveLocked:  # refused, so nothing came in
            raise
        except BaseException:
            self._failed = True
            raise
        finally:
            self._read = None

    def add(self, entries: Sequence[Entry]) -> int:
        """Store what is not yet held, all in one commit or nothing; return how many were new.

        Raises:
            ArchiveLocked: another process is writing.
            ArchiveFull: the disk is full; what was committed before stays.
            ArchiveReadOnly: the place may not be written.
            UsageError: the vectors have another length than those held.
        """
        writer = self.become_writer()
        by_id = {entry.document.id: entry for entry in entries}
        held = self.holds(tuple(by_id))
        fresh = [entry for key, entry in by_id.items() if key not in held]
        if not fresh:
            return 0
        dimensions = dimensions_of(self.place, self._table, fresh)
        with self._writing():
            if self._table is None:
                make_table(self.place, writer, schema(dimensions))
                self._table = open_table(self.place, self._session)
            table = cast("Table", self._table)
            table.add(rows(fresh, dimensions))
            self._commits += 1
            if self._commits >= _UNMERGED_COMMITS or too_much_waits(table):
                self.compact()
        return len(fresh)

    def compact(self) -> None:
        """Bring all indexes up to date, damaged ones anew; merge small files and delete what no reader needs any more.

        Raises:
            ArchiveLocked: another process is writing.
            ArchiveFull: there is no room to do so; the archive is as it was.
        """
        writer = self.become_writer()
        if self._table is None:
            return
        with self._writing():
            self._table = merge(self.place, writer, self._table, self._session)
        self._commits = 0

    def become_writer(self) -> Writer:
        """Keep others from writing until closed, and go to the newest version, at first and after a write that failed.

        Adding does so too, when it must.

        Raises:
            ArchiveLocked: another process is writing, or has taken over.
            ArchiveReadOnly: the place may not be written.
        """
        if self._writer is not None:
            self._writer.prove()
            if not self._failed:
                return self._writer
        with ExitStack() as stack, translated(self.place):
            writer = self._writer or stack.enter_context(closing(self.place.lock()))
            self._table = begin(self.place, writer, self._session, late=self._failed)
            self._rulings, self._failed, self._read = read_rulings(self.place), False, None
            stack.pop_all()
        self._writer = writer
        return writer

    def delete(self, document_ids: Sequence[str]) -> int:
        """Delete documents for good, from indexes and older versions too; return how many there were.

        All that stays is written anew, which takes as much room again; readers that opened the archive before must
        open it again. A kill leaves the documents there or not; what it leaves of their files, the next writer deletes.

        Raises:
            ArchiveLocked: another process is writing.
            ArchiveFull: there is no room for it; the archive is as it was.
        """
        writer = self.become_writer()
        held = self.holds(document_ids)
        if self._table is None or not held:
            return 0
        with self._writing():
            replace_table(self.place, writer, self._table, without=held)
            self._table = open_table(self.place, self._session)
            forget_documents(self.place, writer, held)
            self._rulings = read_rulings(self.place)
        return len(held)

    def rule(self, ruling: OriginRuling) -> None:
        """Keep what a person ruled on the origin of two documents; every ruling stays, the last on a pair stands.

        Raises:
            InputMissing: one of them is not stored.
            ArchiveLocked: another process is writing.
        """
        writer = self.become_writer()
        if unknown := sorted(set(ruling.documents) - self.holds(ruling.documents)):
            fix = "`onrecord archive list` prints the ids"
            raise InputMissing(f"there is no document {unknown[0]}", why="the archive holds none of that id", fix=fix)
        with translated(self.place):
            write_rulings(writer, (*self._rulings, ruling))
            self._rulings = read_rulings(self.place)

    # Reading -----------------------------------------------------------------------------------

    @property
    def revision(self) -> str:
        """The version read and a digest of the ids of its documents and of what was ruled on them."""
        if self._table is None:
            return NOTHING
        read = self._reading(self._table)
        if self._revision is None or self._revision[0] != (read, self._rulings):
            ids = sorted(row["document_id"] for row in self._scan("start IS NULL", "document_id"))
            named = "".join((*ids, *map(repr, self._rulings)))
            self._revision = (read, self._rulings), sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        return f"v{read[1]}-{self._revision[1]}"

    def holds(self, document_ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that are stored."""
        found = self._of_documents(document_ids, "document_id")
        return frozenset(row["document_id"] for row in found)

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the stored documents in the order asked for, leaving out unknown ids; each its own origin."""
        found = self._of_documents(document_ids, "document_id", "text", "metadata")
        held = {row["document_id"]: document_in(self.place, row) for row in found}
        return tuple(Memento(document=held[key], origin=key) for key in document_ids if key in held)

    def passages(self, document_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of stored documents, by document and place."""
        ids = blocks(sorted(key for key in set(document_ids) if _ID.fullmatch(key)))
        held = (self._scan(f"{among(some)} AND start IS NOT NULL", "document_id", "start", "end") for some in ids)
        found = (stored_passage(row) for rows in held for row in rows)
        return tuple(sorted(found, key=lambda one: (one.document_id, one.span.start)))

    def match(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the passages whose terms match best (BM25), the window applied before ranking."""
        with translated(self.place):
            layout = self._laid_out()
            return layout.match(queries, window, limit) if layout else ((),) * len(queries)

    def near(self, vectors: Vectors, *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each vector the nearest passages by cosine, the window applied before ranking."""
        with translated(self.place):
            layout = self._laid_out()
            return layout.near(vectors, window, limit) if layout else ((),) * len(vectors)

    def _laid_out(self) -> Layout | None:
        """Return what stands in which row of the version read; None where there is no table."""
        if self._table is None:
            return None
        held, read = self._layout, self._reading(self._table)
        if held is None or held[0] != read:
            self._layout = held = read, laid_out(self._table)
        return held[1]

    def _reading(self, table: Table) -> tuple[str, int]:
        """Name the state read: another table takes the place of one, and counts its versions from one again.

        Only writing moves it on, and the store takes longer to tell it than to look up a document.
        """
        self._read = read = self._read or (table.name, table.version)
        return read

    def warm(self) -> None:
        """Read what searches need into memory, indexes where there is room, so that the first take no longer."""
        if self._table is None:
            return
        with translated(self.place):
            self._laid_out()
            warm_indexes(cast("LanceTable", self._table), room=_CACHE["index_cache_size_bytes"])

    def holdings(self) -> tuple[Holding, ...]:
        """Return what is known of all stored documents without their texts, by publication date, then by id."""
        found = {row["document_id"]: row for row in self._scan("start IS NULL", "document_id", "metadata")}
        return tuple(stored_holding(found[key]) for key in self._ids_by_date())

    def rulings(self) -> tuple[OriginRuling, ...]:
        """Return everything that was ruled on origins, the oldest first."""
        return self._rulings

    def documents(self) -> Iterator[Document]:
        """Iterate over all stored documents by publication date, undated ones last, then by id."""
        for ids in blocks(self._ids_by_date()):
            yield from (memento.document for memento in self.mementos(ids))

    def stats(self) -> Stats:
        """Count what is stored; origins are texts, copies counted once."""
        ids = self._ids_by_date()
        columns = ("document_id", "published_until", "sketch")
        found = {row["document_id"]: row for row in self._scan("start IS NULL", *columns)}
        dated = [key for key in ids if found[key]["published_until"] is not None]
        if check_format(self.place) >= SKETCHES_SINCE:
            sketches = [np.frombuffer(found[key]["sketch"], dtype=np.uint64) for key in ids]
        else:
            sketches = [sketch(shingles(document.text)) for document in self.documents()]
        return Stats(
            documents=len(ids),
            passages=self._table.count_rows("start IS NOT NULL") if self._table is not None else 0,
            origins=len(set(copies(sketches))),
            undated=len(ids) - len(dated),
            first=self._published(dated[:1]),
            last=self._published(dated[-1:]),
            revision=self.revision,
            bytes=sum(size for _, size in self.place.files()),
        )

    def verify(self) -> tuple[str, ...]:
        """Return the ids of documents whose rows are not what was written, in order; none when all is well.

        Raises:
            ArchiveDamaged: files are missing or cannot be read at all, or the documents are whole and an index is not.
        """
        if self._table is None:
            return ()
        written_as = check_format(self.place)
        with translated(self.place):
            if not (faulty := unproved(every_row(self._table), written_as=written_as)):
                prove(self.place, self._table)
        return tuple(sorted(faulty))

    def _published(self, ids: Sequence[str]) -> Moment | None:
        return next((memento.at for memento in self.mementos(ids)), None)

    def _ids_by_date(self) -> list[str]:
        last = float("inf")
        held = self._scan("start IS NULL", "document_id", "published_until")
        dates = [
            (last if row["published_until"] is None else row["published_until"], row["document_id"]) for row in held
        ]
        return [key for _, key in sorted(dates)]

    def _of_documents(self, document_ids: Sequence[str], *columns: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of documents themselves, found by number once a search has laid them out."""
        ids = [key for key in dict.fromkeys(document_ids) if _ID.fullmatch(key)]
        if self._table is None or not ids:
            return
        held = self._layout
        known = held is not None and held[0] == self._reading(self._table)
        for block in blocks(ids):
            if held is None or not known:
                yield from self._scan(f"{among(block)} AND start IS NULL", *columns)
            elif rows := held[1].rows_of(block):
                yield from self._rows(self._table.take_row_ids(rows), *columns)

    def _scan(self, where: str, *columns: str) -> Iterator[dict[str, Any]]:
        if self._table is not None:
            yield from self._rows(self._table.search().where(where), *columns)

    def _rows(self, query: LanceQueryBuilder | LanceTakeQueryBuilder, *columns: str) -> Iterator[dict[str, Any]]:
        with translated(self.place):
            for batch in query.select(list(columns)).to_batches():
                yield from batch.to_pylist()
