"""A service put together."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from onrecord import wiring
from onrecord.data import Recipient
from onrecord.ports import Teller
from onrecord.settings import Settings
from onrecord.surfaces.service.access import Access
from onrecord.surfaces.service.cycles import Cycles
from onrecord.surfaces.service.desks import Desks, adding, desk_of
from onrecord.surfaces.service.jobs import Jobs
from onrecord.surfaces.service.lanes import Lane
from onrecord.surfaces.service.limits import Limits
from onrecord.wiring import Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Everything the faces need."""

    settings: Settings
    limits: Limits
    desks: Desks
    kept: Kept
    jobs: Jobs
    access: Access
    quick: Lane
    """For searches and reads."""
    slow: Lane
    """For what takes a second or more and is answered at once."""


@contextmanager
def opened(settings: Settings, limits: Limits | None = None) -> Iterator[Service]:
    """Open the archive and the store that the settings name, and work on jobs until left.

    Raises:
        ArchiveError: the archive cannot be used; that there is none yet is no error.
        StoreError: the store cannot be used, or another process serves it.
    """
    bounds = limits or Limits()
    desks = Desks(desk_of(settings), wiring.newest)
    warming = threading.Thread(target=desks.warm, name="warming")

    def teller(one: Recipient) -> Teller:
        from onrecord.wiring import tellers  # noqa: PLC0415 (brings clients of HTTP and SMTP with it)

        return tellers.teller(one, settings)

    kept = wiring.open_store(settings.service)
    with kept.store:
        kept.store.serve_alone()
        jobs = Jobs(kept, desks, bounds, settings)
        jobs.start()
        every, writer, asking = bounds.follow_every, partial(adding, settings), partial(wiring.polite, settings.contact)
        cycles = Cycles(kept, desks, writer, asking, teller, every=every) if every else None
        if cycles:
            cycles.start()
        warming.start()
        try:
            yield Service(
                settings=settings,
                limits=bounds,
                desks=desks,
                kept=kept,
                jobs=jobs,
                access=Access(kept),
                quick=Lane(bounds.quick, waiting=bounds.waiting),
                slow=Lane(bounds.slow, waiting=bounds.waiting),
            )
        finally:
            if cycles:
                cycles.stop()
            jobs.stop()
            warming.join()  # a process that ends while its native code runs is aborted
