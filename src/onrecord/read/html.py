"""An HTML page to text and raw blocks: everything a reader could see, in order, each run with its element."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from lxml import etree, html

from onrecord.data import RawBlock, Span

_SKIPPED = frozenset(
    "script style template svg math iframe object canvas noscript head select option video audio".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary "
    "table tbody td tfoot th thead time title tr ul".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_HINTED = ("class", "id", "role", "itemprop", "data-component", "data-testid", "aria-label")
_MOST_HINTS = 24
_GAP = "\n\n"


def parse(text: str) -> html.HtmlElement:
    """Parse a page as browsers do, broken markup and any depth included."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)


@dataclass(slots=True)
class _Writer:
    """Gathers runs of text; a run ends where a block begins or ends."""

    parts: list[str] = field(default_factory=list)
    blocks: list[RawBlock] = field(default_factory=list)
    length: int = 0
    run: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, words: str | None, *, linked: bool) -> None:
        if words:
            self.run.append(words)
            if linked:
                self.linked += len(_SPACE.sub(" ", words).strip())

    def end_run(self, path: str, hints: tuple[str, ...]) -> None:
        words = "\n".join(filter(None, (_SPACE.sub(" ", line).strip() for line in "".join(self.run).split("\v"))))
        if words:
            if self.parts:
                self.parts.append(_GAP)
                self.length += len(_GAP)
            span = Span(start=self.length, end=self.length + len(words))
            share = min(1.0, self.linked / len(words))
            self.blocks.append(RawBlock(span=span, element=path, hints=hints, link_share=share))
            self.parts.append(words)
            self.length += len(words)
        self.run.clear()
        self.linked = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: the nearest block's path and hints, and whether inside a link."""

    path: str
    hints: tuple[str, ...]
    linked: bool


def blocks_of(root: html.HtmlElement) -> tuple[str, tuple[RawBlock, ...]]:
    """Return a page's text and raw blocks. ``<br>`` is a line break inside a block; blocks stand two apart."""
    writer = _Writer()
    body = root.find("body") if root.tag == "html" else root
    start = _Place("html", (), False)
    # A stack instead of recursion: pages nest thousands of elements.
    stack: list[tuple[html.HtmlElement, _Place, bool]] = [(body if body is not None else root, start, False)]
    counts: dict[html.HtmlElement | None, dict[str, int]] = {}
    while stack:
        element, place, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        outer = place
        if leaving:
            if tag in _BLOCKS:
                inner = _inside(element, tag, place, counts)
                writer.end_run(inner.path, inner.hints)
            writer.add(element.tail, linked=outer.linked)
            continue
        if not tag or tag in _SKIPPED or _hidden(element):
            writer.add(element.tail, linked=outer.linked)
            continue
        if tag == "br":
            writer.add("\v", linked=False)
            writer.add(element.tail, linked=outer.linked)
            continue
        inner = outer
        if tag in _BLOCKS:
            writer.end_run(outer.path, outer.hints)
            inner = _inside(element, tag, outer, counts)
        elif tag == "a":
            inner = _Place(outer.path, (*_hints(element), *outer.hints)[:_MOST_HINTS], True)
        stack.append((element, outer, True))
        writer.add(element.text, linked=inner.linked)
        stack.extend((child, inner, False) for child in reversed(element))
    writer.end_run(start.path, start.hints)
    return "".join(writer.parts), tuple(writer.blocks)


def _inside(element: html.HtmlElement, tag: str, outer: _Place, counts: dict) -> _Place:  # type: ignore[type-arg]
    """Return the place inside a block; the number tells it from its like-named siblings."""
    siblings = counts.setdefault(element.getparent(), {})
    key = f"{tag}#{id(element)}"
    if key not in siblings:
        siblings[tag] = siblings.get(tag, 0) + 1
        siblings[key] = siblings[tag]
    path = f"{outer.path}/{tag}[{siblings[key]}]"
    return _Place(path, (*_hints(element), *outer.hints)[:_MOST_HINTS], outer.linked)


def _hints(element: html.HtmlElement) -> tuple[str, ...]:
    words = " ".join(value for name in _HINTED if (value := element.get(name)))
    return tuple(words.lower().split()[:8])


def _hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>", re.IGNORECASE | re.DOTALL)


def bare_text(text: str) -> str:
    """Return a page without its tags; for markup so deep that the parser gives up on it (about 2,000 levels)."""
    return unescape(_TAG.sub("\n", text))


ParserError = etree.ParserError
