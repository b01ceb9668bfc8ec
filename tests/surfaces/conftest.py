"""The command line run in process, in an empty folder and with nobody's own settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from commandline import WIRE

from onrecord.settings import TABLE
from onrecord.surfaces.cli import main

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def workplace(tmp_path, monkeypatch):
    """Stand in an empty folder; settings, temporary files and the default archive are in it too."""
    for row in TABLE:
        monkeypatch.delenv(f"ONRECORD_{row.name.upper()}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def onrecord() -> Run:
    def run(*arguments: object, given: str | bytes = "", **environment: str) -> Result:
        return CliRunner(env=environment).invoke(main, [str(argument) for argument in arguments], input=given)

    return run


@pytest.fixture(scope="session")
def wire(tmp_path_factory) -> Path:
    """An archive of the example reports; tests that write take a copy."""
    folder = tmp_path_factory.mktemp("wire") / "archive"
    ended = CliRunner().invoke(main, ["add", str(WIRE), "--archive", str(folder)])
    assert ended.exit_code == 0, ended.stderr
    return folder
