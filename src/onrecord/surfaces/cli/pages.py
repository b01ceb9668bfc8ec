"""The commands that look at a page alone: restore, statements."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from onrecord.settings import load
from onrecord.surfaces.cli.batches import Answers, Record, answer
from onrecord.surfaces.cli.face import Command
from onrecord.surfaces.cli.options import About, file_argument, page_options, ray_option, result_options
from onrecord.surfaces.cli.progress import watching
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.shards import on_ray
from onrecord.surfaces.cli.streams import called, read
from onrecord.surfaces.status import OK

if TYPE_CHECKING:
    from onrecord.data import Page, Restoration
    from onrecord.wire import Json


def page_in(name: str, about: About) -> Page:
    """Read the page in a file or on standard input."""
    from onrecord.read import read_bytes

    return read_bytes(read(name), name=called(name), url=about.url, published=about.published)


def page_of(record: Record) -> Page:
    """Read the page of one line: its ``text`` or ``html``, and what else a document may have."""
    from onrecord.read import read_record

    return read_record(record)


def each(work: Callable[[Page], Json]) -> Callable[[Sequence[Page]], Iterable[Json]]:
    """Return what does ``work`` for several pages, one after the other."""
    return lambda pages: map(work, pages)


def _restored(page: Page, result: Result) -> Restoration:
    from onrecord import engine

    with watching(result.face, f"reading {len(page.document.text):,} characters"):
        return engine.restore(page)


@click.command(
    cls=Command,
    examples=(
        "onrecord restore page.html",
        "onrecord restore page.txt --json",
        "curl -s https://tribune.example/ferry | onrecord restore -",
        "onrecord restore --jsonl pages.jsonl -o restored.jsonl",
        "onrecord restore --jsonl --ray pages.jsonl -o restored.jsonl",
    ),
)
@file_argument
@page_options
@ray_option
@result_options("json", "jsonl", "md", html=True)
def restore(file: str, about: About, ray: bool, result: Result) -> int:
    """Say which words belong to a page, and take out the others."""
    from onrecord import __version__, engine, wire

    if ray or result.form == "jsonl":
        answers = Answers(take=page_of, work=each(lambda page: wire.restoration(engine.restore(page))))
        shared = on_ray(f"restore {__version__}", load()[0], result) if ray else None
        return answer(file, answers, result=result, on_ray=shared)
    result.show("restoration", _restored(page_in(file, about), result))
    return OK


@click.command(
    cls=Command,
    examples=("onrecord statements page.txt", "onrecord statements page.txt --json", "onrecord statements --jsonl -"),
)
@file_argument
@page_options
@result_options("json", "jsonl", "md")
def statements(file: str, about: About, result: Result) -> int:
    """List what a page states, who said it, and when."""
    from onrecord import engine, wire

    def stated(page: Page) -> Json:
        return wire.statements(engine.extract(engine.restore(page)))

    if result.form == "jsonl":
        return answer(file, Answers(take=page_of, work=each(stated)), result=result)
    page = _restored(page_in(file, about), result)
    written = () if result.form == "json" else (page.document.text,)
    result.show("statements", engine.extract(page), *written)
    return OK
