"""Each source of the open web on a real socket: what it names, what it does not, and all it may do wrong."""

from __future__ import annotations

import gzip
import json
import os
import re
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from tests.adapters.webs import FLOOD, NOW, QUICK, SEEN, SOURCES, STORY, articles, claims, day_page, feed, listed
from werkzeug import Request, Response

from onrecord.adapters import reaching
from onrecord.adapters.factchecks import KEY
from onrecord.adapters.fetch import Bounds
from onrecord.adapters.polite import Polite
from onrecord.adapters.reaching import PERMIT
from onrecord.data import Lead, LeadDate
from onrecord.errors import AddressRefused, NetworkError, NotNow

IMPATIENT = Bounds(seconds=1.0, patience=0.2)
everywhere = pytest.mark.parametrize("name", SOURCES)


class Asking:
    """A source on a server of its own."""

    def __init__(self, name: str, server: HTTPServer, folder, bounds: Bounds) -> None:
        self.source, self.server = SOURCES[name], server
        polite = Polite("onrecord/test", pause=0.0, bounds=bounds)
        self.index = self.source.make(server.url_for("").rstrip("/"), polite, folder)

    def answers(self, body: bytes | Response, **more) -> None:
        made = body if isinstance(body, Response) else Response(body, content_type=self.source.kind, **more)
        self.server.expect_request(re.compile(re.escape(self.source.path))).respond_with_response(made)

    def names(self, *, until: datetime = NOW, limit: int = 5) -> list[Lead]:
        assert self.index.unfit(until) is None
        return list(self.index.look_up([FLOOD], until=until, limit=limit))


@pytest.fixture
def asking(httpserver, tmp_path, monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    monkeypatch.setenv(KEY, "a secret")
    return lambda name, bounds=QUICK: Asking(name, httpserver, tmp_path, bounds)


@everywhere
def test_a_hit(asking, name):
    source = asking(name)
    source.answers(source.source.hit(STORY, SEEN))
    named = source.names()
    assert {lead.url for lead in named} == {STORY}
    assert all(lead.at is not None and lead.dated is not None for lead in named)


@everywhere
def test_nothing_to_name(asking, name):
    source = asking(name)
    source.answers(source.source.none)
    assert source.names() == []


@everywhere
def test_where_there_are_gaps_only_nothing_was_searched(asking, name):
    source = asking(name)
    source.answers(Response("there is no such file", status=404))
    with pytest.raises(NetworkError) as raised:
        source.names()
    assert raised.value.status == 404 or "it has no file of the hour before" in raised.value.why


@everywhere
@pytest.mark.parametrize("wait", [None, "120"])
def test_a_source_that_is_asked_too_much_is_asked_no_more(asking, name, wait):
    source = asking(name)
    source.answers(Response("limit requests", status=429, headers={"Retry-After": wait} if wait else None))
    with pytest.raises(NotNow) as raised:
        source.names()
    assert (raised.value.until is None) == (wait is None)
    assert len(source.server.log) == 1


def _torn(source) -> Response:
    whole = gzip.compress(source.hit(STORY, SEEN) * 200)
    return Response(whole[: len(whole) // 2], headers={"Content-Encoding": "gzip"}, content_type=source.kind)


WRONG = {
    "out of order": lambda _: Response("out of order", status=503),
    "html": lambda _: Response("<html><body>Your query was <b>too short</b>.</body></html>", content_type="text/html"),
    "torn": _torn,
    "empty": lambda _: Response("", content_type="application/json"),
    "another shape": lambda _: Response("[" * 50_000, content_type="application/json"),
}


@everywhere
@pytest.mark.parametrize("fault", WRONG)
def test_what_cannot_be_used_is_told(asking, name, fault):
    source = asking(name)
    source.answers(WRONG[fault](source.source))
    with pytest.raises(NetworkError) as raised:
        source.names()
    assert raised.value.why


@everywhere
def test_letters_that_are_none_do_no_harm(asking, name):
    source = asking(name)
    whole = source.source.hit(STORY, SEEN)
    packed = whole.startswith(b"\x1f\x8b")
    bad = (gzip.decompress(whole) if packed else whole).replace(b"31 people", b"31 people \xff\xfe\x01")
    source.answers(gzip.compress(bad) if packed else bad)
    assert {lead.url for lead in source.names()} == {STORY}


@everywhere
def test_a_slow_source_is_not_waited_for(asking, name):
    source = asking(name, IMPATIENT)

    def sleep(_: Request) -> Response:
        time.sleep(0.6)
        return Response("too late")

    source.server.expect_request(re.compile(re.escape(source.source.path))).respond_with_handler(sleep)
    with pytest.raises(NetworkError) as raised:
        source.names()
    assert "did not answer within 0.2 seconds" in raised.value.why


@everywhere
def test_what_leads_to_a_private_address_is_refused(asking, name, monkeypatch):
    real = reaching.is_public
    monkeypatch.delenv(PERMIT)
    monkeypatch.setattr(reaching, "is_public", lambda address: str(address) == "127.0.0.1" or real(address))
    source = asking(name)
    source.answers(Response("", status=302, headers={"Location": "http://10.0.0.1/latest/meta-data/"}))
    with pytest.raises(NetworkError) as raised:
        source.names()
    key = name == "factcheck-tools"  # a key goes nowhere but where it is meant to
    assert isinstance(raised.value, AddressRefused) or (key and "redirects" in raised.value.why)


@everywhere
def test_nothing_is_named_that_it_dates_later_or_that_is_no_address(asking, name):
    source = asking(name)
    source.answers(source.source.hit("javascript:alert(1)", SEEN))
    assert source.names() == []
    source.server.clear()
    source = asking(name)
    later = NOW + timedelta(days=3)
    source.answers(source.source.hit(STORY, later))
    if name != "wikipedia":  # its days are those that are asked for
        assert source.names() == []


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False)
    | st.text(max_size=9)
    | st.just(STORY)
    | st.just(SEEN.isoformat()),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "articles url title seendate parse wikitext error code claims text claimReview item textualRating reviewDate "
                "publisher name dataFeedElement claimReviewed datePublished author reviewRating itemReviewed date".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", ["gdelt-doc", "wikipedia", "factcheck-tools", "claimreview"])
def test_whatever_json_it_answers_it_names_something_or_fails(asking, name):
    @settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(JSON)
    def holds(shape):
        source = asking(name)
        source.server.clear()
        if hasattr(source.index, "_kept"):
            source.index._kept.unlink(missing_ok=True)
            shape = {"dataFeedElement": [shape, {"item": [shape]}]}
        source.answers(json.dumps(shape).encode())
        with suppress(NetworkError):
            assert all(isinstance(lead, Lead) for lead in source.names())

    holds()


# What is particular to one of them ----------------------------------------------------------------------------


def asked(server: HTTPServer, place: int = 0) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(server.log[place][0].query_string.decode()).items()}


def test_gdelt_is_asked_for_few_words_and_up_to_the_date(asking):
    source = asking("gdelt-doc")
    source.answers(articles(STORY, SEEN))
    (lead,) = source.names(until=NOW - timedelta(hours=1))
    assert (lead.title, lead.dated) == ("Kessel flood killed 31 people", LeadDate.FIRST_SEEN)
    question = asked(source.server)
    assert question["query"] == "Kessel killed people flood"
    assert question["enddatetime"] == (NOW - timedelta(hours=1)).strftime("%Y%m%d%H%M%S")
    assert source.server.log[0][0].headers["User-Agent"] == "onrecord/test"
    assert source.index.unfit(NOW - timedelta(days=100)) == "it knows the last three months only"
    assert asking("gdelt-context").index.unfit(NOW - timedelta(days=4)) == "it knows the last 72 hours only"


def test_articles_seen_after_the_date_do_not_hide_those_before_it(asking):
    source = asking("gdelt-context")
    later = [json.loads(articles(f"{STORY}-{n}", NOW))["articles"][0] for n in range(30)]
    before = [json.loads(articles(f"{STORY}-before-{n}", SEEN))["articles"][0] for n in range(9)]
    source.answers(json.dumps({"articles": later + before}).encode())
    named = source.names(until=NOW - timedelta(hours=1), limit=5)
    assert [lead.url for lead in named] == [f"{STORY}-before-{n}" for n in range(5)]
    assert asked(source.server)["maxrecords"] == "200"


def test_a_service_is_asked_at_its_own_pace(httpserver, monkeypatch):
    monkeypatch.setenv(PERMIT, "1")
    httpserver.expect_request("/").respond_with_data("{}")
    polite = Polite("onrecord/test", pause=0.05)
    began = time.monotonic()
    for _ in range(3):
        polite.ask(httpserver.url_for("/"), pauses=4)
    assert 0.4 <= time.monotonic() - began < 4
    assert [request.path for request, _ in httpserver.log] == ["/"] * 3  # its robots.txt is for crawlers of pages
    polite.end()
    with pytest.raises(NetworkError, match="nothing more"):
        polite.ask(httpserver.url_for("/"))


def test_files_are_read_back_from_the_date_and_gaps_passed_over(asking):
    at = datetime(2025, 9, 4, 10, 20, 30, tzinfo=UTC)
    source = asking("gdelt-files")
    there = {"20250904101700": listed(STORY, at - timedelta(minutes=3)), "20250904100100": listed(f"{STORY}?b", at)}
    for name, body in there.items():
        source.server.expect_request(f"/gal/{name}.gal.json.gz").respond_with_data(body)
    source.server.expect_request(re.compile("/gal/.*")).respond_with_data("", status=404)
    assert [lead.url for lead in source.names(until=at)] == [STORY, f"{STORY}?b"]
    paths = [request.path for request, _ in source.server.log]
    assert len(paths) == len(set(paths)) < 33
    assert max(paths) == "/gal/20250904102000.gal.json.gz"  # the minute of the date and none after it
    assert source.index.since(at) == datetime(2025, 9, 4, 9, 30, tzinfo=UTC)


def test_files_that_were_read_before_one_fails_count(asking):
    at = datetime(2025, 9, 4, 10, 16, tzinfo=UTC)
    source = asking("gdelt-files")
    source.server.expect_request("/gal/20250904101600.gal.json.gz").respond_with_data(listed(STORY, at))
    source.server.expect_request(re.compile("/gal/.*")).respond_with_data(gzip.compress(b"{}" * 99)[:-9])
    named = []
    with pytest.raises(NetworkError, match="cannot be used"):
        named.extend(source.index.look_up([FLOOD], until=at, limit=5))
    assert [lead.url for lead in named] == [STORY]


def test_current_events_give_what_they_cite_and_not_their_own_words(asking):
    at = datetime(2025, 9, 4, 10, tzinfo=UTC)
    source = asking("wikipedia")
    source.answers(day_page(STORY, "https://gazette.example/kessel"))
    named = source.names(until=at, limit=1)
    assert [lead.url for lead in named] == [STORY, "https://gazette.example/kessel"]
    assert named[0].title == "The flood in the Kessel valley has killed 31 people."
    assert (named[0].at, named[0].dated) == (at.date(), LeadDate.TOLD_OF)
    assert asked(source.server)["page"] == "Portal:Current_events/2025_September_4"


def test_a_key_is_asked_for_and_never_shown(asking, monkeypatch):
    source = asking("factcheck-tools")
    source.answers(claims("https://facts.example/kessel", SEEN))
    (lead,) = source.names()
    assert (lead.review.rating, lead.review.publisher, lead.review.claimant) == (
        "Mostly right",
        "Plain Facts",
        "A. Reader",
    )
    request = source.server.log[0][0]
    assert request.headers["X-Goog-Api-Key"] == "a secret"
    assert "secret" not in request.url
    monkeypatch.delenv(KEY)
    assert KEY in source.index.unfit(NOW)


def test_the_feed_is_fetched_once_a_day_and_never_held_as_a_whole(asking, monkeypatch):
    source = asking("claimreview")
    source.answers(feed("https://facts.example/kessel", SEEN, more=9_000))
    for _ in range(2):
        (lead,) = source.names()
        assert (lead.review.claim, lead.at) == ("The Kessel flood killed 31 people", SEEN)
    assert len(source.server.log) == 1


def test_reviews_after_the_date_do_not_hide_those_before_it(asking):
    source = asking("claimreview")
    later, before = NOW - timedelta(days=1), NOW - timedelta(days=30)
    elements = [
        element
        for number, at in enumerate([later] * 9 + [before] * 2)
        for element in json.loads(feed(f"https://facts.example/{number}", at))["dataFeedElement"]
    ]
    source.answers(json.dumps({"@type": "DataFeed", "dataFeedElement": elements}).encode())
    assert [lead.url[-2:] for lead in source.names(until=NOW - timedelta(days=10))] == ["/9", "10"]


def test_a_feed_that_is_none_does_not_take_the_place_of_one(asking, tmp_path):
    source = asking("claimreview")
    source.answers(Response("<html>moved</html>", content_type="text/html"))
    with pytest.raises(NetworkError, match="cannot be used"):
        source.names()
    assert not list(tmp_path.iterdir())


def test_copies_of_the_feed_that_never_came_whole_do_not_pile_up(asking, tmp_path):
    source = asking("claimreview")
    source.answers(feed("https://facts.example/kessel", SEEN))
    left, coming, others = (tmp_path / name for name in ("claimreview-a.part", "claimreview-b.part", "notes.part"))
    for path in (left, coming, others):
        path.write_bytes(b"half of it")
    for path in (left, others):
        os.utime(path, (0, 0))
    source.names()
    assert {path.name for path in tmp_path.iterdir()} == {"claimreview-b.part", "claimreview.json", "notes.part"}
