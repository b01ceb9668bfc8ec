"""Fakes that behave: an archive in memory and an embedder without a model, for tests of what is built on the ports.

:class:`MemoryArchive` passes the contract suite that every archive must pass (``tests/contracts``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import blake2b, sha256
from math import log
from typing import Self

import numpy as np

from onrecord.data import (
    Dates,
    Document,
    Hit,
    Holding,
    Memento,
    Model,
    OriginRuling,
    Passage,
    Retriever,
    Stats,
    latest,
)
from onrecord.ports import Entry, Vectors
from onrecord.text.shingles import copies, shingles
from onrecord.text.words import terms

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class MemoryArchive:
    """An archive that forgets everything when the process ends."""

    def __init__(self) -> None:
        """Start empty."""
        self._documents: dict[str, Document] = {}
        self._passages: list[tuple[Passage, frozenset[str], Vectors]] = []
        self._commits = 0
        self._rulings: tuple[OriginRuling, ...] = ()

    @property
    def revision(self) -> str:
        """The number of commits and rulings, and a digest of the ids held."""
        commits = self._commits + len(self._rulings)
        return f"v{commits}-{sha256(''.join(sorted(self._documents)).encode()).hexdigest()[:12]}"

    def newest(self) -> Self:
        """Return this: who holds it sees every commit."""
        return self

    def warm(self) -> None:
        """Do nothing: it is in memory."""

    def add(self, entries: Sequence[Entry]) -> int:
        """Store what is not yet held; return how many were new."""
        before = len(self._documents)
        for entry in entries:
            if entry.document.id in self._documents:
                continue
            self._documents[entry.document.id] = entry.document
            for passage, vector in zip(entry.passages, entry.vectors, strict=True):
                words = passage.span.cut(entry.document.text)
                said = frozenset((*terms(words), *terms(entry.document.title or "")))
                self._passages.append((passage, said, vector))
        new = len(self._documents) - before
        self._commits += new > 0
        return new

    def holds(self, document_ids: Sequence[str]) -> frozenset[str]:
        """Return those of the ids that are stored."""
        return frozenset(document_ids) & self._documents.keys()

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the stored documents in the order asked for, leaving out unknown ids; each its own origin."""
        held = (self._documents[key] for key in document_ids if key in self._documents)
        return tuple(Memento(document=document, origin=document.id) for document in held)

    def passages(self, document_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Return the passages of stored documents, by document and place."""
        held = (passage for passage, _, _ in self._passages if passage.document_id in document_ids)
        return tuple(sorted(held, key=lambda one: (one.document_id, one.span.start)))

    def match(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the passages that share most of its terms, rare ones counting more."""
        shown = self._shown(window)
        found = []
        for query in queries:
            weights = {
                term: log(1 + len(shown) / (1 + sum(term in said for _, said, _ in shown)))
                for term in set(terms(query))
            }
            scores = (
                (passage, sum(weight for term, weight in sorted(weights.items()) if term in said))
                for passage, said, _ in shown
            )
            hits = [
                Hit(passage=passage, score=score, retriever=Retriever.WORDING) for passage, score in scores if score
            ]
            found.append(_best(hits, limit))
        return tuple(found)

    def near(self, vectors: Vectors, *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each vector the nearest passages by cosine."""
        shown = self._shown(window)
        return tuple(
            _best(
                [
                    Hit(passage=passage, score=float(vector @ held), retriever=Retriever.VECTOR)
                    for passage, _, held in shown
                ],
                limit,
            )
            for vector in vectors
        )

    def holdings(self) -> tuple[Holding, ...]:
        """Return what is known of all stored documents without their texts."""
        return tuple(
            Holding(document_id=one.id, url=one.url, published_at=one.published_at, version_at=one.version_at)
            for one in self.documents()
        )

    def documents(self) -> Iterator[Document]:
        """Iterate over all stored documents by publication date, undated ones last, then by id."""
        yield from sorted(self._documents.values(), key=_by_date)

    def rule(self, ruling: OriginRuling) -> None:
        """Keep what a person ruled."""
        self._rulings += (ruling,)

    def rulings(self) -> tuple[OriginRuling, ...]:
        """Return everything that was ruled, the oldest first."""
        return self._rulings

    def stats(self) -> Stats:
        """Count what is stored."""
        held = list(self.documents())
        dates = [document.published_at for document in held if document.published_at is not None]
        return Stats(
            documents=len(held),
            passages=len(self._passages),
            origins=len(set(copies([shingles(document.text) for document in held]))),
            undated=len(held) - len(dates),
            first=dates[0] if dates else None,
            last=dates[-1] if dates else None,
            revision=self.revision,
            bytes=sum(len(document.text.encode("utf-8", "surrogatepass")) for document in held),
        )

    def _shown(self, window: Dates) -> list[tuple[Passage, frozenset[str], Vectors]]:
        return [held for held in self._passages if window.admits(self._documents[held[0].document_id].published_at)]


def _by_date(document: Document) -> tuple[datetime, str]:
    published = document.published_at
    return (_END_OF_TIME if published is None else latest(published), document.id)


def _best(hits: list[Hit], limit: int) -> tuple[Hit, ...]:
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.document_id, hit.passage.span.start))[:limit])


class HashingEmbedder:
    """Embeds a text as the sum of its terms' hashes: texts are near when they share terms, and nothing is learned."""

    dimensions = 64

    @property
    def models(self) -> tuple[Model, ...]:
        """A name that tells results of this fake from those of a model."""
        return (Model(name="hashing", digest=sha256(b"hashing").hexdigest()),)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, shape (len(texts), 64), each of unit length."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in enumerate(texts):
            for term in terms(text):
                place = int.from_bytes(blake2b(term.encode("utf-8", "replace"), digest_size=8).digest(), "big")
                vectors[row, place % self.dimensions] += 1 if place >> 63 else -1
            if not vectors[row].any():
                vectors[row, 0] = 1
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Return the same."""
        return self.embed(texts)
