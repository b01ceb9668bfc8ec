"""Sources on real sockets: what they give is in the archive, what they do wrong is a state with its reason."""

from __future__ import annotations

import gzip
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from onrecord import wiring
from onrecord.data import Source
from onrecord.errors import UsageError
from onrecord.surfaces.service import following, lists, polling, taking
from onrecord.testing import MemoryArchive

NOW = datetime(2025, 9, 3, 12, tzinfo=UTC)
FARES = "The ferry company of Port Sorrel raises its fares to 4 marks in June, the board said on Monday. "
FLOOD = "The flood in the Kessel valley killed 31 people, the interior ministry said on Tuesday. "


def page(title: str, words: str) -> str:
    return (
        f'<html><head><title>{title}</title><meta property="article:published_time" content="2025-09-02T10:00:00Z">'
        f"</head><body><article><h1>{title}</h1><p>{words * 3}</p></article></body></html>"
    )


def feed(server: HTTPServer, *paths: str) -> str:
    items = "".join(
        f"<item><title>Story {path}</title><link>{server.url_for(path)}</link>"
        f"<pubDate>Tue, 02 Sep 2025 10:00:00 GMT</pubDate><description>In short</description></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel><title>Tribune</title><link>/</link><description>x</description>{items}</channel></rss>'


class Cycle:
    """A store, an archive in memory and a server of its own, asked cycle by cycle."""

    def __init__(self, kept, server: HTTPServer) -> None:
        self.kept, self.server = kept, server
        self.desk = wiring.desk(MemoryArchive(), threads=1)

    def follow(self, path: str) -> None:
        source = polling.follow(self.kept, self.server.url_for(path))
        self.kept.sources.checked(Source(url=source.url, added_at=NOW, due_at=NOW))

    def run(self, at: datetime = NOW) -> list[tuple[str, int, str | None]]:
        """Return of each source asked its path, how much was new, and why it failed."""
        told = polling.poll(self.kept, self.desk, wiring.polite(pause=0.0), at=at)
        root = self.server.url_for("/").rstrip("/")
        return sorted((one.source.url.removeprefix(root), one.new, one.source.error) for one in told)

    def held(self) -> list[str]:
        return [document.title or "" for document in self.desk.archive.documents()]


@pytest.fixture
def cycle(tmp_path, httpserver: HTTPServer, monkeypatch):
    monkeypatch.setenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES", "1")
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    kept = wiring.open_store(tmp_path / "desk")
    with kept.store:
        yield Cycle(kept, httpserver)


def later(hours: float) -> datetime:
    return NOW + timedelta(hours=hours)


def test_pages_behind_the_teasers_of_a_feed_are_taken_once(cycle, httpserver):
    httpserver.expect_request("/feed").respond_with_data(
        feed(httpserver, "/a?utm_source=rss", "/b", "/a?utm_medium=mail"), content_type="application/rss+xml"
    )
    httpserver.expect_request("/a").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    cycle.follow("/feed")
    assert cycle.run() == [("/feed", 2, None)]
    assert sorted(cycle.held()) == ["Ferry fares rise", "Flood kills 31"]
    assert cycle.run(later(0.1)) == []
    assert cycle.run(later(1)) == [("/feed", 0, None)]
    assert sum(request.path == "/a" for request, _ in httpserver.log) == 1


def test_an_address_that_is_none_stops_nobody_else(cycle, httpserver):
    bad = feed(httpserver, "/a").replace(httpserver.url_for("/a"), "http://[bad/a")
    httpserver.expect_request("/bad").respond_with_data(bad, content_type="application/rss+xml")
    httpserver.expect_request("/page").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    cycle.follow("/bad")
    cycle.follow("/page")
    assert [(path, error) for path, _, error in cycle.run()] == [("/bad", None), ("/page", None)]
    assert "Ferry fares rise" in cycle.held()


def test_a_page_that_cannot_be_had_yet_is_asked_for_again(cycle, httpserver):
    listed = f"<urlset><url><loc>{httpserver.url_for('/late')}</loc></url></urlset>"
    httpserver.expect_request("/sitemap").respond_with_data(listed, content_type="application/xml")
    httpserver.expect_oneshot_request("/late").respond_with_data("", status=503)
    httpserver.expect_request("/late").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    cycle.follow("/sitemap")
    ((_, new, error),) = cycle.run()
    assert new == 0
    assert "the only page that it lists cannot be had" in error
    assert "/late could not be fetched, it answers with status 503" in error
    assert cycle.run(later(1)) == [("/sitemap", 1, None)]
    assert cycle.run(later(2)) == [("/sitemap", 0, None)]


def sitemap(server: HTTPServer, *paths: str) -> str:
    return f"<urlset>{''.join(f'<url><loc>{server.url_for(path)}</loc></url>' for path in paths)}</urlset>"


def test_pages_that_are_gone_stand_in_nobodys_way(cycle, httpserver, monkeypatch):
    monkeypatch.setattr(taking, "MOST_PAGES", 2)
    gone = [f"/gone{n}" for n in range(4)]
    for path in gone:
        httpserver.expect_request(path).respond_with_data("", status=404)
    httpserver.expect_request("/a").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    httpserver.expect_request("/sitemap").respond_with_data(sitemap(httpserver, "/a", *gone, "/b"))
    cycle.follow("/sitemap")
    assert [cycle.run(later(hours)) for hours in (0, 1, 2)] == [
        [("/sitemap", 1, None)],
        [("/sitemap", 0, None)],
        [("/sitemap", 1, None)],
    ]


def test_a_source_none_of_whose_pages_may_be_had_says_so(cycle, httpserver):
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /closed")
    httpserver.expect_request("/sitemap").respond_with_data(sitemap(httpserver, "/closed/1", "/closed/2"))
    cycle.follow("/sitemap")
    for hours in (0, 1):
        ((_, _, error),) = cycle.run(later(hours))
        assert "none of the 2 pages that it lists can be had" in error
        assert "its robots.txt does not let us" in error


def test_a_list_of_sitemaps_is_read_those_that_changed_last_first_and_again_in_every_cycle(cycle, httpserver):
    maps = "".join(
        f"<sitemap><loc>{httpserver.url_for(f'/map{n}')}</loc><lastmod>2025-08-{n + 1:02}</lastmod></sitemap>"
        for n in range(12)
    )
    httpserver.expect_request("/index").respond_with_data(
        f"<sitemapindex>{maps}</sitemapindex>", content_type="application/xml", headers={"ETag": '"1"'}
    )
    pages = {11: ["/a", "/a?utm_source=map"], 10: ["/a", "/b"]}
    for n in range(12):
        urls = "".join(f"<url><loc>{httpserver.url_for(path)}</loc></url>" for path in pages.get(n, ()))
        if n != 9:  # one of them is not to be had, which does not matter
            httpserver.expect_request(f"/map{n}").respond_with_data(f"<urlset>{urls}</urlset>")
    httpserver.expect_request("/a").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    cycle.follow("/index")
    assert cycle.run() == [("/index", 2, None)]
    assert sorted(cycle.held()) == ["Ferry fares rise", "Flood kills 31"]
    asked = [request.path for request, _ in httpserver.log if request.path.startswith("/map")]
    assert asked == [f"/map{n}" for n in range(11, 3, -1)]
    assert cycle.run(later(1)) == [("/index", 0, None)]
    assert sum(request.path == "/map11" for request, _ in httpserver.log) == 2
    assert sum(request.path == "/a" for request, _ in httpserver.log) == 1


def test_a_list_of_sitemaps_of_which_none_is_to_be_had_or_that_names_itself_fails_with_the_reason(cycle, httpserver):
    for name in ("gone", "self"):
        below = httpserver.url_for("/self" if name == "self" else "/nowhere")
        httpserver.expect_request(f"/{name}").respond_with_data(
            f"<sitemapindex><sitemap><loc>{below}</loc></sitemap></sitemapindex>", content_type="application/xml"
        )
        cycle.follow(f"/{name}")
    (_, _, gone), (_, new, itself) = cycle.run()
    assert "/nowhere could not be fetched" in gone
    assert (new, "sitemaps list each other" in itself) == (0, True)
    assert sum(request.path == "/self" for request, _ in httpserver.log) == 2


def test_lists_in_a_list_of_sitemaps_are_read_as_far_as_there_is_room(cycle, httpserver):
    def index(*paths: str) -> str:
        found = (f"<sitemap><loc>{httpserver.url_for(path)}</loc></sitemap>" for path in paths)
        return f"<sitemapindex>{''.join(found)}</sitemapindex>"

    httpserver.expect_request("/index").respond_with_data(index("/2025", *(f"/lists{n}" for n in range(40))))
    httpserver.expect_request("/2025").respond_with_data(index("/september", "/index"))
    httpserver.expect_request("/september").respond_with_data(sitemap(httpserver, "/a"))
    for n in range(40):
        httpserver.expect_request(f"/lists{n}").respond_with_data(index(f"/lists{(n + 1) % 40}"))
    httpserver.expect_request("/a").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    cycle.follow("/index")
    assert cycle.run() == [("/index", 1, None)]
    assert len(httpserver.log) == 1 + 1 + lists.MOST_SITEMAPS + 1  # rules, the list, what it lists, the page


def test_of_a_long_sitemap_the_newest_pages_are_taken_first(cycle, httpserver, monkeypatch):
    monkeypatch.setattr(taking, "MOST_PAGES", 1)
    entry = "<url><loc>{}</loc><lastmod>{}</lastmod></url>"
    listed = entry.format(httpserver.url_for("/a"), "2025-09-01") + entry.format(httpserver.url_for("/b"), "2025-09-02")
    httpserver.expect_request("/sitemap").respond_with_data(f"<urlset>{listed}</urlset>", content_type="text/xml")
    httpserver.expect_request("/a").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    cycle.follow("/sitemap")
    assert cycle.run() == [("/sitemap", 1, None)]
    assert cycle.held() == ["Flood kills 31"]
    assert cycle.run(later(1)) == [("/sitemap", 1, None)]


def test_an_opml_list_names_its_feeds_and_is_no_source(cycle, httpserver):
    outline = '<opml version="2.0"><body><outline text="B" xmlUrl="https://b.example/feed"/></body></opml>'
    httpserver.expect_request("/list").respond_with_data(outline, content_type="text/x-opml")
    assert lists.feeds_at(httpserver.url_for("/list"), wiring.polite(pause=0.0)) == ["https://b.example/feed"]
    cycle.follow("/list")
    ((_, new, error),) = cycle.run()
    assert new == 0
    assert "OPML list of feeds" in error


def test_what_did_not_change_is_not_sent_again(cycle, httpserver):
    def answer(request):
        if request.headers.get("If-None-Match") == '"1"':
            return Response(status=304)
        return Response(page("Ferry fares rise", FARES), headers={"ETag": '"1"'}, content_type="text/html")

    httpserver.expect_request("/page").respond_with_handler(answer)
    cycle.follow("/page")
    assert cycle.run() == [("/page", 1, None)]
    assert cycle.run(later(1)) == [("/page", 0, None)]
    assert httpserver.log[-1][1].status_code == 304


def test_a_server_that_asks_for_time_gets_it(cycle, httpserver):
    until = later(5)
    httpserver.expect_request("/busy").respond_with_data(
        "", status=429, headers={"Retry-After": format_datetime(until, usegmt=True)}
    )
    httpserver.expect_request("/gone").respond_with_data("", status=429)
    cycle.follow("/busy")
    cycle.follow("/gone")
    assert [bool(error) for *_, error in cycle.run()] == [True, True]
    due = {one.url.rpartition("/")[2]: one.due_at for one in cycle.kept.sources.all()}
    assert due["busy"] == until
    assert NOW < due["gone"] < later(1)
    assert [path for path, *_ in cycle.run(later(2))] == ["/gone"]
    (again,) = [one for one in cycle.kept.sources.all() if one.url.endswith("/gone")]
    assert again.failures == 2
    assert again.due_at - later(2) > due["gone"] - NOW


WRONG = {
    "missing": Response("nothing here", status=404),
    "torn": Response(
        gzip.compress(b"<rss>" * 5000)[:40], headers={"Content-Encoding": "gzip"}, content_type="text/xml"
    ),
    "empty": Response("", content_type="application/rss+xml"),
    "binary": Response(bytes(range(256)) * 20, content_type="application/octet-stream"),
    "loop": Response("", status=302, headers={"Location": "/loop"}),
    "broken": Response("out of order", status=500),
}


@pytest.mark.parametrize("name", WRONG)
def test_whatever_goes_wrong_is_a_state_with_its_reason(cycle, httpserver, name):
    httpserver.expect_request(f"/{name}").respond_with_response(WRONG[name])
    cycle.follow(f"/{name}")
    ((_, new, error),) = cycle.run()
    assert new == 0
    assert error
    (source,) = cycle.kept.sources.all()
    assert (source.failures, source.error, source.succeeded_at) == (1, error, None)
    assert source.due_at > NOW


def test_a_page_where_a_feed_was_and_letters_that_are_none_do_no_harm(cycle, httpserver):
    httpserver.expect_request("/feed").respond_with_data(page("Welcome back", FARES), content_type="text/html")
    bad = feed(httpserver, "/b").encode().replace(b"Story", b"Stor\xff")
    httpserver.expect_request("/bad").respond_with_data(bad, content_type="application/rss+xml")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    cycle.follow("/feed")
    cycle.follow("/bad")
    assert [(path, error) for path, _, error in cycle.run()] == [("/bad", None), ("/feed", None)]


def test_private_addresses_and_what_robots_forbid_are_not_asked(cycle, httpserver, monkeypatch):
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /closed")
    httpserver.expect_request("/closed").respond_with_data(page("Closed", FARES))
    cycle.follow("/closed")
    ((_, _, error),) = cycle.run()
    assert "robots.txt" in error
    monkeypatch.delenv("ONRECORD_ALLOW_PRIVATE_ADDRESSES")
    ((_, _, error),) = cycle.run(later(100))
    assert "public internet" in error
    assert not [request for request, _ in httpserver.log if request.path == "/closed"]


def test_only_addresses_of_the_web_are_followed_and_each_once(cycle):
    with pytest.raises(UsageError):
        polling.follow(cycle.kept, "ftp://tribune.example/feed")
    cycle.follow("/feed")
    with pytest.raises(UsageError):
        polling.follow(cycle.kept, cycle.server.url_for("/feed"))


def test_whoever_wants_no_more_waits_for_no_server(cycle, httpserver):
    httpserver.expect_request("/page").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    cycle.follow("/page")
    with HTTPServer() as slow:
        slow.expect_request("/robots.txt").respond_with_data("User-agent: *\nCrawl-delay: 20")
        source = polling.follow(cycle.kept, slow.url_for("/feed"))
        cycle.kept.sources.checked(Source(url=source.url, added_at=NOW, due_at=NOW))
        coming = polling.poll(cycle.kept, cycle.desk, wiring.polite(pause=0.0), at=NOW)
        assert next(coming).new == 1
        began = time.monotonic()
        coming.close()
        assert time.monotonic() - began < 5


def test_a_source_that_moved_for_good_says_where_to_and_one_that_is_gone_is_asked_weekly(cycle, httpserver):
    for path, status, to in (("/old", 301, "/older"), ("/older", 308, "/page"), ("/short", 302, "/old")):
        moved = Response("", status=status, headers={"Location": to})
        httpserver.expect_request(path).respond_with_response(moved)
    httpserver.expect_request("/page").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    httpserver.expect_request("/gone").respond_with_data("", status=410)
    for path in ("/old", "/short", "/gone"):
        cycle.follow(path)
    cycle.run()
    known = {source.url: source for source in cycle.kept.sources.all()}
    assert known[httpserver.url_for("/old")].moved_to == httpserver.url_for("/page")
    assert known[httpserver.url_for("/short")].moved_to is None
    assert known[httpserver.url_for("/gone")].due_at == later(7 * 24)


def test_the_last_error_is_known_after_a_source_is_well_again(cycle, httpserver):
    httpserver.expect_oneshot_request("/page").respond_with_data("", status=503)
    httpserver.expect_request("/page").respond_with_data(page("Ferry fares rise", FARES), content_type="text/html")
    cycle.follow("/page")
    cycle.run()
    assert cycle.run(later(1)) == [("/page", 1, None)]
    (listed,) = following.listed(cycle.kept)["sources"]
    assert (listed["state"], listed["error"], listed["failed_at"]) == ("well", None, "2025-09-03T12:00:00Z")
    assert "status 503" in listed["last_error"]


def test_a_server_that_has_enough_is_left_alone_and_its_pages_are_no_teasers_for_good(cycle, httpserver):
    httpserver.expect_request("/feed").respond_with_data(feed(httpserver, "/a", "/b", "/c"), content_type="text/xml")
    httpserver.expect_oneshot_request("/a").respond_with_data("", status=429, headers={"Retry-After": "7200"})
    for path, title in (("/a", "Ferry fares rise"), ("/b", "Flood kills 31"), ("/c", "Third")):
        httpserver.expect_request(path).respond_with_data(page(title, f"{title}. {FARES}"), content_type="text/html")
    cycle.follow("/feed")
    at = datetime.now(UTC)
    ((_, new, error),) = cycle.run(at)
    assert new == 0
    assert "none of the 3 pages" in error
    assert sum(request.path in ("/a", "/b", "/c") for request, _ in httpserver.log) == 1
    assert cycle.run(at + timedelta(hours=1)) == []
    assert cycle.run(at + timedelta(hours=3)) == [("/feed", 3, None)]
    assert sorted(cycle.held()) == ["Ferry fares rise", "Flood kills 31", "Third"]


def test_items_without_an_address_or_with_half_of_one_are_taken(cycle, httpserver):
    bare = f"<item><title>Bare</title><guid isPermaLink='false'>1</guid><description>&lt;p&gt;{FARES * 3}&lt;/p&gt;</description></item>"
    half = "<item><title>Half</title><link>/b?id=7&amp;utm_source=x&amp;q=a%20b</link><description>In short</description></item>"
    rss = f'<rss version="2.0"><channel><title>Tribune</title><description>x</description>{bare}{half}</channel></rss>'
    httpserver.expect_request("/feed").respond_with_data(rss, content_type="application/rss+xml")
    httpserver.expect_request("/b").respond_with_data(page("Flood kills 31", FLOOD), content_type="text/html")
    cycle.follow("/feed")
    assert cycle.run() == [("/feed", 2, None)]
    assert cycle.run(later(1)) == [("/feed", 0, None)]


def test_a_page_that_changed_since_it_was_taken_is_taken_again(cycle, httpserver, monkeypatch):
    def atom(changed: str) -> str:
        entry = (
            f'<entry><title>Toll</title><link href="{httpserver.url_for("/a")}"/><summary>In short</summary>'
            f"<published>2025-09-02T10:00:00Z</published><updated>{changed}</updated></entry>"
        )
        return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Tribune</title>{entry}</feed>'

    for words, changed in ((FLOOD, "10:00"), (FLOOD, "10:30"), (FLOOD.replace("31", "58"), "14:00")):
        httpserver.clear()
        httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
        httpserver.expect_request("/feed").respond_with_data(atom(f"2025-09-02T{changed}:00Z"), content_type="text/xml")
        httpserver.expect_request("/a").respond_with_data(page("Flood", words), content_type="text/html")
        if changed == "10:00":
            cycle.follow("/feed")
        hours = {"10:00": 0, "10:30": 1, "14:00": 4}[changed]
        assert cycle.run(later(hours)) == [("/feed", int(changed != "10:30"), None)]
        assert [request.path for request, _ in httpserver.log].count("/a") == (changed != "10:30")
    assert cycle.held() == ["Flood", "Flood"]
    assert cycle.run(later(5)) == [("/feed", 0, None)]


def test_of_a_sitemap_whose_pages_change_all_the_time_the_new_ones_come_first(cycle, httpserver, monkeypatch):
    monkeypatch.setattr(taking, "MOST_CHANGED", 1)
    monkeypatch.setattr(taking, "MOST_PAGES", 2)

    def changing(hour: int, *paths: str) -> None:
        httpserver.clear()
        httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
        at = f"<lastmod>2025-09-02T{hour}:00:00Z</lastmod>"
        urls = "".join(f"<url><loc>{httpserver.url_for(path)}</loc>{at}</url>" for path in paths)
        httpserver.expect_request("/map").respond_with_data(f"<urlset>{urls}</urlset>", content_type="text/xml")
        for path in paths:
            httpserver.expect_request(path).respond_with_data(page(path, f"{path} {hour} {FLOOD}"))

    cycle.follow("/map")
    for hour, paths, new in ((10, ("/a", "/b"), 2), (12, ("/a", "/b", "/c"), 2), (14, ("/a", "/b", "/c"), 1)):
        changing(hour, *paths)
        assert cycle.run(later(hour)) == [("/map", new, None)]
    assert sorted(cycle.held())[-1] == "/c"
