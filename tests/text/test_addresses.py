from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.addresses import page_of, same_page, site_of

PAGE = "https://www.tribune.example/news/ferry-stays-in-port-12345"


@pytest.mark.parametrize(
    "other",
    [
        "http://tribune.example/news/ferry-stays-in-port-12345/",
        "https://m.tribune.example/news/ferry-stays-in-port-12345",
        "https://amp.tribune.example/news/ferry-stays-in-port-12345",
        "https://www.tribune.example/news/ferry-stays-in-port-12345/amp/",
        "https://www.tribune.example/news/ferry-stays-in-port-12345.amp",
        "https://www.tribune.example/amp/news/ferry-stays-in-port-12345",
        "https://www.tribune.example/news/ferry-stays-in-port-12345/index.html",
        "https://www.tribune.example/news/ferry-stays-in-port-12345?utm_source=feed&fbclid=1#top",
        "https://www.tribune.example/news/ferry-stays-in-port-12345?outputType=amp",
        "https://www.tribune.example/de/news/ferry-stays-in-port-12345",
        "https://fr.tribune.example/news/ferry-stays-in-port-12345",
        "https://web.archive.org/web/20250519120000/https://www.tribune.example/news/ferry-stays-in-port-12345",
        "https://web.archive.org/web/20250519120000id_/http://www.tribune.example/news/ferry-stays-in-port-12345",
        "https://www-tribune-example.cdn.ampproject.org/c/s/www.tribune.example/news/ferry-stays-in-port-12345",
        "https://www.google.com/amp/s/www.tribune.example/news/ferry-stays-in-port-12345",
        "https://www-tribune-example.translate.goog/news/ferry-stays-in-port-12345?_x_tr_sl=en&_x_tr_tl=de",
        "https://translate.google.com/translate?sl=en&u=https%3A%2F%2Fwww.tribune.example%2Fnews%2Fferry-stays-in-port-12345",
    ],
)
def test_one_page_under_many_addresses(other: str):
    assert page_of(other) == page_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.tribune.example/news/ferry-stays-in-port-12346",
        "https://www.ledger.example/news/ferry-stays-in-port-12345",
        "https://www.tribune.example/news/ferry-stays-in-port-12345?id=7",
        "https://www.tribune.example/news/",
        "https://www.tribune.example/",
    ],
)
def test_other_pages(other: str):
    assert page_of(other) != page_of(PAGE)


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "https://www.tribune.example/",
        "mailto:a@b.example",
        "https://[",
        "nowhere",
        "https://x.example?utm_id=1",
    ],
)
def test_what_names_no_article(url: str | None):
    assert page_of(url) is None


def test_two_sections_of_a_site_are_no_translations():
    assert page_of("https://tribune.example/it/") != page_of("https://tribune.example/de/")


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://edition.tribune.example/a", "tribune.example"),
        ("https://www.tribune.co.uk/a", "tribune.co.uk"),
        ("https://news.tribune.com.au/a", "tribune.com.au"),
        ("https://tribune.uk/a", "tribune.uk"),
        ("https://web.archive.org/web/2025/https://www.tribune.example/a", "tribune.example"),
        ("http://192.0.2.1/a", "192.0.2.1"),
        ("https://localhost/a", "localhost"),
        (None, None),
    ],
)
def test_sites(url: str | None, site: str | None):
    assert site_of(url) == site


@given(st.text(max_size=60).map(lambda tail: f"https://{tail}") | st.text(max_size=60))
def test_any_address_has_a_page_or_none(url: str):
    page_of(url)
    site_of(url)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTPS://Tribune.example?utm_source=rss&fbclid=1#top", "https://tribune.example/"),
        ("https://tribune.example/a?id=7&utm_source=x&q=a%20b", "https://tribune.example/a?id=7&q=a%20b"),
        ("https://tribune.example/a?12345", "https://tribune.example/a?12345"),
        ("https://tribune.example/a?item=1&itoken=2&from=3", "https://tribune.example/a?item=1&itoken=2&from=3"),
        ("http://[bad/a", "http://[bad/a"),
    ],
)
def test_an_address_to_ask_for_keeps_all_that_a_server_may_need(url: str, same: str):
    assert same_page(url) == same
    assert same_page(same) == same
