"""Finding on the open web, on real sockets: what is named is fetched, and nothing that goes wrong stops the rest."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime

import pytest
from pytest_httpserver import HTTPServer
from tests.adapters.webs import NOW, QUICK, SEEN, TOLD, articles, claims, day_page, page
from werkzeug import Request, Response

from onrecord import wiring
from onrecord.adapters import reaching
from onrecord.adapters.current_events import CurrentEvents
from onrecord.adapters.factchecks import KEY, FactCheckTools
from onrecord.adapters.fetch import Bounds
from onrecord.adapters.gdelt_api import CONTEXT, DOC, GdeltSearch
from onrecord.adapters.polite import Polite
from onrecord.adapters.reaching import PERMIT
from onrecord.adapters.wayback import Captures, TimeGate
from onrecord.data import AskedState, Capture, DateKind, Moment, Search
from onrecord.surfaces.service.seeking import Web, seek
from onrecord.testing import MemoryArchive

WORDS = "The Kessel flood killed 31 people"


class OpenWeb:
    """The open web on one server: two indexes, the Wayback Machine, a TimeGate, and pages."""

    def __init__(self, server: HTTPServer, bounds: Bounds = QUICK) -> None:
        self.server = server
        server.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /closed")
        base, polite = server.url_for("").rstrip("/"), Polite("onrecord/test", pause=0.0, bounds=bounds)
        self.web = Web(
            indexes=(
                GdeltSearch(CONTEXT, f"{base}/api", polite),
                GdeltSearch(DOC, f"{base}/api", polite),
                CurrentEvents(f"{base}/w/api.php", polite),
                FactCheckTools(base, polite),
            ),
            past=(Captures(base, polite), TimeGate(f"{base}/gate/", polite)),
            polite=polite,
        )

    def names(self, *paths: str) -> None:
        """Have GDELT name nothing, and Wikipedia pages on this server."""
        self.server.expect_request(re.compile("/api/.*")).respond_with_data("{}")
        cited = day_page(*(path if path.startswith("http") else self.server.url_for(path) for path in paths))
        self.server.expect_request("/w/api.php").respond_with_data(cited)

    def has(self, path: str, body: str | Response, kind: str = "text/html") -> None:
        made = body if isinstance(body, Response) else Response(body, content_type=kind)
        self.server.expect_request(path).respond_with_response(made)

    def seek(self, as_of: Moment = NOW) -> tuple[Search, list]:
        search, pages = seek(self.web, [WORDS], as_of=as_of, tell=lambda *_: None)
        return search, [each.document for each in pages]

    def takes(self, path: str, as_of: Moment = NOW) -> tuple[Capture, list]:
        search, documents = self.seek(as_of)
        (capture,) = (each for each in search.pages if each.url == self.server.url_for(path))
        return capture, documents


@pytest.fixture
def web(httpserver, monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    monkeypatch.delenv(KEY, raising=False)
    return OpenWeb(httpserver)


def test_what_is_named_is_fetched_with_its_own_date_and_ours_apart(web):
    web.names("/a")
    web.has("/a", page())
    capture, (document,) = web.takes("/a")
    assert capture == Capture(url=web.server.url_for("/a"), sources=("wikipedia",), document_id=document.id)
    assert document.published_at == datetime(2025, 9, 2, 10, tzinfo=UTC)
    assert document.date_kind is DateKind.STATED
    assert NOW <= document.captured_at <= datetime.now(UTC)
    assert document.url == web.server.url_for("/a")


def test_a_page_that_states_no_date_gets_none_from_who_named_it(web):
    web.names("/a")
    web.has("/a", page(published=""))
    _, (document,) = web.takes("/a")
    assert (document.published_at, document.date_kind) == (None, DateKind.UNKNOWN)


def test_one_page_under_many_addresses_is_one(web):
    server = web.server
    named = articles(server.url_for("/2025/kessel-flood-31?utm_source=feed&fbclid=1"), SEEN)
    server.expect_request("/api/doc/doc").respond_with_data(named)
    web.names("/2025/kessel-flood-31?utm_medium=mail", "/2025/kessel-flood-31")
    web.has("/2025/kessel-flood-31", page())
    search, documents = web.seek()
    (capture,) = search.pages
    assert capture.sources == ("gdelt-doc", "wikipedia")
    assert [len(each.leads) for each in search.asked] == [0, 1, 1, 0]
    assert capture.url == documents[0].url == server.url_for("/2025/kessel-flood-31")
    assert sum(request.path.startswith("/2025") for request, _ in server.log) == 1


def test_each_source_says_how_it_went(web):
    web.server.expect_request("/api/doc/doc").respond_with_data("", status=429, headers={"Retry-After": "600"})
    web.server.expect_request("/api/context/context").respond_with_data("<p>Too short</p>", content_type="text/html")
    web.names("/a")
    web.has("/a", page())
    search, documents = web.seek()
    went = {each.source: each for each in search.asked}
    assert {name: each.state for name, each in went.items()} == {
        "gdelt-context": AskedState.FAILED,
        "gdelt-doc": AskedState.FAILED,
        "wikipedia": AskedState.ANSWERED,
        "factcheck-tools": AskedState.LEFT_OUT,
    }
    assert "Too short" in went["gdelt-context"].why
    assert re.search(r"status 429, and asks to be left alone until \d{4}-", went["gdelt-doc"].why)
    assert KEY in went["factcheck-tools"].why
    assert len(documents) == 1


def test_a_source_that_cannot_answer_for_the_date_is_left_out_and_named(web):
    web.names()
    search, _ = web.seek(date(2024, 5, 1))
    went = {each.source: (each.state, each.why) for each in search.asked}
    assert went["gdelt-doc"] == (AskedState.LEFT_OUT, "it knows the last three months only")
    assert went["gdelt-context"] == (AskedState.LEFT_OUT, "it knows the last 72 hours only")
    assert not any(request.path.startswith("/api/") for request, _ in web.server.log)
    assert any("2024_May_1" in request.url for request, _ in web.server.log)


def test_earlier_fact_checks_are_told_and_not_fetched(web, monkeypatch):
    monkeypatch.setenv(KEY, "a secret")
    web.names()
    web.has("/v1alpha1/claims:search", Response(claims(web.server.url_for("/check"), SEEN)))
    search, documents = web.seek()
    assert [lead.review.claim for lead in search.reviews] == [WORDS]
    assert (search.pages, documents) == ((), [])


@pytest.mark.parametrize(
    "markup",
    [
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "ClaimReview"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Article", "ClaimReview"]}]}</script>',
        '<div itemscope itemtype="https://schema.org/ClaimReview"></div>',
    ],
)
def test_a_page_that_says_it_reviews_a_claim_is_not_taken_as_a_report(web, markup):
    web.names("/a", "/b")
    web.has("/a", page().replace("</head>", f"</head>{markup}"))
    web.has("/b", page(words=f"{TOLD} ClaimReview is a kind of markup. "))
    capture, documents = web.takes("/a")
    assert "it is a fact-check" in capture.why
    assert [document.url for document in documents] == [web.server.url_for("/b")]


def test_what_one_source_knows_as_a_fact_check_no_other_makes_a_report(web, monkeypatch):
    monkeypatch.setenv(KEY, "a secret")
    web.names("/2025/kessel-flood-checked?utm_source=portal")
    web.has("/v1alpha1/claims:search", Response(claims(web.server.url_for("/2025/kessel-flood-checked"), SEEN)))
    search, documents = web.seek()
    assert (len(search.reviews), search.pages, documents) == (1, (), [])


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Response("{}", content_type="application/json"), "it is application/json"),
        (Response("", content_type="text/html"), "no words"),
        (Response("", status=302, headers={"Location": "/closed"}), None),
        (Response("", status=302, headers={"Location": "ftp://tribune.example/a"}), "only http"),
    ],
)
def test_what_is_no_page_is_told(web, answer, why):
    web.names("/a", "/b")
    web.has("/a", answer)
    web.has("/b", page())
    capture, documents = web.takes("/a")
    assert capture.document_id is None
    assert why is None or why in capture.why
    assert [document.url for document in documents] == [web.server.url_for("/b")]


def test_private_addresses_and_what_robots_forbid_are_not_fetched_nor_their_copies(web, monkeypatch):
    real = reaching.is_public
    monkeypatch.delenv(PERMIT)
    monkeypatch.setattr(reaching, "is_public", lambda address: str(address) == "127.0.0.1" or real(address))
    web.names("/closed", "/inward", "http://192.168.1.1/router", "http://169.254.169.254/latest/meta-data/")
    web.has("/inward", Response("", status=302, headers={"Location": "http://10.0.0.1/admin"}))
    search, documents = web.seek()
    assert documents == []
    assert len(search.pages) == 4
    assert all("public internet" in each.why or "robots.txt" in each.why for each in search.pages)
    assert not any(request.path.startswith(("/cdx", "/gate")) for request, _ in web.server.log)


# Pages that are gone or were changed --------------------------------------------------------------------------

AS_OF = datetime(2025, 9, 4, tzinfo=UTC)
TAKEN = datetime(2025, 9, 3, 8, 30, tzinfo=UTC)


def played(body: str = page(), at: datetime = TAKEN) -> Response:
    return Response(body, headers={"Memento-Datetime": format_datetime(at, usegmt=True)}, content_type="text/html")


def captures(server: HTTPServer, *stamps: str) -> Response:
    rows = "".join(f', ["{stamp}", "{server.url_for("/a")}"]' for stamp in stamps)
    return Response(f'[["timestamp", "original"]{rows}]', content_type="application/json")


@pytest.mark.parametrize(
    "now", [Response("gone", status=410), page(changed="2025-09-20T10:00:00Z")], ids=["gone", "changed"]
)
def test_a_page_that_is_gone_or_changed_is_taken_as_it_stood(web, now):
    web.names("/a")
    web.has("/a", now)
    web.has("/cdx/search/cdx", captures(web.server, "20250901000000", "20250903083000", "20250909000000"))
    web.has(f"/web/20250903083000id_/{web.server.url_for('/a')}", played())
    capture, (document,) = web.takes("/a", AS_OF)
    assert capture.copy.endswith(f"/web/20250903083000id_/{web.server.url_for('/a')}")
    assert ("status 410" in capture.why) or ("changed after" in capture.why)
    assert (document.url, document.captured_at) == (web.server.url_for("/a"), TAKEN)
    assert document.published_at == datetime(2025, 9, 2, 10, tzinfo=UTC)
    assert document.id == capture.document_id
    (asked,) = (request for request, _ in web.server.log if request.path.startswith("/cdx"))
    assert (asked.args["to"], asked.args["url"]) == ("20250904000000", web.server.url_for("/a"))


def test_a_capture_that_leads_to_a_later_one_is_none(web):
    web.names("/a")
    web.has("/a", Response("gone", status=404))
    web.has("/cdx/search/cdx", captures(web.server, "20250903083000"))
    web.has(f"/web/20250903083000id_/{web.server.url_for('/a')}", played(at=AS_OF + timedelta(days=9)))
    web.has(f"/gate/{web.server.url_for('/a')}", Response("no memento", status=404))
    capture, documents = web.takes("/a", AS_OF)
    assert (capture.document_id, capture.why, documents) == (None, "it answers with status 404", [])


def test_a_timegate_is_asked_when_the_list_of_captures_fails(web):
    asked = []

    def gate(request: Request) -> Response:
        asked.append(request.headers["Accept-Datetime"])
        return Response("", status=302, headers={"Location": f"/web/20250903083000/{web.server.url_for('/a')}"})

    web.names("/a")
    web.has("/a", Response("gone", status=404))
    web.has("/cdx/search/cdx", Response("slow down", status=429))
    web.server.expect_request(f"/gate/{web.server.url_for('/a')}").respond_with_handler(gate)
    web.has(f"/web/20250903083000/{web.server.url_for('/a')}", played("<p>In the dress of the archive</p>"))
    web.has(f"/web/20250903083000id_/{web.server.url_for('/a')}", played())
    search, (document,) = web.seek(AS_OF)
    assert asked == ["Thu, 04 Sep 2025 00:00:00 GMT"]
    assert document.captured_at == TAKEN
    assert "In the dress" not in document.text
    went = {each.source: each.state for each in search.asked}
    assert (went["wayback"], went["memento"]) == (AskedState.FAILED, AskedState.ANSWERED)


def test_a_copy_of_an_answer_that_was_no_page_is_none(web):
    web.names("/a")
    web.has("/a", Response("gone", status=404))
    web.has("/cdx/search/cdx", Response("[]"))
    archived = played("slow down")
    archived.status_code = 429
    web.has(f"/gate/{web.server.url_for('/a')}", archived)
    search, documents = web.seek(AS_OF)
    assert documents == []
    assert {each.source: each.state for each in search.asked}["memento"] is AskedState.ANSWERED


FAULTS = {
    "html": Response("<html>moved</html>"),
    "torn": Response(b"\x1f\x8b\x08\x00", headers={"Content-Encoding": "gzip"}),
    "out of order": Response("", status=500),
    "no list": Response('{"a": 1}'),
    "too much": Response("", status=429, headers={"Retry-After": "60"}),
    "bad letters": Response(b'[["timestamp", "original"], ["2025\xff", "\xfe"]]'),
    "inward": Response("", status=302, headers={"Location": "file:///etc/passwd"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_archive_of_the_web_that_fails_stops_nothing(web, fault):
    web.names("/a", "/b")
    web.has("/a", Response("gone", status=404))
    web.has("/b", page())
    web.server.expect_request(re.compile("/(cdx|gate)/.*")).respond_with_response(FAULTS[fault])
    search, (document,) = web.seek(AS_OF)
    assert document.url == web.server.url_for("/b")
    assert {each.source for each in search.asked} >= {"wayback", "memento"}


def test_an_archive_of_the_web_that_is_slow_is_asked_no_more(web):
    impatient = replace(QUICK, patience=1.0)
    web = OpenWeb(web.server, impatient)

    def slow(_: Request) -> Response:
        time.sleep(1.5)
        return Response("[]")

    web.names("/a", "/b", "/c")
    for path in ("/a", "/b", "/c"):
        web.has(path, Response("gone", status=404))
    web.server.expect_request(re.compile("/(cdx|gate)/.*")).respond_with_handler(slow)
    search, _ = web.seek(AS_OF)
    went = {each.source: each.why for each in search.asked}
    assert "did not answer within" in went["wayback"]
    assert sum(request.path.startswith("/cdx") for request, _ in web.server.log) <= 1
    assert {each.document_id for each in search.pages} == {None}


def test_a_changed_page_without_a_copy_is_kept_and_not_used(web):
    web.names("/a")
    web.has("/a", page(changed="2025-09-20T10:00:00Z"))
    web.server.expect_request(re.compile("/(cdx|gate)/.*")).respond_with_data("[]")
    capture, pages = web.takes("/a", AS_OF)
    assert (capture.copy, capture.why) == (None, "it was changed after the date asked for")
    assert capture.document_id == pages[0].id
    desk = wiring.desk(MemoryArchive(), threads=1)
    search, taken = seek(web.web, [WORDS], as_of=AS_OF, tell=lambda *_: None)
    list(desk.add(taken))
    assert desk.find(WORDS, as_of=AS_OF, limit=5).candidates == ()
    assert desk.find(WORDS, as_of=date(2025, 9, 30), limit=5).candidates
    assert search.unread == 0
