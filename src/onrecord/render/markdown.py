"""Markdown (CommonMark with the strikethrough and tables of GitHub), in which nothing that was read is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.data import (
    BlockKind,
    Brief,
    Changes,
    CitedSentence,
    Document,
    FigurePoint,
    Found,
    History,
    Memento,
    Moment,
    News,
    Note,
    Offices,
    Reference,
    Report,
    Restoration,
    Run,
    Search,
    Series,
    Statement,
    Stories,
    Verdict,
)
from onrecord.render import phrases, references, tenures, wording, words
from onrecord.render.cases import Case, Ruling, cases, rulings, tally
from onrecord.render.column import Cut, Row, column, gap_after
from onrecord.render.column import Run as Stretch
from onrecord.render.noted import Noted, noted
from onrecord.render.visible import address, flowing, line, set_lines

# What CommonMark 0.31 and GitHub read as markup inside a line, and at the beginning of one.
_INLINE = re.compile(r"[\\`*_\[\]<>~|&#$]")
_OPENING = re.compile(r"^(\s*)([-+=])|^(\s*\d+)([.)])(?=\s|$)")


def report(given: Report, notes: Iterable[Note] = ()) -> str:
    """Write up a checked page, with what people say of its statements."""
    people = noted(notes)
    page = given.restoration
    told = cases(page, given.verdicts)
    parts = [*_head(page), f"Checked against the record as of **{phrases.day(given.run.as_of)}**."]
    parts += [*_removals(page), *_tally(told)]
    parts += [f"> **Note:** {plain(phrases.sentence(notice.words))}" for notice in given.notices]
    parts += ["## The text", *_column(page, given.verdicts)]
    parts += ["## Statement by statement"] if told else []
    for each in rulings(told):
        parts += (
            _together(each, page.document, people)
            if len(each.cases) > 1
            else _case(each.cases[0], page.document, people)
        )
    parts += _part("What it cites", "\n".join(_reference(each, page.document) for each in given.references))
    parts += _searched(given.search)
    return _written(*parts, *_colophon(given.run))


def restoration(given: Restoration) -> str:
    """Write up a page with what does not belong to it struck out."""
    return _written(*_head(given), *_removals(given), "## The text", *_column(given, ()))


def statements(given: Iterable[Statement]) -> str:
    """Write up what a page states."""
    rows = [
        f"{number}. {plain(each.text)} ({plain(', '.join((words.kind(each.kind), *words.about(each))))})"
        for number, each in enumerate(given, start=1)
    ]
    return _written("\n".join(rows) or "No statement was found.")


def found(query: str, given: Found, as_of: Moment) -> str:
    """Write up what was found for a query, best first."""
    hits = [
        f"{number}. {_quoted(each.memento, each.span.cut(each.memento.document.text))}"
        for number, each in enumerate(given.candidates, start=1)
    ]
    return _written(
        f"# {plain(phrases.heading(query))}",
        f"What is on record as of **{phrases.day(as_of)}**. {plain(words.found(given, as_of))}",
        "\n".join(hits) or "Nothing was found, which is no denial.",
        *_searched(given.search),
    )


def brief(given: Brief) -> str:
    """Write up a brief, every sentence of it with the numbers of its sources."""
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    day = f"**{phrases.day(given.as_of)}**{words.since(given)}"
    parts += [f"A brief as of {day}, {wording.made(given)}."]
    parts += [plain(told) for told in (words.covered(given), wording.tally(given)) if told]
    parts += _part(
        "In short", "\n".join(f"- **{words.told_on(given, each)}**: {_cited(each)}" for each in given.takeaways)
    )
    parts += ["## What is on record"] if given.sections else []
    for number, section in enumerate(given.sections, start=1):
        told = words.dated(given, section)
        parts += [f"### {number} {plain(section.title)}"]
        parts += [f"**{mark}** {_cited(each)}" if mark else _cited(each) for mark, each in told]
    dated = (f"- **{phrases.days(each.time)}**: {_cited(each.sentence)}" for each in given.timeline)
    parts += _part("In order of time", "\n".join(dated))
    parts += ["## Figures, as they were reported"] if given.figures else []
    for about, points in words.figure_series(given.figures):
        parts += [f"### {plain(about)}", _ledger((each, words.reporter(each)) for each in points)]
    parts += ["## Who says what"] if given.voices else []
    for voice in given.voices:
        said = (f"- **{words.told_on(given, each)}**: {_cited(each)}" for each in voice.sentences)
        parts += [f"### {plain(phrases.heading(voice.speaker))}", "\n".join(said)]
    parts += [*_disputes("What is disputed", given), *_replacements(given), *_gaps(given)]
    parts += _part("Related stories", _listed(given.related))
    return _written(*parts, *_sources(given), *_colophon(given.run))


def changes(given: Changes) -> str:
    """Write up what changed on a topic, every sentence of it with the numbers of its sources."""
    days = f"**{phrases.day(given.since)} – {phrases.day(given.as_of)}**"
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    parts += [f"What changed {days}, every sentence cut from a dated source.", plain(words.covered(given))]
    new = (f"- **{words.told_on(given, each)}**: {_cited(each)}" for each in given.new)
    parts += _part("What is new", "\n".join(new))
    parts += [*_replacements(given), *_disputes("What is newly disputed", given), *_gaps(given)]
    return _written(*parts, *_sources(given), *_colophon(given.run))


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
            f"- **{phrases.day(state.reported_at)}**: {_cited(state.sentence)} ({plain(words.stood(state))})"
            for state in each.states
        )
        parts += [f"### {number}", "\n".join(said)]
    return _written(*parts, *_sources(given), *_colophon(given.run))


def stories(given: Stories) -> str:
    """Write up the stories on a topic, the newest first."""
    parts = [f"# {plain(phrases.heading(given.topic))}"]
    parts += [f"Stories on record as of **{phrases.day(given.as_of)}**{words.since(given)}."]
    parts += [plain(words.coverage(given.coverage, given.as_of))]
    for number, each in enumerate(given.stories, start=1):
        parts += [f"## {number} {plain(each.title)}", plain(words.told_by(each)), _listed(each.mementos)]
    return _written(*parts, *_colophon(given.run))


def history(given: History) -> str:
    """Write up how the verdict on a statement changed, with the words that changed it."""
    parts = [f"# {plain(given.statement.text)}", f"The verdict over time, as of **{phrases.day(given.as_of)}**."]
    parts += [plain(phrases.sentence(words.turns(given)))]
    for held, verdict in words.spells(given):
        counted = words.origins(verdict.origins, verdict.label)
        parts += [f"## {phrases.days(held)}: {verdict.label.words}"]
        parts += [plain(" ".join(filter(None, (counted and phrases.sentence(counted), words.ruling(verdict)))))]
        parts += [
            "\n".join(
                f"- **{words.stance(each, verdict.label)}:** {_quoted(each.memento, each.quote)}"
                for each in words.gained(given, verdict)
            )
        ]
    return _written(*parts, *_colophon(given.run))


def news(given: News) -> str:
    """Write up what there is to tell of the statements that are followed."""
    parts = [f"# What is followed, as of {phrases.day(given.as_of)}", words.looked(given)]
    for each in given.transitions:
        quotes = (
            f"- **{words.stance(one, each.after.label)}:** {_quoted(one.memento, one.quote)}" for one in each.gained
        )
        parts += [f"## {words.turn(each)}", f"> {plain(each.after.statement.text)}"]
        parts += [plain(words.ruling(each.after)), "\n".join(quotes)]
    for update in given.updates:
        new = zip(update.new, update.sources, strict=True)
        parts += [
            f"## New on {plain(update.topic)}",
            "\n".join(f"- {_quoted(one.memento, it.text)}" for it, one in new),
        ]
    return _written(*parts)


def offices(given: Offices) -> str:
    """Write up who held an office when, in order of the first mention."""
    parts = [f"# {plain(phrases.heading(given.query))}"]
    parts += [f"Offices on record as of **{phrases.day(given.as_of)}**{words.since(given)}."]
    for number, each in enumerate(given.tenures, start=1):
        said = "\n".join(f"- {_quoted(one.memento, tenures.mention(one))}" for one in tenures.ends(each))
        parts += [f"## {number} {plain(tenures.office(each))}", plain(tenures.told_of(each)), said]
    return _written(*parts, *_colophon(given.run))


# Words -----------------------------------------------------------------------------------------


def plain(text: str) -> str:
    """Return ``text`` as one line that Markdown reads as words and nothing else."""
    return _escaped(line(text))


def _escaped(text: str) -> str:
    return _OPENING.sub(r"\1\3\\\2\4", _INLINE.sub(r"\\\g<0>", text))


def _written(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(title: str, body: str) -> list[str]:
    return [f"## {title}", body] if body else []


def _searched(given: Search | None) -> list[str]:
    """Say what the open web was asked before, a line for each source."""
    told = words.searched(given) if given else ()
    lines = (f"- **{plain(name)}**: {_link(url, said) if url else plain(said)}" for name, said, url in told)
    return _part("Asked of the open web", "\n".join(lines))


def _link(url: str | None, name: str) -> str:
    """Return a link, or only the name where the address may not be followed."""
    href = address(url)
    return f"[{plain(name)}](<{href}>)" if href else plain(name)


def _cited(sentence: CitedSentence) -> str:
    runs = ((_escaped(flowing(words)), cut) for words, cut in wording.told(sentence))
    told = "".join(words if cut else f"*{words}*" for words, cut in runs).strip()
    return (
        told
        + (" (reworded)" if sentence.reworded else "")
        + "".join(f" \\[{number}\\]" for number in sentence.citations)
    )


def _quoted(source: Memento, quote: str) -> str:
    """Return a quote with who published it, when and where."""
    imprint = plain(", ".join(words.credit(source)))
    title, url = source.document.title, source.document.url
    if not source.own and (title or url):
        imprint += f", {_link(url, title or url or '')}"
    origin = words.origin(source)
    return f"“{plain(quote)}” ({imprint}{f', {plain(origin)}' if origin else ''})"


def _reference(given: Reference, page: Document) -> str:
    why = phrases.sentence("; ".join(reason.words for reason in given.reasons))
    where = " ".join(_link(url, url) for url in given.urls[:3])
    quotes = " ".join(_quoted(piece.memento, piece.quote) for piece in given.evidence[:1])
    said = f"- **{references.STATUSES[given.status]}**: {plain(references.cites(given, page))}."
    return " ".join(filter(None, (said, plain(why), where, quotes)))


def _listed(mementos: Iterable[Memento]) -> str:
    return "\n".join(
        f"- {_link(each.document.url, words.title(each.document))} ({plain(', '.join(words.imprint(each.document)))})"
        for each in mementos
    )


def _attested(given: Brief | Changes, sentence: CitedSentence) -> str:
    return f"{_cited(sentence)} ({plain(words.attested(given, sentence))})"


def _ledger(told: Iterable[tuple[FigurePoint, str]]) -> str:
    """Return a table of figures, each with who reported it."""
    rows = (
        f"| {phrases.day(each.reported_at)} | {plain(words.figure(each))} | {plain(by)} | {_cited(each.sentence)} |"
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
    return _part("What the archive does not say", "\n".join(gaps))


def _sources(given: Brief | Changes | Series) -> list[str]:
    sources = (f"{each.number}. {_quoted(each.evidence.memento, each.evidence.quote)}" for each in given.citations)
    return _part("Sources", "\n".join(sources))


def _head(given: Restoration) -> list[str]:
    page = given.document
    where = f" · {_link(page.url, page.url)}" if page.url else ""
    return [f"# {plain(words.title(page, given.restored))}", plain(" · ".join(words.imprint(page))) + where]


def _colophon(run: Run) -> list[str]:
    rows = [
        f"- as of {phrases.day(run.as_of)}; nothing published later was read",
        f"- archive revision {plain(run.archive_revision)}",
        f"- onrecord {plain(run.version)}",
        *(f"- model {plain(model.name)} {plain(model.digest[:12])}" for model in run.models),
        *(f"- setting {plain(name)} = {plain(value)}" for name, value in run.settings),
    ]
    return ["## How this was made", "\n".join(rows)]


# Pages -----------------------------------------------------------------------------------------


def _removals(page: Restoration) -> list[str]:
    kinds = " · ".join(f"**{', '.join(letters)}** {named}" for named, letters in words.removed_kinds(page))
    return [plain(words.removals(page)), kinds]


def _tally(told: Sequence[Case]) -> list[str]:
    if not told:
        return ["No statement was found to check."]
    rows = (f"| {each.count} | {each.label.words} | {each.which} |" for each in tally(told))
    head = f"| {phrases.count(len(told), 'statement')} | verdict | which |\n|---:|---|---|"
    weighty = (
        f"- **{case.number} {words.label(each.label)}:** {plain(words.shortened(case.verdict.statement.text))}"
        for each in tally(told)
        for case in each.weighty
    )
    return ["\n".join((head, *rows)), "\n".join(weighty)]


def _together(ruling: Ruling, page: Document, people: Noted) -> Iterator[str]:
    """Say of several statements what is to be said of all of them, and what of each."""
    yield f"### {ruling.label.words}: {ruling.where}"
    yield plain(ruling.shared)
    yield "\n".join(
        f"- **{case.number}** {_stated(case, page)}{'' if ruling.shared else f' {plain(case.ruling)}'}"
        + _notes(case, people, "  ")
        for case in ruling.cases
    )


def _stated(case: Case, page: Document) -> str:
    about = ", ".join(words.about(case.verdict.statement, page.text, case.letter and f"in {case.letter}"))
    return plain(case.verdict.statement.text) + (f" ({plain(about)})" if about else "")


def _case(case: Case, page: Document, people: Noted) -> Iterator[str]:
    verdict = case.verdict
    yield f"### {case.number}. {verdict.label.words}"
    yield f"> {plain(verdict.statement.text)}"
    yield plain(phrases.sentence(" · ".join(words.about(verdict.statement, page.text, case.place))))
    counted = phrases.sentence(words.origins(verdict.origins, verdict.label) or "")
    yield plain(f"{counted} {case.ruling}")
    yield "\n".join(
        f"- **{words.stance(each, verdict.label)}:** {_quoted(each.memento, each.quote)} "
        f"{plain(words.besides(each, verdict))}".rstrip()
        for each in verdict.evidence
    )
    yield _notes(case, people).strip()


def _notes(case: Case, people: Noted, indent: str = "") -> str:
    """Return what people say of a statement, each on a line of a list that begins with a new one."""
    lines = (
        f"\n{indent}{'  ' if note.reply_to else ''}- **{plain(words.who_says(note))}** {plain(words.what_said(note))}"
        for thread in people.on(case.verdict)
        for note in thread.all
    )
    return "".join(lines)


def _column(page: Restoration, verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Return the paragraphs of a page, each followed by the passages that were taken out of it."""
    whole = page.document.text
    for row in column(page, [verdict.statement for verdict in verdicts]):
        if not row.is_cut:
            yield _paragraph(row, whole, verdicts)
        for removal in row.suspected:
            yield f"> **?** {plain(phrases.sentence(words.removal(removal)))}"
        for cut in row.cuts:
            struck = "".join(_struck(run.span.cut(whole)) + _closed(run, verdicts) for run in cut.runs)
            said = f"**{phrases.letter(cut.number)}** {plain(phrases.sentence(words.removal(cut.removal)))}"
            yield "\n".join(f"> {each}".rstrip() for each in (said, "", *struck.strip().split("\n")))


def _paragraph(row: Row, whole: str, verdicts: Sequence[Verdict]) -> str:
    pieces = []
    strong = "**" if row.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) else ""
    for doubted, parts in groupby(row.parts, key=lambda part: isinstance(part, Stretch) and part.removal is not None):
        pieces.append("\\[? " if doubted else "")
        for part in parts:
            if isinstance(part, Cut):
                pieces.append(f"\\[{phrases.letter(part.number)}: {words.kind(part.removal.kind)} removed\\]")
                pieces.append(gap_after(part, whole))
            else:
                set_as = set_lines if row.is_lined else flowing
                pieces.append(_escaped(set_as(part.span.cut(whole))) + _closed(part, verdicts, "" if strong else "**"))
        pieces.append(" ?\\]" if doubted else "")
    made = "\\\n".join(each.strip() for each in "".join(pieces).split("\n") if each.strip())
    return f"{strong}{made}{strong}"


def _closed(run: Stretch, verdicts: Sequence[Verdict], strong: str = "**") -> str:
    """Return the verdicts on the statements that end with a run; what stands in strong words is not made so again."""
    labels = (f"\\[{index + 1} {words.label(verdicts[index].label)}\\]" for index in run.closes)
    return "".join(f" {strong}{label}{strong}" for label in labels)


def _struck(text: str) -> str:
    """Return ``text`` struck out line by line, for a stroke ends with its paragraph."""
    return "\n".join(
        re.sub(r"\S(?:.*\S)?", lambda found: f"~~{_escaped(found[0])}~~", each) for each in set_lines(text).split("\n")
    )
