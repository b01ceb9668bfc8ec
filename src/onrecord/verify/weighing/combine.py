"""Joining what a model makes of a pair with what the comparison found, by a small calibrated layer."""

from __future__ import annotations

from math import exp, log

from onrecord.data import Judgement, ReasonCode
from onrecord.verify.comparing.compare import Comparison
from onrecord.verify.weighing.thresholds import WEIGHTS

FEATURES = (
    "one",
    "model_supports",
    "model_refutes",
    "shared",
    "all_shared",
    "missing",
    "named",
    "quoted",
    "kept",
    "crossed",
    "number",
    "date",
    "negated",
    "role",
    "entity",
    "caveat",
)
"""What the layer weighs: the model's log odds against neutral, the share met, bounds held, and what differs."""

_FLOOR = 1e-3
"""Least probability a model is credited with, so that it never decides alone."""
_VERBATIM = 0.98
"""How likely the record supports what it has word for word and nothing is named against, whatever a model says."""


def features(judgement: Judgement, comparison: Comparison) -> tuple[float, ...]:
    """Return the values of ``FEATURES`` for one pair; a clash counts as much as both speak of one thing."""
    neutral = log(max(judgement.neutral, _FLOOR))
    clashes = {reason.code for reason in comparison.clashes}
    return (
        1.0,
        log(max(judgement.supports, _FLOOR)) - neutral,
        log(max(judgement.refutes, _FLOOR)) - neutral,
        comparison.shared,
        float(comparison.shared == 1.0),
        float(min(len(comparison.missing), 3)),
        float(min(comparison.named, 3)),
        float(comparison.quoted),
        float(comparison.bounds is True),
        float(comparison.bounds is False),
        comparison.same * (ReasonCode.NUMBER_DIFFERS in clashes),
        comparison.same * (ReasonCode.DATE_DIFFERS in clashes),
        comparison.same * (ReasonCode.NEGATED in clashes),
        comparison.same * (ReasonCode.ROLE_DIFFERS in clashes),
        comparison.same * (ReasonCode.ENTITY_DIFFERS in clashes),
        float(comparison.caveat is not None),
    )


def combine(judgement: Judgement, comparison: Comparison) -> Judgement:
    """Return the judgement corrected by the comparison, with the comparison's reasons."""
    if comparison.verbatim and not (comparison.clashes or comparison.caveat):
        rest = (1 - _VERBATIM) / 2
        return Judgement(supports=_VERBATIM, refutes=rest, neutral=rest, reasons=judgement.reasons)
    found = features(judgement, comparison)
    supports = exp(sum(weight * value for (_, weight, _), value in zip(WEIGHTS, found, strict=True)))
    refutes = exp(sum(weight * value for (_, _, weight), value in zip(WEIGHTS, found, strict=True)))
    total = supports + refutes + 1.0
    caveat = (comparison.caveat,) if comparison.caveat and comparison.caveat not in comparison.clashes else ()
    return Judgement(
        supports=supports / total,
        refutes=refutes / total,
        neutral=1.0 / total,
        reasons=(*judgement.reasons, *comparison.clashes, *caveat),
    )
