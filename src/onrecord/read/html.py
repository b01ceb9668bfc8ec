"""A page's tree to text and raw blocks: all that a reader could see, in order, each run with its element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from onrecord.data import Link, RawBlock, Span
from onrecord.read.markup import Element

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
_STRESSING = frozenset("b cite em i strong".split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = ("class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label")
_BREAK, _CELL, _TOUCH = "\v", "\x1f", "\x1e"  # <br>, the end of a cell, elements that touch: settled with the spaces
_MARKS = re.compile(f"[{_BREAK}{_CELL}{_TOUCH}]")
_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; a no-break space is a character
_BETWEEN_WORDS = re.compile(r"(?<=[\w.!?:;,”’»)])\x1e+(?=[\w“‘«(])")
_EMPTY_LINE = re.compile(r"\v(?:[ \t\n\r\f\xa0\x1e]*\v)+")
_GAP = "\n\n"
_MOST_HINTS = 24  # words of a block and its nearest ancestors; those further up name the page
_MOST_WORDS = 8  # of one element
_DEEPEST_PATH = 100  # elements; pages nest to about 60, and every block carries its path
_LONGEST_CELL = 200  # characters; a longer cell is text laid out with a table


def blocks_of(root: Element) -> tuple[str, tuple[RawBlock, ...], tuple[Link, ...]]:
    """Return a page's text, raw blocks and links.

    Blocks stand an empty line apart. ``<br>`` ends a line inside a block, two of them end the block. A row of a table
    is one block, its cells parted by tabs. Hidden elements are left out, unless they hold more paragraphs than the
    others: then the page relies on a script to show them.
    """
    walk = _Walk.through(root, everything=False)
    shown = sum(len(block.span) for block in walk.writer.blocks if "/p[" in (block.element or "")[-8:])
    if walk.hidden > shown or not walk.writer.blocks:
        walk = _Walk.through(root, everything=True)
    return "".join(walk.writer.parts), tuple(walk.writer.blocks), tuple(walk.writer.links)


@dataclass(slots=True)
class _Place:
    """An open element: its path, what it and its ancestors are called, whether it stands in a link or is stressed."""

    tag: str = ""
    path: str = ""
    hints: tuple[str, ...] = ()
    linked: bool = False
    stressed: bool = False
    anchored: int = -1
    """For a link: how many parts the run had when it began."""
    children: dict[str, int] = field(default_factory=dict)

    def inside(self, tag: str, given: dict[str, str], depth: int) -> _Place:
        """Return the place of the next element inside this one: a tag with its attributes."""
        number = self.children[tag] = self.children.get(tag, 0) + 1
        step = tag if tag in ("html", "body") else f"{tag}[{number}]"
        path = self.path if depth > _DEEPEST_PATH else f"{self.path}/{step}" if self.path else step
        hints = (*_hints(given), *self.hints)[:_MOST_HINTS] if given else self.hints
        return _Place(tag, path, hints, self.linked or tag == "a", self.stressed or tag in _STRESSING)


@dataclass(slots=True)
class _Writer:
    """Gathers runs of text; a run ends where a block begins or ends."""

    parts: list[str] = field(default_factory=list)
    blocks: list[RawBlock] = field(default_factory=list)
    length: int = 0
    run: list[str] = field(default_factory=list)
    run_length: int = 0
    linked: int = 0
    stressed: int = 0
    anchors: list[tuple[int, int, str]] = field(default_factory=list)
    """The links of the run so far: the parts of it that they begin and end before, and where they lead."""
    links: list[Link] = field(default_factory=list)

    def add(self, words: str | None, place: _Place) -> None:
        if words:
            self.run.append(words)
            self.run_length += len(words)
            if place.linked or place.stressed:
                length = len(_SPACE.sub(" ", words).strip())
                self.linked += length * place.linked
                self.stressed += length * place.stressed

    def mark(self, mark: str) -> None:
        self.run.append(mark)
        self.run_length += 1

    def end_run(self, place: _Place) -> None:
        """Write the run so far as a block of ``place``, as several where empty lines part it."""
        if not self.run:
            return
        words = "".join(self.run)
        if words.isspace():  # as most runs are, between the elements of a layout; the marks are white space too
            self._clear()
            return
        paragraphs = [_settled(part) for part in _EMPTY_LINE.split(words)] if _MARKS.search(words) else [_plain(words)]
        anchors = [(_plain(_MARKS.sub(" ", "".join(self.run[a:b]))), url) for a, b, url in self.anchors]
        length = max(1, sum(map(len, paragraphs)))
        linked, stressed = min(1.0, self.linked / length), min(1.0, self.stressed / length)
        self._clear()
        for words in filter(None, paragraphs):
            if self.parts:
                self.parts.append(_GAP)
                self.length += len(_GAP)
            span = Span(start=self.length, end=self.length + len(words))
            self.blocks.append(
                RawBlock(span=span, element=place.path, hints=place.hints, link_share=linked, stressed_share=stressed)
            )
            anchors = self._link(anchors, words)
            self.parts.append(words)
            self.length = span.end

    def _clear(self) -> None:
        self.anchors.clear()
        self.run.clear()
        self.run_length = self.linked = self.stressed = 0

    def _link(self, anchors: list[tuple[str, str]], words: str) -> list[tuple[str, str]]:
        """Place links in a block to be written, in order; return those that stand in a later one."""
        at = 0
        for number, (said, url) in enumerate(anchors):
            start = words.find(said, at) if said else -1
            if start < 0 and said:
                return anchors[number:]
            if said:
                at = start + len(said)
                self.links.append(Link(span=Span(start=self.length + start, end=self.length + at), url=url))
        return []


def _plain(words: str) -> str:
    """Collapse white space as HTML does."""
    return _SPACE.sub(" ", words).strip()


def _settled(words: str) -> str:
    """Collapse white space as HTML does, and turn the marks of lines and cells into white space."""
    words = _BETWEEN_WORDS.sub(_parted, words).replace(_TOUCH, "")
    lines = ("\t".join(map(_plain, line.split(_CELL))) for line in words.split(_BREAK))
    return "\n".join(filter(None, map(str.strip, lines)))


def _parted(touch: re.Match[str]) -> str:
    """Return what parts the two words at a touch: nothing where the first is the initial of the second."""
    before, after = touch.string[max(0, touch.start() - 2) : touch.start()], touch.string[touch.end()]
    initial = before[-1].isupper() and not before[:-1].isalnum() and after.islower()
    return "" if initial else " "


@dataclass(slots=True)
class _Walk:
    """A way through a tree that keeps its own stack: pages nest thousands of elements."""

    everything: bool
    writer: _Writer = field(default_factory=_Writer)
    open: list[_Place] = field(default_factory=lambda: [_Place()])
    blocks: list[_Place] = field(default_factory=lambda: [_Place(path="html")])
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
            self.writer.mark(_BREAK)
        elif self.touching and tag not in _LETTERED:
            self.writer.mark(_TOUCH)
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
            self.writer.mark(_CELL)
        elif tag not in _UNSHOWN and (tag in _UNSEEN or not (element.text or len(element))):
            self.writer.mark(_TOUCH)
        self.touching = tag not in _LETTERED and not element.tail
        self.writer.add(element.tail, self.open[-1])


def _hints(given: dict[str, str]) -> tuple[str, ...]:
    words = " ".join([given[name] for name in _NAMES if name in given])
    return tuple(words.lower().split()[:_MOST_WORDS])


def _hidden(tag: str, given: dict[str, str]) -> bool:
    if tag in ("noscript", "template"):
        return "shadowrootmode" not in given
    if tag == "body" or not given:
        return False
    return "hidden" in given or ("style" in given and _HIDING.search(given["style"]) is not None)


def _is_reading(element: Element) -> bool:
    """Say whether a ruby element is a reading set above characters; one in parentheses reads well after them."""
    before = element.getprevious()
    return before is None or before.tag != "rp"
