"""The two finders: over an archive, and over the page under examination."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property

from onrecord.data import Dates, Document, Hit, Memento, Passage, Restoration, Retriever, Undated
from onrecord.find.nearness import nearness, overlap
from onrecord.find.origins import name_origins
from onrecord.find.overruling import standing
from onrecord.find.passages import cut_passages
from onrecord.ports import Archive, Embedder, Vectors
from onrecord.text.addresses import page_of
from onrecord.text.words import terms

_POOL = 50
"""Hits taken from each ranking before they are merged."""

_RANK_CONSTANT, _WORDED = 20, 2
"""Of the merging, and how many times a rank by words counts one by vectors: decision 15."""

_REMEMBERED = 2_048
"""Documents kept in memory between two questions; an article of 30 statements brings up a few hundred."""


class ArchiveFinder:
    """Searches an archive by wording and by vector, and merges the two rankings."""

    def __init__(self, archive: Archive, embedder: Embedder) -> None:
        """Search ``archive``, whose vectors were made by ``embedder``."""
        self._archive = archive
        self._embedder = embedder
        self._held: dict[str, Memento] = {}
        self._asked: tuple[dict[str, int], Vectors] | None = None

    def find(self, queries: Sequence[str], *, window: Dates, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query its passages, best first by reciprocal rank fusion; the score is their nearness.

        Ranks depend on what else is stored, nearness on query and passage alone.
        """
        pool = max(_POOL, limit)
        with ThreadPoolExecutor(1) as beside:  # words and vectors are looked for outside the interpreter's lock
            matching = beside.submit(self._worded, queries, window, pool, limit)
            if isinstance(window, Undated) and not any(matching.result()):
                return matching.result()  # no word of them stands in a document without a date, as where there is none
            nearest = self._archive.near(self._embedded(queries), window=window, limit=pool)
            worded = matching.result()
        merged = [_fused(*rankings)[:limit] for rankings in zip(worded, nearest, strict=True)]
        texts = self._texts({passage.document_id for passages in merged for passage in passages})
        found = []
        for query, passages, near in zip(queries, merged, nearest, strict=True):
            sought = frozenset(terms(query))
            cosines = {hit.passage: hit.score for hit in near}
            scores = (
                nearness(cosines.get(one, 0.0), overlap(sought, one.span.cut(texts[one.document_id])))
                for one in passages
            )
            found.append(_hits(passages, scores, Retriever.MERGED))
        return tuple(found)

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the documents behind hits, origins told apart among them."""
        held = self._remembered(document_ids)
        return name_origins([held[key] for key in document_ids if key in held], standing(self._archive.rulings()))

    def documents(self, document_ids: Sequence[str]) -> tuple[Document, ...]:
        """Return the documents behind hits."""
        held = self._remembered(document_ids)
        return tuple(held[key].document for key in document_ids if key in held)

    def at(self, urls: Sequence[str]) -> tuple[tuple[Document, tuple[Passage, ...]], ...]:
        """Return the stored documents of the pages at these addresses, each with its passages."""
        pages = {page for url in urls if (page := page_of(url))}
        if not pages:
            return ()
        ids = sorted(one.document_id for one in self._archive.holdings() if page_of(one.url) in pages)
        passages = self._archive.passages(ids)
        return tuple(
            (document, tuple(one for one in passages if one.document_id == document.id))
            for document in self.documents(ids)
        )

    def _embedded(self, queries: Sequence[str]) -> Vectors:
        """Return the vectors of queries; those of the last ones stay at hand, for they are asked of other dates next.

        What is at hand is replaced, never altered: another thread may be reading it.
        """
        asked = self._asked
        if asked is None or not all(query in asked[0] for query in queries):
            places = {query: place for place, query in enumerate(dict.fromkeys(queries))}
            self._asked = asked = places, self._embedder.embed(list(places))
        places, vectors = asked
        return vectors[[places[query] for query in queries]]

    def _worded(self, queries: Sequence[str], window: Dates, pool: int, limit: int) -> tuple[tuple[Hit, ...], ...]:
        """Return the rankings by words; the documents of the first are loaded, since most of them will be wanted."""
        found = self._archive.match(queries, window=window, limit=pool)
        self._remembered(sorted({hit.passage.document_id for hits in found for hit in hits[:limit]}))
        return found

    def _texts(self, ids: Iterable[str]) -> dict[str, str]:
        return {key: memento.document.text for key, memento in self._remembered(sorted(ids)).items()}

    def _remembered(self, ids: Sequence[str]) -> dict[str, Memento]:
        """Return what is asked for, loading what is missing; documents never change, so those at hand stay right.

        What is at hand is replaced, never altered: another thread may be reading it.
        """
        held = self._held
        missing = [key for key in ids if key not in held]
        if not missing:
            return {key: held[key] for key in ids}
        loaded = {memento.document.id: memento for memento in self._archive.mementos(missing)}
        self._held = loaded if len(held) > _REMEMBERED else held | loaded
        return {key: found for key in ids if (found := held.get(key) or loaded.get(key))}


class PageFinder:
    """Searches the page's own text, which may testify on what was pasted into it."""

    def __init__(self, restoration: Restoration, embedder: Embedder) -> None:
        """Search what ``restoration`` kept."""
        document = restoration.document
        self._memento = Memento(document=document, origin=document.id, own=True)
        self._restoration = restoration
        self._embedder = embedder

    def find(
        self,
        queries: Sequence[str],
        *,
        window: Dates,  # noqa: ARG002 (the page stands outside time: it testifies on itself only)
        limit: int,
    ) -> tuple[tuple[Hit, ...], ...]:
        """Return for each query the page's passages, nearest first."""
        if not queries:  # as of most pages, for which no passage is embedded then
            return ()
        passages, said, vectors = self._passages
        if not passages:
            return ((),) * len(queries)
        found = []
        for query, cosines in zip(queries, self._embedder.embed(queries) @ vectors.T, strict=True):
            sought = frozenset(terms(query))
            scores = [nearness(float(one), overlap(sought, text)) for one, text in zip(cosines, said, strict=True)]
            hits = _hits(passages, scores, Retriever.PAGE)
            found.append(tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.span.start))[:limit]))
        return tuple(found)

    def mementos(self, document_ids: Sequence[str]) -> tuple[Memento, ...]:
        """Return the page's own memento where it is asked for."""
        return tuple(self._memento for key in document_ids if key == self._memento.document.id)

    def documents(self, document_ids: Sequence[str]) -> tuple[Document, ...]:
        """Return the page's own document where it is asked for."""
        return tuple(memento.document for memento in self.mementos(document_ids))

    def at(self, urls: Sequence[str]) -> tuple[tuple[Document, tuple[Passage, ...]], ...]:  # noqa: ARG002
        """Return nothing: a page is no source of its own."""
        return ()

    @cached_property
    def _passages(self) -> tuple[tuple[Passage, ...], tuple[str, ...], Vectors]:
        """The page's passages with their words and vectors, made when first asked for."""
        passages = cut_passages(self._restoration)
        said = tuple(passage.span.cut(self._memento.document.text) for passage in passages)
        return passages, said, self._embedder.embed_passages(said)


def _fused(worded: Sequence[Hit], nearest: Sequence[Hit]) -> list[Passage]:
    """Merge two rankings by reciprocal ranks (Cormack, Clarke and Büttcher, 2009), those by words counting more."""
    scores: dict[Passage, float] = defaultdict(float)
    for weight, ranking in ((_WORDED, worded), (1, nearest)):
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.passage] += weight / (_RANK_CONSTANT + rank)
    return sorted(scores, key=lambda passage: (-scores[passage], passage.document_id, passage.span.start))


def _hits(passages: Iterable[Passage], scores: Iterable[float], retriever: Retriever) -> tuple[Hit, ...]:
    pairs = zip(passages, scores, strict=True)
    return tuple(Hit(passage=passage, score=score, retriever=retriever) for passage, score in pairs)
