"""What extracting finds: statements, who made them, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from onrecord.data.moments import Interval
from onrecord.data.requiring import require
from onrecord.data.restorations import RemovalKind
from onrecord.data.spans import Span


class Directness(StrEnum):
    """How a source's words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is said to have said what: spans of source, cue and content, in the PARC sense."""

    content: Span
    source: Span | None = None
    cue: Span | None = None
    speaker: str | None = None
    """The source's one name within the text, or None when it could not be resolved."""
    directness: Directness = Directness.INDIRECT


class StatementKind(StrEnum):
    """What a statement is; only events, states and figures are checked as facts."""

    EVENT = "event"
    STATE = "state"
    FIGURE = "figure"
    FORECAST = "forecast"
    OPINION = "opinion"
    QUESTION = "question"


FACTUAL_KINDS = (StatementKind.EVENT, StatementKind.STATE, StatementKind.FIGURE)


class Bound(StrEnum):
    """How a figure bounds what it counts."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number with its unit, what it counts and how it bounds it."""

    span: Span
    value: float
    unit: str = ""
    """Such as ``percent``, ``USD``, ``day``, ``km``; empty for a bare count."""
    counted: str = ""
    """The words that say what is counted, such as ``Palestinians``; empty when not stated."""
    bound: Bound = Bound.EXACTLY

    def __post_init__(self) -> None:
        require(isfinite(self.value), f"a figure is a finite number, not {self.value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a text states, readable alone.

    ``span`` covers it in ``Document.text``, a removed passage in its middle included; ``text`` are the
    kept words, with what stands for a pronoun added in square brackets only.
    """

    id: str
    document_id: str
    span: Span
    text: str
    kind: StatementKind
    attribution: Attribution | None = None
    time: Interval | None = None
    figures: tuple[Figure, ...] = ()
    foreign: RemovalKind | None = None
    """The kind of the removed passage it stands in; None when it belongs to the page."""

    def __post_init__(self) -> None:
        require(bool(self.text.strip()), "a statement needs text")
