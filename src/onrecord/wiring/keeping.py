"""From a folder to what a service keeps in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.adapters.store import Store
from onrecord.adapters.store_followed import KeptFollowed
from onrecord.adapters.store_jobs import KeptJobs
from onrecord.adapters.store_notes import KeptNotes
from onrecord.adapters.store_people import KeptDeeds, KeptPeople
from onrecord.adapters.store_sources import KeptSources
from onrecord.adapters.store_told import KeptTelling


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a service keeps between requests, all in one store."""

    store: Store
    jobs: KeptJobs
    people: KeptPeople
    deeds: KeptDeeds
    followed: KeptFollowed
    sources: KeptSources
    notes: KeptNotes
    telling: KeptTelling


def open_store(folder: Path) -> Kept:
    """Open what the service keeps in ``folder``, making it where there is none.

    Raises:
        StoreError: it cannot be made or read.
    """
    store = Store(folder)
    return Kept(
        store=store,
        jobs=KeptJobs(store),
        people=KeptPeople(store),
        deeds=KeptDeeds(store),
        followed=KeptFollowed(store),
        sources=KeptSources(store),
        notes=KeptNotes(store),
        telling=KeptTelling(store),
    )
