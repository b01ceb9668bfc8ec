"""Compare the times and figures found in a sentence with those annotated."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from benchmarks.times.annotated import Sentence, Time

from onrecord.data import Figure, Interval, Span, TimeKind

_KINDS = {"unresolvable": "unresolved"}
"""What the annotations call otherwise."""


class Found(Protocol):
    """Words that were found to name a time, the days they are taken for, and what they are said to stand for."""

    @property
    def span(self) -> Span: ...
    @property
    def interval(self) -> Interval | None: ...
    @property
    def kind(self) -> TimeKind: ...


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Each = TypeVar("_Each", bound=_Spanned)


def nearest(span: Span, others: Sequence[_Each]) -> _Each | None:
    """Return which of ``others`` shares most characters with ``span``; None when none shares any."""
    shared = [(min(span.end, other.span.end) - max(span.start, other.span.start), other) for other in others]
    most, other = max(shared, key=lambda each: each[0], default=(0, None))
    return other if most > 0 else None


def judged_times(sentence: Sentence, found: Sequence[Found]) -> Iterator[tuple[str, Time | None, Found | None]]:
    """Yield a word for each annotated time that is not optional, and ``spurious`` for days found where there are none.

    ``right``, ``wrong``, ``unresolved`` and ``missed`` are of those that mean days; ``open`` and ``overdone`` (it was
    given days) of those that do not.
    """
    for wanted in sentence.times:
        if wanted.optional:
            continue
        each = nearest(wanted.span, found)
        given = each.interval if each is not None else None
        if wanted.interval is None:
            yield ("open" if given is None else "overdone"), wanted, each
        elif each is None:
            yield "missed", wanted, each
        elif given is None:
            yield "unresolved", wanted, each
        else:
            yield ("right" if given == wanted.interval else "wrong"), wanted, each
    for each in found:
        if each.interval is not None and nearest(each.span, sentence.times) is None:
            yield "spurious", None, each


def times(sentences: Sequence[Sentence], find: Callable[[Sentence], Sequence[Found]]) -> dict[str, float]:
    """Return how many times that mean days are given the right ones; days that are wrong, wherever they were given."""
    counts: Counter[str] = Counter()
    spans: Counter[bool] = Counter()
    kinds: Counter[bool] = Counter()
    for sentence in sentences:
        for judged, wanted, each in judged_times(sentence, find(sentence)):
            counts[judged] += 1
            if wanted is not None and each is not None:
                spans[wanted.span == each.span] += 1
            if wanted is not None and wanted.interval is None:
                kinds[each is not None and each.kind == _KINDS.get(wanted.means, wanted.means)] += 1
    days = sum(counts[each] for each in ("right", "wrong", "unresolved", "missed"))
    return {
        "times": days,
        "times_right": round(counts["right"] / days, 4),
        "times_wrong": round((counts["wrong"] + counts["overdone"] + counts["spurious"]) / days, 4),
        "times_wrong_days": counts["wrong"],
        "times_wrong_where_none_are_meant": counts["overdone"],
        "times_wrong_where_no_time_is": counts["spurious"],
        "times_unresolved": round(counts["unresolved"] / days, 4),
        "times_missed": round(counts["missed"] / days, 4),
        "times_without_days_told_as_they_are": round(kinds[True] / max(1, kinds.total()), 4),
        "times_exact_span": round(spans[True] / max(1, spans.total()), 4),
    }


def same(wanted: Figure, found: Figure) -> bool:
    """Say whether two figures have one value, unit and bound."""
    near = math.isclose(wanted.value, found.value, rel_tol=1e-3)  # two thirds are 66.7 percent
    return near and wanted.unit == found.unit and wanted.bound is found.bound


def judged_figures(sentence: Sentence, found: Sequence[Figure]) -> Iterator[tuple[str, Figure | None, Figure | None]]:
    """Yield ``right``, ``wrong`` or ``missed`` for each annotated figure, and ``spurious`` for others that were found."""
    for wanted in sentence.figures:
        each = nearest(wanted.span, found)
        yield ("missed" if each is None else "right" if same(wanted, each) else "wrong"), wanted, each
    for each in found:
        known = (*(figure.span for figure in sentence.figures), *sentence.optional_figures)
        lone = each.span.cut(sentence.text).lower() == "one"
        if not lone and not any(each.span.overlaps(span) for span in known):
            yield "spurious", None, each


def figures(sentences: Sequence[Sentence], find: Callable[[str], Sequence[Figure]]) -> dict[str, float]:
    """Return how many figures are found with their value, unit and bound, and what else was taken for figures."""
    counts: Counter[str] = Counter()
    exact = value = 0
    for sentence in sentences:
        for judged, wanted, each in judged_figures(sentence, find(sentence.text)):
            counts[judged] += 1
            if wanted is not None and each is not None:
                exact += wanted.span == each.span
                value += math.isclose(wanted.value, each.value, rel_tol=1e-3)
    wanted_count = counts["right"] + counts["wrong"] + counts["missed"]
    found_count = counts["right"] + counts["wrong"]
    return {
        "figures": wanted_count,
        "figures_right": round(counts["right"] / wanted_count, 4),
        "figures_value_right": round(value / wanted_count, 4),
        "figures_missed": round(counts["missed"] / wanted_count, 4),
        "figures_spurious": counts["spurious"],
        "figures_exact_span": round(exact / max(1, found_count), 4),
    }
