"""What a short text says, in a form in which two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from onrecord.data import Figure, Interval, Span
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.names import Name, find_names
from onrecord.text.numbers import find_figures
from onrecord.text.sentences import sentences
from onrecord.verify.reading.polarity import Hedge, Negation, find_hedges, find_negations
from onrecord.verify.reading.sayings import Saying, find_sayings
from onrecord.verify.reading.taking_turns import apart
from onrecord.verify.reading.tokens import Word, find_roots, find_words

KIN = 5
"""Letters by which a place and its people are known for the same: Veldania, Veldanian."""
_NAMING = re.compile(r"(?:(?<=\s)[A-Z][\w-]*\s|[–-])$")
_NUMBERED = re.compile(r"\b[A-Z][A-Za-z]+-$")
"""Before a number that is a part of a name whatever stands behind it: "Heron-2's batteries"."""
_CLOCK = re.compile(
    r"(?:[01]?\d|2[0-3])\.[0-5]\d(?=[.,;:]?(?:\s|$))(?!\s(?:percent|per cent|points?|million|billion)\b)"
)
_AT = re.compile(
    r"(?<!closed)(?<!closing)(?<!traded)(?<!trading)(?<!ended)(?<!stood)(?<!priced)(?<!valued)(?<!opened)(?<!settled)(?<!rate)"
    r"(?<!steady)(?<!unchanged)(?<!remained)(?<!sold)\sat\s$"
)
"""Before an hour with its minutes, "left at 6.50", not a price: "closed at 6.50"."""
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY_OF_MONTH = re.compile(rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?")
"""A day without its year."""
_YEAR = re.compile(r"(?<![\w.,$€£-])(?:19|20)\d\d(?![\w%]|[.,]\d)")


@dataclass(frozen=True, kw_only=True)
class Gist:
    """A text taken apart: words, figures, times, names, what it denies, holds possible or gives as said.

    Each is found when first asked for: of most texts that a statement is compared with, few are.
    """

    text: str
    anchor: date | None = None
    """The day that "Monday" and "last week" are counted from."""
    language: str | None = None
    said_of: Interval | None = None
    """The days of its only time expression, where more is known of them than it tells."""

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Its sentences, in order."""
        return sentences(self.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words, in order."""
        return find_words(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(word.stem for word in self.words)

    @cached_property
    def begun(self) -> frozenset[str]:
        """The beginnings of its capitalised words, by which a place and its people are known for the same."""
        return frozenset(word.stem[:KIN] for word in self.words if word.capital)

    @cached_property
    def roots(self) -> frozenset[str]:
        """The roots of its content words."""
        return find_roots(self.text)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """What it counts."""
        return tuple(figure for figure in self.numbers if not _is_no_count(self.text, figure, self.times))

    @cached_property
    def numbers(self) -> tuple[Figure, ...]:
        """Its figures, those that belong to times and names too."""
        return find_figures(self.text)

    @cached_property
    def times(self) -> tuple[TimeExpression, ...]:
        """The times it speaks of, years that stand alone among them: "the 2012 election"."""
        found = find_times(self.text, anchor=self.anchor, language=self.language or "en")
        found += _years(self.text, (*(time.span for time in found), *(figure.span for figure in self.numbers)))
        if self.said_of is None or len(found) != 1:
            return found if self.said_of is None or self.anchor else self._near(found, self.said_of.start)
        return (replace(found[0], interval=self.said_of),)

    def _near(self, found: tuple[TimeExpression, ...], day: date) -> tuple[TimeExpression, ...]:
        """Return times, days of a month without their year in the year that is nearest to another time of the text."""
        return tuple(
            near_to(one, day) if one.interval is None and DAY_OF_MONTH.fullmatch(one.words) else one for one in found
        )

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Whom and what it names."""
        return find_names(self.text)

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        """What it says no to."""
        return find_negations(self.text, self.words)

    @cached_property
    def hedges(self) -> tuple[Hedge, ...]:
        """What it holds possible, plans or tries."""
        return find_hedges(self.words)

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """What it gives as said, and by whom."""
        return apart(self.text, find_sayings(self.text, self.words))

    def within(self, span: Span) -> tuple[int, ...]:
        """Return the indices of the words inside ``span``."""
        return tuple(at for at, word in enumerate(self.words) if span.covers(word.span))


@lru_cache(maxsize=2_048)
def gist(text: str, *, anchor: date | None = None, language: str | None = None) -> Gist:
    """Take ``text`` apart, once for all that is compared with it."""
    return Gist(text=text, anchor=anchor, language=language)


def near_to(time: TimeExpression, day: date) -> TimeExpression:
    """Return a day of a month in the year in which it is nearest to another day."""
    dated = (find_times(f"{time.words}, {year}", anchor=None) for year in (day.year - 1, day.year, day.year + 1))
    days = [one.interval for some in dated for one in some if one.interval]
    return replace(time, interval=min(days, key=lambda days: abs(days.start - day))) if days else time


def _is_no_count(text: str, figure: Figure, times: Iterable[TimeExpression]) -> bool:
    """Say whether a figure belongs to a time ("600 days") or a name ("Route 9", "2B", "2017–18")."""
    if any(time.span.overlaps(figure.span) for time in times):
        return True
    if _NUMBERED.search(text, max(0, figure.span.start - 30), figure.span.start):
        return True
    if figure.unit or figure.counted:
        return False
    if _CLOCK.match(text, figure.span.start) and _AT.search(text, max(0, figure.span.start - 30), figure.span.start):
        return True
    named = _NAMING.search(text, max(0, figure.span.start - 30), figure.span.start)
    return bool(named) or text[figure.span.end : figure.span.end + 1].isalpha()


def _years(text: str, taken: Iterable[Span]) -> tuple[TimeExpression, ...]:
    """Return the years that stand alone: "the 2012 election"."""
    taken = tuple(taken)
    found = []
    for match in _YEAR.finditer(text):
        span = Span(start=match.start(), end=match.end())
        if not any(span.overlaps(other) for other in taken):
            year = int(match[0])
            days = Interval(start=date(year, 1, 1), end=date(year, 12, 31))
            found.append(TimeExpression(span=span, interval=days, words=match[0]))
    return tuple(found)
