"""What a running job tells while it runs, for whoever listens, from the beginning or from where they were."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing told."""

    number: int
    """From 1."""
    name: str
    """``restored``, ``statements``, ``verdicts``, ``progress`` or ``ended``."""
    data: str
    """JSON on one line."""


class Feed:
    """Told by one thread, heard by any number of coroutines."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._events: list[Event] = []
        self._closed = False
        self._lock = threading.Lock()
        self._ears: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def tell(self, name: str, data: str) -> None:
        """Tell everybody something."""
        with self._lock:
            self._events.append(Event(number=len(self._events) + 1, name=name, data=data))
            self._wake()

    def close(self) -> None:
        """Say that nothing more comes."""
        with self._lock:
            self._closed = True
            self._wake()

    def told(self) -> tuple[Event, ...]:
        """Return what was told so far."""
        with self._lock:
            return tuple(self._events)

    def _wake(self) -> None:
        for loop, ear in self._ears:
            if not loop.is_closed():
                loop.call_soon_threadsafe(ear.set)

    async def listen(self, after: int = 0, *, patience: float) -> AsyncIterator[Event | None]:
        """Yield what is told beyond number ``after``; None whenever nothing was told for ``patience`` seconds."""
        me = (asyncio.get_running_loop(), asyncio.Event())
        with self._lock:
            self._ears.add(me)
        try:
            while True:
                me[1].clear()
                with self._lock:
                    told, closed = self._events[after:], self._closed
                for event in told:
                    yield event
                after += len(told)
                if closed and not told:
                    return
                if not told:
                    try:
                        await asyncio.wait_for(me[1].wait(), patience)
                    except TimeoutError:
                        yield None
        finally:
            with self._lock:
                self._ears.discard(me)
