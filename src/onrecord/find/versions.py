"""Which version of a page stood at a moment, where several are held."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from onrecord.data import Document, Memento, Moment, latest
from onrecord.text.addresses import page_of

_NEVER = datetime.min.replace(tzinfo=UTC)


def in_force(mementos: Mapping[str, Memento], as_of: Moment) -> dict[str, Memento]:
    """Return the mementos that stood at ``as_of``: no versions replaced by then or later, no copies changed since.

    A version counts from its ``version_at``. Versions in two languages are two texts, and a teaser gives way to no
    whole text but its own.
    """
    return {key: memento for key, memento in _of_pages(mementos, as_of) if not memento.document.changed_after(as_of)}


def changed_since(mementos: Mapping[str, Memento], as_of: Moment) -> dict[str, Memento]:
    """Return of each page of which nothing is held as it stood at ``as_of`` the first version there is."""
    return {key: memento for key, memento in _of_pages(mementos, as_of) if memento.document.changed_after(as_of)}


def _of_pages(mementos: Mapping[str, Memento], as_of: Moment) -> Iterator[tuple[str, Memento]]:
    """Yield one version of each page, the last until ``as_of`` where there is one."""
    versions: dict[tuple[object, ...], list[Memento]] = defaultdict(list)
    for key, memento in mementos.items():
        document = memento.document
        page = page_of(document.url)
        versions[(page, document.language, document.partial) if page else (key,)].append(memento)
    kept = (_last(some, latest(as_of)) if len(some) > 1 else some[0] for some in versions.values())
    ids = {memento.document.id for memento in kept}
    return ((key, memento) for key, memento in mementos.items() if key in ids)


def _last(versions: list[Memento], until: datetime) -> Memento:
    """Return the last version until then, or the first of all where they are all later."""
    by_time = sorted(versions, key=lambda memento: (_since(memento.document), memento.document.id))
    return next((memento for memento in reversed(by_time) if _since(memento.document) <= until), by_time[0])


def _since(document: Document) -> datetime:
    return latest(document.version_at) if document.version_at else _NEVER
