"""The record in a terminal: what was found, a brief, a document, what an archive holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.data import (
    Brief,
    Changes,
    CitedSentence,
    Document,
    FigurePoint,
    Found,
    History,
    Interval,
    Label,
    Memento,
    Moment,
    News,
    Offices,
    Series,
    Stats,
    Stories,
    Verdict,
)
from onrecord.render import phrases, tenures, wording, words
from onrecord.render.terminal.layout import (
    LABEL_STYLES,
    Hung,
    blank,
    colophon,
    heading,
    joined,
    link,
    masthead,
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

_STRIP = 72  # columns of the days from the first verdict to the last, where the labels leave them
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
        *searched(given.search),
    )


def brief(given: Brief) -> RenderableType:
    """Lay out a brief, every sentence of it with the numbers of its sources."""
    parts: dict[str, Sequence[RenderableType]] = {
        "In short": [pair(words.told_on(given, each), _cited(each), _DAY + 5) for each in given.takeaways],
        "What is on record": list(spaced(_sections(given))),
        "In order of time": [pair(phrases.days(each.time), _cited(each.sentence), _DAY + 5) for each in given.timeline],
        "Figures, as they were reported": list(_figures(given)),
        "Who says what": list(_voices(given)),
        "What is disputed": list(_disputes(given)),
        "What was superseded": list(_replacements(given)),
        "What the archive does not say": [Hung(" •  ", text(phrases.sentence(each.words))) for each in given.gaps],
        "Related stories": list(_related(given)),
        "Sources": _sources(given),
    }
    day = f"{phrases.day(given.as_of)}{words.since(given)}"
    return _parts(given, f"A brief as of {day}, {wording.made(given)}", parts, wording.tally(given))


def changes(given: Changes) -> RenderableType:
    """Lay out what changed on a topic, every sentence with the numbers of its sources."""
    parts: dict[str, Sequence[RenderableType]] = {
        "What is new": [pair(words.told_on(given, each), _cited(each), _DAY + 5) for each in given.new],
        "What was superseded": list(_replacements(given)),
        "What is newly disputed": list(_disputes(given)),
        "What the archive does not say": [Hung(" •  ", text(phrases.sentence(each.words))) for each in given.gaps],
        "Sources": _sources(given),
    }
    days = f"{phrases.day(given.since)} – {phrases.day(given.as_of)}"
    return _parts(given, f"What changed {days}, every sentence cut from a dated source", parts)


def _parts(
    given: Brief | Changes | Series, asked: str, parts: dict[str, Sequence[RenderableType]], note: str = ""
) -> RenderableType:
    return sheet(
        *masthead(asked),
        text(phrases.heading(given.topic), "bold"),
        *(text(told, "dim") for told in (words.covered(given), note) if told),
        *(piece for title, body in parts.items() if body for piece in (*heading(title), *body)),
        *colophon(given.run),
    )


def series(given: Series) -> RenderableType:
    """Lay out the series on a topic, every report of them with the number of its source."""
    parts: dict[str, Sequence[RenderableType]] = {
        "Figures, as they were reported": list(_observations(given)),
        "How things stood": list(spaced(_states(given))),
        "Sources": _sources(given),
    }
    asked = f"Figures and states on record as of {phrases.day(given.as_of)}{words.since(given)}"
    return _parts(given, asked, parts, "" if given.figures or given.states else words.NO_SERIES)


def stories(given: Stories) -> RenderableType:
    """Lay out the stories on a topic, the newest first."""
    told = [
        numbered(
            number,
            text(each.title, "bold"),
            text(words.told_by(each), "dim"),
            *(_named(memento) for memento in each.mementos),
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
    strip = Text.assemble(*((mark, LABEL_STYLES[label]) for label, mark in _strip(spells)))
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
            2 * _DAY,
        )
        for held, verdict in spells
    ]
    return sheet(
        *masthead(f"The verdict over time, as of {phrases.day(given.as_of)}"),
        text(given.statement.text, "bold"),
        text(phrases.sentence(words.turns(given)), "dim"),
        blank(),
        strip,
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


def _strip(spells: Sequence[tuple[Interval, Verdict]]) -> Iterator[tuple[Label, str]]:
    """Draw how long each verdict held: its letter, and a line as long as its share of the days."""
    days = (spells[-1][0].end - spells[0][0].start).days + 1
    for held, verdict in spells:
        share = ((held.end - held.start).days + 1) / days
        label = words.label(verdict.label)
        yield verdict.label, f"{label} ".ljust(max(len(label) + 1, round(share * _STRIP)), "─")


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
    runs = (said if cut else f"{wording.OPENING}{said}{wording.CLOSING}" for said, cut in wording.told(sentence))
    reworded = text("(reworded)" if sentence.reworded else "", "dim")
    numbers = text("".join(f"[{number}]" for number in sentence.citations), "bold")
    return joined(text("".join(runs)), reworded, numbers)


def _sections(given: Brief) -> Iterator[RenderableType]:
    for number, section in enumerate(given.sections, start=1):
        told = (pair(mark, _cited(each), _DAY) for mark, each in words.dated(given, section))
        yield numbered(number, text(section.title, "bold"), *told)


def _figures(given: Brief) -> Iterator[RenderableType]:
    for about, points in words.figure_series(given.figures):
        yield text(about, "bold")
        yield from (_figure(each, words.reporter(each)) for each in points)


def _figure(point: FigurePoint, by: str) -> RenderableType:
    value = joined(text(words.figure(point), "bold"), text(f"· {by}"))
    return pair(phrases.day(point.reported_at), Group(value, _cited(point.sentence)), _DAY + 5)


def _observations(given: Series) -> Iterator[RenderableType]:
    for figures in given.figures:
        yield text(words.counted(figures.points[0]), "bold")
        yield from (_figure(each.point, words.observed(each)) for each in figures.observations)


def _states(given: Series) -> Iterator[RenderableType]:
    for number, each in enumerate(given.states, start=1):
        told = (
            pair(
                phrases.day(state.reported_at),
                Group(_cited(state.sentence), text(words.stood(state), "dim")),
                _DAY,
            )
            for state in each.states
        )
        yield numbered(number, *told)


def _voices(given: Brief) -> Iterator[RenderableType]:
    for voice in given.voices:
        yield text(phrases.heading(voice.speaker), "bold")
        yield from (pair(words.told_on(given, each), _cited(each), _DAY + 5) for each in voice.sentences)


def _disputes(given: Brief | Changes) -> Iterator[RenderableType]:
    for dispute in given.disputes:
        yield text(phrases.heading(dispute.about), "bold")
        for each in dispute.sides:
            yield Hung(" ·  ", Group(_cited(each), text(words.attested(given, each), "dim")))


def _replacements(given: Brief | Changes) -> Iterator[RenderableType]:
    for each in given.replacements:
        yield text(f"{phrases.heading(each.about)}, replaced {phrases.day(each.replaced_at)}", "bold")
        for said, sentence in (("was", each.before), ("now", each.after)):
            yield pair(said, Group(_cited(sentence), text(words.attested(given, sentence), "dim")), 4)


def _related(given: Brief) -> Iterator[RenderableType]:
    yield from map(_named, given.related)


def _named(memento: Memento) -> RenderableType:
    imprint = text(" · ".join(words.imprint(memento.document)), "dim")
    told = (text(words.title(memento.document)), imprint, link(memento.document.url))
    return Hung(" •  ", Group(*filter(None, told)))


def _sources(given: Brief | Changes | Series) -> list[RenderableType]:
    return [numbered(each.number, quoted(each.evidence.memento, each.evidence.quote)) for each in given.citations]
