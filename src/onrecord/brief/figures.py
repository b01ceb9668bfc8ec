"""Figures over time, and the sides of a dispute about one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from onrecord.brief.sentences import Sentence
from onrecord.data import Bound, Figure, day_of, latest
from onrecord.text.numbers import find_figures
from onrecord.text.words import content_words, terms

Reported = tuple[Sentence, Figure]

_CLAUSE_END = re.compile(r"[,;:.!?“”()]\s|[.!?]$")
_DAYS_APART = 2
"""Reports this near in time that differ speak of one moment; further apart the figure may have moved."""

_DIFFERENT = 0.02
"""Share by which two figures must differ to be held against each other; less is rounding."""


def series(sentences: Sequence[Sentence]) -> dict[str, tuple[Reported, ...]]:
    """Return what is counted with its figures by day of report, where at least two values were given.

    A value that one origin gives again, or that copies repeat, is listed once.
    """
    found: dict[tuple[str, ...], dict[tuple[str, float], Reported]] = defaultdict(dict)
    for sentence in sorted(sentences, key=_published):
        for figure in find_figures(sentence.words):
            if figure.counted and sentence.memento.at is not None:
                key = (*terms(figure.counted), *terms(_happened(sentence, figure)), figure.unit)
                found[key].setdefault((sentence.memento.origin, figure.value), (sentence, figure))
    told = [tuple(sorted(reported.values(), key=_when)) for _, reported in sorted(found.items())]
    return {_words(reported[0]): reported for reported in told if len({figure.value for _, figure in reported}) > 1}


def _published(sentence: Sentence) -> tuple[bool, object, str, int]:
    at = sentence.memento.at
    return (at is None, latest(at) if at is not None else None, sentence.memento.document.id, sentence.span.start)


def _happened(sentence: Sentence, figure: Figure) -> str:
    """Return the word beside a figure that says what happened to what it counts: "killed", "left", "missing".

    It stands after what is counted, in the same clause ("12 people were killed"), else before the figure
    ("has killed 31 people").
    """
    counted = sentence.words.find(figure.counted, figure.span.end)
    after = _CLAUSE_END.split(sentence.words[counted + len(figure.counted) :], maxsplit=1)[0]
    before = _CLAUSE_END.split(sentence.words[: figure.span.start])[-1]
    return next(iter(content_words(after)), "") or next(reversed(content_words(before)), "")


def _words(reported: Reported) -> str:
    sentence, figure = reported
    return f"{figure.counted} {_happened(sentence, figure)}".strip()


def _when(reported: Reported) -> tuple[object, ...]:
    sentence, figure = reported
    assert sentence.memento.at is not None  # series() takes dated ones only
    return (day_of(sentence.memento.at), figure.value, sentence.memento.document.id, sentence.span.start)


def disputed(reported: Sequence[Reported]) -> tuple[Reported, Reported] | None:
    """Return the latest two reports of different origins that give different values at about one time."""
    for at in range(len(reported) - 1, 0, -1):
        for other in range(at - 1, -1, -1):
            if _against(reported[at], reported[other]):
                return reported[other], reported[at]
    return None


def _against(one: Reported, other: Reported) -> bool:
    (a, x), (b, y) = one, other
    if a.memento.origin == b.memento.origin or a.memento.at is None or b.memento.at is None:
        return False
    near = abs((day_of(a.memento.at) - day_of(b.memento.at)).days) <= _DAYS_APART
    exact = x.bound is Bound.EXACTLY and y.bound is Bound.EXACTLY
    return near and exact and abs(x.value - y.value) > _DIFFERENT * max(x.value, y.value)
