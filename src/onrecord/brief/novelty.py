"""Whether a sentence says something that none before it said.

One word more or less may be all the news: who it was, whether they still do. So the words that sentences share only say
which of the earlier ones are looked at, and the verifier says whether one of these stated it already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.brief.salience import alike
from onrecord.brief.sentences import Sentence
from onrecord.data import Pair
from onrecord.text.numbers import find_figures

_NEAREST = 4
"""Earlier sentences, those with the most terms in common, that may have said it in other words."""
_SPELLED = 10
"""Smaller numbers are spelled out anywhere, and are often no counts."""

Said = Callable[[Sequence[Pair]], Sequence[bool]]
"""Says of each pair whether the premise states what the hypothesis does."""


def reworded(fresh: Iterable[Sentence], before: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences that do not stand among those before word for word."""
    known = {one.wording for one in before}
    return [one for one in fresh if one.wording not in known]


def is_new(sentence: Sentence, before: Iterable[Sentence], said: Said) -> bool:
    """Say whether no sentence before states what this one does."""
    nearest = sorted(before, key=lambda one: (-alike(sentence.terms, one.terms), one.key))[:_NEAREST]
    return not any(said([Pair(premise=_in_digits(one), hypothesis=_in_digits(sentence)) for one in nearest]))


def _in_digits(sentence: Sentence) -> str:
    """Return the words of a sentence with its numbers in digits: at the start of a sentence editors spell them out."""
    parts, end = [], 0
    for figure in find_figures(sentence.words):
        spelled = figure.span.cut(sentence.words)
        if figure.value >= _SPELLED and figure.value.is_integer() and spelled.replace("-", "").isalpha():
            parts += [sentence.words[end : figure.span.start], f"{figure.value:.0f}"]
            end = figure.span.end
    return "".join((*parts, sentence.words[end:]))
