"""What a page says of itself: title, authors, outlet, language, dates, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin, urlsplit

from onrecord.data import DateKind, Moment
from onrecord.read.dating import address_day, first_moment
from onrecord.read.linked_data import LinkedData, words_of
from onrecord.read.markup import Element, text_of
from onrecord.read.people import is_login, names_in, shown_names
from onrecord.read.rights import licences, rights_of
from onrecord.read.shown import shown_dates
from onrecord.read.titles import choose_title, headings_of

# Names of meta elements in the order they are believed: Open Graph, Dublin Core, Parse.ly, Sailthru, Cxense, and habit.
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date "
    "cxenseparse:recs:publishtime cxenseparse:publishtime dc.date.issued dcterms.issued dcterms.date dc.date "
    "dcterms.created dc.date.created date pubdate publish-date publish_date publishdate publication_date "
    "article.published article_date_original originalpublicationdate created iso-8601-publish-date"
).split()
_MODIFIED = (
    "article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified dcterms.modified "
    "dc.date.modified article.updated last-modified lastmod revised"
).split()
_AUTHORS = (
    "author article:author parsely-author sailthru.author dc.creator dcterms.creator byl cxenseparse:author".split()
)
_RIGHTS = "dcterms.license dcterms.rights dc.rights license copyright rights".split()
_SECTIONS = ("article:section", "parsely-section", "cxenseparse:section", "content_category", "section")
_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """A page's own statements about itself; None where it makes none."""

    title: str | None
    byline: str | None
    publisher: str | None
    language: str | None
    rights: str | None
    url: str | None
    published_at: Moment | None
    modified_at: Moment | None
    date_kind: DateKind


def metadata_of(root: Element, url: str | None) -> Metadata:
    """Read JSON-LD first, then meta elements, then markup; a missing date stays unknown."""
    linked = LinkedData.of(root)
    meta = _meta(root)
    address = url or _address(root, meta)
    headings, second = headings_of(root)
    outlets = [
        *linked.names(linked.article.get("publisher")),
        *meta.get("og:site_name", ()),
        *filter(None, [domain(address)]),
    ]
    published = first_moment(chain(linked.first("datePublished"), _named(meta, _PUBLISHED), shown_dates(root)))
    kind = DateKind.STATED if published else DateKind.UNKNOWN
    if published is None and (published := address_day(address)):
        kind = DateKind.ADDRESS
    return Metadata(
        title=choose_title(
            stated=words_of(linked.article.get("headline")),
            shared=list(_named(meta, _TITLES)),
            shown=headings,
            second=second,
            window=_texts(root.iter("title")),
            outlets=outlets,
            sections=chain(words_of(linked.article.get("articleSection")), _named(meta, _SECTIONS)),
        ),
        byline=", ".join(_authors(root, linked, meta, outlets)) or None,
        publisher=_first(outlets),
        language=_language(root, linked, meta),
        rights=_rights(root, linked, meta),
        url=address,
        published_at=published,
        modified_at=first_moment((*linked.first("dateModified"), *_named(meta, _MODIFIED))),
        date_kind=kind,
    )


def domain(url: str | None) -> str | None:
    """Return the host of an address without a leading ``www.``."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def _meta(root: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and (words := words_of(element.get("content"))):
            found.setdefault(name.lower().strip(), []).extend(words)
    return found


def _named(meta: dict[str, list[str]], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from meta.get(name, ())


def _first(values: Iterable[str]) -> str | None:
    return next(iter(values), None)


def _texts(elements: Iterable[Element]) -> list[str]:
    return [words for element in elements if (words := text_of(element))]


def _authors(root: Element, linked: LinkedData, meta: dict[str, list[str]], outlets: Iterable[str]) -> tuple[str, ...]:
    """Return the authors from the first source that names others than the outlet and accounts, else these."""
    stated = [names_in(linked.names(linked.article.get("author"))), names_in(_named(meta, _AUTHORS))]
    known = {name.casefold() for outlet in outlets for name in (outlet, outlet.partition(".")[0])}
    for names in stated:
        if any(name.casefold() not in known and not is_login(name) for name in names):
            return names
    return shown_names(root) or next(filter(None, stated), ())


def _language(root: Element, linked: LinkedData, meta: dict[str, list[str]]) -> str | None:
    stated = (
        root.get("lang"),
        *linked.first("inLanguage"),
        *_named(meta, ("og:locale", "content-language", "language")),
    )
    tags = (re.match(r"\s*([a-zA-Z]{2,3})(?=[-_\s]|$)", words) for words in stated if words)
    return next((tag.group(1).lower() for tag in tags if tag), None)


def _rights(root: Element, linked: LinkedData, meta: dict[str, list[str]]) -> str | None:
    """Return the licence and the notice of an article; a licence linked to in the text may be that of a picture."""
    article = linked.article
    links = [link.get("href") for link in root.iter("link") if "license" in (link.get("rel") or "").lower().split()]
    stated = (
        licences(article.get("license")),
        words_of(article.get("copyrightNotice")),
        licences(article.get("usageInfo")),
    )
    return rights_of(links, *stated, [*_named(meta, _RIGHTS)])


def _address(root: Element, meta: dict[str, list[str]]) -> str | None:
    """Return the canonical address, if the page states one that is whole."""
    base = _first(meta.get("og:url", ()))
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for found in (*links, base):
        try:
            whole: str = urljoin(base or "", (found or "").strip())
            if urlsplit(whole).scheme in ("http", "https"):
                return whole
        except ValueError:
            continue
    return None
