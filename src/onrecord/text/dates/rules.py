"""What a rule for time expressions is: a pattern, and the days that a match of it means where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.data import Interval, Span
from onrecord.text.dates.tense import Tense, tense_at


@dataclass(frozen=True)
class Place:
    """Where a time expression stands: in which text, published when."""

    text: str
    span: Span
    anchor: date | None

    @cached_property
    def tense(self) -> Tense:
        """The tense of what is said there."""
        return tense_at(self.text, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, whose group ``x`` is the expression if it has one, and the days a match means; None if unsaid."""

    pattern: re.Pattern[str]
    days: Callable[[re.Match[str], Place], Interval | None]


def rule(pattern: str, days: Callable[[re.Match[str], Place], Interval | None]) -> Rule:
    """Return a rule; its pattern is case-sensitive where it does not say otherwise."""
    return Rule(re.compile(pattern), days)
