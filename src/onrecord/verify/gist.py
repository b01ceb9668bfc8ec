"""What a short text says, in a form in which two texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.data import Figure, Interval, Span
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.names import Name, find_names
from onrecord.text.numbers import find_figures
from onrecord.verify.polarity import Hedge, Negation, find_hedges, find_negations
from onrecord.verify.sayings import Saying, find_sayings
from onrecord.verify.tokens import Word, find_words, root

_NAMING = re.compile(r"(?:(?<=\s)[A-Z][\w-]*\s|[–-])$")
_YEAR = re.compile(r"(?<![\w.,$€£-])(?:19|20)\d\d(?![\w%]|[.,]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gist:
    """A text taken apart: words, figures, times, names, what it denies, holds possible or gives as said."""

    text: str
    words: tuple[Word, ...]
    roots: frozenset[str]
    figures: tuple[Figure, ...]
    times: tuple[TimeExpression, ...]
    names: tuple[Name, ...]
    negations: tuple[Negation, ...]
    hedges: tuple[Hedge, ...]
    sayings: tuple[Saying, ...]

    def within(self, span: Span) -> tuple[int, ...]:
        """Return the indices of the words inside ``span``."""
        return tuple(at for at, word in enumerate(self.words) if span.covers(word.span))


@lru_cache(maxsize=1_024)
def gist(text: str, *, anchor: date | None = None, language: str | None = None) -> Gist:
    """Take ``text`` apart; ``anchor`` is the day that "Monday" and "last week" are counted from."""
    words = find_words(text)
    figures = find_figures(text)
    times = find_times(text, anchor=anchor, language=language or "en")
    times += _years(text, (*(time.span for time in times), *(figure.span for figure in figures)))
    return Gist(
        text=text,
        words=words,
        roots=frozenset(root(word.stem) for word in words if word.content),
        figures=tuple(figure for figure in figures if not _is_no_count(text, figure, times)),
        times=times,
        names=find_names(text),
        negations=find_negations(text, words),
        hedges=find_hedges(words),
        sayings=find_sayings(text, words),
    )


@lru_cache(maxsize=512)
def surroundings(text: str) -> Gist:
    """Take only the words and names of a longer text: what stands around quoted words, where names are looked up."""
    words = find_words(text)
    return Gist(
        text=text,
        words=words,
        roots=frozenset(root(word.stem) for word in words if word.content),
        figures=(),
        times=(),
        names=find_names(text),
        negations=(),
        hedges=(),
        sayings=(),
    )


def _is_no_count(text: str, figure: Figure, times: Iterable[TimeExpression]) -> bool:
    """Say whether a figure belongs to a time ("600 days") or a name ("Route 9", "2B", "2017–18")."""
    if any(time.span.overlaps(figure.span) for time in times):
        return True
    if figure.unit or figure.counted:
        return False
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
