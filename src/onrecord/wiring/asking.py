"""Who we say we are to servers, and what asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord import __version__

if TYPE_CHECKING:
    from onrecord.adapters.fetch import Fetched
    from onrecord.adapters.polite import Polite

AGENT = f"onrecord/{__version__}"
"""How we call ourselves to servers, and the name that robots.txt may know us by."""


def agent(contact: str) -> str:
    """Return how we call ourselves to servers that are told how to reach whoever asks."""
    return f"{AGENT} ({contact})" if contact else AGENT


def polite(contact: str = "", *, pause: float | None = None) -> Polite:
    """Return what asks servers politely; see :class:`onrecord.adapters.polite.Polite`."""
    from onrecord.adapters import polite as asking  # noqa: PLC0415 (brings an HTTP client with it)

    return asking.Polite(agent(contact), pause=asking.PAUSE if pause is None else pause)


def fetch(url: str) -> Fetched:
    """Fetch a page of the web; see :func:`onrecord.adapters.fetch.fetch`.

    Raises:
        NetworkError: it cannot be fetched, or may not be.
    """
    from onrecord.adapters import fetch as fetching  # noqa: PLC0415 (brings an HTTP client with it)

    return fetching.fetch(url, agent=AGENT)


def private_permitted() -> bool:
    """Say whether the environment permits that pages of private addresses are fetched."""
    from onrecord.adapters import reaching  # noqa: PLC0415 (brings an HTTP client with it)

    return reaching.private_permitted()
