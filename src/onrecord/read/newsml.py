"""NewsML-G2 items and messages, and NITF, the IPTC's XML: each text goes through the reader of HTML."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from io import BufferedReader
from typing import Any

from lxml import etree

from onrecord.errors import InputError
from onrecord.read.dating import first_moment
from onrecord.read.markup import Element
from onrecord.read.packed import HEAD
from onrecord.read.records import read_record
from onrecord.read.rights import rights_of
from onrecord.read.telling import LeftOut, Read
from onrecord.read.xml import elements, first, local, root_of, words_in

ROOTS = ("newsitem", "newsmessage", "packageitem", "nitf")

_AS_HTML = {
    "hl1": "h1",
    "hl2": "h2",
    "hedline": "header",
    "byline": "address",
    "bytag": "span",
    "bq": "blockquote",
    "block": "div",
    "media": "figure",
    "media-caption": "figcaption",
    "body.head": "header",
    "body.content": "div",
    "body.end": "footer",
    "dateline": "p",
    "distributor": "p",
    "abstract": "div",
    "tagline": "p",
}
"""What elements of NITF are called in HTML; others are called alike, or lie inside a sentence."""
_INLINE = "span"
_SHARED = frozenset(
    "html head title body div span p br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr th td "
    "caption a em strong b i q cite sub sup pre section article header footer aside figure figcaption blockquote "
    "time".split()
)
_UNUSABLE = {"withheld": "are withheld by their agency", "canceled": "were cancelled by their agency"}


def read_newsml(stream: BufferedReader, name: str) -> Iterator[Read]:
    """Read the text items of a NewsML-G2 file, one or a message of many, and of NITF the one that it is."""
    names = ("nitf",) if root_of(stream.peek(HEAD)) == "nitf" else ("newsItem", "packageItem")
    for number, item in enumerate(elements(stream, *names, name=name), start=1):
        where = f"{name}, item {number}"
        try:
            found = _nitf(item) if local(item) == "nitf" else _item(item)
            yield found if isinstance(found, LeftOut) else read_record(found, name=where)
        except InputError as error:
            yield error


def _item(item: Element) -> dict[str, Any] | LeftOut:
    """Return a newsItem as a record, dated by its version: what it says was published when that was made."""
    status = _code(first(item, "itemMeta", "pubStatus"))
    if status in _UNUSABLE:
        return LeftOut(why=_UNUSABLE[status])
    kind = _code(first(item, "itemMeta", "itemClass")) or "text"
    if kind not in ("text", "composite") or local(item) == "packageitem":
        return LeftOut(why=f"are NewsML items of the class {kind}")
    body = _body(item)
    if not body:
        return LeftOut(why="are NewsML items without a text")
    language = first(item, "contentMeta", "language")
    tag = language.get("tag") if language is not None else item.get("{http://www.w3.org/XML/1998/namespace}lang")
    dates = words_in(item, "itemMeta", "versionCreated"), words_in(item, "itemMeta", "firstCreated")
    creators = [words_in(one, "name") for one in item.iterfind("{*}contentMeta/{*}creator")]
    return {
        **body,
        "id": item.get("guid"),
        "title": words_in(item, "contentMeta", "headline") or words_in(item, "itemMeta", "title"),
        "published": first_moment(dates),
        "publisher": _party(first(item, "itemMeta", "provider")),
        "authors": words_in(item, "contentMeta", "by") or list(filter(None, creators)),
        "language": (tag or "").partition("-")[0].lower(),
        "rights": _rights(item),
    }


def _rights(item: Element) -> str | None:
    """Return the notices and terms of an item, and the address of its licence; without a notice, who holds it."""
    notices, terms = (_all(item, name) for name in ("copyrightNotice", "usageTerms"))
    links = [link.get("href") for link in item.iterfind("{*}rightsInfo/{*}link")]
    return rights_of(notices or _party(first(item, "rightsInfo", "copyrightHolder")), terms, links)


def _all(item: Element, name: str) -> list[str]:
    return ["".join(one.itertext()) for one in item.iterfind(f"{{*}}rightsInfo/{{*}}{name}")]


def _body(item: Element) -> dict[str, Any] | None:
    """Return the HTML or text of the first content that has some: XML in its place, or text that may be marked up."""
    contents = item.iterfind("{*}contentSet/*")
    for content in contents:
        if local(content) == "inlinexml" and len(content):
            inner = content[0]
            body = first(inner, "body") if local(inner) in ("nitf", "html") else inner
            if body is not None and "".join(body.itertext()).strip():
                return {"html": _html(body)}
        if local(content) == "inlinedata" and (text := content.text or "").strip():
            return {"html" if "html" in (content.get("contenttype") or "") else "text": text}
    return None


def _nitf(item: Element) -> dict[str, Any] | LeftOut:
    body = first(item, "body")
    if body is None or not "".join(body.itertext()).strip():
        return LeftOut(why="are NITF items without a text")
    issued = [each.get(key) for path, key in _NITF_DATES for each in item.iterfind(path)]
    source = item.find("{*}head/{*}pubdata")
    named = item.find("{*}head/{*}docdata/{*}doc-id")
    held = item.find("{*}head/{*}docdata/{*}doc.copyright")
    return {
        "html": _html(body),
        "id": named.get("id-string") if named is not None else None,
        "title": words_in(item, "body", "body.head", "hedline", "hl1") or words_in(item, "head", "title"),
        "published": first_moment(issued),
        "publisher": source.get("name") if source is not None else None,
        "authors": words_in(item, "body", "body.head", "byline"),
        "rights": held.get("holder") if held is not None else None,
    }


_NITF_DATES = (
    ("{*}head/{*}docdata/{*}date.release", "norm"),
    ("{*}head/{*}docdata/{*}date.issue", "norm"),
    ("{*}head/{*}pubdata", "date.publication"),
    ("{*}body/{*}body.head/{*}dateline/{*}story.date", "norm"),
)


def _html(body: Element) -> str:
    """Return an element as HTML: without namespaces, its parts by their names in HTML."""
    body = deepcopy(body)
    body.tail = None
    for element in body.iter(etree.Element):
        name = local(element)
        element.tag = _AS_HTML.get(name) or (name if name in _SHARED else _INLINE)
    etree.cleanup_namespaces(body)
    return str(etree.tostring(body, encoding="unicode", method="html"))


def _code(element: Element | None) -> str:
    """Return the code of a concept, without its scheme."""
    return (
        (element.get("qcode") or element.get("uri") or "").rpartition(":")[2].rpartition("/")[2]
        if element is not None
        else ""
    )


def _party(element: Element | None) -> str | None:
    if element is None:
        return None
    return words_in(element, "name") or element.get("literal") or _code(element) or None
