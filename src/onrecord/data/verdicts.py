"""What verifying decides, and the evidence it cannot do without."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.data.findings import Coverage, Memento
from onrecord.data.moments import Moment, Window, require_moment
from onrecord.data.reasons import Reason
from onrecord.data.requiring import require, require_score
from onrecord.data.spans import Span
from onrecord.data.statements import Statement


class Stance(StrEnum):
    """How a passage stands to a statement."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A passage's text and a statement's text, to be judged."""

    premise: str
    hypothesis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Probabilities that a premise supports, refutes or says nothing of a hypothesis; they sum to one."""

    supports: float
    refutes: float
    neutral: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        for score in (self.supports, self.refutes, self.neutral):
            require_score(score)
        total = self.supports + self.refutes + self.neutral
        require(abs(total - 1.0) < 1e-6, f"the three probabilities sum to one, not {total}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposition:
    """What two reports hold against each other by their words, whoever is right."""

    here: Span
    """In the document of the one report."""
    there: Span
    """In that of the other."""
    says_no: tuple[bool, bool]
    """Whether the one, and the other, says no to what the other report says."""
    is_state: bool
    """Whether both tell how things stand, which may change, and no event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A span cut from a stored document, and how it stands to a statement.

    It cannot be made unless ``quote`` is what ``span`` cuts from the document, character for character.
    """

    memento: Memento
    span: Span
    quote: str
    stance: Stance
    score: float
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        require_score(self.score)
        require(self.span.cut(self.memento.document.text) == self.quote, "the quote is not what its span cuts out")


class Label(StrEnum):
    """A verdict's label; ``words`` is what people read."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKED = "not_checked"

    @property
    def words(self) -> str:
        """The label in words."""
        return _LABEL_WORDS[self]


_LABEL_WORDS = {
    Label.SUPPORTED: "On record",
    Label.REFUTED: "Contradicted by the record",
    Label.CONFLICTING: "Disputed",
    Label.SUPERSEDED: "Superseded",
    Label.NOT_ENOUGH_EVIDENCE: "Not on record",
    Label.NOT_CHECKED: "Not checked",
}

_NEEDED_STANCES = {
    Label.SUPPORTED: (Stance.SUPPORTS,),
    Label.REFUTED: (Stance.REFUTES,),
    Label.CONFLICTING: (Stance.SUPPORTS, Stance.REFUTES),
    Label.SUPERSEDED: (Stance.SUPPORTS, Stance.REFUTES),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """How many independent origins stand on either side."""

    supporting: int = 0
    refuting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the record says of one statement as of a date.

    Law 2 is held here: a label that claims something cannot be made without evidence on its side, and
    no evidence may be published or changed after ``as_of``. The page itself may testify only on foreign statements.
    """

    statement: Statement
    label: Label
    as_of: Moment
    evidence: tuple[Evidence, ...]
    origins: Origins
    reasons: tuple[Reason, ...]
    coverage: Coverage
    score: float

    def __post_init__(self) -> None:
        require_score(self.score)
        require_moment(self.as_of, "as_of")
        require(bool(self.reasons), f"a verdict of {self.label} needs its reasons")
        stances = {evidence.stance for evidence in self.evidence}
        for stance in _NEEDED_STANCES.get(self.label, ()):
            require(stance in stances, f"{self.label} needs evidence that {stance}")
        window = Window(until=self.as_of)
        for evidence in self.evidence:
            if evidence.memento.own:
                require(self.statement.foreign is not None, "a page is not evidence for its own statements")
            else:
                stood = evidence.memento.stood_in(window)
                require(stood, "evidence must be dated, and not later than as_of, nor changed later")
