"""A page's tree to text and raw blocks: all that a reader could see, in order, each run with its element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from onrecord.data import Link, RawBlock
from onrecord.read.markup import Element, text_of
from onrecord.read.runs import BREAK, CELL, TOUCH, Place, Writer

_UNSEEN = frozenset("audio canvas datalist head iframe object script select style svg video".split())
"""Never part of the text: programs, pictures, players and menus of choices."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
    "textarea tfoot thead title tr ul".split()
)
_SENTENCES = frozenset("address dd dt figcaption h1 h2 h3 h4 h5 h6 li p tr".split())
_IN_SENTENCES = frozenset(("button", "label", "time"))
"""Part of the text where they stand in a sentence; anywhere else they are blocks."""
_CELLS = frozenset(("td", "th"))
_UNSHOWN = frozenset("br link meta noscript script style template wbr".split())
"""Empty elements that take no room on the screen; any other parts the words beside it."""
_LETTERED = frozenset(
    "abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q ruby s samp script small strike strong "
    "style sub sup template tt u var wbr".split()
)
"""Elements that may begin or end inside a word; two others that touch stand apart on the screen."""
_SET_APART = re.compile(
    r"(?:^|[\s_-])(?:kicker|eyebrow|overline|topline|dachzeile|vignette|rubric|timestamp|time|date|datum|hora|heure|"
    r"category)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{1,2}[:.h]\d\d")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SCRIPTS = re.compile(r"\bjava ?script\b", re.IGNORECASE)
_LONGEST_REQUEST = 300  # characters
_JOINED = re.compile(r"\n\n(?=[:,;.])")
"""Where a part of a heading begins with the sign that joins it to the one before."""
_LONGEST_CELL = 200  # characters; a longer cell is text laid out with a table


def blocks_of(root: Element) -> tuple[str, tuple[RawBlock, ...], tuple[Link, ...]]:
    """Return a page's text, raw blocks and links.

    Blocks stand an empty line apart. ``<br>`` ends a line inside a block, two of them end the block. A row of a table
    is one block, its cells parted by tabs. Hidden elements are left out, unless they hold more paragraphs than the
    others: then the page relies on a script to show them. A request to allow scripts and
    nothing else is no text.
    """
    walk = _Walk.through(root, everything=False)
    shown = sum(len(block.span) for block in walk.writer.blocks if "/p[" in (block.element or "")[-8:])
    bare = not walk.writer.blocks
    if walk.hidden > shown or bare:
        walk = _Walk.through(root, everything=True)
        if bare and _asks_for_scripts("".join(walk.writer.parts)):
            return "", (), ()
    return "".join(walk.writer.parts), tuple(walk.writer.blocks), tuple(walk.writer.links)


def _asks_for_scripts(words: str) -> bool:
    return len(words) <= _LONGEST_REQUEST and _SCRIPTS.search(words) is not None


def words_shown(heading: Element) -> str:
    """Return the words of a heading as they are seen, one space between them; all of them where it is hidden."""
    words = _JOINED.sub("", "".join(_Walk.through(heading, everything=False).writer.parts))
    return " ".join(words.split()) or text_of(heading)


@dataclass(slots=True)
class _Walk:
    """A way through a tree that keeps its own stack: pages nest thousands of elements."""

    everything: bool
    writer: Writer = field(default_factory=Writer)
    open: list[Place] = field(default_factory=lambda: [Place()])
    blocks: list[Place] = field(default_factory=lambda: [Place(path="html")])
    touching: bool = False
    """Whether an element just ended and nothing stands behind it yet."""
    hidden: int = 0
    """Characters in the paragraphs left out."""

    @classmethod
    def through(cls, root: Element, *, everything: bool) -> _Walk:
        """Walk a whole tree; ``everything`` includes what is hidden."""
        walk = cls(everything)
        steps = etree.iterwalk(root, events=("start", "end"))
        for event, element in steps:
            if event == "end":
                walk.leave(element)
            elif not walk.enter(element):
                steps.skip_subtree()
        return walk

    def enter(self, element: Element) -> bool:
        """Begin an element; return whether to go inside."""
        tag, given = element.tag, dict(element.items())
        place = self.open[-1].inside(tag, given, len(self.open))
        self.open.append(place)
        if tag in _UNSEEN or (tag == "rt" and _is_reading(element)):
            return False
        if not self.everything and _hidden(tag, given):
            self.hidden += sum(len("".join(paragraph.itertext())) for paragraph in element.iter("p"))
            return False
        if tag in _BLOCKS or (tag in _IN_SENTENCES and self.blocks[-1].tag not in _SENTENCES):
            self.writer.end_run(self.blocks[-1])
            self.blocks.append(place)
        elif tag == "br":
            self.writer.mark(BREAK)
        elif self.touching and tag not in _LETTERED:
            self.writer.mark(TOUCH)
        self.touching = False
        if tag == "a" and given.get("href"):
            place.anchored = len(self.writer.run)
        self.writer.add(element.text, place)
        return True

    def leave(self, element: Element) -> None:
        """End an element and write what stands behind it."""
        tag = element.tag
        place = self.open.pop()
        if place.anchored >= 0:
            url = element.get("href") or ""
            self.writer.anchors.append((min(place.anchored, len(self.writer.run)), len(self.writer.run), url))
        if place is self.blocks[-1]:
            self.writer.end_run(self.blocks.pop())
        elif tag in _CELLS and self.writer.run_length > _LONGEST_CELL:
            self.writer.end_run(place)
        elif tag in _CELLS:
            self.writer.mark(CELL)
        elif tag not in _UNSHOWN and (tag in _UNSEEN or not (element.text or len(element))):
            self.writer.mark(TOUCH)
        tail = element.tail
        if tail and _is_parted(element, tail):
            self.writer.mark(TOUCH)
        self.touching = tag not in _LETTERED and not tail
        self.writer.add(tail, self.open[-1])


def _hidden(tag: str, given: dict[str, str]) -> bool:
    if tag in ("noscript", "template"):
        return "shadowrootmode" not in given
    if tag == "body" or not given:
        return False
    return "hidden" in given or ("style" in given and _HIDING.search(given["style"]) is not None)


def _is_parted(element: Element, tail: str) -> bool:
    """Say whether an hour or a kicker stands apart on the screen from the words right behind it, by how it is set."""
    if not (tail[0].isupper() or tail[0].isdigit()):
        return False
    named = element.tag == "time" or (element.tag == "span" and _SET_APART.search(element.get("class") or ""))
    return bool(named) or (not len(element) and _HOUR.fullmatch((element.text or "").strip()) is not None)


def _is_reading(element: Element) -> bool:
    """Say whether a ruby element is a reading set above characters; one in parentheses reads well after them."""
    before = element.getprevious()
    return before is None or before.tag != "rp"
