"""What the indexes of the open web answer, written from the shapes they document; the pages are ours."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from onrecord.adapters.current_events import CurrentEvents
from onrecord.adapters.factchecks import ClaimReviewFeed, FactCheckTools
from onrecord.adapters.fetch import Bounds
from onrecord.adapters.gdelt_api import CONTEXT, DOC, GdeltSearch
from onrecord.adapters.gdelt_files import GdeltFiles
from onrecord.adapters.polite import Polite
from onrecord.data import Query
from onrecord.ports import Index

FLOOD = Query(words="The Kessel flood killed 31 people", terms=("Kessel", "killed", "people", "flood"))
NOW = datetime.now(UTC).replace(microsecond=0)
SEEN = NOW - timedelta(hours=2)
STORY = "https://tribune.example/2025/kessel-flood-31"


QUICK = Bounds(size=4 << 20, seconds=20.0, patience=10.0, redirects=3)
"""Of what is fetched; the machines of tests are busy."""

TOLD = "The flood in the Kessel valley killed 31 people, the interior ministry said on Tuesday. "


def page(published: str = "2025-09-02T10:00:00Z", changed: str = "", words: str = TOLD) -> str:
    dates = f'<meta property="article:published_time" content="{published}">' if published else ""
    dates += f'<meta property="article:modified_time" content="{changed}">' if changed else ""
    return (
        f"<html><head><title>Flood kills 31</title>{dates}</head>"
        f"<body><article><h1>Flood kills 31</h1><p>{words * 3}</p></article></body></html>"
    )


def stamped(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%SZ")


def articles(url: str, seen: datetime, **more: Any) -> bytes:
    article = {
        "url": url,
        "title": "Kessel flood killed 31 people",
        "seendate": stamped(seen),
        "domain": "tribune.example",
    }
    return json.dumps({"articles": [article | more]}).encode()


def listed(url: str, seen: datetime, title: str = "Kessel flood killed 31 people") -> bytes:
    lines = (
        {"date": seen.isoformat(), "url": "https://tribune.example/toll", "title": "Harbour toll rises", "desc": ""},
        {"date": seen.isoformat(), "url": url, "domain": "tribune.example", "title": title, "desc": "In short."},
    )
    return gzip.compress("\n".join(map(json.dumps, lines)).encode())


def day_page(*cited: str) -> bytes:
    wikitext = (
        "'''Disasters and accidents'''\n*[[2025 Kessel flood]]\n"
        f"**The flood in the [[Kessel (river)|Kessel]] valley has killed 31 people. {' '.join(f'[{url} (Tribune)]' for url in cited)}\n"
        "**A ferry ran aground. [https://tribune.example/ferry (Tribune)]\n"
    )
    return json.dumps({"parse": {"title": "Portal", "pageid": 7, "revid": 8, "wikitext": wikitext}}).encode()


def claims(url: str, reviewed: datetime) -> bytes:
    review = {
        "publisher": {"name": "Plain Facts", "site": "facts.example"},
        "url": url,
        "title": "How many died at Kessel",
        "reviewDate": reviewed.isoformat().replace("+00:00", "Z"),
        "textualRating": "Mostly right",
        "languageCode": "en",
    }
    claim = {"text": "The Kessel flood killed 31 people", "claimant": "A. Reader", "claimReview": [review]}
    return json.dumps({"claims": [claim], "nextPageToken": ""}).encode()


def feed(url: str, reviewed: datetime, *, more: int = 0) -> bytes:
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "The Kessel flood killed 31 people",
        "datePublished": reviewed.isoformat(),
        "url": url,
        "author": {"name": "Plain Facts", "url": "https://facts.example"},
        "reviewRating": {"alternateName": "Mostly right", "ratingValue": 4},
        "itemReviewed": {"author": {"name": "A. Reader"}},
    }
    other = {"url": "https://facts.example/x", "item": [review | {"claimReviewed": "The moon is made of cheese" * 9}]}
    elements = [{"url": url, "item": None}, *[other] * more, {"url": url, "item": [review]}]
    return json.dumps({"@type": "DataFeed", "dataFeedElement": elements}).encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source: how it is made, where it is asked, and what it answers."""

    make: Callable[[str, Polite, Path], Index]
    path: str
    """A pattern of the paths it asks for."""
    hit: Callable[[str, datetime], bytes]
    none: bytes
    kind: str = "application/json"


SOURCES = {
    "gdelt-doc": Source(
        make=lambda base, polite, _: GdeltSearch(DOC, f"{base}/api/v2", polite),
        path="/api/v2/doc/doc",
        hit=articles,
        none=b"{}",
    ),
    "gdelt-context": Source(
        make=lambda base, polite, _: GdeltSearch(CONTEXT, f"{base}/api/v2/", polite),
        path="/api/v2/context/context",
        hit=lambda url, seen: articles(url, seen, sentence="31 died", context="&lt;b&gt;31 died"),
        none=b"{}",
    ),
    "gdelt-files": Source(
        make=lambda base, polite, _: GdeltFiles(f"{base}/gal", polite),
        path="/gal/",
        hit=listed,
        none=gzip.compress(b""),
        kind="application/gzip",
    ),
    "wikipedia": Source(
        make=lambda base, polite, _: CurrentEvents(f"{base}/w/api.php", polite),
        path="/w/api.php",
        hit=lambda url, _: day_page(url),
        none=b'{"error": {"code": "missingtitle", "info": "The page does not exist."}}',
    ),
    "factcheck-tools": Source(
        make=lambda base, polite, _: FactCheckTools(base, polite),
        path="/v1alpha1/claims:search",
        hit=claims,
        none=b"{}",
    ),
    "claimreview": Source(
        make=lambda base, polite, folder: ClaimReviewFeed(f"{base}/data.json", polite, folder),
        path="/data.json",
        hit=feed,
        none=b'{"@type": "DataFeed", "dataFeedElement": []}',
    ),
}
