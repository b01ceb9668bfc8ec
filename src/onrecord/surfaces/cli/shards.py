"""Many pages answered on a cluster, a shard of lines at a time; what is done is kept, so a run that stopped goes on.

The answers of a shard are a file in a folder beside the output. It appears whole or not at all, so it marks that the
shard is done, and its name tells what it was made of: the lines, the version, the archive, the date. When all are there
they are written to the output in order, and the folder goes away.
"""
# ruff: noqa: PLC0415 (help does without)

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from onrecord.errors import UsageError
from onrecord.settings import Settings
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.streams import lines, opened, writable

if TYPE_CHECKING:
    from onrecord.wire import Json

SHARD = 16
"""Lines: checks of so many pages take minutes, which is what a process that dies costs."""

Line = tuple[int, bytes]


class OnRay(NamedTuple):
    """That the work is shared out: by so many processes where Ray runs on this machine alone."""

    made_by: str
    """What the answers follow from beside the lines; another gives others."""
    processes: int
    path: Path
    """Where the answers go."""


def on_ray(made_by: str, settings: Settings, result: Result) -> OnRay:
    """Say how the work is shared out, before any is done.

    Raises:
        UsageError: the result is none of many lines, it is not said where to write it, or several archives are named.
    """
    if settings.also:
        raise UsageError("--ray asks one archive", why="several were named", fix="name one, or leave --ray out")
    if result.form != "jsonl":
        raise UsageError("--ray shares out many pages", why="here is one", fix="add --jsonl, and hand in lines")
    if result.output.path is None:
        why = "what is done is kept beside it until all is"
        raise UsageError("--ray needs a file to write to", why=why, fix="name one with -o FILE")
    return OnRay(made_by, settings.threads, result.output.path)


def answer_in_shards(
    name: str, answers: Callable[[Sequence[Line]], Sequence[Json]], shared: OnRay, result: Result
) -> Iterator[Json]:
    """Yield the answers to all lines of ``name``, in order, once all are known."""
    from onrecord import wire
    from onrecord.wiring.shared_out import spread

    folder = shared.path.with_name(f"{shared.path.name}.shards")
    with writable(str(folder)):
        folder.mkdir(exist_ok=True)
    places: list[Path] = []
    waiting: deque[Path] = deque()

    def undone() -> Iterator[list[Line]]:
        with opened(name) as source:
            for shard in _shards(lines(source)):
                places.append(folder / f"{len(places):08}-{_digest(shared.made_by, shard)}.jsonl")
                if not places[-1].exists():
                    waiting.append(places[-1])
                    yield shard

    with progress(result.face) as tell:
        done = count(SHARD, SHARD)
        try:
            for found in spread(answers, undone(), processes=shared.processes):
                _keep(waiting.popleft(), "".join(wire.encode(each) + "\n" for each in found))
                tell(at := next(done), f"{at:,} answered in this run")
        except KeyboardInterrupt:
            kept = f"What is done is kept in {folder}; the same command goes on from there."
            raise KeyboardInterrupt(kept) from None
    with result.output.bytes() as stream:
        for place in places:
            data = place.read_bytes()
            stream.write(data)
            yield from map(json.loads, data.splitlines())
    _clear(folder)


def _shards(given: Iterator[Line]) -> Iterator[list[Line]]:
    while shard := list(islice(given, SHARD)):
        yield shard


def _digest(made_by: str, shard: Sequence[Line]) -> str:
    return sha256(repr((made_by, shard)).encode()).hexdigest()[:16]


def _clear(folder: Path) -> None:
    """Take away the shards, of this run and of any before it, and the folder if nothing else is in it."""
    for place in (*folder.glob("*-*.jsonl"), *folder.glob("*-*.part")):
        place.unlink()
    with suppress(OSError):
        folder.rmdir()


def _keep(place: Path, text: str) -> None:
    """Write a shard; it is there whole or not at all."""
    part = place.with_suffix(".part")
    with writable(str(place)):
        with part.open("w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(place)
