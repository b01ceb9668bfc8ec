"""Following while the service runs: a cycle now and then, in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.data import Recipient
from onrecord.errors import OnrecordError
from onrecord.ports import Teller
from onrecord.surfaces.service import following, polling, telling
from onrecord.surfaces.service.desks import Desks
from onrecord.wiring import Desk, Kept

if TYPE_CHECKING:
    from onrecord.wiring import Polite

log = logging.getLogger("onrecord.service")

Writer = Callable[[], AbstractContextManager[Desk]]
Tellers = Callable[[Recipient], Teller]
_LAST_SECONDS = 10.0
"""For which the end of the process waits for a cycle to come to a place where it can be left."""


class Cycles:
    """Asks the sources that are due, looks at the statements again and tells of it, every so often, until stopped."""

    def __init__(
        self, kept: Kept, desks: Desks, writer: Writer, asking: Callable[[], Polite], teller: Tellers, *, every: float
    ) -> None:
        """Follow what ``kept`` has.

        ``writer`` opens a desk that adds, ``asking`` makes what asks servers, ``teller`` says what tells a recipient.
        """
        self._kept, self._desks, self._writer, self._asking = kept, desks, writer, asking
        self._teller, self._every = teller, every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="following", daemon=True)

    def start(self) -> None:
        """Begin with a cycle at once."""
        self._thread.start()

    def stop(self) -> None:
        """Begin no other cycle; what is going on is left where it is and taken up by the next process."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(_LAST_SECONDS)

    def _run(self) -> None:
        while not self._over.is_set():
            for step in (self._ask, self._look, self._tell):
                self._done(step)
            self._over.wait(self._every)

    def _done(self, step: Callable[[datetime], None]) -> None:
        """Take a step of the cycle; one that fails keeps neither the others nor the next cycle from being made."""
        try:
            step(datetime.now(UTC))
        except OnrecordError as error:
            log.warning("following: %s (%s)", error.what, error.why)
        except Exception:
            log.exception("following: something failed that should not")

    def _ask(self, now: datetime) -> None:
        if self._kept.sources.due(now):
            with self._writer() as desk:
                for taken in polling.poll(self._kept, desk, self._asking(), at=now):
                    missed, state = len(taken.missed), taken.source.error or "well"
                    log.info("%s: %d new, %d not to be had, %s", taken.source.url, taken.new, missed, state)
                    if self._over.is_set():
                        return

    def _look(self, now: datetime) -> None:
        for watch, news in following.look(self._kept, self._desks.current(), as_of=now):
            if news:
                log.info("there is news of %s", watch.followed.id)
            if self._over.is_set():
                return

    def _tell(self, now: datetime) -> None:
        for delivery in telling.deliver(self._kept, self._teller, at=now):
            log.info("delivery %s to %s: %s", delivery.id, delivery.recipient, delivery.error or delivery.state)
            if self._over.is_set():
                return
