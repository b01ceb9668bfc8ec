"""What a page cites, and whether what it cites carries what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.reasons import Reason
from onrecord.data.requiring import require
from onrecord.data.spans import Span
from onrecord.data.verdicts import Evidence, Stance


class ReferenceKind(StrEnum):
    """How a page cites."""

    LINK = "link"
    """Words, or a bare address, that lead to another page."""
    MARK = "mark"
    """A number that stands for a note: [1], ¹."""
    CLAIM = "claim"
    """Words that say that sources are given: "the sources cited above"."""


class ReferenceStatus(StrEnum):
    """What became of a reference."""

    CARRIED = "carried"
    """The document it leads to bears its sentence out."""
    CONTRADICTED = "contradicted"
    """The document it leads to says otherwise."""
    NOT_CARRIED = "not_carried"
    """Nothing was found in the document it leads to that bears its sentence out."""
    NOT_CHECKED = "not_checked"
    """The document is not in the archive by the date asked for, or its sentence states nothing to be checked."""
    GIVEN = "given"
    """The sources it speaks of are there."""
    MISSING = "missing"
    """There is no link and no note that it could stand for."""


_NEEDED = {ReferenceStatus.CARRIED: Stance.SUPPORTS, ReferenceStatus.CONTRADICTED: Stance.REFUTES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A place where the page under examination cites, or says that it does."""

    span: Span
    kind: ReferenceKind
    status: ReferenceStatus
    sentence: Span | None = None
    """The statement it stands in or behind."""
    urls: tuple[str, ...] = ()
    """Where it leads; empty when it gives no address."""
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        require(bool(self.reasons), f"a reference that is {self.status} needs its reasons")
        needed = _NEEDED.get(self.status)
        stances = {piece.stance for piece in self.evidence}
        require(needed is None or needed in stances, f"a reference that is {self.status} needs evidence that {needed}")
