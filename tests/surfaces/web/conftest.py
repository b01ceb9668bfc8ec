"""One desk for all tests that change nothing for others, with the example page checked on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk import PAGE, Reader, serving


@pytest.fixture(scope="session")
def desk(wire: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(wire, folder / "archive")
    with serving(folder / "archive", folder / "kept") as running:
        yield running


@pytest.fixture
def reader(desk) -> Reader:
    return Reader(desk[0])


@pytest.fixture(scope="session")
def report(desk) -> str:
    """Where the example page is checked."""
    return Reader(desk[0]).checked(PAGE.read_text(encoding="utf-8"))
