"""Figures over time, and the sides of a dispute about one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from onrecord.brief.sentences import Sentence
from onrecord.data import Bound, Figure
from onrecord.text.numbers import find_figures
from onrecord.text.words import content_words, terms

Reported = tuple[Sentence, Figure]

_CLAUSE_END = re.compile(r"[,;:.!?“”()]\s|[.!?]$")
_NAME = re.compile(r"(?<=\s)[A-Z][\w’'-]*")
"""A word with a capital inside a sentence names somebody; nothing happened to a count by it."""
_DAYS_APART = 2
"""Reports this near in time that differ speak of one moment; further apart the figure may have moved."""

_ONE_EVENT = 31
"""Days from one report of a figure to the next, in news of one event."""

_DIFFERENT = 0.02
"""Share by which two figures must differ to be held against each other; less is rounding."""


def series(sentences: Sequence[Sentence]) -> dict[str, tuple[Reported, ...]]:
    """Return what is counted with its figures by day of report, where at least two values were given.

    A value that one origin gives again, or that copies repeat, is listed once.
    """
    found: dict[tuple[str, ...], dict[tuple[str, float], Reported]] = defaultdict(dict)
    for sentence in sorted(sentences, key=lambda each: each.told):
        for figure in find_figures(sentence.words):
            if figure.counted and sentence.memento.at is not None:
                key = (*terms(figure.counted), *terms(_happened(sentence, figure)), figure.unit)
                found[key].setdefault((sentence.memento.origin, figure.value), (sentence, figure))
    told = [run for _, reported in sorted(found.items()) for run in _runs(_sure(reported.values()))]
    return {_words(run[0]): run for run in told if len({figure.value for _, figure in run}) > 1}


def _sure(reported: Iterable[Reported]) -> list[Reported]:
    """Leave out what one document counts twice and differently: it counts two things, and not the same way."""
    values: dict[str, set[float]] = defaultdict(set)
    told = sorted(reported, key=_when)
    for sentence, figure in told:
        values[sentence.memento.document.id].add(figure.value)
    return [one for one in told if len(values[one[0].memento.document.id]) == 1]


def _runs(told: Sequence[Reported]) -> list[tuple[Reported, ...]]:
    """Part the reports of different events: those with more than a month between them."""
    runs: list[list[Reported]] = []
    for one in told:
        if runs and (one[0].told[0] - runs[-1][-1][0].told[0]).days <= _ONE_EVENT:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def replaced(told: Iterable[Sequence[Reported]]) -> frozenset[tuple[str, int]]:
    """Return the places of sentences whose figure their origin or publisher has since given anew."""
    found = set()
    for reported in told:
        newest = {source: figure.value for sentence, figure in reported for source in _sources(sentence)}
        for sentence, figure in reported:
            if any(newest[source] != figure.value for source in _sources(sentence)):
                found.add(sentence.place)
    return frozenset(found)


def _sources(sentence: Sentence) -> tuple[str, str]:
    return sentence.memento.origin, sentence.memento.document.publisher or sentence.memento.origin


def _happened(sentence: Sentence, figure: Figure) -> str:
    """Return the word beside a figure that says what happened to what it counts: "killed", "left", "missing".

    It stands after what is counted, in the same clause ("12 people were killed"), else before the figure
    ("has killed 31 people").
    """
    words = sentence.words
    counted = words.find(figure.counted, figure.span.end)
    if counted < 0:  # "the number of people killed rose to 74"
        counted = words.rfind(figure.counted, 0, figure.span.start)
    after = _CLAUSE_END.split(words[counted + len(figure.counted) :], maxsplit=1)[0] if counted >= 0 else ""
    before = _CLAUSE_END.split(words[: figure.span.start])[-1]
    named = {word.lower() for word in _NAME.findall(words)}
    told = [[word for word in content_words(part) if word not in named] for part in (after, before)]
    return next(iter(told[0]), "") or next(reversed(told[1]), "")


def _words(reported: Reported) -> str:
    sentence, figure = reported
    return f"{figure.counted} {_happened(sentence, figure)}".strip()


def _when(reported: Reported) -> tuple[object, ...]:
    sentence, figure = reported
    return (sentence.told[0].date(), figure.value, *sentence.place)


def disputed(reported: Sequence[Reported]) -> tuple[Reported, Reported] | None:
    """Return the two reports of different origins nearest in time that give different values, the latest of such."""
    pairs = [pair for pair in combinations(reported, 2) if _against(*pair)]
    return min(reversed(pairs), key=lambda pair: _days_between(*pair), default=None)


def _against(one: Reported, other: Reported) -> bool:
    (a, x), (b, y) = one, other
    exact = x.bound is Bound.EXACTLY and y.bound is Bound.EXACTLY
    differ = exact and abs(x.value - y.value) > _DIFFERENT * max(x.value, y.value)
    return differ and a.memento.origin != b.memento.origin and _days_between(one, other) <= _DAYS_APART


def _days_between(one: Reported, other: Reported) -> int:
    return abs((one[0].told[0].date() - other[0].told[0].date()).days)
