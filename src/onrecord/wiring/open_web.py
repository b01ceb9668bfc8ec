"""From settings to what is asked of the open web. It brings an HTTP client with it, so only who asks imports it."""

from __future__ import annotations

from onrecord.adapters.current_events import CurrentEvents
from onrecord.adapters.factchecks import ClaimReviewFeed, FactCheckTools
from onrecord.adapters.fetch import Bounds
from onrecord.adapters.gdelt_api import CONTEXT, DOC, GdeltSearch
from onrecord.adapters.gdelt_files import GdeltFiles
from onrecord.adapters.polite import Polite
from onrecord.adapters.wayback import Captures, TimeGate
from onrecord.ports import Index, PastPages
from onrecord.settings import Settings
from onrecord.wiring.asking import agent

_BOUNDS = Bounds(size=8 << 20)
"""Of a page or an answer: thirty pages are held until they are stored, and a file of GDELT's has two megabytes."""


def polite(settings: Settings) -> Polite:
    """Return what asks servers politely, and tells them how to reach us."""
    return Polite(agent(settings.contact), bounds=_BOUNDS)


def indexes(settings: Settings, asking: Polite) -> tuple[Index, ...]:
    """Return the indexes that have an address, in the order in which what they name is taken."""
    return tuple(
        index
        for address, index in (
            (settings.gdelt_api, GdeltSearch(CONTEXT, settings.gdelt_api, asking)),
            (settings.gdelt_api, GdeltSearch(DOC, settings.gdelt_api, asking)),
            (settings.wikipedia, CurrentEvents(settings.wikipedia, asking)),
            (settings.gdelt_files, GdeltFiles(settings.gdelt_files, asking)),
            (settings.factcheck_tools, FactCheckTools(settings.factcheck_tools, asking)),
            (settings.claimreview, ClaimReviewFeed(settings.claimreview, asking, settings.cache)),
        )
        if address
    )


def past_pages(settings: Settings, asking: Polite) -> tuple[PastPages, ...]:
    """Return the archives of the web that have an address, in the order in which they are asked."""
    captures, gate = Captures(settings.wayback, asking), TimeGate(settings.memento, asking)
    return tuple(past for address, past in ((settings.wayback, captures), (settings.memento, gate)) if address)
