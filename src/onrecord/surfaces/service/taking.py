"""What one look at a source brings: the pages behind a feed, a sitemap or a list of sitemaps, or the page itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from io import BufferedReader, BytesIO
from itertools import islice
from math import inf
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord import engine
from onrecord.data import Page, Source, latest
from onrecord.errors import AddressRefused, InputError, InputMalformed, NetworkError, NotNow, OnrecordError
from onrecord.read import Listed, ListedKind, pages_of, read_bytes, read_listing, read_stream
from onrecord.text.addresses import same_page
from onrecord.wiring import Kept

if TYPE_CHECKING:
    from onrecord.wiring import Polite

MOST_PAGES = 50
"""New pages taken from one source in one cycle, the newest; the others are taken in the next."""
MOST_SITEMAPS = 8
"""Sitemaps asked of a list of them in one cycle, those that changed last; lists in it are some of them."""
_TOO_MANY = 429
_GONE_FOR_GOOD = 410
_GONE = (404, _GONE_FOR_GOOD)
MOST_LISTED = 50_000
"""Addresses read of one list; a sitemap has no more (sitemaps.org, "Sitemap index files")."""


@dataclass(slots=True)
class Taken:
    """What one look at a source brought."""

    source: Source
    pages: list[Page] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """The addresses that need not be asked again."""
    missed: list[OnrecordError] = field(default_factory=list)
    """Why pages could not be had of which it says nothing itself."""
    new: int = 0
    """Documents that the archive did not hold."""


class Claims:
    """The addresses that sources of one cycle bring, so that what stands in two lists is asked for once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._keys: set[str] = set()
        self._lock = Lock()

    def make(self, key: str) -> bool:
        """Claim an address; say whether nobody did before."""
        with self._lock:
            if key in self._keys:
                return False
            self._keys.add(key)
            return True


def look_at(source: Source, kept: Kept, polite: Polite, at: datetime, claims: Claims) -> Taken:
    """Ask a source for what it has, and for the pages behind what is only a teaser or a line in a list."""
    try:
        fetched = polite.fetch(source.url, etag=source.etag, modified=source.modified)
        if fetched is None:
            known = engine.succeeded(source, at, etag=source.etag, modified=source.modified, moved_to=source.moved_to)
            return Taken(known)
        moved = fetched.moved_to
        taken = Taken(engine.succeeded(source, at, etag=fetched.etag, modified=fetched.modified, moved_to=moved))
        whole = _take(taken, fetched.body, kept, polite, claims)
    except OnrecordError as error:
        until = error.until if isinstance(error, NotNow) else None
        gone = isinstance(error, NetworkError) and error.status == _GONE_FOR_GOOD
        return Taken(engine.failed(source, at, why=f"{error.what}: {error.why}", until=until, gone=gone))
    if not whole:  # what is left is asked for again, so nothing is to be said of having seen it
        taken.source = engine.succeeded(source, at, etag=None, modified=None, moved_to=moved)
    until = _left_alone_until(taken.missed)
    if until:
        taken.source = engine.put_off(taken.source, until=until)
    return taken


def _take(taken: Taken, body: bytes, kept: Kept, polite: Polite, claims: Claims) -> bool:
    """Take what is new in the body of a source; say whether that was all, and it need not be sent again.

    Raises:
        InputError: it is neither a feed nor a sitemap nor a page.
        NetworkError: of its sitemaps, or of its pages, none can be had and none ever was.
    """
    url = taken.source.url
    carried = _items(body, url)
    items = {_absolute(url, page.document.url): page for page in carried if page.document.url}
    try:
        listed = list(islice(read_listing(_stream(body), url), MOST_LISTED))
    except InputMalformed:
        if not (carried and body.lstrip().startswith(b"{")):  # a JSON Feed is no list of addresses, and no page
            taken.pages.append(read_bytes(body, name=url, url=url))
            return True
        listed = [Listed(url=address) for address in items]
    taken.pages += (page for page in carried if not page.document.url)
    below = [one for one in listed if one.kind is ListedKind.SITEMAP]
    pages = [*(one for one in listed if one.kind is ListedKind.PAGE), *(_below(below, polite) if below else ())]
    if listed and not (pages or below):
        fix = "save it as a file that ends in .opml, and follow that"
        raise InputMalformed(f"{url} cannot be followed", why="it is an OPML list of feeds", fix=fix)
    pages = [replace(one, url=_absolute(url, one.url)) for one in pages]
    found = {same_page(one.url): (one.url, items.get(one.url)) for one in reversed(pages)}
    newest = {same_page(one.url): place for place, one in enumerate(sorted(pages, key=_newest_first))}
    fresh = sorted(kept.sources.untaken(found), key=lambda key: newest[key])
    alone: dict[str, NotNow] = {}
    for key in filter(claims.make, fresh[:MOST_PAGES]):
        address, item = found[key]
        try:
            page = item if item is not None and not item.document.partial else _page(address, polite, alone) or item
        except (NetworkError, InputError) as error:
            page = None if isinstance(error, NotNow) else item  # else a teaser has to do
            taken.missed += [] if page else [error]
            if page is None and not _for_good(error):
                continue  # it is asked for again
        taken.pages += [page] if page else []
        taken.keys.append(key)
    if taken.missed and not taken.pages and len(fresh) == len(found):
        raise _nothing_had(url, taken.missed)
    return len(taken.keys) == len(fresh) and not below  # a list of sitemaps stays as it is while they change


def _below(listed: list[Listed], polite: Polite) -> list[Listed]:
    """Return the pages in the sitemaps of a list, those that changed last; what cannot be had is passed over.

    Raises:
        InputError: none of them is a sitemap of pages.
        NetworkError: none of them can be had.
    """
    waiting = sorted(listed, key=_newest_first)[::-1]
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
            found = list(islice(read_listing(_stream(fetched.body if fetched else b""), one.url), MOST_LISTED))
        except (NetworkError, InputError) as error:
            errors.append(error)
            continue
        inner = [each for each in found if each.kind is ListedKind.SITEMAP]
        pages += (each for each in found if each.kind is ListedKind.PAGE)
        waiting += sorted(inner, key=_newest_first)[::-1]
        read = read or not inner
    if not read:
        fix = "follow a sitemap that lists pages"
        raise errors[0] if errors else InputMalformed("no pages are listed", why="sitemaps list each other", fix=fix)
    return pages


def _absolute(base: str, url: str) -> str:
    """Return an address as it is meant where it stands; as it is where it is none."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _newest_first(one: Listed) -> float:
    """Order addresses by what is said of their dates, those without one last and as they stand."""
    return -latest(one.at).timestamp() if one.at else inf


def _items(body: bytes, url: str) -> list[Page]:
    """Read the items that a feed carries with their text; a list has none."""
    refused: list[InputError] = []
    try:
        return list(pages_of(read_stream(_stream(body), url), refused=refused.append, passed=lambda _: None))
    except InputError:
        return []


def _page(address: str, polite: Polite, alone: dict[str, NotNow]) -> Page | None:
    """Fetch the page behind an item, unless its server is one of those that want to be left ``alone``, by their names.

    Raises:
        InputError: it is no page that can be read.
        NetworkError: it cannot be had.
    """
    server = address.partition("//")[2].partition("/")[0]
    if server in alone:
        raise alone[server]
    try:
        fetched = polite.fetch(address)
    except NotNow as error:
        if error.status == _TOO_MANY or error.until:
            alone[server] = error
        raise
    return read_bytes(fetched.body, name=address, url=address) if fetched else None


def _for_good(error: OnrecordError) -> bool:
    """Say whether a page never will be one that can be had and read."""
    return isinstance(error, (AddressRefused, InputError)) or getattr(error, "status", None) in _GONE


def _left_alone_until(missed: list[OnrecordError]) -> datetime | None:
    """Return until when a server wants to be left alone that was asked for pages, the last of such moments."""
    return max((error.until for error in missed if isinstance(error, NotNow) and error.until), default=None)


def _nothing_had(url: str, missed: list[OnrecordError]) -> NotNow:
    pages = "the only page" if len(missed) == 1 else f"none of the {len(missed)} pages"
    why = f"{pages} that it lists {'cannot' if len(missed) == 1 else 'can'} be had: {missed[0].what}, {missed[0].why}"
    fix = "try later, or follow another source of it"
    return NotNow(f"nothing came of {url}", why=why, fix=fix, until=_left_alone_until(missed))


def _stream(body: bytes) -> BufferedReader:
    return BufferedReader(BytesIO(body))


def feeds_at(url: str, polite: Polite) -> list[str]:
    """Return the feeds in the OPML list at an address.

    Raises:
        InputMalformed: it is no such list.
        NetworkError: it cannot be fetched.
    """
    fetched = polite.fetch(url)
    body = fetched.body if fetched else b""
    return [one.url for one in islice(read_listing(_stream(body), url), MOST_LISTED) if one.kind is ListedKind.FEED]
