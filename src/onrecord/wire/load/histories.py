"""Histories from JSON."""

from __future__ import annotations

from functools import partial

from onrecord.data import History, Transition
from onrecord.wire.load.statement import statement_from
from onrecord.wire.load.verdicts import run_from, verdict_from
from onrecord.wire.view import Documents, View


def history_from(documents: Documents, view: View) -> History:
    """Read a history; its transitions follow from its verdicts."""
    return History(
        statement=statement_from(view["statement"]),
        as_of=view["as_of"].moment(),
        verdicts=view["verdicts"].each(partial(verdict_from, documents)),
        run=run_from(view["run"]),
    )


def transition_from(documents: Documents, view: View) -> Transition:
    """Read a transition that stands alone."""
    return Transition(
        before=verdict_from(documents, view["before"]),
        after=verdict_from(documents, view["after"]),
    )
