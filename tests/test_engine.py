"""Checking: what is told on the way."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import engine
from onrecord.adapters.agreement import AgreementVerifier
from onrecord.adding import add
from onrecord.data import Page, Restoration, Run, Statement
from onrecord.find import ArchiveFinder
from onrecord.read import read_text
from onrecord.testing import HashingEmbedder, MemoryArchive

EMBEDDER = HashingEmbedder()


def report(number: int, sentences: int = 3) -> Page:
    said = (
        f"Pier {number} of Port Sorrel stayed shut on day {day}, the harbour board said." for day in range(sentences)
    )
    return read_text(" ".join(said), url=f"https://wire.example/{number}", published=date(2025, 5, 19))


def checked(tell):
    archive = MemoryArchive()
    tuple(add([report(number) for number in range(3)], archive=archive, embedder=EMBEDDER))
    return engine.check(
        report(7, 9),
        archive=ArchiveFinder(archive, EMBEDDER),
        embedder=EMBEDDER,
        verifier=AgreementVerifier(EMBEDDER),
        as_of=date(2025, 6, 1),
        run=Run(version="0", as_of=date(2025, 6, 1), archive_revision=archive.revision),
        tell=tell,
    )


def test_what_is_known_is_told_on_the_way_and_is_what_is_reported():
    told = []
    made = checked(told.append)
    assert isinstance(told[0], Restoration)
    assert all(isinstance(one, Statement) for one in told[1])
    assert len(told) > 3
    assert told[0] == made.restoration
    assert told[1] == tuple(verdict.statement for verdict in made.verdicts)
    assert sum(told[2:], ()) == made.verdicts
    assert made == checked(None)


def test_whoever_is_told_may_end_it():
    told = []

    def enough(_):
        told.append(_)
        if len(told) == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        checked(enough)
    assert len(told) == 3
