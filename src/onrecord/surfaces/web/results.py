"""What jobs made, read back as nouns: every quote is cut again from the document that the archive holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from onrecord.data import (
    Brief,
    Document,
    History,
    Job,
    JobKind,
    JobState,
    Note,
    Report,
    Restoration,
    Statement,
    Verdict,
    Watch,
)
from onrecord.errors import InputMalformed, InputMissing, StateConflict
from onrecord.surfaces.service import Service
from onrecord.wire import Json, load
from onrecord.wiring import Desk

_Noun = TypeVar("_Noun", Report, Brief, History, Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """What a running check has told."""

    restoration: Restoration | None = None
    statements: tuple[Statement, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


def job_of(service: Service, kind: JobKind, name: str) -> tuple[Job, Mapping[str, Any]]:
    """Return a job of a kind, and what was asked of it.

    Raises:
        InputMissing: there is none.
    """
    job = service.kept.jobs.get(name)
    if job.kind is not kind:
        raise InputMissing(f"There is no {kind} {name}", why=f"what has this id is a {job.kind}", fix="see the runs")
    return job, json.loads(service.kept.jobs.request(name).about)


def report_of(service: Service, job: Job) -> Report:
    """Return the report that a check made."""
    return service.desks.result(f"report {job.id}", lambda desk: _loaded(desk, load.report, _made(service, job)))


def brief_of(service: Service, job: Job) -> Brief:
    """Return the brief that a job made."""
    return service.desks.result(f"brief {job.id}", lambda desk: _loaded(desk, load.brief, _made(service, job)))


def history_of(service: Service, job: Job) -> History:
    """Return the history that a job made."""
    return service.desks.result(f"history {job.id}", lambda desk: _loaded(desk, load.history, _made(service, job)))


def standing(service: Service, watch: Watch) -> Verdict | None:
    """Return the verdict that stands on what is followed; None before the first look, and when its words are gone."""
    if watch.verdict is None:
        return None
    try:
        return _loaded(service.desks.current(), load.verdict, json.loads(watch.verdict))
    except StateConflict:
        return None


def notes_on(service: Service, verdicts: Iterable[Verdict]) -> tuple[Note, ...]:
    """Return what people say of the statements that verdicts are on."""
    return service.kept.notes.on_statements(verdict.statement.id for verdict in verdicts)


def so_far(service: Service, job: Job) -> SoFar:
    """Return what a check that waits or runs has told so far."""
    feed = service.jobs.feed(job.id)
    told = [(event.name, json.loads(event.data)) for event in (feed.told() if feed else ()) if event.name != "ended"]
    restoration = next((load.restoration(shape) for name, shape in told if name == "restored"), None)
    statements = next((load.statements(shape) for name, shape in told if name == "statements"), ())
    shapes = [each for name, shape in told if name == "verdicts" for each in shape["verdicts"]]
    page = {restoration.document.id: restoration.document} if restoration else {}
    held = _held(service.desks.current(), shapes) | page
    return SoFar(
        restoration=restoration,
        statements=statements,
        verdicts=tuple(load.verdict(shape, held) for shape in shapes),
    )


def _made(service: Service, job: Job) -> Json:
    made = service.kept.jobs.result(job.id) if job.state is JobState.DONE else None
    if made is None:
        raise StateConflict(f"There is no {job.kind} {job.id}", why=f"the job is {job.state}", fix="ask again")
    shape: Json = json.loads(made)
    return shape


def _loaded(desk: Desk, read: Callable[[Json, Mapping[str, Document]], _Noun], shape: Json) -> _Noun:
    try:
        return read(shape, _held(desk, shape))
    except InputMalformed as error:
        why = "the archive does not hold every document any more that it cites, or it was written by another version"
        raise StateConflict("The result cannot be shown", why=f"{why} ({error.what})", fix="ask again") from error


def _held(desk: Desk, shape: object) -> dict[str, Document]:
    """Return the documents that JSON cites, as far as the archive holds them."""
    cited = tuple(dict.fromkeys(_cited(shape)))
    mementos = desk.archive.mementos(cited) if cited else ()
    return {memento.document.id: memento.document for memento in mementos}


def _cited(shape: object) -> Iterator[str]:
    if isinstance(shape, dict):
        if isinstance(cited := shape.get("document_id"), str):
            yield cited
        for value in shape.values():
            yield from _cited(value)
    elif isinstance(shape, list):
        for value in shape:
            yield from _cited(value)
