"""A service that answers on loopback, for tests of whatever speaks through it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from onrecord.settings import load
from onrecord.surfaces import http
from onrecord.surfaces.http.server import listen, server
from onrecord.surfaces.service import Limits, Service, opened


@contextmanager
def serving(archive: Path, kept: Path, **limits: float) -> Iterator[tuple[httpx2.Client, Service]]:
    """Serve in a thread; yield a client that speaks to it, and what it serves."""
    settings, _ = load({"archive": archive, "service": kept, "threads": 2})
    bounds = Limits(**limits)
    with opened(settings, bounds) as service:
        taken = listen("127.0.0.1", 0)
        running = server(http.gated(http.app(service), service), bounds)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [taken]})
        thread.start()
        try:
            base = f"http://127.0.0.1:{taken.getsockname()[1]}"
            with httpx2.Client(base_url=base, timeout=60, trust_env=False) as client:
                yield client, service
        finally:
            running.should_exit = True
            thread.join()
