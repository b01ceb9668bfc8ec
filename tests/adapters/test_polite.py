"""Politeness on real sockets: what robots.txt says or cannot say, whose turn it is, and where a page leads to."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from onrecord.adapters import polite as asking
from onrecord.adapters.fetch import Bounds
from onrecord.adapters.polite import Polite
from onrecord.adapters.reaching import PERMIT
from onrecord.errors import AddressRefused, NetworkError


@pytest.fixture
def polite(monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    return Polite("onrecord/test", pause=0.0)


@pytest.fixture
def elsewhere():
    with HTTPServer() as server:
        yield server


def serves(server: HTTPServer, robots: str | Response | None = None) -> None:
    """Answer every page; without ``robots`` there is no such file."""
    given = robots if isinstance(robots, Response) else Response(robots, status=200 if robots else 404)
    server.expect_request("/robots.txt").respond_with_response(given)
    server.expect_request(re.compile("/page.*")).respond_with_data("a page")


def paths(server: HTTPServer) -> list[str]:
    return [request.path for request, _ in server.log]


@pytest.mark.parametrize("status", [500, 501, 503, 505, 520, 599])
def test_a_server_that_cannot_say_what_it_allows_is_not_asked_for_pages(polite, httpserver, status):
    serves(httpserver, Response("", status=status))
    with pytest.raises(NetworkError) as raised:
        polite.fetch(httpserver.url_for("/page"))
    assert f"{status}" in raised.value.why
    assert paths(httpserver) == ["/robots.txt"]


def test_nor_is_one_whose_rules_do_not_come_in_time_or_torn(polite, httpserver, elsewhere, monkeypatch):
    monkeypatch.setattr(asking, "_ROBOTS", Bounds(seconds=0.5, patience=0.2))

    def late(_: Request) -> Response:
        time.sleep(0.5)
        return Response("")

    httpserver.expect_request("/robots.txt").respond_with_handler(late)
    serves(elsewhere, Response(b"\x1f\x8b\x08\x00", headers={"Content-Encoding": "gzip"}))
    for server in (httpserver, elsewhere):
        with pytest.raises(NetworkError):
            polite.fetch(server.url_for("/page"))
    assert paths(elsewhere) == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_server_without_rules_lets_us(polite, httpserver, status):
    serves(httpserver, Response("", status=status))
    assert polite.fetch(httpserver.url_for("/page")).body == b"a page"


def test_long_rules_hold_as_far_as_they_are_read(polite, httpserver):
    serves(httpserver, "User-agent: *\nDisallow: /page\n" + "# and so on\n" * 60_000)
    with pytest.raises(AddressRefused):
        polite.fetch(httpserver.url_for("/page"))


def test_rules_that_cannot_be_had_are_asked_for_once(polite, httpserver):
    serves(httpserver, Response("", status=503))
    for number in range(5):
        with pytest.raises(NetworkError):
            polite.fetch(httpserver.url_for(f"/page{number}"))
    assert paths(httpserver) == ["/robots.txt"]


def test_where_a_page_leads_to_is_asked_for_its_rules_too(polite, httpserver, elsewhere):
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/short").respond_with_response(
        Response("", status=302, headers={"Location": elsewhere.url_for("/page")})
    )
    serves(elsewhere, "User-agent: *\nDisallow: /page")
    with pytest.raises(AddressRefused) as raised:
        polite.fetch(httpserver.url_for("/short"))
    assert "robots.txt" in raised.value.why
    assert paths(elsewhere) == ["/robots.txt"]


def test_a_page_that_leads_on_is_two_requests_to_its_server(httpserver, monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    asked: list[float] = []

    def note(request: Request) -> Response:
        asked.append(time.monotonic())
        return Response("", status=302, headers={"Location": "/page"}) if request.path == "/short" else Response("it")

    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request(re.compile("/(short|page)")).respond_with_handler(note)
    assert Polite("onrecord/test", pause=0.3).fetch(httpserver.url_for("/short")).body == b"it"
    assert asked[1] - asked[0] >= 0.29


def test_servers_that_lead_to_each_other_do_not_wait_for_each_other_for_ever(polite, httpserver, elsewhere):
    for here, there in ((httpserver, elsewhere), (elsewhere, httpserver)):
        serves(here)
        here.expect_request("/short").respond_with_response(
            Response("", status=302, headers={"Location": there.url_for("/page")})
        )
    with ThreadPoolExecutor(8) as threads:
        asked = [threads.submit(polite.fetch, one.url_for("/short")) for one in (httpserver, elsewhere) * 4]
        assert {each.result(timeout=20).body for each in asked} == {b"a page"}


def test_whoever_ends_it_waits_for_no_pause(httpserver, monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    slow = Polite("onrecord/test", pause=30.0)
    serves(httpserver)
    began = time.monotonic()
    with ThreadPoolExecutor(1) as threads, suppress(NetworkError):
        asked = threads.submit(slow.fetch, httpserver.url_for("/page"))
        time.sleep(0.3)
        slow.end()
        asked.result()
    assert time.monotonic() - began < 5
