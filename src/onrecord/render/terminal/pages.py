"""A page in a terminal: its text with what does not belong to it barred, and what the record says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from onrecord.data import BlockKind, Document, Note, Reference, Removal, Report, Restoration, Statement, Verdict
from onrecord.render import phrases, references, words
from onrecord.render.cases import Case, Ruling, cases, rulings, tally
from onrecord.render.column import Cut, Row, Run, column, gap_after
from onrecord.render.noted import Noted, noted
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
    quoted,
    searched,
    sheet,
    spaced,
    text,
    titled,
)
from onrecord.render.visible import flowing, set_lines

_BOLD_KINDS = (BlockKind.HEADLINE, BlockKind.SUBHEAD)


def report(given: Report, notes: Iterable[Note] = ()) -> RenderableType:
    """Lay out a checked page, with what people say of its statements."""
    page, people = given.restoration, noted(notes)
    told = cases(page, given.verdicts)
    return sheet(
        *masthead(f"Checked against the record as of {phrases.day(given.run.as_of)}"),
        *titled(page.document, page.restored),
        blank(),
        *_removals(page),
        *_tally(told),
        *([blank()] if given.notices else []),
        *(text(f"Note: {phrases.sentence(notice.words)}", "bold") for notice in given.notices),
        *heading("The text"),
        *spaced(_column(page, given.verdicts)),
        *(heading("Statement by statement") if told else ()),
        *spaced(_ruling(each, page.document, people) for each in rulings(told)),
        *(heading("What it cites") if given.references else ()),
        *spaced(_reference(number, each, page.document) for number, each in enumerate(given.references, start=1)),
        *searched(given.search),
        *colophon(given.run),
    )


def restoration(given: Restoration) -> RenderableType:
    """Lay out a page with what does not belong to it barred."""
    return sheet(
        *masthead("What belongs to this page"),
        *titled(given.document, given.restored),
        blank(),
        *_removals(given),
        *heading("The text"),
        *spaced(_column(given, ())),
    )


def statements(given: Iterable[Statement], page: str | None = None) -> RenderableType:
    """Lay out what a page states, one statement below the other; with the text of the ``page`` what is open too."""
    listed = []
    for number, each in enumerate(given, start=1):
        about = (words.kind(each.kind), *words.about(each, page), *words.read_from(each, page))
        listed.append(numbered(number, text(each.text), text(" · ".join(about), "dim")))
    return sheet(*spaced(listed or [text("No statement was found.")]))


# What is said of it ----------------------------------------------------------------------------


def _removals(page: Restoration) -> Iterator[RenderableType]:
    yield text(words.removals(page))
    kinds = " · ".join(f"{', '.join(letters)} {named}" for named, letters in words.removed_kinds(page))
    if kinds:
        yield Hung("  ", text(kinds, "dim"))


def _tally(told: Sequence[Case]) -> Iterator[RenderableType]:
    yield text(phrases.count(len(told), "statement") if told else "No statement was found to check.")
    for each in tally(told):
        style = LABEL_STYLES[each.label]
        yield Hung(f"{each.count:>5}  {each.label.words:<28}", text(each.which, "dim"), style=style)
        yield from (Hung(f"{case.number:>11}  ", text(_stated(case))) for case in each.weighty)


def _stated(case: Case) -> str:
    return words.shortened(case.verdict.statement.text) + (f" (in {case.letter})" if case.letter else "")


def _ruling(ruling: Ruling, page: Document, people: Noted) -> RenderableType:
    if len(ruling.cases) == 1:
        return _case(ruling.cases[0], page, people)
    label = joined(text(f"{ruling.label.words}:", LABEL_STYLES[ruling.label]), text(f"{ruling.where}."))
    rows: list[RenderableType] = [Hung("     ", part) for part in (label, text(ruling.shared)) if part]
    for case in ruling.cases:
        said = case.verdict.statement
        about = " · ".join(words.about(said, page.text, case.letter and f"in {case.letter}"))
        own = "" if ruling.shared else case.ruling
        below = (text(part, "dim") for part in (about, own) if part)
        rows.append(numbered(case.number, text(said.text), *below, *_notes(case, people)))
    return Group(*rows)


def _case(case: Case, page: Document, people: Noted) -> RenderableType:
    verdict = case.verdict
    ruled = joined(
        text(f"{verdict.label.words}.", LABEL_STYLES[verdict.label]),
        text(phrases.sentence(words.origins(verdict.origins, verdict.label) or "")),
    )
    about = " · ".join(words.about(verdict.statement, page.text, case.place))
    body: list[RenderableType] = [ruled, text(verdict.statement.text)]
    body += [text(about, "dim")] if about else []
    body.append(text(case.ruling))
    for found in verdict.evidence:
        body += [blank(), quoted(found.memento, found.quote, words.stance(found, verdict.label))]
        why = words.besides(found, verdict)
        body += [Hung("  ", text(why))] if why else []
    return numbered(case.number, *body, *_notes(case, people))


def _notes(case: Case, people: Noted) -> Iterator[RenderableType]:
    for thread in people.on(case.verdict):
        yield from (
            Hung("    ▏ " if note.reply_to else "▏ ", text(f"{words.who_says(note)} {words.what_said(note)}"))
            for note in thread.all
        )


def _reference(number: int, given: Reference, page: Document) -> RenderableType:
    why = phrases.sentence(" · ".join(reason.words for reason in given.reasons))
    body: list[RenderableType] = [joined(text(f"{references.STATUSES[given.status]}.", "bold"), text(why))]
    body += [text(references.cites(given, page)), *filter(None, map(link, given.urls[:_MOST_URLS]))]
    body += [quoted(piece.memento, piece.quote) for piece in given.evidence[:1]]
    return numbered(number, *body)


_MOST_URLS = 3
"""Addresses shown of a reference that has many."""


# The text --------------------------------------------------------------------------------------


def _column(page: Restoration, verdicts: Sequence[Verdict]) -> Iterator[RenderableType]:
    """Return the paragraphs of a page, each followed by the passages that were taken out of it."""
    whole = page.document.text
    for row in column(page, [verdict.statement for verdict in verdicts]):
        if not row.is_cut:
            yield _paragraph(row, whole, verdicts)
        yield from (_noted("?", removal) for removal in row.suspected)
        for cut in row.cuts:
            struck = Text.assemble(*(piece for run in cut.runs for piece in _run(run, whole, verdicts, lined=True)))
            struck.stylize("strike dim")
            yield Hung("┆ ", Group(_noted(phrases.letter(cut.number), cut.removal), struck), bar="┆ ", style="dim")


def _noted(mark: str, removal: Removal) -> RenderableType:
    return joined(text(mark, "bold"), text(phrases.sentence(words.removal(removal))))


def _paragraph(row: Row, whole: str, verdicts: Sequence[Verdict]) -> Text:
    made = Text(style="bold" if row.kind in _BOLD_KINDS else "")
    for doubted, parts in groupby(row.parts, key=lambda part: isinstance(part, Run) and part.removal is not None):
        made.append("[? " if doubted else "", style="dim")
        for part in parts:
            if isinstance(part, Cut):
                made.append(f"[{phrases.letter(part.number)}: {words.kind(part.removal.kind)} removed]", style="dim")
                made.append(gap_after(part, whole))
            else:
                for piece, style in _run(part, whole, verdicts, lined=row.is_lined):
                    made.append(piece, style=style)
        made.append(" ?]" if doubted else "", style="dim")
    return made


def _run(run: Run, whole: str, verdicts: Sequence[Verdict], *, lined: bool) -> Iterator[tuple[str, str]]:
    """Return the words of a run, and after them the verdicts on the statements that end with it."""
    words_of = set_lines if lined else flowing
    yield words_of(run.span.cut(whole)), "" if run.within is None else "underline"
    for index in run.closes:
        label = verdicts[index].label
        yield f" [{index + 1} {words.label(label)}]", LABEL_STYLES[label]
