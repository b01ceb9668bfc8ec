"""The manual is true: every code block of the README and of docs/ is run.

``console`` blocks run line by line in one folder a file, with ``examples/`` in it; what stands below a command must be
what it prints, ``…`` standing for anything. ``python`` blocks run there too. ``sh`` blocks name make targets. A page that
names a bucket has a server of buckets.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters import buckets
from onrecord import __version__

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
KNOWN = {"console", "python", "sh", "json", "toml", ""}


@dataclass(frozen=True)
class Command:
    line: str
    shown: str


def blocks(page: Path) -> list[tuple[str, str]]:
    return FENCE.findall(page.read_text(encoding="utf-8"))


def commands(block: str) -> list[Command]:
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        found.append(Command(line, shown))
    return found


def matches(shown: str, printed: str) -> bool:
    pattern = ".*?".join(re.escape(piece) for piece in re.split(r"\s*…\s*", squeezed(shown)))
    return re.fullmatch(pattern, squeezed(printed), re.DOTALL) is not None


def squeezed(words: str) -> str:
    return " ".join(words.split())


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    return tmp_path


@pytest.fixture
def environment(workplace: Path) -> dict[str, str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    folders = {f"ONRECORD_{name.upper()}": str(workplace / name) for name in ("archive", "service")}
    return {**os.environ, **folders, "PATH": path, "COLUMNS": "100"}


def run(arguments: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, check=False, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_blocks_run(page: Path, workplace: Path, environment: dict[str, str]):
    if "s3://" in page.read_text(encoding="utf-8"):
        environment |= buckets.server()
    for language, block in blocks(page):
        assert language in KNOWN, f"a {language} block is not run by anything"
        if language == "console":
            for command in commands(block):
                ended = run(["bash", "-c", command.line], workplace, environment)
                assert ended.returncode in (0, 1), ended.stderr
                assert matches(command.shown, ended.stdout), f"$ {command.line}\n{ended.stdout}"
        elif language == "python":
            ended = run([sys.executable, "-c", block], workplace, environment)
            assert ended.returncode == 0, ended.stderr
        elif language == "sh":
            targets = re.findall(r"^make (\w+)$", block, re.MULTILINE)
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert all(f"\n{target}:" in makefile for target in targets)


def test_links_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_changelog_knows_the_version():
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
