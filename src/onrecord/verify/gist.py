"""What a short text says, in a form in which two texts can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.data import Figure, Span
from onrecord.text.dates import TimeExpression, find_times
from onrecord.text.names import Name, find_names
from onrecord.text.numbers import find_figures
from onrecord.verify.polarity import Negation, find_hedges, find_negations
from onrecord.verify.sayings import Saying, find_sayings
from onrecord.verify.tokens import Word, find_words, root


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
    hedges: tuple[int, ...]
    sayings: tuple[Saying, ...]

    def within(self, span: Span) -> tuple[int, ...]:
        """Return the indices of the words inside ``span``."""
        return tuple(at for at, word in enumerate(self.words) if span.covers(word.span))


def gist(text: str, *, anchor: date | None = None, language: str | None = None) -> Gist:
    """Take ``text`` apart; ``anchor`` is the day that "Monday" and "last week" are counted from."""
    words = find_words(text)
    times = find_times(text, anchor=anchor, language=language or "en")
    figures = find_figures(text)
    return Gist(
        text=text,
        words=words,
        roots=frozenset(root(word.stem) for word in words if word.content),
        figures=tuple(figure for figure in figures if not any(time.span.overlaps(figure.span) for time in times)),
        times=times,
        names=find_names(text),
        negations=find_negations(text, words),
        hedges=find_hedges(words),
        sayings=find_sayings(text, words),
    )
