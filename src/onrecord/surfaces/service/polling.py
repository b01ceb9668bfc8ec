"""Filling the archive from sources: feeds, sitemaps of news and pages are asked politely, and what is new is added.

Everything new is in the archive before a source counts as read, so a cycle that is cut off takes it again, and the
archive, which holds a document once, takes no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from queue import Empty, Queue
from threading import Event, Semaphore
from typing import TYPE_CHECKING

from onrecord.data import Source
from onrecord.errors import UsageError
from onrecord.surfaces.service.taking import Claims, Taken, look_at
from onrecord.text.addresses import is_address, site_of
from onrecord.wiring import Desk, Kept

if TYPE_CHECKING:
    from onrecord.wiring import Polite

AT_ONCE = 64
"""Servers asked at one time, most of which are waited for: by their pause, or until they answer."""
MOST_WAITING = 128
"""Sources asked that are not in the archive yet, at most."""


def follow(kept: Kept, url: str) -> Source:
    """Fill the archive from a source from now on.

    Raises:
        UsageError: it is no address of the web, or followed already.
    """
    if not (is_address(url) and site_of(url)):
        raise UsageError(f"{url!r} cannot be followed", why="it is no address of the web", fix="begin it with https://")
    now = datetime.now(UTC)
    source = Source(url=url, added_at=now, due_at=now)
    kept.sources.add(source)
    return source


def poll(kept: Kept, desk: Desk, polite: Polite, *, at: datetime) -> Iterator[Taken]:
    """Ask every source that is due, add what is new, and yield each with what it brought as it is done.

    The sources of one server are asked one after the other, those of others meanwhile. What has come in by the time
    that the archive is free is added in one commit. Left before its end, it asks nothing more with ``polite`` either.
    """
    due = kept.sources.due(at)
    if not due:
        return
    done: Queue[Taken | BaseException] = Queue()
    room, over, claims = Semaphore(MOST_WAITING), Event(), Claims()

    def ask(sources: Sequence[Source]) -> None:
        try:
            for source in sources:
                room.acquire()
                if over.is_set():
                    break
                done.put(look_at(source, kept, polite, at, claims))
        except BaseException as error:  # told to whoever waits for what this thread was to bring
            done.put(error)

    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="source") as threads:
        asked = [threads.submit(ask, sources) for sources in _by_server(due)]
        left = len(due)
        try:
            while left:
                taken = _ready(done)
                room.release(len(taken))
                left -= len(taken)
                yield from _stored(taken, kept, desk)
        except BaseException:  # also of whoever asks for no more: what is under way is not waited for
            polite.end()
            raise
        finally:
            over.set()
            room.release(len(asked))
            threads.shutdown(wait=True, cancel_futures=True)


def _by_server(sources: Iterable[Source]) -> list[list[Source]]:
    """Gather sources by the server that is asked for them, the longest waiting first."""
    found: dict[str, list[Source]] = {}
    for source in sources:
        found.setdefault(source.url.split("/")[2] if is_address(source.url) else "", []).append(source)
    return list(found.values())


def _ready(done: Queue[Taken | BaseException]) -> list[Taken]:
    """Wait for a source that is done, and return it with whatever else is by then."""
    found = [done.get()]
    with suppress(Empty):
        while len(found) < MOST_WAITING:
            found.append(done.get_nowait())
    taken = [one for one in found if isinstance(one, Taken)]
    if len(taken) < len(found):
        raise next(one for one in found if isinstance(one, BaseException))
    return taken


def _stored(taken: Sequence[Taken], kept: Kept, desk: Desk) -> Iterator[Taken]:
    """Add what sources brought to the archive, and then keep how each fared."""
    pages = [page for one in taken for page in one.pages]
    held = desk.archive.holds([page.document.id for page in pages]) if pages else frozenset()
    for _ in desk.add(pages):
        pass
    counted = set(held)
    for one in taken:
        fresh = {page.document.id for page in one.pages} - counted
        one.new = len(fresh)
        counted |= fresh
        kept.sources.checked(one.source, one.keys)
        yield one
