"""Runs of text, each with the element it stands in, written one behind the other as raw blocks and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.data import Link, RawBlock, Span

_STRESSING = frozenset("b cite em i strong".split())
_NAMES = ("class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label")
BREAK, CELL, TOUCH = "\v", "\x1f", "\x1e"  # <br>, the end of a cell, elements that touch: settled with the spaces
_MARKS = re.compile(f"[{BREAK}{CELL}{TOUCH}]")
_SPACE = re.compile(r"[ \t\n\r\f](?:[ \t\n\r\f]+|(?<! ))")
"""What HTML collapses, one space left out that is one already; a no-break space is a character."""
_BETWEEN_WORDS = re.compile(r"(?<=[\w.!?:;,”’»)])\x1e+(?=[\w“‘«(])")
_EMPTY_LINE = re.compile(r"\v(?:[ \t\n\r\f\xa0\x1e]*\v)+")
_SOFT_HYPHEN = "\xad"  # where a word may be broken, seen at the end of a line only
_GAP = "\n\n"
_MOST_HINTS = 24  # words of a block and its nearest ancestors; those further up name the page
_MOST_WORDS = 8  # of one element
_DEEPEST_PATH = 100  # elements; pages nest to about 60, and every block carries its path


@dataclass(slots=True)
class Place:
    """An open element: its path, what it and its ancestors are called, whether it stands in a link or is stressed."""

    tag: str = ""
    path: str = ""
    hints: tuple[str, ...] = ()
    linked: bool = False
    stressed: bool = False
    anchored: int = -1
    """For a link: how many parts the run had when it began."""
    children: dict[str, int] = field(default_factory=dict)

    def inside(self, tag: str, given: dict[str, str], depth: int) -> Place:
        """Return the place of the next element inside this one: a tag with its attributes."""
        number = self.children[tag] = self.children.get(tag, 0) + 1
        step = tag if tag in ("html", "body") else f"{tag}[{number}]"
        path = self.path if depth > _DEEPEST_PATH else f"{self.path}/{step}" if self.path else step
        hints = (*_hints(given), *self.hints)[:_MOST_HINTS] if given else self.hints
        return Place(tag, path, hints, self.linked or tag == "a", self.stressed or tag in _STRESSING)


@dataclass(slots=True)
class Writer:
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

    def add(self, words: str | None, place: Place) -> None:
        """Write words that stand in a place into the run."""
        if words and (words := words.replace(_SOFT_HYPHEN, "")):
            self.run.append(words)
            self.run_length += len(words)
            if place.linked or place.stressed:
                length = len(_SPACE.sub(" ", words).strip())
                self.linked += length * place.linked
                self.stressed += length * place.stressed

    def mark(self, mark: str) -> None:
        """Write a mark into the run, to be settled with the spaces around it."""
        self.run.append(mark)
        self.run_length += 1

    def end_run(self, place: Place) -> None:
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
    words = _BETWEEN_WORDS.sub(_parted, words).replace(TOUCH, "")
    lines = ("\t".join(map(_plain, line.split(CELL))) for line in words.split(BREAK))
    return "\n".join(filter(None, map(str.strip, lines)))


def _parted(touch: re.Match[str]) -> str:
    """Return what parts the two words at a touch: nothing where the first is the initial of the second."""
    before, after = touch.string[max(0, touch.start() - 2) : touch.start()], touch.string[touch.end()]
    initial = before[-1].isupper() and not before[:-1].isalnum() and after.islower()
    return "" if initial else " "


def _hints(given: dict[str, str]) -> tuple[str, ...]:
    words = " ".join([given[name] for name in _NAMES if name in given])
    return tuple(words.lower().split()[:_MOST_WORDS])
