"""Asking servers politely: as their robots.txt lets us, one request at a time for each, with a pause between."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from time import monotonic
from typing import BinaryIO
from urllib.parse import urlsplit

from protego import Protego

from onrecord.adapters.fetch import Bounds, Fetched, refetch
from onrecord.errors import AddressRefused, NetworkError, NotNow

PAUSE = 1.0
"""Seconds between two requests to one server, where its robots.txt does not say more."""
LONGEST_PAUSE = 30.0
"""Seconds; a longer one that robots.txt asks for would hold up all other sources."""
_PAGES = Bounds()
_ROBOTS = Bounds(size=4 << 20, seconds=10.0)
_NONE_THERE = range(400, 500)
"""What a server answers that has no robots.txt; 429 says something else, and is a :class:`NotNow`."""
_ROBOTS_READ = 512 << 10
"""Bytes of a robots.txt that are read, of which RFC 9309 (2.5) wants 500 kibibytes at least."""


class Polite:
    """Fetches for as long as it lives; servers are remembered by scheme, name and port."""

    def __init__(self, agent: str, *, pause: float = PAUSE, bounds: Bounds = _PAGES) -> None:
        """Ask under the name ``agent``, with ``pause`` seconds between two requests to one server."""
        self._agent, self._pause, self.bounds = agent, pause, bounds
        self._servers: dict[str, _Server] = {}
        self._meeting = threading.Lock()
        self._ended = threading.Event()

    def end(self) -> None:
        """Ask nothing more: pauses end, large bodies are given up, and whoever asks is told."""
        self._ended.set()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched | None:
        """Fetch what stands at an address, if it is another than before; else None.

        Raises:
            AddressRefused: it may not be fetched, or robots.txt does not let us.
            NotNow: its server does not answer for now.
            NetworkError: it cannot be fetched.
        """
        return refetch(
            url, agent=self._agent, etag=etag, modified=modified, bounds=self.bounds, turn=self._allowed_turn
        )

    def ask(
        self,
        url: str,
        *,
        pauses: float = 1.0,
        headers: Mapping[str, str] | None = None,
        bounds: Bounds | None = None,
        into: BinaryIO | None = None,
    ) -> Fetched:
        """Fetch an answer of a service that is made for programs, with ``pauses`` of our pauses before it.

        Its robots.txt, which tells crawlers of pages, is not read. ``into`` takes the body instead of memory.

        Raises:
            AddressRefused: it may not be fetched.
            NotNow: its server does not answer for now.
            NetworkError: it cannot be fetched.
        """
        whole = _Whole(into, self._ended) if into else None

        def turn(url: str) -> AbstractContextManager[None]:
            return self._server(url)[1].waited_for(self._pause * pauses, self._ended)

        found = refetch(url, agent=self._agent, headers=headers, bounds=bounds or self.bounds, into=whole, turn=turn)
        assert found is not None, "only a conditional request is answered with nothing new"
        return found

    def _server(self, url: str) -> tuple[str, _Server]:
        """Return what is remembered of the server of an address, and its name."""
        try:
            parts = urlsplit(url)
        except ValueError as error:
            fix = "correct it, or leave it out"
            raise AddressRefused(f"{url[:200]} is not fetched", why=f"it is no address: {error}", fix=fix) from error
        name = f"{parts.scheme}://{parts.netloc}"
        with self._meeting:
            return name, self._servers.setdefault(name, _Server())

    @contextmanager
    def _allowed_turn(self, url: str) -> Iterator[None]:
        """Wait for our turn with the server of a page, if its robots.txt lets us have the page.

        Raises:
            AddressRefused: it does not let us.
            NetworkError: it cannot be read, or the work was stopped.
        """
        name, server = self._server(url)
        robots = server.robots(lambda: self._rules(f"{name}/robots.txt"))
        if not robots.can_fetch(url, self._agent):
            fix = "leave it out, or ask its publisher"
            raise AddressRefused(f"{url[:200]} is not fetched", why="its robots.txt does not let us", fix=fix)
        pause = max(self._pause, min(robots.crawl_delay(self._agent) or 0.0, LONGEST_PAUSE))
        with server.waited_for(pause, self._ended):
            yield

    def _rules(self, url: str) -> Protego:
        """Read the rules of a server (RFC 9309, 2.3.1): one that has none lets us; one that cannot say does not.

        Raises:
            NetworkError: they cannot be read.
        """
        try:
            found = refetch(url, agent=self._agent, bounds=_ROBOTS)
        except NetworkError as error:
            if isinstance(error, NotNow) or error.status not in _NONE_THERE:
                raise
            found = None
        return Protego.parse(found.body[:_ROBOTS_READ].decode("utf-8", "replace") if found else "")


class _Server:
    """One server: its rules, when it was asked last, and whose turn it is."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._rules: Protego | NetworkError | None = None
        self._asked_at = -LONGEST_PAUSE

    def robots(self, read: Callable[[], Protego]) -> Protego:
        """Return its rules, which are asked for once, whatever comes of it.

        Raises:
            NetworkError: they could not be read.
        """
        with self._turn:
            if self._rules is None:
                try:
                    self._rules = read()
                except NetworkError as error:
                    self._rules = error
                finally:
                    self._asked_at = monotonic()
            if isinstance(self._rules, NetworkError):
                raise self._rules
            return self._rules

    @contextmanager
    def waited_for(self, pause: float, ended: threading.Event) -> Iterator[None]:
        """Wait until it is our turn, and ``pause`` seconds lie behind the last request; what is done then is one."""
        with self._turn:
            if ended.wait(max(0.0, self._asked_at + pause - monotonic())):
                raise _stopped()
            try:
                yield
            finally:
                self._asked_at = monotonic()


class _Whole:
    """Takes a body as it comes, until nothing more is asked."""

    def __init__(self, into: BinaryIO, ended: threading.Event) -> None:
        self._into, self._ended = into, ended

    def write(self, part: bytes) -> int:
        if self._ended.is_set():
            raise _stopped()
        return self._into.write(part)


def _stopped() -> NetworkError:
    return NetworkError("nothing more is fetched", why="the work was stopped", fix="begin it again")
