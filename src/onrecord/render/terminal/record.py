"""The record in a terminal: what was found, a brief, a document, what an archive holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.data import Brief, CitedSentence, Document, Found, Moment, Stats
from onrecord.render import phrases, words
from onrecord.render.terminal.layout import (
    Hung,
    blank,
    colophon,
    heading,
    joined,
    masthead,
    numbered,
    pair,
    quoted,
    sheet,
    spaced,
    text,
    titled,
)
from onrecord.render.visible import set_lines

_DAY = 18  # columns of a day, such as "17 September 2025"


def found(query: str, given: Found, as_of: Moment) -> RenderableType:
    """Lay out what was found for a query, best first."""
    hits: list[RenderableType] = [
        numbered(number, quoted(each.memento, each.span.cut(each.memento.document.text)))
        for number, each in enumerate(given.candidates, start=1)
    ]
    return sheet(
        *masthead(f"What is on record as of {phrases.day(as_of)}"),
        text(phrases.heading(query), "bold"),
        text(words.found(given, as_of), "dim"),
        blank(),
        *spaced(hits or [text("Nothing was found, which is no denial.")]),
    )


def brief(given: Brief) -> RenderableType:
    """Lay out a brief, every sentence of it with the numbers of its sources."""
    parts: dict[str, Sequence[RenderableType]] = {
        "In short": [Hung(" •  ", _cited(each)) for each in given.takeaways],
        "What is on record": list(spaced(_sections(given))),
        "In order of time": [pair(phrases.days(each.time), _cited(each.sentence), _DAY + 5) for each in given.timeline],
        "Figures, as they were reported": list(_figures(given)),
        "What is disputed": list(_disputes(given)),
        "What the archive does not say": [Hung(" •  ", text(phrases.sentence(each.words))) for each in given.gaps],
        "Sources": [
            numbered(each.number, quoted(each.evidence.memento, each.evidence.quote)) for each in given.citations
        ],
    }
    return sheet(
        *masthead(f"A brief as of {phrases.day(given.as_of)}, every sentence cut from a dated source"),
        text(phrases.heading(given.topic), "bold"),
        text(words.covered(given), "dim"),
        *(piece for title, body in parts.items() if body for piece in (*heading(title), *body)),
        *colophon(given.run),
    )


def document(given: Document) -> RenderableType:
    """Lay out a document with its whole text."""
    named = f"id {given.id}" + (f" · language {given.language}" if given.language else "")
    named += " · a part of its text only" if given.partial else ""
    return sheet(*titled(given), text(named, "dim"), blank(), Text(set_lines(given.text)))


def stats(given: Stats) -> RenderableType:
    """Lay out what an archive holds."""
    undated = f", {given.undated:,} of them without a date and never read as evidence" if given.undated else ""
    first, last = given.first, given.last
    dated = f"{phrases.day(first)} to {phrases.day(last)}" if first and last else "nothing dated"
    return sheet(
        pair("documents", text(f"{given.documents:,}{undated}")),
        pair("passages", text(f"{given.passages:,}")),
        pair("origins", text(f"{given.origins:,}")),
        pair("published", text(dated)),
        pair("revision", text(given.revision)),
        pair("size", text(f"{given.bytes:,} bytes")),
    )


# Parts of a brief ------------------------------------------------------------------------------


def _cited(sentence: CitedSentence) -> Text:
    return joined(text(sentence.text), text("".join(f"[{number}]" for number in sentence.citations), "bold"))


def _sections(given: Brief) -> Iterator[RenderableType]:
    for number, section in enumerate(given.sections, start=1):
        told = (pair(mark, _cited(each), _DAY) for mark, each in words.dated(given, section))
        yield numbered(number, text(section.title, "bold"), *told)


def _figures(given: Brief) -> Iterator[RenderableType]:
    for about, points in words.figure_series(given.figures):
        yield text(about, "bold")
        for each in points:
            value = joined(text(words.figure(each), "bold"), text(f"· {each.source or 'source unknown'}"))
            yield pair(phrases.day(each.reported_at), Group(value, _cited(each.sentence)), _DAY + 5)


def _disputes(given: Brief) -> Iterator[RenderableType]:
    for dispute in given.disputes:
        yield text(phrases.heading(dispute.about), "bold")
        yield from (Hung(" ·  ", _cited(each)) for each in dispute.sides)
