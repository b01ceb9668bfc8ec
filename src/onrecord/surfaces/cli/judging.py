"""The command that judges pairs of texts: verify."""
# ruff: noqa: PLC0415 (a command imports what it needs when it runs, so that help is there at once)

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from onrecord.settings import load
from onrecord.surfaces.cli.batches import AT_ONCE, Answers, Record, answer, words_of
from onrecord.surfaces.cli.face import Command
from onrecord.surfaces.cli.options import result_options, verifier_option
from onrecord.surfaces.cli.result import Result

if TYPE_CHECKING:
    from onrecord.data import Pair
    from onrecord.wire import Json


@click.command(cls=Command, examples=("onrecord verify --pairs pairs.jsonl --jsonl",))
@click.option("--pairs", required=True, metavar="FILE", help="Lines of {id, premise, hypothesis}.")
@verifier_option
@result_options("jsonl")
def verify(pairs: str, verifier: str | None, result: Result) -> int:
    """Judge whether one text supports or refutes another.

    Prints one JSON object a line, its three probabilities summing to one.
    """
    from onrecord import engine, wire, wiring
    from onrecord.data import Pair

    settings, _ = load({"verifier": verifier})
    judging = wiring.make_verifier(settings.verifier, settings.threads)

    def pair_of(line: Record) -> Pair:
        return Pair(premise=words_of(line, "premise"), hypothesis=words_of(line, "hypothesis"))

    def judge(asked: Sequence[Pair]) -> Iterator[Json]:
        return map(wire.judgement, engine.judge_pairs(asked, verifier=judging))

    return answer(pairs, Answers(take=pair_of, work=judge, size=AT_ONCE), result=result)
