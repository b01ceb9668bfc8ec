"""JSON-LD: what a page states about itself for programs, in the words of schema.org."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from onrecord.read.markup import Element

Node = dict[str, Any]

_WRAPPING = re.compile(r"<!\[CDATA\[|\]\]>|<!--|-->")
_LAST_COMMA = re.compile(r",(?=\s*[\]}])")
_ARTICLE = re.compile(r"(?:.*[/:])?(?!Job)\w*(?:Article|Posting|Report)", re.IGNORECASE)
_OTHERS = re.compile(
    r".*(?:Organization|WebSite|Person|BreadcrumbList|ItemList|ImageObject|Navigation\w*)", re.IGNORECASE
)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")


def words_of(value: object) -> list[str]:
    """Return the words in a value, of a list of them all, without markup and entities left in by their author."""
    values = value if isinstance(value, list) else [value]
    found = (" ".join(_MARKUP.sub("", unescape(words)).split()) for words in values if isinstance(words, str))
    return [words for words in found if words]


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The nodes of a page that may be about its article: articles first, then what else is no site or person."""

    nodes: tuple[Node, ...]
    by_id: dict[str, Node]

    @classmethod
    def of(cls, root: Element) -> LinkedData:
        """Read every script of JSON-LD, as far as it can be read."""
        nodes = [node for script in root.iter("script") for node in _nodes_in(script)]
        works = [node for node in nodes if not any(_OTHERS.fullmatch(kind) for kind in words_of(node.get("@type")))]
        works.sort(key=lambda node: not is_article(node))
        return cls(tuple(works), {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)})

    @property
    def article(self) -> Node:
        """The first article, an empty node when there is none."""
        return next(filter(is_article, self.nodes), {})

    def first(self, field: str) -> list[str]:
        """Return the words of the first node that has some under ``field``."""
        return next(filter(None, (words_of(node.get(field)) for node in self.nodes)), [])

    def names(self, value: object) -> list[str]:
        """Return the names in a value: of words themselves, of a node its name, of a reference that of its node."""
        found = []
        for item in value if isinstance(value, list) else [value]:
            node = item if isinstance(item, dict) else {}
            node = node if "name" in node else self.by_id.get(str(node.get("@id")), node)
            found += words_of(node.get("name") if node else item)
        return found


def is_article(node: Node) -> bool:
    """Say whether a node is some kind of article."""
    return any(_ARTICLE.fullmatch(kind) for kind in words_of(node.get("@type")))


def _nodes_in(script: Element) -> Iterator[Node]:
    if "ld+json" not in (script.get("type") or ""):
        return
    waiting = deque([_value("".join(script.itertext()))])
    while waiting:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(value[field] for field in _INSIDE if field in value)


def _value(words: str) -> object:
    """Return the first JSON value in a script, mending what is often wrong with it; None when it cannot be read."""
    words = _WRAPPING.sub("", words)
    begins = re.search(r"[\[{]", words)
    for mended in (words, _LAST_COMMA.sub("", words)) if begins else ():
        try:
            return json.JSONDecoder(strict=False).raw_decode(mended, begins.start() if begins else 0)[0]
        except (ValueError, RecursionError):
            continue
    return None
