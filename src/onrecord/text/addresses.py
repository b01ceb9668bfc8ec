"""Addresses under which one page and one site are known: mobile, AMP, mirrored, translated, tracked."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"(?:utm|pk|mtm|at|ns|hsa|mc|ga|vero|wt|xtor|cmp|icid|ito|ocid|smid|cmpid|ref|referrer|source|src|from|share|partner"
    r"|campaign|fbclid|gclid|dclid|msclkid|twclid|igshid|_x_tr)(?:_.*|$)|_x_tr_.*|amp|output(?:type)?|lang|hl|edition",
    re.IGNORECASE,
)
"""Names in a query that say how a reader came, or in what dress the page is shown, and not which page it is."""

_CAME_FROM = re.compile(
    r"(?:(?:utm|at|ns)_[^=]*|fbclid|gclid|dclid|msclkid|twclid|igshid|mc_[ce]id|cmpid|ito|smid|xtor)(?:=.*)?",
    re.IGNORECASE,
)
"""Those of them that say where a reader came from, which no server needs to find a page."""

_ARCHIVED = re.compile(r"^/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/(?P<of>(?:https?:/{1,2})?[^/]+\..*)$")
_DRESSED = re.compile(r"^(?:(?:www\d?|m|mobile|amp|touch|beta|edition|lite)\.)+")
_TONGUE = "(?:[a-z]{2}(?:[-_][a-z]{2,4})?)"
_TONGUES = frozenset(
    "ar az bg bn bs ca cs da de el en es et fa fi fr gu he hi hr hu hy id is it ja ka kk ko lt lv mk ml mr ms nb nl no"
    " pa pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh".split()
)
_ENDING = re.compile(r"(?:/(?:amp|index\.\w{3,5}))*/*$|\.amp(?=\.html?$)|\.amp$|(?<=/)amp/", re.IGNORECASE)
_TELLING = re.compile(r"\d{4}|[^/]{12}")
"""What of a path tells one article from another: a number or a title."""
_GENERIC = frozenset("ac co com edu gov go gob mil net ne nom or org ltd plc".split())
"""Second labels that stand before a country's own: ``co.uk``, ``com.au``, ``or.jp``."""


def is_address(words: str) -> bool:
    """Say whether words are the address of something on the web."""
    return words.lower().startswith(("http://", "https://")) and not words.split()[1:]


@lru_cache(maxsize=4_096)
def page_of(url: str | None) -> str | None:
    """Return the one name of the page at ``url``, whatever its address; None where that names no single article."""
    split = _split(url)
    if split is None:
        return None
    host, path, query = split
    host, tongue = _without_tongue(_DRESSED.sub("", host))
    path = _ENDING.sub("", unquote(path, errors="replace"))
    first, _, rest = path.lstrip("/").partition("/")
    if rest and _is_tongue(first) and _TELLING.search(rest):
        path = "/" + rest
    kept = sorted((name, value) for name, value in parse_qsl(query) if not _TRACKING.fullmatch(name))
    if tongue and not _TELLING.search(path):
        host = f"{tongue}.{host}"
    if not path.strip("/") and not kept:
        return None
    return f"{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def same_page(url: str) -> str:
    """Return an address under which a page can be asked for, without what no server needs to find it.

    That is its fragment and where the reader came from; what else stands in it stays to the letter.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    kept = "&".join(each for each in parts.query.split("&") if not _CAME_FROM.fullmatch(each))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", kept, ""))


@lru_cache(maxsize=4_096)
def site_of(url: str | None) -> str | None:
    """Return the domain that the publisher of ``url`` registered, by the shape of the name alone."""
    split = _split(url)
    labels = split[0].split(".") if split else []
    if len(labels) < 2 or all(label.isdigit() for label in labels):
        return split[0] if split else None
    long = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _GENERIC
    return ".".join(labels[-3 if long else -2 :])


def _split(url: str | None) -> tuple[str, str, str] | None:
    """Return host, path and query of an address, mirrors seen through."""
    for _ in range(4):
        try:
            parts = urlsplit((url or "").strip())
            host = (parts.hostname or "").rstrip(".")
        except ValueError:
            return None
        if not host or parts.scheme.lower() not in ("http", "https"):
            return None
        mirrored = _mirrored(host, parts.path, parts.query)
        if mirrored is None:
            return host, parts.path, parts.query
        url = mirrored
    return None


def _mirrored(host: str, path: str, query: str) -> str | None:
    """Return the address that an archive, a cache or a translator shows, or None for what is none."""
    archived = _ARCHIVED.match(path) if host.startswith(("web.archive.", "archive.")) else None
    if archived:
        of = archived["of"]
        of = re.sub(r"^(https?):/+", r"\1://", of) if of.startswith("http") else f"http://{of}"
        return f"{of}?{query}" if query else of
    if host.endswith((".translate.goog", ".cdn.ampproject.org")):
        label = host.removesuffix(".translate.goog").removesuffix(".cdn.ampproject.org")
        named = label.replace("--", "\0").replace("-", ".").replace("\0", "-")
        if host.endswith(".cdn.ampproject.org") and (shown := re.match(r"/[a-z]/(?:s/)?(?P<of>.+)", path)):
            return f"https://{shown['of']}" + (f"?{query}" if query else "")
        return f"https://{named}{path}" + (f"?{query}" if query else "")
    if host.startswith(("translate.google.", "www.google.")) and (of := dict(parse_qsl(query)).get("u")):
        return of
    if host.startswith("www.google.") and path.startswith("/amp/"):
        return "https://" + path.removeprefix("/amp/").removeprefix("s/")
    return None


def _without_tongue(host: str) -> tuple[str, str | None]:
    first, _, rest = host.partition(".")
    return (rest, first) if rest.count(".") and _is_tongue(first) else (host, None)


def _is_tongue(label: str) -> bool:
    return bool(re.fullmatch(_TONGUE, label, re.IGNORECASE)) and label[:2].lower() in _TONGUES
