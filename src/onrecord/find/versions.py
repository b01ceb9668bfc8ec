"""Which version of a page stood at a moment, where several are held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from onrecord.data import Document, Moment, latest
from onrecord.text.addresses import page_of

_NEVER = datetime.min.replace(tzinfo=UTC)


def in_force(documents: Mapping[str, Document], as_of: Moment) -> dict[str, Document]:
    """Return the documents that stood at ``as_of``: no versions replaced by then or later, no copies changed since.

    A version counts from its ``version_at``. Versions in two languages are two texts, and a teaser gives way to no
    whole text but its own.
    """
    return {key: document for key, document in _of_pages(documents, as_of) if not document.changed_after(as_of)}


def changed_since(documents: Mapping[str, Document], as_of: Moment) -> dict[str, Document]:
    """Return of each page of which nothing is held as it stood at ``as_of`` the first version there is."""
    return {key: document for key, document in _of_pages(documents, as_of) if document.changed_after(as_of)}


def _of_pages(documents: Mapping[str, Document], as_of: Moment) -> Iterator[tuple[str, Document]]:
    """Yield one version of each page, the last until ``as_of`` where there is one."""
    versions: dict[tuple[object, ...], list[Document]] = defaultdict(list)
    for key, document in documents.items():
        page = page_of(document.url)
        versions[(page, document.language, document.partial) if page else (key,)].append(document)
    kept = (_last(some, latest(as_of)) if len(some) > 1 else some[0] for some in versions.values())
    ids = {document.id for document in kept}
    return ((key, document) for key, document in documents.items() if key in ids)


def _last(versions: list[Document], until: datetime) -> Document:
    """Return the last version until then, or the first of all where they are all later."""
    by_time = sorted(versions, key=lambda document: (_since(document), document.id))
    return next((document for document in reversed(by_time) if _since(document) <= until), by_time[0])


def _since(document: Document) -> datetime:
    return latest(document.version_at) if document.version_at else _NEVER
