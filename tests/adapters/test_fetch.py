"""Fetching, against a server on this machine that misbehaves in every way it can."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
import tracemalloc
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from onrecord.adapters import reaching
from onrecord.adapters.fetch import Bounds, fetch
from onrecord.adapters.reaching import PERMIT, is_public
from onrecord.errors import AddressRefused, NetworkError

BOMB = gzip.compress(bytes(50_000_000), 1)
PAGE = b"<p>The ferry sails again.</p>"
BOUNDS = Bounds(size=100_000, seconds=2, patience=0.5, redirects=3)


class Site(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[dict[str, str]]] = []

    def do_GET(self):
        self.seen.append({name.lower(): value for name, value in self.headers.items()})
        getattr(self, "page_" + self.path.strip("/").split("?")[0])()

    def answer(self, body=b"", status=200, **headers):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_plain(self):
        self.answer(PAGE, Content_Type="text/html; charset=utf-8")

    def page_packed(self):
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")

    def page_bomb(self):
        self.answer(BOMB, Content_Encoding="gzip")

    def page_brotli(self):
        self.answer(b"x", Content_Encoding="br")

    def page_damaged(self):
        self.answer(b"\x1f\x8b not gzip", Content_Encoding="gzip")

    def page_large(self):
        self.answer(b"x" * 200_000)

    def page_moved(self):
        self.answer(status=302, Location="/plain")

    def page_round(self):
        self.answer(status=302, Location="/round")

    def page_inward(self):
        self.answer(status=302, Location="http://169.254.169.254/latest/meta-data/")

    def page_file(self):
        self.answer(status=302, Location="file:///etc/passwd")

    def page_gone(self):
        self.answer(b"gone", status=410)

    def page_silent(self):
        time.sleep(1)

    def page_drops(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        for _ in range(10):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.3)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


@pytest.fixture
def permitted(monkeypatch):
    monkeypatch.setenv(PERMIT, "1")


@pytest.fixture(autouse=True)
def forbidden(monkeypatch):
    monkeypatch.delenv(PERMIT, raising=False)


def test_a_page(site, permitted):
    for path in ("plain", "packed", "moved"):
        found = fetch(f"{site}/{path}", agent="onrecord/test", bounds=BOUNDS)
        assert found.body == PAGE
        assert found.media_type.startswith("text/html")
    assert found.url == f"{site}/plain"
    assert Site.seen[-1]["user-agent"] == "onrecord/test"
    assert f"http://{Site.seen[-1]['host']}" == site


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("bomb", "more than"),
        ("large", "more than"),
        ("brotli", "packed as br"),
        ("damaged", "damaged"),
        ("round", "redirects more than 3"),
        ("gone", "status 410"),
        ("silent", "did not answer"),
        ("drops", "longer than 2"),
    ],
)
def test_what_is_no_page_is_told(site, permitted, path, why):
    with pytest.raises(NetworkError, match=r"could not be fetched") as raised:
        fetch(f"{site}/{path}", agent="onrecord/test", bounds=BOUNDS)
    assert why in raised.value.why


def test_a_bomb_takes_no_memory(site, permitted):
    tracemalloc.start()
    with pytest.raises(NetworkError):
        fetch(f"{site}/bomb", agent="onrecord/test", bounds=BOUNDS)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_nobody_there(permitted):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(NetworkError):
            fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", agent="onrecord/test", bounds=BOUNDS)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[fe80::1]/",
        "http://localhost:8400/api/v1/people",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.100.100.200/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://93.184.216.34:25/",
        "http://ada:secret@tribune.example/",
        "file:///etc/passwd",
        "ftp://tribune.example/",
        "gopher://127.0.0.1:6379/_FLUSHALL",
        "//127.0.0.1/",
        "http://",
        "http://[::1",
        "",
    ],
)
def test_addresses_that_are_never_fetched(url):
    with pytest.raises(AddressRefused):
        fetch(url, agent="onrecord/test", bounds=BOUNDS)


def test_a_redirect_is_looked_at_too(site, monkeypatch):
    monkeypatch.setattr(reaching, "_PORTS", (80, 443))
    real = reaching.is_public
    monkeypatch.setattr(reaching, "is_public", lambda address: str(address) == "127.0.0.1" or real(address))
    for path in ("inward", "file"):
        with pytest.raises(AddressRefused):
            fetch(f"{site}/{path}", agent="onrecord/test", bounds=BOUNDS)


def test_a_name_that_changes_its_address_is_called_at_the_one_looked_at(site, monkeypatch):
    """The name is looked up once; what it says afterwards has no effect."""
    port = int(site.rpartition(":")[2])
    asked = []

    def getaddrinfo(host, port, *args, **kwargs):
        asked.append(host)
        address = "127.0.0.1" if host == "127.0.0.1" else "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setenv(PERMIT, "1")
    monkeypatch.setattr(reaching.socket, "getaddrinfo", getaddrinfo)
    found = fetch(f"http://rebinding.example:{port}/plain", agent="onrecord/test", bounds=BOUNDS)
    assert found.body == PAGE
    assert asked[0] == "rebinding.example"
    assert set(asked[1:]) <= {"127.0.0.1"}
    assert Site.seen[-1]["host"] == f"rebinding.example:{port}"


def test_one_private_address_among_public_ones_is_enough_to_refuse(monkeypatch):
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(reaching.socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(AddressRefused, match=r"10\.0\.0\.1|not fetched"):
        fetch("http://mixed.example/", agent="onrecord/test", bounds=BOUNDS)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(address):
    assert is_public(ipaddress.ip_address(address))
