"""What a page says of itself: title, authors, outlet, language, dates, address."""
# ruff: noqa: E501 (a pattern cut into lines cannot be read)

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html

from onrecord.data import DateKind, Moment
from onrecord.text.moments import parse_moment

_ARTICLES = re.compile(
    r"(?:News|Blog|Live|Report|Opinion|Review|Analysis|Background|Tech|Scholarly|Satirical)?(?:Article|Posting|BlogPosting|Report)"
)
_PUBLISHED = ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date.issued",
              "dc.date", "dcterms.created", "dcterms.date", "date", "pubdate", "publish-date", "publication_date", "publishdate", "cxenseparse:recs:publishtime")  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "cxenseparse:author",
)
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_DAY = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)")
_BY = re.compile(r"^\s*(?:by|von|par|por|di|door)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A page's own statements about itself; None where it makes none."""

    title: str | None
    byline: str | None
    publisher: str | None
    language: str | None
    url: str | None
    published_at: Moment | None
    modified_at: Moment | None
    date_kind: DateKind


def metadata_of(root: html.HtmlElement, url: str | None) -> Metadata:
    """Read JSON-LD first, then meta elements, then markup; a missing date stays unknown."""
    ld = _article(root)
    meta = _meta(root)
    address = url or _address(root, meta)
    published = _moment(_strings(ld.get("datePublished"))) or _moment(meta.get(name) for name in _PUBLISHED)
    published = published or _moment(
        root.xpath("//*[@itemprop='datePublished']/@content | //*[@itemprop='datePublished']/@datetime")
    )
    published = published or _moment(root.xpath("(//article//time | //main//time | //header//time)[1]/@datetime"))
    kind = DateKind.STATED if published else DateKind.UNKNOWN
    if published is None and address and (stated := _ADDRESS_DATE.search(address)):
        published = _day(*stated.groups())
        kind = DateKind.ADDRESS if published else DateKind.UNKNOWN
    publisher = _first(_names(ld.get("publisher"))) or meta.get("og:site_name") or domain(address)
    return Metadata(
        title=_title(root, ld, meta, publisher),
        byline=_byline(root, ld, meta),
        publisher=publisher,
        language=_language(root, ld, meta),
        url=address,
        published_at=published,
        modified_at=_moment(_strings(ld.get("dateModified"))) or _moment(meta.get(name) for name in _MODIFIED),
        date_kind=kind,
    )


def domain(url: str | None) -> str | None:
    """Return the host of an address without a leading ``www.``."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _article(root: html.HtmlElement) -> dict[str, Any]:
    """Return the first JSON-LD node that is an article, an empty one when there is none."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                stated = json.loads(script.text_content(), strict=False)
            except (ValueError, RecursionError):
                continue
            for node in _nodes(stated):
                if any(_ARTICLES.fullmatch(kind) for kind in _strings(node.get("@type"))):
                    return node
    return {}


def _nodes(stated: object) -> Iterator[dict[str, Any]]:
    waiting = [stated]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node[name] for name in ("@graph", "mainEntity", "mainEntityOfPage") if name in node]


def _meta(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _strings(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(found.split()) for found in values if isinstance(found, str) and found.strip()]


def _names(value: object) -> list[str]:
    """Return names out of a string, a node with a name, or a list of them."""
    found = []
    for item in value if isinstance(value, list) else [value]:
        found += _strings(item.get("name")) if isinstance(item, dict) else _strings(item)
    return found


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _title(root: html.HtmlElement, ld: dict[str, Any], meta: dict[str, str], publisher: str | None) -> str | None:
    headings = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    shown = [heading for heading in headings if heading]
    stated = _first(_strings(ld.get("headline"))) or meta.get("og:title") or meta.get("twitter:title")
    page = _first(" ".join(t.text_content().split()) for t in root.iter("title"))
    candidate = stated or page
    if candidate is None:
        return _first(shown)
    # The heading a reader sees is the title when the stated one agrees with it; sites add their names to the other.
    for heading in shown:
        if heading.casefold() in candidate.casefold() or candidate.casefold() in heading.casefold():
            return heading
    if publisher:
        candidate = re.sub(rf"\s*[|–—-]\s*{re.escape(publisher)}.*$", "", candidate, flags=re.IGNORECASE)
    return candidate or None


def _byline(root: html.HtmlElement, ld: dict[str, Any], meta: dict[str, str]) -> str | None:
    stated = _names(ld.get("author")) or [meta[name] for name in _AUTHORS if name in meta]
    if not stated:
        marked = root.xpath("//*[@rel='author' or @itemprop='author']")
        stated = [" ".join(element.text_content().split()) for element in marked[:6]]
    people = dict.fromkeys(_BY.sub("", name) for name in stated if name and "://" not in name and len(name) < 200)
    return ", ".join(people) or None


def _language(root: html.HtmlElement, ld: dict[str, Any], meta: dict[str, str]) -> str | None:
    stated = root.get("lang") or _first(_strings(ld.get("inLanguage"))) or meta.get("og:locale") or meta.get("language")
    match = re.match(r"[a-zA-Z]{2,3}(?=[-_]|$)", (stated or "").strip())
    return match.group().lower() if match else None


def _address(root: html.HtmlElement, meta: dict[str, str]) -> str | None:
    canonical = _first(root.xpath("//link[@rel='canonical']/@href")) or meta.get("og:url")
    return urljoin(meta.get("og:url", ""), canonical) if canonical else None


def _moment(values: Iterable[str | None]) -> Moment | None:
    """Return the first value that reads as a moment; a time without a zone leaves only its day."""
    for value in values:
        if not value:
            continue
        try:
            return parse_moment(value.strip().replace(" ", "T", 1) if _DAY.match(value) and len(value) > 10 else value)
        except ValueError:
            match = _DAY.match(value.strip())
            if match and (day := _day(*match.groups())):
                return day
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
