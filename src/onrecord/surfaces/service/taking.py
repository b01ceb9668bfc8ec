"""What one look at a source brings: the pages behind a feed, a sitemap or a list of sitemaps, or the page itself."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord import engine
from onrecord.data import Page, Source, latest
from onrecord.errors import AddressRefused, InputError, InputMalformed, NetworkError, NotNow, OnrecordError
from onrecord.read import Listed, ListedKind, pages_of, read_bytes, read_listing, read_stream
from onrecord.surfaces.service.lists import MOST_LISTED, newest_first, pages_below, stream_of
from onrecord.text.addresses import same_page
from onrecord.wiring import Kept

if TYPE_CHECKING:
    from onrecord.wiring import Polite

MOST_PAGES = 50
"""New pages taken from one source in one cycle, the newest; the others are taken in the next."""
MOST_CHANGED = 10
"""Pages taken again in one cycle because they changed: some sitemaps say of all of theirs that they just did."""
CHANGED_BY = timedelta(hours=1)
"""Between two times at which a page changed that are told apart: within it desks mend their spelling."""
_TOO_MANY = 429
_GONE_FOR_GOOD = 410
_GONE = (404, _GONE_FOR_GOOD)


@dataclass(slots=True)
class Taken:
    """What one look at a source brought."""

    source: Source
    pages: list[Page] = field(default_factory=list)
    keys: dict[str, datetime | None] = field(default_factory=dict)
    """The addresses that need not be asked again, unless they change after these times."""
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
        listed = list(islice(read_listing(stream_of(body), url), MOST_LISTED))
    except InputMalformed:
        if not (carried and body.lstrip().startswith(b"{")):  # a JSON Feed is no list of addresses, and no page
            taken.pages.append(read_bytes(body, name=url, url=url))
            return True
        dates = {address: page.document for address, page in items.items()}
        listed = [Listed(url=url, published_at=of.published_at, changed_at=of.modified_at) for url, of in dates.items()]
    taken.pages += (page for page in carried if not page.document.url)
    below = [one for one in listed if one.kind is ListedKind.SITEMAP]
    pages = [*(one for one in listed if one.kind is ListedKind.PAGE), *(pages_below(below, polite) if below else ())]
    if listed and not (pages or below):
        fix = "save it as a file that ends in .opml, and follow that"
        raise InputMalformed(f"{url} cannot be followed", why="it is an OPML list of feeds", fix=fix)
    pages = [replace(one, url=_absolute(url, one.url)) for one in pages]
    found = {same_page(one.url): one for one in sorted(pages, key=newest_first)[::-1]}
    known = kept.sources.taken(found)
    new = [key for key in reversed(found) if key not in known]
    changed = [key for key in reversed(found) if key in known and _changed_since(found[key], known[key])]
    fresh = new + changed[:MOST_CHANGED]
    alone: dict[str, NotNow] = {}
    for key in filter(claims.make, fresh[:MOST_PAGES]):
        address = found[key].url
        item = items.get(address)
        try:
            page = item if item is not None and not item.document.partial else _page(address, polite, alone) or item
        except (NetworkError, InputError) as error:
            page = None if isinstance(error, NotNow) else item  # else a teaser has to do
            taken.missed += [] if page else [error]
            if page is None and not _for_good(error):
                continue  # it is asked for again
        taken.pages += [page] if page else []
        taken.keys[key] = latest(found[key].at) if found[key].at else None
    if taken.missed and not taken.pages and len(new) == len(found):
        raise _nothing_had(url, taken.missed)
    all_taken = len(taken.keys) == len(new) + len(changed)
    return all_taken and not below  # a list of sitemaps stays as it is while they change


def _absolute(base: str, url: str) -> str:
    """Return an address as it is meant where it stands; as it is where it is none."""
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _changed_since(one: Listed, before: datetime | None) -> bool:
    """Say whether a page was changed well after it was taken; where nothing was said of that then, it is not known."""
    return bool(one.at and before and latest(one.at) - before >= CHANGED_BY)


def _items(body: bytes, url: str) -> list[Page]:
    """Read the items that a feed carries with their text; a list has none."""
    refused: list[InputError] = []
    try:
        return list(pages_of(read_stream(stream_of(body), url), refused=refused.append, passed=lambda _: None))
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
