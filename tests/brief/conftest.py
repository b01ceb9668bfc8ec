"""The example world, in a real archive on disk."""

from pathlib import Path

import pytest

from onrecord.read import read_paths
from onrecord.wiring import desk, new_archive

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    made = desk(new_archive(tmp_path_factory.mktemp("world") / "archive"), threads=2)
    assert sum(added.new for added in made.add(read_paths([EXAMPLES / "wire.jsonl"]))) == 60
    return made
