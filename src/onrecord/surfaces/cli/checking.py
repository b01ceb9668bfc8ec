"""The command that checks a page, many pages, or single statements."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import click

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.settings import as_of as governing
from onrecord.surfaces.cli.batches import AT_ONCE, Answers, Record, answer, words_of
from onrecord.surfaces.cli.checks import MOST_SOUGHT, Checks
from onrecord.surfaces.cli.desks import absent, open_desk
from onrecord.surfaces.cli.face import Command
from onrecord.surfaces.cli.options import (
    About,
    as_of_option,
    asking_options,
    file_argument,
    page_options,
    ray_option,
    result_options,
    service_option,
    verifier_option,
)
from onrecord.surfaces.cli.pages import page_in, page_of
from onrecord.surfaces.cli.progress import checking
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.seeking import seeker, web_options
from onrecord.surfaces.cli.serving import kept_in
from onrecord.surfaces.cli.shards import on_ray
from onrecord.surfaces.status import FINDING, OK, PARTIAL, status_of

if TYPE_CHECKING:
    from onrecord.data import Moment, Note, Report
    from onrecord.wire import Json
    from onrecord.wiring import Desk


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
        "onrecord check --statements statements.jsonl --web --jsonl",
        "onrecord check --jsonl --ray pages.jsonl --as-of 2025-05-19 -o reports.jsonl",
        "onrecord check --statements statements.jsonl --as-of 2025-05-19 --jsonl",
    ),
)
@file_argument
@click.option(
    "--statements",
    metavar="FILE",
    is_eager=True,
    help="Check lines of {id, text, as_of}, each said on that day, instead of a page.",
)
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
@ray_option
@service_option
@asking_options
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
    ray: bool,
    settings: Settings,
    result: Result,
) -> int:
    """Say what the record says of a page, as of a date.

    Each statement gets a verdict with the exact words that carry it, who published them, and when.

    With --web the open web is asked first for the statements most worth it (see `onrecord find`), and the pages that it
    names are added to the archive, from which everything is judged. Of many pages it is asked for each in turn, of
    --statements for eight at a time.

    Where an archive is named and there is none, that is told beside the result, and the exit code is 4.
    """
    from onrecord import engine, wire, wiring
    from onrecord.wiring import shared_out

    if notes and (statements or result.form not in (None, "md")):
        which = "statements" if statements else result.form
        why, fix = f"--{which} is for programs", "print them with `onrecord note list --json`"
        raise UsageError("notes are shown to people only", why=why, fix=fix)
    date = governing(as_of)
    opened = open_desk(settings, result.face)
    missing = None if web else absent(settings, opened)  # asking the web makes one
    if missing:
        result.face.complain(missing)
    desk: Callable[[], Desk] = partial(wiring.newest, opened) if web else lambda: opened
    shared = None
    if ray:
        run = opened.run(_named(as_of), max_statements=max_statements)
        shared = on_ray(f"check {run}", settings, result)
        desk = partial(shared_out.desk_beside, settings.archive, run.archive_revision, verifier=settings.verifier)

    checks = Checks(desk=desk, max_statements=max_statements, seek=seeker(settings, result.face) if web else None)

    def dated(line: Record) -> Moment:
        return governing(words_of(line, "as_of")) if line.get("as_of") else date

    code = OK
    seen: set[str] = set()

    def look(each: Json) -> None:
        seen.update(_said(each.get("verdicts", [each])))

    if statements:
        stated = Answers(
            take=lambda line: (engine.statement_of(words_of(line, "text"), said=dated(line)), dated(line)),
            work=checks.verdicts,
            size=MOST_SOUGHT if web else AT_ONCE,
        )
        code = answer(statements, stated, result=result, look=look, on_ray=shared)
    elif result.form == "jsonl":
        paged = Answers(take=lambda line: (page_of(line), dated(line)), work=checks.reports)
        code = answer(file, paged, result=result, look=look, on_ray=shared)
    else:
        page = page_in(file, about)
        report = checks.report(page, date, partial(checking, result.face))
        look(wire.report(report))
        result.show("report", report, *([_notes_on(report, settings)] if notes else []))
    if seen & set(fail_on):
        return FINDING
    if missing:
        return status_of(missing).exit
    return PARTIAL if seen & {"budget", "verifier_silent"} else code


def _named(as_of: Moment | None) -> Moment:
    if as_of is None:
        why = "a run that is gone on with later would have another"
        raise UsageError("--ray needs the date that governs", why=why, fix="name it with --as-of")
    return as_of


def _notes_on(report: Report, settings: Settings) -> tuple[Note, ...]:
    with kept_in(settings.service) as kept:
        return kept.notes.on_statements(verdict.statement.id for verdict in report.verdicts)


def _said(verdicts: Iterable[Json]) -> set[str]:
    """Return the labels of verdicts, and the codes of their reasons; an error that stands for one has none."""
    told = [verdict for verdict in verdicts if "label" in verdict]
    codes = {reason["code"] for verdict in told for reason in verdict["reasons"]}
    return codes | {verdict["label"] for verdict in told}
