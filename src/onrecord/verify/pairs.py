"""Judging bare pairs of texts, with neither dates nor origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.data import Judgement, Pair, Span
from onrecord.ports import Verifier
from onrecord.text.dates import find_times
from onrecord.verify.combine import combine
from onrecord.verify.compare import Comparison, Setting, compare
from onrecord.verify.gist import gist
from onrecord.verify.offices import speakers_of
from onrecord.verify.quotes import near_spans

_ANY_DAY = date(2000, 1, 5)
"""Stands for the day of publication where none is known, so that "Monday" and "Tuesday" still differ."""


def judge_pairs(pairs: Sequence[Pair], *, verifier: Verifier) -> tuple[Judgement, ...]:
    """Judge pairs by the model and the symbolic comparison together.

    Of a long premise the sentences nearest to the hypothesis are judged. Spans of the reasons cut from the
    hypothesis (``here``) and from the premise (``there``).
    """
    weighed = weigh_pairs(pairs, verifier=verifier)
    return tuple(_moved(combine(judgement, comparison), start) for judgement, comparison, start in weighed)


def weigh_pairs(pairs: Sequence[Pair], *, verifier: Verifier) -> tuple[tuple[Judgement, Comparison, int], ...]:
    """Return for each pair what the model makes of it, what the comparison finds, and where the quoted words begin."""
    spans = [next(iter(near_spans(gist(pair.hypothesis), pair.premise)), None) for pair in pairs]
    quotes = [span.cut(pair.premise) if span else pair.premise for pair, span in zip(pairs, spans, strict=True)]
    asked = [Pair(premise=words, hypothesis=pair.hypothesis) for pair, words in zip(pairs, quotes, strict=True)]
    judged = verifier.judge(asked) if asked else ()
    compared = [_compare(pair, words) for pair, words in zip(pairs, quotes, strict=True)]
    return tuple(zip(judged, compared, (span.start if span else 0 for span in spans), strict=True))


def _compare(pair: Pair, quote: str) -> Comparison:
    anchor = _day_of(pair)
    here, there = gist(pair.hypothesis, anchor=anchor), gist(quote, anchor=anchor)
    sources = tuple(saying.source.cut(here.text) for saying in here.sayings if saying.source)
    setting = Setting(sources=sources, speakers=speakers_of(here), beside=gist(pair.premise), record="the passage")
    return compare(here, there, setting)


def _day_of(pair: Pair) -> date:
    """Return a day that both texts are read from: one the pair names, so that years left out agree."""
    for text in (pair.premise, pair.hypothesis):
        for time in find_times(text, anchor=None):
            if time.interval:
                return time.interval.end
    return _ANY_DAY


def _moved(judgement: Judgement, start: int) -> Judgement:
    """Count the spans of reasons from the beginning of the premise instead of the quoted words."""
    reasons = (
        replace(reason, there=Span(start=reason.there.start + start, end=reason.there.end + start))
        if reason.there
        else reason
        for reason in judgement.reasons
    )
    return replace(judgement, reasons=tuple(reasons))
