"""A real browser over a real desk. Where there is no browser, these tests are named as left out."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from desk import FLOOD, PAGE, PATIENCE, Reader, number_of, serving, tree_of
from onrecord.surfaces.cli import main
from onrecord.surfaces.service import following

FOLLOWED = "Tomas Verrin is energy minister"
"""Was on record until the record said otherwise."""
WIRE = PAGE.parent / "wire.jsonl"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable() -> str | None:
    """Return Debian's Chromium, or the browser that ONRECORD_CHROMIUM names."""
    named = os.environ.get("ONRECORD_CHROMIUM")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one desk over the example archive."""
    folder = tmp_path_factory.mktemp("desk")
    ended = CliRunner().invoke(main, ["add", str(WIRE), "--archive", str(folder / "archive")])
    assert ended.exit_code == 0, ended.stderr
    with serving(folder / "archive", folder / "kept") as (base, service):
        following.follow(service.kept, FOLLOWED)
        for day in (4, 20):
            at = datetime(2025, 9, day, 12, tzinfo=UTC)
            assert list(following.look(service.kept, service.desks.current(), as_of=at))
        yield base


@pytest.fixture(scope="session")
def report(desk: str) -> str:
    """Where the example page is checked."""
    return desk + Reader(desk).checked(PAGE.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def flood(desk: str, report: str) -> int:
    """The number of the statement on the flood."""
    return number_of(tree_of(Reader(desk).get(report.removeprefix(desk))), FLOOD)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for a module; it takes the event loop of the thread with it, which other tests run their own in."""
    path = executable()
    if path is None:
        pytest.skip("left out: needs Chromium (apt-get install chromium, or name one in ONRECORD_CHROMIUM)")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=sandbox)
        expect.set_options(timeout=PATIENCE * 1e3)
        yield started
        started.close()


@pytest.fixture
def opened(browser: Browser, desk: str) -> Iterator[Callable[..., Page]]:
    """Open a page; whatever a page says of an error or of its policy, and whatever it asks of others, fails the test."""
    contexts: list[BrowserContext] = []
    said: list[str] = []

    def open_(path: str = "/", *, width: int = 1440, height: int = 900, **options: object) -> Page:
        size = {"width": width, "height": height}
        context = browser.new_context(viewport=size, base_url=desk, **{"locale": "en-GB", **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1e3)
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith(desk) else said.append(asked.url))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.goto(path)
        return page

    open_.said = said
    yield open_
    for context in contexts:
        context.close()
    assert not said


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, which judges a page by WCAG."""
    import axe_playwright_python  # noqa: PLC0415 (a data file of it, found where it is installed)

    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
