"""A page that was read: its column, its statements, and the verdicts on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.data import (
    BlockKind,
    Document,
    Note,
    Reference,
    Report,
    Restoration,
    Statement,
    Verdict,
)
from onrecord.render import phrases, references, words
from onrecord.render.cases import Case, Ruling, cases, rulings, tally
from onrecord.render.column import Cut, Row, column, gap_after
from onrecord.render.column import Run as Stretch
from onrecord.render.markdown.layout import (
    colophon,
    escaped,
    head,
    link,
    plain,
    quoted,
    searched,
    titled,
    written,
)
from onrecord.render.noted import Noted, noted
from onrecord.render.visible import flowing, set_lines


def report(given: Report, notes: Iterable[Note] = ()) -> str:
    """Write up a checked page, with what people say of its statements."""
    people = noted(notes)
    page = given.restoration
    told = cases(page, given.verdicts)
    parts = [*head(page), f"Checked against the record as of **{phrases.day(given.run.as_of)}**."]
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
    parts += titled("What it cites", "\n".join(_reference(each, page.document) for each in given.references))
    parts += searched(given.search)
    return written(*parts, *colophon(given.run))


def restoration(given: Restoration) -> str:
    """Write up a page with what does not belong to it struck out."""
    return written(*head(given), *_removals(given), "## The text", *_column(given, ()))


def statements(given: Iterable[Statement], page: str | None = None) -> str:
    """Write up what a page states; with the text of the ``page`` what is open in it too."""
    rows = []
    for number, each in enumerate(given, start=1):
        about = (words.kind(each.kind), *words.about(each, page), *words.read_from(each, page))
        rows.append(f"{number}. {plain(each.text)} ({plain(', '.join(about))})")
    return written("\n".join(rows) or "No statement was found.")


def _removals(page: Restoration) -> list[str]:
    kinds = " · ".join(f"**{', '.join(letters)}** {named}" for named, letters in words.removed_kinds(page))
    return [plain(words.removals(page)), kinds]


def _tally(told: Sequence[Case]) -> list[str]:
    if not told:
        return ["No statement was found to check."]
    rows = (f"| {each.count} | {each.label.words} | {each.which} |" for each in tally(told))
    top = f"| {phrases.count(len(told), 'statement')} | verdict | which |\n|---:|---|---|"
    weighty = (
        f"- **{case.number} {words.label(each.label)}:** {plain(words.shortened(case.verdict.statement.text))}"
        for each in tally(told)
        for case in each.weighty
    )
    return ["\n".join((top, *rows)), "\n".join(weighty)]


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
        f"- **{words.stance(each, verdict.label)}:** {quoted(each.memento, each.quote)} "
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
                pieces.append(escaped(set_as(part.span.cut(whole))) + _closed(part, verdicts, "" if strong else "**"))
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
        re.sub(r"\S(?:.*\S)?", lambda found: f"~~{escaped(found[0])}~~", each) for each in set_lines(text).split("\n")
    )


def _reference(given: Reference, page: Document) -> str:
    why = phrases.sentence("; ".join(reason.words for reason in given.reasons))
    where = " ".join(link(url, url) for url in given.urls[:3])
    quotes = " ".join(quoted(piece.memento, piece.quote) for piece in given.evidence[:1])
    said = f"- **{references.STATUSES[given.status]}**: {plain(references.cites(given, page))}."
    return " ".join(filter(None, (said, plain(why), where, quotes)))
