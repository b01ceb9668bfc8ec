"""How each kind of job is done: what was asked for and a desk, to the JSON that the command line prints."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from onrecord import engine, wire
from onrecord.data import JobKind, Length, Request, Restoration, Statement, Verdict, day_of
from onrecord.errors import InputError
from onrecord.read import LINES, LeftOut, pages_of, read_stream
from onrecord.settings import moment
from onrecord.surfaces.service.asked import Handed
from onrecord.wiring import Desk

Tell = Callable[[str, wire.Json], None]
"""Hears an event's name and its data; what it raises ends the work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a job made."""

    shape: wire.Json
    statements: tuple[str, ...] = ()
    """Ids of the statements in it."""


def make(
    kind: JobKind, request: Request, desk: Desk, writer: Callable[[], AbstractContextManager[Desk]], tell: Tell
) -> Made:
    """Do what a job asks for; ``writer`` opens a desk that adds."""
    about: Mapping[str, Any] = json.loads(request.about)
    if kind is JobKind.CHECK:
        return _check(about, request.body, desk, tell)
    if kind is JobKind.BRIEF:
        return _brief(about, desk)
    if kind is JobKind.HISTORY:
        return _history(about, desk, tell)
    with writer() as adding:
        return _add(about, request.body, adding, tell)


def _check(about: Mapping[str, Any], body: bytes, desk: Desk, tell: Tell) -> Made:
    page = Handed(
        media_type=about["media_type"], body=body, url=about.get("url"), published=about.get("published")
    ).page()
    done, total, most = 0, 0, about.get("max_statements")

    def heard(found: Restoration | tuple[Statement, ...] | tuple[Verdict, ...]) -> None:
        nonlocal done, total
        if isinstance(found, Restoration):
            tell("restored", wire.restoration(found))
        elif all(isinstance(one, Statement) for one in found) and not total:
            total = min(len(found), most or len(found))
            tell("statements", wire.statements(one for one in found if isinstance(one, Statement)))
        else:
            shapes = [wire.verdict(one) for one in found if isinstance(one, Verdict)]
            done += len(shapes)
            tell("verdicts", {"verdicts": shapes, "done": done, "total": total})

    report = desk.check(page, as_of=moment(about["as_of"]), max_statements=most, tell=heard)
    return Made(shape=wire.report(report), statements=tuple(one.statement.id for one in report.verdicts))


def _brief(about: Mapping[str, Any], desk: Desk) -> Made:
    since = moment(about["since"]) if about.get("since") else None
    made = desk.brief(
        about["topic"],
        as_of=moment(about["as_of"]),
        since=since,
        length=Length(about.get("length") or Length.STANDARD),
        max_tokens=about.get("max_tokens"),
    )
    return Made(shape=wire.brief(made))


def _history(about: Mapping[str, Any], desk: Desk, tell: Tell) -> Made:
    statement, since = engine.statement_of(about["statement"]), about.get("since")
    day = day_of(moment(since)) if since else None
    steps = enumerate(desk.history(statement, as_of=moment(about["as_of"]), since=day), start=1)
    for days, made in steps:  # noqa: B007 (the last is the whole)
        tell("progress", {"done": days, "total": None})
    return Made(shape=wire.history(made), statements=(statement.id,))


def _add(about: Mapping[str, Any], body: bytes, desk: Desk, tell: Tell) -> Made:
    """Add what was handed in, whatever its format; the counts are those of the command."""
    refused: list[InputError] = []
    left_out: list[LeftOut] = []
    items = read_stream(io.BufferedReader(io.BytesIO(body)), about.get("name") or "the input", otherwise=LINES)
    read = new = 0
    for added in desk.add(pages_of(items, refused=refused.append, passed=left_out.append)):
        read, new = read + added.read, new + added.new
        tell("progress", {"done": read, "total": None})
    if refused and not read:
        raise refused[0]
    counts = {"read": read, "new": new, "held": read - new, "refused": len(refused), "left_out": len(left_out)}
    return Made(shape={"schema": wire.SCHEMA, **counts})
