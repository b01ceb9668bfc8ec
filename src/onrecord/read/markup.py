"""Markup to a tree, as browsers do it: broken, endless and deep pages included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

Element = Any
"""An element of lxml, which ships no types."""

_DEPTHS = (1000, 100, 0)
"""Levels kept of markup deeper than the 2,048 at which libxml2 2.14 stops reading: fewer each time it still does."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s<>/]*)[^<>]*>")
_OF_HEAD = frozenset("base link meta noscript script style template title".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def called(root: Element, names: re.Pattern[str]) -> Iterator[Element]:
    """Yield the elements of a body whose class or id holds one of some names, which are in small letters."""
    for body in root.iter("body"):
        for element in body.iterdescendants():
            if element.attrib and names.search(f"{element.get('class') or ''} {element.get('id') or ''}".lower()):
                yield element


def text_of(element: Element) -> str:
    """Return the words in an element, one space between them."""
    return " ".join("".join(element.itertext()).split())


def parse(text: str) -> Element:
    """Return the root of a page's tree.

    Raises:
        ValueError: there is nothing in it.
    """
    root, complete = _parsed(text)
    for depth in _DEPTHS:
        if not complete:
            root, complete = _parsed(_flattened(text, depth))
    if root is None:
        raise ValueError("there is nothing in it")
    _open_body(root)
    return root


def _open_body(root: Element) -> None:
    """Give a page without the tag its body, from the first element on that no head holds, as browsers do.

    libxml2 leaves elements of HTML5 in the head.
    """
    head = root.find("head")
    if head is None or root.find("body") is not None:
        return
    shown = next((one for one in head if one.tag not in _OF_HEAD), None)
    if shown is not None:
        etree.SubElement(root, "body").extend([shown, *shown.itersiblings()])


def _parsed(text: str) -> tuple[Element | None, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, not parser.error_log.filter_from_fatals()


def _flattened(text: str, deepest: int) -> str:
    """Turn the tags below a level into empty lines, so that their text stays and keeps apart."""
    open_: Counter[str] = Counter()
    depth = 0

    def shallow(tag: re.Match[str]) -> str:
        nonlocal depth
        closing, name = tag.group(1), tag.group(2).lower()
        if name in _VOID or (closing and not open_[name]):
            return tag.group()
        open_[name] += -1 if closing else 1
        depth += -1 if closing else 1
        return tag.group() if depth + bool(closing) <= deepest else "<br><br>"

    return _TAG.sub(shallow, text)
