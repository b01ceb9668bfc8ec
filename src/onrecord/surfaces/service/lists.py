"""Lists of addresses as sources give them: the pages in the sitemaps of a list of them, the feeds in an OPML list."""

from __future__ import annotations

from io import BufferedReader, BytesIO
from itertools import islice
from math import inf
from typing import TYPE_CHECKING

from onrecord.data import latest
from onrecord.errors import InputError, InputMalformed, NetworkError, OnrecordError
from onrecord.read import Listed, ListedKind, read_listing

if TYPE_CHECKING:
    from onrecord.wiring import Polite

MOST_SITEMAPS = 8
"""Sitemaps asked of a list of them in one cycle, those that changed last; lists in it are some of them."""
MOST_LISTED = 50_000
"""Addresses read of one list; a sitemap has no more (sitemaps.org, "Sitemap index files")."""


def pages_below(listed: list[Listed], polite: Polite) -> list[Listed]:
    """Return the pages in the sitemaps of a list, those that changed last; what cannot be had is passed over.

    Raises:
        InputError: none of them is a sitemap of pages.
        NetworkError: none of them can be had.
    """
    waiting = sorted(listed, key=newest_first)[::-1]
    asked: set[str] = set()
    pages: list[Listed] = []
    errors: list[OnrecordError] = []
    read = False
    while waiting and len(asked) < MOST_SITEMAPS:
        one = waiting.pop()
        if one.url in asked:
            continue
        asked.add(one.url)
        try:
            fetched = polite.fetch(one.url)
            found = list(islice(read_listing(stream_of(fetched.body if fetched else b""), one.url), MOST_LISTED))
        except (NetworkError, InputError) as error:
            errors.append(error)
            continue
        inner = [each for each in found if each.kind is ListedKind.SITEMAP]
        pages += (each for each in found if each.kind is ListedKind.PAGE)
        waiting += sorted(inner, key=newest_first)[::-1]
        read = read or not inner
    if not read:
        fix = "follow a sitemap that lists pages"
        raise errors[0] if errors else InputMalformed("no pages are listed", why="sitemaps list each other", fix=fix)
    return pages


def newest_first(one: Listed) -> float:
    """Order addresses by what is said of their dates, those without one last and as they stand."""
    return -latest(one.at).timestamp() if one.at else inf


def stream_of(body: bytes) -> BufferedReader:
    """Return a body as what is read from a file."""
    return BufferedReader(BytesIO(body))


def feeds_at(url: str, polite: Polite) -> list[str]:
    """Return the feeds in the OPML list at an address.

    Raises:
        InputMalformed: it is no such list.
        NetworkError: it cannot be fetched.
    """
    fetched = polite.fetch(url)
    body = fetched.body if fetched else b""
    return [one.url for one in islice(read_listing(stream_of(body), url), MOST_LISTED) if one.kind is ListedKind.FEED]
