"""How many requests of one caller are answered in a while."""

from __future__ import annotations

from math import ceil
from time import monotonic

from onrecord.errors import TooMany
from onrecord.surfaces.service.limits import Limits

_MOST_CALLERS = 10_000


class Rates:
    """Counts the requests of each caller in windows of fixed length."""

    def __init__(self, limits: Limits) -> None:
        """Allow what ``limits`` allow."""
        self._quota, self._window = limits.requests, limits.window
        self._counted: dict[str, tuple[float, int]] = {}

    def take(self, caller: str) -> dict[str, str]:
        """Count a request; return the headers that say how many more there may be.

        Raises:
            TooMany: there were as many already as there may be.
        """
        now = monotonic()
        began, count = self._counted.get(caller, (now, 0))
        if now - began >= self._window:
            began, count = now, 0
        if len(self._counted) >= _MOST_CALLERS:
            self._counted.clear()
        self._counted[caller] = began, count + 1
        left, rest = self._quota - count - 1, ceil(began + self._window - now)
        if left < 0:
            why = f"there were {self._quota} within {self._window} seconds already"
            raise TooMany("too many requests", why=why, fix=f"go on in {rest} seconds")
        return {
            "RateLimit-Policy": f'"requests";q={self._quota};w={self._window}',
            "RateLimit": f'"requests";r={left};t={rest}',
        }
