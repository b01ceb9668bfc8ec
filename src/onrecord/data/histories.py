"""How the verdict on one statement changed over time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from onrecord.data.briefs import Update
from onrecord.data.moments import Moment, latest
from onrecord.data.reports import Run
from onrecord.data.requiring import require
from onrecord.data.statements import Statement
from onrecord.data.verdicts import Evidence, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """A verdict whose label became another one, with what made it so."""

    before: Verdict
    after: Verdict

    def __post_init__(self) -> None:
        require(self.before.statement == self.after.statement, "a transition is of one statement")
        require(self.before.label is not self.after.label, "a transition is from one label to another")
        require(latest(self.before.as_of) < latest(self.after.as_of), "a transition goes forward in time")

    @property
    def at(self) -> Moment:
        """The first moment as of which the new verdict holds."""
        return self.after.as_of

    @property
    def gained(self) -> tuple[Evidence, ...]:
        """The evidence of the new verdict that the old one did not have."""
        known = {(each.memento.document.id, each.span, each.stance) for each in self.before.evidence}
        return tuple(
            each for each in self.after.evidence if (each.memento.document.id, each.span, each.stance) not in known
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The verdicts on a statement in order of time, each holding from its ``as_of`` until that of the next.

    Nothing that could have changed a verdict between two of them was published, or it changed neither the label,
    nor how many independent origins stand on either side, nor why nothing is on record.
    """

    statement: Statement
    as_of: Moment
    """Up to when the record was read; the last verdict holds until then."""
    verdicts: tuple[Verdict, ...]
    run: Run

    def __post_init__(self) -> None:
        require(bool(self.verdicts), "a history has a verdict")
        require(all(each.statement == self.statement for each in self.verdicts), "a history is of one statement")
        moments = [latest(each.as_of) for each in self.verdicts]
        require(all(a < b for a, b in pairwise(moments)), "a history is told in order of time")
        require(moments[-1] <= latest(self.as_of), "a history ends with as_of")

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """The changes of the label, in order of time."""
        pairs = pairwise(self.verdicts)
        return tuple(Transition(before=a, after=b) for a, b in pairs if a.label is not b.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What there is to tell of what is followed."""

    as_of: Moment
    looked: int
    """How many statements and topics were looked at."""
    transitions: tuple[Transition, ...]
    """In order of time."""
    updates: tuple[Update, ...] = ()

    def __post_init__(self) -> None:
        require(all(latest(each.as_of) <= latest(self.as_of) for each in self.updates), "news is no later than as_of")
        require(all(latest(each.at) <= latest(self.as_of) for each in self.transitions), "news is no later than as_of")
