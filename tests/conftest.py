"""Where test data lies: ours in ``examples/``, third parties' beside the clone or where ONRECORD_DATA names it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Machines that test are shared: a slow example says nothing of the code.
settings.register_profile("onrecord", deadline=None)
settings.load_profile("onrecord")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real pages and data; tests that need it are named as left out where it is absent."""
    folder = Path(os.environ.get("ONRECORD_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"left out: needs the folder {folder.name}/ beside the clone")
    return folder
