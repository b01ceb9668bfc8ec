"""The few forms everything in a terminal is set in: lines, headings, and bodies hung beside a mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from onrecord.data import Document, Label, Memento, Run, Search
from onrecord.render import phrases, words
from onrecord.render.visible import address, line

MEASURE = 100
"""Columns of a result at most, however wide the terminal: longer lines do not read well."""

DAY = 18
"""Columns of a day, such as "17 September 2025"."""

_SOURCE = 16
"""Columns of the name of a source of the open web."""

LABEL_STYLES = {
    Label.SUPPORTED: "green",
    Label.REFUTED: "bold red",
    Label.CONFLICTING: "bold yellow",
    Label.SUPERSEDED: "bold blue",
    Label.NOT_ENOUGH_EVIDENCE: "bold",
    Label.NOT_CHECKED: "dim",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of one result, one below the other, without white space at the ends of lines."""

    parts: tuple[RenderableType, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Set the parts in the columns there are."""
        room = options.update(width=min(options.max_width, MEASURE))
        for row in console.render_lines(Group(*self.parts), room, pad=False):
            while row and not row[-1].text.strip():
                row.pop()
            yield from row[:-1]
            yield from (Segment(last.text.rstrip(), last.style) for last in row[-1:])
            yield Segment.line()


@dataclass(frozen=True, slots=True)
class Hung:
    """A body with a mark before its first line, and as much room, or a bar, before the others."""

    mark: str
    body: RenderableType
    style: str = ""
    bar: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Set the body in the columns that the mark leaves."""
        indent = cell_len(self.mark)
        room = options.update(width=max(options.max_width - indent, 20))
        style = console.get_style(self.style)
        before = self.mark
        for row in console.render_lines(self.body, room, pad=False):
            yield Segment(before, style)
            yield from row
            yield Segment.line()
            before = self.bar or " " * indent


def sheet(*parts: RenderableType) -> RenderableType:
    """Return the parts of one result, one below the other."""
    return Sheet(parts)


def text(phrase: str, style: str = "") -> Text:
    """Return a phrase as one line, to be wrapped where it must."""
    return Text(line(phrase), style=style)


def joined(*pieces: Text) -> Text:
    """Return pieces of one line with spaces between them."""
    return Text(" ").join(piece for piece in pieces if piece)


def blank() -> Text:
    """Return an empty line."""
    return Text()


def spaced(parts: Iterable[RenderableType]) -> Iterator[RenderableType]:
    """Return parts with an empty line between them."""
    for place, part in enumerate(parts):
        if place:
            yield blank()
        yield part


def masthead(asked: str) -> Iterator[RenderableType]:
    """Say whose work this is and what was asked."""
    yield joined(text("onrecord", "bold"), text(f"· {asked}"))
    yield Rule(characters="═", style="none")


def heading(title: str) -> Iterator[RenderableType]:
    """Return the heading of a part."""
    yield blank()
    yield Rule(Text(title, style="bold"), align="left", style="dim")
    yield blank()


def numbered(number: int, *body: RenderableType) -> RenderableType:
    """Return a numbered item of a list."""
    return Hung(f"{number:>3}  ", Group(*body), style="bold")


def link(url: str | None) -> Text | None:
    """Return an address to follow, where the terminal lets people; one that may not be followed is only shown."""
    if not url:
        return None
    href = address(url)
    return Text(line(url), style=Style(dim=True, link=href) if href else "dim")


def titled(page: Document, left: str | None = None) -> Iterator[RenderableType]:
    """Say what a page is called, who published it, when and where; ``left`` is what belongs to it of its text."""
    yield text(words.whole_title(page, left), "bold")
    yield text(" · ".join(words.imprint(page)), "dim")
    if href := link(page.url):
        yield href


def named(source: Memento, besides: str | None = None) -> RenderableType:
    """Return what a source is called, who published it, when and where, as an item of a list, with what else to say."""
    imprint = text(" · ".join(words.imprint(source.document)), "dim")
    below = text(besides, "dim") if besides else None
    told = (text(words.title(source.document)), imprint, link(source.document.url), below)
    return Hung(" •  ", Group(*filter(None, told)))


def quoted(source: Memento, quote: str, standing: str = "", *, before: int | None = None) -> RenderableType:
    """Return a quote with what it says to the matter, who published it, when and where.

    Where ``before`` is the number of a source that is the same document, that is said in place of its title and origin.
    """
    titles = [source.document.title, words.origin(source)] if not source.own else []
    titles = [f"the same document as {before}"] if before else titles
    imprint = " · ".join([", ".join(words.credit(source)), *filter(None, titles)])
    opening = text(f"{standing}:" if standing else "", "bold")
    below = [
        Hung("  ", part) for part in (text(imprint, "dim"), None if source.own else link(source.document.url)) if part
    ]
    return Group(joined(opening, text(f"“{line(quote)}”")), *below)


def colophon(run: Run) -> Iterator[RenderableType]:
    """Say what a result was made from."""
    yield from heading("How this was made")
    yield pair("as of", text(f"{phrases.day(run.as_of)}; nothing published later was read"))
    yield pair("archive", text(f"revision {run.archive_revision}"))
    yield pair("program", text(f"onrecord {run.version}"))
    for model in run.models:
        yield pair("model", text(f"{model.name} {model.digest[:12]}"))
    for name, value in run.settings:
        yield pair("setting", text(f"{name} = {value}"))


def pair(name: str, body: RenderableType, width: int = 12) -> RenderableType:
    """Return a name and, beside it, what it stands for."""
    return Hung(f"{line(name):<{width}}  ", body, style="dim")


def searched(given: Search | None) -> Iterator[RenderableType]:
    """Say what the open web was asked before, a line for each source; nothing where it was not asked."""
    if given is None:
        return
    yield from heading("Asked of the open web")
    for name, told, url in words.searched(given):
        yield pair(name, Group(*filter(None, (text(told), link(url)))), _SOURCE)
