"""Lists of addresses: sitemaps, those of news among them, and OPML. There is no text in them to be added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import BufferedReader

from onrecord.data import Moment, latest
from onrecord.errors import InputMalformed
from onrecord.read import feeds
from onrecord.read.dating import first_moment
from onrecord.read.packed import HEAD, told_of, unpacked
from onrecord.read.telling import Read
from onrecord.read.xml import elements, local, root_of, words_in

_KINDS = {
    "urlset": "a sitemap: addresses of {} pages",
    "sitemapindex": "a list of {} sitemaps",
    "opml": "an OPML list of {} feeds",
}
ROOTS = tuple(_KINDS)


class ListedKind(StrEnum):
    """What stands at an address in a list."""

    PAGE = "url"
    SITEMAP = "sitemap"
    FEED = "outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An address in a list, with what the list says of what stands there."""

    url: str
    title: str | None = None
    published_at: Moment | None = None
    """In a news sitemap only: a plain one says when a page changed, and not when it was published."""
    changed_at: Moment | None = None
    """Where it says so."""
    kind: ListedKind = ListedKind.PAGE

    @property
    def at(self) -> Moment | None:
        """The last that is known to have happened to it."""
        return max(filter(None, (self.published_at, self.changed_at)), key=latest, default=None)


def read_listing(raw: BufferedReader, name: str) -> Iterator[Listed]:
    """Read the addresses in a sitemap, a list of sitemaps, an OPML list of feeds or a feed, packed or not.

    Raises:
        InputMalformed: it is none of these, or broken.
    """
    with told_of(name):
        stream = unpacked(raw)
        root = root_of(stream.peek(HEAD))
        if root in ROOTS:
            yield from _listed(stream, name)
        elif root in feeds.ROOTS:
            for url, title, published, changed in feeds.addresses(stream, name):
                yield Listed(url=url, title=title, published_at=published, changed_at=changed)
        else:
            fix = "give a sitemap, an OPML list or a feed"
            raise InputMalformed(f"{name} lists no addresses", why="it is something else", fix=fix)


def _listed(stream: BufferedReader, name: str) -> Iterator[Listed]:
    for element in elements(stream, *ListedKind, name=name):
        kind = ListedKind(local(element))
        published = changed = None
        if kind is ListedKind.FEED:
            url, title = element.get("xmlUrl"), element.get("title") or element.get("text")
        else:
            url, title = words_in(element, "loc"), words_in(element, "news", "title")
            published = first_moment([words_in(element, "news", "publication_date")])
            changed = first_moment([words_in(element, "lastmod")])
        if url:
            yield Listed(url=url.strip(), title=title, published_at=published, changed_at=changed, kind=kind)


def refuse_listing(stream: BufferedReader, name: str) -> Iterator[Read]:
    """Say what a list of addresses is good for.

    Raises:
        InputMalformed: always, for there is no document in it.
    """
    kind = _KINDS.get(root_of(stream.peek(HEAD)) or "", "a list of {} addresses")
    count, newest = 0, None
    for listed in _listed(stream, name):
        count += 1
        newest = max(filter(None, (newest, listed.published_at)), key=latest, default=None)
    why = f"it is {kind.format(f'{count:,}')}" + (f", the newest of {newest:%Y-%m-%d}" if newest else "")
    fix = f"`onrecord addresses {name}` lists them: fetch what stands there and add that"
    raise InputMalformed(f"there are no documents in {name}", why=why, fix=fix)
    yield  # a reader like the others: it is an iterator
