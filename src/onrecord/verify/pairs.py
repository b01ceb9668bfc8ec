"""Judging bare pairs of texts, with neither dates nor origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.data import Judgement, Pair, ReasonCode, Span
from onrecord.ports import Verifier
from onrecord.text.dates import find_times
from onrecord.verify.comparing.compare import Comparison, Setting, compare
from onrecord.verify.comparing.offices import speakers_of
from onrecord.verify.comparing.quotes import LONGEST, near_spans
from onrecord.verify.comparing.times import in_its_times
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.weighing.combine import combine
from onrecord.verify.weighing.thresholds import SUPPORTED

_ANY_DAY = date(2000, 1, 5)
"""Stands for the day of publication where none is known, so that "Monday" and "Tuesday" still differ."""


def judge_pairs(pairs: Sequence[Pair], *, verifier: Verifier) -> tuple[Judgement, ...]:
    """Judge pairs by the model and the symbolic comparison together.

    Of a long premise the sentences nearest to the hypothesis are judged. Spans of the reasons cut from the
    hypothesis (``here``) and from the premise (``there``). What a model left unjudged is returned as it is.
    """
    weighed = weigh_pairs(pairs, verifier=verifier)
    return tuple(
        judgement if is_silent(judgement) else _moved(combine(judgement, comparison), start)
        for judgement, comparison, start in weighed
    )


def bear_out(pairs: Sequence[Pair], *, verifier: Verifier) -> tuple[bool, ...]:
    """Say of each pair whether the premise states what the hypothesis does."""
    judged = judge_pairs(pairs, verifier=verifier)
    return tuple(each.supports >= max(SUPPORTED, each.refutes, each.neutral) for each in judged)


def is_silent(judgement: Judgement) -> bool:
    """Say whether a model could not be asked."""
    return any(reason.code is ReasonCode.VERIFIER_SILENT for reason in judgement.reasons)


def weigh_pairs(pairs: Sequence[Pair], *, verifier: Verifier) -> tuple[tuple[Judgement, Comparison, int], ...]:
    """Return for each pair what the model makes of it, what the comparison finds, and where the quoted words begin."""
    days = [_day_of(pair) for pair in pairs]
    claims = [gist(pair.hypothesis[:LONGEST], anchor=day) for pair, day in zip(pairs, days, strict=True)]
    spans = [next(iter(near_spans(claim, pair.premise)), None) for claim, pair in zip(claims, pairs, strict=True)]
    quotes = [span.cut(pair.premise) if span else "" for pair, span in zip(pairs, spans, strict=True)]
    theirs = [gist(words, anchor=day) for words, day in zip(quotes, days, strict=True)]
    asked = [
        Pair(premise=there.text, hypothesis=in_its_times(claim, there, reported=None))
        for claim, there in zip(claims, theirs, strict=True)
    ]
    judged = verifier.judge(asked) if asked else ()
    compared = [_compare(claim, pair, there) for claim, pair, there in zip(claims, pairs, theirs, strict=True)]
    return tuple(zip(judged, compared, (span.start if span else 0 for span in spans), strict=True))


def _compare(claim: Gist, pair: Pair, there: Gist) -> Comparison:
    setting = Setting(
        sources=tuple(saying.source.cut(claim.text) for saying in claim.sayings if saying.source),
        speakers=speakers_of(claim),
        beside=gist(pair.premise),
        record="the passage",
    )
    return compare(claim, there, setting)


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
