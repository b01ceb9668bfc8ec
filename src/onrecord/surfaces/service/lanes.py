"""Room to work in: a few threads, a queue of known length before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from onrecord.errors import Busy

_Result = TypeVar("_Result")


class Lane:
    """Runs synchronous work in threads, so many at one time, and refuses when too much of it waits."""

    def __init__(self, width: int, *, waiting: int) -> None:
        """Run ``width`` pieces of work at one time while up to ``waiting`` more wait."""
        self._width, self._waiting = width, waiting
        self._limiter: CapacityLimiter | None = None
        self._held = 0

    async def run(self, work: Callable[..., _Result], *arguments: object) -> _Result:
        """Do ``work`` in a thread and return what it returns.

        Raises:
            Busy: too much waits already.
        """
        if self._held >= self._width + self._waiting:
            why = f"{self._held} requests of its kind are being answered or wait"
            raise Busy("the service is busy", why=why, fix="ask again in a few seconds")
        self._limiter = self._limiter or CapacityLimiter(self._width)  # belongs to the loop that runs
        self._held += 1
        try:
            return await to_thread.run_sync(work, *arguments, limiter=self._limiter)
        finally:
            self._held -= 1
