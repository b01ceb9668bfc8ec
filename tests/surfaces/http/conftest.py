"""A service that answers on loopback, over a copy of the example archive."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from onrecord.settings import load
from onrecord.surfaces import http
from onrecord.surfaces.http.server import listen, server
from onrecord.surfaces.service import Limits, Service, opened

Client = httpx2.Client
Serve = Callable[..., object]


@contextmanager
def serving(archive: Path, kept: Path, **limits: object) -> Iterator[tuple[Client, Service]]:
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


@pytest.fixture(scope="session")
def served(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Client, Service]]:
    """One service for all tests that change nothing for others."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(wire, folder / "archive")
    with serving(folder / "archive", folder / "kept") as running:
        yield running


@pytest.fixture
def client(served) -> Client:
    return served[0]


@pytest.fixture
def service(served) -> Service:
    return served[1]


@pytest.fixture
def serve(wire: Path, tmp_path: Path) -> Iterator[Serve]:
    """Start a service of one's own, with limits of one's own."""
    shutil.copytree(wire, tmp_path / "archive")
    return lambda **limits: serving(tmp_path / "archive", tmp_path / "kept", **limits)
