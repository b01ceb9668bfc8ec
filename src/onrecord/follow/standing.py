"""Standing questions: whether what was published since calls for another verdict, and whether that is news.

Alerts that repeat or take back themselves are what people complain of most in tools that watch pages. So only another
label is news; copies change none; and a verdict that rests on evidence stands until other evidence is found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from onrecord.data import Found, Label, Model, Transition, Verdict, latest

_NOTHING_NEW = (Label.NOT_ENOUGH_EVIDENCE, Label.NOT_CHECKED)
"""Labels of a look that brought up no evidence; more documents never take evidence away (law 7)."""


def trace(found: Found, models: Sequence[Model]) -> str:
    """Return a digest of the passages found and of who judges them; the same trace calls for no new judgement."""
    spans = (f"{one.memento.document.id}:{one.span.start}:{one.span.end}" for one in found.candidates)
    parts = (*(model.digest for model in models), *spans)
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:32]


def transition(before: Verdict | None, after: Verdict) -> Transition | None:
    """Return what is to be told after another look; None where there is nothing, as after the first.

    Args:
        before: the verdict that stood, its evidence still held; None where there was none.
        after: what the record says now.
    """
    if before is None or not stands_aside(before, after):
        return None
    if before.label is after.label or latest(before.as_of) >= latest(after.as_of):
        return None
    return Transition(before=before, after=after)


def stands_aside(before: Verdict | None, after: Verdict) -> bool:
    """Say whether a verdict gives way to a later one."""
    return before is None or before.label in _NOTHING_NEW or after.label not in _NOTHING_NEW
