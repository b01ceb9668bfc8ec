"""A check as a reader sees it: the page set as a column, its cases, and what another date changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.data import Label, Moment, Reason, Reference, Report, Restoration, Run, Statement, Verdict
from onrecord.render.cases import Case, Tally, cases, tally
from onrecord.render.column import Row, column
from onrecord.render.noted import Noted, noted
from onrecord.surfaces.web.results import SoFar

NOBODY = noted(())
"""Says nothing of anything."""


class Stage(StrEnum):
    """What stands for a label until there is one."""

    WAITING = "waiting"

    @property
    def words(self) -> str:
        """The stage in words."""
        return "Being checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A statement that has no verdict yet."""

    statement: Statement
    label: Stage = Stage.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A verdict that is another one as of another date."""

    case: Case
    was: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """What changed between two reports on one page."""

    since: Moment
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything the screen shows of a check."""

    restoration: Restoration | None
    rows: tuple[Row, ...] = ()
    marked: tuple[Verdict | Waiting, ...] = ()
    """One for each statement, in order."""
    cases: tuple[Case, ...] = ()
    tally: tuple[Tally, ...] = ()
    notices: tuple[Reason, ...] = ()
    references: tuple[Reference, ...] = ()
    run: Run | None = None
    """None while the check runs."""
    turns: Turns | None = None
    noted: Noted = NOBODY

    @property
    def overruled(self) -> tuple[Case, ...]:
        """The cases whose verdict somebody overrules."""
        return tuple(case for case in self.cases if self.noted.overruling(case.verdict))

    @property
    def talked_of(self) -> tuple[Case, ...]:
        """The other cases that there are notes on."""
        return tuple(case for case in self.cases if self.noted.on(case.verdict) and case not in self.overruled)


def shown(report: Report, earlier: Report | None = None, people: Noted = NOBODY) -> Shown:
    """Set a report; beside it what became of the verdicts of an earlier one, and what people say."""
    page = report.restoration
    told = cases(page, report.verdicts)
    return Shown(
        restoration=page,
        rows=column(page, [verdict.statement for verdict in report.verdicts]),
        marked=report.verdicts,
        cases=told,
        tally=tally(told),
        notices=report.notices,
        references=report.references,
        run=report.run,
        turns=between(earlier, told) if earlier else None,
        noted=people,
    )


def shown_so_far(told: SoFar) -> Shown:
    """Set what a running check has told so far."""
    page = told.restoration
    if page is None:
        return Shown(restoration=None)
    waiting = tuple(Waiting(statement=statement) for statement in told.statements[len(told.verdicts) :])
    marked: tuple[Verdict | Waiting, ...] = (*told.verdicts, *waiting)
    known = cases(page, told.verdicts)
    return Shown(
        restoration=page,
        rows=column(page, [each.statement for each in marked]),
        marked=marked,
        cases=known,
        tally=tally(known),
    )


def between(earlier: Report, now: Sequence[Case]) -> Turns:
    """Return the cases whose label is another than in an earlier report on the same page."""
    labels = {verdict.statement.id: verdict.label for verdict in earlier.verdicts}
    pairs = ((case, labels.get(case.verdict.statement.id, case.verdict.label)) for case in now)
    turns = tuple(Turn(case=case, was=was) for case, was in pairs if was is not case.verdict.label)
    return Turns(since=earlier.run.as_of, turns=turns)
