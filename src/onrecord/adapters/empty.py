"""The archive of a place that holds none: everything may be asked of it, and nothing is on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.data import Dates, Document, Hit, Holding, Memento, OriginRuling, Passage, Stats
from onrecord.errors import ArchiveMissing
from onrecord.ports import Archive, Entry, Vectors

NOTHING = "v0-empty"
"""The revision of an archive that nothing was added to yet, whether its folder was made or not."""


@dataclass(frozen=True, slots=True)
class EmptyArchive:
    """Stands where an archive could be made."""

    where: Path | str
    open: Callable[[Path | str], Archive]
    """Opens the archive of a place; raises ArchiveMissing where there is none."""
    revision: str = NOTHING

    def newest(self) -> Archive:
        """Return the archive that was made there; this one while there is none."""
        try:
            return self.open(self.where)
        except ArchiveMissing:
            return self

    def warm(self) -> None:
        """Read nothing."""

    def add(self, entries: Sequence[Entry]) -> int:  # noqa: ARG002 (the port's signature)
        """Refuse: documents are added to an archive that was made.

        Raises:
            ArchiveMissing: always.
        """
        raise missing(self.where)

    def holds(self, document_ids: Sequence[str]) -> frozenset[str]:  # noqa: ARG002
        """Hold nothing."""
        return frozenset()

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def passages(self, document_ids: Sequence[str]) -> tuple[Passage, ...]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def match(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:  # noqa: ARG002
        """Find nothing for each query."""
        return ((),) * len(queries)

    def near(self, vectors: Vectors, *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:  # noqa: ARG002
        """Find nothing for each vector."""
        return ((),) * len(vectors)

    def holdings(self) -> tuple[Holding, ...]:
        """Hold nothing."""
        return ()

    def documents(self) -> Iterable[Document]:
        """Iterate over nothing."""
        return ()

    def rule(self, ruling: OriginRuling) -> None:  # noqa: ARG002
        """Refuse: there are no documents to rule on.

        Raises:
            ArchiveMissing: always.
        """
        raise missing(self.where)

    def rulings(self) -> tuple[OriginRuling, ...]:
        """Return nothing."""
        return ()

    def stats(self) -> Stats:
        """Count nothing."""
        return Stats(
            documents=0, passages=0, origins=0, undated=0, first=None, last=None, revision=self.revision, bytes=0
        )


def missing(where: Path | str) -> ArchiveMissing:
    """Say that there is no archive in ``where``."""
    return ArchiveMissing(
        f"there is no archive in {where}",
        why="nothing was ever added there",
        fix=f"fill one with `onrecord add PATH --archive {where}`, or name another folder",
    )
