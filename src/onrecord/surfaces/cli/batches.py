"""JSON Lines in, JSON Lines out: one answer a line, in order, under the id it came with.

A line that cannot be worked on is answered with what was wrong with it, and the run goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from onrecord.errors import InputMalformed, OnrecordError, UsageError
from onrecord.surfaces.cli.progress import progress
from onrecord.surfaces.cli.result import Result
from onrecord.surfaces.cli.shards import Line, OnRay, answer_in_shards
from onrecord.surfaces.cli.streams import LARGEST, lines, opened, too_large
from onrecord.surfaces.status import OK, PARTIAL

AT_ONCE = 32
"""Short texts worked on together, which is faster than one by one."""

LINED = ("jsonl", "json")
"""Forms in which many lines are answered: a JSON object for each, whichever of the two is named."""

Record = dict[str, Any]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers(Generic[Item]):
    """What answers lines: ``take`` reads one record, ``work`` answers up to ``size`` of them at once."""

    take: Callable[[Record], Item]
    work: Callable[[Sequence[Item]], Iterable[Record]]
    size: int = 1

    def __call__(self, some: Sequence[Line]) -> list[Record]:
        """Return an answer to each line."""
        from onrecord import wire  # noqa: PLC0415 (help does without)

        found: list[Record] = []
        for at in range(0, len(some), self.size):
            batch = [_taken(number, line, self.take) for number, line in some[at : at + self.size]]
            answers = iter(self.work([item for _, item in batch if not isinstance(item, OnrecordError)]))
            for given, item in batch:
                told = wire.error(item) if isinstance(item, OnrecordError) else next(answers)
                found.append({"id": given, **told})
        return found


def answer(
    name: str,
    answers: Answers[Item],
    *,
    result: Result,
    look: Callable[[Record], object] = len,
    on_ray: OnRay | None = None,
) -> int:
    """Answer every line of ``name``, here or on a cluster; ``look`` is shown each answer.

    Raises:
        UsageError: the result is wanted in a form for people or for one page.
    """
    form = "html" if result.page else result.form
    if form not in (None, *LINED):
        fix = f"take --{form} or the lines away"
        raise UsageError(f"--{form} shows one page", why="many lines are answered here", fix=fix)
    done = failed = 0
    answered = answer_in_shards(name, answers, on_ray, result) if on_ray else _answered(name, answers, result)
    for each in answered:
        look(each)
        done += 1
        failed += "error" in each
    if failed:
        result.face.say(f"{failed:,} of {done:,} lines could not be worked on; each is answered with its error")
    return PARTIAL if failed else OK


def _answered(name: str, answers: Answers[Item], result: Result) -> Iterator[Record]:
    """Answer every line in turn, and write each answer when it is there."""
    from onrecord import wire  # noqa: PLC0415 (help does without)

    done = 0
    with opened(name) as source, result.output.lines() as stream, progress(result.face) as tell:
        records = lines(source)
        try:
            while some := list(islice(records, answers.size)):
                for each in answers(some):
                    stream.write(wire.encode(each) + "\n")
                    done += 1
                    yield each
                stream.flush()
                tell(done, f"{done:,} answered")
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"{done:,} of the lines are answered, and their answers written.") from None


def _taken(number: int, line: bytes, take: Callable[[Record], Item]) -> tuple[Any, Item | OnrecordError]:
    """Return a line's id and what ``take`` makes of it; a line without an id goes by its number."""
    if len(line) > LARGEST:
        return number, too_large(f"line {number}")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return number, _malformed(number, str(error))
    if not isinstance(record, dict):
        return number, _malformed(number, "it is no object")
    try:
        return record.get("id", number), take(record)
    except OnrecordError as error:
        return record.get("id", number), error


def _malformed(number: int, why: str) -> InputMalformed:
    return InputMalformed(f"line {number} is not a JSON object", why=why, fix='write one a line, such as {"id": 1, …}')


def words_of(record: Record, key: str, default: str | None = None) -> str:
    """Return the text a record has under ``key``.

    Raises:
        InputMalformed: it has none, or something else than text.
    """
    value = record.get(key, default)
    if isinstance(value, str):
        return value
    why = f"it is {json.dumps(value)[:40]}" if key in record else f"there is no {key!r} in it"
    raise InputMalformed(f"a line needs text under {key!r}", why=why, fix=f'write it as "{key}": "…"')
