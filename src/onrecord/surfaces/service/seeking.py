"""Finding on the open web: what its indexes name is fetched politely, read as pages, and told apart from what was not.

Nothing is judged here. The pages go into the archive like any others, and whoever asks the archive afterwards finds
them there, by their own dates.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import zip_longest
from typing import TYPE_CHECKING

from onrecord import engine
from onrecord.data import Asked, AskedState, Capture, Lead, Moment, Page, Query, Search, latest
from onrecord.errors import AddressRefused, InputError, InputMalformed, NetworkError, NotNow
from onrecord.ports import Copy, Index, PastPages
from onrecord.read import read_bytes
from onrecord.surfaces.service.asked import PAGES, media_type
from onrecord.text.addresses import page_of, same_page

if TYPE_CHECKING:
    from onrecord.wiring import Polite

AT_ONCE = 8
"""Pages fetched at one time, each from another server or waiting for its turn."""
MOST_PAGES = 30
"""Pages fetched for one search; at a second each for one server, half a minute where all are of one."""
MOST_LEADS = 10
"""Addresses that one index names for one query, about."""


Tell = Callable[[int, str], None]
"""Takes how much is done, and a few words on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """The open web, as far as it is asked."""

    indexes: tuple[Index, ...]
    past: tuple[PastPages, ...]
    polite: Polite


def seek(web: Web, words: Sequence[str], *, as_of: Moment, tell: Tell) -> tuple[Search, tuple[Page, ...]]:
    """Ask the indexes of the web for some words, and fetch the pages they name.

    Returns what came of it, and the pages to be added to the archive. A source that fails stops no other. ``tell``
    hears how far it has come; what it raises ends the work, like Ctrl-C.
    """
    until = min(latest(as_of), datetime.now(UTC))
    queries = [engine.query_of(each) for each in words]
    copies = _Copies(web.past)
    with ThreadPoolExecutor(max(len(web.indexes), AT_ONCE), thread_name_prefix="web") as threads:
        try:
            coming = [threads.submit(_ask, index, queries, until) for index in web.indexes]
            for done, _ in enumerate(as_completed(coming), start=1):
                tell(done, f"{done} of {len(coming)} sources asked")
            asked = tuple(each.result() for each in coming)
            named = _named(asked)
            take = partial(_take, polite=web.polite, copies=copies, until=until)
            fetching = [threads.submit(take, *each) for each in named[:MOST_PAGES]]
            for done, _ in enumerate(as_completed(fetching), start=1):
                tell(done, f"{done} of {len(fetching)} pages fetched")
            taken = tuple(each.result() for each in fetching)
        except BaseException:
            web.polite.end()
            raise
        finally:
            threads.shutdown(wait=True, cancel_futures=True)
    search = Search(
        queries=tuple(words),
        as_of=as_of,
        asked=(*asked, *copies.asked()),
        pages=tuple(capture for capture, _ in taken),
        unread=len(named[MOST_PAGES:]),
    )
    return search, tuple(page for _, page in taken if page)


def _ask(index: Index, queries: Sequence[Query], until: datetime) -> Asked:
    if why := index.unfit(until):
        return Asked(source=index.name, state=AskedState.LEFT_OUT, why=why)
    leads: dict[str, Lead] = {}
    state, why = AskedState.ANSWERED, None
    try:
        for lead in index.look_up(queries, until=until, limit=MOST_LEADS):
            leads.setdefault(_page(lead.url), lead)
    except NetworkError as error:
        state, why = AskedState.FAILED, _told(error)
    return Asked(source=index.name, state=state, leads=tuple(leads.values()), why=why, since=index.since(until))


def _named(asked: Sequence[Asked]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the addresses of pages with who named each, one of every source in turn; a page has one address.

    Earlier fact-checks are no pages to be judged by, whoever names them.
    """
    reviews = {_page(lead.url) for each in asked for lead in each.leads if lead.review}
    pages: dict[str, tuple[str, tuple[str, ...]]] = {}
    for turn in zip_longest(*([lead for lead in each.leads if not lead.review] for each in asked)):
        for each, lead in zip(asked, turn, strict=True):
            if lead and (key := _page(lead.url)) not in reviews:
                url, sources = pages.get(key, (same_page(lead.url), ()))
                pages[key] = url, tuple(dict.fromkeys((*sources, each.source)))
    return list(pages.values())


def _page(url: str) -> str:
    return page_of(url) or same_page(url)


def _take(
    url: str, sources: tuple[str, ...], *, polite: Polite, copies: _Copies, until: datetime
) -> tuple[Capture, Page | None]:
    """Fetch a page; where it is gone, or was changed later, an archive's copy of it."""
    page, why = None, None
    try:
        fetched = polite.fetch(url)
        assert fetched is not None, "only a conditional request is answered with nothing new"
        place = same_page(fetched.url)
        page = _read(fetched.body, place, fetched.media_type, fetched.fetched_at)
        if page.document.changed_after(until):
            why = "it was changed after the date asked for"
    except AddressRefused as error:  # whoever refuses it to us refuses its copies
        return Capture(url=url, sources=sources, why=_told(error)), None
    except NetworkError as error:
        why = _told(error)
    except InputError as error:
        return Capture(url=url, sources=sources, why=error.why), None
    copy = copies.of(url, until) if why else None
    try:
        page = _read(copy.body, url, "", copy.taken_at) if copy else page
    except InputError as error:
        copy, why = None, f"{why}, and its copy cannot be read: {error.why}"
    made = page.document.id if page else None
    return Capture(url=url, sources=sources, document_id=made, copy=copy.url if copy else None, why=why), page


def _read(body: bytes, url: str, said: str, captured: datetime) -> Page:
    """Read what was fetched as a page.

    Raises:
        InputError: it is none.
    """
    kind, encoding = media_type(said) if said else ("text/html", None)
    if kind not in PAGES:
        raise InputMalformed(f"{url} is no page", why=f"it is {kind}", fix="leave it out")
    page = read_bytes(body, name=url, url=url, captured=captured, encoding=encoding)
    if page.document.reviews_claim:
        why = "it is a fact-check, which repeats the claim that it is about"
        raise InputMalformed(f"{url} is no report", why=why, fix="read it yourself")
    return page


def _told(error: NetworkError) -> str:
    until = error.until if isinstance(error, NotNow) else None
    return f"{error.why}, and asks to be left alone until {until:%Y-%m-%d %H:%M} UTC" if until else error.why


@dataclass(slots=True)
class _Copies:
    """Copies of pages from the archives of the web, and how these fared."""

    past: tuple[PastPages, ...]
    _went: dict[str, str | None] = field(default_factory=dict)
    """Why an archive is asked no longer; None for one that answers."""
    _gave: Counter[str] = field(default_factory=Counter)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def of(self, url: str, until: datetime) -> Copy | None:
        """Return the last copy that was taken by then; one page after the other, for that is how archives are asked."""
        with self._turn:
            for archive in self.past:
                if self._went.get(archive.name):
                    continue
                try:
                    copy = next(archive.copies([url], until=until))
                    self._went.setdefault(archive.name, None)
                except NetworkError as error:
                    none = error.status is not None and not isinstance(error, NotNow)
                    self._went[archive.name] = None if none else _told(error)
                    continue
                if copy:
                    self._gave[archive.name] += 1
                    return copy
        return None

    def asked(self) -> Iterator[Asked]:
        """Yield how it went with those that were asked."""
        for name, why in sorted(self._went.items()):
            state = AskedState.FAILED if why else AskedState.ANSWERED
            yield Asked(source=name, state=state, why=why, copies=self._gave[name])
