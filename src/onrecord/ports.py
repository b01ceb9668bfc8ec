"""The ports: what the engine needs from outside, and how others are told. Every method takes a batch.

``Finder`` is split from ``Archive`` because a page under examination can be searched like an
archive but cannot be added to. ``Index`` and ``PastPages`` are of the open web: they know addresses and no passages
(docs/decisions/0011-asking-the-web.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from onrecord.data import (
    Dates,
    Document,
    Hit,
    Holding,
    Judgement,
    Lead,
    Memento,
    Message,
    Model,
    OriginRuling,
    Outcome,
    Pair,
    Passage,
    Query,
    Stats,
)

Vectors = NDArray[np.float32]
"""Shape (n, d), each row of unit length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A document ready to be stored: its passages and one vector a passage, shape (passages, d)."""

    document: Document
    passages: tuple[Passage, ...]
    vectors: Vectors


class Archive(Protocol):
    """A dated store of documents, searched by wording and by vector."""

    @property
    def revision(self) -> str:
        """Name of the committed state that reads see."""
        ...

    def newest(self) -> Archive:
        """Return the archive as it stands now: this one while nothing was committed since it was opened."""
        ...

    def warm(self) -> None:
        """Read what searches need into memory, where there is room, so that the first takes no longer than others."""
        ...

    def add(self, entries: Sequence[Entry]) -> int:
        """Store what is not yet held, all in one commit or nothing; return how many were new."""
        ...

    def holds(self, document_ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that are stored."""
        ...

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the stored documents in the order asked for, leaving out unknown ids."""
        ...

    def passages(self, document_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of stored documents, by document and place."""
        ...

    def match(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the passages whose words, and those of their titles, match best, within the window."""
        ...

    def near(self, vectors: Vectors, *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each vector the nearest passages, the window applied before ranking."""
        ...

    def holdings(self) -> Sequence[Holding]:
        """Return what is known of all stored documents without their texts, in the order of :meth:`documents`."""
        ...

    def documents(self) -> Iterable[Document]:
        """Iterate over all stored documents by publication date, undated ones last, then by id."""
        ...

    def rule(self, ruling: OriginRuling) -> None:
        """Keep what a person ruled on the origin of two documents that are stored."""
        ...

    def rulings(self) -> tuple[OriginRuling, ...]:
        """Return everything that was ruled, the oldest first."""
        ...

    def stats(self) -> Stats:
        """Count what is stored."""
        ...


class Finder(Protocol):
    """Anything that answers queries with passages published inside a window."""

    def find(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query its best passages, best first."""
        ...

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the documents behind hits, origins told apart."""
        ...

    def documents(self, document_ids: Sequence[str]) -> tuple[Document, ...]:
        """Return the documents behind hits alone, which costs far less."""
        ...

    def at(self, urls: Sequence[str]) -> tuple[tuple[Document, tuple[Passage, ...]], ...]:
        """Return the stored documents of the pages at these addresses, each with its passages, ordered by id."""
        ...


class Embedder(Protocol):
    """Turns texts into unit vectors of one space."""

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that take part."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, shape (len(texts), d), each of unit length."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the same of passages that are searched, of which there may be millions: near it, and cheap."""
        ...


class Verifier(Protocol):
    """Judges whether a passage supports or refutes a statement."""

    @property
    def models(self) -> tuple[Model, ...]:
        """The models that take part."""
        ...

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """Return one judgement a pair, in order."""
        ...


class Index(Protocol):
    """An index of the open web: says which pages may tell of something, and holds none of them."""

    @property
    def name(self) -> str:
        """What it is called in results."""
        ...

    def unfit(self, until: datetime) -> str | None:
        """Say why it cannot answer for what was published until then; None where it can."""
        ...

    def since(self, until: datetime) -> datetime | None:
        """Return from when on it is searched; None where that is as far back as it goes."""
        ...

    def look_up(self, queries: Sequence[Query], *, until: datetime, limit: int) -> Iterator[Lead]:
        """Yield what it names for the queries, about ``limit`` addresses each, none that it dates later than ``until``.

        Raises:
            NetworkError: it fails; what it named before stands.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A page as an archive of the web took it."""

    url: str
    """The address of the copy."""
    body: bytes
    taken_at: datetime


class PastPages(Protocol):
    """An archive of the web: gives pages that are gone or were changed as they stood at a moment."""

    @property
    def name(self) -> str:
        """What it is called in results."""
        ...

    def copies(self, urls: Sequence[str], *, until: datetime) -> Iterator[Copy | None]:
        """Yield the last copy of each page that was taken by then; None where there is none.

        Raises:
            NetworkError: it fails.
        """
        ...


class Teller(Protocol):
    """Tells somebody, in one way."""

    def tell(self, messages: Iterable[Message]) -> Iterator[Outcome]:
        """Tell each message when its outcome is asked for, and yield what came of it; nothing is raised for that.

        Whoever asks may stop at any of them; those after it are not told.
        """
        ...
