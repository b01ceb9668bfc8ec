"""What the processes of Ray do, and what they do it with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from onrecord import adding
from onrecord.adapters.cluster import spread as spread  # noqa: PLC0414 (the faces name it)
from onrecord.adding import Added
from onrecord.data import Page
from onrecord.errors import ArchiveError
from onrecord.ports import Archive, Entry
from onrecord.wiring.archives import archive_or_empty
from onrecord.wiring.desks import Desk, desk
from onrecord.wiring.models import embedder


def add_spread(pages: Iterable[Page], *, archive: Archive, processes: int) -> Iterator[Added]:
    """Store pages that the processes of Ray prepare; see :func:`onrecord.adding.add_prepared`."""
    return adding.add_prepared(
        pages, archive=archive, prepared=lambda batches: spread(_prepare, batches, processes=processes)
    )


def _prepare(pages: Sequence[Page]) -> list[Entry]:
    return adding.prepare(pages, embedder=embedder(1))


@cache
def desk_beside(where: Path | str, revision: str, *, verifier: Path | str) -> Desk:
    """Make a desk in one of several processes that read an archive at one revision, with a thread for each of them.

    Raises:
        ArchiveError: it is at another.
    """
    held = archive_or_empty(where)
    if held.revision != revision:
        why = f"it is at revision {held.revision}, and others read {revision}"
        raise ArchiveError(f"the archive {where} was written to", why=why, fix="run the same command again")
    return desk(held, threads=1, verifier=verifier)
