"""What the archive says: searches, briefs, changes, series, stories, histories, offices and news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.data import (
    Brief,
    Changes,
    CitedSentence,
    FigurePoint,
    Found,
    History,
    Memento,
    Moment,
    News,
    Offices,
    Series,
    Stories,
)
from onrecord.render import phrases, tenures, wording, words
from onrecord.render.markdown.layout import (
    cited,
    colophon,
    link,
    plain,
    quoted,
    searched,
    sources,
    titled,
    written,
)


def found(query: str, given: Found, as_of: Moment) -> str:
    """Write up what was found for a query, best first."""
    hits = [
        f"{number}. {quoted(each.memento, each.span.cut(each.memento.document.text))}"
        for number, each in enumerate(given.candidates, start=1)
    ]
    return written(
        f"# {plain(phrases.heading(query))}",
        f"What is on record as of **{phrases.day(as_of)}**. {plain(words.found(given, as_of))}",
        "\n".join(hits) or "Nothing was found, which is no denial.",
        *searched(given.search),
    )


def brief(given: Brief) -> str:
    """Write up a brief, every sentence of it with the numbers of its sources."""
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    day = f"**{phrases.day(given.as_of)}**{words.since(given)}"
    parts += [f"A brief as of {day}, {wording.made(given)}."]
    parts += [plain(told) for told in (words.covered(given), wording.tally(given)) if told]
    parts += titled(
        "In short", "\n".join(f"- **{words.told_on(given, each)}**: {cited(each)}" for each in given.takeaways)
    )
    parts += ["## What is on record"] if given.sections else []
    for number, section in enumerate(given.sections, start=1):
        told = words.dated(given, section)
        parts += [f"### {number} {plain(section.title)}"]
        parts += [f"**{mark}** {cited(each)}" if mark else cited(each) for mark, each in told]
    dated = (f"- **{phrases.days(each.time)}**: {cited(each.sentence)}" for each in given.timeline)
    parts += titled("In order of time", "\n".join(dated))
    parts += ["## Figures, as they were reported"] if given.figures else []
    for about, points in words.figure_series(given.figures):
        parts += [f"### {plain(about)}", _ledger((each, words.reporter(each)) for each in points)]
    parts += ["## Who says what"] if given.voices else []
    for voice in given.voices:
        said = (f"- **{words.told_on(given, each)}**: {cited(each)}" for each in voice.sentences)
        parts += [f"### {plain(phrases.heading(voice.speaker))}", "\n".join(said)]
    parts += [*_disputes("What is disputed", given), *_replacements(given), *_gaps(given)]
    parts += titled("Related stories", _listed(given.related))
    return written(*parts, *sources(given), *colophon(given.run))


def changes(given: Changes) -> str:
    """Write up what changed on a topic, every sentence of it with the numbers of its sources."""
    days = f"**{phrases.day(given.since)} – {phrases.day(given.as_of)}**"
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    parts += [f"What changed {days}, every sentence cut from a dated source.", plain(words.covered(given))]
    new = (f"- **{words.told_on(given, each)}**: {cited(each)}" for each in given.new)
    parts += titled("What is new", "\n".join(new))
    parts += [*_replacements(given), *_disputes("What is newly disputed", given), *_gaps(given)]
    return written(*parts, *sources(given), *colophon(given.run))


def series(given: Series) -> str:
    """Write up the series on a topic, every report of them with the number of its source."""
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    parts += [f"Figures and states on record as of **{phrases.day(given.as_of)}**{words.since(given)}."]
    parts += [plain(words.covered(given))]
    parts += ["" if given.figures or given.states else plain(words.NO_SERIES)]
    parts += ["## Figures, as they were reported"] if given.figures else []
    for figures in given.figures:
        told = ((each.point, words.observed(each)) for each in figures.observations)
        parts += [f"### {plain(words.counted(figures.points[0]))}", _ledger(told)]
    parts += ["## How things stood"] if given.states else []
    for number, each in enumerate(given.states, start=1):
        said = (
            f"- **{phrases.day(state.reported_at)}**: {cited(state.sentence)} ({plain(words.stood(state))})"
            for state in each.states
        )
        parts += [f"### {number}", "\n".join(said)]
    return written(*parts, *sources(given), *colophon(given.run))


def stories(given: Stories) -> str:
    """Write up the stories on a topic, the newest first."""
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    parts += [f"Stories on record as of **{phrases.day(given.as_of)}**{words.since(given)}."]
    parts += [plain(words.coverage(given.coverage, given.as_of))]
    for number, each in enumerate(given.stories, start=1):
        parts += [f"## {number} {plain(each.title)}", plain(words.told_by(each)), *map(_event, each.events)]
    return written(*parts, *colophon(given.run))


def history(given: History) -> str:
    """Write up how the verdict on a statement changed, with the words that changed it."""
    parts = [f"# {plain(given.statement.text)}", f"The verdict over time, as of **{phrases.day(given.as_of)}**."]
    parts += [plain(phrases.sentence(words.turns(given))), _verdicts(given)]
    for held, verdict in words.spells(given):
        counted = words.origins(verdict.origins, verdict.label)
        parts += [f"## {phrases.days(held)}: {verdict.label.words}"]
        parts += [plain(" ".join(filter(None, (counted and phrases.sentence(counted), words.ruling(verdict)))))]
        parts += [
            "\n".join(
                f"- **{words.stance(each, verdict.label)}:** {quoted(each.memento, each.quote)}"
                for each in words.gained(given, verdict)
            )
        ]
    return written(*parts, *colophon(given.run))


def _verdicts(given: History) -> str:
    spells = words.spells(given)
    told = ((held, one.label.words, words.origins(one.origins, one.label) or "") for held, one in spells)
    rows = (f"| {phrases.days(held)} | {label} | {plain(origins)} |" for held, label, origins in told)
    return "\n".join(("| days | verdict | origins |", "|---|---|---|", *rows))


def news(given: News) -> str:
    """Write up what there is to tell of the statements that are followed."""
    parts = [f"# What is followed, as of {phrases.day(given.as_of)}", words.looked(given)]
    for each in given.transitions:
        quotes = (
            f"- **{words.stance(one, each.after.label)}:** {quoted(one.memento, one.quote)}" for one in each.gained
        )
        parts += [f"## {words.turn(each)}", f"> {plain(each.after.statement.text)}"]
        parts += [plain(words.ruling(each.after)), "\n".join(quotes)]
    for update in given.updates:
        new = zip(update.new, update.sources, strict=True)
        parts += [
            f"## New on {plain(update.topic)}",
            "\n".join(f"- {quoted(one.memento, it.text)}" for it, one in new),
        ]
    return written(*parts)


def offices(given: Offices) -> str:
    """Write up who held an office when, in order of the first mention."""
    parts = [f"# {plain(phrases.heading(given.query))}"]
    parts += [f"Offices on record as of **{phrases.day(given.as_of)}**{words.since(given)}."]
    for number, each in enumerate(given.tenures, start=1):
        said = "\n".join(f"- {quoted(one.memento, tenures.mention(one))}" for one in tenures.ends(each))
        parts += [f"## {number} {plain(tenures.office(each))}", plain(tenures.told_of(each)), said]
    return written(*parts, *colophon(given.run))


def _attested(given: Brief | Changes, sentence: CitedSentence) -> str:
    return f"{cited(sentence)} ({plain(words.attested(given, sentence))})"


def _ledger(told: Iterable[tuple[FigurePoint, str]]) -> str:
    """Return a table of figures, each with who reported it."""
    rows = (
        f"| {phrases.day(each.reported_at)} | {plain(words.figure(each))} | {plain(by)} | {cited(each.sentence)} |"
        for each, by in told
    )
    return "\n".join(("| reported | figure | by | in these words |\n|---|---|---|---|", *rows))


def _disputes(title: str, given: Brief | Changes) -> Iterator[str]:
    yield from (f"## {title}",) if given.disputes else ()
    for dispute in given.disputes:
        yield f"### {plain(phrases.heading(dispute.about))}"
        yield "\n".join(f"- {_attested(given, each)}" for each in dispute.sides)


def _replacements(given: Brief | Changes) -> Iterator[str]:
    yield from ("## What was superseded",) if given.replacements else ()
    for each in given.replacements:
        yield f"### {plain(phrases.heading(each.about))}, replaced {phrases.day(each.replaced_at)}"
        yield f"- was: {_attested(given, each.before)}\n- now: {_attested(given, each.after)}"


def _gaps(given: Brief | Changes) -> list[str]:
    gaps = (f"- {plain(phrases.sentence(each.words))}" for each in given.gaps)
    return titled("What the archive does not say", "\n".join(gaps))


def _event(told: Sequence[Memento]) -> str:
    others = words.also(told)
    return f"{_listed(told[:1])}{f'; {plain(others)}' if others else ''}"


def _listed(mementos: Iterable[Memento]) -> str:
    return "\n".join(
        f"- {link(each.document.url, words.title(each.document))} ({plain(', '.join(words.imprint(each.document)))})"
        for each in mementos
    )
