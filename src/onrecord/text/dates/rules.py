"""What a rule for time expressions is: a pattern, and the days that a match of it means where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.data import Interval, Span, TimeKind
from onrecord.text.dates.tense import Tense, tense_at

_IN_YEAR = re.compile(r"\W*(?:[Bb]ack\s)?[Ii]n\s((?:1[5-9]|20)\d\d),\s")


@dataclass(frozen=True)
class Place:
    """Where a time expression stands: in which text, published when."""

    text: str
    span: Span
    anchor: date | None

    @cached_property
    def year(self) -> int | None:
        """The year that the text opens with ("In 2021, …"), which all that follows is of."""
        opening = _IN_YEAR.match(self.text)
        return int(opening[1]) if opening and self.span.start >= opening.end() else None

    @cached_property
    def tense(self) -> Tense:
        """The tense of what is said there."""
        return tense_at(self.text, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, whose group ``x`` is the expression if it has one, and the days a match means; None if unsaid."""

    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], Place], Interval | None]
    kind: TimeKind = TimeKind.DAYS

    def kind_with(self, interval: Interval | None) -> TimeKind:
        """Return what a match stands for, given the days it was found to mean."""
        return TimeKind.UNRESOLVED if self.kind is TimeKind.DAYS and interval is None else self.kind


def rule(pattern: str, days: Callable[[re.Match[str], Place], Interval | None], kind: TimeKind = TimeKind.DAYS) -> Rule:
    """Return a rule; its pattern is case-sensitive where it does not say otherwise."""
    return Rule(re.compile(pattern), days, kind)
