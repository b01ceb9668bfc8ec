"""A brief, changes and series in a terminal: sentences with the numbers of the sources they are cut from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.data import Brief, Changes, Citation, CitedSentence, FigurePoint, Series
from onrecord.render import phrases, wording, words
from onrecord.render.terminal.layout import (
    DAY,
    Hung,
    blank,
    colophon,
    heading,
    joined,
    masthead,
    named,
    numbered,
    pair,
    quoted,
    sheet,
    spaced,
    text,
)


def brief(given: Brief) -> RenderableType:
    """Lay out a brief, every sentence of it with the numbers of its sources."""
    parts: dict[str, Sequence[RenderableType]] = {
        "In short": list(_told(given, given.takeaways)),
        "What is on record": list(spaced(_sections(given))),
        "In order of time": [pair(phrases.days(each.time), _cited(each.sentence), DAY + 5) for each in given.timeline],
        "Figures, as they were reported": list(_figures(given)),
        "Who says what": list(_voices(given)),
        "What is disputed": list(_disputes(given)),
        "What was superseded": list(_replacements(given)),
        "What the archive does not say": list(_gaps(given)),
        "Related stories": list(map(named, given.related)),
        "Sources": _sources(given),
    }
    day = f"{phrases.day(given.as_of)}{words.since(given)}"
    return _parts(given, f"A brief as of {day}, {wording.made(given)}", parts, wording.tally(given))


def changes(given: Changes) -> RenderableType:
    """Lay out what changed on a topic, every sentence with the numbers of its sources."""
    parts: dict[str, Sequence[RenderableType]] = {
        "What is new": list(_told(given, given.new)),
        "What was superseded": list(_replacements(given)),
        "What is newly disputed": list(_disputes(given)),
        "What the archive does not say": list(_gaps(given)),
        "Sources": _sources(given),
    }
    days = f"{phrases.day(given.since)} – {phrases.day(given.as_of)}"
    return _parts(given, f"What changed {days}, every sentence cut from a dated source", parts)


def series(given: Series) -> RenderableType:
    """Lay out the series on a topic, every report of them with the number of its source."""
    parts: dict[str, Sequence[RenderableType]] = {
        "Figures, as they were reported": list(_observations(given)),
        "How things stood": list(spaced(_states(given))),
        "Sources": _sources(given),
    }
    asked = f"Figures and states on record as of {phrases.day(given.as_of)}{words.since(given)}"
    return _parts(given, asked, parts, "" if given.figures or given.states else words.NO_SERIES)


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


def _cited(sentence: CitedSentence) -> Text:
    runs = (said if cut else f"{wording.OPENING}{said}{wording.CLOSING}" for said, cut in wording.told(sentence))
    reworded = text("(reworded)" if sentence.reworded else "", "dim")
    numbers = text("".join(f"[{number}]" for number in sentence.citations), "bold")
    return joined(text("".join(runs)), reworded, numbers)


def _told(given: Brief | Changes, sentences: Sequence[CitedSentence]) -> Iterator[RenderableType]:
    return (pair(words.told_on(given, each), _cited(each), DAY + 5) for each in sentences)


def _sections(given: Brief) -> Iterator[RenderableType]:
    for number, section in enumerate(given.sections, start=1):
        told = (pair(mark, _cited(each), DAY) for mark, each in words.dated(given, section))
        yield numbered(number, text(section.title, "bold"), *told)


def _figures(given: Brief) -> Iterator[RenderableType]:
    for about, points in words.figure_series(given.figures):
        yield text(about, "bold")
        yield from _ledger((each, words.reporter(each)) for each in points)


def _ledger(reported: Iterable[tuple[FigurePoint, str]]) -> Iterator[RenderableType]:
    """Return figures with who reported them, all beside the longest of their days."""
    told = [(phrases.day(point.reported_at), point, by) for point, by in reported]
    width = max(DAY + 5, *(len(day) for day, _, _ in told))
    for day, point, by in told:
        value = joined(text(words.figure(point), "bold"), text(f"· {by}"))
        yield pair(day, Group(value, _cited(point.sentence)), width)


def _observations(given: Series) -> Iterator[RenderableType]:
    for figures in given.figures:
        yield text(words.counted(figures.points[0]), "bold")
        yield from _ledger((each.point, words.observed(each)) for each in figures.observations)


def _states(given: Series) -> Iterator[RenderableType]:
    for number, each in enumerate(given.states, start=1):
        told = (
            pair(
                phrases.day(state.reported_at),
                Group(_cited(state.sentence), text(words.stood(state), "dim")),
                DAY,
            )
            for state in each.states
        )
        yield numbered(number, *told)


def _voices(given: Brief) -> Iterator[RenderableType]:
    for voice in given.voices:
        yield text(phrases.heading(voice.speaker), "bold")
        yield from _told(given, voice.sentences)


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


def _gaps(given: Brief | Changes) -> Iterator[RenderableType]:
    return (Hung(" •  ", text(phrases.sentence(each.words))) for each in given.gaps)


def _sources(given: Brief | Changes | Series) -> list[RenderableType]:
    before = words.cited_before(given)
    listed = [_source(each, before.get(each.number)) for each in given.citations]
    silent = words.rights_unstated(given)
    return [*listed, blank(), text(silent, "dim")] if silent else listed


def _source(each: Citation, before: int | None) -> RenderableType:
    source = each.evidence.memento
    rights = None if before else words.rights(source.document)
    stated = [Hung("  ", text(rights, "dim"))] if rights else []
    return numbered(each.number, quoted(source, each.evidence.quote, before=before), *stated)
