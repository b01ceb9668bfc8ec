"""Sixteen days of cycles killed (SIGKILL) 100 times (``ONRECORD_KILLS``) at random moments, held against undisturbed ones.

The reports of ``examples/wire.jsonl`` come in day by day through the feeds of their publishers, from a server on this
machine, which is also the webhook that is told. A process makes the cycle of a day: it asks the feeds, looks at twenty
statements and three topics, and tells. It is killed a few times, at moments drawn evenly from as long as it lasts, and
then let through.

*Lost* are changes that stand in the undisturbed feed and not in the other, or that no webhook was told of; *told twice*
those that stand twice in our own feed, or came to the webhook under two ids. A delivery that came again under its id is
counted as *told again*: the process died between telling and noting it.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import ClassVar

from onrecord import wiring
from onrecord.data import Source
from onrecord.find import ArchiveFinder
from onrecord.settings import load
from onrecord.surfaces.service import following, polling, telling
from onrecord.wiring import Desk, tellers

WIRE = Path(__file__).resolve().parents[2] / "examples" / "wire.jsonl"
FIRST, DAYS = date(2025, 9, 1), 16
STATEMENTS = (
    *(f"The Kessel flood killed {number} people" for number in (12, 31, 40, 58, 71, 74, 81)),
    *(f"{name} is energy minister of Veldania" for name in ("Tomas Verrin", "Ilse Marand", "Dagny Sorl")),
    *(f"Tomas Verrin {done}" for done in ("denied the warning", "withdrew his denial", "resigned")),
    "Anders Holt is premier of Veldania",
    "Judge Edda Rhys leads the inquiry into the dam collapse",
    "The teachers of Port Sorrel are on strike",
    "The first payments reached 310 families",
    "The Orlo Gorge dam gave way",
    "The bridge at Tarn is open",
    "Sorrel Rovers won the island cup",
)
TOPICS = ("Kessel flood", "Orlo Gorge dam", "Energy Minister Verrin")
_FORK = get_context("fork")


class Web(BaseHTTPRequestHandler):
    """Feeds with what was published by the day that a file names, and a webhook that writes down what it is told."""

    folder: ClassVar[Path]

    def do_GET(self) -> None:
        publisher = self.path.rpartition("/")[2]
        today = date.fromisoformat((self.folder / "today").read_text())
        items = "".join(map(_item, _reports(publisher, today))) if "feed" in self.path else None
        body = f'<rss version="2.0" {_CONTENT}><channel><title>{publisher}</title>{items}</channel></rss>'.encode()
        self.answer(404 if items is None else 200, body)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with (self.folder / "told").open("ab") as file:
            file.write(b"%s %s\n" % (self.headers["webhook-id"].encode(), body))
        self.answer(204, b"")

    def answer(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing: who was killed hears no answer."""


_CONTENT = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'


def run() -> dict[str, float]:
    os.environ["ONRECORD_ALLOW_PRIVATE_ADDRESSES"] = "1"
    os.environ["ONRECORD_WEBHOOK_SECRET"] = "whsec_" + b64encode(bytes(32)).decode()
    kills = int(os.environ.get("ONRECORD_KILLS", "100"))
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        Web.folder = folder
        ours, theirs = _FORK.Pipe()
        server = _FORK.Process(target=_serve, args=(theirs,), daemon=True)
        server.start()
        root = f"http://127.0.0.1:{ours.recv()}"
        # one thread, for no other lives on in the processes that are begun from this one
        desk = wiring.desk(wiring.archive_or_empty(folder / "nothing"), threads=1)
        desk.embedder.embed(["The ferry sails."])
        for place in ("calm", "harried"):
            _begin(folder / place, root)
        lasting = [_cycle(desk, folder / "calm", day) for day in _days()]
        (folder / "told").unlink()
        done = _harry(desk, folder / "harried", lasting, kills)
        server.kill()
        return {"kills": done, **_compared(folder)}


def _serve(pipe: Connection) -> None:
    server = Server(("127.0.0.1", 0), Web)
    pipe.send(server.server_address[1])
    server.serve_forever()


def _harry(desk: Desk, place: Path, lasting: list[float], kills: int) -> int:
    """Kill the cycle of each day a few times before it is let through; return how many were still at it."""
    chance = random.Random(7)
    done = 0
    for number, day in enumerate(_days()):
        lasts = lasting[number]
        while done < (number + 1) * kills // DAYS:
            ended = _killed(desk, place, day, after=chance.uniform(0, lasts))
            done += ended is None
            lasts = min(lasts, ended or lasts)  # what is left of a cycle that was killed before takes less long
        _cycle(desk, place, day)
    return done


def _days() -> list[datetime]:
    midnight = datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC)
    return [midnight + timedelta(days=number, hours=23, minutes=59) for number in range(DAYS)]


def _begin(place: Path, root: str) -> None:
    kept = wiring.open_store(place / "desk")
    with kept.store:
        for publisher in sorted({one["publisher"].replace(" ", "") for one in _wire()}):
            kept.sources.add(Source(url=f"{root}/feed/{publisher}", added_at=_days()[0], due_at=_days()[0]))
        for words in STATEMENTS:
            following.follow(kept, words)
        for words in TOPICS:
            following.follow_topic(kept, words)
        telling.add(kept, f"{root}/hook", telling.Manners())


def _cycle(desk: Desk, place: Path, day: datetime) -> float:
    """Make the cycle of a day in a process of its own, and return how many seconds it took."""
    process, pipe = _started(desk, place, day)
    began = time.monotonic()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"the cycle of {day:%Y-%m-%d} ended with exit code {process.exitcode}")
    pipe.close()
    return time.monotonic() - began


def _killed(desk: Desk, place: Path, day: datetime, *, after: float) -> float | None:
    """Begin the cycle of a day and kill it; return after how many seconds it had ended, None where it had not."""
    process, pipe = _started(desk, place, day)
    began = time.monotonic()
    process.join(after)
    ended = None if process.is_alive() else time.monotonic() - began
    process.kill()
    process.join()
    pipe.close()
    return ended


def _started(desk: Desk, place: Path, day: datetime) -> tuple[ForkProcess, Connection]:
    """Begin the cycle of a day, and return when it has."""
    (place.parent / "today").write_text(day.date().isoformat())
    ours, theirs = _FORK.Pipe()
    process = _FORK.Process(target=_work, args=(desk, place, day, theirs), daemon=True)
    process.start()
    theirs.close()
    ours.recv()
    return process, ours


def _work(idle: Desk, place: Path, day: datetime, pipe: Connection) -> None:
    settings, _ = load({})
    kept = wiring.open_store(place / "desk")
    with kept.store:
        pipe.send("ready")
        with wiring.new_archive(place / "archive") as archive:
            desk = replace(idle, archive=archive, finder=ArchiveFinder(archive, idle.embedder))
            for _ in polling.poll(kept, desk, wiring.polite(pause=0.0), at=day):
                pass
        with wiring.open_archive(place / "archive") as archive:
            desk = replace(idle, archive=archive, finder=ArchiveFinder(archive, idle.embedder))
            for _ in following.look(kept, desk, as_of=day, at=day):
                pass
        for _ in telling.deliver(kept, lambda one: tellers.teller(one, settings), at=day):
            pass


def _compared(folder: Path) -> dict[str, float]:
    (expected, _, held), (found, deliveries, documents) = _kept(folder / "calm"), _kept(folder / "harried")
    posts = [line.split(b" ", 1) for line in (folder / "told").read_bytes().splitlines()]
    bodies = [json.loads(body)["data"] for _, body in posts]
    heard = Counter(alert for _, alert in {(one["id"], each["id"]) for one in bodies for each in one["alerts"]})
    return {
        "kills_changes": len(expected),
        "kills_changes_lost": len(set(expected) - set(found)) + len(set(found) - set(heard)),
        "kills_changes_invented": len(set(found) - set(expected)),
        "kills_told_twice": sum(n - 1 for n in Counter(found).values()) + sum(n - 1 for n in heard.values()),
        "kills_told_again_under_one_id": len(posts) - len({name for name, _ in posts}),
        "kills_deliveries": deliveries,
        "kills_documents": len(documents),
        "kills_documents_lost": len(set(held) - set(documents)),
        "kills_documents_twice": sum(n - 1 for n in Counter(documents).values()),
        "kills_nothing_lost": float(set(expected) == set(found) == set(heard) and bool(expected)),
    }


def _kept(place: Path) -> tuple[list[str], int, list[str]]:
    """Return the ids of all changes in our own feed, how many deliveries there are, and the titles of documents."""
    kept = wiring.open_store(place / "desk")
    with kept.store:
        archive = wiring.open_archive(place / "archive")
        alerts = [alert.notice.id for alert in kept.followed.alerts(limit=10_000)]
        documents = [f"{one.url} {one.title}" for one in archive.documents()]
        return alerts, len(kept.telling.deliveries(limit=10_000)), documents


def _wire() -> list[dict[str, str]]:
    return [json.loads(line) for line in WIRE.read_text(encoding="utf-8").splitlines()]


def _reports(publisher: str, until: date) -> list[dict[str, str]]:
    mine = (one for one in _wire() if one["publisher"].replace(" ", "") == publisher and one.get("published"))
    return [one for one in mine if one["published"][:10] <= until.isoformat()]


def _item(one: dict[str, str]) -> str:
    at = datetime.fromisoformat(one["published"])
    return (
        f"<item><title>{escape(one['title'])}</title><link>{one['url']}</link>"
        f"<pubDate>{at:%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
        f"<content:encoded>{escape(one['text'])}</content:encoded></item>"
    )
