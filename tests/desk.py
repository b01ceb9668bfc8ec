"""The desk as it is served: for tests with a client that runs no script, and for those with a browser."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
from lxml import html as lxml_html

from onrecord.settings import load
from onrecord.surfaces import http, web
from onrecord.surfaces.http.server import listen, server
from onrecord.surfaces.service import Limits, Service, opened

PAGE = Path(__file__).resolve().parents[1] / "examples" / "page.txt"
PATIENCE = 90
"""Seconds for a check on a machine that is busy with other things."""
FLOOD = "The flood in the Kessel valley has killed 31 people"
"""Begins a statement of the page that was on record on 4 September and is superseded on the 30th."""
PUBLISHED, AS_OF = "2025-09-22", "2025-09-30"


@contextmanager
def serving(archive: Path, kept: Path, **limits: float) -> Iterator[tuple[str, Service]]:
    """Serve in a thread; yield the address of the desk, and what it serves."""
    settings, _ = load({"archive": archive, "service": kept, "threads": 2})
    bounds = Limits(**limits)
    with opened(settings, bounds) as service:
        made = http.app(service)
        web.add_pages(made, service)
        taken = listen("127.0.0.1", 0)
        running = server(http.gated(made, service, (), web.refused), bounds)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [taken]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{taken.getsockname()[1]}", service
        finally:
            running.should_exit = True
            thread.join()


class Reader:
    """Somebody at the desk whose browser runs no script: follows links, sends forms, keeps cookies."""

    def __init__(self, base: str, language: str = "en") -> None:
        self.base = base
        accepts = {"Accept": "text/html", "Accept-Language": language}
        self.client = httpx2.Client(base_url=base, timeout=60, trust_env=False, headers=accepts)

    def get(self, path: str) -> httpx2.Response:
        return self.client.get(path)

    def send(self, page: str, path: str, fields: dict[str, str], **more: object) -> httpx2.Response:
        """Send a form that stands on ``page``; where that leads is answered, not followed."""
        token = re.search(r'name="token" value="([^"]+)"', self.get(page).text)[1]
        return self.client.post(path, data={"token": token, **fields}, headers={"Origin": self.base}, **more)

    def checked(self, text: str, *, published: str = PUBLISHED, as_of: str = AS_OF) -> str:
        """Have a text checked, and return where its report is once it is there."""
        answer = self.send("/", "/checks", {"text": text, "published": published, "as_of": as_of})
        assert answer.status_code == 303, answer.text
        return self.ready(answer.headers["Location"])

    def ready(self, path: str) -> str:
        until = time.monotonic() + PATIENCE
        while 'http-equiv="refresh"' in self.get(path).text:
            assert time.monotonic() < until, "it takes too long"
            time.sleep(0.2)
        return path.partition("#")[0]


def tree_of(answer: httpx2.Response) -> lxml_html.HtmlElement:
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    return lxml_html.document_fromstring(answer.text)


def words_of(tree: lxml_html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in tree.xpath(path)]


def number_of(tree: lxml_html.HtmlElement, words: str) -> int:
    """Return the number of the statement that begins with ``words``."""
    (case,) = tree.xpath("//article[.//p[@class='said'][starts-with(., $words)]]", words=words)
    return int(case.get("id")[1:])
