"""The command that checks a page, many pages, or single statements."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.batches import AT_ONCE, Record, answer, words_of
from onrecord.surfaces.cli.face import Command, Face
from onrecord.surfaces.cli.options import (
    About,
    as_of_option,
    file_argument,
    page_options,
    result_options,
    service_option,
    settings_options,
    verifier_option,
)
from onrecord.surfaces.cli.pages import page_in, page_of
from onrecord.surfaces.cli.record import open_desk
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.seeking import sought, web_options
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.status import FINDING, OK, PARTIAL

if TYPE_CHECKING:
    from onrecord.data import Moment, Note, Page, Report, Search, Statement, Verdict
    from onrecord.wire import Json


MOST_SOUGHT = 8
"""Statements that the open web is asked for: GDELT takes a query every five seconds."""


def _labels(context: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:  # noqa: ARG001
    """Read verdict labels with commas between them."""
    if value is None:
        return ()
    from onrecord.data import Label

    labels = tuple(word.strip() for word in value.split(","))
    for label in labels:
        if label not in tuple(Label):
            raise UsageError(f"there is no label {label!r}", why="a verdict has another", fix=", ".join(Label))
    return labels


@click.command(
    cls=Command,
    examples=(
        "onrecord check page.txt --as-of 2025-05-19",
        "onrecord check page.html --archive wire --html report.html",
        "onrecord check page.txt --fail-on refuted,conflicting",
        "onrecord check page.txt --web",
        "onrecord check --jsonl pages.jsonl -o reports.jsonl",
        "onrecord check --statements statements.jsonl --as-of 2025-05-19 --jsonl",
    ),
)
@file_argument
@click.option("--statements", metavar="FILE", is_eager=True, help="Check lines of {id, text, as_of} instead of a page.")
@as_of_option
@click.option("--max-statements", type=click.IntRange(min=1), metavar="N", help="Check the N statements most worth it.")
@click.option(
    "--fail-on", callback=_labels, metavar="LABEL,…", help="End with exit code 1 when a verdict is one of these."
)
@click.option(
    "--notes", is_flag=True, help="Show what people said of its statements, and which verdicts they overrule."
)
@page_options
@verifier_option
@service_option
@settings_options
@web_options
@result_options("json", "jsonl", "md", "claimreview", html=True)
def check(
    *,
    file: str,
    statements: str | None,
    as_of: Moment | None,
    max_statements: int | None,
    fail_on: tuple[str, ...],
    notes: bool,
    about: About,
    web: bool,
    settings: Settings,
    result: Result,
) -> int:
    """Say what the record says of a page, as of a date.

    Each statement gets a verdict with the exact words that carry it, who published them, and when.

    With --web the open web is asked first for the statements most worth it (see `onrecord find`), and the pages that it
    names are added to the archive, from which everything is judged.
    """
    from onrecord import engine, wire, wiring

    if notes and result.form not in (None, "md"):
        why, fix = f"--{result.form} is for programs", "print them with `onrecord note list --json`"
        raise UsageError("notes are shown to people only", why=why, fix=fix)
    date = governing(as_of)
    desk = open_desk(settings, result.face)
    seen: set[str] = set()

    def shape_reports(asked: Iterable[tuple[Page, Moment]]) -> Iterator[Json]:
        for page, at in asked:
            report = desk.check(page, as_of=at, max_statements=max_statements)
            seen.update(_said(report.verdicts))
            yield wire.report(report)

    def shape_verdicts(asked: Sequence[tuple[Statement, Moment]]) -> Iterator[Json]:
        verdicts = desk.check_statements(asked)
        seen.update(_said(verdicts))
        return map(wire.verdict, verdicts)

    def dated(line: Record) -> Moment:
        return governing(words_of(line, "as_of")) if line.get("as_of") else date

    code = OK
    if statements:
        code = answer(
            statements,
            take=lambda line: (engine.statement_of(words_of(line, "text")), dated(line)),
            work=shape_verdicts,
            size=AT_ONCE,
            result=result,
        )
    elif result.form == "jsonl":
        code = answer(file, take=lambda line: (page_of(line), dated(line)), work=shape_reports, result=result)
    else:
        page = page_in(file, about)
        search = _sought(page, date, settings, result.face) if web else None
        report = wiring.newest(desk).check(page, as_of=date, max_statements=max_statements)
        report = replace(report, search=search)
        seen.update(_said(report.verdicts))
        result.show("report", report, *([_notes_on(report, settings)] if notes else []))
    if seen & set(fail_on):
        return FINDING
    return PARTIAL if seen & {"budget", "verifier_silent"} else code


def _notes_on(report: Report, settings: Settings) -> tuple[Note, ...]:
    with kept_in(settings.service) as kept:
        return kept.notes.on_statements(verdict.statement.id for verdict in report.verdicts)


def _sought(page: Page, date: Moment, settings: Settings, face: Face) -> Search:
    """Ask the open web for the statements of a page that are most worth it."""
    from onrecord import engine

    stated = engine.extract(engine.restore(page))
    words = [one.text for one in engine.most_worth(stated, MOST_SOUGHT)]
    return sought(words, as_of=date, settings=settings, face=face)


def _said(verdicts: Iterable[Verdict]) -> set[str]:
    """Return the labels of verdicts, and the codes of their reasons."""
    codes = {reason.code for verdict in verdicts for reason in verdict.reasons}
    return {*codes, *(verdict.label for verdict in verdicts)}
