"""What is to come by a statement: no record has it as so, but one may have it planned, announced or expected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.data import Label, Reason, ReasonCode, Stance, StatementKind, Verdict
from onrecord.verify.comparing.claims import Claim
from onrecord.verify.comparing.firmness import is_ahead, less_firm
from onrecord.verify.reading.gist import Gist, gist
from onrecord.verify.weighing.weigh import Testimony

_AS_PLANNED = Reason(code=ReasonCode.FORECAST, words="on record as planned, announced or expected, not as so")


def may_be_planned(claim: Claim) -> bool:
    """Say whether a statement is of what is to come, and by a word that a record may have it by too."""
    return claim.statement.kind is StatementKind.FORECAST and is_ahead(claim.gist)


def heard_as_planned(claim: Claim, testimonies: Sequence[Testimony]) -> list[Testimony]:
    """Return testimonies of what is to come: none contradicts it, and none bears it out that has it done or less firm.

    Nor does one that a later report of the matter has otherwise: what was planned in May may be off by June.
    """
    against = [one for one in testimonies if _is_otherwise(one)]
    return [_heard(claim.gist, one, against) for one in testimonies]


def told_as_planned(verdict: Verdict) -> Verdict | None:
    """Return a verdict with the remark that it is one on a plan; None where the record does not bear it out."""
    if verdict.label is not Label.SUPPORTED:
        return None
    return replace(verdict, reasons=(*verdict.reasons, _AS_PLANNED))


def _heard(here: Gist, one: Testimony, against: Sequence[Testimony]) -> Testimony:
    evidence, there = one.evidence, gist(one.evidence.quote)
    changed = any(other.day > one.day for other in against)
    kept = evidence.stance is Stance.SUPPORTS and is_ahead(there) and not (changed or less_firm(here, there))
    stance = Stance.SUPPORTS if kept else Stance.NEUTRAL
    return replace(one, evidence=replace(evidence, stance=stance), timely=False, newer=None)


def _is_otherwise(one: Testimony) -> bool:
    """Say whether words of the record are near a statement and have something of it otherwise, or no longer so."""
    told = bool(one.evidence.reasons) or is_ahead(gist(one.evidence.quote))
    return told and one.near and one.evidence.stance is not Stance.SUPPORTS
