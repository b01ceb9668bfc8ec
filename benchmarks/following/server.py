"""A local web of feeds: many servers, each an address of its own on this machine, all behind one port.

It runs in a process of its own and notes every request. One feed in twenty fails, each in another of ``WAYS``.
"""

from __future__ import annotations

import gzip
import random
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from typing import ClassVar
from urllib.parse import urlsplit

FEEDS, SERVERS = 500, 100
ITEMS = 2
"""New items a feed has; those of every second one are teasers with a page behind them."""
_WORDS = (
    "harbour ferry council bridge school tariff budget river orchard strike court doctor market railway island winter "
    "minister engineer union museum library teacher storm valley sugar copper paper reservoir election festival"
).split()
_VERBS = "approved closed delayed opened praised rejected repaired sold visited widened".split()


def story(number: int) -> str:
    """Return the text of a report, of which no two are alike."""
    chance = random.Random(number)
    lines = [
        f"The {chance.choice(_WORDS)} {chance.choice(_WORDS)} of district {chance.randrange(900)} {chance.choice(_VERBS)} "
        f"the {chance.choice(_WORDS)} {chance.choice(_WORDS)} on Tuesday, after {chance.randrange(2, 99)} days of talks."
        for _ in range(8)
    ]
    return f"Report {number}. " + " ".join(lines)


def page(number: int) -> str:
    return (
        f'<html><head><title>Report {number}</title><meta property="article:published_time" '
        f'content="2025-09-02T10:00:00Z"></head><body><article><h1>Report {number}</h1>'
        f"<p>{story(number)}</p></article></body></html>"
    )


class Web(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[float, str, str]]] = []
    began: ClassVar[dict[str, int]] = {}
    at_once: ClassVar[dict[str, int]] = {}
    went_on: ClassVar[dict[tuple[str, str], bool]] = {}

    def do_GET(self) -> None:
        host, path = self.headers["Host"].partition(":")[0], urlsplit(self.path).path
        hop = self.went_on.pop((host, path), False)  # where an answer led on, what follows belongs to it
        if not hop:
            self.asked.append((time.monotonic(), host, path))
        self.began[host] = self.began.get(host, 0) + 1
        self.at_once[host] = max(self.at_once.get(host, 0), self.began[host])
        try:
            _, kind, number, *_ = [*path.split("/"), "", ""]
            if kind == "feed" and int(number) in FAILING:
                FAILING[int(number)](self)
            elif kind == "feed":
                self.answer(feed(int(number), self.headers["Host"].rpartition(":")[2]), "application/rss+xml")
            elif kind == "page":
                self.answer(page(int(number)).encode(), "text/html; charset=utf-8")
            else:
                self.answer(b"", status=404)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True
        finally:
            self.began[host] -= 1

    def answer(self, body: bytes, kind: str = "text/plain", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def host_of(number: int) -> str:
    return f"127.0.1.{number % SERVERS + 1}"


def feed(number: int, port: str) -> bytes:
    """Return a feed; its last item stands in the next feed, too, under an address that says where readers come from."""
    own = [number * ITEMS + place for place in range(ITEMS)]
    items = [(each, "") for each in own] + [((number - 1) % FEEDS * ITEMS + ITEMS - 1, f"?utm_source=feed{number}")]
    whole = "".join(
        f"<item><title>Report {each}</title><link>http://{host_of(each // ITEMS)}:{port}/page/{each}{track}</link>"
        f"<pubDate>Tue, 02 Sep 2025 10:00:00 GMT</pubDate>{body(each)}</item>"
        for each, track in items
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Feed {number}</title><link>http://{host_of(number)}:{port}/</link>{whole}</channel></rss>"
    ).encode()


def body(each: int) -> str:
    whole = each // ITEMS % 2
    if whole:
        return f"<content:encoded><![CDATA[<p>{story(each)}</p>]]></content:encoded>"
    return "<description>In short</description>"


def slow(web: Web) -> None:
    web.send_response(200)
    web.send_header("Content-Length", "1000")
    web.end_headers()
    for _ in range(500):
        web.wfile.write(b"x")
        web.wfile.flush()
        time.sleep(0.1)


def silent(web: Web) -> None:
    web.rfile.read(1)  # until whoever asks has had enough
    web.close_connection = True


def torn(web: Web) -> None:
    web.answer(gzip.compress(feed(1, "80"))[:80], "application/rss+xml", Content_Encoding="gzip")


def round_again(web: Web) -> None:
    web.went_on[web.headers["Host"].partition(":")[0], web.path] = True
    web.answer(b"", status=302, Location=web.path)


WAYS: dict[str, Callable[[Web], None]] = {
    "asked to wait": lambda web: web.answer(b"", status=429, Retry_After="3600"),
    "too many requests": lambda web: web.answer(b"", status=429),
    "out of order": lambda web: web.answer(b"", status=503),
    "gone": lambda web: web.answer(b"", status=404),
    "HTML in which nothing stands": lambda web: web.answer(b"<html><body></body></html>", "application/rss+xml"),
    "torn gzip": torn,
    "letters that are none": lambda web: web.answer(b"\xff\xfe\xfd" * 99, "application/rss+xml"),
    "slow": slow,
    "silent": silent,
    "round in circles": round_again,
    "to what is no web": lambda web: web.answer(b"", status=302, Location="ftp://127.0.1.1/feed"),
    "empty": lambda web: web.answer(b"", "application/rss+xml"),
}
FAILING = {20 * place + 7: way for place, way in enumerate((list(WAYS.values()) * FEEDS)[: FEEDS // 20])}
"""5 % of the feeds."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512


def serve(pipe: Connection) -> None:
    """Answer until asked through the pipe what was asked; then say so and end."""
    server = Server(("0.0.0.0", 0), Web)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.send(server.server_address[1])
    pipe.recv()
    pipe.send((Web.asked, Web.at_once))
