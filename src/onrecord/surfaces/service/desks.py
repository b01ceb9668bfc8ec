"""The one desk of a process, over the archive as it stands now."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar, cast

from onrecord import wiring
from onrecord.data import Stats
from onrecord.errors import OnrecordError
from onrecord.settings import Settings
from onrecord.surfaces.service.catalogue import Catalogue
from onrecord.wiring import Desk

log = logging.getLogger("onrecord.service")
_Thing = TypeVar("_Thing")

_RESULTS = 32
"""Results kept as they were read, the last ones read: what is looked at is looked at again."""
EVERY = 1.0
"""Seconds between two looks whether something was added to the archive, by this process or another."""


def desk_of(settings: Settings) -> Desk:
    """Return a desk over the archive that the settings name, or over none where there is none yet.

    Raises:
        ArchiveError: the archive cannot be used.
    """
    archive = wiring.archive_or_empty(settings.archive)
    return wiring.desk(archive, threads=settings.threads, verifier=settings.verifier)


@contextmanager
def adding(settings: Settings) -> Iterator[Desk]:
    """Open a desk that adds to the archive that the settings name.

    Raises:
        ArchiveError: it cannot be written.
    """
    with wiring.new_archive(settings.archive) as written:
        yield wiring.desk(written, threads=settings.threads)


class Desks:
    """Hands out the desk, and a new one over the same models once the archive has moved on."""

    def __init__(self, desk: Desk, newest: Callable[[Desk], Desk]) -> None:
        """Begin with ``desk``; ``newest`` returns it as it should be now."""
        self._desk = desk
        self._newest = newest
        self._looked = monotonic()
        self._looking = threading.Lock()
        self._made: dict[str, tuple[str, object]] = {}
        self._making = threading.Lock()
        self._results: OrderedDict[tuple[str, str], object] = OrderedDict()

    def current(self) -> Desk:
        """Return the desk of this moment; whoever works with it stays with it, and so with one state of the archive."""
        if monotonic() - self._looked > EVERY and self._looking.acquire(blocking=False):
            try:
                self._desk = self._newest(self._desk)
            finally:
                self._looked = monotonic()
                self._looking.release()
        return self._desk

    def warm(self) -> None:
        """Read what the first search would wait for."""
        try:
            wiring.warm(self._desk)
        except OnrecordError as error:  # whoever searches is told
            log.warning("the archive is not at hand: %s", error.what)

    def catalogue(self, desk: Desk) -> Catalogue:
        """Return the catalogue of a desk's archive, made once for each state of it."""
        return self._kept("catalogue", desk, lambda: Catalogue(desk.archive.holdings()))

    def stats(self, desk: Desk) -> Stats:
        """Return the counts of a desk's archive, made once for each state of it."""
        return self._kept("stats", desk, desk.archive.stats)

    def result(self, name: str, read: Callable[[Desk], _Thing]) -> _Thing:
        """Return the result of a name, which never changes, as ``read`` reads it with a desk's archive.

        It is read once while the archive stays as it is: a document that a result cites may be deleted.
        """
        desk = self.current()
        key = (desk.archive.revision, name)
        found = self._results.get(key)
        if found is None:
            found = read(desk)
            with self._making:
                self._results[key] = found
                while len(self._results) > _RESULTS:
                    self._results.popitem(last=False)
        return cast("_Thing", found)

    def _kept(self, name: str, desk: Desk, make: Callable[[], _Thing]) -> _Thing:
        with self._making:
            revision, thing = self._made.get(name, ("", None))
            if revision != desk.archive.revision:
                thing = make()
                self._made[name] = (desk.archive.revision, thing)
            return cast("_Thing", thing)

    def renew(self) -> None:
        """Look again at once: something was added just now."""
        with self._looking:
            self._desk = self._newest(self._desk)
            self._looked = monotonic()
