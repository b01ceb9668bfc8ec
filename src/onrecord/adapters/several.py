"""Several archives asked as one, to be read only: what more than one of them holds is there once."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, groupby

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
    latest,
)
from onrecord.errors import UsageError
from onrecord.ports import Archive, Entry, Vectors
from onrecord.text.shingles import copies, shingles, sketch


@dataclass(frozen=True, slots=True)
class SeveralArchives:
    """Asks each archive and merges what they answer; the first that holds a document speaks for it."""

    held: tuple[Archive, ...]

    @property
    def revision(self) -> str:
        """The revisions of all, in their order."""
        return " + ".join(archive.revision for archive in self.held)

    def newest(self) -> SeveralArchives:
        """Return the archives as they stand now: this while nothing was committed to any of them."""
        now = tuple(archive.newest() for archive in self.held)
        return self if now == self.held else SeveralArchives(now)

    def warm(self) -> None:
        """Read what searches need of each of them into memory, where there is room."""
        for archive in self.held:
            archive.warm()

    def add(self, entries: Sequence[Entry]) -> int:  # noqa: ARG002 (the port's signature)
        """Refuse: several archives are read.

        Raises:
            UsageError: always.
        """
        raise _read_only()

    def rule(self, ruling: OriginRuling) -> None:  # noqa: ARG002
        """Refuse: several archives are read.

        Raises:
            UsageError: always.
        """
        raise _read_only()

    def holds(self, document_ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that any of them stores."""
        return frozenset(chain.from_iterable(archive.holds(document_ids) for archive in self.held))

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the stored documents in the order asked for, leaving out unknown ids; each its own origin."""
        found: dict[str, Memento] = {}
        for archive in self.held:
            missing = [key for key in document_ids if key not in found]
            found |= {memento.document.id: memento for memento in archive.mementos(missing)}
        return tuple(found[key] for key in document_ids if key in found)

    def passages(self, document_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of stored documents, by document and place."""
        owners = self._owners(document_ids)
        found = (archive.passages([key for key in owners if owners[key] == n]) for n, archive in enumerate(self.held))
        return tuple(sorted(chain.from_iterable(found), key=lambda one: (one.document_id, one.span.start)))

    def match(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the passages whose words match best, by their rank in their archive.

        How rare a word is, and so a score, depends on the archive: scores of two do not compare, ranks do.
        """
        found = [archive.match(queries, window=window, limit=limit) for archive in self.held]
        return tuple(self._merged([list(_ranked(hits)) for hits in each], limit) for each in zip(*found, strict=True))

    def near(self, vectors: Vectors, *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each vector the nearest passages."""
        found = [archive.near(vectors, window=window, limit=limit) for archive in self.held]
        return tuple(
            self._merged([[(-hit.score, hit) for hit in hits] for hits in each], limit)
            for each in zip(*found, strict=True)
        )

    def holdings(self) -> tuple[Holding, ...]:
        """Return what is known of all stored documents without their texts, in the order of :meth:`documents`."""
        found = heapq.merge(*(archive.holdings() for archive in self.held), key=_by_date)
        return tuple({one.document_id: one for one in found}.values())

    def documents(self) -> Iterator[Document]:
        """Iterate over all stored documents by publication date, undated ones last, then by id."""
        found = heapq.merge(
            *(archive.documents() for archive in self.held), key=lambda one: _dated(one.published_at, one.id)
        )
        for _, same in groupby(found, key=lambda one: one.id):
            yield next(same)

    def rulings(self) -> tuple[OriginRuling, ...]:
        """Return everything that was ruled in any of them, the oldest first."""
        every = dict.fromkeys(chain.from_iterable(archive.rulings() for archive in self.held))
        return tuple(sorted(every, key=lambda ruling: latest(ruling.at)))

    def stats(self) -> Stats:
        """Count what is stored; every text is read, to count once what copies another."""
        documents = tuple(self.documents())
        dates = [one.published_at for one in documents if one.published_at is not None]
        return Stats(
            documents=len(documents),
            passages=len(self.passages([one.id for one in documents])),
            origins=len(set(copies([sketch(shingles(one.text)) for one in documents]))),
            undated=len(documents) - len(dates),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            revision=self.revision,
            bytes=sum(archive.stats().bytes for archive in self.held),
        )

    def _owners(self, document_ids: Sequence[str]) -> Mapping[str, int]:
        """Return which archive speaks for each document."""
        owners: dict[str, int] = {}
        for number, archive in enumerate(self.held):
            for key in archive.holds(document_ids):
                owners.setdefault(key, number)
        return owners

    def _merged(self, found: Sequence[Sequence[tuple[float, Hit]]], limit: int) -> tuple[Hit, ...]:
        """Return the first hits of all, each passage once and of the archive that speaks for its document."""
        owners = self._owners([hit.passage.document_id for hits in found for _, hit in hits])
        own = (
            (order, hit.passage.document_id, hit.passage.span.start, hit)
            for number, hits in enumerate(found)
            for order, hit in hits
            if owners[hit.passage.document_id] == number
        )
        return tuple(hit for *_, hit in sorted(own, key=lambda each: each[:3])[:limit])


def _ranked(hits: Sequence[Hit]) -> Iterator[tuple[float, Hit]]:
    """Yield hits with their rank; those of one score have one rank."""
    for rank, (_, same) in enumerate(groupby(hits, key=lambda hit: hit.score)):
        yield from ((rank, hit) for hit in same)


def _by_date(one: Holding) -> tuple[bool, datetime, str]:
    return _dated(one.published_at, one.document_id)


def _dated(published_at: Moment | None, document_id: str) -> tuple[bool, datetime, str]:
    return published_at is None, latest(published_at or date.max), document_id


def _read_only() -> UsageError:
    why = "it is several, which are asked as one"
    return UsageError("nothing can be written to this archive", why=why, fix="name the one that is to be written to")
