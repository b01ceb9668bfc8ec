"""The record in a terminal: what was found, stories, what changed over time, a document, what an archive holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.data import (
    Document,
    Found,
    History,
    Interval,
    Moment,
    News,
    Offices,
    Stats,
    Stories,
    Verdict,
)
from onrecord.render import phrases, tenures, words
from onrecord.render.terminal.layout import (
    DAY,
    LABEL_STYLES,
    blank,
    colophon,
    joined,
    masthead,
    named,
    numbered,
    pair,
    quoted,
    searched,
    sheet,
    spaced,
    text,
    titled,
)
from onrecord.render.visible import set_lines

_LANE = 48  # columns of the days from the first verdict to the last, beside the longest label on a screen of 80


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
        *searched(given.search),
    )


def stories(given: Stories) -> RenderableType:
    """Lay out the stories on a topic, the newest first."""
    told = [
        numbered(
            number,
            text(each.title, "bold"),
            text(words.told_by(each), "dim"),
            *(named(event[0], words.also(event)) for event in each.events),
        )
        for number, each in enumerate(given.stories, start=1)
    ]
    return sheet(
        *masthead(f"Stories on record as of {phrases.day(given.as_of)}{words.since(given)}"),
        text(phrases.heading(given.topic), "bold"),
        text(words.coverage(given.coverage, given.as_of), "dim"),
        blank(),
        *spaced(told or [text("No story was found, which is no denial.")]),
        *colophon(given.run),
    )


def history(given: History) -> RenderableType:
    """Lay out how the verdict on a statement changed, with the words that changed it."""
    spells = words.spells(given)
    told = [
        pair(
            phrases.days(held),
            Group(
                joined(
                    text(verdict.label.words, LABEL_STYLES[verdict.label]),
                    text(words.origins(verdict.origins, verdict.label) or "", "dim"),
                ),
                text(words.ruling(verdict)),
                *(
                    quoted(each.memento, each.quote, words.stance(each, verdict.label))
                    for each in words.gained(given, verdict)
                ),
            ),
            2 * DAY,
        )
        for held, verdict in spells
    ]
    return sheet(
        *masthead(f"The verdict over time, as of {phrases.day(given.as_of)}"),
        text(given.statement.text, "bold"),
        text(phrases.sentence(words.turns(given)), "dim"),
        blank(),
        *_lanes(spells),
        blank(),
        *spaced(told),
        *colophon(given.run),
    )


def news(given: News) -> RenderableType:
    """Lay out what there is to tell of the statements that are followed."""
    told = [
        Group(
            joined(text(words.turn(each), "bold"), text(phrases.day(each.at), "dim")),
            text(each.after.statement.text),
            text(words.ruling(each.after)),
            *(quoted(one.memento, one.quote, words.stance(one, each.after.label)) for one in each.gained),
        )
        for each in given.transitions
    ]
    told += [
        Group(
            joined(text(f"New on {each.topic}", "bold"), text(phrases.day(each.at), "dim")),
            *(quoted(source.memento, one.text) for one, source in zip(each.new, each.sources, strict=True)),
        )
        for each in given.updates
    ]
    return sheet(
        *masthead(f"What is followed, as of {phrases.day(given.as_of)}"),
        text(words.looked(given), "dim"),
        blank(),
        *spaced(told or [text("Nothing to tell.")]),
    )


def _lanes(spells: Sequence[tuple[Interval, Verdict]]) -> Iterator[Text]:
    """Draw when each verdict held: a line for each label, the days from left to right, none too short to be seen."""
    first, last = spells[0][0].start, spells[-1][0].end
    days = (last - first).days + 1
    widest = max(len(words.label(verdict.label)) for _, verdict in spells) + 2
    for label in dict.fromkeys(verdict.label for _, verdict in spells):
        marks = [" "] * _LANE
        for held in (held for held, verdict in spells if verdict.label is label):
            begin = (held.start - first).days * _LANE // days
            end = max(begin + 1, ((held.end - first).days + 1) * _LANE // days)
            marks[begin:end] = "━" * (end - begin)
        drawn = Text.assemble(words.label(label).ljust(widest), "".join(marks).rstrip(), style=LABEL_STYLES[label])
        drawn.no_wrap, drawn.overflow = True, "crop"
        yield drawn
    begins, ends = phrases.day(first), phrases.day(last)
    if days > 1:
        yield Text(" " * widest + begins + ends.rjust(_LANE - len(begins)), style="dim", no_wrap=True)


def offices(given: Offices) -> RenderableType:
    """Lay out who held an office when, in order of the first mention."""
    told = [
        numbered(
            number,
            text(tenures.office(each), "bold"),
            text(tenures.told_of(each), "dim"),
            *(quoted(one.memento, tenures.mention(one)) for one in tenures.ends(each)),
        )
        for number, each in enumerate(given.tenures, start=1)
    ]
    return sheet(
        *masthead(f"Offices on record as of {phrases.day(given.as_of)}{words.since(given)}"),
        text(phrases.heading(given.query), "bold"),
        blank(),
        *spaced(told or [text("Nobody was found in it, which is no denial.")]),
        *colophon(given.run),
    )


def document(given: Document) -> RenderableType:
    """Lay out a document with its whole text."""
    named = f"id {given.id}" + (f" · language {given.language}" if given.language else "")
    named += " · a part of its text only" if given.partial else ""
    about = filter(None, (named, f"rights: {given.rights}" if given.rights else None))
    return sheet(*titled(given), *(text(each, "dim") for each in about), blank(), Text(set_lines(given.text)))


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
