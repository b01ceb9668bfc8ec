"""The documents behind hits: which of them stood so at the moment asked for, and which copy a page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.data import Document, Hit, Memento, Moment
from onrecord.find.origins import is_copy
from onrecord.find.versions import changed_since, in_force
from onrecord.ports import Finder
from onrecord.text.addresses import page_of


@dataclass(frozen=True, slots=True)
class Held:
    """The documents behind hits."""

    every: dict[str, Document]
    standing: dict[str, Document]
    """Those that stood so at the moment asked for."""
    changed: dict[str, Document]
    """Those that were changed since."""
    as_of: Moment

    def mementos(self, finder: Finder, hits: Iterable[Hit]) -> dict[str, Memento]:
        """Return the documents behind some of the hits with their origins, told apart among them and their versions.

        A version of after the moment asked for tells nothing of an origin either.
        """
        ids = {id_of(hit) for hit in hits}
        pages = {page for key in ids if (page := page_of(self.every[key].url))}
        known = ((key, document) for key, document in self.every.items() if not document.changed_after(self.as_of))
        versions = (key for key, document in known if page_of(document.url) in pages)
        return {memento.document.id: memento for memento in finder.mementos(sorted(ids.union(versions)))}


def documents_behind(found: Iterable[Iterable[Hit]], finder: Finder, as_of: Moment) -> Held:
    """Return the documents of everything that was found, told apart as of a moment."""
    ids = sorted({id_of(hit) for hits in found for hit in hits})
    every = {document.id: document for document in finder.documents(ids)}
    return Held(every, in_force(every, as_of), changed_since(every, as_of), as_of)


def id_of(hit: Hit) -> str:
    """Return the id of a hit's document."""
    return hit.passage.document_id


class Copies(Container[str]):
    """The documents that copy a page, or that it copies; only those asked about are looked at, for that takes time."""

    def __init__(self, pages: Sequence[Document], documents: Mapping[str, Document]) -> None:
        """Compare ``documents``, by their ids, with ``pages``.

        What has neither an address nor a date is no publication: what it only tells in other words is what it rests on.
        """
        self._pages = pages
        self._documents = documents
        self._told: dict[str, bool] = {}

    def __contains__(self, key: object) -> bool:
        document = self._documents.get(str(key))
        if document is None:
            return False
        if document.id not in self._told:
            self._told[document.id] = any(self._is_copy(page, document) for page in self._pages)
        return self._told[document.id]

    def _is_copy(self, page: Document, document: Document) -> bool:
        return is_copy(page, document, reworded=page.url is not None or page.published_at is not None)
