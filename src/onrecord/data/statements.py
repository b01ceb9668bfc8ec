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


class TimeKind(StrEnum):
    """What a time expression stands for; duration and set are TimeML's."""

    DAYS = "days"
    """The days of its interval."""
    DURATION = "duration"
    """How long something lasts; it has an interval where it lasts until the day of publication."""
    AGE = "age"
    SET = "set"
    """How often, as "every Monday"."""
    UNRESOLVED = "unresolved"
    """A time whose days the sentence does not tell, or not to everybody alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Words that name a time, what they stand for, and the days where they mean any."""

    span: Span
    kind: TimeKind
    interval: Interval | None = None

    def __post_init__(self) -> None:
        known = self.interval is not None
        require(known or self.kind is not TimeKind.DAYS, "a time of the kind days needs its days")
        require(
            not known or self.kind in (TimeKind.DAYS, TimeKind.DURATION), f"a time of the kind {self.kind} has no days"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """Words in square brackets that make a statement readable alone, cut from elsewhere in its text."""

    at: Span
    """In ``Statement.text``: the brackets and the space that parts them from the statement's own words."""
    span: Span
    """In ``Document.text``: where the words in the brackets stand."""


class WorthPart(StrEnum):
    """What speaks for or against checking a statement before others."""

    KIND = "kind"
    FIGURES = "figures"
    TIME = "time"
    NAMES = "names"
    FOREIGN = "foreign"
    LEAD = "lead"
    LENGTH = "length"
    UNRESOLVED = "unresolved"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worth:
    """What one thing adds to how much a statement is worth checking, less than nothing if it speaks against it."""

    part: WorthPart
    points: float


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
    """The shortest interval it speaks of."""
    times: tuple[Time, ...] = ()
    """Every time expression in it, in order, those without days among them."""
    figures: tuple[Figure, ...] = ()
    foreign: RemovalKind | None = None
    """The kind of the removed passage it stands in; None when it belongs to the page."""
    pieces: tuple[Span, ...] = ()
    """In ``Document.text``: what ``text`` was cut from, in order; empty where that is not known."""
    additions: tuple[Addition, ...] = ()
    """What stands in brackets in ``text``, in order."""
    unresolved: tuple[Span, ...] = ()
    """In ``Document.text``: pronouns such as "they" of which nothing says for certain what they
    stand for."""
    worth: tuple[Worth, ...] = ()
    """What speaks for and against checking it before others; empty where it was not weighed."""

    @property
    def score(self) -> float:
        """How much it is worth checking, in points."""
        return sum(one.points for one in self.worth)

    def __post_init__(self) -> None:
        require(bool(self.text.strip()), "a statement needs text")
