"""The commands that look after the installation: doctor, config."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from onrecord.errors import ArchiveFull, OnrecordError
from onrecord.settings import TABLE, Settings, Value, is_there, load, places
from onrecord.surfaces.cli.face import Command, Face, Group, with_face
from onrecord.surfaces.cli.options import result_options, settings_options
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import STANDARD_OUTPUT
from onrecord.surfaces.status import OK, status_of

ROOM = 1_000_000_000
"""Bytes below which doctor warns: an archive of 16,000 articles and its next version fit."""


@click.group(cls=Group, examples=("onrecord config show --origin", "onrecord config path"))
def config() -> None:
    """Say which settings are in force."""


@config.command(examples=("onrecord config show --origin", "onrecord config show --json"))
@click.option("--origin", is_flag=True, help="Say where each value comes from.")
@result_options("json")
@with_face
def show(face: Face, origin: bool, result: Result) -> None:
    """Print every setting."""
    _, origins = load({"color": face.color})
    shown = {name: {"value": _plain(found.value), "origin": found.place} for name, found in origins.items()}
    lines = (
        f"{row.name} = {json.dumps(shown[row.name]['value'], ensure_ascii=False)}  # {row.help}"
        + (f"; from: {shown[row.name]['origin']}" if origin else "")
        for row in TABLE
    )
    result.say("\n".join(lines), {"settings": shown})


@config.command(examples=("onrecord config path",))
def path() -> None:
    """Print where settings files are looked for."""
    STANDARD_OUTPUT.write("\n".join(f"{place}{'' if is_there(place) else '  (not there)'}" for place in places()))


def _plain(value: Value) -> int | str:
    return value if isinstance(value, int) else str(value)


class Finding(NamedTuple):
    """One thing looked at: what it is called, how it stands, and the exit code it asks for."""

    name: str
    words: str
    code: int = OK


@click.command(cls=Command, examples=("onrecord doctor", "onrecord doctor --archive wire --json"))
@settings_options
@result_options("json")
def doctor(settings: Settings, result: Result) -> int:
    """Look whether everything is in order here.

    The exit code says so too.
    """
    findings = tuple(_examined(settings))
    shown = [{"name": found.name, "ok": found.code == OK, "words": found.words} for found in findings]
    lines = (f"{'ok  ' if found.code == OK else 'FAIL'}  {found.name}: {found.words}" for found in findings)
    result.say("\n".join(lines), {"findings": shown})
    return next((found.code for found in findings if found.code != OK), OK)


def _examined(settings: Settings) -> Iterator[Finding]:
    """Look at one thing after the other; what fails does not keep the next from being looked at."""
    import platform

    yield Finding("python", f"{platform.python_version()} on {sys.platform}")
    yield Finding("threads", f"{settings.threads} for the models")
    for name, look in (("models", _models), ("archive", _archive), ("disk", _disk)):
        try:
            yield Finding(name, look(settings))
        except OnrecordError as error:
            yield Finding(name, str(error), status_of(error).exit)


def _models(settings: Settings) -> str:
    """Compare every file of the models with its digest, and use those once that can be chosen."""
    from onrecord import wiring
    from onrecord.data import Pair

    stages = wiring.compared_models()
    verifier = wiring.make_verifier(settings.verifier, settings.threads)
    verifier.judge([Pair(premise="The ferry sails.", hypothesis="The ferry sails.")])
    embedder = wiring.embedder(settings.threads)
    embedder.embed(["The ferry sails."])
    embedder.embed_passages(["The ferry sails."])
    models = dict.fromkeys((*stages, *embedder.models, *verifier.models))
    return ", ".join(f"{model.name} (SHA-256 {model.digest[:12]}…)" for model in models)


def _archive(settings: Settings) -> str:
    """Read the archive's numbers; that there is none yet is in order."""
    from onrecord import wiring
    from onrecord.render.phrases import count, day

    stats = wiring.archive_or_empty(settings.archive).stats()
    if not stats.documents:
        return f"nothing in {settings.archive} yet; fill it with `onrecord add PATH`"
    dated = f", {day(stats.first)} to {day(stats.last)}" if stats.first and stats.last else ""
    return f"{count(stats.documents, 'document')}{dated}, revision {stats.revision}, {settings.archive}"


def _disk(settings: Settings) -> str:
    """Look how much room there is where the archive lies or will lie."""
    import shutil

    if isinstance(settings.archive, str):
        return f"none of this machine holds {settings.archive}"
    folder = next(place for place in (settings.archive, *settings.archive.absolute().parents) if place.exists())
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        why = "adding documents needs room for the archive and its next version"
        raise ArchiveFull(f"{free / 1e6:,.0f} MB are free in {folder}", why=why, fix="free some space")
    return f"{free / 1e9:,.0f} GB free in {folder}"
