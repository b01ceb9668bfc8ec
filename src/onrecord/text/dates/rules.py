"""What a rule for time expressions is: a pattern, and the days that a match of it means where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from onrecord.data import Interval, Span, TimeKind
from onrecord.text.dates.tense import Tense, is_plain, tense_at

_IN_YEAR = re.compile(r"\W*(?:[Bb]ack\s)?[Ii]n\s((?:1[5-9]|20)\d\d),\s")
_UNKNOWN_YEAR = r"(?:that|(?:the|that)\s(?:same|following|previous|next)|every|each)\s(?:year|month|week)"
_OF_ANOTHER = re.compile(rf"\W*(?:(?:and|but)\s)?(?:in\s)?{_UNKNOWN_YEAR}\b", re.IGNORECASE)
_OF_IT = re.compile(rf",?\s(?:(?:of|in)\s)?{_UNKNOWN_YEAR}\b", re.IGNORECASE)
_USUAL = re.compile(
    r"\b(?:usually|typically|normally|traditionally|annually|(?:every|each)\syear)\b[^.;:!?]{0,80}$", re.IGNORECASE
)
_DONE = re.compile(r"\b(?:was|were|had|said|says|\w{3,}ed)\b")
_LOOK = 110  # characters before a time


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
    def is_of_another(self) -> bool:
        """Whether it is counted from a time not told here, or recurs: "2 May of that year", "in May each year"."""
        text, at = self.text, self.span
        if _OF_IT.match(text, at.end) or (at.start > 0 and _OF_ANOTHER.match(text, 0, at.start)):
            return True
        custom = _USUAL.search(text[max(0, at.start - _LOOK) : at.start])
        return custom is not None and not _DONE.search(custom[0])

    @cached_property
    def tense(self) -> Tense:
        """The tense of what is said there."""
        return tense_at(self.text, self.span.start, self.span.end)

    @cached_property
    def is_plain(self) -> bool:
        """Whether only a bare present looks ahead there."""
        return is_plain(self.text, self.span.start, self.span.end)


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
