"""How quickly the service answers, with the load from a second process.

Needs an archive of real articles: ``ONRECORD_BENCH_ARCHIVE`` names its folder. The goals (two cores, 16,071 articles):
first statements of a 900-word page within 0.7 s and all within 4 s, 95 of 100 searches within 0.15 s at 20 a second, and
1,000 views of pages at 50 a second with two checks running, no error and 95 of 100 within 0.3 s.
``ONRECORD_MINUTES`` says for how long pages are viewed; memory is that of the service and its workers.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

import httpx2
from benchmarks.data import DataMissing

COMMAND = (sys.executable, "-c", "from onrecord.surfaces.cli import main; main()", "serve", "--port", "0")
WORDS = range(880, 921)
"""Of a page of about 900."""
PAGES = 2
"""Timed; one more goes before them, which reads the models."""
SEARCHES, SEARCHES_A_SECOND = 300, 20
VIEWS, VIEWS_A_SECOND = 1_000, 50
WINDOW = 60.0
"""Seconds before the views and at their end for which the most memory is taken: it comes and goes with each check."""
AS_OF = {"as_of": "2026-11-01"}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}


def run() -> dict[str, float]:
    """Return the figures; seconds unless their names say otherwise."""
    folder = os.environ.get("ONRECORD_BENCH_ARCHIVE")
    if not folder or not Path(folder).is_dir():
        raise DataMissing("needs an archive of real articles; name its folder with ONRECORD_BENCH_ARCHIVE")
    with tempfile.TemporaryDirectory() as kept, served(Path(folder), Path(kept)) as (client, pid):
        pages = of_900_words(client)
        checked(client, pages[0])  # reads the models
        timed = [checked(client, page) for page in pages[1:]]
        searched = paced(SEARCHES, SEARCHES_A_SECOND, searching(client, queries(client)))
        views = max(VIEWS, round(60 * VIEWS_A_SECOND * float(os.environ.get("ONRECORD_MINUTES", "0"))))
        with checking(client, pages[1:3]):
            before = most_resident(pid)
            viewed = viewing(client, views)
            after = most_resident(pid)
    return {
        "check_statements_seconds": median(one[0] for one in timed),
        "check_first_verdicts_seconds": median(one[1] for one in timed),
        "check_all_seconds": median(one[2] for one in timed),
        "search_p95_seconds": p95(searched),
        "view_p95_seconds": p95(viewed),
        "views_answered_share": len(viewed) / views,
        "views_minutes": views / VIEWS_A_SECOND / 60,
        "memory_before_views_mb": before,
        "memory_after_views_mb": after,
        "load_average_at_end": os.getloadavg()[0],
    }


@contextmanager
def served(archive: Path, kept: Path) -> Iterator[tuple[httpx2.Client, int]]:
    """Start the service in a process of its own."""
    command = [*COMMAND, "--archive", str(archive), "--service", str(kept)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    address = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+/", line)))
    threading.Thread(target=process.stderr.read, daemon=True).start()
    limits = httpx2.Limits(max_connections=64, max_keepalive_connections=64)
    try:
        with httpx2.Client(base_url=address, timeout=120, trust_env=False, limits=limits) as client:
            yield client, process.pid
    finally:
        process.terminate()
        process.wait(60)


def of_900_words(client: httpx2.Client) -> list[str]:
    """Return the texts of documents of that length; a document is no evidence for itself."""
    found: list[str] = []
    link = "/api/v1/documents?limit=200&as_of=2026-11-01"
    while link and len(found) <= PAGES:
        listed = client.get(link)
        for one in listed.json()["documents"]:
            text = client.get(f"/api/v1/documents/{one['id']}").json()["text"]
            if len(text.split()) in WORDS and len(found) <= PAGES:
                found.append(text)
        link = listed.links.get("next", {}).get("url")
    return found


def checked(client: httpx2.Client, page: str) -> tuple[float, float, float]:
    """Check a page; return when its statements, its first verdicts and all of them were there."""
    began = time.monotonic()
    job = client.post("/api/v1/checks", params=AS_OF, content=page.encode(), headers=TEXT).json()
    at: dict[str, float] = {}
    with client.stream("GET", job["events"]) as stream:
        for line in stream.iter_lines():
            if line.startswith("event: "):
                at.setdefault(line.removeprefix("event: "), time.monotonic() - began)
    return at["statements"], at.get("verdicts", at["ended"]), at["ended"]


def queries(client: httpx2.Client) -> list[str]:
    """Return headlines, which is what people look for, none of them twice."""
    listed = client.get("/api/v1/documents", params={"limit": 200, **AS_OF}).json()["documents"]
    return list(dict.fromkeys(one["title"] for one in listed if one["title"]))


def searching(client: httpx2.Client, asked: Sequence[str]) -> Callable[[int], bool]:
    return lambda n: client.get("/api/v1/search", params={"q": asked[n % len(asked)], **AS_OF}).is_success


def viewing(client: httpx2.Client, views: int) -> list[float]:
    """View pages of the desk."""
    made = client.get("/api/v1/jobs", params={"kind": "check", "limit": 3}).json()["jobs"]
    paths = ["/", "/api/v1/jobs", *(f"/c/{job['id']}" for job in made), *(job["result"] for job in made)]
    return paced(views, VIEWS_A_SECOND, lambda n: client.get(paths[n % len(paths)]).is_success)


@contextmanager
def checking(client: httpx2.Client, pages: Sequence[str]) -> Iterator[None]:
    """Keep two checks running, after each of two workers has read its models."""
    over = threading.Event()

    def keep_checking(page: str) -> None:
        with suppress(httpx2.HTTPError):  # the service ends before the last check does
            while not over.is_set():
                checked(client, page)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda page: checked(client, page), pages))
    for page in pages:
        threading.Thread(target=keep_checking, args=(page,), daemon=True).start()
    try:
        yield
    finally:
        over.set()


def paced(count: int, a_second: float, ask: Callable[[int], bool]) -> list[float]:
    """Ask at a fixed pace, however long answers take; return the seconds of those that succeeded.

    A request's time begins when it was due, so that one that had to wait for its turn has waited.
    """
    began = time.monotonic() + 0.1

    def one(n: int) -> float | None:
        due = began + n / a_second
        time.sleep(max(0.0, due - time.monotonic()))
        try:
            return time.monotonic() - due if ask(n) else None
        except httpx2.HTTPError:
            return None

    with ThreadPoolExecutor(48) as pool:
        return [seconds for seconds in pool.map(one, range(count)) if seconds is not None]


def p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(0.95 * len(seconds))] if seconds else float("inf")


def most_resident(pid: int) -> float:
    """Return the most megabytes that a process and those it began hold together within a minute."""
    until, most = time.monotonic() + WINDOW, 0.0
    while time.monotonic() < until:
        begun = Path(f"/proc/{pid}/task").glob("*/children")
        family = [pid, *(int(child) for each in begun for child in each.read_text().split())]
        most = max(most, sum(map(resident, family)))
        time.sleep(1.0)
    return most


def resident(pid: int) -> float:
    """Return the megabytes that a process holds; none where it has ended."""
    try:
        found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
