"""A service over a copy of the example archive."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest
from serving import serving

from onrecord.surfaces.service import Service

Served = tuple[httpx2.Client, Service]


@pytest.fixture(scope="session")
def served(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One service for all tests that change nothing for others."""
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(wire, folder / "archive")
    with serving(folder / "archive", folder / "kept") as running:
        yield running


@pytest.fixture
def client(served: Served) -> httpx2.Client:
    return served[0]


@pytest.fixture
def serve(wire: Path, tmp_path: Path) -> Callable[..., AbstractContextManager[Served]]:
    """Start a service of one's own, with limits of one's own."""
    shutil.copytree(wire, tmp_path / "archive")
    return lambda **limits: serving(tmp_path / "archive", tmp_path / "kept", **limits)
